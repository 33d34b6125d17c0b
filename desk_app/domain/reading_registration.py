"""Reading the foot of every form: day, number, book, type, declarant; and whether the day came in time."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypedDict

from common.dates import PartialDate
from desk_app.domain.events import AGAIN, FROM_ABROAD, LATE, NO_TYPE, ON_TIME
from desk_app.domain.form import Form
from desk_app.domain.people import Declarant
from desk_app.domain.rules import RuleName

_ENDS_WITH_YEAR = re.compile(r"[^0-9]((?:19|20)[0-9]{2})$")
Lateness = Literal["late", "on-time", "unclear", "no-rule"]

_TYPES = ("0", "1", "2", "3", "4")
_UNIT_CODE = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Timing:
    """How the registration day stands to the event: the limit in days, and whether it was kept."""

    event: str
    days: int
    lateness: Lateness


class RegistrationFields(TypedDict):
    """The fields that all three registrations share."""

    registered_on: date
    number: str
    book: str
    unit: str
    registration_type: int
    late: bool
    cases: frozenset[str]
    hamlet: str
    declarant: Declarant | None


def read_registered_on(form: Form) -> date | None:
    """The registration day: a whole day, not after today."""
    text = form.text("registered_on")
    if not text:
        form.error("registered_on", "registered-on-empty")
        return None
    partial = form.day("registered_on")
    if partial is None:
        return None
    registered_on = partial.exact()
    if registered_on is None:
        form.error("registered_on", "registered-on-partial", text=text)
    elif registered_on > form.today:
        form.error("registered_on", "registered-in-future", today=_slashed(form.today))
    return registered_on


def check_happened_before(form: Form, field: str, happened: PartialDate | None, registered_on: date | None) -> None:
    """A birth or death comes before its registration; a partial date that leaves it open is only worth a look."""
    if happened is None or registered_on is None:
        return
    event = {"born": "birth", "died_on": "death"}[field]
    if happened.earliest() > registered_on:
        form.error(field, "registered-before-event", event=event, registered_on=_slashed(registered_on))
    elif happened.latest() > registered_on:
        form.warn(field, "event-date-unclear", event=event)


def check_not_in_future(form: Form, *days: tuple[str, PartialDate | None]) -> None:
    """No day may lie after today; a field that already has an error is not told twice."""
    for field, day in days:
        if day is not None and day.earliest() > form.today and not form.failed(field):
            form.error(field, "day-in-future", today=_slashed(form.today))


def read_registration(
    form: Form, registered_on: date | None, happened: PartialDate | None, limit: RuleName | None
) -> RegistrationFields | None:
    """The shared fields, None without a registration day; `limit` is the rule this event may be late by, if any."""
    typed = _read_type(form)
    unit, cases, declarant = _read_unit(form), form.cases(), _read_declarant(form)
    if registered_on is None:
        return None
    number, book = form.text("number"), form.text("book")
    _check_year(form, "number", number, registered_on)
    _check_year(form, "book", book, registered_on)
    timing = _timing(form, registered_on, happened, limit)
    if typed not in (AGAIN, FROM_ABROAD):
        _tell_lateness(form, timing, typed)
    return RegistrationFields(
        registered_on=registered_on,
        number=number,
        book=book,
        unit=unit,
        registration_type=_computed_type(timing.lateness) if typed is None else typed,
        late=_is_late(timing.lateness, typed),
        cases=cases,
        hamlet=form.text("hamlet"),
        declarant=declarant,
    )


def _read_type(form: Form) -> int | None:
    text = form.text("registration_type")
    if text in _TYPES:
        return _TYPES.index(text)
    if text:
        form.error("registration_type", "registration-type-unclear", text=text)
    return None


def _read_unit(form: Form) -> str:
    text = form.text("unit")
    if text and not _UNIT_CODE.fullmatch(text):
        form.error("unit", "unit-not-a-code", text=text)
    return text or form.rules.unit


def _read_declarant(form: Form) -> Declarant | None:
    declarant = Declarant(
        name=form.name("declarant_name"),
        relation=form.text("declarant_relation"),
        residence=form.text("declarant_residence"),
        citizen_id=form.citizen_id("declarant_citizen_id"),
    )
    return None if declarant == Declarant() else declarant


def _check_year(form: Form, field: str, text: str, registered_on: date) -> None:
    found = _ENDS_WITH_YEAR.search(text)
    if found and int(found[1]) != registered_on.year:
        form.warn(field, "year-differs", year=found[1], registered_on=_slashed(registered_on))


def _timing(form: Form, registered_on: date, happened: PartialDate | None, limit: RuleName | None) -> Timing:
    if limit is None:
        return Timing("marriage", 0, "on-time")
    event = limit.removesuffix("-limit-days")
    days = form.rules.value(limit, registered_on)
    if days is None or happened is None:
        return Timing(event, 0, "no-rule")
    last_in_time = registered_on - timedelta(days=days)
    if happened.latest() < last_in_time:
        return Timing(event, days, "late")
    return Timing(event, days, "unclear" if happened.earliest() < last_in_time else "on-time")


def _tell_lateness(form: Form, timing: Timing, typed: int | None) -> None:
    days = str(timing.days)
    if timing.lateness == "late" and typed == ON_TIME:
        form.warn("registration_type", "type-says-on-time", days=days)
    elif timing.lateness == "late":
        form.warn("registered_on", f"late-{timing.event}", days=days)
    elif timing.lateness == "unclear" and typed is None:
        form.warn("registered_on", "late-unclear", days=days)
    elif timing.lateness == "on-time" and typed == LATE:
        form.warn("registration_type", "type-says-late", days=days)


def _computed_type(lateness: Lateness) -> int:
    return {"late": LATE, "no-rule": NO_TYPE}.get(lateness, ON_TIME)


def _is_late(lateness: Lateness, typed: int | None) -> bool:
    if typed in (AGAIN, FROM_ABROAD):
        return False
    return typed == LATE if lateness == "unclear" else lateness == "late"


def _slashed(day: date) -> str:
    return PartialDate.of(day).slashed()
