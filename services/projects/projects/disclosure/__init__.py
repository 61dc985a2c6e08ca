"""公开: what everybody may know of a purchase, in the Open Contracting Data Standard, until its last payment."""
