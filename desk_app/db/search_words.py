"""Questions to the word index: what is typed as groups of words of which each hit must have one of every group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile

from common.names import fold
from desk_app.db import index_words as index
from desk_app.domain import slips
from desk_app.domain.sought import Figure, Sought

Group = tuple[str, ...]
"""Any of these terms."""
Places = Callable[[str], Sequence[str]]
"""Other names and codes of a place that was typed, from before and after units were merged."""

_KINDS = {"thon", "xa", "phuong", "ap", "buon", "ban", "lang", "khom", "khu", "tinh", "huyen", "quan", "tp", "thi"}
_LEADING = _KINDS | {"to", "dan", "pho", "tran", "thanh"}
_MOST_WORDS = 6


def prefix(words: str) -> str:
    """A term: words side by side of which the last may go on."""
    return f'"{words}"*'


def match_of(groups: Sequence[Group | str]) -> str:
    """The question that asks for every group."""
    return " AND ".join(group if isinstance(group, str) else f"({' OR '.join(group)})" for group in groups)


def word_groups(words: Sequence[str], typed: str = "") -> list[Group]:
    """Each word a group; where `typed` has marks, only the word with these marks, and [] where it has none at all."""
    if not typed:
        return [(prefix(word),) for word in words]
    bearing = index.marked_words(typed)
    plain = {fold(word): word for word in bearing}
    told = (prefix(index.MARKED + plain[word]) if word in plain else prefix(word) for word in words)
    return [(term,) for term in told] if bearing else []


def whole_words(words: Sequence[str]) -> list[Group]:
    """Each word a group, as it stands; only the last one may go on."""
    return [*((f'"{word}"',) for word in words[:-1]), *((prefix(word),) for word in words[-1:])]


def spelled(words: Sequence[str]) -> list[Group]:
    """The words with i for y and y for i; [] where none has another spelling."""
    pairs = [(word, slips.spelled_alike(word)) for word in words]
    told = [tuple(prefix(each) for each in pair if each) for pair in pairs]
    return told if any(other for _, other in pairs) else []


def figure_groups(figures: Sequence[Figure]) -> list[Group]:
    """Each figure a group: a number of the book, a day, or a personal number."""
    return [_figure(one) for one in figures]


def place_questions(sought: Sought, places: Places) -> Iterator[list[Group]]:
    """Words of a name beside those of a place, the most likely cut first; the place's other names count as well."""
    words, figures = sought.words[:_MOST_WORDS], figure_groups(sought.figures)
    for parts in _parts_of(sought):
        yield [*parts, *figures]
    for first, last in _cuts(words):
        place, named = [*words[first:last]], word_groups([*words[:first], *words[last:]])
        yield [*named, (_place(place),), *figures]
        others = places(" ".join(place)) if first in (0, *_kinds_in(words)) else ()
        terms = tuple(filter(None, map(_other, others)))
        yield from [[*named, terms, *figures]] if terms else []
        # Hamlets are kept as people say them, often without the word for it.
        bare = list(dropwhile(_LEADING.__contains__, place))
        yield from [[*named, (_place(bare),), *figures]] if bare and bare != place else []


def _parts_of(sought: Sought) -> Iterator[list[Group]]:
    """Parts between commas: a name and places, or places alone."""
    parts = [words for part in sought.typed.split(",") if (words := index.split_words(fold(part)))]
    if len(parts) > 1:
        places: list[Group] = [(_place(part),) for part in parts]
        yield [*word_groups(parts[0]), *places[1:]]
        yield places


def _figure(one: Figure) -> Group:
    numbered = f'"{index.NUMBER}{one.norm}"' if one.norm else ""
    if numbered and one.year:
        numbered = f"({numbered} AND {prefix(f'{index.BOOKED}{one.year}')})"
    days = [prefix(mark + day) for day in one.days for mark in (index.DAY, index.BOOKED)]
    whole = [prefix(index.DIGITS + one.digits)] if len(one.digits) >= index.FEWEST_DIGITS else []
    return tuple(filter(None, (numbered, *days, *whole)))


def _cuts(words: Sequence[str]) -> list[tuple[int, int]]:
    """First and last-but-one word of what may be the place."""
    n = len(words)
    after_name = [(start, n) for start in _kinds_in(words) if start]
    ends = [(start, n) for start in range(n)]
    fronts = [(0, end) for end in range(1, n)]
    return list(dict.fromkeys([*after_name, *ends, *fronts]))


def _kinds_in(words: Sequence[str]) -> list[int]:
    return [place for place, word in enumerate(words) if word in _KINDS]


def _place(words: Sequence[str]) -> str:
    return prefix(" ".join(index.PLACE + word for word in words))


def _other(name: str) -> str:
    if name.isdigit():
        return f'"{index.UNIT}{name}"'
    words = index.place_words(name)
    return f'"{words}"' if words else ""
