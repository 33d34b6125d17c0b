"""Finding units by what a clerk types: folded words in one long text, short forms of the kinds, best matches first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from common.names import fold, tidy

_ALSO_KNOWN = {"hcm": "ho chi minh", "tphcm": "ho chi minh", "tp hcm": "ho chi minh", "tp. hcm": "ho chi minh"}
_SHORT = {
    "thanh pho": ("thành phố", "thanh pho", "tp"),
    "thi tran": ("thị trấn", "thi tran", "tt"),
    "thi xa": ("thị xã", "thi xa", "tx"),
    "dac khu": ("đặc khu", "dac khu", "đk", "dk"),
    "phuong": ("phường", "phuong", "p"),
    "huyen": ("huyện", "huyen", "h"),
    "quan": ("quận", "quan", "q"),
    "tinh": ("tỉnh", "tinh", "t"),
    "xa": ("xã", "xa", "x"),
}
_KIND_OF = {short: kind for kind, shorts in _SHORT.items() for short in shorts}
# A short form needs its full stop, a space or a digit behind it: "p.5", "p 5", "p5", "tp Huế", but not "Pleiku".
_KIND = re.compile(rf"({'|'.join(sorted(_KIND_OF, key=len, reverse=True))})(?:\.\s*|\s+|(?=\d))(?=\S)", re.IGNORECASE)
# A kind in the middle of an address begins the unit: "12 Lê Lợi phường 5", "thôn Bến Trà xã An Liên". Without marks
# only a full stop tells it from a name: "Xa" and "Phuong" are names of people and streets too.
_MARKED = "|".join(short for shorts in _SHORT.values() for short in shorts if not short.isascii() and len(short) > 1)
_INSIDE = re.compile(rf"(?<!thị)\s(?=(?:(?:{_MARKED}|tt|tx|tp)\.?\s+|[xphqt]\.\s*|(?:tt|tx|tp)\.\s*)\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: `words` folded whole, and once more without the kind in front where there is one."""

    text: str
    words: str
    kind: str
    name: str

    @classmethod
    def read(cls, text: str) -> Typed:
        """A typed name with or without its kind: `xã Xuân Định`, `tp. huế`, `p5`."""
        plain = tidy(text)
        words = _ALSO_KNOWN.get(fold(plain), fold(plain))
        found = _KIND.match(plain.lower())
        if found is None:
            return cls(plain, words, "", words)
        name = fold(plain.lower()[found.end() :])
        return cls(plain, words, _KIND_OF[found[1]], _ALSO_KNOWN.get(name, name))

    def begins(self, kind: str, name: str) -> bool:
        """Whether a unit of this folded kind and name begins so; a province's kind does not matter: it changes."""
        alike = self.kind == kind or {self.kind, kind} <= {"tinh", "thanh pho"}
        return name.startswith(self.words) or bool(self.kind and alike and name.startswith(self.name))


@dataclass(frozen=True, eq=False)
class NameIndex:
    """Rows `U code parent kind name era folded`, in the order in which equally good matches shall come."""

    rows: Sequence[Sequence[str]]

    def places(self, typed: Typed, eras: Collection[str]) -> Iterator[int]:
        """Rows with these words, the best first: whole names, exact marks before others; then beginnings, then words
        inside. Of each sort those of one of the `eras` come first, whole names of any time before all beginnings.

        One letter alone is a name of its own, not the beginning of thousands."""
        seen: set[int] = set()
        for place in self._in_order(typed, eras):
            if place not in seen:
                seen.add(place)
                yield place

    def _in_order(self, typed: Typed, eras: Collection[str]) -> Iterator[int]:
        whole = [place for place in self._found(typed, "\n{}\n") if place is not None]
        for current in (True, False):
            now = [place for place in whole if (self.rows[place][5] in eras) is current]
            yield from sorted(now, key=lambda place: not self._exact(place, typed))
        if len(typed.name) < 2:
            return
        for current in (True, False):
            for pattern in ("\n{}", " {}"):
                yield from (place for place in self._found(typed, pattern) if (self.rows[place][5] in eras) is current)

    def _found(self, typed: Typed, pattern: str) -> Iterator[int]:
        yield from self._lying(pattern.format(typed.words))
        for place in self._lying(pattern.format(typed.name)) if typed.kind else ():
            if self._kinds[place] == typed.kind:
                yield place

    def _lying(self, words: str) -> Iterator[int]:
        at = self._text.find(words)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._text.find(words, self._starts[place + 1])

    def _exact(self, place: int, typed: Typed) -> bool:
        """Whether the name stands there with its own marks, behind its kind or alone."""
        return f" {typed.text.lower()}".endswith(f" {self.rows[place][4].lower()}")

    @cached_property
    def _text(self) -> str:
        return "\n" + "\n".join(row[6] for row in self.rows) + "\n"

    @cached_property
    def _starts(self) -> list[int]:
        """Where each name begins, its line feed included; one more for the end."""
        return [0, *accumulate(len(row[6]) + 1 for row in self.rows)]

    @cached_property
    def _kinds(self) -> list[str]:
        folded = {kind: fold(kind) for kind in {row[3] for row in self.rows}}
        return [folded[row[3]] for row in self.rows]


def kinds_inside(address: str) -> Iterator[int]:
    """Where in an address a unit may begin behind other words, from the left."""
    return (found.end() for found in _INSIDE.finditer(address))


def closure(code: str, further: Mapping[str, Iterable[str]]) -> list[str]:
    """The code, where it leads, where that leads, and so on, each once."""
    found = [code]
    for one in found:
        found += [other for other in further.get(one, ()) if other not in found]
    return found


def upper_names(rows: Iterable[Sequence[str]]) -> list[tuple[str, str, str]]:
    """Provinces and districts as folded name, folded kind, code, sorted: those that begin alike lie together."""
    return sorted((row[6], fold(row[3]), row[1]) for row in rows if len(row[1]) < 5)


def codes_of(uppers: Sequence[tuple[str, str, str]], name: Typed) -> frozenset[str]:
    """Codes of those whose name begins so."""
    found = set()
    for words in {name.words, name.name}:
        for folded, kind, code in uppers[bisect_left(uppers, (words,)) :]:
            if not folded.startswith(words):
                break
            if name.begins(kind, folded):
                found.add(code)
    return frozenset(found)


def areas_of(rows: Iterable[Sequence[str]], heirs: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """By code, the codes of what it may lie in at any time, or what its heirs may: a little too many, never too few."""
    above: dict[str, set[str]] = {}
    for row in rows:
        above.setdefault(row[1], set()).add(row[2])
    found: dict[frozenset[str], frozenset[str]] = {}
    areas: dict[str, frozenset[str]] = {}
    for code, own in above.items():
        near = frozenset(own).union(*(above.get(one, ()) for one in closure(code, heirs)[1:]))
        if near not in found:
            found[near] = near.union(*(above.get(one, ()) for one in near))
        areas[code] = found[near]
    return areas
