"""Lists of organisations and social workers that come in whole, and those that go out."""
