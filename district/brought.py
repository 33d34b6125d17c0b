"""What a bundle newly brings, beyond how many lines: corrections, months that were never received, a restore."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exchange.bundle import OpenedBundle
from exchange.journal import BadLine, Line
from exchange.lines import RawLine

CORRECTING = (b'"kind":"amended"', b'"kind":"voided"')
RESTORED = b'"kind":"restored"'
_MONTH = re.compile(rb'"on":"([0-9]{4}-[0-9]{2})-')


@dataclass(frozen=True, slots=True)
class Brought:
    """`corrected`: how many new lines amend or void a record; `months` ("2026-10") those of the records amended, none
    where one of them is not known."""

    corrected: int = 0
    months: tuple[str, ...] = ()


def brought(bundle: OpenedBundle, first: int) -> Brought:
    """What the lines from position `first` on correct."""
    lines = list(_read(bundle.lines, first, CORRECTING))
    months = {str(line.figures.get("registered_on", ""))[:7] for line in lines}
    return Brought(len(lines), () if "" in months else tuple(sorted(months)))


def made_up_for(bundle: OpenedBundle, first: int, received: Iterable[str], newest: int) -> tuple[str, ...]:
    """Months before the bundle's own which it brings because their own bundle never came; `received` are the months
    and `newest` the highest number of the desk's bundles that came."""
    if bundle.manifest.seq <= newest + 1:
        return ()
    found = (_MONTH.search(line.raw) for line in bundle.lines if line.position >= first)
    months = {match.group(1).decode("ascii") for match in found if match}
    return tuple(sorted(month for month in months - set(received) if month < bundle.manifest.period))


def copy_of(bundle: OpenedBundle, first: int) -> str:
    """The ISO day of the copy from which the desk says it was put back; empty where it says nothing."""
    told = [str(line.figures["backup_date"]) for line in _read(bundle.lines, first, (RESTORED,))]
    return told[-1] if told else ""


def _read(lines: Iterable[RawLine], first: int, kinds: tuple[bytes, ...]) -> Iterator[Line]:
    """The lines of these kinds. Written so in every canonical line: no figure can hold a quotation mark."""
    for line in lines:
        if line.position < first or not any(kind in line.raw for kind in kinds):
            continue
        try:
            yield line.read()
        except BadLine:
            continue
