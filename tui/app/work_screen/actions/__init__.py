"""What the keys of the work screen do."""
