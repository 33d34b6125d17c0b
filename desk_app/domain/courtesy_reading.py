"""From what was typed to a letter of thanks or apology: the value, or every problem at once at its field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from common.dates import NotADate, PartialDate, exact_day, with_year
from common.names import PersonName, tidy
from desk_app.domain.courtesy import (
    FORMS_OF_ADDRESS,
    Addressee,
    BadManner,
    Courtesy,
    Gift,
    LateResult,
    Opinion,
    WrongPaper,
)
from desk_app.domain.courtesy_drafts import (
    DAYS,
    KINDS,
    OPTIONAL_PARTS,
    CourtesyDraft,
    asked_parts,
    courtesy_fields,
    letter_kind,
)
from desk_app.domain.people import name_has_symbols, name_lost_its_marks
from desk_app.domain.problems import Outcome, Problem

LONGEST_PART, LONGEST_WORDS, LONGEST_NAME = 300, 120, 120
"""A sheet of paper holds no more: what is told in whole sentences, what names a thing, the name."""
FAR, OLD = timedelta(days=366), timedelta(days=366)
"""A day so far off is a slip in the year: nobody promises it, and few apologise so late."""
_WORDS = frozenset({"file_code", "errand", "officer", "paper"})
_INSIDE: Mapping[str, frozenset[str]] = {
    "gift": frozenset({"deed"}),
    "opinion": frozenset({"matter", "mended"}),
    "manner": frozenset({"errand"}),
    "paper": frozenset({"paper", "mistake"}),
}
"""Parts that stand in the middle of a sentence."""
_ORDERS: Mapping[str, tuple[str, str, str]] = {
    "late": ("promised", "again", "courtesy-again-not-after"),
    "paper": ("given_on", "again", "courtesy-again-before"),
    "opinion": ("said_on", "since", "courtesy-since-before"),
}
"""Which of two days comes first, and what is said where it does not."""
_PERSONAL_NUMBER = re.compile(r"(?<!\d)\d(?:[ .]?\d){11}(?!\d)")
_IN_A_CODE = re.compile(r"(?<![\d.-])\d{12}(?![\d.-])")
_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_]*")


def read_courtesy(draft: CourtesyDraft, today: date) -> Outcome[Courtesy]:
    """The letter of thanks or apology in a draft; the days in it are whole days of the office's calendar."""
    typed = _Typed(draft, today)
    to = typed.addressee()
    kinds = KINDS[letter_kind(draft)]
    if draft.kind not in kinds:
        typed.error("kind", "courtesy-kind-empty")
    parts = {name: typed.part(name) for name in asked_parts(draft) if name not in DAYS}
    days = {name: typed.day(name) for name in asked_parts(draft) if name in DAYS}
    typed.free_line()
    _check_days(typed, days)
    if typed.refused() or to is None:
        return Outcome(None, typed.problems())
    known = {name: day for name, day in days.items() if day is not None}
    return Outcome(_MAKERS[draft.kind](to, parts, known), typed.problems())


def whole_day(name: str, text: str, today: date) -> str:
    """A day typed without its year with it: the last such day, or of a day that may still come the nearest one; any
    other text as it is."""
    told = with_year(text, today)
    if told == text or name not in ("again", "since"):
        return told
    last = exact_day(told)
    if last is None or (last.month, last.day) == (2, 29):
        return told
    following = last.replace(year=last.year + 1)
    return _shown(following) if following - today < today - last else told


@dataclass(slots=True)
class _Typed:
    draft: CourtesyDraft
    today: date
    found: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        return tidy(str(getattr(self.draft, name)))

    def error(self, at: str, code: str, **details: str) -> None:
        self.found.append(Problem(at, code, "error", details))

    def warn(self, at: str, code: str, **details: str) -> None:
        self.found.append(Problem(at, code, "warning", details))

    def refused(self) -> bool:
        return any(one.level == "error" for one in self.found)

    def problems(self) -> tuple[Problem, ...]:
        order = courtesy_fields(letter_kind(self.draft))
        return tuple(sorted(self.found, key=lambda one: order.index(one.field)))

    def addressee(self) -> Addressee | None:
        address, name = self.text("to_address").lower(), self.name()
        if not address:
            self.error("to_address", "courtesy-address-empty")
        elif address not in FORMS_OF_ADDRESS:
            self.error("to_address", "courtesy-address-unknown", text=address)
        if name is None or address not in FORMS_OF_ADDRESS:
            return None
        return Addressee(name, address, bool(self.text("household")))

    def name(self) -> PersonName | None:
        text = self.text("to_name")
        if not text:
            self.error("to_name", "name-empty", person="addressee")
            return None
        if len(text) > LONGEST_NAME:
            self.error("to_name", "courtesy-too-long", field="to_name", limit=str(LONGEST_NAME))
        if _PERSONAL_NUMBER.search(text):
            self.error("to_name", "courtesy-personal-number", field="to_name")
        elif name_has_symbols(text):
            self.warn("to_name", "name-has-symbols", name=text)
        elif name_lost_its_marks(text):
            self.warn("to_name", "name-without-marks", name=text)
        return PersonName(text)

    def part(self, name: str) -> str:
        text = self.text(name)
        limit = LONGEST_WORDS if name in _WORDS else LONGEST_PART
        if not text.strip(". ") and name not in OPTIONAL_PARTS:
            self.error(name, "courtesy-part-empty", field=name)
        elif len(text) > limit:
            self.error(name, "courtesy-too-long", field=name, limit=str(limit))
        elif (_IN_A_CODE if name == "file_code" else _PERSONAL_NUMBER).search(text):
            self.error(name, "courtesy-personal-number", field=name)
        elif name in _INSIDE.get(self.draft.kind, ()) and _begins_a_sentence(text):
            self.warn(name, "courtesy-inside-sentence", field=name)
        return text

    def free_line(self) -> None:
        if _PERSONAL_NUMBER.search(self.text("free_line")):
            self.error("free_line", "courtesy-personal-number", field="free_line")

    def day(self, name: str) -> date | None:
        """The whole day, its year added where it was left out."""
        text = self.text(name)
        if not text:
            self.error(name, "courtesy-day-empty", field=name)
            return None
        try:
            day = PartialDate.parse(whole_day(name, text, self.today))
        except NotADate as wrong:
            first, second = wrong.readings
            code = "courtesy-not-a-day" if wrong.code == "not-a-date" else wrong.code
            self.error(name, code, text=wrong.text, **({"first": first, "second": second} if first else {}))
            return None
        if day.exact() is None:
            self.error(name, "courtesy-day-partial", field=name, text=text)
        return day.exact()


def _begins_a_sentence(text: str) -> bool:
    """One capital and no second word with one: a name has two."""
    words = [word for word in text.split() if _CAPITALISED.match(word)]
    alone = len(words) < 2 or not words[1][0].isupper()
    return bool(words) and text[0].isupper() and alone and not (len(words[0]) > 1 and words[0].isupper())


def _check_days(typed: _Typed, days: Mapping[str, date | None]) -> None:
    known = {name: day for name, day in days.items() if day is not None}
    for name, day in known.items():
        if name in ("promised", "on", "given_on", "said_on"):
            _check_past(typed, name, day)
        elif day > typed.today + FAR:
            typed.error(name, "courtesy-day-far", day=_shown(day), today=_shown(typed.today))
    first, second, code = _ORDERS.get(typed.draft.kind, ("", "", ""))
    least = timedelta(days=1 if typed.draft.kind == "late" else 0)
    if first in known and second in known and known[second] - known[first] < least:
        typed.error(second, code, day=_shown(known[first]))
    elif "again" in known:
        _check_again(typed, known["again"])


def _check_past(typed: _Typed, name: str, day: date) -> None:
    """What the letter speaks of has happened, and not so long ago that the year must be a slip."""
    if day > typed.today:
        code = "courtesy-promised-ahead" if name == "promised" else "day-in-future"
        typed.error(name, code, today=_shown(typed.today))
    elif day < typed.today - OLD:
        typed.warn(name, "courtesy-day-old", day=_shown(day))


def _check_again(typed: _Typed, day: date) -> None:
    """The new day: of a late result it must still be to come, and nobody stands before a closed door."""
    if typed.draft.kind == "late" and day < typed.today:
        typed.error("again", "courtesy-again-over", day=_shown(day), today=_shown(typed.today))
    elif day >= typed.today and day.weekday() > 4:
        typed.warn("again", "courtesy-again-weekend", weekday=str(day.weekday()), day=_shown(day))


def _shown(day: date) -> str:
    return f"{day:%d/%m/%Y}"


Made = Callable[[Addressee, Mapping[str, str], Mapping[str, date]], Courtesy]


def _late(to: Addressee, parts: Mapping[str, str], days: Mapping[str, date]) -> Courtesy:
    return LateResult(
        to=to,
        errand=parts["errand"],
        file_code=parts["file_code"],
        promised=days["promised"],
        why=parts["why"],
        again=days["again"],
        officer=parts["officer"],
        care=parts["care"],
    )


_MAKERS: Mapping[str, Made] = {
    "gift": lambda to, parts, days: Gift(to, parts["outcome"], parts["deed"]),
    "opinion": lambda to, parts, days: Opinion(to, days["said_on"], parts["matter"], days["since"], parts["mended"]),
    "late": _late,
    "manner": lambda to, parts, days: BadManner(to, days["on"], parts["errand"], parts["care"]),
    "paper": lambda to, parts, days: WrongPaper(
        to, parts["paper"], days["given_on"], parts["mistake"], days["again"], parts["care"]
    ),
}
