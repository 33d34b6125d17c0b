"""What the page Hôm nay does with its rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.words import clock as clock_words
from common.words import find as find_words
from common.words import today as words
from common.words import window as said
from desk_app.services.calls import CallBacks
from desk_app.services.clock_watch import confirm_clock, look_at_clock
from desk_app.services.decided import Deciding
from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk_reminders import newest_draft
from desk_app.services.glance import glance
from desk_app.services.queues import Row
from desk_app.ui.courtesy.acts import CourtesyActs
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question
from desk_app.ui.parts.glance import Glance
from desk_app.ui.parts.handing import ask_handing
from desk_app.ui.told import sentence_of, tried

SHOWN_IN = {
    "see-letter": ("print", "sign", "hand"),
    "print-chosen": ("print",),
    "hand-over": ("sign", "hand"),
    "called": ("call",),
    "drop-draft": ("draft",),
    "mend-held": ("look",),
    "decided": ("sign", "hand", "look"),
}
"""In which queues an action of this page has something to do."""


ON_CARDS = frozenset({"reopen-draft", "clock-right"})
"""Actions of this page that belong to a reminder."""


class TodayActs(QObject):
    """`done` after anything that changes a queue."""

    done = Signal()

    def __init__(self, around: Around, page: QWidget) -> None:
        super().__init__(page)
        self._around, self._page = around, page
        self._courtesy = CourtesyActs(around, page, self._told)

    def act(self, id: str, rows: list[Row], current: Row) -> None:
        """Do one of SHOWN_IN with the chosen rows, or with the one under the bar."""
        {
            "see-letter": lambda: self._see(current),
            "hand-over": lambda: self._hand_over(rows),
            "called": lambda: self._called(rows),
            "drop-draft": lambda: self._drop(current),
            "mend-held": lambda: self._mend(current),
            "decided": lambda: self._decide(current),
        }[id]()

    def of_card(self, id: str) -> bool:
        """Do one of ON_CARDS; False where there is nothing for it."""
        return self._reopen() if id == "reopen-draft" else self._clock_is_right()

    def _reopen(self) -> bool:
        seat = self._around.desk.seat
        with seat.reading() as reading:
            draft = newest_draft(seat, reading)
        return bool(draft) and self._around.go(self._around.desk.drafts.page(draft), draft=draft)

    def _clock_is_right(self) -> bool:
        seat = self._around.desk.seat
        doubt = look_at_clock(seat)
        choices = (clock_words.RIGHT, clock_words.LOOK)
        if doubt and self._around.asker.ask(clock_words.TITLE, clock_words.doubt(doubt.now, doubt.last), choices) == 0:
            self._write(lambda: confirm_clock(seat), clock_words.CONFIRMED)
        return doubt is not None

    def open(self, row: Row) -> None:
        """Enter on a row: to where it is done."""
        if row.kind == "draft":
            self._around.go(self._around.desk.drafts.page(str(row.id)), draft=row.id)
        elif row.kind == "message":
            self._around.asker.tell(row.who, row.second or row.due)
        elif row.goes == "printing":
            self._around.go("printing", registrations=row.covers)
        else:
            self._around.go("find", show=row.covers[0] if row.covers else -row.letter)

    def _mend(self, row: Row) -> None:
        """To the death for which a letter waits, or to the field of its own record; of anything else to the record."""
        if row.because:
            self._around.go("find", show=row.because)
        else:
            self._around.go("find", show=row.covers[0], **({"amend": row.at} if row.at else {}))

    def _see(self, row: Row) -> None:
        seat = self._around.desk.seat
        self._around.jobs.start(
            lambda step: glance(seat, row.covers, row.letter),
            lambda page: Glance(row.who, page, self._page).open(),
            lambda error: self._around.asker.tell(said.TROUBLE, sentence_of(error)),
            words.GLANCE_RUNS,
        )

    def _hand_over(self, rows: list[Row]) -> None:
        letters = [row.letter for row in rows]
        delivery = Delivery(self._around.desk.seat)

        def handed(given: Given) -> None:
            self._write(lambda: delivery.hand_over(letters, given), find_words.DELIVERED_NOW)

        ask_handing(self._around.desk.seat, letters, self._page, handed)

    def _called(self, rows: list[Row]) -> None:
        calls = CallBacks(self._around.desk.seat)

        def note() -> None:
            for row in rows:
                calls.called(str(row.id))

        self._write(note, words.CALLED_NOW)

    def _drop(self, row: Row) -> None:
        choices, text = (words.DROP_YES, words.DROP_NO), words.DROP_TEXT.format(name=row.who)
        if self._around.asker.ask(words.DROP_TITLE, text, choices) == 0:
            self._write(lambda: self._around.desk.drafts.drop(str(row.id)), words.DROPPED)

    def _decide(self, row: Row) -> None:
        """A record that may stand twice is decided where both are seen side by side."""
        if row.kind == "aside":
            self._looked_into(row)
        elif row.letter and not row.covers:
            self._courtesy.take_back(row.letter, row.who, printed=True)
        elif row.letter or row.goes == "printing":
            self._keep_back(row)
        else:
            self.open(row)

    def _looked_into(self, row: Row) -> None:
        text = words.LOOKED_INTO_TEXT.format(name=row.who, note=row.note)
        choices = (words.LOOKED_INTO_YES, words.LOOKED_INTO_NO)
        if self._around.asker.ask(words.LOOKED_INTO_TITLE, text, choices) == 0:
            deciding = Deciding(self._around.desk.seat)
            self._write(lambda: deciding.looked_into(int(row.id)), words.LOOKED_INTO_NOW)

    def _keep_back(self, row: Row) -> None:
        question = Question(
            title=words.KEEP_BACK_TITLE,
            text=words.KEEP_BACK_TEXT.format(name=row.who),
            groups=(Group("", words.KEEP_BACK_WAYS),),
            yes=words.KEEP_BACK_YES,
            no=words.KEEP_BACK_NO,
            decided=False,
        )
        dialog, deciding = Choices(question, self._page), Deciding(self._around.desk.seat)
        dialog.answered.connect(
            lambda told: self._write(lambda: deciding.keep_back(row.covers, told[0] == "wish"), words.KEPT_BACK_NOW)
        )
        dialog.open()

    def _told(self, done: str) -> None:
        self.done.emit()
        self._around.changed()
        self._around.say(done)

    def _write(self, act: Callable[[], object], told: str) -> None:
        if tried(act, partial(self._around.asker.tell, said.TROUBLE)):
            self._told(told)
