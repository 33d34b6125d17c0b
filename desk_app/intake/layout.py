"""Where a sheet's heading stands, which event it tells of, and which of the ministry's keys each column is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from common.legacy_text import convert, suspected
from common.names import fold, tidy
from desk_app.domain.events import EVENTS
from desk_app.domain.ministry import key_named
from desk_app.intake.captions import key_for, plain, role_of
from desk_app.intake.cells import Cell, Sheet

LOOKED_AT = 40
"""Rows in which the heading is sought."""
LONGEST = 150
"""No heading is longer."""
SAMPLES = 5
SEEN = 300
"""Rows by which a column is judged."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "birth": ("ngayDangKy", "nksHoTen", "nksNgaySinh"),
    "marriage": ("ngayDangKy", "chongHoTen", "voHoTen"),
    "death": ("ngayDangKy", "nktHoTen", "nktNgayChet"),
}
_TELLING: Mapping[str, tuple[str, ...]] = {
    "birth": ("khai sinh", "nks"),
    "marriage": ("ket hon", "chong", "hon nhan"),
    "death": ("khai tu", "bao tu", "nguoi chet", "nkt"),
}
"""Words by which the name or the title of a sheet tells its event."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet (`at` from 0): its caption, a group's name before it ("Mẹ: Họ tên"), the key it is read as,
    the first texts in it as they lie there, the legacy encoding they seem to be in ("" for none, as of the key), and
    the cell of its lowest heading."""

    at: int
    caption: str
    key: str
    samples: tuple[str, ...] = ()
    suspected: str = ""
    heading: str = ""

    def shown(self, encoding: str) -> tuple[tuple[str, str], ...]:
        """The samples before and after reading them in an encoding (`common.legacy_text.ENCODINGS`)."""
        return tuple((tidy(sample), tidy(convert(sample, encoding))) for sample in self.samples)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is read: its event ("" where nobody could tell), the row of its heading (from 0; of two rows the
    lower, -1 where there is none), and its columns."""

    event: str
    header_row: int
    columns: tuple[Column, ...]

    @property
    def unmatched(self) -> tuple[Column, ...]:
        """The columns that are not read."""
        return tuple(one for one in self.columns if not one.key)

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys without which no row of the event is whole, and which no column has."""
        here = {one.key for one in self.columns}
        return tuple(key for key in _NEEDED.get(self.event, ()) if key not in here)

    def with_key(self, at: int, key: str) -> "Layout":
        """The layout in which a column is read as `key`, taken from whichever column had it; "" reads it as nothing."""
        keys = {one.at: "" if key and one.key == key else one.key for one in self.columns} | {at: key}
        return replace(self, columns=tuple(replace(one, key=keys[one.at]) for one in self.columns))

    def mapping(self) -> dict[str, str]:
        """Heading → key of every column, to be remembered and given to `find_layout` the next time."""
        return {plain(one.caption): one.key for one in self.columns if one.caption}


def find_layout(sheet: Sheet, event: str = "", remembered: Mapping[str, str] | None = None) -> Layout:
    """The best reading of a sheet: as `event` where it is given, else as the event that its headings and title tell.

    `remembered` (heading → key, of `Layout.mapping`) wins over everything the headings seem to mean.
    """
    events = (event,) if event else EVENTS
    found = [_Reading(sheet, one, remembered or {}) for one in events]
    best = max(found, key=lambda one: one.weight)
    return best.layout()


class _Reading:
    """A sheet read as one event: the heading row under which most columns have a key."""

    def __init__(self, sheet: Sheet, event: str, remembered: Mapping[str, str]) -> None:
        self._sheet, self._event, self._remembered = sheet, event, remembered
        rows = [_headings(row) for row in sheet.rows[:LOOKED_AT]]
        found = [(at, captions, self._keys(captions)) for at in range(len(rows)) for captions in _captions(rows, at)]
        none: tuple[int, list[tuple[str, str]], list[str]] = (-1, [], [])
        self._at, self._captions, self._found = max(found, key=lambda one: _matched(one[2]), default=none)
        if _matched(self._found) < 2:
            self._at, self._captions, self._found = none
        self.weight = _matched(self._found) * 3 + self._told()

    def layout(self) -> Layout:
        width = max((len(row) for row in self._sheet.rows[:LOOKED_AT]), default=0)
        named = self._captions + [("", "")] * (width - len(self._captions))
        keys = self._found + [""] * (width - len(self._found))
        texts = _texts(self._sheet.rows, self._at + 1, width)
        columns = tuple(
            Column(at, _joined(*named[at]), keys[at], _samples(texts[at]), suspected(texts[at]), named[at][1])
            for at in range(width)
            if keys[at] or any(named[at]) or texts[at]
        )
        return Layout(self._event if self._at >= 0 else "", self._at, columns)

    def _keys(self, captions: list[tuple[str, str]]) -> list[str]:
        """The key of each column; none twice, the first has it."""
        keys: list[str] = []
        role = ""
        for group, caption in captions:
            own = role_of(self._event, caption)
            over = role_of(self._event, group)
            role = own or over or ("" if group else role)
            key = self._key(group, caption, over or role)
            if key in keys and not own and not over:
                # Whoever was named last has it already: then it is said of whom the sheet is about.
                key = self._key(group, caption, "")
            keys.append("" if key in keys else key)
        return keys

    def _key(self, group: str, caption: str, role: str) -> str:
        if not caption:
            return ""
        known = self._remembered.get(plain(_joined(group, caption)))
        if known is not None and (not known or key_named(self._event, known)):
            return known
        return key_for(self._event, caption, role) or (
            key_for(self._event, f"{group} {caption}", role) if group else ""
        )

    def _told(self) -> int:
        title = [cell for row in self._sheet.rows[: max(self._at, 0)] for cell in row if isinstance(cell, str)]
        said = fold(" ".join([self._sheet.name, *title[:60]]))
        return sum(4 for word in _TELLING[self._event] if word in said)


def _matched(keys: list[str]) -> int:
    return sum(1 for key in keys if key)


def _captions(rows: Sequence[list[str]], at: int) -> list[list[tuple[str, str]]]:
    """A row as a heading of its own, and with the row over it as the names of groups."""
    own = rows[at]
    alone = [("", caption) for caption in own]
    if at == 0:
        return [alone]
    over = rows[at - 1] + [""] * len(own)
    grouped = [_paired(group, caption) for group, caption in zip(_carried(over, own), own, strict=False)]
    return [alone, grouped]


def _paired(group: str, caption: str) -> tuple[str, str]:
    """A heading over two merged rows names itself."""
    return ("", group) if group == caption or not caption else (group, caption)


def _carried(over: list[str], own: list[str]) -> list[str]:
    """Group names where their merging was lost: a name holds until the next, over headings of their own."""
    carried: list[str] = []
    for group, caption in zip(over, own, strict=False):
        carried.append(group or (carried[-1] if carried and caption else ""))
    return carried


def _headings(row: Sequence[Cell]) -> list[str]:
    """A row's texts as headings; an old encoding they seem to be in is read, for nothing is written of them."""
    texts = [cell if isinstance(cell, str) and len(cell) <= LONGEST else "" for cell in row]
    encoding = suspected(texts)
    return [tidy(convert(text, encoding) if encoding else text) for text in texts]


def _joined(group: str, caption: str) -> str:
    return f"{group}: {caption}" if group and caption else group or caption


def _texts(rows: Sequence[Sequence[Cell]], first: int, width: int) -> list[list[str]]:
    """What stands in each column in the first rows, as texts."""
    found: list[list[str]] = [[] for _ in range(width)]
    for row in rows[first : first + SEEN]:
        for at, cell in enumerate(row[:width]):
            if cell != "":
                found[at].append(str(cell))
    return found


def _samples(texts: Sequence[str]) -> tuple[str, ...]:
    """The first few, those with marks before the others: they show whether the letters are right."""
    different = list(dict.fromkeys(texts))
    return tuple(sorted(different, key=str.isascii)[:SAMPLES])
