"""Which release this is."""

VERSION = "0.1.0"
"""As in pyproject.toml; to ask the installed package for it takes a start of the window longer than its own code."""
