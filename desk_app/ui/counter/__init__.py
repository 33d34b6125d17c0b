"""The screen turned to the citizen."""
