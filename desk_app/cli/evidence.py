"""evidence add, list, open, link, take-back: files that prove what the office did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from common.terminal import TROUBLE
from common.words import evidence as words
from common.words import evidence_pack as pack_words
from common.words import said
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line
from desk_app.services.evidence import KINDS, EvidenceFile, Link
from desk_app.services.trouble import Mistake
from desk_app.services.typed_day import read_day

FILE = click.Path(path_type=Path)
_KINDS = ", ".join(KINDS)


@main.group("evidence", help="Hồ sơ kiểm chứng: tệp, ảnh kèm dấu vân tay số, gắn với việc mà nó chứng minh.")
def evidence() -> None:
    """Files and photos, each kept once."""


@evidence.command("add", help="Giữ một tệp làm kiểm chứng; tệp đã có thì gắn thêm việc.")
@click.argument("file", type=FILE)
@click.option("--title", required=True, help="Tệp là gì, một câu.")
@click.option("--on", required=True, help="Ngày mà tệp cho thấy: 20/11/2026.")
@click.option("--for", "ties", multiple=True, help=f"Việc nó chứng minh, loại:mã; loại là {_KINDS}.")
@click.option("--known", is_flag=True, help="Trong tệp có người nhận ra được.")
@click.pass_obj
@told
def add(line: Line, /, file: Path, ties: tuple[str, ...], known: bool, **words_of: str) -> None:
    """What is not kept is told with its reason; the file itself stays where it lies."""
    links = tuple(map(_link, ties))
    with line.desk() as desk:
        on = read_day(desk.seat, words_of["on"], "evidence-when")
        done = desk.evidence.add(file, words_of["title"], on, links, known)
    told_of = [words.added(done.id, done.fresh)]
    told_of += [words.STRIPPED] * done.stripped + [words.MUCH] * done.much
    line.say({"id": done.id, "fresh": done.fresh, "stripped": done.stripped}, told_of)


@evidence.command("list", help="Các tệp đang giữ, mới nhất ở trên.")
@click.option("--for", "tie", default="", help=f"Chỉ những tệp chứng minh loại này, hoặc loại:mã; loại là {_KINDS}.")
@click.pass_obj
@told
def evidence_list(line: Line, tie: str) -> None:
    """With what each proves."""
    kind, _, ref = tie.partition(":")
    if kind and kind not in KINDS:
        raise Mistake("evidence-target", {"target": tie})
    with line.desk() as desk:
        files = desk.evidence.listed(kind, ref)
        named = desk.evidence.told(link for one in files for link in one.links)
    rows = [words.listed_line(one.id, one.on, one.title, "; ".join(named[link] for link in one.links)) for one in files]
    line.say({"evidence": [_row(one) for one in files]}, rows or [words.NONE])


@evidence.command("open", help="Chép một tệp ra ngoài để xem.")
@click.argument("id", type=NUMBER)
@click.option("--out", type=FILE, required=True, help="Tệp để ghi ra.")
@click.pass_obj
@told
def evidence_open(line: Line, id: int, out: Path) -> None:
    """Its digest is compared first."""
    with line.desk() as desk:
        desk.evidence.save_copy(id, line.target(out))
    line.say({"id": id, "file": str(out)}, [said.file_written(out.name)])


@evidence.command("link", help="Gắn một tệp với việc nó chứng minh, hoặc gỡ ra.")
@click.argument("id", type=NUMBER)
@click.argument("target")
@click.option("--off", is_flag=True, help="Gỡ ra.")
@click.pass_obj
@told
def evidence_link(line: Line, id: int, target: str, off: bool) -> None:
    """TARGET is kind:reference."""
    with line.desk() as desk:
        (desk.evidence.unlink if off else desk.evidence.link)(id, _link(target))
    line.say({"id": id}, [words.UNLINKED if off else words.LINKED])


@evidence.command("take-back", help="Gỡ một tệp khỏi hồ sơ, ghi lý do.")
@click.argument("id", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao gỡ.")
@click.pass_obj
@told
def take_back(line: Line, id: int, reason: str) -> None:
    """Its bytes go, its digest and the reason stay."""
    with line.desk() as desk:
        desk.evidence.take_back(id, reason)
    line.say({"id": id}, [words.TAKEN_BACK])


@evidence.command("pack", help="Đóng tập hồ sơ kiểm chứng của một năm thành một tệp ZIP.")
@click.argument("year", type=NUMBER)
@click.option("--out", type=FILE, required=True, help="Tệp .zip để ghi ra.")
@click.option("--without-people", is_flag=True, help="Để lại những tệp có người nhận ra được.")
@click.pass_obj
@told
def pack(line: Line, year: int, out: Path, without_people: bool) -> None:
    """Its digest goes upward with the next bundle."""
    # Drawing loads fonts and the PDF library, which nothing else here needs.
    from desk_app.services.evidence_pack import EvidencePacks

    with line.desk() as desk:
        done = EvidencePacks(desk.seat).make(year, line.target(out), without_people)
    told_of = [pack_words.packed(done.year, done.version, done.files, done.letters, done.digest)]
    told_of += [pack_words.left_out(done.left_out)] * bool(done.left_out)
    numbers = {"files": done.files, "letters": done.letters, "left_out": done.left_out}
    line.say({"year": done.year, "version": done.version, "digest": done.digest, **numbers, "file": str(out)}, told_of)


@evidence.command("check-pack", help="Xem một tập còn nguyên không, có đúng là tập sổ này đã đóng không.")
@click.argument("file", type=FILE)
@click.pass_obj
@told
def check(line: Line, file: Path) -> None:
    """Status 1 where a member differs or the register does not know the pack."""
    from desk_app.services.evidence_check import check_pack

    with line.desk() as desk:
        seen = check_pack(desk.seat, file)
    kept = seen.known
    told_of = [pack_words.differs(seen.differing) if seen.differing else pack_words.CHECKED_SAME]
    told_of += [
        pack_words.known(kept.year, kept.version, kept.made_on, not seen.differing) if kept else pack_words.NOT_OURS
    ]
    row = {"year": seen.year, "version": seen.version, "digest": seen.digest, "members": seen.members}
    line.say({**row, "differing": list(seen.differing), "known": kept is not None}, told_of)
    if not seen.whole:
        raise SystemExit(TROUBLE)


def _link(text: str) -> Link:
    kind, _, ref = text.partition(":")
    return kind.strip(), ref.strip()


def _row(one: EvidenceFile) -> dict[str, Any]:
    days = {"on": one.on.isoformat(), "added_on": one.added_on.isoformat()}
    links = [":".join(link) for link in one.links]
    told_of = {"media_type": one.media_type, "size": one.size, "digest": one.digest, "known": one.known}
    return {"id": one.id, "title": one.title, **days, **told_of, "links": links}
