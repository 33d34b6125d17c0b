"""Counts as Vietnamese papers write them beside the figures."""

from __future__ import annotations

import re

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST = 999_999_999
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})| giờ)")


def in_words(number: int) -> str:
    """A count up to 999,999,999 in words: 1021 is "một nghìn không trăm hai mươi mốt". Raises ValueError beyond."""
    if not 0 <= number <= _MOST:
        raise ValueError("a count in words has at most nine digits")
    if number == 0:
        return _ONES[0]
    parts: list[str] = []
    for size, name in ((1_000_000, "triệu"), (1_000, "nghìn"), (1, "")):
        group = number // size % 1_000
        if group:
            parts += [_under_thousand(group, whole=bool(parts)), name]
    return " ".join(part for part in parts if part)


def moment_in_words(clock: str, day: str) -> str:
    """A day in words with the hour before it: `clock` is "17:30", "17 giờ" or nothing; anything else is left out, for
    it was not understood."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return day
    minutes = f" {in_words(int(found[2]))} phút" if found[2] and int(found[2]) else ""
    return f"{in_words(int(found[1]))} giờ{minutes}, {day}"


def _under_thousand(number: int, whole: bool) -> str:
    """Three digits; with `whole` the hundreds are said even where there are none, as behind a thousand."""
    hundreds, rest = divmod(number, 100)
    head = f"{_ONES[hundreds]} trăm" if hundreds or whole else ""
    if not rest:
        return head
    if rest < 10 and head:
        return f"{head} lẻ {_ONES[rest]}"
    return f"{head} {_under_hundred(rest)}".strip()


def _under_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _ONES[ones]
    head = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    special = {0: "", 5: "lăm", 1: "một" if tens == 1 else "mốt", 4: "bốn" if tens == 1 else "tư"}
    return f"{head} {special.get(ones, _ONES[ones])}".strip()
