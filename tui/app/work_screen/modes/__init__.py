"""The modes of the work screen."""
