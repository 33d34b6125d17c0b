"""The libraries that ship: what pyproject.toml asks for and what that asks for, as they are installed here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).resolve().parents[2]
TEXT = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
NO_TEXT = (".py", ".pyc", ".pyi")


@dataclass(frozen=True, slots=True)
class Library:
    """Name as the index has it, version, its own words for its licence, and the files that hold the texts."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def asked_for() -> tuple[str, ...]:
    """What pyproject.toml asks for, with its ranges."""
    with (TOP / "pyproject.toml").open("rb") as stream:
        return tuple(tomllib.load(stream)["project"]["dependencies"])


def closure() -> tuple[Library, ...]:
    """Every library that ships on this system, by name. Raises PackageNotFoundError for one that is not installed."""
    return tuple(_library(name, found) for name, found in sorted(_found(asked_for()).items()))


def _found(asked: Iterable[str]) -> dict[str, Distribution]:
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in asked]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in found:
            found[name] = distribution(wanted.name)
            waiting += _needed(found[name], wanted.extras or {""})
    return found


def _needed(one: Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for needed in map(Requirement, one.requires or ()):
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            yield needed


def _library(name: str, one: Distribution) -> Library:
    told = one.metadata.get("License-Expression") or (one.metadata.get("License") or "").splitlines()[:1] or [""]
    return Library(name, one.version, told if isinstance(told, str) else told[0], tuple(_texts(one)))


def _texts(one: Distribution) -> Iterator[Path]:
    """Licence files of the library itself; those of a font folder that does not ship are left out."""
    for file in one.files or ():
        inside = "licenses" in file.parts[1:-1]
        if file.suffix in NO_TEXT or "fonts" in file.parts:
            continue
        if inside or TEXT.search(file.name):
            yield Path(str(file.locate()))
