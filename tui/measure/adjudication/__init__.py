"""One result from several annotators: what they differ in, and decisions on it."""
