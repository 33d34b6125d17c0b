"""The feedback token: sixteen characters under a QR code that say which letter, and that a stranger cannot make up."""

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTER_KINDS = {"birth": 1, "marriage": 2, "death": 3, "thanks": 4, "apology": 5}
LARGEST_DESK = 2**14 - 1
LARGEST_SERIAL = 2**22 - 1
LONGEST_HOST = 40

_TAG = b"motcua-token/1\n"
_NAMES = {number: name for name, number in LETTER_KINDS.items()}
_READ = str.maketrans({"-": "", " ": "", "O": "0", "I": "1", "L": "1"})
_CODE = re.compile(f"[{ALPHABET}]{{16}}")
_DIGITS = str.maketrans(ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Token:
    """What a code says: the kind of letter, the desk that printed it and the letter's random serial there."""

    kind: str
    desk: int
    serial: int

    def __post_init__(self) -> None:
        if self.kind not in LETTER_KINDS:
            raise ValueError(f"no letter of kind {self.kind!r}")
        if not 0 <= self.desk <= LARGEST_DESK:
            raise ValueError("a desk number has 14 bits")
        if not 0 <= self.serial <= LARGEST_SERIAL:
            raise ValueError("a letter serial has 22 bits")


def desk_key(master: bytes, desk: int, generation: int) -> bytes:
    """The 32-byte key under which one desk mints, from the district's master key; HKDF-SHA-256 (RFC 5869), no salt,
    info = tag, desk as 2 and generation as 4 bytes, big-endian."""
    if len(master) < 32:
        raise ValueError("a master key has at least 32 bytes")
    info = _TAG + desk.to_bytes(2, "big") + generation.to_bytes(4, "big")
    extracted = hmac.digest(bytes(32), master, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def mint(token: Token, key: bytes) -> str:
    """The sixteen characters of a token under the desk's key."""
    number = LETTER_KINDS[token.kind] << 36 | token.desk << 22 | token.serial
    told = number.to_bytes(5, "big")
    return _written(told + _proof(told, key))


def spaced(code: str) -> str:
    """A code as it is printed: XXXX-XXXX-XXXX-XXXX."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(text: str) -> str | None:
    """Sixteen characters of our alphabet out of what somebody typed or scanned, or None when it is no code."""
    if not text.isascii():
        return None
    code = text.upper().translate(_READ)
    return code if _CODE.fullmatch(code) else None


def peek(code: str) -> Token | None:
    """What the code claims, unproven; None when it is no code or of a kind that we never print."""
    read = read_code(code)
    return claimed(raw_of(read)) if read else None


def genuine(code: str, key: bytes) -> bool:
    """Whether the code was minted under this key, compared in constant time."""
    read = read_code(code)
    return read is not None and proofs(raw_of(read), (key,))[0] and peek(read) is not None


def raw_of(code: str) -> bytes:
    """The ten bytes of a code as `read_code` gives it."""
    return int(code.translate(_DIGITS), 32).to_bytes(10, "big")


def claimed(raw: bytes) -> Token | None:
    """What these ten bytes claim, unproven; None for a kind that we never print."""
    number = int.from_bytes(raw[:5], "big")
    kind = _NAMES.get(number >> 36)
    return Token(kind, number >> 22 & LARGEST_DESK, number & LARGEST_SERIAL) if kind else None


def proofs(raw: bytes, keys: Sequence[bytes]) -> list[bool]:
    """Whether these ten bytes bear the proof of each of the keys, each compared in constant time whatever the others
    say; of what kind they claim to be is not looked at."""
    return [hmac.compare_digest(raw[5:], _proof(raw[:5], key)) for key in keys]


def link(host: str, code: str) -> str:
    """The address in the QR code, in capitals so that the alphanumeric mode holds it (67 characters at most)."""
    if not is_host(host):
        raise ValueError("not a host name that fits the code")
    return f"HTTPS://{host}/G/{code}".upper()


def is_host(text: str) -> bool:
    """Whether text is a host of letters, digits, dots and hyphens of at most 40 characters."""
    return len(text) <= LONGEST_HOST and _HOST.fullmatch(text) is not None


@lru_cache(4096)
def _keyed(key: bytes) -> hmac.HMAC:
    """The beginning of every proof under this key: setting a key up takes longer than the rest."""
    return hmac.new(key, _TAG, "sha256")


def _proof(told: bytes, key: bytes) -> bytes:
    if len(key) != 32:
        raise ValueError("a desk's token key has 32 bytes")
    proof = _keyed(key).copy()
    proof.update(told)
    return proof.digest()[:5]


def _written(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(75, -1, -5))
