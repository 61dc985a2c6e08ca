"""What the projects service asks of others: reads only, typed, one file for each."""
