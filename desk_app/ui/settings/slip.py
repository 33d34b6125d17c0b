"""First passwords go onto a slip of paper: to a printer or nowhere, never into a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.words import password_slip as said
from desk_app.services.papers import password_slips
from desk_app.services.printers import Printers
from desk_app.ui.print_paper import Hands, Paper, print_paper
from desk_app.ui.printing.printer import Printery

FirstPasswords = Sequence[tuple[str, str, str]]
"""Shown name, login and password of each."""


def print_slips(
    hands: Hands, office: tuple[str, date], people: FirstPasswords, printery: Printery | None, memory: Printers | None
) -> None:
    """Print a sheet for each, and again until somebody has them in the hand; `office` its unit and the day."""
    paper = Paper(password_slips(*office, people), said.NAME)

    def once() -> None:
        print_paper(hands, paper, printery, memory, then=ask)

    def ask() -> None:
        if hands.asker.ask(said.OUT_TITLE, said.OUT, (said.OUT_AGAIN, said.OUT_YES)) == 0:
            once()

    once()
