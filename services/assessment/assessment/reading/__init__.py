"""读数: copies of what the other services tell, and the small counters that figures are made of."""
