"""Bringing the modules of commands together, so that the group knows them all."""

from desk_app.cli import (
    books,
    care,
    clock,
    copies,
    courtesy,
    district,
    letters,
    numbers,
    office,
    privacy,
    registering,
    salvage,
    signatories,
    units,
)
from desk_app.cli.group import main

__all__ = [
    "books",
    "care",
    "clock",
    "copies",
    "courtesy",
    "district",
    "letters",
    "main",
    "numbers",
    "office",
    "privacy",
    "registering",
    "salvage",
    "signatories",
    "units",
]
