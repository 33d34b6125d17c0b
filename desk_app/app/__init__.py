"""The window's door: the only room that knows both the windows and the house."""
