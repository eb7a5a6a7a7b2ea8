"""What the commands say."""

ROWS: dict[str, tuple[str, str]] = {}
