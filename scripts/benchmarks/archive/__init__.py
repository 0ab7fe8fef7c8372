"""Made archives: seeded, of any size, to measure the program with.

Dispatch i is made from the seed and i alone, so that a larger archive begins with the smaller one.
"""
