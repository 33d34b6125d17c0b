"""backup, copies, restore: copies of the register, and one of them put in use again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from common.words import copies_said as words
from common.words import said
from common.words.troubles import sentence
from desk_app.cli.group import command
from desk_app.cli.terminal import Line, read_secret
from desk_app.house import look_at_copy, take_back
from desk_app.services.privacy_knocks import knocked
from desk_app.services.restoring import Asked
from desk_app.services.restoring import restore as restore_copy
from desk_app.services.taking_back import (
    OTHER_BRANCH,
    Done,
    Ground,
    Inside,
    Key,
    Opened,
    Prospect,
    copies_at_hand,
    open_each,
    put_aside,
)
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)
MISTAKE = 2


@command("backup", "Chép một bản sao lưu đã mở lại và đếm.")
@click.argument("folder", type=FILE)
def backup(line: Line, folder: Path) -> None:
    """The copy is encrypted and carries only the recovery wrap."""
    with line.desk() as desk:
        copied = desk.care.backup(folder)
    value = {"file": str(copied.path), "registrations": copied.registrations, "letters": copied.letters}
    line.say(value, [said.copied(copied.path.name, copied.registrations, copied.letters)])


@command("copies", "Liệt kê các bản sao lưu: lúc ghi, số bản ghi, số thư, thư cuối.")
@click.option("--in", "places", type=FILE, multiple=True, help="Xem thêm thư mục này, trên USB chẳng hạn.")
@click.option("--recovery-file", type=FILE, default=None, help="Tệp chứa mã cứu hộ (hoặc DESK_RECOVERY).")
def copies(line: Line, places: tuple[Path, ...], recovery_file: Path | None) -> None:
    """Each one is opened; the register itself is not, so that this works while it is damaged or in use."""
    ground, key = _ground(line), _key(line, recovery_file)
    with knocked(line.data, line.world().moment(), key.user):
        found = tuple(open_each(ground, key, copies_at_hand(line.data, places, ground.now())))
        aside = tuple(open_each(ground, key, put_aside(line.data)))
    value = {"copies": [_copy_row(one) for one in found], "aside": [_copy_row(one) for one in aside]}
    sentences = [_copy_line(one) for one in found] or [words.NO_COPIES]
    line.say(value, [*sentences, *([words.ASIDE, *map(_copy_line, aside)] if aside else [])])


@command("restore", "Dựng lại sổ từ một bản sao lưu: vào một thư mục trống, hoặc thay cho sổ đang dùng.")
@click.argument("copy", type=FILE)
@click.option("--into", type=FILE, default=None, help="Thư mục trống để dựng lại sổ.")
@click.option("--in-place", is_flag=True, help="Thay cho sổ đang dùng; sổ ấy được cất sang bên, còn nguyên.")
@click.option("--yes", is_flag=True, help="Đã xem phần chênh và đồng ý thay (đi với --in-place).")
@click.option("--recovery-file", type=FILE, default=None, help="Tệp chứa mã cứu hộ (hoặc DESK_RECOVERY).")
def restore(line: Line, copy: Path, into: Path | None, **wished: Any) -> None:
    """With the register still on this PC the password is enough; else the recovery code is asked."""
    if bool(into) == wished["in_place"]:
        raise Mistake("restore-where")
    key = _key(line, wished["recovery_file"])
    if into:
        _into(line, Asked(copy, into, key.user, key.password, key.recovery, line.data))
    else:
        _in_place(line, copy, key, wished["yes"])


def _into(line: Line, asked: Asked) -> None:
    world = line.world()
    with knocked(line.data, world.moment(), asked.user):
        done = restore_copy(asked, world.now, world.random)
    value = {"registrations": done.registrations, "letters": done.letters, "epoch": done.epoch}
    line.say({**value, "position": done.position}, [said.put_back(done.registrations, done.letters, done.position)])


def _in_place(line: Line, copy: Path, key: Key, agreed: bool) -> None:
    """Without --yes nothing is asked and nothing is done: what would be missing is told, with status 2."""
    world = line.world()
    seen = look_at_copy(line.data, world, copy, key, _on)
    value, sentences = _prospect_row(seen), _prospect_lines(seen)
    if not agreed:
        why = seen.refusal
        line.say(
            {**value, "taken_back": False}, [*sentences, sentence(why.code, why.details) if why else words.TO_GO_ON]
        )
        raise SystemExit(MISTAKE)
    done = take_back(line.data, world, copy, key, _on)
    line.say({**value, "taken_back": True, **_done_row(done)}, [*sentences, *_done_lines(done)])


def _on(done: int, total: int) -> None:
    """A command is stopped by Ctrl+C, not between its steps."""


def _ground(line: Line) -> Ground:
    world = line.world()
    return Ground(line.data, world.now, world.random)


def _key(line: Line, recovery_file: Path | None) -> Key:
    code = read_secret(recovery_file) if recovery_file else os.environ.get("DESK_RECOVERY", "")
    login = line.login()
    return Key(login.user, login.password, code.strip())


def _inside_row(inside: Inside | None) -> Mapping[str, object] | None:
    if inside is None:
        return None
    last = inside.last_day.isoformat() if inside.last_day else ""
    return {
        "registrations": inside.registrations,
        "letters": inside.letters,
        "last_registration": {"on": last, "number": inside.last_number},
        "last_letter": inside.last_letter,
    }


def _inside_words(inside: Inside) -> str:
    return words.counted(inside.registrations, inside.letters, inside.last_letter)


def _copy_row(one: Opened) -> Mapping[str, object]:
    told = _inside_row(one.inside) or {"trouble": one.trouble}
    return {"file": str(one.copy.path), "made_at": one.copy.made_at.isoformat(), **told}


def _copy_line(one: Opened) -> str:
    told = _inside_words(one.inside) if one.inside else sentence(one.trouble, {"file": one.copy.path.name})
    return words.copy_line(one.copy.made_at, told, str(one.copy.path))


def _prospect_row(seen: Prospect) -> Mapping[str, object]:
    sides = {"copy": _inside_row(seen.copy), "ours": _inside_row(seen.ours)}
    refusal = seen.refusal.code if seen.refusal else ""
    return {**sides, "trouble": seen.trouble, "missing": dict(seen.missing), "refusal": refusal}


def _prospect_lines(seen: Prospect) -> Iterable[str]:
    yield words.copy_side(seen.copy.made_at, _inside_words(seen.copy))
    if seen.ours is None:
        yield words.ours_closed(sentence(seen.trouble))
        return
    yield words.our_side(_inside_words(seen.ours))
    if seen.trouble == OTHER_BRANCH:
        yield words.OTHER_BRANCH
    yield words.lacking(dict(seen.missing))


def _done_row(done: Done) -> Mapping[str, object]:
    counted = {"registrations": done.registrations, "letters": done.letters, "epoch": done.epoch}
    return {**counted, "position": done.position, "aside": str(done.aside) if done.aside else None}


def _done_lines(done: Done) -> Iterable[str]:
    yield words.taken_back(done.registrations, done.letters, done.epoch)
    if done.aside:
        yield words.lies_aside(str(done.aside))
    yield words.ASK_RECEIPT
