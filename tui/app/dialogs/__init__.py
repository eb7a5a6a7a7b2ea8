"""What lies over the work screen until it is answered."""
