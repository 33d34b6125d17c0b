"""Taking a register back from a copy: a page that stands where the lock stands."""
