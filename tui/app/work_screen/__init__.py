"""The work screen."""
