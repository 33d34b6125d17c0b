"""fork, settle, receipt: a desk that was put back from an older copy, and what a person decides about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from common.words import district as words
from district.cli.group import DESK, FILE, command
from district.cli.line import Line
from district.forks import ForkFound
from district.house import District
from district.paths import make_folder
from district.receipts import Handed
from district.store.branches import SettledFork
from district.store.store import Work
from district.trouble import Mistake
from exchange.files import write_beside


@command("fork", "Xem lịch sử rẽ nhánh của một quầy: sổ của xã còn thiếu gì. Chỉ xem, không đổi gì.")
@click.argument("desk", type=DESK)
def fork(line: Line, desk: int) -> None:
    """Figures only. What was set aside earlier stands below."""
    with line.member("import") as (district, member):
        with district.store.reading() as work:
            settled = [(one, len(work.branches.lines(one))) for one in work.branches.of_desk(desk)]
            unit = _unit(district, work, desk)
        found = _found(lambda: district.sitting(member).look_at_fork(desk))
    told = list(_told(found, unit)) if found else [words.no_fork(desk)]
    told += [words.fork_settled(one.common, n, (one.settled_on, one.settled_by, one.reason)) for one, n in settled]
    value = {"desk": desk, "forked": found is not None, **(_value(found) if found else {})}
    line.say({**value, "settled": [_settled(one, n) for one, n in settled]}, told)


@command("settle", "Gỡ lịch sử rẽ nhánh, sau khi đã gọi xã: các dòng sau dòng chung cuối được để riêng.")
@click.argument("desk", type=DESK)
@click.option("--after", type=DESK, required=True, help="Dòng chung cuối, ghi trong biên nhận và ở lệnh fork.")
@click.option("--reason", required=True, help="Lý do; giữ lại và gửi kèm biên nhận cho xã.")
@click.option("--keep", is_flag=True, help="Giữ những gì đã nhận; phần khác của quầy để riêng.")
@click.option("--receipts", type=FILE, default=None, help="Thư mục để ghi biên nhận cho xã.")
def settle(line: Line, desk: int, after: int, receipts: Path | None, **wish: Any) -> None:
    """Only after talking with the commune: its desk enters again what was set aside."""
    reason, keep = wish["reason"], wish["keep"]
    with line.member("import") as (district, member):
        done = district.sitting(member).settle(desk, after, reason, keep)
        file = _write(line, receipts, done.receipt) if receipts else ""
    told = [
        words.settled(desk, after, done.aside, keep=keep),
        *([words.receipt_again(Path(file).name)] if file else []),
    ]
    line.say({"desk": desk, "after": after, "set_aside": done.aside, "keep": keep, "receipt": file}, told)


@command("receipt", "Ghi lại biên nhận mới nhất của một quầy, khi xã vừa khôi phục sổ hoặc đánh mất tệp.")
@click.argument("desk", type=DESK)
@click.option("--out", type=FILE, required=True, help="Thư mục để ghi biên nhận.")
def receipt(line: Line, desk: int, out: Path) -> None:
    """The very file that was handed over before."""
    with line.member("import") as (district, member):
        handed = district.sitting(member).newest_receipt(desk)
        file = _write(line, out, handed)
    line.say({"desk": desk, "file": file}, [words.receipt_again(handed.name)])


def _write(line: Line, folder: Path, handed: Handed) -> str:
    make_folder(line.target(folder))
    write_beside(folder / handed.name, handed.raw)
    return str(folder / handed.name)


def _unit(district: District, work: Work, desk: int) -> str:
    known = work.desks.get(desk)
    if known is None:
        raise Mistake("no-such-desk", desk=str(desk))
    return district.unit_on_day(known.unit).full_name


def _found(look: Callable[[], ForkFound]) -> ForkFound | None:
    try:
        return look()
    except Mistake as mistake:
        if mistake.code == "no-fork":
            return None
        raise


def _told(found: ForkFound, unit: str) -> Iterator[str]:
    yield words.fork_found(unit, (found.desk, found.after, len(found.lacks)), found.copy_of, found.held_copy_of)
    for row in found.ours:
        yield words.fork_line(row.kind, row.event, (row.first, row.last), row.n)
    if found.serials:
        yield words.fork_serials(found.serials)
    before = bool(found.held_copy_of)
    yield words.fork_brings(sum(found.brings.values()), found.seq, found.received_on, before=before)
    yield words.fork_next(found.desk, found.after, before=before)


def _value(found: ForkFound) -> Mapping[str, object]:
    return {
        "after": found.after,
        "seq": found.seq,
        "received_on": found.received_on,
        "epoch": found.epoch,
        "backup_date": found.copy_of,
        "held_backup_date": found.held_copy_of,
        "lacks": [asdict(row) for row in found.ours],
        "serials": list(found.serials),
        "brings": dict(found.brings),
        "bundles": found.bundles,
    }


def _settled(fork: SettledFork, lines: int) -> Mapping[str, object]:
    told = {"after": fork.common, "on": fork.settled_on, "by": fork.settled_by, "reason": fork.reason}
    return {**told, "lines": lines}
