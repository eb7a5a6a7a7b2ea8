"""The key map as data."""
