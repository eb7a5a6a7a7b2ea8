"""The running app."""
