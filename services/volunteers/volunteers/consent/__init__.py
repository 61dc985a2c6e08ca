"""监护人同意: a guardian's consent after the fact, and what its withdrawal does to what hangs on it."""
