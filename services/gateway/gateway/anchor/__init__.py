"""账本存证: a copy, in another database, of what was told of the ledger of hours."""
