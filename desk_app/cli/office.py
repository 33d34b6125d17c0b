"""setup, user …, set, sign, rate, report."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from common.names import tidy
from common.words import letter_settings as letter_words
from common.words import people as people_words
from common.words import people_handover as handover_words
from common.words import said
from common.words.troubles import ROLES as role_words
from desk_app.cli.group import command, main, told
from desk_app.cli.terminal import Line, read_secret, read_values
from desk_app.feedback.counter import CounterAnswer
from desk_app.house import remove_user, set_up
from desk_app.services.files import write_file
from desk_app.services.hamlets import HamletDesk
from desk_app.services.leaving import Leaving
from desk_app.services.model_reports import form_of
from desk_app.services.setup import Wished

FILE = click.Path(path_type=Path)
ROLES = ("clerk", "leader", "administrator")


@command("setup", "Lập sổ mới cho quầy: mã đơn vị, người ký, điện thoại, tên quyển.")
@click.option("--unit", required=True, help="Mã đơn vị hành chính cấp xã, năm chữ số.")
@click.option("--leader", default="", help="Họ tên người ký thư.")
@click.option("--title", default="Chủ tịch", show_default=True, help="Chức vụ người ký.")
@click.option("--phone", default="", help="Điện thoại của xã in trên thư.")
@click.option("--book", default="", help="Tên quyển sổ đang dùng, ví dụ 01/2026.")
def setup(line: Line, **wished: str) -> None:
    """The recovery code is shown once: write it down, it opens the register when every password is lost."""
    made = set_up(line.data, line.world(), line.login(), Wished(**wished))
    row = {"unit": made.unit.code, "unit_name": made.unit.full_name, "recovery_code": made.recovery_code}
    line.say(
        {**row, "folder": str(line.data)}, [said.register_made(made.unit.full_name), said.recovery(made.recovery_code)]
    )


@main.group("user", help="Người dùng của sổ.")
def user() -> None:
    """Who may open the register."""


@user.command("add", help="Thêm người dùng; mật khẩu lấy từ DESK_NEW_PASSWORD hoặc tệp, nếu không thì máy đặt giúp.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="Vai: công chức, lãnh đạo, quản trị.")
@click.option("--new-password-file", type=FILE, default=None, help="Tệp chứa mật khẩu của người mới.")
@click.pass_obj
@told
def user_add(line: Line, name: str, role: str, new_password_file: Path | None) -> None:
    """A password that the machine made is told once."""
    given = read_secret(new_password_file) if new_password_file else os.environ.get("DESK_NEW_PASSWORD", "")
    password = given or secrets.token_urlsafe(9)
    with line.desk() as desk:
        desk.people.add(name, role, password)
    value = {"user": name, "role": role}
    line.say(value if given else {**value, "password": password}, [said.user_added(name, "" if given else password)])


@user.command("list", help="Ai mở được sổ, với vai trò nào.")
@click.pass_obj
@told
def user_list(line: Line) -> None:
    """Whose password another person knows is marked."""
    with line.desk() as desk:
        waiting, people = desk.people.first_passwords(), desk.people.shown()
    rows = [{"user": one.login, "name": one.name, "role": one.role, "first": one.login in waiting} for one in people]
    line.say({"users": rows}, people_words.listed([(one.login, one.full, one.login in waiting) for one in people]))


@user.command("role", help="Đổi vai của một người, kể từ lần mở sổ tới của người ấy.")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="Vai: công chức, lãnh đạo, quản trị.")
@click.pass_obj
@told
def user_role(line: Line, name: str, role: str) -> None:
    """The last administrator stays one."""
    with line.desk() as desk:
        desk.people.give_role(name, role)
    line.say({"user": name, "role": role}, [people_words.role_given(name, role_words[role])])


@user.command("password", help="Đặt mật khẩu lần đầu cho người quên mật khẩu; máy nói ra một lần.")
@click.argument("name")
@click.pass_obj
@told
def user_password(line: Line, name: str) -> None:
    """The old password opens nothing any more."""
    with line.desk() as desk:
        password = desk.people.reset_password(name)
    line.say({"user": name, "password": password}, [people_words.password_reset(name, password)])


@user.command("drafts", help="Chuyển các bài gõ dở của một người cho người khác.")
@click.argument("name")
@click.option("--to", required=True, help="Người giữ tiếp.")
@click.pass_obj
@told
def user_drafts(line: Line, name: str, to: str) -> None:
    """What was typed stays word for word."""
    with line.desk() as desk:
        count = desk.people.take_drafts(name, to)
    line.say({"user": name, "to": to, "drafts": count}, [people_words.drafts_passed(count, name, to)])


@user.command("remove", help="Người này rời quầy: sổ sang khóa mới, mật khẩu cũ của họ không mở được nữa.")
@click.argument("name")
@click.option("--reason", required=True, help="Vì sao, ví dụ: chuyển công tác.")
@click.option("--heir", default="", help="Người giữ tiếp các bài gõ dở; không ghi thì là người đang làm.")
@click.pass_obj
@told
def user_remove(line: Line, name: str, reason: str, heir: str) -> None:
    """The new recovery code and the first passwords of everybody who remains are told once."""
    leaving = Leaving(tidy(name), reason, heir=tidy(heir))
    done = remove_user(line.data, line.world(), line.login(), leaving)
    row = {"removed": done.login, "recovery_code": done.recovery, "passwords": dict(done.passwords)}
    told_of = [*people_words.removed(done.login, done.copied), said.recovery(done.recovery)]
    line.say({**row, "copied": done.copied}, [*told_of, *people_words.first_passwords(done.passwords)])


@command("handover", "Tờ bàn giao khi một người rời quầy: việc còn mở, bản sao, chìa khóa; A4 để hai bên ký.")
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
@click.option("--of", "giver", default="", help="Người giao; không ghi thì là người đang làm.")
@click.option("--to", "taker", default="", help="Người nhận; không ghi thì để trống cho viết tay.")
def handover_command(line: Line, out: Path, giver: str, taker: str) -> None:
    """Counts only: no citizen's name stands in it."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.handover import handover, handover_paper

    with line.desk() as desk:
        giver = tidy(giver) or desk.seat.user
        told = handover(desk.seat, giver, tidy(taker))
        write_file(line.target(out), handover_paper(desk.seat, giver, tidy(taker)))
    row = {"giver": giver, "taker": tidy(taker), "drafts": told.drafts, "open": dict(told.open)}
    line.say({**row, "kept": dict(told.kept)}, [handover_words.printed(told.giver.name), said.file_written(out.name)])


@command(
    "set",
    "Đổi một thiết lập: phone, name, place, book, officer, officer-title, community, home-word, support, "
    "condolence-code, second-person, letter-numbers, card-numbers, sign-birth…",
)
@click.argument("name")
@click.argument("value")
def set_value(line: Line, name: str, value: str) -> None:
    """Letters prepared earlier keep what they were made with."""
    with line.desk() as desk:
        desk.settings.put(name, value)
    line.say({"set": name, "value": value}, [said.setting_kept(name)])


@command("hamlet", "Thôn, bản này trong thư gọi là gì; để trống thì gọi theo xã.")
@click.argument("name")
@click.argument("word", default="")
def hamlet(line: Line, name: str, word: str) -> None:
    """Letters prepared earlier keep what they were made with."""
    with line.desk() as desk:
        HamletDesk(desk.seat).put(name, word)
        words = [(one.hamlet, one.word) for one in HamletDesk(desk.seat).all() if one.word]
    line.say({"hamlets": dict(words)}, [letter_words.word_kept(tidy(name), tidy(word)), letter_words.listed(words)])


@command("sign", "Từ hôm nay người này ký thư.")
@click.argument("name")
@click.option("--title", default="Chủ tịch", show_default=True, help="Chức vụ, ví dụ Phó Chủ tịch.")
def sign(line: Line, name: str, title: str) -> None:
    """Earlier letters keep their own signatory."""
    with line.desk() as desk:
        desk.settings.sign_from_today(name, title)
    line.say({"signatory": name, "title": title}, [said.signatory_kept(name)])


@command("rate", "Ghi một góp ý nhận tại quầy, bằng phiếu giấy hay điện thoại.")
@click.argument("file", type=FILE)
def rate(line: Line, file: Path) -> None:
    """The file holds channel, score (3 very content … 1 not content), comment, on."""
    values = read_values(file)
    with line.desk() as desk:
        result = desk.voice.take(values)
    if not isinstance(result, CounterAnswer):
        line.refuse(result)
    line.say({"channel": result.channel, "score": result.score, "on": result.on.isoformat()}, [said.answer_kept()])


@command("report", "Báo cáo một kỳ: 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 hoặc TỪ..ĐẾN.")
@click.argument("period")
@click.option("--out", type=FILE, default=None, help="Tệp .pdf hoặc .json để ghi ra.")
def report(line: Line, period: str, out: Path | None) -> None:
    """Every figure is recounted from the journal."""
    with line.desk() as desk:
        figures = desk.reports.report(period)
        if out:
            write_file(line.target(out), desk.yearly.written(desk.yearly.report(period), form_of(out)))
    line.say(figures.to_json(), [*said.report_lines(figures), *([said.file_written(out.name)] if out else [])])
