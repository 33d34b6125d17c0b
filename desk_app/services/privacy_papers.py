"""The papers that are handed over: what is held of a person, the receipt of an erasure, copies to be destroyed."""

from __future__ import annotations

from collections.abc import Sequence

from common.dates import place_and_date
from common.paper.privacy_sheet import PrivacySheet, Section, privacy_pdf
from common.words import about_person as about_words
from common.words import erasing as words
from common.words.reports import COMMITTEE
from desk_app.services.about_person import About
from desk_app.services.erasing import Erased
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def about_pdf(seat: Seat, about: About) -> bytes:
    """Everything held about a person, to hand to this person."""
    sections = [Section("", [about_words.found(about.person, len(about.records))])]
    for record in about.records:
        facts = [f"{label}: {value}" for label, value in record.facts]
        told = [line.strip() for line in about_words.body(record.roles, record.void)]
        done = [*record.versions, *record.letters, *record.travelled]
        sections.append(Section(record.title, [*told, *facts, *done], listed=True))
    for letter in about.letters:
        said = [f"{label}: {value}" for label, value in letter.facts]
        sections.append(Section(letter.title, [about_words.BY_NAME, *said, letter.state], listed=True))
    rest = [*about_words.rest(about.drafts, about.messages, about.opted_out), *about_words.copies(len(about.copies))]
    sections += [Section(about_words.BESIDE, rest)] if rest else []
    sections.append(Section(about_words.WHY, [about_words.BASIS, about_words.ANSWERED]))
    heads = (about_words.TITLE, about_words.UNDER)
    return _drawn(seat, heads, sections, (about_words.MASKED_NOTE,), ("", about_words.OFFICER))


def receipt_pdf(seat: Seat, erased: Erased) -> bytes:
    """The receipt of an erasure for the citizen: the number of the record, no name."""
    sections = (
        Section("", words.receipt(erased.event, erased.number, erased.at, erased.reason)),
        Section(words.WENT, words.went(erased.letters, erased.messages, erased.event)),
        Section(words.STAYS, words.stays(len(erased.copies))),
    )
    return _drawn(
        seat, (words.RECEIPT, words.RECEIPT_UNDER), sections, (words.PROOF.format(erased.position),), words.SIGNS
    )


def destroy_pdf(seat: Seat, erased: Erased) -> bytes:
    """The list of copies that still hold it, to be destroyed and signed one by one."""
    lines = [words.copy(at, one.name, one.place, one.made_at) for at, one in enumerate(erased.copies, 1)]
    sections = (
        Section("", words.to_destroy(erased.number, erased.at)),
        Section(words.COPIES, lines or [words.NO_COPIES], listed=True),
        Section(words.HOW, words.HOW_LINES),
    )
    return _drawn(seat, (words.DESTROY, words.DESTROY_UNDER), sections, (), words.SIGNS)


def _drawn(
    seat: Seat, heads: tuple[str, str], sections: Sequence[Section], notes: Sequence[str], signs: tuple[str, str]
) -> bytes:
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    dated = place_and_date(office.place, seat.today())
    sheet = PrivacySheet(f"{COMMITTEE} {office.unit_name}", dated, *heads, tuple(sections), tuple(notes), signs)
    return privacy_pdf(sheet, typefaces())
