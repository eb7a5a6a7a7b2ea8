"""Training-set formats: one module a format, one row a format in `tui.formats.registry`."""
