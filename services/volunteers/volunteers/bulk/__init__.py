"""Registrations on paper lists, and lists of volunteers to take away."""
