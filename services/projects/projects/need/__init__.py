"""需求: what residents want, from four channels and the phone, in one pool."""
