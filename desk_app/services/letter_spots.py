"""Where the names stand on a letter's page, so that a click on one can lead to its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.events import AnyRegistration, Birth, Marriage
from desk_app.letters.setpage import Run, SetPage

if TYPE_CHECKING:
    from common.paper.fonts import Fonts

_UM_PER_POINT = 25_400 / 72
_ABOVE, _BELOW = 0.95, 0.3


@dataclass(frozen=True, slots=True)
class Spot:
    """A draft field and the box of its text, in parts of the page's width and height."""

    field: str
    x: float
    y: float
    width: float
    height: float


def name_spots(page: SetPage, registration: AnyRegistration, fonts: Fonts) -> tuple[Spot, ...]:
    """The names that the letter sets in bold, in the order in which it names them."""
    return named_spots(page, _named(registration), fonts)


def named_spots(page: SetPage, named: Iterable[tuple[str, str]], fonts: Fonts) -> tuple[Spot, ...]:
    """The same for names given as field and text."""
    bold = [run for run in page.runs if run.font.endswith("-Bold")]
    found: list[Spot] = []
    for field, name in named:
        runs = _runs_of(bold, name)
        found += [_spot(page, field, run, fonts) for run in runs]
        bold = bold[bold.index(runs[-1]) + 1 :] if runs else bold
    return tuple(found)


def _named(registration: AnyRegistration) -> Iterator[tuple[str, str]]:
    if isinstance(registration, Birth):
        if registration.father:
            yield "father_name", registration.father.name.text
        if registration.mother:
            yield "mother_name", registration.mother.name.text
        yield "child_name", registration.child.name.upper
    elif isinstance(registration, Marriage):
        yield "husband_name", registration.husband.name.upper
        yield "wife_name", registration.wife.name.upper
    else:
        yield "deceased_name", registration.deceased.name.text


def _runs_of(bold: Sequence[Run], name: str) -> list[Run]:
    """The runs, one after the other, that together say the name; none where they do not."""
    for first in range(len(bold)):
        rest, taken = name, []
        for run in bold[first:]:
            if not rest or not rest.startswith(run.text.strip()):
                break
            taken.append(run)
            rest = rest[len(run.text.strip()) :].strip()
        if taken and not rest:
            return taken
    return []


def _spot(page: SetPage, field: str, run: Run, fonts: Fonts) -> Spot:
    em = run.size / 100 * _UM_PER_POINT
    wide = sum(fonts.advance(character, run.font) + run.tracking for character in run.text) * em / 1000
    return Spot(
        field,
        run.x / page.width,
        (run.y - _ABOVE * em) / page.height,
        wide / page.width,
        (_ABOVE + _BELOW) * em / page.height,
    )
