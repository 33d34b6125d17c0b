"""Bringing the modules of commands together, so that the group knows them all."""

from desk_app.cli import (
    books,
    care,
    clock,
    copies,
    courtesy,
    district,
    follow_ups,
    letters,
    numbers,
    office,
    privacy,
    registering,
    salvage,
    signatories,
    surveys,
    units,
    year_log,
)
from desk_app.cli.group import main

__all__ = [
    "books",
    "care",
    "clock",
    "copies",
    "courtesy",
    "district",
    "follow_ups",
    "letters",
    "main",
    "numbers",
    "office",
    "privacy",
    "registering",
    "salvage",
    "signatories",
    "surveys",
    "units",
    "year_log",
]
