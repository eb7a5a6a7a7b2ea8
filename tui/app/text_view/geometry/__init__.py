"""Where things stand in the text pane: pure functions, no widget."""
