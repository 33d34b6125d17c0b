"""Lễ trao: letters handed over before people on one day, in an order a person chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from common.names import tidy
from common.words import ceremony as said
from common.words.problems import sentence
from desk_app.db.register import Reading, Work
from desk_app.services.ceremony_lines import GLAD, Ceremony, Line, ceremony_of
from desk_app.services.ceremony_offers import LEFT_OPEN, MOST_LISTED, Offer, marks, offered, taken_in
from desk_app.services.ceremony_order import (
    Kept,
    Place,
    Plan,
    Turn,
    body_of,
    newest,
    read_ceremony,
    tidied,
    write_ceremony,
)
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.delivery import Delivery, Given
from desk_app.services.letter_desk import LetterDesk, Prepared, Wish
from desk_app.services.print_rows import Ready
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

__all__ = ["Ceremonies", "Ceremony", "HandedOver", "Line", "Listed", "Offer", "Place", "Plan"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A ceremony in the list of them."""

    id: int
    plan: Plan
    count: int
    over: date | None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of a ceremony: letters handed over, and those that stay."""

    count: int
    stayed: int


@dataclass(frozen=True, slots=True)
class Ceremonies:
    """The ceremonies of one desk."""

    seat: Seat

    # ---- the days

    def listed(self) -> tuple[Listed, ...]:
        """The next ones first, then those that are over, the latest first."""
        with self.seat.reading() as reading:
            every = [Listed(one.id, one.plan, len(one.order), one.over) for one in newest(reading, MOST_LISTED)]
        today = self.seat.today()
        coming = [one for one in every if one.over is None and one.plan.held_on >= today]
        return (*reversed(coming), *(one for one in every if one not in coming))

    def make(self, plan: Plan) -> int:
        """A new one without anybody in it; its id."""
        self.seat.may("letters")
        with self.seat.work() as work:
            id = work.ceremonies.add(plan.held_on, body_of(Kept(0, tidied(plan))))
            work.commit()
        return id

    def change(self, id: int, plan: Plan) -> None:
        """Another day, hour or place."""
        wanted = tidied(plan)
        self._write(id, lambda work, kept: replace(kept, plan=wanted))

    def drop(self, id: int) -> None:
        """Forget it; records and letters stay. One that is over stays: it says when letters were handed over."""
        self.seat.may("letters")
        with self.seat.work() as work:
            if read_ceremony(work, id).over is not None:
                raise Mistake("ceremony-over")
            work.ceremonies.drop(id)
            work.commit()

    def open(self, id: int) -> Ceremony:
        """The ceremony with its order as it stands. Raises Mistake("no-such-ceremony")."""
        with self.seat.reading() as reading:
            return ceremony_of(self.seat, reading, read_ceremony(reading, id))

    # ---- the order

    def offers(self) -> tuple[Offer, ...]:
        """Everybody whose glad letter nobody handed over and who stands in no ceremony to come: couples first."""
        with self.seat.reading() as reading:
            taken = taken_in(reading, self.seat.today())
            found = [one for one in offered(self.seat, reading) if not taken & marks(one.place)]
        return tuple(sorted(found, key=lambda one: (GLAD.index(one.kind), one.day)))

    def put_in(self, id: int, places: Sequence[Place]) -> None:
        """Add them at the end, in this order. Raises Mistake("not-for-ceremony") with the reason where one of them is
        held back, stands in another ceremony, or is no glad letter: then none is added."""
        with self.seat.reading() as reading:
            open_to = {one.place: one for one in offered(self.seat, reading)}
            taken = taken_in(reading, self.seat.today())
        for place in places:
            offer = open_to.get(place)
            if offer is None or offer.refused or taken & marks(place):
                why = offer.refused if offer and offer.refused else said.NOT_OPEN
                raise Mistake("not-for-ceremony", {"who": offer.who if offer else said.UNNAMED, "why": why})
        turns = tuple(Turn(place) for place in dict.fromkeys(places))
        self._write(id, lambda work, kept: replace(kept, order=(*kept.order, *turns)))

    def take_out(self, id: int, place: Place) -> None:
        """No longer in this ceremony."""
        self._write(id, lambda work, kept: replace(kept, order=_without(kept.order, kept.place_of(place))))

    def move(self, id: int, place: Place, to: int) -> None:
        """Let it stand at `to` (from 0), the others closing up."""

        def moved(work: Work, kept: Kept) -> Kept:
            at = kept.place_of(place)
            rest = list(_without(kept.order, at))
            rest.insert(max(0, min(to, len(rest))), kept.order[at])
            return replace(kept, order=tuple(rest))

        self._write(id, moved)

    def comes(self, id: int, place: Place, comes: bool) -> None:
        """Whether they come."""
        self._write(id, lambda work, kept: kept.with_turn(replace(_turn(kept, place), comes=comes)))

    def say_reading(self, id: int, place: Place, lines: Sequence[str]) -> None:
        """How their names are read, a line for each name; kept for these names and no others."""
        typed = tuple(tidy(line) for line in lines)

        def spoken(work: Work, kept: Kept) -> Kept:
            rows = work.registrations.several(place.registrations)
            versions = tuple(row.version for row in rows if row.state == "live")
            turn = replace(_turn(kept, place), reading=typed if any(typed) else (), versions=versions)
            return kept.with_turn(turn)

        self._write(id, spoken)

    # ---- letters

    def prepare(self, id: int) -> Ready:
        """Archive the letters of everybody something is printed for, in the order; sheets in the hand are not among
        them. And why others were left out."""
        letters, left_out = [], []
        for line in self.open(id).lines:
            if not line.stands:
                left_out.append(f"{line.who}: {line.left_out}")
            elif line.state in ("none", "stale", "prepared"):
                done, told = self._prepared(line)
                if line.place.letter and done and done != [line.place.letter]:
                    self._renew(id, line.place, done[0])
                letters += done
                left_out += told
        return Ready(tuple(letters), tuple(left_out))

    def _prepared(self, line: Line) -> tuple[list[int], list[str]]:
        if line.place.letter:
            done = CourtesyDesk(self.seat).standing(line.letter)
        else:
            done = LetterDesk(self.seat).prepare(line.covers, Wish())
        if isinstance(done, Prepared):
            return [done.letter], []
        return [], [f"{line.who}: {'; '.join(sentence(one.code, one.details) for one in done)}"]

    def _renew(self, id: int, place: Place, letter: int) -> None:
        """A letter written anew stands where the old one stood."""

        def renewed(work: Work, kept: Kept) -> Kept:
            turns = [replace(turn, place=Place((), letter)) if turn.place == place else turn for turn in kept.order]
            return replace(kept, order=tuple(turns))

        self._write(id, renewed)

    def hand_over(self, id: int, reaction: str) -> HandedOver:
        """The ceremony was held: every letter on paper of those who came was handed over there, on its day, in one act;
        the others wait to be handed over as before. Raises Mistake: ceremony-to-come, ceremony-over,
        ceremony-nothing-given."""
        self.seat.may("letters")
        with self.seat.work() as work:
            kept = read_ceremony(work, id)
            if kept.plan.held_on > self.seat.today():
                raise Mistake("ceremony-to-come", {"day": f"{kept.plan.held_on:%d/%m/%Y}"})
            if kept.over is not None:
                raise Mistake("ceremony-over")
            now = ceremony_of(self.seat, work, kept)
            given = [line.letter for line in to_give(now)]
            if not given:
                raise Mistake("ceremony-nothing-given")
            told = Given("ceremony", reaction)
            Delivery(self.seat).hand_over_in(work, given, told, kept.plan.held_on)
            write_ceremony(work, replace(kept, over=self.seat.today()))
            work.commit()
        return HandedOver(len(given), sum(line.on_paper for line in now.lines) - len(given))

    def _write(self, id: int, change: Callable[[Work, Kept], Kept]) -> None:
        self.seat.may("letters")
        with self.seat.work() as work:
            kept = read_ceremony(work, id)
            if kept.over is not None:
                raise Mistake("ceremony-over")
            write_ceremony(work, change(work, kept))
            work.commit()


def coming_day(seat: Seat, store: Reading) -> Ceremony | None:
    """The ceremony to think of today: that of today or tomorrow, or one of the last days that nobody wrote down."""
    today = seat.today()
    first, last = today - timedelta(days=LEFT_OPEN), today + timedelta(days=1)
    near = [one for one in newest(store, MOST_LISTED) if one.over is None and first <= one.plan.held_on <= last]
    ahead = [one for one in near if one.plan.held_on >= today]
    found = next(iter((*reversed(ahead), *near)), None)
    return ceremony_of(seat, store, found) if found and (ahead or found.order) else None


def to_give(ceremony: Ceremony) -> tuple[Line, ...]:
    """Those who come and whose sheet was in the hand on the day: a letter printed afterwards was not handed over."""
    day = ceremony.plan.held_on
    return tuple(line for line in ceremony.coming if line.on_paper and line.printed_on and line.printed_on <= day)


def _turn(kept: Kept, place: Place) -> Turn:
    return kept.order[kept.place_of(place)]


def _without(order: Sequence[Turn], at: int) -> tuple[Turn, ...]:
    return (*order[:at], *order[at + 1 :])
