"""The history rule: whether a bundle continues what the level above holds; and how far a receipt moves the desk.

Sequence numbers, epochs and clocks explain and never decide: only positions and digests of the chain do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from exchange.bundle import OpenedBundle
from exchange.receipt import Receipt
from exchange.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict over a bundle's history: `first_new` is the first position to append (0 unless accepted),
    `last_common` the last position at which both histories are one (where a fork begins after)."""

    verdict: Verdict
    first_new: int
    last_common: int


def judge(opened: OpenedBundle, held: Callable[[int], bytes | None], head: int) -> Judgement:
    """forked, waiting, already-accepted or accepted; `held` gives the 32-byte digest that we hold at a position
    (None when none), `head` our last position (0 = nothing yet)."""
    basis, theirs = opened.manifest.basis, opened.manifest.head
    shared_until = min(theirs, head)
    if basis <= head and not _same(opened, held, shared_until):
        return Judgement("forked", 0, _last_common(opened, held, shared_until))
    if basis > head:
        return Judgement("waiting", 0, head)
    if theirs <= head:
        return Judgement("already-accepted", 0, theirs)
    return Judgement("accepted", head + 1, head)


def moved_pointer(receipt: Receipt, acknowledged: int, digest_at: Callable[[int], bytes | None]) -> int | None:
    """The desk's acknowledged position after a receipt: it only moves forward, and only where our own chain has the
    receipt's digest. None when it has not: the histories differ and a person must look."""
    ours = digest_at(receipt.upto)
    if ours is None or ours.hex() != receipt.digest_at_upto:
        return None
    return max(acknowledged, receipt.upto)


def _same(opened: OpenedBundle, held: Callable[[int], bytes | None], position: int) -> bool:
    ours = held(position)
    return ours is None or ours == _theirs(opened, position)


def _theirs(opened: OpenedBundle, position: int) -> bytes:
    if position == opened.manifest.basis:
        return bytes.fromhex(opened.manifest.digest_at_basis)
    if position == opened.manifest.head:
        return bytes.fromhex(opened.manifest.digest_at_head)
    return opened.lines[position - opened.manifest.basis - 1].digest


def _last_common(opened: OpenedBundle, held: Callable[[int], bytes | None], differs: int) -> int:
    # Digests are chained: equal at one position means equal at every position before, so halving finds the place.
    low, high = opened.manifest.basis, differs
    if not _same(opened, held, low):
        return max(low - 1, 0)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _same(opened, held, middle) else (low, middle)
    return low
