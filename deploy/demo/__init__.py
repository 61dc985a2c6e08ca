"""The demonstration city: invented people and records, every one marked as such."""
