"""Measures speed in a real pseudo-terminal, as ratios in one run: ``python -m bench``."""
