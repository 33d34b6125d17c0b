"""What the public pages say, by language: one JSON file each in `tongues`, read when the pages start.

A file maps the name of a sentence to its text, `lang` to its code ("vi") and `name` to what the language calls itself.
Vietnamese is the measure: every other file has the same names and, in each text, the same places {in braces}.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

Tongue = Mapping[str, str]
FOLDER = Path(__file__).resolve().parent / "tongues"
FIRST = "vi"
_CODE = re.compile(r"[a-z]{2,8}", re.ASCII)
_PLACE = re.compile(r"\{[^{}]*\}")


class NotATongue(ValueError):
    """The file says not what a page needs; the text names file and sentence: `en.json: thanks`."""


@cache
def our_tongues() -> Mapping[str, Tongue]:
    """The languages that come with the program."""
    return read_tongues(FOLDER)


def read_tongues(folder: Path) -> Mapping[str, Tongue]:
    """Every language of a folder by its code, Vietnamese first; raises NotATongue."""
    found = [_read(path) for path in sorted(folder.glob("*.json"))]
    found.sort(key=lambda tongue: tongue["lang"] != FIRST)
    if not found or found[0]["lang"] != FIRST:
        raise NotATongue(f"{FIRST}.json")
    for tongue in found[1:]:
        _check(tongue, found[0])
    return {tongue["lang"]: tongue for tongue in found}


def _read(path: Path) -> Tongue:
    try:
        told: Any = json.loads(path.read_bytes().decode("utf-8"))
    except ValueError as broken:
        raise NotATongue(path.name) from broken
    if not isinstance(told, dict) or told.get("lang") != path.stem or not _CODE.fullmatch(path.stem):
        raise NotATongue(f"{path.name}: lang")
    wordless = [name for name, text in told.items() if not isinstance(text, str)]
    if wordless:
        raise NotATongue(f"{path.name}: {wordless[0]}")
    return {str(name): str(text) for name, text in told.items()}


def _check(tongue: Tongue, measure: Tongue) -> None:
    for name in sorted({*tongue, *measure}):
        if name not in tongue or name not in measure or _places(tongue[name]) != _places(measure[name]):
            raise NotATongue(f"{tongue['lang']}.json: {name}")


def _places(text: str) -> list[str]:
    return sorted(_PLACE.findall(text))
