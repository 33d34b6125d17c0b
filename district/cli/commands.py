"""All commands, gathered: importing them hangs them on the group."""

from district.cli import (
    carry,
    desks,
    files,
    forks,
    network,
    office,
    packs,
    people,
    plan,
    questions,
    ratings,
    serve,
    taking,
    updates,
)
from district.cli.group import main

__all__ = [
    "carry",
    "desks",
    "files",
    "forks",
    "main",
    "network",
    "office",
    "packs",
    "people",
    "plan",
    "questions",
    "ratings",
    "serve",
    "taking",
    "updates",
]
