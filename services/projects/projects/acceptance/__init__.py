"""验收: the evidence of a contract stage, what the inspection found, and what those say who took part."""
