"""Forks: a desk whose register was put back from an older copy tells another history than the one we hold.

Nothing of it is taken until a person decides. What is set aside stays, is shown, counts nowhere; the desk is told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from district import importer
from district.histories import begins_here, common_with, shared_upto
from district.inbox import Opened, open_file
from district.lost_lines import OWN_BUSINESS, lost_lines
from district.store.branches import KnownLine, SettledFork
from district.store.lines import FORKED, LineRow
from district.store.store import Work
from district.trouble import Mistake
from exchange.bundle import read_lines
from exchange.fork import LONGEST_REASON, LostLine
from exchange.journal import BadLine, Line, read_line
from exchange.keys import OfficeKeys
from exchange.verdicts import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decides: the last common line, why, by whom, on which ISO day; `keep` what we hold and lay the
    desk's other history aside, instead of following it."""

    after: int
    reason: str
    by: str
    on: str
    keep: bool = False

    def __post_init__(self) -> None:
        if not self.reason:
            raise Mistake("reason-empty")
        if len(self.reason) > LONGEST_REASON:
            raise Mistake("reason-too-long", limit=str(LONGEST_REASON))


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines of one kind and one event or letter ("" where it has none): first and last ISO day, and how many."""

    kind: str
    event: str
    first: str
    last: str
    n: int


def grouped(lines: Iterable[Line | LostLine]) -> tuple[LineGroup, ...]:
    """Lines by kind and event, as two histories are held beside each other."""
    days: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        event = str(line.figures.get("event", line.figures.get("letter", "")))
        days.setdefault((line.kind, event), []).append(line.on)
    return tuple(LineGroup(*key, min(each), max(each), len(each)) for key, each in sorted(days.items()))


@dataclass(frozen=True, slots=True)
class ForkFound:
    """A fork that waits for a person. `after` is the last common line, `epoch` and `copy_of` what the desk says of its
    restore (0 and "" when it noticed none), `lacks` our lines that the desk has not, `brings` its own lines by kind,
    `theirs` the same by event and days. `held_copy_of` is the ISO day of the copy where it is our lines that a desk put
    back wrote, and the bundle tells of the book before: which came first decides."""

    desk: int
    after: int
    seq: int
    received_on: str
    epoch: int
    copy_of: str
    lacks: tuple[LostLine, ...]
    brings: Mapping[str, int]
    bundles: int
    theirs: tuple[LineGroup, ...] = ()
    held_copy_of: str = ""

    @property
    def ours(self) -> tuple[LineGroup, ...]:
        """What the desk lacks, by kind and event."""
        return grouped(self.lacks)

    @property
    def serials(self) -> tuple[int, ...]:
        """Serials of letters that the desk lacks: their families hold them on paper."""
        return tuple(sorted(int(line.figures["serial"]) for line in self.lacks if "serial" in line.figures))


def undecided(work: Work, keys: OfficeKeys, desk: int) -> tuple[Opened, ...]:
    """The desk's forked bundles that can still be opened, the one received last at the end."""
    found = []
    for document, sealed in work.bundles.kept(desk, "forked"):
        row = work.bundles.get(document)
        try:
            opened = open_file(sealed, keys, work)
        except Refused:  # revoked since it came
            continue
        manifest = opened.bundle.manifest
        found.append(((row.received_at if row else "", manifest.epoch, manifest.seq), opened))
    return tuple(opened for _, opened in sorted(found, key=lambda pair: pair[0]))


def look(work: Work, keys: OfficeKeys, desk: int) -> ForkFound:
    """What a person has to know before deciding; nothing changes. Raises Mistake: no-such-desk, no-fork."""
    if work.desks.get(desk) is None:
        raise Mistake("no-such-desk", desk=str(desk))
    forked = undecided(work, keys, desk)
    if not forked:
        raise Mistake("no-fork", desk=str(desk))
    newest = forked[-1]
    after = common_with(work, newest)
    lines = [one.line for one in read_lines(newest.bundle, after + 1).lines]
    row = work.bundles.get(newest.bundle.document)
    told = next((line for line in reversed(lines) if line.kind == "restored"), None)
    held = work.branches.live_after(desk, after)
    return ForkFound(
        desk=desk,
        after=after,
        seq=newest.bundle.manifest.seq,
        received_on=row.received_at[:10] if row else "",
        epoch=int(told.figures["epoch"]) if told else 0,
        copy_of=str(told.figures["backup_date"]) if told else "",
        lacks=lost_lines(held),
        brings=dict(sorted(Counter(line.kind for line in lines).items())),
        bundles=len(forked),
        theirs=grouped(line for line in lines if line.kind not in OWN_BUSINESS),
        held_copy_of="" if told else _copy_of(held),
    )


def settle(work: Work, keys: OfficeKeys, desk: int, choice: Choice) -> tuple[int, Opened]:
    """End the desk's fork as a person chose. Gives how many lines were set aside, and the bundle decided about.

    Raises Mistake: no-such-desk, no-fork, fork-elsewhere, fork-laid-aside (it goes on from lines that were set aside
    before); where histories agree nothing can be set aside."""
    found = look(work, keys, desk)
    if choice.after != found.after:
        raise Mistake("fork-elsewhere", desk=str(desk), after=str(found.after))
    *others, newest = undecided(work, keys, desk)
    if choice.keep:
        return sum(_lay_aside(work, opened, choice) for opened in (newest, *reversed(others))), newest
    if not begins_here(work, newest):
        raise Mistake("fork-laid-aside", desk=str(desk))
    fork = work.branches.open(_decided(desk, choice.after, choice))
    aside = work.branches.move_live(fork)
    return aside + sum(_take(work, opened, keys, choice) for opened in (newest, *reversed(others))), newest


def _copy_of(held: Iterable[KnownLine]) -> str:
    """The day of the copy of which these lines say that their desk was put back from it; empty where none does."""
    said = ""
    for known in held:
        with suppress(BadLine):
            line = read_line(known.line)
            said = str(line.figures["backup_date"]) if line.kind == "restored" else said
    return said


def _take(work: Work, opened: Opened, keys: OfficeKeys, choice: Choice) -> int:
    """Take a bundle whose history is followed now; one of still another history is laid aside."""
    document = opened.bundle.document
    sealed = dict(work.bundles.kept(opened.desk.number, "forked"))[document]
    again = open_file(sealed, keys, work)
    if again.judgement.verdict == "forked":
        return _lay_aside(work, again, choice)
    row = work.bundles.get(document)
    importer.take(work, again.bundle, again.judgement, row.received_at if row else "")
    return 0


def _lay_aside(work: Work, opened: Opened, choice: Choice) -> int:
    """Keep the lines of a history that is not followed, as far as we do not have them; how many those are."""
    bundle, desk = opened.bundle, opened.desk.number
    held = max((shared_upto(work, fork, opened) for fork in work.branches.of_desk(desk)), default=0)
    first = max(held, common_with(work, opened), bundle.manifest.basis) + 1
    new = [line for line in bundle.lines if line.position >= first]
    if new:
        fork = work.branches.open(_decided(desk, first - 1, choice))
        read = read_lines(bundle, first)
        known = {one.position: one.line for one in read.lines}
        rows = (_row(fork, (one.position, one.digest, one.raw), known.get(one.position)) for one in new)
        work.branches.lay_aside(rows)
        work.branches.keep_parts(fork, ((part.position, part.salt, part.part) for part in read.shared.values()))
    work.bundles.decide(bundle.document, "already-accepted", 0, len(new))
    work.bundles.drop_file(bundle.document)
    return len(new)


def _decided(desk: int, common: int, choice: Choice) -> SettledFork:
    return SettledFork(desk, 0, common, choice.on, choice.reason, choice.by)


def _row(fork: SettledFork, held: tuple[int, bytes, bytes], line: Line | None) -> LineRow:
    position, digest, raw = held
    letter = line is not None and line.kind == "letter-prepared"
    return LineRow(
        desk=fork.desk,
        branch=fork.branch,
        position=position,
        digest=digest,
        line=raw,
        kind=line.kind if line else "",
        day=line.on if line else "",
        subject=line.subject if line else "",
        version=line.version if line else 0,
        letter=line.figures["letter"] if line and letter else None,
        serial=line.figures.get("serial") if line and letter else None,
        state="aside",
        reason=FORKED,
    )
