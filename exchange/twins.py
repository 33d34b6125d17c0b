"""Small files that carry a digest of themselves and have a second copy beside them, so that one bit turned over is
noticed, and costs nothing while the other copy is whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from exchange.files import FileTrouble, read_small, replace_file, write_beside

CHECK = "check"
UNREAD = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading a file may raise that anybody may have written to."""
WHOLE, MENDED, LOST = "whole", "mended", "lost"
T = TypeVar("T")
Read = Callable[[bytes], T]


def stamped(told: Mapping[str, Any]) -> bytes:
    """A JSON object with its own digest in it."""
    told = json.loads(json.dumps(told))  # names that are numbers would stand in another order than when read again
    return json.dumps({**told, CHECK: _digest(told)}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def told_in(raw: bytes) -> dict[str, Any]:
    """The object in these bytes; a file written before there were digests has none. Raises ValueError."""
    try:
        told = json.loads(raw)
    except RecursionError as error:
        raise ValueError("nothing of ours is as deep") from error
    if not isinstance(told, dict):
        raise ValueError("not an object")
    if told.pop(CHECK, None) not in (None, _digest(told)):
        raise ValueError("not as it was written")
    return told


def spare_of(path: Path) -> Path:
    """Where the second copy lies: keys.json, keys.spare.json."""
    return path.with_name(f"{path.stem}.spare{path.suffix}")


def write_both(path: Path, raw: bytes) -> None:
    """Write the file, then its second copy, which the next mending brings after it where it cannot be written now.
    Raises exchange.files.FileTrouble for the first."""
    write_over(path, raw)
    with suppress(FileTrouble):
        write_over(spare_of(path), raw)


def write_over(path: Path, raw: bytes) -> None:
    """Write the file also where a folder took its place: that lies aside then. Raises exchange.files.FileTrouble."""
    if path.is_dir():
        with suppress(OSError):  # writing says what is wrong
            lay_aside(path)
    write_beside(path, raw)


def read_either(path: Path, read: Read[T], unread: tuple[type[Exception], ...] = UNREAD) -> T:
    """What `read` makes of the file, of its second copy where the first is missing or refused; `unread` are the ways in
    which `read` refuses. Raises what the first one raised."""
    try:
        return read(read_small(path))
    except unread:
        with suppress(*unread):
            return read(read_small(spare_of(path)))
        raise


def heal(path: Path, read: Read[T], unread: tuple[type[Exception], ...] = UNREAD) -> str:
    """Bring both copies to say the same: WHOLE where they do or neither is there, MENDED, LOST where neither can be
    read; these stay as they are. Raises OSError, exchange.files.FileTrouble."""
    spare = spare_of(path)
    first, second = (_raw(each, read, unread) for each in (path, spare))
    if first is None and second is None:
        return LOST if path.exists() or spare.exists() else WHOLE
    if first == second:
        return WHOLE
    write_over(path if first is None else spare, first or second or b"")
    return MENDED


def lay_aside(path: Path) -> None:
    """Give what stands there a name that nobody reads. Raises OSError."""
    taken = len(list(path.parent.glob(f"{path.stem}.lost-*{path.suffix}")))
    replace_file(path, path.with_name(f"{path.stem}.lost-{taken + 1}{path.suffix}"))


def done_with(path: Path) -> None:
    """Take away a note that is no longer needed; one that the disk keeps is read once more and does no harm."""
    with suppress(OSError):
        if path.is_dir():
            lay_aside(path)
        path.unlink(missing_ok=True)


def _raw(path: Path, read: Read[T], unread: tuple[type[Exception], ...]) -> bytes | None:
    try:
        raw = read_small(path)
        read(raw)
    except unread:
        return None
    return raw


def _digest(told: Mapping[str, Any]) -> str:
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(errors="surrogatepass")).hexdigest()
