"""抽查: entries by hand drawn with a recorded seed, and checked against the paper list by somebody from elsewhere."""
