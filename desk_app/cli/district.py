"""card, enrol, export, receive: the road to the level above and back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from common.words import lacking as words
from common.words import month_keys, said
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.entering_again import EnteringAgain
from desk_app.services.lacking_rows import lacking_rows
from desk_app.services.month_end import Exported
from desk_app.services.receiving import Beyond, Received
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


@command("card", "Ghi thẻ quầy (khóa công khai) để gửi cấp trên.")
@click.option("--out", type=FILE, required=True, help="Tệp thẻ .mctt để ghi ra.")
@click.option("--label", default="", help="Tên quầy, khi một xã có nhiều quầy.")
@click.option("--new-keys/--old-keys", default=None, help="Đổi khóa của quầy: thẻ mới thay thẻ cũ; hoặc thôi đổi.")
def card(line: Line, out: Path, label: str, new_keys: bool | None) -> None:
    """The card holds no secret."""
    with line.desk() as desk:
        if new_keys is not None:
            (desk.district.change_keys if new_keys else desk.district.keep_keys)()
        document = desk.district.card(line.target(out), label)
        changing = desk.district.changing()
    told = [said.card_written(out.name), *([month_keys.CHANGE_WAITS] if changing else [])]
    line.say({"file": str(out), "document": document, "changing": changing}, told)


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
    spoken = said.six_words(six.words, six.hex_groups, confirmed=tie.confirmed, heard=bool(words))
    told = [spoken] if file is None else [said.enrolled(tie.desk, tie.host), spoken]
    line.say({**value, "words": list(six.words), "digits": list(six.hex_groups)}, told)


@command("export", "Ghi gói tháng đã niêm phong vào một thư mục.")
@click.option("--out", type=FILE, required=True, help="Thư mục (thường là USB).")
@click.option("--period", default="", help="Tháng của gói, ví dụ 2026-10; để trống là tháng vừa hết.")
@click.option("--no-newer-receipt", default="", help="Sau khi khôi phục: ai nói cấp trên chưa có biên nhận mới hơn.")
def export(line: Line, out: Path, period: str, no_newer_receipt: str) -> None:
    """Everything since the last receipt travels again: a lost stick heals itself."""
    with line.desk() as desk:
        if no_newer_receipt:
            desk.month.none_newer(no_newer_receipt)
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
        *_after_restore(got),
    ]
    more = {"batches": got.batches, "messages": got.messages, "lacking": got.lacking, "restored": got.restored}
    line.say({**value, **more, "beyond": _beyond(got.beyond)}, told)


def _beyond(beyond: Beyond | None) -> dict[str, object] | None:
    return {"held": beyond.held, "ours": beyond.ours, "since": beyond.since.isoformat()} if beyond else None


def _after_restore(got: Received) -> list[str]:
    if got.beyond is None:
        return [words.count_waiting(got.lacking)] if got.lacking else []
    told = [words.beyond(got.beyond.held, got.beyond.ours, got.beyond.since), words.next_step(got.lacking)]
    return [words.proved(got.restored), *told] if got.restored else told


@command("lacking", "Những việc cần ghi lại sau khi khôi phục sổ, như cấp trên còn giữ.")
def lacking(line: Line) -> None:
    """Figures only; names where the level above holds them."""
    with line.desk() as desk:
        rows = lacking_rows(EnteringAgain(desk.seat).waiting())
    value = [asdict(row) for row in rows]
    line.say(value, [words.listed(row.on, row.what, row.more) for row in rows] or [words.NOTHING])
