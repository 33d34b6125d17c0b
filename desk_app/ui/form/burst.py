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
"""Once the number and a separator have come, this much silence ends the scan."""
SWALLOW_MS = 300
"""For so long after a scan Enter and Tab come from the scanner, not from the clerk."""

_MAY_BEGIN = re.compile(r"(\](?:[A-Za-z](?:[0-9][0-9]{0,12})?)?)|[0-9]{1,12}|[0-9]{12}\n{1,2}")
_HAS_BEGUN = re.compile(r"(?:\][A-Za-z][0-9])?[0-9]{12}(?:[^\w\s\b]|\n{1,2}[^\n\b])")


def is_scan(text: str) -> bool:
    """Whether a text that came at once begins as a card does: twelve digits and a separator, be it an Enter or Tab."""
    return _HAS_BEGUN.match(text) is not None


class Burst:
    """What has come without a pause so far. The caller keeps time: `take` for a key, `pause` for silence."""

    def __init__(self) -> None:
        self._text = ""

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
        return END_MS if self.certain else PAUSE_MS

    def take(self, character: str) -> Answer:
        """Hold the key, pass it on, or release all that is held before passing it on."""
        if self.certain:
            self._text = self._text[:-1] if character == "\b" else self._text + character
            return "hold"
        longer = self._text + character
        if _MAY_BEGIN.fullmatch(longer) or is_scan(longer):
            self._text = longer
            return "hold"
        return "release" if self._text else "pass"

    def pause(self) -> str | None:
        """Silence: the scan that came, or None when what was held was typing. Nothing is held afterwards."""
        text, self._text = self._text, ""
        return text if is_scan(text) else None
