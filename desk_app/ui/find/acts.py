"""What can be done with a record: look at its letter, hand it over, take the record out of every count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from common.words import find as words
from common.words import form_compare as told_of
from common.words import record_changes as said_of
from common.words import today as today_words
from common.words import window as said
from desk_app.services.affected import letters_on_void
from desk_app.services.amending import (
    Found,
    amend_parts,
    changes_of,
    circumstances_of,
    draft_with,
    letters_of_change,
    look_at_change,
    parts_of,
)
from desk_app.services.brief_life import begin_other_of
from desk_app.services.comparing import alike_of, compare_change, compare_kept
from desk_app.services.courtesy_letters import COURTESIES
from desk_app.services.courtesy_record import courtesy_history
from desk_app.services.delivery import Delivery, Given
from desk_app.services.glance import glance
from desk_app.services.guarded import in_full
from desk_app.services.history import history_of
from desk_app.services.record import Record
from desk_app.services.registering import Amended
from desk_app.services.trouble import Mistake, Trouble
from desk_app.ui.copy_out.opening import CopyOut
from desk_app.ui.courtesy.acts import possible_on_letter
from desk_app.ui.find.amend import AmendDialog, Asked, Ways
from desk_app.ui.find.history import HistoryDialog
from desk_app.ui.form.both_letters import drawing
from desk_app.ui.form.compare import CHANGED, DROP, KEPT, OPEN, OTHER, CompareDialog
from desk_app.ui.form.other_record import ask_why_other
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question
from desk_app.ui.parts.glance import Glance
from desk_app.ui.parts.handing import ask_handing
from desk_app.ui.told import sentence_of, tried

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


def possible_on(record: Record, role: str = "") -> frozenset[str]:
    """The ids of the actions that this record allows (somebody of this role)."""
    if record.event in COURTESIES:
        return possible_on_letter(record, role)
    ids = {"see-history"} | ({"see-record-letter"} if record.letters else set())
    ids |= {"compare-records"} if record.alike else set()
    ids |= {"deliver"} if any(letter.state in IN_HAND for letter in record.letters) else set()
    ids |= {"show-numbers"} if record.guarded and not record.revealed else set()
    ids |= {"both-acts"} if record.both_acts and (record.beside or record.live) else set()
    ids |= {"amend", "void", "print-record", "copy-out"} if record.live else set()
    return frozenset(ids)


class RecordActs:
    """The acts on one record; `done` is told what was done, in words, `show` is given a record with more to read."""

    def __init__(
        self, around: Around, over: QWidget, done: Callable[[str], None], show: Callable[[Record], None]
    ) -> None:
        self._around, self._over, self._done, self._show = around, over, done, show
        self._copying = CopyOut(around, over)

    def do(self, action_id: str, record: Record) -> None:
        """Do the action of this id on the record."""
        acts = {
            "see-record-letter": self._see,
            "deliver": self._deliver,
            "amend": self.amend,
            "void": self._void,
            "print-record": self._print,
            "show-numbers": self._reveal,
            "see-history": self._see_history,
            "compare-records": self._compare,
            "both-acts": self._go_beside,
            "copy-out": self._copy_out,
        }
        acts[action_id](record)

    def _copy_out(self, record: Record) -> None:
        self._copying.open(record.id, record.event)

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
        ask_handing(self._around.desk.seat, letters, self._over, partial(self._delivered, letters))

    def _delivered(self, letters: list[int], given: Given) -> None:
        tell = partial(self._around.asker.tell, said.TROUBLE)
        if tried(lambda: Delivery(self._around.desk.seat).hand_over(letters, given), tell):
            self._done(words.DELIVERED_NOW)

    def amend(self, record: Record, field: str = "") -> None:
        """What is to be changed, at this field first; of a record that no longer counts nothing."""
        if not record.live:
            return
        seat, id = self._around.desk.seat, record.id
        ways = Ways(
            changes=partial(changes_of, seat, id),
            letters=partial(letters_of_change, seat, id),
            look=partial(look_at_change, seat, id),
            write=partial(self._write, id),
            open_other=lambda other: self._go_to(other),
            compare=partial(self._compare_change, id),
        )
        event, kept = circumstances_of(seat, id)
        dialog = AmendDialog(Asked(event, parts_of(seat, id), kept), ways, self._over)
        dialog.begin_at(field)
        dialog.open()

    def _write(self, id: int, values: Mapping[str, str], reason: str, another: str) -> Found | None:
        seat = self._around.desk.seat
        letters = letters_of_change(seat, id, values)
        try:
            done = amend_parts(seat, id, values, reason, another)
        except (Trouble, Mistake) as trouble:
            return Found(errors=(sentence_of(trouble),))
        if not isinstance(done, Amended):
            return done
        self._done(said_of.done_with(words.AMENDED_NOW, letters))
        return None

    def _compare_change(self, id: int, values: Mapping[str, str], other: int, decided: Callable[[str], None]) -> None:
        seat = self._around.desk.seat
        both = compare_change(seat, id, draft_with(seat, id, values), other)
        dialog = CompareDialog(both, self._over.window(), drawing(self._around, both), CHANGED)
        ways = {OPEN: lambda: self._go_to(other), OTHER: lambda: ask_why_other(self._over.window(), decided)}
        dialog.chosen.connect(lambda way: ways[way]())
        dialog.open()

    def _compare(self, record: Record) -> None:
        """Two that both stand: the one looked at and the one that it may be."""
        seat, id = self._around.desk.seat, record.id
        other = alike_of(seat, id)
        if not other:
            return
        both = compare_kept(seat, id, other)
        dialog = CompareDialog(both, self._over.window(), drawing(self._around, both), KEPT)
        ways = {
            OPEN: lambda: self._go_to(other),
            OTHER: lambda: ask_why_other(self._over.window(), partial(self._keep_both, id)),
            DROP: lambda: self._voided(id, told_of.same_as(both.number)),
        }
        dialog.chosen.connect(lambda way: ways[way]())
        dialog.open()

    def _keep_both(self, id: int, reason: str) -> None:
        try:
            amend_parts(self._around.desk.seat, id, {}, reason, reason)
        except (Trouble, Mistake) as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._done(told_of.KEPT_BOTH)

    def _go_to(self, other: int) -> None:
        self._around.go("find", show=other)

    def _go_beside(self, record: Record) -> None:
        """The other act of a child that lived under 24 hours: its record, or its form with what is known filled in."""
        if record.beside:
            self._go_to(record.beside)
            return
        try:
            draft = begin_other_of(self._around.desk.seat, record.id)
        except (Trouble, Mistake) as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._around.go("form", draft=draft)

    def _see_history(self, record: Record) -> None:
        told = courtesy_history if record.event in COURTESIES else history_of
        HistoryDialog(told(self._around.desk.seat, record.id), self._over.window()).open()

    def _void(self, record: Record) -> None:
        letters = letters_on_void(self._around.desk.seat, record.id)
        text = said_of.void_text(words.VOID_TEXT, letters)
        if record.beside:
            text = "\n".join([text, said_of.STILL_THERE.format(line=record.both_acts)])
        question = replace(_VOIDING, text=text)
        dialog = Choices(question, self._over)
        dialog.answered.connect(lambda told: self._voided(record.id, told[-1] or told[0]))
        dialog.open()

    def _voided(self, id: int, reason: str) -> None:
        letters = letters_on_void(self._around.desk.seat, id)
        try:
            self._around.desk.register.void(id, reason)
        except (Trouble, Mistake) as trouble:
            self._around.asker.tell(said.TROUBLE, sentence_of(trouble))
            return
        self._done(said_of.done_with(words.VOIDED_NOW, letters))
