"""The page beside the form, as pixels: a specimen of what is typed so far, or the archived page of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from common.dates import PartialDate
from common.words import choosing
from common.words import form as words
from common.words.labels import FIELD_LABELS
from common.words.problems import sentence
from desk_app.db.register import Reading
from desk_app.domain.drafts import BirthDraft, Draft
from desk_app.domain.events import BRIEF, AnyRegistration, Birth, Death, Marriage
from desk_app.domain.problems import Problem
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules
from desk_app.domain.standing import is_guardian
from desk_app.letters.order import RECIPIENTS, Composed, Order
from desk_app.letters.setpage import BadPage, CannotDraw, SetPage, page_from
from desk_app.services.courtesy_letters import addressee_of
from desk_app.services.letter_spots import Spot, name_spots
from desk_app.services.letter_values import Wish, fitting_kind
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.sheets import order_of, specimen_code, what_holds
from desk_app.services.stored import whole_letter
from desk_app.services.trouble import Trouble
from desk_app.sync.link import IN_FORCE, read_link

PREVIEW_DPI = 120
DOTS = "…………………"
Tone = Literal["sen", "hoe", "son"]
_FULL_SIZE = {"birth": "24", "marriage": "17,5", "death": ""}


@dataclass(frozen=True, slots=True)
class Check:
    """One line under the page: "sen" good, "hoe" worth a look, "son" keeps the letter from being printed."""

    tone: Tone
    words: str
    field: str = ""
    """The field of the form where it is mended, where there is one."""


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page as red, green, blue bytes, rows from the top without padding (none when it cannot be drawn; then `note`
    says why), what there is to say about it, and where the names stand on it."""

    width: int
    height: int
    pixels: bytes
    note: str
    steps: tuple[Check, ...] = ()
    spots: tuple[Spot, ...] = ()


class _Unwritten(PartialDate):
    """A day that counts as some day but stands on paper as dots."""

    def letter(self) -> str:
        return words.DAY_TO_COME

    def dated(self) -> str:
        return words.DAY_TO_COME


@dataclass(frozen=True, slots=True)
class Preview:
    """Pictures of letters. Slow (some tens of milliseconds): called off the window's thread."""

    seat: Seat

    def specimen(
        self, draft: Draft, dpi: int = PREVIEW_DPI, free_line: str = "", wish: Wish | None = None
    ) -> PagePixels:
        """The letter that this draft would give as wished (or with this free line); what is not typed yet stands as
        dots, the code is marked MẪU."""
        with self.seat.reading() as reading:
            registration, blank = self._as_far(reading, draft)
            if registration is None:
                return PagePixels(0, 0, b"", words.NO_PAGE)
            if isinstance(registration, Birth) and BRIEF in registration.cases:
                return PagePixels(0, 0, b"", words.NO_GLAD_PAGE)
            wish = fitting_kind(wish or Wish(free_line=free_line), registration.event)
            order = self._order(reading, registration, wish)
            held = what_holds(reading, [registration], self.seat.today(), "", self.seat.mourners)
            linked = bool(_host(reading))
        outcome = self.seat.press().compose(order)
        told = [Check("hoe", sentence(one.code, one.details), one.field) for one in (*held, *outcome.errors)]
        if outcome.value is None:
            return PagePixels(0, 0, b"", words.NO_PAGE, tuple(told))
        steps = _checks((order, outcome.value, _code_check(order, linked)), outcome.warnings, blank)
        by_hand = _by_hand(wish, self.seat.press().is_foreign(registration))
        page = self._picture(outcome.value.page, (*told, *steps, *by_hand), dpi)
        return replace(page, spots=name_spots(outcome.value.page, registration, self.seat.press().stock.fonts))

    def prepared(self, letter: int, dpi: int = PREVIEW_DPI) -> PagePixels:
        """The archived page; raises Mistake no-such-letter, Trouble letter-cannot-draw."""
        with self.seat.reading() as reading:
            kept = whole_letter(reading, letter)
            names = [row.registration.principals() for row in reading.registrations.several(kept.covers)]
            alone = addressee_of(reading, letter)
        code = words.code_is(kept.code) if kept.code else words.CODE_NOT_THERE
        told = alone.name if alone else ", ".join(name.text for group in names for name in group)
        try:
            page = page_from(kept.page)
            return self._picture(page, (Check("sen", words.letter_to(told)), Check("sen", code)), dpi)
        except (BadPage, CannotDraw) as error:
            raise Trouble("letter-cannot-draw", {"what": str(error)}) from error

    def _picture(self, page: SetPage, steps: Sequence[Check], dpi: int) -> PagePixels:
        from desk_app.letters.raster import bands  # slow to load: not before the first picture

        parts = list(bands(self.seat.press().draw([page]), 0, dpi, channels=3))
        height = sum(band.height for band in parts)
        return PagePixels(parts[0].width, height, b"".join(band.pixels for band in parts), page.title, tuple(steps))

    def _order(self, reading: Reading, registration: AnyRegistration, wish: Wish) -> Order:
        order = order_of(self.seat, reading, [registration], self.seat.today(), wish)
        return replace(order, code=specimen_code(reading, registration.event), specimen=True)

    def as_far(self, reading: Reading, draft: Draft) -> AnyRegistration | None:
        """The registration that a draft would be, its gaps filled; None while there is too little of it."""
        return self._as_far(reading, draft)[0]

    def _as_far(self, reading: Reading, draft: Draft) -> tuple[AnyRegistration | None, tuple[str, ...]]:
        """The registration a draft would be, gaps filled; and the fields that stand as dots on paper."""
        today = self.seat.today()
        rules = Rules.standard(own_unit(read_letterhead(reading.office), self.seat.units, today).code)
        filled, blank = _filled(draft)
        for _ in range(3):
            outcome = read_draft(filled, rules, today)
            if outcome.value is not None:
                return _undated(outcome.value, blank), tuple(blank)
            filled = _mended(filled, outcome.errors, today, blank)
        return None, ()


def _host(reading: Reading) -> str:
    district = read_link(reading.office.get(IN_FORCE))
    return district.host if district and district.confirmed else ""


def _filled(draft: Draft) -> tuple[Draft, list[str]]:
    """A birth that names no parent yet gets dots for both, unless the clerk said that both are unknown."""
    if not isinstance(draft, BirthDraft) or draft.mother_name.strip() or draft.father_name.strip():
        return draft, []
    unknown = {"mother_unknown", "father_unknown"} <= set(draft.case.split()) or "abandoned" in draft.case
    if unknown:
        return draft, []
    return _with(_with(draft, "mother_name", DOTS), "father_name", DOTS), ["mother_name", "father_name"]


def _mended(draft: Draft, errors: Sequence[Problem], today: date, blank: list[str]) -> Draft:
    """Every field with an error as if it were right: a name as dots, a day as today, the rest empty."""
    for problem in errors:
        if problem.code.endswith("under-age"):
            draft = replace(draft, reasons={**draft.reasons, problem.code: DOTS})
        elif problem.field in ("born", "died_on", "registered_on"):
            draft = _with(draft, problem.field, PartialDate.of(today).slashed())
            blank.append(problem.field)
        elif problem.field.endswith("_name"):
            draft = _with(draft, problem.field, DOTS)
            blank.append(problem.field)
        else:
            draft = _with(draft, problem.field, "")
    return draft


def _undated(registration: AnyRegistration, blank: Sequence[str]) -> AnyRegistration:
    """Days that are not known yet as dots."""
    if isinstance(registration, Birth) and "born" in blank:
        return replace(registration, child=replace(registration.child, born=_dots(registration.happened_on)))
    if isinstance(registration, Death) and "died_on" in blank:
        return replace(registration, died_on=_dots(registration.died_on))
    return registration


def _dots(day: PartialDate) -> PartialDate:
    return _Unwritten(day.year, day.month, day.day)


def _with(draft: Draft, field: str, text: str) -> Draft:
    changed: dict[str, Any] = {field: text}
    return replace(draft, **changed)


def _checks(set_with: tuple[Order, Composed, Check], warnings: Sequence[Problem], blank: Sequence[str]) -> list[Check]:
    """What the clerk should look at, then size, code, signature and words."""
    order, composed, code = set_with
    if not isinstance(order.registrations[0], Marriage):
        blank = [field for field in blank if field != "registered_on"]
    told = [Check("hoe", words.blank_parts([FIELD_LABELS[field] for field in blank]))] if blank else []
    told += [Check("hoe", sentence(one.code, one.details)) for one in warnings]
    smaller = any(step.startswith("name-") for step in composed.steps)
    if not smaller and order.name_field not in blank:
        event = order.registrations[0].event
        told.append(Check("sen", words.name_fits(event, _FULL_SIZE[event])))
    told.append(code)
    if order.signatory:
        title = order.signatory.authority[-1]
        told.append(Check("sen", words.signs(title[:1] + title[1:].lower(), order.signatory.name)))
    if "short-text" not in composed.steps:
        told.append(Check("sen", words.variant(_variant(order), bool(order.free_line))))
    return told


def _by_hand(wish: Wish, foreign: bool) -> list[Check]:
    """What is not as the record has it; and that a back in English may be had."""
    named = [choosing.CHOSEN_WORDS[name] for name in wish.body if name in choosing.CHOSEN_WORDS]
    told = [Check("sen", choosing.CHOSEN.format(what=", ".join(named)))] if named else []
    return [*told, *([Check("hoe", choosing.FOREIGN_HINT)] if foreign and not wish.english else [])]


def _variant(order: Order) -> str:
    registration, sent = order.registrations[0], sorted(order.choices & frozenset(RECIPIENTS))
    if not isinstance(registration, Birth):
        return registration.event
    if sent or is_guardian(registration.declarant):
        return {"to-mother": "mother", "to-father": "father", "to-parents": "both"}.get("".join(sent), "relative")
    parents = (registration.mother is not None, registration.father is not None)
    return {(True, True): "both", (True, False): "mother", (False, True): "father"}.get(parents, "relative")


def _code_check(order: Order, linked: bool) -> Check:
    if order.code is not None:
        return Check("sen", words.CODE_COMES)
    return Check("sen", words.CODE_NOT_HERE if linked else words.CODE_NONE)
