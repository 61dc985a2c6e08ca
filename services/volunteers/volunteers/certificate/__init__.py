"""证明: hours certified by whoever organised them, from the ledger, checkable by anybody and without us."""
