"""The yearly pack, read back member by member: no family's name, its digest in the journal, every forgery seen."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from evidence_kit import pdf, photo
from test_services_criteria import scored_whole
from test_services_delivery_log import printed
from test_services_registering import entered

from common.model_report import digest_of
from desk_app.domain.drafts import BirthDraft
from desk_app.services import evidence_pack
from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk import Desk
from desk_app.services.evidence_check import PackChecked, check_pack
from desk_app.services.evidence_members import contents
from desk_app.services.evidence_pack import EvidencePacks
from desk_app.services.trouble import Mistake, Trouble

DAY = date(2026, 11, 18)
CHILD, MOTHER = "Nguyễn Trần Minh Anh", "Lê Thị Hoa"


class Stopped(Exception):
    """The person pressed Cancel."""


@pytest.fixture
def full(desk: Desk, tmp_path: Path) -> Desk:
    """A year with a letter that was handed over, three files, one of them with people, and an issued report."""
    draft = BirthDraft(child_name=CHILD, born="09/11/2026", sex="nữ", mother_name=MOTHER, registered_on="20/11/2026")
    letter = printed(desk, entered(desk.register.enter(draft)).id)
    Delivery(desk.seat).hand_over([letter], Given("home", "good", "Chị Hoa", "ảnh 12"))
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ghế chờ mới", DAY, [("criterion", "mau-100/2026/1.4")])
    desk.evidence.add(photo(tmp_path / "b.jpg", "blue"), "Bà con ở buổi gặp", DAY, known=True)
    desk.evidence.add(pdf(tmp_path / "c.pdf"), "Kế hoạch năm trước", date(2025, 3, 1))
    desk.yearly.issue("2026-Q3", "12/BC-UBND")
    scored_whole(desk.criteria)
    desk.criteria.confirm(2026)
    return desk


def words_of(raw: bytes) -> str:
    document = pypdfium2.PdfDocument(raw)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_pack_holds_the_year_and_nobodys_name(full: Desk, tmp_path: Path) -> None:
    packed = EvidencePacks(full.seat).make(2026, tmp_path / "tap.zip")
    with zipfile.ZipFile(packed.path) as archive:
        manifest = archive.read("manifest.json")
        told = json.loads(manifest)
        members = {name: archive.read(name) for name in archive.namelist()}
    assert sha256(manifest).hexdigest() == packed.digest
    assert {one["path"]: one["sha256"] for one in told["members"]} == {
        name: sha256(raw).hexdigest() for name, raw in members.items() if name != "manifest.json"
    }
    assert (packed.version, packed.files, packed.letters, packed.left_out) == (1, 2, 1, 0)
    assert [name.split("-")[-2:] for name in members if name.startswith("01-thu/to-mau")] == [["mau", "birth.pdf"]]
    (report,) = full.yearly.issued()
    assert digest_of(members["04-bao-cao/2026-Q3-ban-1.json"]) == report.issued.digest
    assert {"04-bao-cao/2026-Q3-ban-1.pdf", "05-tieu-chi/mau-100.pdf", "05-tieu-chi/mau-100.xlsx"} <= set(members)
    pages = {name: words_of(raw) for name, raw in members.items() if name.endswith(".pdf")}
    assert not [name for name, text in pages.items() if CHILD in text or MOTHER in text or "Hoa" in text]
    index = pages["00-muc-luc.pdf"]
    for told_of in ("Ghế chờ mới", "Tiêu chí 1.4 năm 2026", "12/BC-UBND", report.issued.digest):
        assert told_of in index.replace("\r\n", " ").replace("\n", " ")
    assert "20/11/2026" in pages["01-thu/danh-sach-thu.pdf"]


def test_what_the_office_tells_upward_is_the_digest_that_the_file_has(full: Desk, tmp_path: Path) -> None:
    packs = EvidencePacks(full.seat)
    first, second = packs.make(2026, tmp_path / "1.zip"), packs.make(2026, tmp_path / "2.zip", leave_out=True)
    with full.seat.reading() as reading:
        lines = list(reading.journal.of_kind("evidence-pack"))
    assert [(line.version, line.figures["digest"], line.figures["files"]) for line in lines] == [
        (1, first.digest, 2),
        (2, second.digest, 1),
    ]
    assert len({line.subject for line in lines}) == 1
    assert (second.left_out, [kept.version for kept in packs.kept()]) == (1, [2, 1])
    for packed in (first, second):
        seen = check_pack(full.seat, packed.path)
        assert (seen.whole, seen.known and seen.known.version) == (True, packed.version)


def test_the_same_year_gives_the_same_bytes(full: Desk) -> None:
    once, again = (list(contents(full.seat, 2026, 1, False).members()) for _ in range(2))
    assert once == again


def altered(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(other := path.with_name("khac.zip"), "w") as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return other


def test_every_change_to_a_pack_is_seen(full: Desk, tmp_path: Path) -> None:
    packed = EvidencePacks(full.seat).make(2026, tmp_path / "tap.zip")
    index = "00-muc-luc.pdf"

    def seen(change: Callable[[dict[str, bytes]], object]) -> PackChecked:
        return check_pack(full.seat, altered(packed.path, lambda members: change(members) and None))

    assert seen(lambda members: members.update({index: b"%PDF-other"})).differing == (index,)
    assert seen(lambda members: members.pop(index)).differing == (index,)
    assert seen(lambda members: members.update({"06-them.txt": b"x"})).differing == ("06-them.txt",)

    def forged(members: dict[str, bytes]) -> None:
        told = json.loads(members["manifest.json"])
        members[index] = b"%PDF-other"
        for one in told["members"]:
            if one["path"] == index:
                one.update(sha256=sha256(members[index]).hexdigest(), size=len(members[index]))
        members["manifest.json"] = json.dumps(told).encode()

    found = seen(forged)
    assert (found.differing, found.known, found.whole) == ((), None, False)
    for raw in (b"", b"PK\x03\x04", packed.path.read_bytes()[:-50]):
        (broken := tmp_path / "hong.zip").write_bytes(raw)
        with pytest.raises(Mistake, match="not-a-pack"):
            check_pack(full.seat, broken)
    with pytest.raises(Mistake, match="file-unreadable"):
        check_pack(full.seat, tmp_path / "vang.zip")


def test_a_pack_that_is_stopped_or_has_no_room_or_a_lost_file_leaves_nothing(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs, place = EvidencePacks(full.seat), tmp_path / "ra"
    place.mkdir()

    def stop(done: int, total: int) -> None:
        assert total > 0
        if done == 4:
            raise Stopped

    with pytest.raises(Stopped):
        packs.make(2026, place / "tap.zip", step=stop)
    with monkeypatch.context() as patch:
        patch.setattr(evidence_pack, "replace_file", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(Trouble, match="disk-full"):
            packs.make(2026, place / "tap.zip")
    with monkeypatch.context() as patch:
        patch.setattr(evidence_pack, "_keep", lambda *_: (_ for _ in ()).throw(Trouble("register-busy")))
        with pytest.raises(Trouble, match="register-busy"):
            packs.make(2026, place / "tap.zip")
    for path in (full.seat.folder / "evidence").iterdir():
        path.unlink()
    with pytest.raises(Trouble, match="evidence-missing"):
        packs.make(2026, place / "tap.zip")
    for year, where, code in ((2027, place / "a.zip", "pack-year"), (2026, full.seat.folder / "a.zip", "own-folder")):
        with pytest.raises(Mistake, match=code):
            packs.make(year, where)
    assert (list(place.iterdir()), packs.kept()) == ([], ())
