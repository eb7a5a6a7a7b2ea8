"""Search: the same text elsewhere, patterns, and what is tagged there."""
