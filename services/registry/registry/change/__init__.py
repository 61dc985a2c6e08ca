"""变更与注销: what an organisation was told to be from which day on, and how a registered one ends."""
