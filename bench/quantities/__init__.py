"""Numbers and times: speed beside another commit, and values beside other libraries: ``python -m bench.quantities``."""
