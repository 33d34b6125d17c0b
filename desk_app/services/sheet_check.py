"""What is told about a finished sheet: rare letters, whether its code reads back, and where a flaw is mended."""

from __future__ import annotations

from collections.abc import Iterable

from common.words import printing
from desk_app.domain.problems import Problem
from desk_app.letters.setpage import SPECIMEN, QrPlace, SetPage

READ_DPI = 150
"""As coarse as a poor photocopy: what reads back here reads back from paper."""
PLAIN = frozenset("ĂÂĐÊÔƠƯĨŨ")
_UM_PER_INCH = 25400
_DARK = 128


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


def mended_at(problems: Iterable[Problem]) -> str:
    """The page where the first thing that stops a letter is mended: "settings", "record", or "" for neither."""
    for problem in problems:
        if problem.code == "letter-needs-signatory" or problem.field.startswith("office_"):
            return "settings"
        if problem.level == "error":
            return "record"
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


def _dot(micrometres: int) -> int:
    return micrometres * READ_DPI // _UM_PER_INCH
