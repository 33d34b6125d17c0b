"""How the office scores itself by a set of criteria."""
