"""Mornings with the people: sessions and what was said there."""
