"""The link read back from a picture of a letter, module by module: for the program's trial of itself, on a PC that has
no other reader."""

import re
from collections.abc import Iterator, Sequence

from desk_app.letters.qr_code import ALPHABET, BLOCKS, LONGEST, WORDS, encode
from desk_app.letters.qr_grid import SIDE, bit, formats, masks, places

MODE_BITS, LENGTH_BITS = 4, 9


def link_in(rows: Sequence[bytes], step: int) -> str:
    """The link of the symbol somewhere on a page: its rows of pixels from the top, b"1" for dark, `step` pixels to a
    module; "" when there is none, or when what it says would be drawn otherwise."""
    for grid in _grids(rows, step):
        for veil, form in zip(masks(), formats(), strict=True):
            link = _said(grid ^ veil)
            if link and encode(link) == grid and grid & form == form:
                return link
    return ""


def _grids(rows: Sequence[bytes], step: int) -> Iterator[int]:
    """What stands right and below of each place where a line crosses the heart of a finder."""
    one, three = rf"{{{step - 1},{step + 1}}}", rf"{{{3 * step - 1},{3 * step + 1}}}"
    finder = re.compile(f"1{one}0{one}1{three}0{one}1{one}".encode())
    room = (SIDE - 2) * step
    for y, row in enumerate(rows[: max(0, len(rows) - room)]):
        for found in finder.finditer(row):
            top, left = y - 2 * step, found.start()
            if top >= 0 and left + SIDE * step <= len(row):
                yield _sampled(rows, (top, left), step)


def _sampled(rows: Sequence[bytes], corner: tuple[int, int], step: int) -> int:
    top, left = corner
    middle = [n * step + step // 2 for n in range(SIDE)]
    dark = b"1"[0]
    return sum(bit(i, j) for i in range(SIDE) for j in range(SIDE) if rows[top + middle[i]][left + middle[j]] == dark)


def _said(grid: int) -> str:
    """What the message of an unveiled symbol says, its check words left out; "" when it is not alphanumeric."""
    bits = "".join("1" if grid & place else "0" for place in places())
    words = [bits[at : at + 8] for at in range(0, BLOCKS * WORDS * 8, 8)]
    message = "".join(word for block in range(BLOCKS) for word in words[block::BLOCKS])
    length = int(message[MODE_BITS : MODE_BITS + LENGTH_BITS], 2)
    if message[:MODE_BITS] != "0010" or length > LONGEST:
        return ""
    return _letters(message[MODE_BITS + LENGTH_BITS :], length)


def _letters(bits: str, length: int) -> str:
    """Two characters in eleven bits, a last one in six; "" when a number stands for none."""
    pairs, odd = divmod(length, 2)
    numbers = [number for n in range(pairs) for number in divmod(int(bits[n * 11 : n * 11 + 11], 2), len(ALPHABET))]
    numbers += [int(bits[pairs * 11 : pairs * 11 + 6], 2)] * odd
    known = all(number < len(ALPHABET) for number in numbers)
    return "".join(ALPHABET[number] for number in numbers) if known else ""
