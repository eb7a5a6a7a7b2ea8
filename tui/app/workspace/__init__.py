"""The open documents and what is shown of them; no widgets."""
