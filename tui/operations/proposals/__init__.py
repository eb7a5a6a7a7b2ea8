"""Proposals over a project: what was worked on, the model that learns from it, the processes that do both."""
