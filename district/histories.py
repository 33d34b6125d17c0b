"""How far the history of a bundle and those that we hold are one."""

from district.inbox import Opened, digest_at
from district.store.branches import SettledFork
from district.store.store import Work


def known_history(work: Work, opened: Opened) -> bool:
    """Whether everything in a forked bundle lies aside already: a stick that comes late, after a person decided."""
    head = opened.bundle.manifest.head
    return any(shared_upto(work, fork, opened) >= head for fork in work.branches.of_desk(opened.desk.number))


def common_with(work: Work, opened: Opened) -> int:
    """The last position that a forked bundle's history shares with the one that counts."""
    if begins_here(work, opened):
        return opened.judgement.last_common
    forks = work.branches.of_desk(opened.desk.number)
    return min((fork.common for fork in forks if shared_upto(work, fork, opened)), default=opened.judgement.last_common)


def begins_here(work: Work, opened: Opened) -> bool:
    """Whether the bundle goes on from a line of the history that counts."""
    manifest = opened.bundle.manifest
    return digest_at(work, opened.desk, manifest.basis) == bytes.fromhex(manifest.digest_at_basis)


def shared_upto(work: Work, fork: SettledFork, opened: Opened) -> int:
    """How far a bundle and a history set aside are one, 0 when they are not: digests are chained, so equal at a
    position is equal at every position before it."""
    digests = {line.position: line.digest for line in opened.bundle.lines}
    digests[opened.bundle.manifest.basis] = bytes.fromhex(opened.bundle.manifest.digest_at_basis)
    low, high = max(fork.common + 1, min(digests)), min(fork.head, max(digests))
    if low > high or work.branches.digest_at(fork, low) != digests[low]:
        return 0
    while low < high:
        middle = (low + high + 1) // 2
        same = work.branches.digest_at(fork, middle) == digests[middle]
        low, high = (middle, high) if same else (low, middle - 1)
    return low
