"""本人资料: everything that this service keeps of a volunteer, for the volunteer to read and to take away."""
