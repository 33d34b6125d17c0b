"""Places while they are typed: what was written before, then units of the day, old names with what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from common.dates import exact_day
from common.names import fold, tidy
from common.unit_search import kinds_inside
from common.units import Unit, UnitTable
from common.words import units as words
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.remembered import remembered_places
from desk_app.services.seat import Seat

MOST = 8
"""So many units are offered at once."""
_REMEMBERED, _HEIRS, _LOOKED_AT, _SHORTEST, _PARTS = 4, 3, 12, 2, 4
_NO_PLACES = ("ethnic_group", "nationality")
_KINDS = frozenset({"xa", "phuong", "thi tran", "thi xa", "dac khu", "huyen", "quan", "tinh", "thanh pho", "tp", "tt"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that may be meant: `text` is what the line will say, `shown` the row in the list."""

    text: str
    shown: str


class PlaceOffers:
    """What is offered at one desk; the places written before are read when first asked for."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat

    def offered(self, field: str, typed: str, registered_on: str = "") -> tuple[Offer, ...]:
        """Nothing typed: what was written into this field before, the latest first. Else what of it has the typed
        words, then units of the day of registration (today where that is no day). Nothing once the place is whole."""
        known = self._remembered.get(field, ())
        if not tidy(typed):
            return tuple(Offer(place, place) for place in known)
        wanted = fold(typed)
        before = [place for place in known if wanted in fold(place) and wanted != fold(place)]
        ground = Ground(self._seat.units, self._on(registered_on), self._seat.today(), self._province)
        units = () if field.endswith(_NO_PLACES) else unit_offers(ground, typed)
        own = [Offer(place, place) for place in before[: _REMEMBERED if units else None]]
        return _once((*own, *units))

    def _on(self, registered_on: str) -> date:
        return exact_day(tidy(registered_on)) or self._seat.today()

    @cached_property
    def _province(self) -> str:
        with self._seat.reading() as reading:
            head = read_letterhead(reading.office)
        above = self._seat.units.above(own_unit(head, self._seat.units, self._seat.today()), self._seat.today())
        return above[-1].code if above else ""

    @cached_property
    def _remembered(self) -> dict[str, tuple[str, ...]]:
        return dict(remembered_places(self._seat))


@dataclass(frozen=True, slots=True)
class Ground:
    """Where and when: units of the day `on`, told as they are called `today`; those of the province `near` (a code)
    come first."""

    units: UnitTable
    on: date
    today: date
    near: str = ""


def unit_offers(ground: Ground, typed: str) -> tuple[Offer, ...]:
    """Units whose name the end of the typed place has; what stands before it (house, hamlet) is kept. An old unit comes
    with what became of it, and may be written as the paper has it or as it is called now."""
    for kept, sought in _cuts(typed):
        found = _grouped(ground, sought)
        if found:
            told = _once([one for old, heirs in found for one in _told(ground, old, heirs)])
            made = tuple(Offer(_joined(kept, one.text), one.shown) for one in told)
            return () if fold(typed) in {fold(one.text) for one in made} else made[:MOST]
    return ()


def place_name(units: UnitTable, unit: Unit, on: date) -> str:
    """The unit with all above it on that day, or on its last: `xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định`."""
    day = min(on, unit.valid_to or on)
    return words.place([one.full_name for one in (unit, *units.above(unit, day))])


def heir_names(units: UnitTable, unit: Unit, today: date) -> list[str]:
    """What a unit became, as it is called today; heirs in one province name it once, at the end."""
    heirs = units.heirs(unit, today)
    above = {units.above(heir, today) for heir in heirs}
    alone = [heir.full_name for heir in heirs[:-1]] if len(above) == 1 else []
    return [*alone, *(place_name(units, heir, today) for heir in heirs[len(alone) :])]


def _cuts(typed: str) -> Iterator[tuple[str, str]]:
    """Where the unit may begin, the most parts first: ("thôn Bến Trà,", "an liên, nam hải")."""
    parts = typed.split(",")
    for count in range(min(len(parts), _PARTS), 0, -1):
        kept, sought = "".join(f"{part}," for part in parts[:-count]), ",".join(parts[-count:])
        for at in kinds_inside(parts[-count]):
            if _worth(sought[at:]):
                yield kept + sought[:at], sought[at:]
        if _worth(sought):
            yield kept, sought


def _worth(sought: str) -> bool:
    first = fold(sought.split(",")[0])
    return len(first) >= _SHORTEST and first not in _KINDS and any(letter.isalpha() for letter in first)


def _grouped(ground: Ground, sought: str) -> list[tuple[Unit, list[Unit]]]:
    """What was meant by these words, each with what it is on the day; names with just these marks first, then those of
    the own province."""
    units, on = ground.units, ground.on
    near = units.hits_near(sought, on, ground.near, _LOOKED_AT) if ground.near and "," not in sought else ()
    found: dict[Unit, list[Unit]] = {}
    for unit, heir in (*near, *units.hits(sought, on, _LOOKED_AT)):
        heirs = found.setdefault(unit, [])
        heirs += [heir] if heir not in heirs else []
    typed = f" {tidy(sought.split(',')[0]).lower()}"
    marked = not typed.isascii()
    groups = sorted(found.items(), key=lambda group: marked and not typed.endswith(f" {group[0].name.lower()}"))
    return groups[:_LOOKED_AT]


def _told(ground: Ground, unit: Unit, heirs: Sequence[Unit]) -> Iterator[Offer]:
    units = ground.units
    name = place_name(units, unit, ground.on)
    yield Offer(
        name, name if unit.valid(ground.today) else words.with_heirs(name, heir_names(units, unit, ground.today))
    )
    if unit.valid(ground.on) or unit.level == "district":
        return
    for heir in heirs[:_HEIRS]:
        called = place_name(units, heir, ground.on)
        yield Offer(called, words.with_old(called, unit.full_name))


def _once(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    found: dict[str, Offer] = {}
    for one in offers:
        found.setdefault(fold(one.text), one)
    return tuple(found.values())


def _joined(kept: str, place: str) -> str:
    """As it was typed: "thôn 3, xã …" with its comma, "Trạm Y tế xã …" without."""
    before = tidy(kept)
    bare = before.rstrip(" ,")
    if not bare:
        return place
    return f"{bare}, {place}" if before.endswith(",") else f"{bare} {place}"
