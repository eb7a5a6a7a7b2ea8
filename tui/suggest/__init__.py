"""Proposals: what else could be tagged, and how."""
