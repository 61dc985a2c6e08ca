"""培训: what is taught, and who has completed it, vouched for by a second account until it expires."""
