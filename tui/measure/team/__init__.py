"""Assignments, pace and forecast of a team."""
