"""Modal screens over the work screen."""
