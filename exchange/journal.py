"""The journal line and its chain: stored and travelling as the same bytes, never encoded again (ARCHITECTURE 5).

A line is one canonical JSON object with exactly `position kind on subject version figures shared home`, without the
line feed. Lines from a newer program may carry more fields and more figures; those are kept, not understood.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from exchange import canonical
from exchange.figures import KINDS, KindRule, is_harmless
from exchange.shapes import is_day

__all__ = ["KINDS", "LINE_BYTES", "BadLine", "Line", "commitment", "first_digest", "next_digest", "read_line"]
__all__ += ["write_line"]

LINE_BYTES = 64 * 1024
_REGISTER_TAG = b"motcua-register/1\n"
_LINE_TAG = b"motcua-line/1\n"
_PART_TAG = b"motcua-part/1\n"
_HEX = "0123456789abcdef"


class BadLine(ValueError):
    """One line that cannot be taken; `code` names the reason, `field` the place when there is one."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(f"{code} {field}".strip())
        self.code = code
        self.field = field


class Line(msgspec.Struct, frozen=True, gc=False):
    """One fact of the register with everything of its own taken out: `on` ISO date, `subject` 32 hex digits,
    `shared` and `home` 64 hex digits of a commitment or None. Checked by write_line and read_line."""

    position: int
    kind: str
    on: str
    subject: str
    version: int
    figures: Mapping[str, Any]
    shared: str | None
    home: str | None


_LINES = msgspec.json.Decoder(Line)
_SORTED = msgspec.json.Encoder(order="sorted")


def write_line(line: Line) -> bytes:
    """The line's bytes as they are stored, chained and carried; raises BadLine, also for a figure outside the list."""
    rule = _check(line)
    unknown = sorted(set(line.figures) - set(rule.figures))
    if unknown:
        raise BadLine("figure-unknown", unknown[0])
    return canonical.encode(msgspec.to_builtins(line))


def read_line(raw: bytes) -> Line:
    """The line behind the bytes, unknown harmless figures kept; raises BadLine with the reason it is set aside."""
    if len(raw) > LINE_BYTES:
        raise BadLine("line-too-long")
    line = _plain(raw) or _decoded(raw)
    _check(line)
    return line


def _plain(raw: bytes) -> Line | None:
    """The line as nearly every line is: ASCII, canonical, nothing unknown, flat figures. None says nothing: only that
    it has to be looked at with care, and that care must find the same."""
    try:
        line = _LINES.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    plain = raw.isascii() and _SORTED.encode(line) == raw and max(line.position, line.version) <= canonical.LARGEST
    return line if plain and all(map(_is_flat, line.figures.values())) else None


def _is_flat(value: Any) -> bool:
    return type(value) is str or (type(value) is int and abs(value) <= canonical.LARGEST)


def _decoded(raw: bytes) -> Line:
    try:
        return msgspec.convert(canonical.decode(raw), Line)
    except canonical.NotCanonical as trouble:
        raise BadLine(trouble.code) from trouble
    except msgspec.ValidationError as trouble:
        raise BadLine("line-fields") from trouble


def first_digest(register_id: bytes) -> bytes:
    """digest(0): where the chain of a register of this 32-byte id begins."""
    if len(register_id) != 32:
        raise ValueError("a register id is 32 bytes")
    return hashlib.sha256(_REGISTER_TAG + register_id).digest()


def next_digest(previous: bytes, raw: bytes) -> bytes:
    """digest(n) from digest(n-1) and the bytes of line n."""
    return hashlib.sha256(_LINE_TAG + previous + raw).digest()


def commitment(part: Literal["shared", "home"], salt: bytes, raw: bytes) -> str:
    """64 hex digits that bind a line to a part without telling it; the salt is 32 fresh random bytes."""
    if len(salt) != 32:
        raise ValueError("a salt is 32 bytes")
    return hashlib.sha256(_PART_TAG + part.encode() + b"\n" + salt + raw).hexdigest()


def _check(line: Line) -> KindRule:
    wrong = _wrong_field(line)
    if wrong:
        raise BadLine("line-fields", wrong)
    rule = KINDS.get(line.kind)
    if rule is None:
        raise BadLine("kind-unknown")
    _check_figures(line.figures, rule)
    return rule


def _wrong_field(line: Line) -> str:
    if not 1 <= line.position <= canonical.LARGEST:
        return "position"
    if not 1 <= line.version <= 1_000_000:
        return "version"
    if not is_day(line.on):
        return "on"
    if not _is_hex(line.subject, 32):
        return "subject"
    return next((name for name in ("shared", "home") if not _is_promise(getattr(line, name))), "")


def _is_promise(digest: str | None) -> bool:
    return digest is None or _is_hex(digest, 64)


def _check_figures(figures: Mapping[str, Any], rule: KindRule) -> None:
    known = 0
    for name, figure in rule.figures.items():
        if name not in figures:
            _require(figure.optional, "figure-missing", name)
            continue
        known += 1
        if not figure.fits(figures[name]):
            raise BadLine("figure-value", name)
    if known < len(figures):
        _check_unknown({name: value for name, value in figures.items() if name not in rule.figures})
    _require(rule.agree(figures), "figures-disagree", "")


def _check_unknown(figures: Mapping[str, Any]) -> None:
    for name, value in figures.items():
        _require(is_harmless(name) and is_harmless(value), "figure-free-text", "")


def _is_hex(text: str, length: int) -> bool:
    return len(text) == length and not text.strip(_HEX)


def _require(holds: bool, code: str, field: str) -> None:
    if not holds:
        raise BadLine(code, field)
