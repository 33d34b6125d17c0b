"""import and release: files of desks come in, receipts go out; lines set aside are read again."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from common.terminal import TROUBLE
from common.words import district as words
from common.words import taking_in
from district import releasing
from district.cards import LARGEST_CARD
from district.cli.group import FILE, command
from district.cli.line import Line
from district.decisions import Counted, Decision, counted, sentence
from district.inbox import LAST, peek
from district.paths import make_folder
from district.receipts import Handed
from district.tabletop import file_name, refused
from district.tray import Trays
from district.trouble import Mistake
from exchange.files import write_beside
from exchange.seal import LARGEST_FILE

WELCOME = ("accepted", "already-accepted", "waiting")
UNREADABLE = "unreadable"
_HEAD = 64
"""Bytes by which a bundle is told from a film."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file named on the line or found in a folder that was named; `raw` where it does not lie on disk (it was
    shelved). `decision` is None as long as nobody could read it."""

    path: Path
    found: bool = False
    raw: bytes | None = None
    decision: Decision | None = None

    def read(self) -> bytes | None:
        """Its bytes, cut one beyond what a file of the exchange may have; None where it cannot be read."""
        if self.raw is not None:
            return self.raw
        try:
            if not self.path.is_file():  # a pipe on a stick would keep us waiting for ever
                return None
            if self.path.stat().st_size > LARGEST_FILE:
                return bytes(LARGEST_FILE + 1)  # too large whatever is in it: a stick may hold films
            with self.path.open("rb") as file:
                head = file.read(_HEAD)
                known = refused(head)
                # What does not even begin as a bundle need not be read beyond the length of a card.
                return head + file.read(LARGEST_CARD if known and known.pile == "none" else LARGEST_FILE)
        except OSError:
            return None


@command("import", "Nhận gói của các quầy; mỗi tệp một câu. --dry-run chỉ xem trước.")
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="TỆP…")
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ ra sao, không ghi gì.")
@click.option("--receipts", type=FILE, default=None, help="Thư mục để ghi biên nhận.")
def import_files(line: Line, paths: tuple[Path, ...], dry_run: bool, receipts: Path | None) -> None:
    """Status 0 when every file is held now or waits for one that is missing, else 1; what lies in a folder and is no
    bundle does not count."""
    with line.member("import") as (district, member):
        sitting = district.sitting(member)
        trays, today = Trays(sitting), district.world.today()
        shelf = [Incoming(Path(file.name), raw=raw) for file, raw in trays.readable_again()]
        files = [*_files(paths), *shelf]
        if not files:
            raise Mistake("nothing-to-import")
        decided = _previewed(trays, files) if dry_run else _received(trays, files, _progress(line, len(files)))
        if not dry_run:
            district.recount()  # now, so that the chart need not
        readable = sum(desk.readable for desk in releasing.look(sitting))
        if receipts is not None and not dry_run:
            _write_receipts((one.decision.receipt for one in decided if one.decision), receipts)
    line.say([_row(one, today) for one in decided], _told(decided, today, readable, dry_run))
    if any(_is_trouble(one) for one in decided):
        raise SystemExit(TROUBLE)


@command("release", "Đọc lại các dòng để riêng; dòng nào nay đọc được thì tính từ giờ, biên nhận báo cho xã.")
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ ra sao, không ghi gì.")
@click.option("--receipts", type=FILE, default=None, help="Thư mục để ghi biên nhận cho xã.")
def release(line: Line, dry_run: bool, receipts: Path | None) -> None:
    """After an upgrade, or when somebody asks: lines are set aside again and again until a program reads them."""
    with line.member("import") as (district, member):
        waiting = releasing.look(district.sitting(member))
        names = {one.desk: district.unit_on_day(one.unit).full_name for one in waiting}
        if dry_run:
            lines = {one.desk: one.readable for one in waiting if one.readable}
            done = releasing.Released(lines, sum(one.lines - one.readable for one in waiting), ())
            head = taking_in.aside(sum(one.lines for one in waiting), sum(lines.values()))
        else:
            done = releasing.release(district.sitting(member))
            head = taking_in.released(sum(done.lines.values()), len(done.lines), done.left)
        if receipts is not None and done.receipts:
            _write_receipts((handed for _, handed in done.receipts), receipts)
    told = [taking_in.desk_released(desk, names[desk], count) for desk, count in done.lines.items()]
    given = [handed.name for _, handed in done.receipts]
    line.say({"released": dict(done.lines), "left": done.left, "receipts": given}, [head, *told])


def _files(paths: Iterable[Path]) -> Iterator[Incoming]:
    """The files named, and those of the folders named; links are not followed out of a folder."""
    for path in paths:
        if not path.is_dir():
            yield Incoming(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            inside = (Path(folder) / name for name in sorted(names))
            yield from (Incoming(one, found=True) for one in inside if not one.is_symlink())


def _in_order(trays: Trays, files: Sequence[Incoming]) -> list[int]:
    """The places of the files by desk and as its history goes on."""
    if len(files) == 1:
        return [0]
    places = [_place(trays, one.read()) for one in files]
    return sorted(range(len(files)), key=lambda number: (places[number], number))


def _place(trays: Trays, raw: bytes | None) -> tuple[int, int, int, int]:
    told = None if raw is None or refused(raw) else peek(raw, trays.sitting.keys)
    return told.place if told else LAST


def _known(trays: Trays, one: Incoming) -> Incoming:
    raw = one.read()
    return one if raw is None else replace(one, decision=trays.known(file_name(one.path.name), raw))


def _previewed(trays: Trays, files: Sequence[Incoming]) -> list[Incoming]:
    decided = [_known(trays, one) for one in files]
    order = [number for number in _in_order(trays, files) if not decided[number].decision and files[number].read()]
    tried = trays.sitting.preview(files[number].read() or b"" for number in order)
    for number, decision in zip(order, tried, strict=True):
        decided[number] = replace(files[number], decision=decision)
    return decided


def _received(trays: Trays, files: Sequence[Incoming], step: Callable[[int], None]) -> list[Incoming]:
    decided = [_known(trays, one) for one in files]
    for done, number in enumerate(_in_order(trays, files), 1):
        raw = None if decided[number].decision else files[number].read()
        if raw is not None:
            name = file_name(files[number].path.name)
            decided[number] = replace(files[number], decision=trays.receive(name, raw))
        step(done)
    healed = iter(trays.sitting.heal([one.decision for one in decided if one.decision]))
    return [replace(one, decision=next(healed)) if one.decision else one for one in decided]


def _progress(line: Line, files: int) -> Callable[[int], None]:
    """Told on standard error to people who watch; to a file or a program nothing."""
    watched = not line.as_json and files > 1 and sys.stderr.isatty()

    def step(done: int) -> None:
        if watched:
            click.echo(f"\r{taking_in.progress(done, files)}", err=True, nl=done == files)

    return step


def _write_receipts(handed: Iterable[Handed | None], folder: Path) -> None:
    """Everything is in the database by now; a receipt that cannot be written is made again by the next import."""
    make_folder(folder)
    for receipt in handed:
        if receipt is not None:
            write_beside(folder / receipt.name, receipt.raw)


def _row(one: Incoming, today: date) -> Mapping[str, object]:
    decision = one.decision
    if decision is None:
        told = words.trouble("file-unreadable", {"file": one.path.name})
        return {"file": str(one.path), "verdict": UNREADABLE, "sentence": told, "applied": 0, "set_aside": 0}
    return {
        "file": str(one.path),
        "verdict": decision.verdict,
        "sentence": sentence(decision, today),
        "applied": decision.applied,
        "set_aside": decision.set_aside,
    }


def _is_trouble(one: Incoming) -> bool:
    if one.decision is None:
        return True
    return one.decision.verdict not in WELCOME and not (one.found and one.decision.pile == "none")


def _told(decided: Sequence[Incoming], today: date, readable: int, dry_run: bool) -> list[str]:
    """A sentence for each file but those of a folder that are no bundles, and the piles, which add up."""
    shown = [one for one in decided if one.decision is None or not (one.found and one.decision.pile == "none")]
    told = [words.file_says(file_name(one.path.name), str(_row(one, today)["sentence"])) for one in shown]
    if len(decided) > 1:
        count = _counted(decided)
        told.append(taking_in.pile_line(count.piles.items()))
        told.append(taking_in.records(count.records, count.corrected, count.kept_back, done=not dry_run))
    return [*told, *([taking_in.release_waits(readable)] if readable else [])]


def _counted(decided: Sequence[Incoming]) -> Counted:
    count = counted(one.decision for one in decided if one.decision)
    unread = sum(one.decision is None for one in decided)
    return replace(count, piles={**count.piles, "person": count.piles["person"] + unread})
