"""card, enrol, export, receive: the road to the level above and back."""

from __future__ import annotations

from pathlib import Path

import click

from common.words import said
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.month_end import Exported
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


@command("card", "Ghi thẻ quầy (khóa công khai) để gửi cấp trên.")
@click.option("--out", type=FILE, required=True, help="Tệp thẻ .mctt để ghi ra.")
@click.option("--label", default="", help="Tên quầy, khi một xã có nhiều quầy.")
def card(line: Line, out: Path, label: str) -> None:
    """The card holds no secret."""
    with line.desk() as desk:
        document = desk.district.card(line.target(out), label)
    line.say({"file": str(out), "document": document}, [said.card_written(out.name)])


@command("enrol", "Nhập tệp trao đổi khóa của cấp trên.")
@click.argument("file", type=FILE, required=False)
@click.option("--hold", is_flag=True, help="Chỉ nhập, chờ đối chiếu sáu chữ rồi mới dùng.")
@click.option("--words", default="", help="Sáu chữ đã nghe qua điện thoại, để xác nhận.")
@click.option("--accept-register", default="", help="Lý do lãnh đạo đồng ý gửi kèm tên (hồ sơ register).")
def enrol(line: Line, file: Path | None, hold: bool, words: str, accept_register: str) -> None:
    """Without --hold the command counts as the six words compared: read them to each other by phone."""
    if file is None and not words:
        raise Mistake("enrol-needs-file")
    with line.desk() as desk:
        if file is not None:
            tie = desk.district.enrol(file, hold=hold or bool(words), register_reason=accept_register)
        if words:
            tie = desk.district.confirm(words)
    six = tie.words()
    value = {"desk": tie.desk, "host": tie.host, "profile": tie.profile, "confirmed": tie.confirmed}
    told = [said.enrolled(tie.desk, tie.host), said.six_words(six.words, six.hex_groups, confirmed=tie.confirmed)]
    line.say({**value, "words": list(six.words), "digits": list(six.hex_groups)}, told)


@command("export", "Ghi gói tháng đã niêm phong vào một thư mục.")
@click.option("--out", type=FILE, required=True, help="Thư mục (thường là USB).")
@click.option("--period", default="", help="Tháng của gói, ví dụ 2026-10; để trống là tháng vừa hết.")
def export(line: Line, out: Path, period: str) -> None:
    """Everything since the last receipt travels again: a lost stick heals itself."""
    with line.desk() as desk:
        bundles = desk.month.close(out, period)
    rows = [_bundle_row(bundle) for bundle in bundles]
    told = [said.bundle_written(bundle.path.name, bundle.head - bundle.basis) for bundle in bundles]
    line.say(rows[0] if len(rows) == 1 else rows, told)


def _bundle_row(bundle: Exported) -> dict[str, object]:
    span = {"seq": bundle.seq, "basis": bundle.basis, "head": bundle.head}
    return {"file": str(bundle.path), **span, "counts": bundle.counts}


@command("receive", "Nhập biên nhận của cấp trên.")
@click.argument("file", type=FILE)
def receive(line: Line, file: Path) -> None:
    """The acknowledged position moves only forward, and only over our own history."""
    with line.desk() as desk:
        got = desk.month.receive(file)
    aside = [{"position": position, "reason": reason} for position, reason in got.set_aside]
    value = {"number": got.number, "verdict": got.verdict, "upto": got.upto, "set_aside": aside}
    told = [
        said.receipt_taken(got.number, got.upto, got.batches),
        *(said.line_set_aside(*row) for row in got.set_aside),
    ]
    line.say({**value, "batches": got.batches, "messages": got.messages}, told)
