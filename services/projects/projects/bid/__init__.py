"""投标: what a provider offers, sealed until the deadline, so that nobody can know it before all have bid."""
