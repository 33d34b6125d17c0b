"""Settings (Alt+8)."""
