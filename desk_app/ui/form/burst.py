"""Telling a card scanner from a person: a scanner types an identity number and a separator without a pause.

Keys are held back only while they may still become a scan, so that raw text of a card never stands in a field; what
turns out to be typing is given back key by key, in order.
"""

from __future__ import annotations

import re
from typing import Literal

Answer = Literal["pass", "hold", "release"]
PAUSE_MS = 60
"""A person leaves at least this much between two digits; a scanner never does before it is through."""
END_MS = 140
"""Once a whole card has come, this much silence ends the scan."""
WAIT_MS = 600
"""A card that is not whole yet is waited for this long: radio scanners stop for breath in the middle."""
SWALLOW_MS = 300
"""For so long after a scan Enter and Tab come from the scanner, not from the clerk."""
DIGITS = 12

# 0 to 9 on the Vietnamese layout of Windows: what a scanner writes there is held too, and explained.
_LAYOUT = "đăâêô\u0300\u0309\u0303\u0301\u0323"
_MAY_BEGIN = re.compile(
    rf"(ï(?:»(?:¿)?)?)?(\](?:[A-Za-z](?:[0-9])?)?)?[0-9]{{0,21}}|[0-9]{{12}}\n{{1,2}}|đ[{_LAYOUT}]{{0,11}}"
)
_HAS_BEGUN = re.compile(
    rf"(?:ï»¿)?(?:\][A-Za-z][0-9])?[0-9]{{12}}(?:[0-9]{{9}})?(?:[^\d\n\b]|\n{{1,2}}[^\n\b])|đ[{_LAYOUT}]{{11}}"
)
_NUMBER = re.compile(r"[0-9]{12}\n{0,2}")
_WHOLE = re.compile(r".{40,}[0-9]{8}[^\w\b]*\Z", re.DOTALL)


def is_scan(text: str) -> bool:
    """Whether a text that came at once begins as a card does: twelve digits and a separator, be it an Enter or Tab."""
    return _HAS_BEGUN.match(text) is not None


def is_bar_code(text: str) -> bool:
    """Whether it is the twelve digits of an older card's bar code, and an Enter at most."""
    return _NUMBER.fullmatch(text) is not None


class Burst:
    """What has come without a pause so far. The caller keeps time: `take` for a key, `pause` for silence."""

    def __init__(self) -> None:
        self._text = ""
        self._slow = False

    @property
    def text(self) -> str:
        """What is being held."""
        return self._text

    @property
    def certain(self) -> bool:
        """Whether this can no longer be a person typing."""
        return is_scan(self._text)

    @property
    def patience(self) -> int:
        """How many milliseconds of silence end what is held."""
        if not self.certain:
            return PAUSE_MS
        return END_MS if _WHOLE.match(self._text) and not self._slow else WAIT_MS

    def take(self, character: str) -> Answer:
        """Hold the key, pass it on, or release all that is held before passing it on. Steps back inside a scan stay:
        they tell that an input method is on."""
        if self.certain:
            self._text += character
            return "hold"
        longer = self._text + character
        if _MAY_BEGIN.fullmatch(longer) or is_scan(longer):
            self._text = longer
            return "hold"
        return "release" if self._text else "pass"

    def catch_up(self, digits: str) -> None:
        """A slow scanner: its digits were taken for typing, the separator behind them tells it. Nothing is held yet."""
        self._text, self._slow = f"{digits}|", True

    def pause(self) -> str | None:
        """Silence: the scan that came, or None when what was held was typing. Nothing is held afterwards."""
        text, self._text, self._slow = self._text, "", False
        return text if is_scan(text) else None
