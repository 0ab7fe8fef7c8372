"""The words: spelling, folding, dates, types, agencies, wording; what they know is in `data/`."""
