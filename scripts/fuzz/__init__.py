"""Coverage-guided fuzzing of what reads other people's texts; needs the extra `fuzz`."""
