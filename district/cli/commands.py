"""All commands, gathered: importing them hangs them on the group."""

from district.cli import desks, files, office, serve
from district.cli.group import main

__all__ = ["desks", "files", "main", "office", "serve"]
