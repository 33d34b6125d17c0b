"""Hoạt động trong năm: what an office did beside registering, written down by its day. Counts travel, words stay, and
what was said of an officer is read and written by leaders alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common import year_counts
from common.names import tidy
from common.periods import Period
from common.year_counts import YearCounts, count_year
from desk_app.db.register import Reading, Work
from desk_app.db.year_log import KeptEntry
from desk_app.domain.problems import Problem
from desk_app.domain.reading_year_log import read_entry
from desk_app.domain.year_log import (
    GUARDED,
    KINDS,
    LONGEST,
    TRAVEL,
    Commendation,
    Conduct,
    Entry,
    Meeting,
    of_json,
    to_json,
)
from desk_app.services.access_notes import seen
from desk_app.services.lines import act_entry
from desk_app.services.ratings_view import periods_on_offer
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Mistake, Trouble

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry as it stands: its `version` rises with every change; `why` it was taken back, on `taken_back_on`."""

    id: int
    kind: str
    entry: Entry
    version: int
    who: str
    taken_back_on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class YearLog:
    """The log of one desk. What can be mended comes back as problems; what this person may not touch is Trouble."""

    seat: Seat

    # ---- looking

    def kinds(self) -> tuple[str, ...]:
        """The kinds that this person reads and writes, in the order of their digits."""
        return tuple(kind for kind in KINDS if kind != GUARDED or "sensitive" in ACTS_OF[self.seat.role])

    def listed(self, year: int, kind: str = "") -> tuple[Logged, ...]:
        """What stands of a year, of one kind or of all that this person reads, the latest first. Raises
        Trouble("not-allowed") for the kind of leaders, Mistake("no-such-log-kind")."""
        self.seat.may("read")
        kinds = (self._kind(kind),) if kind else self.kinds()
        with self.seat.reading() as reading:
            kept = reading.year_log.between(date(year, 1, 1), date(year, 12, 31))
        found = tuple(_logged(one) for one in kept if one.kind in kinds)
        seen(self.seat, "conduct-seen", *(one.id for one in found if one.kind == GUARDED))
        return found

    def one(self, id: int) -> Logged:
        """An entry, one that was taken back too. Raises Mistake("no-such-log-entry"), Trouble("not-allowed")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return _logged(self._kept(reading, id))

    def years(self) -> tuple[int, ...]:
        """The years in which something stands, and this one; the latest first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return tuple(sorted({*reading.year_log.years(), self.seat.today().year}, reverse=True))

    def counts(self, period: Period) -> YearCounts:
        """What of it is counted in a period; anybody at the desk may know the counts."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return count_year(reading.journal.facts(*year_counts.KINDS), period)

    def quarter(self) -> Period:
        """The report quarter that runs, or the quarter of the calendar."""
        return periods_on_offer(self.seat)[0]

    # ---- writing

    def add(self, kind: str, values: Mapping[str, object]) -> Logged | Problems:
        """A new entry. Raises Trouble("not-allowed"), Mistake("no-such-log-kind")."""
        self.seat.may("rate")
        outcome = read_entry(self._kind(kind), values, self.seat.today())
        entry = outcome.value
        if entry is None:
            return outcome.problems
        seat = self.seat.still()
        with seat.work() as work:
            kept = KeptEntry(0, seat.subject() if kind in TRAVEL else "", kind, entry.on, body=_body(entry, 1, seat))
            kept = replace(kept, id=work.year_log.add(kept))
            _write_line(seat, work, kept, "log-added")
            work.commit()
        return _logged(kept)

    def change(self, id: int, values: Mapping[str, object]) -> Logged | Problems:
        """Other facts for what stands, its next version; facts that `values` leaves out stay. Raises Mistake:
        no-such-log-entry, log-taken-back; Trouble("not-allowed")."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            kept = _standing(self._kept(work, id))
            held = _logged(kept)
            outcome = read_entry(kept.kind, {**to_json(held.entry), **values}, seat.today())
            entry = outcome.value
            if entry is None:
                return outcome.problems
            if entry == held.entry:
                return held
            kept = replace(kept, on_day=entry.on, body=_body(entry, held.version + 1, seat))
            work.year_log.keep(kept)
            _write_line(seat, work, kept, "log-changed")
            work.commit()
        return _logged(kept)

    def take_back(self, id: int, reason: str) -> None:
        """It counts nowhere any more. Raises Mistake: log-reason-empty, log-reason-long, no-such-log-entry,
        log-taken-back; Trouble("not-allowed")."""
        self.seat.may("rate")
        seat, why = self.seat.still(), tidy(reason)
        if not why:
            raise Mistake("log-reason-empty")
        if len(why) > LONGEST:
            raise Mistake("log-reason-long", {"limit": str(LONGEST)})
        with seat.work() as work:
            kept = _standing(self._kept(work, id))
            body = {**kept.body, "version": _logged(kept).version + 1, "why": why}
            kept = replace(kept, taken_back_on=seat.today(), body=body)
            work.year_log.keep(kept)
            _write_line(seat, work, kept, "log-taken-back")
            work.commit()

    # ---- who may

    def _kind(self, kind: str) -> str:
        if kind not in KINDS:
            raise Mistake("no-such-log-kind", {"kind": kind})
        if kind == GUARDED:
            self._leads()
        return kind

    def _kept(self, store: Reading | Work, id: int) -> KeptEntry:
        kept = store.year_log.get(id)
        if kept is None:
            raise Mistake("no-such-log-entry", {"id": str(id)})
        if kept.kind == GUARDED:
            self._leads()
        return kept

    def _leads(self) -> None:
        if GUARDED not in self.kinds():
            raise Trouble("not-allowed", {"role": self.seat.role})


def figures_of(entry: Entry) -> dict[str, object]:
    """What of an entry travels: days, numbers and words of closed lists; empty for a kind that stays."""
    if isinstance(entry, Meeting):
        settled = {"settled": entry.settled} if entry.settled else {}
        return {"held_on": entry.on.isoformat(), "what": entry.what, "n": entry.n, **settled}
    if isinstance(entry, Commendation):
        return {"given_on": entry.on.isoformat(), "to": entry.to, "merit": entry.merit}
    if isinstance(entry, Conduct):
        done = {"done_on": entry.found_on.isoformat()} if entry.found_on else {}
        return {"told_on": entry.on.isoformat(), "found": entry.found, **done}
    return {}


def _write_line(seat: Seat, work: Work, kept: KeptEntry, act: str) -> None:
    """What was typed stands in the entry alone: there it can be erased by law, a line of the journal could not."""
    logged = _logged(kept)
    if logged.kind not in TRAVEL:
        what = {"act": act, "what": str(kept.id)}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, what))
        return
    gone = {"taken_back": 1} if logged.taken_back_on else {}
    line = act_entry(seat, logged.kind, kept.subject, {**figures_of(logged.entry), **gone}, {})
    work.journal.append(replace(line, version=logged.version))


def _standing(kept: KeptEntry) -> KeptEntry:
    if kept.taken_back_on is not None:
        raise Mistake("log-taken-back", {"day": f"{kept.taken_back_on:%d/%m/%Y}"})
    return kept


def _body(entry: Entry, version: int, seat: Seat) -> dict[str, object]:
    return {"entry": to_json(entry), "version": version, "who": seat.user}


def _logged(kept: KeptEntry) -> Logged:
    entry, body = of_json(kept.kind, kept.body["entry"]), kept.body
    told = (int(body["version"]), str(body["who"]), kept.taken_back_on, str(body.get("why", "")))
    return Logged(kept.id, kept.kind, entry, *told)
