"""The registration being typed beside one that is kept and may be the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from common.dates import NotADate, PartialDate
from common.names import fold, tidy
from common.words import form_compare as words
from common.words.labels import SEX_WORDS
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import Draft, event_of
from desk_app.domain.form import SEX_WORDS as SEX_TYPED
from desk_app.domain.reading import draft_of
from desk_app.services.access_notes import seen
from desk_app.services.alike import other_of
from desk_app.services.guarded import masked
from desk_app.services.preview import PagePixels, Preview
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration

_ROWS = {
    "birth": ("child_name", "born", "sex", "birth_place", "child_citizen_id", "mother", "father", "declarant"),
    "marriage": ("husband", "wife", "husband_residence", "wife_residence", "registered_on"),
    "death": ("deceased_name", "born", "sex", "citizen_id", "last_residence", "died_on", "declarant"),
}
_NUMBERS = ("child_citizen_id", "citizen_id")
_PERSONS = ("mother", "father", "husband", "wife")


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line of both records."""

    label: str
    typed: str
    kept: str
    differs: bool
    """Whether they say different things; two numbers may be masked to the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records line by line, with their headings and the kept one's number. `typed` is the draft at the left, or
    with `itself` a record that is kept as well."""

    event: str
    record: int
    number: str
    typed_head: str
    kept_head: str
    rows: tuple[ComparedRow, ...]
    typed: Draft
    itself: int = 0


def compare(seat: Seat, draft: Draft, record: int) -> Comparison:
    """The draft beside a registration; raises Mistake no-such-registration."""
    seen(seat, "record-seen", record)
    with seat.reading() as reading:
        right = _Side.of(reading, any_registration(reading, record))
    head = words.typed_head(seat.user, seat.moment()[11:16])
    return _compared(_Side(draft, head, words.LETTER_NOT_PRINTED), right, record)


def compare_change(seat: Seat, itself: int, draft: Draft, record: int) -> Comparison:
    """A record as it is about to be changed beside another one."""
    seen(seat, "record-seen", record)
    with seat.reading() as reading:
        left = _Side.of(reading, any_registration(reading, itself))
        right = _Side.of(reading, any_registration(reading, record))
    both = _compared(replace(left, draft=draft, head=words.changed_head(left.number)), right, record)
    return replace(both, itself=itself)


def compare_kept(seat: Seat, itself: int, record: int) -> Comparison:
    """Two registrations that both stand, the one that was looked at on the left."""
    seen(seat, "record-seen", record)
    with seat.reading() as reading:
        left, right = (_Side.of(reading, any_registration(reading, id)) for id in (itself, record))
    return replace(_compared(left, right, record), itself=itself)


def alike_of(seat: Seat, id: int) -> int:
    """The registration that this one may stand twice with, the surest; 0 where there is none or it was decided."""
    with seat.reading() as reading:
        other = other_of(reading, any_registration(reading, id))
    return other.id if other else 0


def letters_beside(seat: Seat, both: Comparison) -> tuple[PagePixels, PagePixels]:
    """Both letters: the typed one as it would be written, a kept one as it is archived, where it is. Slow."""
    with seat.reading() as reading:
        ours = _newest_letter(reading, both.itself)
        theirs = _newest_letter(reading, both.record)
        kept = draft_of(any_registration(reading, both.record).registration)
    return _page(seat, both.typed, ours), _page(seat, kept, theirs)


def _page(seat: Seat, draft: Draft, letter: int) -> PagePixels:
    return Preview(seat).prepared(letter) if letter else Preview(seat).specimen(draft)


def _newest_letter(reading: Reading, record: int) -> int:
    standing = [one.id for one in reading.letters.of_registration(record) if one.state != "void"] if record else []
    return standing[-1] if standing else 0


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two: what it says, its heading, how far its letter is, its number in the book."""

    draft: Draft
    head: str
    letter: str
    number: str = ""

    @classmethod
    def of(cls, reading: Reading, kept: Kept) -> _Side:
        """A record as it stands."""
        registration, first = kept.registration, reading.registrations.history(kept.id)[0]
        head = words.kept_head(registration.book, registration.number, first.who, _short(first.at[:10]))
        return cls(draft_of(registration), head, _letter(reading, kept), registration.number)


def _compared(left: _Side, right: _Side, record: int) -> Comparison:
    event = event_of(left.draft)
    rows = [row for name in _ROWS[event] if (row := _row(name, left.draft, right.draft)) is not None]
    rows.append(ComparedRow(words.COMPARED_ROWS["letter"], left.letter, right.letter, left.letter != right.letter))
    return Comparison(event, record, right.number, left.head, right.head, tuple(rows), left.draft)


def _row(name: str, ours: Draft, theirs: Draft) -> ComparedRow | None:
    """One line; a number that neither knows is left out, one that both know is masked, and differs where it does."""
    if name not in _NUMBERS:
        said = (_said(ours, name), _said(theirs, name))
        return ComparedRow(words.COMPARED_ROWS[name], *said, said[0] != said[1])
    typed, kept = (_text(draft, name) for draft in (ours, theirs))
    told = [masked(number) if number else words.EMPTY_PART for number in (typed, kept)]
    return ComparedRow(words.COMPARED_ROWS[name], told[0], told[1], typed != kept) if typed or kept else None


def _said(draft: Draft, name: str) -> str:
    if name in _PERSONS:
        parts = (_text(draft, f"{name}_name"), _year(_text(draft, f"{name}_born")))
        return ", ".join(part for part in parts if part) or words.EMPTY_PART
    if name == "declarant":
        return ", ".join(_declarant(draft)) or words.EMPTY_PART
    text = _text(draft, name)
    if name == "sex":
        return SEX_WORDS[SEX_TYPED.get(fold(text), "unknown")]
    return _day(text) if name in ("born", "died_on", "registered_on") else text or words.EMPTY_PART


def _declarant(draft: Draft) -> Iterator[str]:
    relation = _text(draft, "declarant_relation")
    yield from (part for part in (_text(draft, "declarant_name"), relation.lower()) if part)


def _text(draft: Draft, name: str) -> str:
    return tidy(str(getattr(draft, name)))


def _day(text: str) -> str:
    try:
        return PartialDate.parse(text).slashed()
    except NotADate:
        return text or words.EMPTY_PART


def _year(text: str) -> str:
    try:
        return str(PartialDate.parse(text).year)
    except NotADate:
        return text


def _letter(reading: Reading, kept: Kept) -> str:
    standing = [one for one in reading.letters.of_registration(kept.id) if one.state != "void"]
    if not standing:
        return words.LETTER_NOT_PRINTED
    last = standing[-1]
    return words.letter_state(_on(last.printed_on), _on(last.delivered_on))


def _on(day: date | None) -> str:
    return f"{day:%d/%m}" if day else ""


def _short(iso: str) -> str:
    return _on(date.fromisoformat(iso)) if iso else ""
