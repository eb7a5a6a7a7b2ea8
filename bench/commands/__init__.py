"""Whole commands on generated projects, beside another version of the program in one run."""
