"""The type that papers are set in."""

from functools import cache

from common.paper.fonts import Fonts
from district.paths import resources


@cache
def typefaces() -> Fonts:
    """Read once: the office sets one report after the other."""
    return Fonts(resources() / "fonts")
