"""Giấy tờ in sẵn: the papers beside the letters, each looked at, printed or kept as a file."""
