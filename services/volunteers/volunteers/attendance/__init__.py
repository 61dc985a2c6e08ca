"""签到: who was there, from when to when, by a code that changes."""
