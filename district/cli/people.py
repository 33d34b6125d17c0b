"""user list, role, password, remove; journal: who sits here and who did what."""

import os
import secrets
from pathlib import Path

import click

from common.table_file import csv_table
from common.words import office_people as words
from district import deeds
from district.cli.group import FILE, command, told
from district.cli.line import Line, read_secret
from district.cli.office import user
from district.keyring import Cost
from district.users import KEY_HOLDERS, ROLES, Changed, NotLetIn
from exchange.files import write_beside

LINES = click.IntRange(1, 100_000)


@user.command("list", help="Ai vào được, với vai gì.")
@click.pass_obj
@told
def user_list(line: Line) -> None:
    """Names and roles; no password is ever kept as it was typed."""
    with line.member("user") as (district, _), district.store.reading() as work:
        people = work.office.users()
    value = [{"user": one.name, "role": one.role, "since": one.made_on} for one in people]
    line.say(value, [words.listed(one.name, one.role, one.made_on) for one in people])


@user.command("role", help="Đổi vai của một người; người ấy phải đăng nhập lại.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="Vai mới.")
@click.option("--new-password-file", type=FILE, default=None, help="Tệp chứa mật khẩu mới, cần khi vai mới giữ khóa.")
@click.pass_obj
@told
def user_role(line: Line, name: str, role: str, new_password_file: Path | None) -> None:
    """A role that begins to hold keys needs a new password: only a password that is typed can open them."""
    given = read_secret(new_password_file) if new_password_file else os.environ.get("DISTRICT_NEW_PASSWORD", "")
    with line.member("user") as (district, member):
        before = _role_of(district.users.everyone(), name)
        made = secrets.token_urlsafe(9) if not given and role in KEY_HOLDERS and before not in KEY_HOLDERS else ""
        district.users.change(Changed(name, role, given or made), (member, line.login()[1]), Cost())
    line.say({"user": name, "role": role} | _password(made), [words.changed(name, role, made)])


@user.command("password", help="Đặt mật khẩu mới cho một người; người ấy phải đăng nhập lại.")
@click.argument("name")
@click.option("--new-password-file", type=FILE, default=None, help="Tệp chứa mật khẩu mới.")
@click.pass_obj
@told
def user_password(line: Line, name: str, new_password_file: Path | None) -> None:
    """A password that the machine made is told once."""
    given = read_secret(new_password_file) if new_password_file else os.environ.get("DISTRICT_NEW_PASSWORD", "")
    made = "" if given else secrets.token_urlsafe(9)
    with line.member("user") as (district, member):
        role = _role_of(district.users.everyone(), name)
        district.users.change(Changed(name, role, given or made), (member, line.login()[1]), Cost())
    line.say({"user": name, "role": role} | _password(made), [words.changed(name, role, made)])


@user.command("remove", help="Cho một người thôi; việc đã làm vẫn còn trong nhật ký.")
@click.argument("name")
@click.pass_obj
@told
def user_remove(line: Line, name: str) -> None:
    """Never the last administrator."""
    with line.member("user") as (district, member):
        district.users.remove(name, (member, line.login()[1]))
    line.say({"user": name, "removed": True}, [words.removed(name)])


@command("journal", "Nhật ký của nơi nhận: ai đã làm gì, đã xem gì.")
@click.option("--by", default="", help="Chỉ việc của người này.")
@click.option("--act", default="", help="Chỉ một loại việc, theo tên trong cột act của --json.")
@click.option("--from", "first", default="", help="Từ ngày, ví dụ 2026-11-01.")
@click.option("--to", "last", default="", help="Đến hết ngày.")
@click.option("--limit", type=LINES, default=200, show_default=True, help="Nhiều nhất bao nhiêu dòng, mới nhất trước.")
@click.option("--out", type=FILE, default=None, help="Ghi ra tệp CSV.")
def journal(line: Line, by: str, act: str, limit: int, **asked: str | Path | None) -> None:
    """No name of a citizen stands in it."""
    out = asked["out"]
    if isinstance(out, Path):
        line.target(out)
    with line.member("journal") as (district, _), district.store.reading() as work:
        wanted = deeds.asked_for(by, act, (str(asked["first"]), str(asked["last"])))
        acts = work.office.acts(limit, wanted)
    if isinstance(out, Path):
        write_beside(out, csv_table(deeds.rows(deeds.told(acts))))
    value = [{"at": one.at, "user": one.user, "act": one.act, "subject": one.subject} for one in acts]
    told_lines = deeds.told(acts)
    line.say(value, [words.line(one.at, one.user, one.act, one.subject) for one in told_lines])


def _role_of(people: dict[str, str], name: str) -> str:
    if name not in people:
        raise NotLetIn("no-such-user", name=name)
    return people[name]


def _password(made: str) -> dict[str, str]:
    return {"password": made} if made else {}
