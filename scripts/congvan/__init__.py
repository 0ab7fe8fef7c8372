"""congvan: a static public archive of Vietnamese provincial dispatches (công văn)."""

__version__ = "0.1.0"
