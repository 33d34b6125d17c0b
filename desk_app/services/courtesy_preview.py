"""The page beside the form of thanks or apology: a specimen of what is typed so far, what is missing as dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from common.words import courtesy as words
from common.words import form as form_words
from common.words.problems import sentence
from common.words.problems_letters import LETTER_FIELDS
from desk_app.domain.courtesy import UNSAID, Courtesy, UntypedDay
from desk_app.domain.courtesy_drafts import DAYS, CourtesyDraft, letter_kind
from desk_app.domain.courtesy_reading import read_courtesy
from desk_app.domain.problems import Outcome
from desk_app.letters.order import Composed, Order
from desk_app.letters.setpage import SetPage
from desk_app.services.courtesy_sheets import courtesy_order
from desk_app.services.letter_spots import Spot, named_spots
from desk_app.services.letter_values import Wish
from desk_app.services.preview import DOTS, PREVIEW_DPI, Check, PagePixels
from desk_app.services.seat import Seat
from desk_app.services.sheets import specimen_code

_DAY = timedelta(days=1)
_ORDERED: Mapping[str, tuple[str, str]] = {
    "late": ("promised", "again"),
    "paper": ("given_on", "again"),
    "opinion": ("said_on", "since"),
}


@dataclass(frozen=True, slots=True)
class CourtesyPreview:
    """Pages as pixels for the form; slow, not in the window's thread."""

    seat: Seat

    def specimen(self, draft: CourtesyDraft, dpi: int = PREVIEW_DPI, wish: Wish | None = None) -> PagePixels:
        """The letter as far as it is typed, as wished; its code is marked MẪU."""
        courtesy, blank = as_far(draft, self.seat.today())
        if courtesy is None:
            return PagePixels(0, 0, b"", words.NO_PAGE)
        with self.seat.reading() as reading:
            order = courtesy_order(self.seat, reading, (courtesy, draft), self.seat.today(), wish)
            code = specimen_code(reading, letter_kind(draft))
        order = replace(order, code=code, specimen=True)
        outcome = self.seat.press().compose(order)
        if outcome.value is None:
            told = tuple(Check("hoe", sentence(one.code, one.details)) for one in outcome.errors)
            return PagePixels(0, 0, b"", form_words.NO_PAGE, told)
        page = outcome.value.page
        checks = tuple(_checks(order, outcome, blank))
        return replace(self._picture(page, dpi), steps=checks, spots=self._spots(page, courtesy))

    def _picture(self, page: SetPage, dpi: int) -> PagePixels:
        from desk_app.letters.raster import bands  # slow to load: not before the first picture

        parts = list(bands(self.seat.press().draw([page]), 0, dpi, channels=3))
        height = sum(band.height for band in parts)
        return PagePixels(parts[0].width, height, b"".join(band.pixels for band in parts), page.title)

    def _spots(self, page: SetPage, courtesy: Courtesy) -> tuple[Spot, ...]:
        name = courtesy.to.name
        both = (("to_name", name.upper), ("to_name", name.text))
        return named_spots(page, both, self.seat.press().stock.fonts)


def as_far(draft: CourtesyDraft, today: date) -> tuple[Courtesy | None, tuple[str, ...]]:
    """The letter a draft would be, what is missing or wrong filled in, and the fields that stand as dots; None before
    its kind is chosen."""
    filled, blank = draft, dict[str, None]()
    for _ in range(3):
        outcome = read_courtesy(filled, today)
        if outcome.value is not None:
            return _untyped(outcome.value, blank), tuple(blank)
        if any(one.field == "kind" for one in outcome.errors):
            return None, ()
        blank |= dict.fromkeys(one.field for one in outcome.errors)
        filled = _mended(draft, tuple(blank), today)
    return None, ()


def _mended(draft: CourtesyDraft, blank: Sequence[str], today: date) -> CourtesyDraft:
    texts: dict[str, Any] = {name: DOTS for name in blank if name not in (*DAYS, "to_address", "free_line")}
    if "to_address" in blank:
        texts["to_address"] = "ông"
    if "free_line" in blank:
        texts["free_line"] = ""
    return replace(replace(draft, **texts), **_days(draft, blank, today))


def _days(draft: CourtesyDraft, blank: Sequence[str], today: date) -> dict[str, Any]:
    """Days that fit between those that were typed."""
    texts = {name: f"{today:%d/%m/%Y}" for name in blank if name in DAYS}
    first, second = _ORDERED.get(draft.kind, ("", ""))
    if second in texts and first not in texts:
        texts[second] = f"{today + _DAY:%d/%m/%Y}"
    elif first in texts and draft.kind == "late":
        texts[first] = f"{today - _DAY:%d/%m/%Y}"
    elif first in texts:
        texts[first] = f"{today - 300 * _DAY:%d/%m/%Y}"
    return texts


def _untyped(courtesy: Courtesy, blank: Mapping[str, None]) -> Courtesy:
    """Days nobody has typed stand as dots, and so does a form of address nobody has chosen."""
    days = {name: getattr(courtesy, name) for name in blank if name in DAYS}
    changed: dict[str, Any] = {name: UntypedDay(day.year, day.month, day.day) for name, day in days.items()}
    if "to_address" in blank:
        changed["to"] = replace(courtesy.to, address=UNSAID)
    return replace(courtesy, **changed)


def _checks(order: Order, outcome: Outcome[Composed], blank: Sequence[str]) -> Iterator[Check]:
    if blank:
        yield Check("hoe", form_words.blank_parts([LETTER_FIELDS[field] for field in blank]))
    for one in outcome.warnings:
        yield Check("hoe", sentence(one.code, one.details))
    yield Check("sen", form_words.CODE_COMES if order.code is not None else form_words.CODE_NONE)
    if order.signatory:
        title = order.signatory.authority[-1]
        yield Check("sen", form_words.signs(title[:1] + title[1:].lower(), order.signatory.name))
    yield Check("sen", words.says(_kind(order), bool(order.free_line)))


def _kind(order: Order) -> str:
    return type(order.courtesy).__name__
