"""What the page Lễ trao knows, without a widget: the days, the order of one of them, what is said of each turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from common.dates import NotADate, PartialDate
from common.words import ceremony as said
from common.words.problems import sentence
from desk_app.services.ceremonies import Ceremonies, Ceremony, HandedOver, Line, Listed, Offer, Place, Plan, to_give
from desk_app.services.desk import Desk
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.ui.parts.rows import Column

WIDTHS = (86, 0, 124, 110, 148)


@dataclass(frozen=True, slots=True)
class Row:
    """One turn with its number; `today` tells whether its sheet still waits to be signed."""

    number: int
    line: Line
    today: date

    @property
    def second(self) -> str:
        """What stands under the names: why nothing is printed, or where they live and which letter it is."""
        line = self.line
        if line.left_out:
            return said.LEFT_OUT.format(why=line.left_out)
        kind = "" if line.kind == "marriage" else said.KINDS.get(line.kind, "").lower()
        away = "" if line.comes else said.NOT_COMING
        return " · ".join(one for one in (away, line.hamlet, kind) if one)

    @property
    def signing(self) -> tuple[str, str]:
        """Whether the sheet is signed, as the queues say it, and the tone."""
        line = self.line
        if line.state == "handed":
            return said.HANDED_SIGN, "sen"
        if not line.on_paper:
            return "", ""
        return (said.TO_SIGN, "hoe") if line.printed_on == self.today else (said.TO_HAND, "sen")

    @property
    def note(self) -> str:
        """The first thing worth knowing."""
        told = (*((said.NOT_COMING,) if not self.line.comes else ()), *self.line.notes)
        return next(iter(told), "")


def columns() -> tuple[Column, ...]:
    """As picture 27."""
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda row: str(row.number), width=WIDTHS[0]),
        Column(
            titles[1],
            lambda row: row.line.who,
            lambda row: row.second,
            tone=lambda row: "" if row.line.comes and row.line.stands else "xam",
            second_tone=lambda row: "hoe" if row.line.left_out else "",
        ),
        Column(titles[2], _state, tone=_state_tone, width=WIDTHS[2]),
        Column(titles[3], lambda row: row.signing[0], tone=lambda row: row.signing[1], width=WIDTHS[3]),
        Column(titles[4], lambda row: row.note, tone=_note_tone, tag=True, width=WIDTHS[4]),
    )


def _state(row: Row) -> str:
    return said.LETTER_STATES[row.line.state] if row.line.stands else ""


def _state_tone(row: Row) -> str:
    return said.STATE_TONES.get(row.line.state, "") if row.line.stands else ""


def _note_tone(row: Row) -> str:
    return {said.ASK_READING: "hoe", said.IN_MOURNING: "hoe", said.NOT_COMING: "xam"}.get(row.note, "cham")


class CeremonyModel:
    """One ceremony in front; `at` is the turn under the bar."""

    def __init__(self, desk: Desk) -> None:
        self.days, self._seat = Ceremonies(desk.seat), desk.seat
        self.listed: tuple[Listed, ...] = ()
        self.shown: Ceremony | None = None
        self.rows: tuple[Row, ...] = ()
        self.at = self._wanted = 0

    def arrive(self, wanted: int) -> None:
        """This one comes to the front with the next reading, if it is there."""
        self._wanted = wanted

    def refresh(self) -> None:
        """Read everything again; the ceremony in front stays where it is still there, else the next one comes."""
        self.listed = self.days.listed()
        ids = [one.id for one in self.listed]
        asked = (self._wanted, self.shown.id if self.shown else 0, *ids[:1])
        self._wanted = 0
        self.show(next((id for id in asked if id in ids), 0))

    def show(self, id: int) -> None:
        """Another ceremony in front; 0: none."""
        if self.shown is None or self.shown.id != id:
            self.at = 0
        self.shown = self.days.open(id) if id else None
        today = self._seat.today()
        lines = self.shown.lines if self.shown else ()
        self.rows = tuple(Row(number, line, today) for number, line in enumerate(lines, 1))
        self.at = max(0, min(self.at, len(self.rows) - 1))

    @property
    def today(self) -> date:
        """The office's date."""
        return self._seat.today()

    @property
    def row(self) -> Row | None:
        """The turn under the bar."""
        return self.rows[self.at] if self.rows else None

    @property
    def open(self) -> bool:
        """Whether its order may still change."""
        return self.shown is not None and self.shown.over is None

    # ---- the order

    def add(self, places: Sequence[Place]) -> None:
        """At the end; the first of them comes under the bar."""
        before = len(self.rows)
        self.days.put_in(self._id, places)
        self.at = before
        self.show(self._id)

    def take_out(self) -> str:
        """The turn under the bar goes; who it was."""
        row = self._row
        self.days.take_out(self._id, row.line.place)
        self.show(self._id)
        return row.line.who

    def move(self, start: int, to: int) -> bool:
        """From one place (from 0) to another; the turn stays under the bar."""
        if not (0 <= start < len(self.rows) and 0 <= to < len(self.rows)) or start == to:
            return False
        self.days.move(self._id, self.rows[start].line.place, to)
        self.at = to
        self.show(self._id)
        return True

    def turn_comes(self) -> bool:
        """Comes, or does not; whether they come now."""
        row = self._row
        comes = not row.line.comes
        self.days.comes(self._id, row.line.place, comes)
        self.show(self._id)
        return comes

    def say_reading(self, lines: Sequence[str]) -> None:
        """How the names under the bar are read."""
        self.days.say_reading(self._id, self._row.line.place, lines)
        self.show(self._id)

    def offers(self) -> tuple[Offer, ...]:
        """Who may be added."""
        return self.days.offers()

    # ---- the day

    def plan(self) -> Plan:
        """The plan in front, or what is likely for a new one."""
        return self.shown.plan if self.shown else self.likely()

    def likely(self) -> Plan:
        """A new ceremony as it usually is: the place as last time."""
        last = next((one.plan for one in self.listed), None)
        place = last.place if last else said.DEFAULT_PLACE.format(unit=_unit(self._seat))
        giver, title = (last.giver, last.title) if last else ("", said.DEFAULT_TITLE)
        return Plan(self.today, last.hour if last else said.DEFAULT_HOUR, place, title, giver)

    def make(self, plan: Plan) -> None:
        """A new one, in front."""
        id = self.days.make(plan)
        self.listed = self.days.listed()
        self.show(id)

    def change(self, plan: Plan) -> None:
        """Another day, hour or place."""
        self.days.change(self._id, plan)
        self.listed = self.days.listed()
        self.show(self._id)

    def drop(self) -> None:
        """The ceremony in front goes."""
        self.days.drop(self._id)
        self.shown = None
        self.refresh()

    # ---- afterwards

    def figures(self) -> tuple[int, int, int]:
        """Letters that would be handed over now, families that do not come, letters without a sheet."""
        shown = self._ceremony
        unprinted = sum(not line.on_paper for line in shown.coming)
        return len(to_give(shown)), len(shown.standing) - len(shown.coming), unprinted

    def hand_over(self, reaction: str) -> HandedOver:
        """The ceremony was held."""
        done = self.days.hand_over(self._id, reaction)
        self.refresh()
        return done

    # ---- what is told

    def unprinted(self) -> tuple[int, ...]:
        """Numbers of those who come and have no sheet yet."""
        shown = self.shown
        wanted = ("none", "prepared", "stale")
        return shown.numbers(line for line in shown.coming if line.state in wanted) if shown else ()

    def unsigned(self) -> tuple[int, ...]:
        """Numbers of those whose sheet was printed today."""
        return tuple(row.number for row in self.rows if row.signing[0] == said.TO_SIGN and row.line.comes)

    def english(self) -> bool:
        """Whether a letter has another side."""
        return any(said.ENGLISH in row.line.notes for row in self.rows)

    def counted(self) -> str:
        """How many, couples where they are all that."""
        return said.counted(len(self.rows), all(row.line.kind == "marriage" for row in self.rows))

    @property
    def _ceremony(self) -> Ceremony:
        if self.shown is None:
            raise LookupError("no ceremony is in front")
        return self.shown

    @property
    def _id(self) -> int:
        return self._ceremony.id

    @property
    def _row(self) -> Row:
        if self.row is None:
            raise LookupError("nobody is under the bar")
        return self.row


def typed_day(text: str, today: date) -> tuple[date | None, str]:
    """The day a text means, or what is wrong with it."""
    try:
        day = PartialDate.parse(text).exact()
    except NotADate as error:
        return None, sentence(error.code, {"text": error.text})
    if day is None:
        return None, said.WHOLE_DAY
    return (day, "") if day >= today.replace(day=1, month=1) else (None, said.LONG_AGO)


def _unit(seat: Seat) -> str:
    with seat.reading() as reading:
        return office_on(read_letterhead(reading.office), seat.units, seat.today()).unit_name
