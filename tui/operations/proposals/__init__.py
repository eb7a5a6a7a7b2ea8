"""Proposals of a project: the work done, the model trained on it, and the processes for both."""
