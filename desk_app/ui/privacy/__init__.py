"""What the desk holds about a person, and who looked at what."""
