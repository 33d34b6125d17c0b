"""Cần ghi lại: what the level above holds of this register and the register itself has lost with a restore.

Receipts list the lost lines, figures only. What is seen here is worked out anew from the kept receipts and our own
journal; only what a person decided is kept beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from msgspec import convert

from common.words.month_kinds import YEAR
from desk_app.db.register import Reading, Work
from desk_app.services.after_restore import restores
from desk_app.services.spent import keep_spent
from exchange.canonical import decode
from exchange.fork import Fork, LostLine
from exchange.journal import BadLine, Line, read_line
from exchange.receipt import Receipt

_NUMBERS, MARKS = "fork-receipts", "lacking-marks"
"""Under these names the office's papers keep which receipts list lost lines, and what a person decided of each."""
Kind = Literal["registered", "changed", "letter", "handed", "tally", "survey", "follow-up", "check", "year"]
VOICE: Mapping[str, Kind] = {
    "ratings-tally": "tally",
    "survey-tally": "survey",
    "follow-up-opened": "follow-up",
    "follow-up-done": "follow-up",
    "check-shown": "check",
    **dict.fromkeys(YEAR, "year"),
}
"""What citizens said, by the line that tells of it."""
State = Literal["", "entered", "matched", "dismissed"]


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing to enter again. `line` is its newest lost line, `lines` are all of them, `after` the last line that the
    level above and we share, `settled_on` the day on which it decided ("": not yet). `record` and `letter` are our own
    where they are still here. `state`: "" waits, entered by a person's word, matched by its figures, dismissed; `told`
    is the subject of the record that stands for it, or the reason."""

    id: str
    kind: Kind
    line: LostLine
    lines: tuple[LostLine, ...]
    after: int
    settled_on: str
    state: State = ""
    told: str = ""
    record: int | None = None
    letter: int | None = None

    @property
    def event(self) -> str:
        """The kind of event or letter, "" where the line does not tell."""
        found = [one.figures.get("event") or one.figures.get("letter") for one in self.lines]
        return str(next((one for one in found if one), ""))

    @property
    def day(self) -> str:
        """The day that a clerk looks for in the book (ISO): of registration, of hand-over, else of the line."""
        newest = (*reversed(self.lines), self.line)
        found = (one.figures.get("registered_on") or one.figures.get("delivered_on") for one in newest)
        return str(next((one for one in found if one), self.line.on))

    @property
    def serial(self) -> int | None:
        """The serial printed on the lost letter, where it had a code."""
        return next((int(one.figures["serial"]) for one in self.lines if "serial" in one.figures), None)

    @property
    def known(self) -> dict[str, Any]:
        """What travelled for the names: names, event_date, book, number, residence; empty where only figures travel."""
        part = next((one.part for one in reversed(self.lines) if one.part), "")
        return dict(json.loads(part)) if part else {}


def note(work: Work, receipt: Receipt, place: int) -> None:
    """Remember that this receipt, kept under `place`, lists lost lines; their letters' serials are used up."""
    if not receipt.forks:
        return
    known = _numbers(work)
    work.office.put(_NUMBERS, json.dumps(sorted({*known, place})))
    lines = [line for fork in receipt.forks for line in fork.lines]
    keep_spent(work, (int(line.figures["serial"]) for line in lines if "serial" in line.figures))


def everything(store: Reading | Work) -> tuple[Lacking, ...]:
    """All that was lost and is known, the oldest line first, also what is done with."""
    lost = list(_lost(store, _forks(store)))
    if not lost:
        return ()
    marks = json.loads(store.office.get(MARKS) or "{}")
    return tuple(_matched(store, [_marked(one, marks) for one in lost]))


def waiting(store: Reading | Work) -> tuple[Lacking, ...]:
    """What nobody has entered again or dismissed."""
    return tuple(one for one in everything(store) if not one.state)


def entered_since(store: Reading | Work, after: int) -> tuple[Line, ...]:
    """The registrations entered after a line of our journal, oldest first."""
    return tuple(line for line in _lines_after(store, after) if line.kind == "registered")


def _forks(store: Reading | Work) -> Iterator[Fork]:
    """What the kept receipts list; a decision of the level above replaces what was undecided before."""
    for number in reversed(_numbers(store)):
        kept = store.receipts.get(number)
        if kept is not None:
            yield from convert(decode(kept.manifest), Receipt, strict=False).forks


def _numbers(store: Reading | Work) -> list[int]:
    return list(json.loads(store.office.get(_NUMBERS) or "[]"))


def _lost(store: Reading | Work, forks: Iterable[Fork]) -> Iterator[Lacking]:
    seen: set[tuple[int, str, str]] = set()
    groups: dict[str, tuple[Fork, list[LostLine]]] = {}
    for fork in forks:
        for line in fork.lines:
            key = (line.position, line.subject, line.kind)
            if key not in seen:
                seen.add(key)
                groups.setdefault(line.subject, (fork, []))[1].append(line)
    for subject, (fork, lines) in sorted(groups.items(), key=lambda pair: pair[1][1][0].position):
        ours = store.journal.of_subject(subject)
        held = {(line.position, line.kind) for line in ours}
        left = sorted((one for one in lines if (one.position, one.kind) not in held), key=lambda one: one.position)
        if left:
            yield from _group(store, fork, (left, ours))


def _group(store: Reading | Work, fork: Fork, told: tuple[Sequence[LostLine], Sequence[Line]]) -> Iterator[Lacking]:
    """What the lost lines of one registration or letter ask for, if anything."""
    lost, ours = told
    kinds = {line.kind for line in lost}
    voice = next((VOICE[line.kind] for line in lost if line.kind in VOICE), None)
    one = Lacking(lost[-1].subject, "registered", lost[-1], tuple(lost), fork.after, fork.settled_on)
    if ours:
        position = ours[0].position
        record, letter = store.overview.registration_at(position), store.overview.letter_at(position)
        again = {line.kind for line in ours if line.position > fork.after}
        state: State = "matched" if kinds <= again else ""
        if record is not None or letter is not None:
            yield replace(
                one,
                kind="changed" if record is not None else "handed",
                record=record if record is not None else next(iter(letter.covers), None) if letter else None,
                letter=letter.id if letter else None,
                state=state,
            )
        elif voice:
            yield replace(one, kind=voice, state=state)
    elif "registered" in kinds and not kinds & {"voided", "erased"}:
        yield one
    elif "letter-prepared" in kinds and not _taken_back(lost):
        back = one.serial is not None and store.letters.serial_used(one.serial)
        yield replace(one, kind="letter", state="matched" if back else "")
    elif voice:
        yield replace(one, kind=voice)


def _taken_back(lines: Iterable[LostLine]) -> bool:
    covers = {"letter-prepared": 1, "letter-voided": -1}
    return sum(covers.get(line.kind, 0) * int(line.figures.get("covers", 0)) for line in lines) <= 0


def _marked(one: Lacking, marks: dict[str, Any]) -> Lacking:
    mark = marks.get(one.id)
    return replace(one, state=mark["state"], told=mark["told"]) if mark and not one.state else one


def _matched(store: Reading | Work, lost: Sequence[Lacking]) -> Iterator[Lacking]:
    """Registrations entered again from the book are found by their figures, each for one that was lost. On the day of
    the restore itself new ones come in as well: there a person has to say it."""
    known = restores(store)
    before = known[-1].on.isoformat() if known else date.min.isoformat()
    taken = {one.told for one in lost if one.state == "entered"}
    free = [line for line in entered_since(store, min(one.after for one in lost)) if line.subject not in taken]
    for one in lost:
        if one.state or one.kind != "registered" or one.day >= before:
            yield one
            continue
        found = next((line for line in free if _same(line, one)), None)
        if found is not None:
            free.remove(found)
        yield replace(one, state="matched", told=found.subject) if found is not None else one


def _same(line: Line, one: Lacking) -> bool:
    figures = ("event", "registered_on", "registration_type")
    lost = [each for each in one.lines if each.kind in ("registered", "amended")][-1]
    return all(line.figures.get(name) == lost.figures.get(name) for name in figures)


def _lines_after(store: Reading | Work, after: int) -> Iterator[Line]:
    for raw in store.journal.slice(after + 1, store.journal.head()[0]):
        try:
            yield read_line(raw)
        except BadLine:
            continue
