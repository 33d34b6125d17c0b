"""enrol, revoke, end: who may send."""

from pathlib import Path
from typing import Any

import click

from common.words import desk_keys, verdicts
from common.words import district as words
from district.cli.group import DESK, FILE, command
from district.cli.line import Line
from district.enrolling import Order
from district.house import District
from district.living import commune_under
from district.trouble import Mistake
from exchange.card import read_card
from exchange.files import write_beside
from exchange.verdicts import Refused
from exchange.words import six_words

UNTOLD = "không ghi lý do"
PROFILES = ("figures", "register")


@command("enrol", "Nhận thẻ của một quầy và ghi tệp trao đổi khóa; hoặc xác nhận sáu chữ bằng --confirm.")
@click.argument("card", type=FILE, required=False)
@click.option("--profile", type=click.Choice(PROFILES), default="figures", help="Nhận số liệu, hay cả phần tên.")
@click.option("--out", type=FILE, default=None, help="Tệp hoặc thư mục để ghi tệp KHOA-….mctt.")
@click.option("--unit", default="", help="Mã xã, khi khác mã ghi trên thẻ.")
@click.option("--legal-basis", default="", help="Căn cứ pháp lý, cần khi nhận cả phần tên.")
@click.option("--phone", default="", help="Điện thoại của xã trên trang góp ý.")
@click.option("--hold", is_flag=True, help="Chưa đối chiếu sáu chữ: gói của quầy này để chờ.")
@click.option("--confirm", type=DESK, default=None, metavar="QUẦY", help="Xác nhận sáu chữ của quầy đã nhận.")
@click.option("--drop", type=DESK, default=None, metavar="QUẦY", help="Bỏ lượt chờ sáu chữ của quầy.")
@click.option("--number", type=DESK, default=0, help="Số quầy đã có, khi nơi nhận vừa được lập lại từ bản sao cũ.")
@click.option("--reason", default="", help="Vì sao nhận thẻ nối tiếp một khóa chưa biết; cần cùng --number.")
@click.option("--words", "heard", default="", help="Sáu chữ nghe qua điện thoại, cách nhau bằng dấu cách.")
def enrol(line: Line, card: Path | None, confirm: int | None, heard: str, **asked: Any) -> None:
    """Without --hold the command counts as the six words compared: read them to each other by phone."""
    if asked["drop"] is not None:
        _drop(line, asked["drop"])
        return
    if confirm is not None:
        _confirm(line, confirm, heard)
        return
    if card is None or asked["out"] is None:
        raise click.MissingParameter(ctx=click.get_current_context(), param_hint="CARD --out")
    line.target(asked["out"])
    with line.member("enrol") as (district, member):
        raw = _read_card(card)
        order = _order(district, raw, asked)
        enrolled = district.enrolling(member).enrol(raw, order)
        target: Path = asked["out"] / enrolled.name if asked["out"].is_dir() else asked["out"]
        write_beside(target, enrolled.raw)
        district.refresh_public(member.open_secrets())
        unit = district.unit_on_day(order.unit).full_name
    six = six_words(enrolled.document)
    value = {"desk": enrolled.desk, "unit": order.unit, "file": str(target), "profile": order.profile}
    said = {"words": list(six.words), "digits": list(six.hex_groups), "confirmed": not order.hold}
    told = [words.enrolled(enrolled.desk, unit, target.name), words.six_words(six.words, six.hex_groups, order.hold)]
    line.say(value | said, told)


@command("revoke", "Thu hồi khóa của một quầy: từ giờ không nhận gói nào ký bằng khóa ấy, kể cả gói đang để chờ.")
@click.argument("desk", type=DESK)
@click.option("--reason", default=UNTOLD, help="Lý do; giữ lại để sau này còn biết vì sao.")
@click.option("--older", is_flag=True, help="Chỉ thu hồi các khóa cũ, khóa đang dùng giữ nguyên.")
def revoke(line: Line, desk: int, reason: str, older: bool) -> None:
    """What was taken before stays, and codes on letters keep working."""
    with line.member("enrol") as (district, member):
        acts = district.enrolling(member)
        keys = acts.revoke_older(desk, reason) if older else 0
        if not older:
            acts.revoke(desk, reason)
        district.refresh_public(member.open_secrets())
    value = {"desk": desk, "state": "enrolled", "keys": keys} if older else {"desk": desk, "state": "revoked"}
    line.say(value, [desk_keys.revoked_older(desk, keys) if older else words.revoked(desk)])


@command("end", "Cho một quầy thôi dùng: gói đã gửi vẫn nhận, không ai chờ gói mới.")
@click.argument("desk", type=DESK)
def end(line: Line, desk: int) -> None:
    """For a PC that went out of use while its keys are safe."""
    with line.member("enrol") as (district, member):
        district.enrolling(member).end(desk)
    line.say({"desk": desk, "state": "ended"}, [desk_keys.ended(desk)])


def _drop(line: Line, desk: int) -> None:
    with line.member("enrol") as (district, member):
        district.enrolling(member).drop(desk)
    line.say({"desk": desk, "dropped": True}, [desk_keys.dropped(desk)])


def _confirm(line: Line, desk: int, heard: str) -> None:
    with line.member("enrol") as (district, member):
        district.enrolling(member).confirm(desk, heard.split())
        district.refresh_public(member.open_secrets())
        taken = district.sitting(member).retry(desk)
    line.say({"desk": desk, "confirmed": True, "taken": taken}, [words.confirmed(desk, taken)])


def _read_card(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Mistake("file-unreadable", file=path.name) from error


def _order(district: District, raw: bytes, asked: dict[str, Any]) -> Order:
    office = district.unit_on_day(district.facts.unit)
    code = asked["unit"] or _unit_on_card(raw)
    unit = commune_under(district.units, code, office, district.world.today())
    told = asked["legal_basis"], asked["phone"], asked["hold"] or bool(asked["reason"].strip())
    return Order(unit.code, asked["profile"], *told, asked["number"], asked["reason"].strip())


def _unit_on_card(raw: bytes) -> str:
    try:
        return read_card(raw).card.unit
    except Refused as refusal:
        sentence = verdicts.sentence(refusal.verdict, {"kind": "card", "detail": refusal.detail})
        raise Mistake("card-refused", sentence=sentence) from refusal
