"""setup, user add, status, backup, check."""

import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from common.terminal import TROUBLE
from common.units import Unit, UnitTable
from common.words import desk_keys
from common.words import district as words
from common.words.labels import EVENT_WORDS
from district import books, upkeep
from district.answers import Answered, answered_of
from district.cli.group import FILE, command, main, told
from district.cli.line import Line, read_secret
from district.cli.questions import check_set
from district.groups import SMALLEST_GROUP
from district.house import District, make_district, read_units
from district.keyring import Cost
from district.living import living_unit
from district.store.desks import DeskRow
from district.store.office import OfficeFacts
from district.store.store import Work
from district.trouble import Mistake
from district.users import ADMINISTRATOR, ROLES, Newcomer
from district.web.asking import USUAL
from exchange.token import LONGEST_HOST, is_host

GROUP = click.IntRange(SMALLEST_GROUP, 1000)


@command("setup", "Lập nơi nhận mới: mã đơn vị, tên miền của trang góp ý, người dùng đầu tiên.")
@click.option("--unit", required=True, help="Mã tỉnh, hai chữ số (trước 01/07/2025: mã huyện, ba chữ số).")
@click.option("--host", required=True, help="Tên miền in trong mã trên thư, dài nhất 40 ký tự.")
@click.option("--phone", default="", help="Điện thoại hiện trên trang góp ý.")
@click.option("--smallest-group", type=GROUP, default=SMALLEST_GROUP, show_default=True, help="Đợt góp ý nhỏ nhất.")
@click.option("--questions", default=USUAL, show_default=True, help="Bộ câu hỏi của trang góp ý.")
def setup(line: Line, unit: str, host: str, phone: str, **settled: Any) -> None:
    """The first user comes from --user and the password; a --now makes an office for practice."""
    name, password = line.login()
    world = line.world()
    check_host(host)
    check_set(settled["questions"])
    office = office_unit(read_units(), unit, world.today())
    facts = OfficeFacts(unit, host.lower(), phone, world.today().isoformat(), bool(line.now), **settled)
    newcomer = Newcomer(name, ADMINISTRATOR, password)
    make_district((line.folder, None), world, facts, newcomer, Cost()).close()
    value = {"unit": unit, "unit_name": office.full_name, "host": facts.host, "folder": str(line.data)}
    line.say({**value, "practice": facts.practice}, [words.office_made(office.full_name, facts.practice)])


def check_host(host: str) -> None:
    """Pass over a host that fits the code on a letter; raises Mistake."""
    if len(host) > LONGEST_HOST:
        raise Mistake("host-too-long", length=str(len(host)))
    if not is_host(host):
        raise Mistake("not-a-host", host=host)


def office_unit(units: UnitTable, code: str, on: date) -> Unit:
    """The province, or before 01/07/2025 the district, of that code on that day; raises Mistake."""
    unit = living_unit(units, code, on)
    if unit.level == "commune":
        raise Mistake("not-an-office", unit=unit.official)
    return unit


@main.group("user", help="Người dùng của nơi nhận.")
def user() -> None:
    """Who may log in."""


@user.command("add", help="Thêm người dùng; mật khẩu lấy từ DISTRICT_NEW_PASSWORD hoặc tệp, nếu không thì máy đặt.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="Vai: cán bộ, lãnh đạo, kiểm tra, quản trị.")
@click.option("--new-password-file", type=FILE, default=None, help="Tệp chứa mật khẩu của người mới.")
@click.pass_obj
@told
def user_add(line: Line, name: str, role: str, new_password_file: Path | None) -> None:
    """A password that the machine made is told once."""
    given = read_secret(new_password_file) if new_password_file else os.environ.get("DISTRICT_NEW_PASSWORD", "")
    password = given or secrets.token_urlsafe(9)
    with line.member("user") as (district, member):
        district.users.add(Newcomer(name, role, password), (member, line.login()[1]), Cost())
    told_password = "" if given else password
    value = {"user": name, "role": role} | ({"password": password} if told_password else {})
    line.say(value, [words.user_added(name, role, told_password)])


@command("status", "Nơi nhận, các quầy và góp ý đang ở đâu.")
def status(line: Line) -> None:
    """Counts only; no name of a citizen."""
    with line.member("status") as (district, member), district.store.reading() as work:
        office = district.unit_on_day(district.facts.unit).full_name
        facts = district.facts
        rows = [_desk_row(district, work, desk) for desk in work.desks.all()]
        found = books.clashes(work)
        told_clashes = [_clash_sentence(district, work, one) for one in found]
        opener = member.secrets.keys if member.secrets else None
        answered = answered_of(work, district.public, work.desks.all(), district.world.now(), opener)
        value = {"unit": facts.unit, "unit_name": office, "host": facts.host, "practice": facts.practice}
    sentences = [words.office_line(office, facts.host, facts.practice), *(_desk_sentence(row) for row in rows)]
    value |= {"desks": rows, "clashes": [asdict(one) for one in found], "ratings": answered.to_json()}
    line.say(value, [*sentences, *told_clashes, _answers_sentence(answered)])


def _desk_row(district: District, work: Work, desk: DeskRow) -> dict[str, object]:
    bundles = work.bundles.of_desk(desk.number)
    newest = work.receipts.newest(desk.number)
    return {
        "desk": desk.number,
        "unit": desk.unit,
        "unit_name": district.unit_on_day(desk.unit).full_name,
        "label": desk.label,
        "state": desk.state,
        "profile": desk.profile,
        "head": work.lines.head(desk.number),
        "set_aside": len(work.lines.aside(desk.number)) + sum(_beyond(work, desk.number)),
        "waiting": sum(bundle.verdict == "waiting" for bundle in bundles),
        "forked": sum(bundle.verdict == "forked" for bundle in bundles),
        "last_period": max((bundle.period for bundle in bundles if bundle.verdict == "accepted"), default=""),
        "last_receipt": newest.number if newest else 0,
    }


def _beyond(work: Work, desk: int) -> list[int]:
    """How many lines each history holds that was set aside at a fork."""
    return [len(work.branches.lines(fork)) for fork in work.branches.of_desk(desk)]


def _desk_sentence(row: dict[str, object]) -> str:
    head, aside, waiting, forked = (int(str(row[name])) for name in ("head", "set_aside", "waiting", "forked"))
    held = (head, aside, waiting, forked)
    return words.desk_line(int(str(row["desk"])), str(row["unit_name"]), str(row["state"]), held)


def _clash_sentence(district: District, work: Work, found: books.Clash) -> str:
    first = work.desks.get(found.desks[0])
    unit = district.unit_on_day(first.unit).official if first else ""
    return desk_keys.clash(found.desks, EVENT_WORDS[found.event].lower(), unit)


def _answers_sentence(answered: Answered) -> str:
    return words.answers_line(answered.to_json())


@command("backup", "Chép toàn bộ nơi nhận vào một thư mục trống, rồi đọc lại bản chép.")
@click.argument("folder", type=FILE)
def backup(line: Line, folder: Path) -> None:
    """The keys travel sealed under the passwords."""
    with line.member("backup") as (district, _):
        names = upkeep.backup(district, folder)
    line.say({"folder": str(folder), "files": list(names)}, [words.copied(folder.name, names)])


@command("check", "Kiểm tra từng dòng đã nhận, không cần đăng nhập.")
def check(line: Line) -> None:
    """Status 1 when anything is not as it came."""
    with line.office() as district:
        found = upkeep.flaws(district)
        with district.store.reading() as work:
            heads = [work.lines.head(desk.number) for desk in work.desks.all()]
    value = {"desks": len(heads), "lines": sum(heads), "flaws": [{"code": f.code, "place": f.place} for f in found]}
    line.say(value, _flaw_sentences(found) or [words.checked(len(heads), sum(heads))])
    if found:
        raise SystemExit(TROUBLE)


def _flaw_sentences(found: Sequence[upkeep.Flaw]) -> list[str]:
    return [words.trouble(flaw.code, {"place": flaw.place, "file": flaw.place}) for flaw in found]
