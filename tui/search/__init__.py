"""Finding text: where the same text stands elsewhere, what a pattern finds, and what is tagged there."""
