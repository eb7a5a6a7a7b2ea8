"""Annotations of a team on one PostgreSQL server; needs `pip install "piyue[team]"`."""
