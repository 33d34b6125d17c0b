"""How the wall chart speaks: a sign or a word for each cell (LOOK.md 6), notes, figures, and what is best done now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from district.dashboards import Cell, MonthFigures, Sign, Wall, WallRow
from district.owing import deadline

# cell → (what stands in it, what the legend says)
CELL_WORDS: Mapping[Cell, tuple[str, str]] = {
    "on-time": ("✓", "đúng hạn"),
    "late": ("muộn", "sau ngày 05 tháng sau"),
    "amended": ("sửa", "có bản điều chỉnh"),
    "missing": ("chưa", "quá hạn chưa thấy"),
    "look": ("xem", "cần người xem"),
    "absent": ("", "chưa tham gia"),
    "due": ("…", "chưa tới hạn"),
}
LEGEND = tuple((cell, words) for cell, words in CELL_WORDS.items() if cell != "due")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
LONG_SILENCE = 60
"""Days of silence from which a row is told as red as one with two histories."""
NAMED = 4
"""Of more communes only the number is told."""


@dataclass(frozen=True, slots=True)
class CellShown:
    """One cell: its sign, word, what is told about it, and where it leads on the commune's page ("" nowhere)."""

    sign: Cell
    word: str
    told: str
    link: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row: the commune, its cells, the note at the end, and the mark of a row that needs a person."""

    code: str
    name: str
    cells: tuple[CellShown, ...]
    note: str
    mark: str


@dataclass(frozen=True, slots=True)
class Card:
    """One figure at the side: label, number, the line below it, and its tone (good, soon, bad or "")."""

    label: str
    number: str
    told: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The heading of the side and its five cards."""

    head: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that is best done now: the words of the link, where it leads, the rest of the sentence."""

    link: str
    path: str
    rest: str = ""


def told_day(day: date) -> str:
    """A day as the chart's heading says it: "thứ Ba 08/12/2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def row_shown(row: WallRow, year: int) -> RowShown:
    """A row as it stands in the chart."""
    cells = tuple(_cell(sign, f"{month:02d}/{year}") for month, sign in enumerate(row.signs, start=1))
    red = row.look is not None or row.silent_days > LONG_SILENCE or row.closed
    mark = f"person{' look' if red else ''}" if row.needs_person else ""
    return RowShown(row.place.code, row.name, cells, _note(row, year), mark)


def anchor(bundle: tuple[int, int]) -> str:
    """Where a bundle stands on its commune's page, by desk and number."""
    return f"g-{bundle[0]}-{bundle[1]}"


def _cell(sign: Sign, month: str) -> CellShown:
    word, told = CELL_WORDS[sign.cell]
    came = f", nhận {sign.day:%d/%m/%Y}" if sign.day else ""
    said = "muộn" if sign.cell == "late" else told
    said = "gói đã tới, để chờ gói trước" if sign.cell in ("missing", "due") and sign.bundle else said
    return CellShown(sign.cell, word, f"{month}: {said}{came}", anchor(sign.bundle) if sign.bundle else "")


def _note(row: WallRow, year: int) -> str:
    if row.look is not None:
        return "hai nội dung khác nhau"
    if row.closed:
        return "không còn quầy nào"
    if row.waits is not None:
        return "thiếu gói trước"
    if row.silent_days:
        return f"im lặng {row.silent_days} ngày"
    if row.last is None:
        return "chưa có"
    return f"{row.last:%d/%m}" if row.last.year in (year, year + 1) else f"{row.last:%d/%m/%Y}"


def figures_shown(wall: Wall) -> Figures:
    """The month that is due last, in five cards."""
    told = wall.figures
    month = f"{wall.year}-{told.month:02d}"
    head = f"Tháng {told.month:02d}/{wall.year}, hạn {deadline(month):%d/%m}"
    return Figures(
        head,
        (
            Card("Đã nhận", f"{told.received} trong {told.of}", _share(told.received, told.of)),
            Card("Đúng hạn", str(told.on_time), _on_time(told), "good"),
            Card("Muộn", str(told.late), f"nhận sau {deadline(month):%d/%m}", "soon"),
            Card("Chưa có", str(len(told.missing)), _named([_since(row, told.month) for row in told.missing]), "bad"),
            Card("Cần người xem", str(len(told.look)), _named([row.name for row in told.look]), "bad"),
        ),
    )


def _on_time(told: MonthFigures) -> str:
    now = _share(told.on_time, told.of)
    if told.on_time_before is None or not now:
        return now
    before = _share(*told.on_time_before) or f"{told.on_time_before[0]} trong {told.on_time_before[1]}"
    return f"{now}, tháng trước {before}"


def _share(part: int, whole: int) -> str:
    """A share never stands without enough to share."""
    return f"{100 * part / whole:.0f}%" if whole >= 5 else ""


def _since(row: WallRow, month: int) -> str:
    """A commune that sends nothing, with the month from which that is so where it is more than one."""
    first = month
    while first > 1 and row.signs[first - 2].cell == "missing":
        first -= 1
    return f"{row.name} (từ tháng {first})" if first < month else row.name


def _named(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" và {more} xã nữa" if more > 0 else "")


def todo(wall: Wall, printed: str) -> list[Todo]:
    """What is best done now, the most pressing first; `printed` is the path of the chart made for printing."""
    lacking = [row for row in wall.rows if row.waits is not None]
    silent = sorted(
        (row for row in wall.rows if row.silent_days and row.waits is None), key=lambda row: -row.silent_days
    )
    found = [
        Todo(f"Gọi {_full(row)}", f"/xa/{row.place.code}", ", im lặng lâu nhất" if n == 0 else "")
        for n, row in enumerate(silent[:2])
    ]
    for row in [row for row in wall.rows if row.look is not None][:3]:
        sign = row.look
        assert sign is not None
        assert sign.bundle is not None
        where = f"/xa/{row.place.code}?year={wall.year}#{anchor(sign.bundle)}"
        found.append(Todo(f"Xem gói số {sign.bundle[1]} của {row.name}", where))
    found += [Todo(f"Xin {_full(row)} gói trước", f"/xa/{row.place.code}", ", gói sau đang chờ") for row in lacking[:2]]
    found += [Todo(f"Trao khóa mới cho {_full(row)}", f"/xa/{row.place.code}") for row in wall.rows if row.closed][:2]
    return [*found, Todo("In bảng này, khổ A3", printed)]


def _full(row: WallRow) -> str:
    official = row.place.official
    return official[:1].lower() + official[1:]
