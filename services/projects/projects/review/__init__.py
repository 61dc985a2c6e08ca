"""评审: experts without a stake in a bid score it, the points decide, the result lies open, two people award."""
