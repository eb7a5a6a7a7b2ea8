"""The source pages of a project: files and rows of tables, read and never written."""
