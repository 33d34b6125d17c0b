"""A finished section in one line: who it is, when, where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from common.dates import NotADate, PartialDate
from common.names import tidy
from common.words import form as words
from desk_app.ui.form.fields import Section
from desk_app.ui.form.linked import Links

_MOST = 3
_PRIVATE = ("number", "check")
_TOO_MUCH = ("_ethnic_group", "_in_words")


def summary_of(section: Section, text: Callable[[str], str], links: Links) -> str:
    """Up to three parts, in the order of the fields; no personal number among them."""
    return ", ".join(list(_parts(section, text, links))[:_MOST])


def _parts(section: Section, text: Callable[[str], str], links: Links) -> Iterator[str]:
    for field in section.fields:
        typed = tidy(text(field.name))
        if not typed or field.kind in _PRIVATE or field.name.endswith(_TOO_MUCH):
            continue
        if field.same_as and links.home:
            yield words.LIVES_WITH_MOTHER
        elif field.choices:
            yield dict(field.choices).get(typed, typed)
        elif field.name.endswith("_born"):
            yield _year(typed)
        else:
            yield typed


def _year(typed: str) -> str:
    try:
        return str(PartialDate.parse(typed).year)
    except NotADate:
        return typed
