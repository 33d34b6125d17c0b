"""Everything that ever happened to one record: every version with what changed, every letter over it through time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from common.names import tidy
from common.words import find
from common.words import record_changes as words
from common.words.form_cases import BY_DAYS
from common.words.labels import CASE_WORDS, FIELD_LABELS, SEX_WORDS, TYPE_WORDS
from common.words.today import held
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading
from desk_app.db.registrations import Version
from desk_app.domain.drafts import Draft
from desk_app.domain.events import AnyRegistration
from desk_app.domain.reading import draft_of
from desk_app.services.access_notes import seen
from desk_app.services.affected import others_on
from desk_app.services.brief_life import told_beside
from desk_app.services.guarded import HIDDEN, masked
from desk_app.services.naming import names_of
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration
from exchange.canonical import decode
from exchange.journal import Line

_NUMBERS = ("citizen_id", "id_paper")
_HIDDEN = ("ethnic_group", "cause")


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, as it may be shown to whoever passes by."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: what, by whom and when, why (or nothing), and what changed."""

    what: str
    by: str
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A record's whole life, oldest first, under its names and its place in the book."""

    title: str
    place: str
    steps: tuple[Step, ...]


def history_of(seat: Seat, id: int) -> History:
    """Every version and every letter of a record, void ones included; raises Mistake("no-such-registration")."""
    seen(seat, "record-opened", id)
    with seat.reading() as reading:
        kept = any_registration(reading, id)
        versions = reading.registrations.history(id)
        told = [*_versions(versions, seat.today())]
        for letter in reading.letters.of_registration(id):
            told += _letter(reading, letter, (id, seat.today()))
        told += _both_acts(reading, (versions[0], kept.registration), seat.today())
    told.sort(key=lambda each: each[0])
    registration = kept.registration
    place = find.place(registration.number, registration.book)
    return History(names_of(registration), place, tuple(step for _, step in told))


def _both_acts(reading: Reading, own: tuple[Version, AnyRegistration], today: date) -> Iterator[tuple[str, Step]]:
    """The other act of a child that lived under 24 hours, from the moment at which both stood."""
    first, registration = own
    other, line = told_beside(reading, registration)
    if other:
        second = max(first, reading.registrations.history(other)[0], key=lambda version: version.at)
        by = words.BY.format(who=second.who, when=find.moment(second.at, today))
        yield second.at, Step(words.BOTH_ACTS.format(line=line), by, "")


def changes_between(before: AnyRegistration, after: AnyRegistration) -> tuple[Change, ...]:
    """The fields of the form in which two versions differ, in the order of the form."""
    return changed_fields(draft_of(before), draft_of(after))


def changed_fields(before: Draft, after: Draft) -> tuple[Change, ...]:
    """The same for two drafts of one event."""
    return tuple(_differences(before, after))


def _differences(before: Draft, after: Draft) -> Iterator[Change]:
    for name in (each.name for each in fields(before) if each.name in FIELD_LABELS):
        old, new = (tidy(str(getattr(draft, name))) for draft in (before, after))
        if old != new:
            yield Change(FIELD_LABELS[name], *_shown(name, old, new))


def _shown(name: str, old: str, new: str) -> tuple[str, str]:
    if name.endswith(_HIDDEN):
        return (HIDDEN if old else words.EMPTY_PART), words.MASKED_CHANGE
    if name.endswith(_NUMBERS):
        told = [masked(text) if text else words.EMPTY_PART for text in (old, new)]
        return told[0], told[1] if told[0] != told[1] else words.MASKED_CHANGE
    return _said(name, old), _said(name, new)


def _said(name: str, text: str) -> str:
    if name == "case":
        return ", ".join(CASE_WORDS.get(word, word) for word in text.split()) or words.EMPTY_PART
    if name == "registration_type":
        return TYPE_WORDS[int(text)] if text else BY_DAYS
    return SEX_WORDS.get(text, text) if name == "sex" else text or words.EMPTY_PART


def _versions(versions: tuple[Version, ...], today: date) -> Iterator[tuple[str, Step]]:
    before: Version | None = None
    for version in versions:
        by = words.BY.format(who=version.who, when=find.moment(version.at, today))
        what, _ = _told(version)
        changes = changes_between(before.registration, version.registration) if before else ()
        yield version.at, Step(what, by, version.reason or "; ".join(dict.fromkeys(version.reasons.values())), changes)
        before = version


def _told(version: Version) -> tuple[str, str]:
    if version.state == "void":
        return find.voided(version.reason, version.who)
    if version.version == 1:
        return find.entered(version.who)
    return find.amended(version.version, version.reason, version.who)


def _letter(reading: Reading, letter: KeptLetter, about: tuple[int, date]) -> Iterator[tuple[str, Step]]:
    id, today = about
    for line in reading.journal.of_subject(letter.subject):
        home = _home(reading, line)
        at = str(home.get("at", line.on))
        what, more = find.act(line.kind, line.figures)
        if line.kind == "letter-prepared":
            more = words.letter_named(letter.kind, letter.code, others_on(reading, letter, id))
        by = words.BY.format(who=home.get("user", ""), when=find.moment(at, today))
        yield at, Step(f"{what}: {more}" if more else what, by, _why(home))


def _why(home: Mapping[str, Any]) -> str:
    """The reason of a reprint, or what held a letter back and why it was opened all the same."""
    opened = str(home.get("opened", ""))
    if not opened:
        return str(home.get("reason", ""))
    return f"{opened} ({held([{'reason': code} for code in home.get('held', ())])})"


def _home(reading: Reading, line: Line) -> Mapping[str, Any]:
    part = next(iter(reading.journal.home_parts(line.position, line.position)), None)
    found: Mapping[str, Any] = decode(part.body) if part else {}
    return found
