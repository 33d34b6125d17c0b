"""The other side of letters: one sheet after the other, each by name, so that no name meets another's back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from common.words import print_paper as said
from desk_app.services.print_batches import Way
from desk_app.ui.page import Around
from desk_app.ui.printing.drawn import why_not
from desk_app.ui.printing.model import PrintingModel, Wanted


class BackSides:
    """`wanted()` says how letters of the kind in view go to paper."""

    def __init__(self, around: Around, model: PrintingModel, wanted: Callable[[], Wanted]) -> None:
        self._around, self._model, self._wanted = around, model, wanted

    def offer(self, sheets: Mapping[int, int]) -> None:
        """Ask for the backs of these letters, by how many sheets of each lie there; others are passed over."""
        self._next([(letter, sheets[letter]) for letter in self._model.table.with_backs([*sheets])])

    def _next(self, rest: list[tuple[int, int]]) -> None:
        if not rest:
            return
        (letter, copies), *later = rest
        (row,) = self._model.table.named([letter])
        text = said.back_text(row.title, copies)
        buttons = (said.PRINT_BACK, said.BACK_LATER)
        if self._around.asker.ask(said.BACK_TITLE, text, buttons, harmless=1) != 0:
            self._around.say(said.BACKS_LEFT.format(count=len(rest)))
            return
        wanted = self._wanted()
        way = self._model.ways.way_of(row.event, Way(wanted.printer, wanted.setup), wanted.kind)
        wanted = replace(wanted, printer=way.printer, setup=way.setup, copies=copies)
        work = partial(self._model.send_back, wanted, letter)
        self._around.jobs.start(work, lambda done: self._next(later), self._failed, said.PRINTING_BACK)

    def _failed(self, error: Exception) -> None:
        self._around.asker.tell(said.BACK_TITLE, why_not(error))
