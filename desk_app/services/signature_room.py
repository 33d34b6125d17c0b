"""Whether a name and its lines of authority fit the signature block of every letter: told while they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.services.typefaces import typefaces

NARROWEST = 56.0
"""mm: the block on the condolence card; all others are wider."""
FACE = "EBGaramond-Bold"
NAME, LINE = 12.5 * 0.78, 11 * 0.78
"""Points: the smallest that a letter sets them (letters/blocks.py)."""
_POINTS_PER_MM = 72 / 25.4


def name_fits(name: str) -> bool:
    """Whether the name stands in one line, or parted at a space in two."""
    words = name.split(" ")
    cuts = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(len(words))]
    return any(all(_width(line, NAME) <= NARROWEST for line in cut) for cut in cuts)


def lines_fit(authority: Sequence[str]) -> bool:
    """Whether each line of authority does."""
    return all(_width(line, LINE) <= NARROWEST for line in authority)


def _width(text: str, size: float) -> float:
    return typefaces().width(text, FACE, size) / _POINTS_PER_MM
