"""Pictures of every page and state of the window, on a register filled with invented people."""
