"""piyue (批阅): read Chinese news in the terminal and tag entities and metrics by hand."""

__version__ = "0.1.0"
