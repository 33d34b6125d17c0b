"""What is told about a finished sheet: rare letters, whether its code reads back, and where a flaw is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from common.words import printing
from desk_app.domain.problems import Problem
from desk_app.letters.setpage import SPECIMEN, QrPlace, Run, SetPage

READ_DPI = 150
"""As coarse as a poor photocopy: what reads back here reads back from paper."""
PLAIN = frozenset("ĂÂĐÊÔƠƯĨŨ")
_UM_PER_INCH = 25400
_DARK = 128
_BIG = 1300
"""No big name is set smaller, in hundredths of a point."""
Box = tuple[float, float, float, float]


def rare_letters(page: SetPage) -> tuple[str, ...]:
    """Letters of names that not every font has (Ƀ, Ĭ, Č…), as they stand on the sheet."""
    unusual = {letter for letter in page.text.upper() if "Ā" <= letter <= "ɏ" and letter not in PLAIN}
    return tuple(sorted(unusual))


def code_state(page: SetPage, pdf: bytes) -> str:
    """ "" without a code, "later" on a specimen, else "read" or "unread": every module of the drawn symbol is looked at
    and compared with the address it stands for."""
    if page.code is None:
        return ""
    if page.mark == SPECIMEN:
        return "later"
    # Slow to load: not before the first sheet.
    from desk_app.letters.qr import symbol
    from desk_app.letters.raster import pixels

    drawn = pixels(pdf, 0, READ_DPI)
    seen = _modules(page.code, drawn.pixels, drawn.width)
    return "read" if seen == symbol(page.code.link) else "unread"


def name_box(page: SetPage, pdf: bytes, steps: Iterable[Problem]) -> Box | None:
    """Where the name stands that had to be made smaller or broken: left, top, width, height as parts of the sheet."""
    runs = _fitted_runs(page, {step.code: step.details.get("detail", "") for step in steps})
    if not runs:
        return None
    from desk_app.letters.raster import pixels

    drawn = pixels(pdf, 0, READ_DPI)
    left = min(_dot(run.x) for run in runs)
    top = min(_dot(run.y - _um(run.size)) for run in runs)
    bottom = max(_dot(run.y + _um(run.size) // 3) for run in runs)
    rows = [drawn.pixels[y * drawn.width : (y + 1) * drawn.width] for y in range(top, bottom)]
    right = max(_ink_end(rows, _dot(run.x), _dot(_um(run.size) // 2)) for run in runs)
    edge = _dot(_um(runs[0].size) // 3)
    across, down = drawn.width, drawn.height
    return (left - edge) / across, top / down, (right - left + 2 * edge) / across, (bottom - top) / down


def _fitted_runs(page: SetPage, told: Mapping[str, str]) -> list[Run]:
    capitals = [run for run in page.runs if run.text.isupper()]
    size = told.get("letter-name-smaller", "").replace(",", ".")
    if size:
        return [run for run in capitals if run.size == round(float(size) * 100)]
    lines = told.get("letter-name-broken", "")
    sizes = Counter(run.size for run in capitals)
    return [run for run in capitals if lines.isdigit() and sizes[run.size] == int(lines) and run.size >= _BIG]


def _ink_end(rows: Sequence[bytes], x: int, gap: int) -> int:
    """The last column with ink to the right of `x` before a gap wider than a space."""
    end = x
    while x < min(len(rows[0]), end + gap):
        if any(row[x] < _DARK for row in rows):
            end = x
        x += 1
    return end


def mended_at(problems: Iterable[Problem]) -> str:
    """The page where the first thing that stops a letter is mended: "settings", "record", or "" for neither."""
    for problem in problems:
        if problem.field == "signatory" or problem.field.startswith("office_"):
            return "settings"
        if problem.level == "error":
            return "record"
    return ""


def mended_field(problems: Iterable[Problem]) -> str:
    """The setting that mends the first thing that stops a letter: "signatory", "phone", "officer-title"…; "" where it
    is no setting."""
    for problem in problems:
        if problem.field == "signatory":
            return problem.field
        if problem.field.startswith("office_"):
            return problem.field.removeprefix("office_").replace("unit_name", "name").replace("_", "-")
    return ""


def advice(steps: Iterable[Problem]) -> str:
    """What the clerk may think about where the letter had to be made to fit."""
    smaller = any(step.code == "letter-name-smaller" for step in steps)
    return printing.SMALLEST_NAME if smaller else printing.STILL_PRINTS


def _modules(code: QrPlace, pixels: bytes, width: int) -> tuple[str, ...]:
    return tuple(f"{int(''.join(_row(code, row, pixels, width)), 2):09x}" for row in range(len(code.rows)))


def _row(code: QrPlace, row: int, pixels: bytes, width: int) -> list[str]:
    y = _dot(code.y + code.module * row + code.module // 2)
    places = (_dot(code.x + code.module * column + code.module // 2) for column in range(len(code.rows)))
    return ["1" if pixels[y * width + x] < _DARK else "0" for x in places]


def _um(size: int) -> int:
    """Hundredths of a point as micrometres."""
    return size * _UM_PER_INCH // 7200


def _dot(micrometres: int) -> int:
    return micrometres * READ_DPI // _UM_PER_INCH
