"""A week of work without a person: everything a clerk does in a day, over and over, through the services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, TypeVar

from desk_app import house
from desk_app.domain.courtesy_drafts import ThanksDraft
from desk_app.domain.drafts import draft_from
from desk_app.services.books import books, years
from desk_app.services.ceremonies import Ceremonies
from desk_app.services.delivery_log import DeliveryLog, periods
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.genuine import Genuine
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lookup import Lookup
from desk_app.services.month_sent import sent_bundles
from desk_app.services.month_view import month_contents
from desk_app.services.number_signs import NumberSigns
from desk_app.services.numbering import NumberBook
from desk_app.services.outlook import outlook
from desk_app.services.print_desk import PrintDesk
from desk_app.services.ratings_view import rating_periods, voices
from desk_app.services.registering import Entered
from desk_app.services.remembered import remembered_places
from desk_app.services.today import Today
from tools.endurance.above import Above
from tools.endurance.grown import LOGIN, Clock, visits, world
from tools.endurance.probe import Held, held

T = TypeVar("T")
COPY, COPY_EVERY = "evening copy", 5
"""A copy on the first evening and on every fifth after it."""
MONTH_ENDS = 3
"""The bundle of the month goes up on every third day."""


@dataclass
class Robot:
    """Works in the register of `folder`; `times` holds what every act cost, in milliseconds, in order."""

    folder: Path
    clock: Clock
    times: dict[str, list[float]] = field(default_factory=dict)
    looks: list[Held] = field(default_factory=list)
    acts: int = 0
    chance: Random = field(default_factory=lambda: Random(300_000))

    def __post_init__(self) -> None:
        self.stick = self.folder.parent / "stick"
        self.stick.mkdir(exist_ok=True)
        self.above = Above(self.stick)
        with closing(self._open()) as desk:
            self.above.tie(desk)

    def week(self, days: int, visitors: int) -> None:
        """So many days with so many visitors each; a look at what is held after every evening."""
        for day in range(1, days + 1):
            with self._timed("unlock"):
                desk = self._open()
            try:
                self._day(desk, visitors)
                if day % MONTH_ENDS == 0:
                    self._month_end(desk)
                if day % COPY_EVERY == 1:
                    self._does(COPY, desk.care.look_after)
            finally:
                desk.close()
            self.looks.append(held(self.acts))
            self.clock.moment += timedelta(days=1)

    def _open(self) -> Desk:
        return house.open_desk(self.folder, world(self.clock), LOGIN)

    def _day(self, desk: Desk, visitors: int) -> None:
        source = visits(self.chance, self.clock().date())
        done: list[int] = []
        for number, visit in zip(range(visitors), source, strict=False):
            done.append(self._visit(desk, visit, number))
            self._glance(desk)
        seat, quarter = desk.seat, rating_periods(desk.seat.today())[0]
        NumberSigns(seat).use_on_cards(True)
        self._does("amend", lambda: desk.register.amend(done[0], {"hamlet": "Tri Thiện"}, "gõ nhầm thôn"))
        self._does("void", lambda: desk.register.void(done[-1], "ghi thử"))
        answer = {"channel": "slip", "score": "3", "on": seat.today().isoformat()}
        self._does("rate", lambda: desk.voice.take(answer))
        self._does("page: ratings", lambda: voices(seat, quarter))
        self._does("page: books", lambda: (years(seat), books(seat, seat.today().year)))
        book = NumberBook(seat)
        self._does("page: numbers", lambda: (book.waiting(), book.lines(seat.today().year, 150)))
        self._does("number", lambda: book.give([row.letter for row in book.waiting()[:1]]))
        self._courtesies(desk)
        self._does("page: month", lambda: (month_contents(seat), sent_bundles(seat)))
        self._does("report of a month", lambda: desk.reports.report(f"{seat.today():%Y-%m}"))
        self._does("report of a year", lambda: desk.reports.report(f"{seat.today():%Y}"))
        self._does("lock", lambda: (renew_doorstep(seat), house.recognise(self.folder, world(self.clock), LOGIN)))

    def _courtesies(self, desk: Desk) -> None:
        """A letter of thanks, a code that is asked about, the page of ceremonies."""
        seat, name = desk.seat, f"Vũ Thị Ý {self.acts}"
        draft = ThanksDraft(kind="gift", to_address="bà", to_name=name, outcome="Ngõ sáng đèn", deed="hai bóng đèn")
        thanks = self._does("thanks", lambda: desk.courtesy.prepare(draft))
        if not isinstance(thanks, Prepared):
            raise AssertionError(thanks)
        self._does("find a letter of thanks", lambda: Lookup(seat).elsewhere("letters", name, 50))
        self._does("look up a code", lambda: Genuine(seat).look(thanks.code))
        day = Ceremonies(seat)
        self._does("page: ceremonies", lambda: (day.listed(), day.offers()))

    def _visit(self, desk: Desk, visit: Any, number: int) -> int:
        draft, id = draft_from(visit.event, visit.draft({})), desk.drafts.begin()
        self._does("places to offer", lambda: remembered_places(desk.seat))
        self._does("keep draft", lambda: desk.drafts.keep(id, draft))
        self._does("check draft", lambda: desk.register.check(draft))
        entered = self._does("save", lambda: desk.register.enter(draft, id))
        if not isinstance(entered, Entered):
            raise AssertionError(entered)
        letter = self._does("letter", lambda: desk.letters.prepare([entered.id], Wish(anyway="gia đình xin")))
        if isinstance(letter, Prepared):
            self._does("print", lambda: desk.letters.pdf([letter.letter]))
            self._does("printed", lambda: desk.letters.printed([letter.letter]))
            if number % 4:
                self._does("hand over", lambda: desk.letters.delivered([letter.letter], "counter", "good"))
        self._find(desk, next(text for name, text in draft_names(draft)), entered.id)
        return entered.id

    def _find(self, desk: Desk, name: str, id: int) -> None:
        lookup = Lookup(desk.seat)
        for length in (2, 4, 7, len(name)):
            self._does("find", lambda length=length: lookup.find(name[:length]))  # type: ignore[misc]
        self._does("record", lambda: lookup.record(id))
        self._does("find a letter", lambda: lookup.elsewhere("letters", name, 50))

    def _glance(self, desk: Desk) -> None:
        """What the window asks for after every act, and the pages a clerk opens between visitors."""
        seat, printing = desk.seat, PrintDesk(desk.seat)
        self._does("status line", lambda: outlook(seat))
        self._does("page: today", Today(seat).view)
        self._does("page: book", lambda: (Lookup(seat).newest(), Lookup(seat).counted()))
        self._does("page: all letters", lambda: Lookup(seat).elsewhere("letters", "", 50))
        self._does("page: letters", lambda: (printing.waiting(), printing.printed_today(), printing.book()))
        log = DeliveryLog(seat)
        self._does("page: handed over", lambda: (log.log(periods(seat.today())[0]), log.companions()))

    def _month_end(self, desk: Desk) -> None:
        (bundle,) = self._does("close the month", lambda: desk.month.close(self.stick))
        receipt = self.above.answer(bundle.path)
        self._does("take the receipt", lambda: desk.month.receive(receipt))

    def _does(self, act: str, work: Callable[[], T]) -> T:
        with self._timed(act):
            return work()

    @contextmanager
    def _timed(self, act: str) -> Iterator[None]:
        begun = perf_counter()
        yield
        self.times.setdefault(act, []).append((perf_counter() - begun) * 1000)
        self.acts += 1


def draft_names(draft: object) -> Iterator[tuple[str, str]]:
    """The names that stand in a draft, with their fields."""
    fields = ("child_name", "husband_name", "deceased_name")
    return ((field, text) for field in fields if (text := getattr(draft, field, "")))
