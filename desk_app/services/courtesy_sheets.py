"""What a letter of thanks or apology is written from, and whether the same one was written already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from common.names import fold, tidy
from common.words import courtesy as words
from common.words.labels import LETTER_WORDS
from desk_app.db.letters import KeptLetter
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.domain.courtesy import Courtesy, kind_of
from desk_app.domain.courtesy_drafts import CourtesyDraft, asked_parts, letter_kind
from desk_app.domain.courtesy_reading import read_courtesy
from desk_app.domain.problems import Outcome, Problem
from desk_app.letters.order import Composed, Order
from desk_app.services.courtesy_letters import (
    COURTESIES,
    addressees,
    body_of,
    draft_in,
    letters_to,
    shown_day,
    told_day,
)
from desk_app.services.letter_values import Wish
from desk_app.services.number_signs import numbering_of
from desk_app.services.office import office_on, read_letterhead, read_signatories
from desk_app.services.print_rows import WaitingLetter
from desk_app.services.seat import Seat
from desk_app.services.sheets import signed_by, specimen_code, unsigned
from desk_app.services.wishing import wish_of
from desk_app.services.wording import template_in

TWICE = "courtesy-twice"


def courtesy_order(
    seat: Seat, store: Reading, letter: tuple[Courtesy, CourtesyDraft], dated: date, wish: Wish | None = None
) -> Order:
    """The order for such a letter and the draft it was typed in, as wished, on that day; still without a code. The free
    line is the draft's own."""
    courtesy, draft = letter
    wish, people = wish or Wish(), read_signatories(store.office)
    signatory = signed_by(people, dated, (wish.signatory, kind_of(courtesy)))
    numbering, wording = numbering_of(store.office, kind_of(courtesy)), seat.wordings.on(store, dated)
    return Order(
        registrations=(),
        office=office_on(read_letterhead(store.office), seat.units, dated),
        signatory=signatory,
        dated=dated,
        training=seat.training,
        courtesy=courtesy,
        unsigned=None if signatory else unsigned(people, dated, wish.signatory),
        numbering=replace(numbering, number=None) if wish.undated else numbering,
        template=template_in(wording, wish.template),
        free_line=tidy(draft.free_line) or tidy(wish.free_line),
        ink=wish.ink,
        undated=wish.undated,
        wording=wording,
    )


def twice(reading: Reading, draft: CourtesyDraft, courtesy: Courtesy, itself: int) -> Iterator[Problem]:
    """The same person has such a letter over the same thing already: a reason lets it go on."""
    body, kind = body_of(courtesy, draft), letter_kind(draft)
    reasoned = bool(tidy(draft.reasons.get(TWICE, "")))
    for id, other in letters_to(reading, courtesy.to.name.text):
        kept = reading.letters.get(id)
        stands = kept is not None and kept.state != "void" and kept.kind == kind and id != itself
        if kept is not None and stands and _same_thing(body, other):
            yield Problem("to_name", TWICE, "warning" if reasoned else "error", _details(kept, other))
            return


def composed_again(seat: Seat, reading: Reading, kept: KeptLetter, dated: date) -> Outcome[Composed]:
    """An archived letter as it was set, or as it would be on another day: its fitting steps are told anew."""
    body = reading.papers.courtesy(kept.id)
    courtesy = read_courtesy(draft_in(body), kept.dated).value if body else None
    if body is None or courtesy is None:
        return Outcome(None, (Problem("letter", "letter-missing-field", "error", {"field": "to_name"}),))
    wish = replace(wish_of(reading, kept), template=kept.template)
    order = courtesy_order(seat, reading, (courtesy, draft_in(body)), dated, wish)
    return seat.press().compose(replace(order, code=specimen_code(reading, kept.kind), specimen=True))


def waiting_courtesies(reading: Reading, letters: Sequence[LetterLine]) -> Iterator[WaitingLetter]:
    """Those of these letters that are thanks or apologies, as the printing table lists them."""
    named = addressees(reading, [letter.id for letter in letters if letter.kind in COURTESIES])
    for letter in (one for one in letters if one.id in named):
        to = named[letter.id]
        yield WaitingLetter((), letter.id, letter.kind, to.who, to.second, LETTER_WORDS[letter.kind])


def at_their_parts(draft: CourtesyDraft, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """A sign that no font has is mended in the part where it was typed."""
    return tuple(_at_its_part(draft, one) if one.code == "letter-unmapped-glyph" else one for one in problems)


def _at_its_part(draft: CourtesyDraft, problem: Problem) -> Problem:
    signs = problem.details["character"].split()
    parts = ("to_name", *asked_parts(draft), "free_line")
    field = next((part for part in parts if any(sign in getattr(draft, part) for sign in signs)), problem.field)
    return replace(problem, field=field)


def _same_thing(body: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if body["kind"] != other["kind"]:
        return False
    if body["kind"] == "gift":
        return fold(body["deed"]) == fold(other["deed"])
    code = fold(body.get("file_code", "")).replace(" ", "")
    same_code = bool(code) and code == fold(other.get("file_code", "")).replace(" ", "")
    return same_code or told_day(body) == told_day(other)


def _details(kept: KeptLetter, body: Mapping[str, Any]) -> Mapping[str, str]:
    return {
        "id": str(kept.id),
        "letter": words.LETTER_LOW[kept.kind],
        "name": body["to_name"],
        "day": shown_day(kept.dated),
        "code": words.with_code(kept.code),
    }
