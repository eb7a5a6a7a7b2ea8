"""What is open and what is shown of it; no widget."""
