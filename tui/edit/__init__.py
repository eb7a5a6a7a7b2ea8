"""Changes to a document, their history, and the session that holds both."""
