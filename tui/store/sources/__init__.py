"""The source pages of a project: files and rows of tables; never written."""
