"""A tray as it is shown: its files, what would become or became of each, and the piles that add up to the files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from common.names import tidy
from common.words.taking_in import NO_NAME
from district.decisions import Counted, Decision, counted, from_json
from district.inbox import LAST, Peek
from district.store.trays import OPEN, TAKEN, TAKING, TrayFile, TrayRow
from exchange.seal import check_seal
from exchange.verdicts import Refused

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview showed for one file: its pile, and how many of its lines would come in and would stand aside."""

    pile: str
    applied: int
    set_aside: int

    def to_text(self) -> str:
        """As it is written beside the file."""
        return f"{self.pile} {self.applied} {self.set_aside}"


@dataclass(frozen=True, slots=True)
class Row:
    """One file on a tray and what would become or became of it. `before` is what was shown for it, where it came
    otherwise."""

    file: TrayFile
    peek: Peek | None
    decision: Decision
    before: "Shown | None" = None


@dataclass(frozen=True, slots=True)
class Table:
    """A tray with its rows in the order in which the files were put there."""

    tray: TrayRow
    rows: tuple[Row, ...]

    @property
    def counted(self) -> Counted:
        """The piles and records of all rows."""
        return counted(row.decision for row in self.rows)

    @property
    def moved(self) -> int:
        """How many files came otherwise than was shown before."""
        return sum(row.before is not None for row in self.rows)

    @property
    def is_open(self) -> bool:
        """Whether files may still be put on it."""
        return self.tray.state == OPEN

    @property
    def is_taking(self) -> bool:
        """Whether somebody said "take them in" and it is not done yet."""
        return self.tray.state == TAKING

    @property
    def is_taken(self) -> bool:
        """Whether every file is decided."""
        return self.tray.state == TAKEN


def file_name(name: str) -> str:
    """The bare name of a file as it may be shown: no folders, no control or turning characters, not longer than a
    line."""
    bare = tidy(name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]) or NO_NAME
    return bare if len(bare) <= LONGEST_NAME else f"{bare[: LONGEST_NAME - 1]}…"


def refused(raw: bytes) -> Decision | None:
    """What is known of a file without a key: it is too large, or no bundle."""
    try:
        check_seal(raw)
    except Refused as refusal:
        return Decision(refusal.verdict, detail=refusal.detail)
    return None


def about(peek: Peek | None, known: Decision | None) -> str:
    """What is written beside a file when it is put on a tray."""
    return json.dumps({"peek": asdict(peek) if peek else None, "known": known.to_json() if known else ""})


def peek_of(file: TrayFile) -> Peek | None:
    """What a file on a tray says of itself."""
    told = json.loads(file.about)["peek"]
    return Peek(**told) if told else None


def known_of(file: TrayFile) -> Decision | None:
    """What was known of a file when it was put on the tray; None where it has to be opened."""
    told = json.loads(file.about)["known"]
    return from_json(told) if told else None


def in_order(files: Iterable[TrayFile]) -> list[TrayFile]:
    """Files by desk and as its history goes on, so that it does not matter who brought which first."""
    return sorted(files, key=lambda file: (getattr(peek_of(file), "place", LAST), file.ordinal))


def previewed(files: Sequence[TrayFile], tried: Mapping[int, Decision]) -> tuple[Row, ...]:
    """The rows of a tray that is looked at; `tried` by ordinal, for the files that have to be opened."""
    return tuple(Row(file, peek_of(file), tried.get(file.ordinal) or _settled(file)) for file in files)


def results(files: Iterable[TrayFile], decisions: Iterable[Decision]) -> tuple[Row, ...]:
    """The rows of files that were taken, each beside its decision as it stands now."""
    rows = []
    for file, decision in zip(files, decisions, strict=True):
        before = _shown(file)
        rows.append(Row(file, peek_of(file), decision, None if before == shown(decision) else before))
    return tuple(rows)


def shown(decision: Decision) -> Shown:
    """What a preview shows of a decision."""
    return Shown(decision.pile, decision.applied, decision.set_aside)


def _shown(file: TrayFile) -> Shown | None:
    if not file.expected:
        return None
    pile, applied, aside = file.expected.split(" ")
    return Shown(pile, int(applied), int(aside))


def _settled(file: TrayFile) -> Decision:
    known = from_json(file.decision) if file.decision else known_of(file)
    if known is None:
        raise AssertionError("a file that has to be opened was opened")
    return known
