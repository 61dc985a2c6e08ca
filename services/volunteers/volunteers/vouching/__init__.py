"""证明: what the lead answers for, where no phone shows it: that somebody was there, and when they left."""
