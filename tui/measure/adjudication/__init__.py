"""One result from several annotators: their differences, and decisions on them."""
