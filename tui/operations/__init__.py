"""Use cases: they take a project and options, yield events, and print nothing."""
