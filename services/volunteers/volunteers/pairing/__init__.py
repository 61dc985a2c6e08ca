"""双工结对: a social worker paired with a team, and the hand-over that leaves no team alone."""
