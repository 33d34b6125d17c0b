"""The order of a ceremony as it stands now: whose letter is where, who is left out and why, how names are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.words import ceremony as said
from common.words import labels
from common.words.syllables import reading as read_name
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept as KeptRegistration
from desk_app.domain.events import AnyRegistration
from desk_app.services.addressed import Addressed, addressed, courtesy_to
from desk_app.services.ceremony_order import ENDLESS, Kept, Place, Plan, Turn
from desk_app.services.decided import kept_back
from desk_app.services.mourning import Mourning
from desk_app.services.print_question import asked_about
from desk_app.services.seat import Seat
from desk_app.services.sheets import newly_held, what_holds

GLAD = ("marriage", "birth", "thanks")
"""Kinds of letters that are handed over before people; a condolence or an apology never is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn as the page and the papers show it. `covers`: what stands of its registrations; `names` are called out,
    with a reading for each ("" nothing to say, None: ask the family). `state` of the letter: none prepared stale asked
    printed handed. `left_out` says why nothing is printed for it; `notes` what is worth knowing."""

    place: Place
    kind: str
    names: tuple[str, ...]
    hamlet: str
    to: Addressed
    covers: tuple[int, ...] = ()
    letter: int = 0
    state: str = ""
    printed_on: date | None = None
    comes: bool = True
    readings: tuple[str | None, ...] = ()
    left_out: str = ""
    notes: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """The names in one line."""
        return ", ".join(self.names) or said.UNNAMED

    @property
    def stands(self) -> bool:
        """Whether something is printed and called out for it."""
        return not self.left_out

    @property
    def on_paper(self) -> bool:
        """Whether its sheet is in the hand."""
        return self.stands and self.state == "printed"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One ceremony and its order as it stands."""

    id: int
    plan: Plan
    over: date | None
    lines: tuple[Line, ...]

    @property
    def standing(self) -> tuple[Line, ...]:
        """Those something is printed for, whether they come or not."""
        return tuple(line for line in self.lines if line.stands)

    @property
    def coming(self) -> tuple[Line, ...]:
        """Those who are called out."""
        return tuple(line for line in self.standing if line.comes)

    def numbers(self, which: Iterable[Line]) -> tuple[int, ...]:
        """Their numbers in the order, from 1."""
        wanted = {line.place for line in which}
        return tuple(number for number, line in enumerate(self.lines, 1) if line.place in wanted)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is read once for all lines."""

    store: Reading | Work
    seat: Seat
    over: bool = False

    def lines(self, order: Sequence[Turn]) -> Iterator[Line]:
        """Each turn as it stands."""
        ids = sorted({id for turn in order for id in turn.place.registrations})
        rows = {row.id: row for row in self.store.registrations.several(ids)}
        letters = self._letters(ids)
        told = self._told()
        for turn in order:
            if turn.place.letter:
                yield self._courtesy(turn, told[0])
            else:
                yield self._registered(turn, [rows[id] for id in turn.place.registrations if id in rows], letters, told)

    def _letters(self, ids: Sequence[int]) -> Mapping[int, LetterLine]:
        """The newest letter that stands over each of these registrations."""
        found: dict[int, LetterLine] = {}
        for letter in self.store.overview.letters_over(ids, ENDLESS) if ids else ():
            if letter.state != "void":
                found |= {id: letter for id in letter.covers if id not in found}
        return found

    def _told(self) -> tuple[frozenset[int], frozenset[int], Mourning]:
        asked = asked_about(self.store)
        mourned = self.seat.mourners.now(self.store, self.seat.today())
        return frozenset(asked.letters if asked else ()), kept_back(self.store), mourned

    def _registered(
        self,
        turn: Turn,
        rows: Sequence[KeptRegistration],
        letters: Mapping[int, LetterLine],
        told: tuple[frozenset[int], frozenset[int], Mourning],
    ) -> Line:
        live = [row for row in rows if row.state == "live"]
        if not live:
            gone = said.VOIDED if rows else said.ERASED
            return Line(turn.place, "", (), "", Addressed(), comes=turn.comes, left_out=gone)
        asked, back, mourned = told
        letter, found = letters.get(live[0].id), [row.registration for row in live]
        state = _state(letter, [row.id for row in live], asked)
        line = Line(
            place=turn.place,
            kind=live[0].event,
            names=tuple(name.text for one in found for name in one.principals()),
            hamlet=next((one.hamlet for one in found if one.hamlet), ""),
            to=addressed(found),
            covers=tuple(row.id for row in live),
            letter=letter.id if letter else 0,
            state=state,
            printed_on=letter.printed_on if letter else None,
            comes=turn.comes,
        )
        holds = self._holds(letter, state, found)
        out = said.KEPT_BACK if not letter and back & {row.id for row in live} else ""
        line = replace(line, left_out=out or self._handed(letter) or "; ".join(holds))
        return self._noted(line, turn, live, mourned)

    def _noted(self, line: Line, turn: Turn, live: Sequence[KeptRegistration], mourned: Mourning) -> Line:
        readings = self._readings(line.names, turn, live)
        mourns = bool(line.stands and mourned.of([row.registration for row in live]))
        notes = _notes(self.store, line, readings, mourns)
        return replace(line, readings=readings, notes=notes)

    def _courtesy(self, turn: Turn, asked: frozenset[int]) -> Line:
        letter = self.store.overview.letter(turn.place.letter)
        to = courtesy_to(self.store, turn.place.letter)
        if letter is None or letter.state == "void" or to is None:
            gone = said.ERASED if letter and letter.state != "void" else said.TAKEN_BACK
            return Line(turn.place, "thanks", (), "", Addressed(), comes=turn.comes, left_out=gone)
        state = _state(letter, (), asked)
        names = (to.name,)
        line = Line(turn.place, "thanks", names, "", to, (), letter.id, state, letter.printed_on, turn.comes)
        line = replace(line, left_out=self._handed(letter))
        readings = _spoken(turn.reading, _suggested(names)) if turn.reading else _suggested(names)
        return replace(line, readings=readings, notes=_notes(self.store, line, readings, False))

    def _handed(self, letter: LetterLine | None) -> str:
        if self.over or letter is None or letter.delivered_on is None:
            return ""
        return said.HANDED_BEFORE.format(day=f"{letter.delivered_on:%d/%m/%Y}")

    def _holds(self, letter: LetterLine | None, state: str, found: Sequence[AnyRegistration]) -> tuple[str, ...]:
        """Why its letter waits for a person; a sheet that was counted was decided about."""
        if letter and state != "stale":
            day = (self.seat.today(), self.seat.mourners)
            problems = newly_held(self.store, (letter.subject, letter.copies), found, day)
        else:
            problems = what_holds(self.store, found, self.seat.today(), "", self.seat.mourners)
        return tuple(labels.held(one.details) for one in problems)

    def _readings(self, names: tuple[str, ...], turn: Turn, live: Sequence[KeptRegistration]) -> tuple[str | None, ...]:
        """What somebody said of these very names; else what is sure of itself."""
        now, sure = tuple(row.version for row in live), _suggested(names)
        if len(turn.reading) == len(names) and (turn.versions == now or self._named_so(turn, live, names)):
            return _spoken(turn.reading, sure)
        return sure

    def _named_so(self, turn: Turn, live: Sequence[KeptRegistration], names: tuple[str, ...]) -> bool:
        """Whether they were called the same when the reading was said, though something else was amended since."""
        if len(turn.versions) != len(live):
            return False
        said_of: list[str] = []
        for row, version in zip(live, turn.versions, strict=True):
            past = [one for one in self.store.registrations.history(row.id) if one.version == version]
            said_of += [name.text for one in past for name in one.registration.principals()]
        return tuple(said_of) == names


def ceremony_of(seat: Seat, store: Reading | Work, kept: Kept) -> Ceremony:
    """The ceremony with its order as it stands."""
    lines = Sheets(store, seat, kept.over is not None).lines(kept.order)
    return Ceremony(kept.id, kept.plan, kept.over, tuple(lines))


def _state(letter: LetterLine | None, live: Sequence[int], asked: frozenset[int]) -> str:
    if letter is None:
        return "none"
    if letter.state == "delivered":
        return "handed"
    if live and (letter.stale or set(letter.covers) != set(live)):
        return "stale"
    if letter.id in asked:
        return "asked"
    return letter.state


def _suggested(names: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(read_name(name) for name in names)


def _spoken(typed: Sequence[str], sure: Sequence[str | None]) -> tuple[str | None, ...]:
    """What was typed; a name left blank is read as written, unless nobody can say how."""
    return tuple(said_so or (None if guess is None else "") for said_so, guess in zip(typed, sure, strict=True))


def _notes(store: Reading, line: Line, readings: Sequence[str | None], mourns: bool) -> tuple[str, ...]:
    told = [said.IN_MOURNING] if mourns else []
    if line.letter and store.papers.back(line.letter):
        told.append(said.ENGLISH)
    if any(one is None for one in readings):
        told.append(said.ASK_READING)
    elif any(readings):
        told.append(said.WITH_READING)
    if line.kind == "birth" and len(line.names) > 1:
        told.append(said.TWINS.format(n=len(line.names)))
    return tuple(told)
