"""After a restore: the receipt that is owed, and what is done about things that were lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from common.words import lacking as said
from desk_app.services.lacking import VOICE
from desk_app.services.lacking_rows import LackingRow
from desk_app.services.trouble import Trouble
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.month.view import MonthPage


class Healing:
    """Works for one page."""

    def __init__(self, page: MonthPage) -> None:
        self._page = page
        page.after.take.clicked.connect(lambda: page.incoming.take_receipt())
        page.after.none.clicked.connect(self.none_newer)
        for opens in (page.after.list, page.receipt.to_lacking):
            opens.clicked.connect(self.show)
        page.lacking.again.clicked.connect(self.again)
        page.lacking.done.clicked.connect(self.entered)
        page.lacking.drop.clicked.connect(self.drop)
        page.lacking.table.doubleClicked.connect(lambda _: self.again())

    def show(self) -> None:
        """The list."""
        page = self._page
        page.lacking.put(page.model.lacking())
        page.show_view(page.lacking, 0, said.TITLE)
        page.lacking.table.setFocus()

    def none_newer(self) -> None:
        """The level above has no newer receipt: who said so is kept."""
        page = self._page
        reason = page.around.asker.ask_text(said.NONE_NEWER_TITLE, said.NONE_NEWER_WHY)
        if reason is not None and self._try(lambda: page.model.none_newer(reason)):
            page.around.changed()
            page.refresh()

    def again(self) -> None:
        """What one would do first about the chosen row."""
        one, around = self._page.lacking.chosen(), self._page.around
        if one is None or not one.waits:
            return
        if one.kind == "registered":
            around.go("form", event=one.event)
        elif one.kind == "changed":
            around.go("find", show=one.record)
        elif one.kind in VOICE.values():
            around.go({"survey": "surveys", "year": "sessions"}.get(one.kind, "ratings"))
        elif one.kind == "handed":
            self._done(self._try(lambda: self._page.model.repeat(one)))
        else:
            nobody = said.NO_CANDIDATE_COURTESY.get(one.event, said.NO_CANDIDATE_LETTER)
            record = self._choose(one, said.WHICH_LETTER, nobody)
            self._done(record is not None and self._try(lambda: self._page.model.give_back(one, record or 0)))

    def entered(self) -> None:
        """It stands in the register already: as which record?"""
        one = self._page.lacking.chosen()
        if one is not None and one.waits:
            record = self._choose(one, said.WHICH, said.NO_CANDIDATE)
            self._done(record is not None and self._try(lambda: self._page.model.entered(one, record or 0)))

    def drop(self) -> None:
        """It need not be entered again, and why."""
        one = self._page.lacking.chosen()
        if one is None or not one.waits:
            return
        reason = self._page.around.asker.ask_text(said.WHY_NOT, said.WHY_NOT_HINT)
        self._done(reason is not None and self._try(lambda: self._page.model.dismiss(one, reason or "")))

    def _choose(self, one: LackingRow, title: str, nobody: str) -> int | None:
        """The record that somebody points at; None where there is none or they leave."""
        found = self._page.model.candidates(one)
        if not found:
            self._page.say("hoe", title, nobody)
            return None
        names = [each.words for each in found]
        chosen = self._page.around.asker.choose_one(title, f"{one.on}  {one.what}", names, names[0])
        return found[names.index(chosen)].id if chosen in names else None

    def _done(self, done: bool) -> None:
        if done:
            self._page.around.changed()
            self.show()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Trouble as trouble:
            self._page.say("son", said.NOT_DONE, sentence_of(trouble))
            return False
        return True
