"""The days of a form: what was typed made whole, and what the program understood of it. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.dates import NotADate, PartialDate, with_year
from common.names import tidy
from common.words import form as words
from desk_app.domain.events import Event
from desk_app.domain.form import newest_year

JUST_HAPPENED: Mapping[Event, tuple[str, ...]] = {
    "birth": ("born", "registered_on"),
    "marriage": ("registered_on",),
    "death": ("died_on", "notice_date", "registered_on"),
}
"""Days that may be typed without their year: the last such day is meant."""


def whole(event: Event, field: str, written: str, today: date) -> str:
    """A day typed without its year with it, any other text as it is."""
    return with_year(written, today) if field in JUST_HAPPENED[event] else written


def echo(event: Event, field: str, written: str, today: date) -> str:
    """What the program understood of a date; both readings where it may be two days; or nothing."""
    typed = tidy(written)
    if not typed:
        return ""
    try:
        day = PartialDate.parse(tidy(whole(event, field, written, today)), newest_year(event, field, today))
    except NotADate as wrong:
        return words.which_of(wrong.code, wrong.readings)
    told = words.echo(typed, day)
    return told if field in JUST_HAPPENED[event] else words.only_added(typed, told)


def in_words(born: str, today: date) -> str:
    """The birthday in words, as far as it can be read yet."""
    try:
        return PartialDate.parse(tidy(whole("birth", "born", born, today)), newest_year("birth", "born", today)).words()
    except NotADate:
        return ""
