"""The registration being typed beside one that is kept and may be the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration

_ROWS = {
    "birth": ("child_name", "born", "sex", "birth_place", "mother", "father", "declarant"),
    "marriage": ("husband_name", "wife_name", "registered_on", "declarant"),
    "death": ("deceased_name", "born", "sex", "last_residence", "died_on", "declarant"),
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line of both records."""

    label: str
    typed: str
    kept: str

    @property
    def differs(self) -> bool:
        """Whether they say different things."""
        return self.typed != self.kept


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records line by line, with their headings and the kept one's number."""

    event: str
    record: int
    number: str
    typed_head: str
    kept_head: str
    rows: tuple[ComparedRow, ...]


def compare(seat: Seat, draft: Draft, record: int) -> Comparison:
    """The draft beside a registration; raises Mistake no-such-registration."""
    seen(seat, "record-seen", record)
    with seat.reading() as reading:
        kept = any_registration(reading, record)
        first = reading.registrations.history(record)[0]
        letter = _letter(reading, kept)
    event = event_of(draft)
    theirs = draft_of(kept.registration)
    rows = [ComparedRow(words.COMPARED_ROWS[name], _said(draft, name), _said(theirs, name)) for name in _ROWS[event]]
    rows.append(ComparedRow(words.COMPARED_ROWS["letter"], words.LETTER_NOT_PRINTED, letter))
    registration = kept.registration
    return Comparison(
        event=event,
        record=record,
        number=registration.number,
        typed_head=words.typed_head(seat.user, seat.moment()[11:16]),
        kept_head=words.kept_head(registration.book, registration.number, first.who, _short(first.at[:10])),
        rows=tuple(rows),
    )


def _said(draft: Draft, name: str) -> str:
    if name in ("mother", "father"):
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
