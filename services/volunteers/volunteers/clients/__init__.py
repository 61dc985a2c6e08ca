"""What the volunteers service asks of others: reads only, typed, one file for each."""
