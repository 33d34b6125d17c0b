"""What was lost with a restore, ready to show: a day, what it is, what more is known of it, how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from common.words import lacking as words
from desk_app.services.lacking import Lacking


@dataclass(frozen=True, slots=True)
class LackingRow:
    """One row: `kind` decides what may be done, `event` the form that opens, `record` the record that is still here."""

    id: str
    kind: str
    event: str
    on: str
    what: str
    more: str
    state: str
    waits: bool
    record: int | None = None


def lacking_rows(lost: Iterable[Lacking]) -> tuple[LackingRow, ...]:
    """The rows of a list, in its order."""
    return tuple(_row(one) for one in lost)


def _row(one: Lacking) -> LackingRow:
    return LackingRow(
        id=one.id,
        kind=one.kind,
        event=one.event,
        on=words.day_of(one.day),
        what=words.what(one.kind, one.line.kind, one.event),
        more=_more(one),
        state=_state(one),
        waits=not one.state,
        record=one.record,
    )


def _more(one: Lacking) -> str:
    if one.kind in ("letter", "handed"):
        copies = sum(int(line.figures["copies"]) for line in one.lines if line.kind == "letter-printed")
        handed = [line.figures for line in one.lines if line.kind == "letter-delivered"][-1:]
        here = (f for f in handed if "returned_on" not in f)
        told = tuple((str(f["delivered_on"]), str(f["way"]), str(f["reaction"])) for f in here)
        return words.letter_told(one.serial, copies, told[0] if told else None, known=one.kind == "handed")
    if one.kind == "tally":
        return words.tally_told(sum(int(line.figures["n"]) for line in one.lines))
    if one.kind in ("survey", "follow-up", "check", "year"):
        return _voice(one)
    known = one.known
    return words.number_and_names(str(known.get("number", "")), tuple(known.get("names", ())))


def _voice(one: Lacking) -> str:
    figures = {name: value for line in one.lines for name, value in line.figures.items()}
    if one.kind == "survey":
        return words.survey_told(int(figures["n"]))
    if one.kind == "year":
        return words.YEAR_TOLD
    return words.CHECK_TOLD if one.kind == "check" else words.follow_up_told(str(figures.get("due_on", "")))


def _state(one: Lacking) -> str:
    if one.state == "dismissed":
        return words.dismissed(one.told)
    return words.STATES[one.state] if one.settled_on or one.state else words.undecided()
