"""The QR symbol: version 4, level Q, alphanumeric, 33 modules, drawn as one path of merged runs."""

import re
from collections.abc import Iterator, Sequence

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode
from qrcode.util import MODE_ALPHA_NUM, QRData

from desk_app.letters.setpage import QrPlace

VERSION = 4
MODULES = 33
MODULE_UM = 800
QUIET_UM = 4 * MODULE_UM
SIDE_UM = MODULES * MODULE_UM
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")


class BadLink(ValueError):
    """A link that the fixed symbol cannot hold: not in capitals, or longer than 67 characters."""


def symbol(link: str) -> tuple[str, ...]:
    """The rows of the symbol for `link`, top down, each as a hexadecimal number of 33 bits; raises BadLink."""
    if not ALPHANUMERIC.fullmatch(link):
        raise BadLink("characters")
    code: QRCode = QRCode(version=VERSION, error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(QRData(link, mode=MODE_ALPHA_NUM))
    try:
        code.make(fit=False)
    except DataOverflowError as trouble:
        raise BadLink("length") from trouble
    return tuple(f"{int(''.join('1' if dark else '0' for dark in row), 2):09x}" for row in code.get_matrix())


def place_symbol(link: str, x: int, y: int) -> QrPlace:
    """The symbol for `link` with its top left corner at (x, y) micrometres; raises BadLink."""
    return QrPlace(x, y, MODULE_UM, link, symbol(link))


def merged_runs(rows: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Dark runs as (column, row, length) in modules, top down."""
    for number, row in enumerate(rows):
        bits = f"{int(row, 16):0{MODULES}b}"
        for match in re.finditer("1+", bits):
            yield match.start(), number, match.end() - match.start()
