"""The lock: who sits at the desk, proved by a password."""
