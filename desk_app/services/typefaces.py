"""The type that papers are set in."""

from functools import cache

from common.paper.fonts import Fonts
from desk_app import paths


@cache
def typefaces() -> Fonts:
    """Read once: whoever looks at one paper after the other would have them read for each."""
    return Fonts(paths.resources() / "fonts")
