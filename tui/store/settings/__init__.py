"""The settings of a project and of a user: read, checked, edited, cached."""
