"""预算: the money of a town or of the city for a year, and the ledger in which every fen of it stands somewhere."""
