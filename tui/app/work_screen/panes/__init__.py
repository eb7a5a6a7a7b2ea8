"""The panes of the work screen."""
