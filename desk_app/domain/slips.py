"""Slips of the hand on a Vietnamese keyboard: what somebody may have meant who typed this, in folded words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

SHORTEST = 3
"""A word of fewer letters is taken as typed: nearly every other short word is one letter away."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE_FRONT = (
    ("ch", "tr"),
    ("d", "gi"),
    ("v", "gi"),
    ("ph", "f"),
    ("k", "c"),
    ("k", "qu"),
    ("ngh", "ng"),
    ("gh", "g"),
)
_ALIKE_END = (("n", "ng"), ("c", "t"), ("ch", "t"), ("nh", "n"), ("y", "i"))
_SPELLED_ALIKE = re.compile(r"(?<=[hklmstvu])[iy]$")
_MARK_DIGITS = re.compile(r"(?<=[a-z])[0-9]|[0-9](?=[a-z])")
_VOWEL = re.compile(r"[aeiouyw]")


def unkeyed(word: str) -> str:
    """The word behind keys that no input method turned into marks (Telex, VNI), also half of them; else as it is.

    `nguyeenx`, `nguye6n4` and `nguyênx` are nguyen, `vawn` is van, `ddawngj` is dang, `phwowng` is phuong.
    """
    bare = _MARK_DIGITS.sub("", word)
    first = _VOWEL.search(bare)
    if not first or not bare.isascii():
        return bare
    front, back = bare[: first.start()].replace("dd", "d"), bare[first.start() :]
    back = re.sub("[sfrxjz]", "", back)
    back = re.sub(r"dd?$", "", back) if front == "d" else back
    back = re.sub(r"(?<=[aou])w", "", back)
    back = re.sub(r"([aeo])([aeiouynghcmpt]*?)\1", r"\1\2", back)
    return front + back.replace("w", "u")


def spelled_alike(word: str) -> str:
    """The same syllable with i for y or y for i at its end (Lý, Lí); "" where there is none."""
    found = _SPELLED_ALIKE.search(word)
    if not found or (word.endswith(("uy", "ui")) and not word.startswith("qu")):
        return ""
    return word[:-1] + ("i" if word.endswith("y") else "y")


def near(word: str) -> tuple[str, ...]:
    """Every word one slip away, likely slips first: swapped, doubled, beside the key, misheard, left out, wrong."""
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return ()
    likely = [*_swapped(word), *_undoubled(word), *_beside(word), *_heard(word)]
    rare = [] if len(word) == SHORTEST else [*_left_out(word), *_too_many(word), *_wrong(word)]
    return tuple(other for other in dict.fromkeys([*likely, *rare]) if other != word)


def cut_in_two(word: str) -> tuple[tuple[str, str], ...]:
    """The two words that a forgotten space may have glued together."""
    return tuple((word[:place], word[place:]) for place in range(2, len(word) - 1))


def _swapped(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _undoubled(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        if word[place] == word[place + 1]:
            yield word[:place] + word[place + 1 :]


def _beside(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for other in _beside_keys().get(letter, ""):
            yield word[:place] + other + word[place + 1 :]


@cache
def _beside_keys() -> dict[str, str]:
    """The keys at the left and at the right of each key."""
    return {
        letter: row[place - 1 : place] + row[place + 1 : place + 2] for row in _ROWS for place, letter in enumerate(row)
    }


def _heard(word: str) -> Iterator[str]:
    for pair in _ALIKE_FRONT:
        for one, other in (pair, pair[::-1]):
            if word.startswith(one):
                yield other + word[len(one) :]
    for pair in _ALIKE_END:
        for one, other in (pair, pair[::-1]):
            if word.endswith(one):
                yield word[: -len(one)] + other


def _too_many(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _left_out(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:place] + letter + word[place:]


def _wrong(word: str) -> Iterator[str]:
    for place in range(len(word)):
        for letter in _LETTERS:
            yield word[:place] + letter + word[place + 1 :]
