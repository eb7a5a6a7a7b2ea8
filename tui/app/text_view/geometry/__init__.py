"""Positions in the text pane: pure functions, no widgets."""
