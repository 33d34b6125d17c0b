"""The days of a form: what was typed made whole, and what the program understood of it. No widget."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from common.dates import NotADate, PartialDate, with_year
from common.lunar import CERTAIN_FROM, lunar_of
from common.names import tidy
from common.words import form as words
from common.words.numerals import moment_in_words
from desk_app.domain.drafts import Draft, event_of
from desk_app.domain.form import clock_of, newest_year

JUST_HAPPENED: Mapping[str, tuple[str, ...]] = {
    "birth": ("born", "registered_on"),
    "marriage": ("registered_on",),
    "death": ("died_on", "notice_date", "registered_on"),
}
"""Days that may be typed without their year: the last such day is meant."""
_AFTER_ELEVEN = re.compile(r"23\b|23[hg]", re.IGNORECASE)


def whole(event: str, field: str, written: str, today: date) -> str:
    """A day typed without its year with it, any other text as it is."""
    return with_year(written, today) if field in JUST_HAPPENED[event] else written


def echo(draft: Draft, field: str, today: date) -> str:
    """What the program understood of a date; both readings where it may be two days; or nothing."""
    event, written = event_of(draft), str(getattr(draft, field))
    typed = tidy(written)
    if not typed:
        return ""
    try:
        day = _read(event, field, written, today)
    except NotADate as wrong:
        return words.which_of(wrong.code, wrong.readings)
    told = words.echo(typed, day)
    return told if field in JUST_HAPPENED[event] else words.only_added(typed, told)


def echo_of_death(draft: Draft, field: str, today: date) -> str:
    """The same for a day of death; after eleven at night some families count the next lunar day already."""
    told = echo(draft, field, today)
    try:
        day = _read("death", field, str(getattr(draft, field)), today).exact()
    except NotADate:
        return told
    if day is None or day < CERTAIN_FROM or not _AFTER_ELEVEN.match(tidy(getattr(draft, "died_at", ""))):
        return told
    following = lunar_of(day + timedelta(days=1))
    return words.or_next_day(told, following.short()) if following else told


def in_words(born: str, today: date) -> str:
    """The birthday in words, as far as it can be read yet."""
    try:
        return _read("birth", "born", born, today).words()
    except NotADate:
        return ""


def died_in_words(draft: Draft, today: date) -> str:
    """Hour and day of a death in words, as far as they can be read yet."""
    try:
        day = _read("death", "died_on", getattr(draft, "died_on", ""), today).words()
    except NotADate:
        return ""
    return moment_in_words(clock_of(tidy(getattr(draft, "died_at", ""))) or "", day)


def _read(event: str, field: str, written: str, today: date) -> PartialDate:
    return PartialDate.parse(tidy(whole(event, field, written, today)), newest_year(event, field, today))
