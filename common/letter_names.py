"""How letter templates are called: as one of the forms of the program, or as one more letter of such a form."""

import re

from common.letter_check import LAYOUTS

FORMS = tuple(name for name in LAYOUTS if "-back-" not in name)
"""The forms of letters; the others are their other sides."""
_OWN = re.compile(r"[a-z]+-[a-z0-9][a-z0-9-]{0,60}-(card|official)", re.ASCII)


def layout_of(name: str) -> str:
    """The form of a template by its name: "birth-rieng-1-card" is set as "birth-card". What names no form comes back as
    something that is none."""
    if name in LAYOUTS:
        return name
    first, _, rest = name.partition("-")
    return f"{first}-{rest.rpartition('-')[2]}"


def is_template_name(name: str) -> bool:
    """Whether a template may be called so."""
    return name in LAYOUTS or (_OWN.fullmatch(name) is not None and layout_of(name) in FORMS)


def named_by(name: str, layout: str) -> str:
    """The name that tells the form too: "rieng-1" of the form "birth-card" is "birth-rieng-1-card"."""
    if is_template_name(name) and layout_of(name) == layout:
        return name
    first, _, form = layout.partition("-")
    return f"{first}-{name}-{form}"
