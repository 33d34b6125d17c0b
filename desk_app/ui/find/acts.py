"""What can be done with a record: look at its letter, hand it over, take the record out of every count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from common.words import find as words
from common.words import today as today_words
from common.words import window as said
from desk_app.services.amending import amend_part, parts_of
from desk_app.services.glance import glance
from desk_app.services.guarded import in_full
from desk_app.services.record import Record
from desk_app.services.registering import Amended
from desk_app.services.trouble import Trouble
from desk_app.ui.find.amend import AmendDialog
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question
from desk_app.ui.parts.glance import Glance
from desk_app.ui.parts.handing import handing_question
from desk_app.ui.told import sentence_of

IN_HAND = ("printed", "delivered")
_VOIDING = Question(
    title=words.VOID_TITLE,
    text=words.VOID_TEXT,
    groups=(Group("", tuple((told, told) for told in words.VOID_REASONS)),),
    yes=words.VOID_YES,
    no=words.KEEP_IT,
    own_line=words.OTHER_REASON,
    decided=False,
)


def possible_on(record: Record) -> frozenset[str]:
    """The ids of the actions that this record allows."""
    ids = {"see-record-letter"} if record.letters else set()
    ids |= {"deliver"} if any(letter.state in IN_HAND for letter in record.letters) else set()
    ids |= {"show-numbers"} if record.guarded and not record.revealed else set()
    ids |= {"amend", "void", "print-record"} if record.live else set()
    return frozenset(ids)


class RecordActs:
    """The acts on one record; `done` is told what was done, in words, `show` is given a record with more to read."""

    def __init__(
        self, around: Around, over: QWidget, done: Callable[[str], None], show: Callable[[Record], None]
    ) -> None:
        self._around, self._over, self._done, self._show = around, over, done, show

    def do(self, action_id: str, record: Record) -> None:
        """Do the action of this id on the record."""
        acts = {
            "see-record-letter": self._see,
            "deliver": self._deliver,
            "amend": self._amend,
            "void": self._void,
            "print-record": self._print,
            "show-numbers": self._reveal,
        }
        acts[action_id](record)

    def _reveal(self, record: Record) -> None:
        try:
            told = in_full(self._around.desk.seat, record.id)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._show(replace(record, guarded=told, revealed=True))

    def _see(self, record: Record) -> None:
        letter, seat = record.letters[0].id, self._around.desk.seat
        self._around.jobs.start(
            lambda step: glance(seat, (), letter),
            lambda page: Glance(record.title, page, self._over).open(),
            lambda error: self._around.asker.tell(said.TROUBLE, sentence_of(error)),
            today_words.GLANCE_RUNS,
        )

    def _print(self, record: Record) -> None:
        self._around.go("printing", registrations=(record.id,))

    def _deliver(self, record: Record) -> None:
        letters = [one.id for one in record.letters if one.state in IN_HAND]
        dialog = Choices(handing_question(len(letters)), self._over)
        dialog.answered.connect(lambda told: self._delivered(letters, *told))
        dialog.open()

    def _delivered(self, letters: list[int], way: str, reaction: str) -> None:
        try:
            self._around.desk.letters.delivered(letters, way, reaction)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._done(words.DELIVERED_NOW)

    def _amend(self, record: Record) -> None:
        seat = self._around.desk.seat
        write = partial(self._amended, record.id)
        AmendDialog(parts_of(seat, record.id), write, self._over).open()

    def _amended(self, id: int, field: str, value: str, reason: str) -> Sequence[str]:
        try:
            done = amend_part(self._around.desk.seat, id, (field, value), reason)
        except Trouble as trouble:
            return (sentence_of(trouble),)
        if not isinstance(done, Amended):
            return done
        self._done(words.amended_now(len(done.letters)))
        return ()

    def _void(self, record: Record) -> None:
        dialog = Choices(_VOIDING, self._over)
        dialog.answered.connect(lambda told: self._voided(record.id, told[-1] or told[0]))
        dialog.open()

    def _voided(self, id: int, reason: str) -> None:
        try:
            voided = self._around.desk.register.void(id, reason)
        except Trouble as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._done(words.voided_now(len(voided.letters)))
