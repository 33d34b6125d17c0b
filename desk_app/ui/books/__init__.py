"""Sổ và số: the books of a year, the numbers never given, closing a book."""
