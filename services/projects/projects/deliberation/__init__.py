"""议事协商: those concerned talk over a matter, and what they agree on is carried out and answered for in public."""
