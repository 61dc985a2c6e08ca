"""递补: who waits and in which place, moved up by hand, and whether somebody who moved up late will come."""
