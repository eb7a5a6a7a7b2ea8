"""Parts of widgets."""
