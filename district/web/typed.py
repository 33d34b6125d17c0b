"""Reading a code that somebody typed or pasted, and saying kindly what to do where it is none."""

import re
import unicodedata

from exchange.token import read_code

LONGEST_TYPED = 120
"""Characters; a pasted link has at most 67."""
_LINK = re.compile(r"/g/([^/?#\s]*)", re.IGNORECASE)
_BETWEEN = {"Pd", "Zs", "Cc", "Cf"}
"""Dashes and spaces of every kind, and what nobody sees: keyboards and other programs put them between the groups."""


def code_in(typed: str) -> str:
    """The code without what stands between its groups; of a whole link the code in it. Letters stay as they are."""
    links = _LINK.findall(typed)
    text = links[-1] if links else typed
    return "".join(sign for sign in text if sign not in "._" and unicodedata.category(sign) not in _BETWEEN)


def hint_about(code: str) -> tuple[str, int]:
    """The name of the sentence that helps most, and how many letters and digits there are; "" when nothing is odd."""
    if not code.isascii():
        return "typed-marks", len(code)
    if code and len(code) != 16:
        return "typed-count", len(code)
    if read_code(code) is None and read_code(code.upper().replace("U", "V")):
        return "typed-u", len(code)
    return "", len(code)
