"""The disk: project, settings, sources, annotations."""
