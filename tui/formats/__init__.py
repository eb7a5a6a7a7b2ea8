"""Training sets: one module a format."""
