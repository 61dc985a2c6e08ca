"""封存: confirmed hours in one order, each row under a seal, each page under a signature that is told to others."""
