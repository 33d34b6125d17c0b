"""What the office's letters look like without anybody's name: a specimen of each kind, dots where a family stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desk_app.db.register import Reading
from desk_app.domain.courtesy_drafts import ApologyDraft, CourtesyDraft, ThanksDraft
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.services.courtesy_preview import as_far
from desk_app.services.courtesy_sheets import courtesy_order
from desk_app.services.preview import Preview
from desk_app.services.seat import Seat
from desk_app.services.sheets import order_of, specimen_code

if TYPE_CHECKING:
    from desk_app.letters.order import Order

_FAMILY: Mapping[str, Draft] = {
    "birth": BirthDraft(child_name="……………", sex="nữ"),
    "marriage": MarriageDraft(husband_name="……………", wife_name="……………"),
    "death": DeathDraft(deceased_name="……………"),
}
_COURTESY: Mapping[str, CourtesyDraft] = {"thanks": ThanksDraft(kind="gift"), "apology": ApologyDraft(kind="late")}


def samples(seat: Seat, kinds: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Kind and PDF; a kind whose letters cannot be set now, for want of a signatory, is left out."""
    for kind in kinds:
        with seat.reading() as reading:
            order = _order(seat, reading, kind)
            code = specimen_code(reading, kind)
        outcome = seat.press().compose(replace(order, code=code, specimen=True)) if order else None
        if outcome and outcome.value is not None:
            yield kind, seat.press().draw([outcome.value.page])


def _order(seat: Seat, reading: Reading, kind: str) -> Order | None:
    today = seat.today()
    if kind in _FAMILY:
        registration = Preview(seat).as_far(reading, _FAMILY[kind])
        return order_of(seat, reading, [registration], today) if registration else None
    draft = _COURTESY[kind]
    courtesy, _ = as_far(draft, today)
    return courtesy_order(seat, reading, (courtesy, draft), today) if courtesy else None
