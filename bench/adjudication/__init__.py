"""How many keys a difference costs."""
