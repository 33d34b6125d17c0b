"""A link as a QR symbol: version 4, error correction Q, alphanumeric; the same symbol as `qrcode` 8 makes."""

from functools import cache
from itertools import compress

from desk_app.letters.qr_grid import fixed, formats, masks, places
from desk_app.letters.qr_weigh import weight

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
LONGEST = 67
BLOCKS, WORDS, CHECKS = 2, 24, 26
"""Blocks of the message, codewords of each, check words of each."""
BITS = BLOCKS * WORDS * 8
FIELD = 0b100011101
CHECK_MASK = (1 << 8 * CHECKS) - 1
DARK = bytes.maketrans(b"01", b"\x00\x01")


def encode(link: str) -> int:
    """The symbol as a number (see qr_grid), `link` being at most LONGEST characters of ALPHABET."""
    drawn = fixed() | _laid(_message(link))
    tried = [drawn ^ mask for mask in masks()]
    weights = [weight(grid) for grid in tried]
    best = weights.index(min(weights))
    return tried[best] | formats()[best]


def _message(link: str) -> bytes:
    """Codewords and check words, one of each block in turn."""
    words = _codewords(link)
    blocks = [words[first : first + WORDS] for first in range(0, len(words), WORDS)]
    checks = [_checks(block) for block in blocks]
    return bytes(word for parts in (blocks, checks) for group in zip(*parts, strict=True) for word in group)


def _codewords(link: str) -> bytes:
    numbers = [ALPHABET.index(character) for character in link]
    bits = f"0010{len(link):09b}"
    bits += "".join(f"{a * 45 + b:011b}" for a, b in zip(numbers[::2], numbers[1::2], strict=False))
    if len(numbers) % 2:
        bits += f"{numbers[-1]:06b}"
    bits += "0" * min(4, BITS - len(bits))
    bits += "0" * (-len(bits) % 8)
    bits += ("11101100" + "00010001") * ((BITS - len(bits)) // 16 + 1)
    return int(bits[:BITS], 2).to_bytes(BLOCKS * WORDS, "big")


def _checks(block: bytes) -> bytes:
    """The Reed-Solomon remainder of a block."""
    rest, table = 0, _multiples()
    for word in block:
        rest = rest << 8 & CHECK_MASK ^ table[rest >> 8 * (CHECKS - 1) ^ word]
    return rest.to_bytes(CHECKS, "big")


def _laid(message: bytes) -> int:
    """The bits of the message in their places."""
    bits = f"{int.from_bytes(message, 'big'):0{len(message) * 8}b}"
    return sum(compress(places(), bits.encode().translate(DARK)))


@cache
def _multiples() -> tuple[int, ...]:
    """The generator polynomial of CHECKS check words, without its first term, times each byte."""
    generator, root = [1], 1
    for _ in range(CHECKS):
        grown = zip([*generator, 0], [0, *generator], strict=True)
        generator = [a ^ _times(b, root) for a, b in grown]
        root = _times(root, 2)
    found = [0]
    for power in range(8):
        once = int.from_bytes(bytes(_times(1 << power, term) for term in generator[1:]), "big")
        found += [once ^ below for below in found]
    return tuple(found)


def _times(a: int, b: int) -> int:
    """Product of two bytes in the field of 256 elements that the symbol uses."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (FIELD if a & 0x80 else 0)
        b >>= 1
    return product
