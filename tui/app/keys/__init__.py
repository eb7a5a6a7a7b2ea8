"""Keys as data."""
