"""Options that belong to the whole program may stand anywhere on the line: support dictates by phone."""

from __future__ import annotations

from collections.abc import Sequence

WITH_VALUE = ("--data", "--user", "--now", "--password-file")
ALONE = ("--json",)


def hoist(arguments: Sequence[str]) -> list[str]:
    """The same words with the program's own options first; everything behind `--` stays."""
    front: list[str] = []
    rest: list[str] = []
    words = list(arguments)
    while words:
        word = words.pop(0)
        if word == "--":
            return [*front, *rest, word, *words]
        if word in WITH_VALUE and words:
            front += [word, words.pop(0)]
        elif word in ALONE or word.startswith(tuple(f"{name}=" for name in WITH_VALUE)):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest]
