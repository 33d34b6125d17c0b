"""What can be done with a letter of thanks or apology wherever it is found: print, write anew, take back, erase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from common.words import courtesy as words
from common.words import find as find_words
from common.words import window as said
from desk_app.services.record import Record
from desk_app.services.seat import ACTS_OF
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question
from desk_app.ui.told import sentence_of, tried

TAKING_BACK = Question(
    title=words.TAKE_BACK_TITLE,
    text=words.TAKE_BACK_TEXT,
    groups=(Group("", tuple((told, told) for told in words.TAKE_BACK_REASONS)),),
    yes=words.TAKE_BACK_YES,
    no=find_words.KEEP_IT,
    own_line=find_words.OTHER_REASON,
    decided=False,
)


def possible_on_letter(record: Record, role: str) -> frozenset[str]:
    """The ids of the actions of the page Tìm that such a letter allows to somebody of this role."""
    state = record.letters[0].state if record.letters else ""
    ids = {"see-history"}
    ids |= {"see-record-letter", "print-record"} if state else set()
    ids |= {"deliver"} if state in ("printed", "delivered") else set()
    ids |= {"amend", "void"} if state in ("prepared", "printed") else set()
    ids |= {"erase-letter"} if record.facts and "erase" in ACTS_OF.get(role, ()) else set()
    return frozenset(ids)


class CourtesyActs:
    """The acts on one letter; `done` is told what was done, in words."""

    def __init__(self, around: Around, over: QWidget, done: Callable[[str], None]) -> None:
        self._around, self._over, self._done = around, over, done

    def do(self, action_id: str, record: Record) -> bool:
        """Do the action of this id; False for one that is the same for every letter."""
        acts = {
            "print-record": self._print,
            "amend": self._rewrite,
            "void": self._ask_back,
            "erase-letter": self._erase,
        }
        if action_id in acts:
            acts[action_id](record)
        return action_id in acts

    def take_back(self, letter: int, who: str, printed: bool) -> None:
        """Ask why, then take the letter back."""
        text = f"{who}. {words.TAKE_BACK_TEXT}" + (f" {words.TAKE_BACK_PRINTED}" if printed else "")
        dialog = Choices(replace(TAKING_BACK, text=text), self._over)
        dialog.answered.connect(lambda told: self._taken_back(letter, told[-1] or told[0]))
        dialog.open()

    def _print(self, record: Record) -> None:
        """One that was never printed waits on the table; another is printed again from the book, with a reason."""
        if record.letters[0].state == "prepared":
            self._around.go("printing", registrations=(-record.id,))
        elif self._around.go("printing"):
            self._around.do("printed-book")

    def _rewrite(self, record: Record) -> None:
        try:
            draft = self._around.desk.courtesy.reopen(record.id)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._around.go("courtesy", draft=draft)

    def _ask_back(self, record: Record) -> None:
        self.take_back(record.id, record.title, record.letters[0].state == "printed")

    def _taken_back(self, letter: int, reason: str) -> None:
        tell = partial(self._around.asker.tell, said.TROUBLE)
        if tried(lambda: self._around.desk.courtesy.take_back(letter, reason), tell):
            self._done(words.TAKEN_BACK)

    def _erase(self, record: Record) -> None:
        """Where everything held about the person is seen first."""
        self._around.go("about-person", letter=record.id)
