"""What the page of the month end shows first: what a bundle would hold, counted from the lines that will travel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.counts import LETTERS
from common.periods import Period, read_period
from common.words.month_kinds import VOICE as CITIZENS
from common.words.month_kinds import YEAR
from desk_app.db.register import Reading
from desk_app.services.after_restore import Restored, owed
from desk_app.services.decided import kept_back
from desk_app.services.lacking import waiting as waiting_again
from desk_app.services.month_end import closing_month
from desk_app.services.mourning import Mourners
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.receiving import newest_receipt, next_basis, number_of
from desk_app.services.seat import Seat
from desk_app.services.second_look import Look, is_wanted, look_over
from desk_app.services.sheets import what_holds
from desk_app.services.tallies import untold_tallies
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, read_link
from desk_app.sync.outgoing import MOST_LINES, fields_of
from exchange.journal import BadLine, Line, read_line

CHANGES = frozenset({"amended", "voided", "erased"})
VOICE = frozenset({*CITIZENS, *YEAR})
OTHERS = frozenset({"letter-voided", "ratings-tally", "restored", "local"})


@dataclass(frozen=True, slots=True)
class Counted:
    """One row of the contents: an event with its letter, or a letter alone."""

    kind: str
    registered: int
    printed: int
    held: int
    delivered: int
    changed: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Every line that travels, sorted once, beside the journal's own length."""

    parts: Mapping[str, int]
    unread: int
    lines: int

    @property
    def agrees(self) -> bool:
        """Whether the parts add up to exactly the lines that will travel."""
        return not self.unread and sum(self.parts.values()) == self.lines


@dataclass(frozen=True, slots=True)
class MonthContents:
    """What the next bundle would hold, counted from the very lines that will travel."""

    month: Period
    seq: int
    receipt: int
    receipt_on: date | None
    to: str
    rows: tuple[Counted, ...]
    sum: Agreement
    held: Mapping[str, int]
    """Letters held back among these registrations, by reason."""
    tallied: int
    """Answers taken at the desk that go up as plain counts."""
    voice: Mapping[str, int]
    """Lines about surveys, follow-ups and letters drawn by lot, by kind."""
    waiting: int
    """Letters printed and not yet handed over."""
    named: Mapping[str, int] | None
    """How many registrations of each event, entered or amended, take their names along; None: no name travels."""
    stop: str
    """Why no bundle can be written now: practice-stays-here, no-district, words-not-compared, receipt-owed,
    nothing-to-export, or empty."""
    unfinished: bool
    head: int
    """The journal's length at this count."""
    second: bool
    """Whether a second person has to look before the bundle is written."""
    look: Look | None
    """The second person's look at exactly these contents, if there was one."""
    practice: bool
    owed: Restored | None = None
    """The restore after which the newest receipt is still to come."""
    lacking: int = 0
    """What still waits to be entered again after a restore."""

    @property
    def bundles(self) -> int:
        """How many bundles these lines go up in."""
        return max(1, -(-self.sum.lines // MOST_LINES))

    @property
    def total(self) -> Counted:
        """The row under all others."""
        names = ("registered", "printed", "held", "delivered", "changed")
        return Counted("", *(sum(getattr(row, name) for row in self.rows) for name in names))


def month_contents(seat: Seat) -> MonthContents:
    """What would go up if the month were closed now; after a restore the newest receipt comes first."""
    contents = _counted(seat)
    with seat.reading() as reading:
        restore, lost = owed(reading), len(waiting_again(reading))
    stop = "receipt-owed" if restore and contents.stop in ("", "nothing-to-export") else contents.stop
    return replace(contents, owed=restore, lacking=lost, stop=stop)


def _counted(seat: Seat) -> MonthContents:
    with seat.reading() as reading:
        tie, waiting = (read_link(reading.office.get(name)) for name in (IN_FORCE, WAITING))
        unfinished = reading.bundles.unfinished()
        begun = fields_of(unfinished) if unfinished else None
        month = read_period(begun.period) if begun else closing_month(seat.today())
        basis = begun.basis if begun else next_basis(reading)
        lines, unread = _lines(reading, basis)
        tallies = untold_tallies(reading, month)
        head = reading.journal.head()[0]
        second, look = is_wanted(reading), look_over(reading, head)
        # The look is an act of the desk: its own line will travel, as the tallies will.
        coming = len(tallies) + int(second and look is None)
        named = _named(reading, (basis + 1, head)) if tie and tie.sends_register else None
        known = newest_receipt(reading)
        unhanded = reading.overview.letters_in("printed")
        seq = begun.seq if begun else reading.bundles.next_seq()
        to = office_on(read_letterhead(reading.office), seat.units, seat.today()).parent_name
        events = reading.overview.events_of({line.subject for line in lines})
        held = _held(reading, {line.subject for line in lines if line.kind == "registered"}, seat.today())
    return MonthContents(
        month=month,
        seq=seq,
        receipt=number_of(known) if known else 0,
        receipt_on=known.taken_on if known else None,
        to=to,
        rows=tuple(_row(kind, lines, events, held) for kind in LETTERS),
        sum=Agreement(_parts(lines, coming), unread, head - basis + coming),
        held=Counter(reason for _, reasons in held for reason in reasons),
        tallied=_tallied(lines, tallies),
        voice=Counter(line.kind for line in lines if line.kind in VOICE),
        waiting=unhanded,
        named=named,
        stop="practice-stays-here" if seat.training else _stop(tie, waiting, head - basis + len(tallies)),
        unfinished=unfinished is not None,
        head=head,
        second=second,
        look=look if second else None,
        practice=seat.register.identity.practice,
    )


def _lines(reading: Reading, basis: int) -> tuple[tuple[Line, ...], int]:
    """The lines after `basis` that can be read, and how many cannot."""
    read, unread = [], 0
    for raw in reading.journal.slice(basis + 1, reading.journal.head()[0]):
        try:
            read.append(read_line(raw))
        except BadLine:
            unread += 1
    return tuple(read), unread


def _parts(lines: Iterable[Line], tallies: int) -> dict[str, int]:
    """Each line under one heading; a kind without a heading is counted nowhere, so that the sum shows it."""
    parts = Counter({"other": tallies})
    given: set[str] = set()
    for line in lines:
        parts[_heading(line, given)] += 1
        if line.kind == "letter-delivered":
            given.add(line.subject)
    parts.pop("", None)
    return dict(parts)


def _heading(line: Line, given: set[str]) -> str:
    if line.kind == "letter-printed" and line.figures["reprint"]:
        return "again"
    if line.kind == "letter-delivered" and (line.subject in given or "returned_on" in line.figures):
        return "again"
    plain = {
        "registered": "registered",
        "letter-prepared": "prepared",
        "letter-printed": "printed",
        "letter-delivered": "delivered",
        **dict.fromkeys(CHANGES, "changed"),
        **dict.fromkeys(VOICE, "voice"),
        **dict.fromkeys(OTHERS, "other"),
    }
    return plain.get(line.kind, "")


def _row(
    kind: str,
    lines: Iterable[Line],
    events: Mapping[str, str],
    held: Iterable[tuple[str, tuple[str, ...]]],
) -> Counted:
    mine = [line for line in lines if (line.figures.get("letter") or events.get(line.subject)) == kind]
    parts = _parts(mine, 0)
    return Counted(
        kind=kind,
        registered=parts.get("registered", 0),
        printed=parts.get("printed", 0),
        held=sum(event == kind for event, _ in held),
        delivered=parts.get("delivered", 0),
        changed=parts.get("changed", 0),
    )


def _held(reading: Reading, subjects: set[str], today: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Event and reasons of each of these registrations whose letter waits for a person or never goes; what was kept
    back, an old book taken in among it, waits for nobody."""
    back = kept_back(reading)
    ids = [id for id in reading.overview.awaiting_among(subjects) if id not in back]
    mourners = Mourners()
    rows = reading.registrations.several(ids)
    holds = [(row.event, what_holds(reading, [row.registration], today, "", mourners)) for row in rows]
    return tuple((event, tuple(one.details["reason"] for one in held)) for event, held in holds if held)


def _named(reading: Reading, span: tuple[int, int]) -> dict[str, int]:
    """Registrations whose shared part would go along, by event."""
    going = {part.position for part in reading.journal.shared_parts(*span)}
    events: Counter[str] = Counter()
    for raw in reading.journal.slice(*span):
        try:
            line = read_line(raw)
        except BadLine:
            continue
        if line.position in going:
            events[str(line.figures.get("event", ""))] += 1
    return dict(events)


def _tallied(lines: Iterable[Line], tallies: Iterable[Mapping[str, object]]) -> int:
    told = [line.figures["n"] for line in lines if line.kind == "ratings-tally"]
    return sum(int(str(n)) for n in (*told, *(figures["n"] for figures in tallies)))


def _stop(tie: DistrictLink | None, waiting: DistrictLink | None, length: int) -> str:
    if tie is None:
        return "words-not-compared" if waiting else "no-district"
    return "" if length else "nothing-to-export"
