"""What the app says."""

ROWS: dict[str, tuple[str, str]] = {}
