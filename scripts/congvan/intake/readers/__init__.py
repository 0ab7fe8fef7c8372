"""Readers: one module a kind of file; each takes bytes and gives what stands in them."""
