"""The first run: five steps from an empty folder to a register that opens."""
