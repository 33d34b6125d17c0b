"""Small faults put into `exchange`, `domain` and `common` one by one; a test of the room has to notice each."""
