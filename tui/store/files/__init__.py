"""Annotations as TinyDB files: atomic, durable, repaired, locked."""
