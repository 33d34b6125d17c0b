"""Which ways through a template's conditions a letter takes, and which samples together take all of them."""

import re
from collections.abc import Iterator, Sequence

from common.letter_findings import Finding
from common.letter_lines import parts_of
from common.letter_text import Choice, Node
from desk_app.letters.compose import words_of
from desk_app.letters.samples import Sample
from desk_app.letters.trial import Tried

Way = tuple[str, int, bool]
"""Section, number of the condition in it from 0, and whether it holds."""
_OPENS = re.compile(r"\[nếu ([^\[\]\n]*)\]")


def ways_of(tried: Tried) -> frozenset[Way]:
    """Every way that says anything."""
    return frozenset(way for section in tried.template.sections for way in _walk(tried, section, None))


def taken(tried: Tried, sample: Sample) -> frozenset[Way]:
    """The ways that the sample's letter takes."""
    holds = words_of(tried.order(sample)).holds
    return frozenset(way for section in tried.template.sections for way in _walk(tried, section, holds))


def covering(tried: Tried, samples: Sequence[Sample]) -> tuple[Sample, ...]:
    """The first of the samples, and each one that takes a way which none before it took."""
    seen: set[Way] = set()
    chosen: list[Sample] = []
    for sample in samples:
        ways = taken(tried, sample)
        if not chosen or ways - seen:
            chosen.append(sample)
            seen |= ways
    return tuple(chosen)


def never_taken(tried: Tried, samples: Sequence[Sample]) -> tuple[Finding, ...]:
    """Ways that no letter takes: their words are never printed."""
    seen = {way for sample in samples for way in taken(tried, sample)}
    return tuple(_told(tried, way) for way in sorted(ways_of(tried) - seen))


def _walk(tried: Tried, section: str, holds: frozenset[str] | None) -> Iterator[Way]:
    """All ways with `holds` None, else those that are taken; conditions are counted as they are opened."""
    count = -1

    def through(nodes: Sequence[Node], here: bool) -> Iterator[Way]:
        nonlocal count
        for node in nodes:
            if not isinstance(node, Choice):
                continue
            count += 1
            mine = count
            for branch, inside in ((True, node.then), (False, node.otherwise)):
                goes = here and (holds is None or (node.condition in holds) == branch)
                if goes and inside:
                    yield section, mine, branch
                yield from through(inside, goes)

    return through(tried.template.sections[section], True)


def _told(tried: Tried, way: Way) -> Finding:
    section, number, branch = way
    line, match = tuple(_opened(tried, section))[number]
    code = "branch-never-seen" if branch else "otherwise-never-seen"
    return Finding("hint", code, section, line, match.start() + 1, {"found": match[1]})


def _opened(tried: Tried, section: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The conditions of a section in the order in which they are opened, with their lines."""
    for part in parts_of(tried.text)[1:]:
        for line, text in part.numbered if part.title == section else ():
            yield from ((line, match) for match in _OPENS.finditer(text))
