"""The screen on which one works."""
