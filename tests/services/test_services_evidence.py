"""Files that prove what the office did: sealed beside the register, each once, copied with it; nothing that runs."""

from __future__ import annotations

import os
import zlib
from datetime import date
from pathlib import Path

import pytest
from evidence_kit import archive, pdf, photo, xlsx
from PIL import Image

from common.words.evidence import TARGETS
from desk_app.house import Login, World, open_desk
from desk_app.services import evidence_types, sealed_files
from desk_app.services.desk import Desk
from desk_app.services.evidence import OPENED
from desk_app.services.sealed_files import FOLDER
from desk_app.services.trouble import Trouble
from desk_app.services.year_log import Logged
from exchange.files import FileTrouble

DAY = date(2026, 11, 18)
CRITERION = ("criterion", "mau-100/2026/1.4")
LOGIN = Login("clerk", "demo")


def code_of(desk: Desk, path: Path, **what: object) -> str:
    with pytest.raises(Trouble) as refused:
        desk.evidence.add(path, str(what.get("title", "Tệp")), what.get("on", DAY), what.get("links", ()))  # type: ignore[arg-type]
    return refused.value.code


def packed_pdf(path: Path, objects: bytes, how: bytes) -> bytes:
    """A PDF with objects packed in a stream behind its end, where a repairing reader finds them."""
    head = b"\n9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter " + how + b" >>\nstream\n"
    return pdf(path).read_bytes() + head + zlib.compress(objects) + b"\nendstream\nendobj\n"


def sealed(desk: Desk) -> list[Path]:
    return sorted((desk.seat.folder / FOLDER).glob("*"))


# ---- keeping


def test_a_photo_is_kept_without_the_words_of_its_camera_and_still_stands_upright(desk: Desk, tmp_path: Path) -> None:
    for kind in ("JPEG", "PNG"):
        path = photo(tmp_path / f"Ảnh {kind}", kind=kind)
        done = desk.evidence.add(path, "Ghế chờ mới", DAY, [CRITERION], known=True)
        assert done.stripped
        shown, raw = desk.evidence.read(done.id)
        (out := tmp_path / "ra").write_bytes(raw)
        with Image.open(out) as image, Image.open(path) as before:
            words = image.getexif()
            assert image.tobytes() == before.tobytes()
            assert not words.get_ifd(0x8825)
            assert 0x010F not in words
            assert (words.get(0x0112), shown.ending) == ((6, "jpg") if kind == "JPEG" else (None, "png"))
        assert (shown.title, shown.on, shown.known, shown.links) == ("Ghế chờ mới", DAY, True, (CRITERION,))


def test_the_folder_tells_nothing_of_what_lies_in_it(desk: Desk, tmp_path: Path) -> None:
    desk.evidence.add(xlsx(tmp_path / "Số liệu.xlsx"), "Số liệu quý IV", DAY)
    (path,) = sealed(desk)
    assert path.suffix == ""
    assert b"PK\x03\x04" not in path.read_bytes()
    assert desk.evidence.get(1).digest not in path.name
    register = (desk.seat.folder / "register.db").read_bytes()
    assert "Số liệu".encode() not in register


def test_the_same_file_under_two_names_is_one_with_both_links(desk: Desk, tmp_path: Path) -> None:
    survey = ("survey", str(begun(desk)))
    first = desk.evidence.add(photo(tmp_path / "a.jpg"), "Phiếu phát ở thôn", DAY, [CRITERION])
    second = desk.evidence.add(photo(tmp_path / "b.png"), "Tên khác", DAY, [survey], known=True)
    assert (second.id, second.fresh) == (first.id, False)
    (one,) = desk.evidence.listed("survey", survey[1])
    assert (one.title, one.links, one.known) == ("Phiếu phát ở thôn", (CRITERION, survey), True)
    assert len(sealed(desk)) == 1
    assert desk.evidence.told([survey])[survey] == "Khảo sát số 1 ngày 01/11/2026: Quý IV"
    assert [choice.ref for choice in desk.evidence.choices("survey")] == ["1"]
    desk.evidence.unlink(one.id, survey)
    assert desk.evidence.listed("survey") == ()


def begun(desk: Desk) -> object:
    facts = {"name": "Quý IV", "kind": "regular", "by": "front", "respondents": "people", "begun_on": "1/11/2026"}
    return desk.surveys.begin({**facts, "question_set": "service-3/1"})


def test_what_a_file_proves_is_told_without_naming_anybody(desk: Desk, tmp_path: Path) -> None:
    said = {
        "press": ({"outlet": "Báo tỉnh", "title": "Lá thư từ Ủy ban xã", "tone": "good"}, ": Lá thư từ Ủy ban xã"),
        "meeting": ({"what": "dialogue", "n": 86}, ": Đối thoại với Nhân dân"),
        "pledge": ({"signed": "Bà Hoa", "with_whom": "Ông Bình", "text": "Giữ sạch ngõ xóm"}, ""),
    }
    links = []
    for kind, (values, _) in said.items():
        kept = desk.log.add(kind, values)
        assert isinstance(kept, Logged)
        links.append((kind, str(kept.id)))
    done = desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", DAY, links)
    for (kind, ref), told in desk.evidence.told(desk.evidence.get(done.id).links).items():
        assert told == f"{TARGETS[kind]} số {ref} ngày 20/11/2026{said[kind][1]}"
        assert [choice.told for choice in desk.evidence.choices(kind)] == [told]


def test_what_is_taken_back_leaves_its_digest_and_its_reason_and_may_come_again(desk: Desk, tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    done = desk.evidence.add(path, "Ảnh có người dân", DAY)
    desk.evidence.take_back(done.id, "Người trong ảnh không đồng ý")
    assert (desk.evidence.listed(), sealed(desk)) == ((), [])
    with desk.seat.reading() as reading:
        (kept,) = reading.evidence.all()
    assert kept.body["reason"] == "Người trong ảnh không đồng ý"
    assert "key" not in kept.body
    assert desk.evidence.add(path, "Lần nữa", DAY).fresh
    assert desk.evidence.get(done.id).title == "Lần nữa"


def test_a_file_opened_to_be_looked_at_is_gone_when_the_desk_closes(desk: Desk, tmp_path: Path, world: World) -> None:
    done = desk.evidence.add(pdf(tmp_path / "Kế hoạch.pdf"), "Kế hoạch của ông Nguyễn Văn A", DAY)
    path = desk.evidence.open(done.id)
    assert (path.suffix, "Nguyễn" in path.name, path.read_bytes()[:5]) == (".pdf", False, b"%PDF-")
    desk.evidence.save_copy(done.id, tmp_path / "ra.pdf")
    assert (tmp_path / "ra.pdf").read_bytes() == path.read_bytes()
    desk.close()
    assert not (desk.seat.folder / OPENED).exists()
    (desk.seat.folder / OPENED).mkdir()  # as a kill leaves it
    open_desk(desk.seat.folder, world, LOGIN).close()
    assert not (desk.seat.folder / OPENED).exists()


# ---- what is not kept


def test_bytes_decide_and_not_the_name(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, plain = xlsx(tmp_path / "b.xlsx"), tmp_path / "x"
    relation = (
        b'<Relationships><Relationship Id="1" Type="t/attachedTemplate" Target="http://a" TargetMode="External"/>'
    )
    offered = {
        "evidence-program": (b"MZ\x90\x00" + b"\0" * 900, b"#!/bin/sh\n"),
        "evidence-old-office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,),
        "evidence-type": (b"GIF89a", b"<html><script>", archive(plain, {"thu.txt": b"x"}).read_bytes()),
        "evidence-broken": (
            photo(tmp_path / "c.jpg").read_bytes()[:-30],
            photo(tmp_path / "c.png", kind="PNG").read_bytes()[:-20],
            b"%PDF-1.7\n",
            book.read_bytes()[:-40],
            archive(plain, {"../../register.db": b"x"}, book).read_bytes(),
            archive(plain, {"C:\\a": b"x"}, book).read_bytes(),
            archive(plain, {"/etc/a": b"x"}, book).read_bytes(),
        ),
        "evidence-macro": (
            archive(plain, {"xl/vbaProject.bin": b"x"}, book).read_bytes(),
            archive(plain, {"word/_rels/settings.xml.rels": relation}, book).read_bytes(),
        ),
        "evidence-script": (
            pdf(plain, b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>").read_bytes(),
            pdf(plain, b"/OpenAction << /S /Java#53cript /J#53 (x) >>").read_bytes(),
            pdf(plain, b"/X (stream\n) /OpenAction << /S /Launch /F (a.exe) >> /Y (endstream)").read_bytes(),
            packed_pdf(plain, b"7 0 << /S /JavaScript /JS (app.alert(1)) >>", b"/FlateDecode"),
            packed_pdf(plain, b"7 0 << /S /Nothing >>", b"[/FlateDecode /FlateDecode]"),
        ),
        "evidence-empty": (b"",),
    }
    for code, several in offered.items():
        for raw in several:
            (path := tmp_path / "anh.jpg").write_bytes(raw)
            assert (code_of(desk, path), raw[:20]) == (code, raw[:20])
    hidden = archive(plain, {"xl/media/image1.png": b"MZ\x90\0" + b"\0" * 99}, book)
    assert code_of(desk, hidden) == "evidence-program"
    monkeypatch.setattr("desk_app.services.evidence_office.MOST_UNPACKED", 1 << 21)
    assert code_of(desk, archive(plain, {"xl/a.xml": bytes(3 << 20)}, book)) == "evidence-unpacks"
    assert (sealed(desk), desk.evidence.listed()) == ([], ())


def test_what_lies_behind_a_picture_or_in_a_preview_is_not_kept_with_it(desk: Desk, tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    whole = path.read_bytes()
    preview = b"\xff\xe0\x00\x0dJFXX\x00previe" + b"\xff\xe0\x00\x13JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01pre"
    path.write_bytes(whole[:2] + preview + whole[2:] + xlsx(tmp_path / "b.xlsx").read_bytes())
    _, raw = desk.evidence.read(desk.evidence.add(path, "Ảnh", DAY).id)
    assert raw.endswith(b"\xff\xd9")
    assert b"PK\x03\x04" not in raw
    assert b"JFXX" not in raw
    assert b"pre" not in raw
    (out := tmp_path / "ra.jpg").write_bytes(raw)
    with Image.open(out) as image:
        assert image.size == (64, 48)


def test_a_file_that_is_huge_a_folder_a_device_or_gone_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (huge := tmp_path / "huge.jpg").write_bytes(b"\xff\xd8\xff")
    os.truncate(huge, evidence_types.LARGEST + 1)
    assert code_of(desk, huge) == "evidence-too-large"
    assert code_of(desk, tmp_path) == "not-a-file"
    (astray := tmp_path / "astray.jpg").symlink_to(os.devnull)
    assert code_of(desk, astray) == "not-a-file"
    assert code_of(desk, tmp_path / "vắng.jpg") == "file-unreadable"
    path = photo(tmp_path / "a.jpg")
    assert code_of(desk, path, title="  ") == "evidence-title-empty"
    assert code_of(desk, path, on=date(2026, 12, 24)) == "evidence-day"
    assert code_of(desk, path, links=[("survey", "7")]) == "no-such-target"
    assert code_of(desk, path, links=[("sao", "7")]) == "evidence-target"

    def full(*_: object) -> None:
        raise FileTrouble("disk-full", "x")

    monkeypatch.setattr(sealed_files, "write_beside", full)
    assert code_of(desk, path) == "disk-full"
    assert (sealed(desk), desk.evidence.listed()) == ([], ())
