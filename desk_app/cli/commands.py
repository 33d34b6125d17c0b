"""Bringing the modules of commands together, so that the group knows them all."""

from desk_app.cli import care, copies, district, letters, office, privacy, registering, salvage
from desk_app.cli.group import main

__all__ = ["care", "copies", "district", "letters", "main", "office", "privacy", "registering", "salvage"]
