"""JSON values bent where they stand: wild numbers, words, depths, keys gone, added, written twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

Path = tuple[Any, ...]
NUMBERS = (-1, 0, 1, 2, 2**14, 2**22, 2**31 - 1, 2**31, 2**53 - 1, 2**53, 2**64, 10**400, -(2**63), 0.5, 1e308)
WORDS = (
    "", " ", "0", "-1", "null", "a" * 33, "x" * 70_000, "Nguyễn Thị Sen", "o\u0301", "\u0000", "\ud800", "\ufeff",
    "0001-01-01", "9999-12-31", "2026-02-30", "2026-13", "0000-01", "0001-01", "9999-12", "00000", "99999", "1", "21",
    "0" * 16, "f" * 32, "0" * 64, "F" * 64, "motcua-bundle/2", "motcua-receipt/1", "restored", "local", "voided",
    "erased", "letter-voided", "amended", "../x", "2026-10-31T09:00:00Z", "9999-12-31T23:59:59Z",
)  # fmt: skip


def twisted(dice: Random, value: Any, times: int = 1) -> Any:
    """A copy of the value with some of its places bent."""
    value = json.loads(json.dumps(value))
    for _ in range(times):
        path = dice.choice(list(_paths(value)))
        value = _put(value, path, _wild(dice, _get(value, path)))
    return value


def spelled(dice: Random, value: Any) -> bytes:
    """The value as JSON, mostly in the one canonical spelling, sometimes in another of the many."""
    if dice.random() < 0.8:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
            errors="surrogatepass"
        )
    text = json.dumps(value, ensure_ascii=dice.random() < 0.5, sort_keys=dice.random() < 0.5)
    raw = text.encode(errors="surrogatepass")
    return dice.choice(
        (raw, b"\xef\xbb\xbf" + raw, raw + b" ", raw.replace(b",", b",\r\n"), raw[:-1] + b',"kind":"local"}')
    )


def _wild(dice: Random, held: Any) -> Any:
    ways = [dice.choice(NUMBERS), dice.choice(WORDS), None, [], {}, True, [held], {"kind": held}, _deep(dice)]
    if isinstance(held, int):
        ways += [held + 1, held - 1, held * 2, -held] * 3
    if isinstance(held, dict):
        ways += [{**held, dice.choice(WORDS): dice.choice(NUMBERS)}] * 4
    if isinstance(held, list):
        ways += [held * 2, held[::-1], held[1:], held * 3000]
    return dice.choice(ways)


def _deep(dice: Random) -> Any:
    value: Any = 0
    for _ in range(dice.choice((3, 15, 17, 200))):
        value = dice.choice(([value], {"a": value}))
    return value


def _paths(value: Any, here: Path = ()) -> Iterator[Path]:
    yield here
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _paths(held, (*here, name))
    elif isinstance(value, list):
        for place, held in enumerate(value[:50]):
            yield from _paths(held, (*here, place))


def _get(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _put(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    holder = _get(value, path[:-1])
    if new is None and isinstance(holder, dict):
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    return value
