"""Sổ cấp số: numbers for letters that were signed."""
