"""支付: what an accepted stage is worth by its residents' answers, decided, requested and made by two people."""
