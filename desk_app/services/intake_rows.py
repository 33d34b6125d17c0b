"""One row of a sheet on its way into a pile, and rows of one sheet that say the same number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from common.names import tidy
from common.words import intake_desk as words
from common.words.problems import sentence
from desk_app.db.book_counts import BookKey
from desk_app.db.many import Placed
from desk_app.domain.drafts import Draft
from desk_app.domain.problems import Problem
from desk_app.services.history import Change
from desk_app.services.intake_values import LookedRow, Pile, SheetLine, Told

Key = tuple[BookKey, str]
_WHO = {"birth": ("child_name",), "marriage": ("husband_name", "wife_name"), "death": ("deceased_name",)}


@dataclass(frozen=True, slots=True)
class Begun:
    """A row with its draft as the register would have it, its place in a book, and what stands there."""

    told: SheetLine
    draft: Draft
    key: Key | None
    placed: Placed | None = None


def looked(row: Begun, pile: Pile, told: Sequence[Told], id: int = 0, changes: tuple[Change, ...] = ()) -> LookedRow:
    """The row in its pile, with why; `id` the record that it is about."""
    line, draft = row.told, row.draft
    who = ", ".join(name for field in _WHO[line.event] if (name := tidy(line.texts.get(field, ""))))
    return LookedRow(line.line, pile, line.event, who, tidy(draft.number), tuple(told), id, changes)


def told_of(problems: Iterable[Problem]) -> tuple[Told, ...]:
    """Problems as sentences at their fields."""
    return tuple(Told(one.field, sentence(one.code, one.details)) for one in problems)


def errors_of(row: Begun, errors: Sequence[Problem]) -> tuple[Told, ...]:
    """Why a row cannot be read, and what else there is to say of its cells; of a field that is wrong that alone."""
    wrong = {one.field for one in errors}
    return (*told_of(errors), *(one for one in row.told.told if one.field not in wrong))


def twice(rows: Sequence[Begun]) -> dict[int, LookedRow]:
    """Rows whose number another row of the sheet has as well: where both say the same, the first one counts; else a
    person has to say which is right."""
    groups: dict[object, list[Begun]] = {}
    for row in rows:
        groups.setdefault(row.key or _about(row), []).append(row)
    found: dict[int, LookedRow] = {}
    for group in (group for group in groups.values() if len(group) > 1):
        first, *others = group
        if all(row.told.texts == first.told.texts for row in others):
            found |= {row.told.line: looked(row, "same", _told("same-line", first)) for row in others}
            continue
        for row in group:
            other = next(one for one in group if one is not row)
            found[row.told.line] = looked(row, "conflict", _told("twice-in-sheet", other))
    return found


def _about(row: Begun) -> object:
    """A row without a number is known by all that it says."""
    return (row.told.event, tuple(sorted(row.told.texts.items())))


def _told(code: str, other: Begun) -> tuple[Told, ...]:
    return (Told("", words.reason(code, {"line": str(other.told.line)})),)
