"""What citizens said (Alt+5)."""
