"""The journal line and its chain: stored and travelling as the same bytes, never encoded again (ARCHITECTURE 5).

A line is one canonical JSON object with exactly `position kind on subject version figures shared home`, without the
line feed. Lines from a newer program may carry more fields and more figures; those are kept, not understood.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from exchange import canonical
from exchange.figures import KINDS, KindRule, is_day, is_harmless

__all__ = ["KINDS", "LINE_BYTES", "BadLine", "Line", "commitment", "first_digest", "next_digest", "read_line"]
__all__ += ["write_line"]

LINE_BYTES = 64 * 1024
_REGISTER_TAG = b"motcua-register/1\n"
_LINE_TAG = b"motcua-line/1\n"
_PART_TAG = b"motcua-part/1\n"
_SUBJECT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class BadLine(ValueError):
    """One line that cannot be taken; `code` names the reason, `field` the place when there is one."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(f"{code} {field}".strip())
        self.code = code
        self.field = field


class Line(msgspec.Struct, frozen=True):
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


def write_line(line: Line) -> bytes:
    """The line's bytes as they are stored, chained and carried; raises BadLine, also for a figure outside the list."""
    rule = _check(line)
    unknown = sorted(set(line.figures) - set(rule.figures))
    if unknown:
        raise BadLine("figure-unknown", unknown[0])
    raw = _encoded(line)
    if len(raw) > LINE_BYTES:
        raise BadLine("line-too-long")
    return raw


def read_line(raw: bytes) -> Line:
    """The line behind the bytes, unknown harmless figures kept; raises BadLine with the reason it is set aside."""
    if len(raw) > LINE_BYTES:
        raise BadLine("line-too-long")
    try:
        line = msgspec.convert(canonical.decode(raw), Line)
    except canonical.NotCanonical as trouble:
        raise BadLine(trouble.code) from trouble
    except msgspec.ValidationError as trouble:
        raise BadLine("line-fields") from trouble
    _check(line)
    return line


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


def _encoded(line: Line) -> bytes:
    try:
        return canonical.encode(msgspec.to_builtins(line))
    except canonical.NotCanonical as trouble:
        raise BadLine(trouble.code) from trouble


def _check(line: Line) -> KindRule:
    _require(1 <= line.position <= canonical.LARGEST, "line-fields", "position")
    _require(1 <= line.version <= 1_000_000, "line-fields", "version")
    _require(is_day(line.on), "line-fields", "on")
    _require(bool(_SUBJECT.fullmatch(line.subject)), "line-fields", "subject")
    for name, digest in (("shared", line.shared), ("home", line.home)):
        _require(digest is None or bool(_DIGEST.fullmatch(digest)), "line-fields", name)
    rule = KINDS.get(line.kind)
    if rule is None:
        raise BadLine("kind-unknown")
    _check_figures(line.figures, rule)
    return rule


def _check_figures(figures: Mapping[str, Any], rule: KindRule) -> None:
    for name, figure in rule.figures.items():
        if name in figures:
            _require(figure.fits(figures[name]), "figure-value", name)
        else:
            _require(figure.optional, "figure-missing", name)
    for name in figures.keys() - rule.figures.keys():
        _require(is_harmless(name) and is_harmless(figures[name]), "figure-free-text", "")
    _require(rule.agree(figures), "figures-disagree", "")


def _require(holds: bool, code: str, field: str) -> None:
    if not holds:
        raise BadLine(code, field)
