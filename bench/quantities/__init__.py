"""Numbers and times beside another commit and other libraries: ``python -m bench.quantities``."""
