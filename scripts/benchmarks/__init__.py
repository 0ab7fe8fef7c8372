"""Measurements of the program, each a script of its own: `python scripts/benchmarks/NAME.py`."""
