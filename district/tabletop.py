"""A tray as it is shown: its files, what would become or became of each, and the piles that add up to the files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from common.names import tidy
from common.words.taking_in import NO_NAME
from district.decisions import TWICE, Counted, Decision, counted, from_json
from district.inbox import LAST, Peek
from district.store.trays import OPEN, TAKEN, TAKING, TrayFile, TrayRow
from exchange.seal import check_seal
from exchange.verdicts import Refused

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One file on a tray and what would become or became of it. `before` is the pile that was shown for it, when it
    came to lie in another one."""

    file: TrayFile
    peek: Peek | None
    decision: Decision
    before: str = ""


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
        """How many files lie in another pile than was shown before."""
        return sum(bool(row.before) for row in self.rows)

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


def refused(raw: bytes, twin: bool) -> Decision | None:
    """What is known of a file without a key: the very file lies there already, it is too large, or no bundle."""
    if twin:
        return Decision("already-accepted", detail=TWICE)
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
        before = file.expected if file.expected not in ("", decision.pile) else ""
        rows.append(Row(file, peek_of(file), decision, before))
    return tuple(rows)


def _settled(file: TrayFile) -> Decision:
    known = from_json(file.decision) if file.decision else known_of(file)
    if known is None:
        raise AssertionError("a file that has to be opened was opened")
    return known
