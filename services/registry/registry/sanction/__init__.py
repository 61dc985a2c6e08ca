"""处理: suspension, bar and revocation of an organisation, and what its standing is on a day."""
