"""社会组织: registered bodies and filed teams of residents, from filing to deregistration."""
