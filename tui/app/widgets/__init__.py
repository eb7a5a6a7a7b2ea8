"""The widgets around the reader."""
