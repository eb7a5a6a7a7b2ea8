"""What tags cost in keys."""
