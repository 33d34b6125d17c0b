"""The pages of the model's reports: a period of a calendar over all communes, one of them, what they told, files."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pypdfium2
import pytest
from pretend_desk import PretendDesk, enrol
from python_calamine import CalamineWorkbook
from test_web_communes import body_of
from web_kit import Clock, Server, door_to, log_in, served_office

from common.model_report import read_content
from district.house import District, World, open_district
from district.paths import Folder

HOAN_KIEM, CUA_NAM, BA_DINH = "00070", "00082", "00004"
PERIOD = "2026-Q4@quy-14"
DIGEST = "ab12cd34" * 8


@pytest.fixture(scope="module")
def filled(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    """Three communes on 22/12/2026: one issued in time, one late, one not yet."""
    folder = shutil.copytree(office_made, tmp_path_factory.mktemp("year") / "district")
    clock = Clock(datetime(2026, 12, 22, 2, 0, tzinfo=UTC))
    office = open_district(Folder(Path(folder)), None, World(clock, os.urandom))
    officer = office.users.log_in("officer", "demo")
    for count, (unit, issued) in enumerate(((HOAN_KIEM, "2026-12-14"), (CUA_NAM, "2026-12-19"), (BA_DINH, ""))):
        desk = enrol(office, PretendDesk(unit, unit), officer)
        _busy(desk, 9 - 3 * count)
        if issued:
            _papers(desk, issued)
        assert office.sitting(officer).receive(desk.bundle(period="2026-12")).verdict == "accepted"
    yield office
    office.close()


def _busy(desk: PretendDesk, births: int) -> None:
    for serial in range(births):
        day = f"2026-{10 + serial % 3}-{serial + 2:02d}"
        desk.register_birth(day)
        letter = desk.prepare_letter(serial, on=day)
        given = {"letter": "birth", "delivered_on": day, "way": "home", "reaction": "good"}
        if serial % 3:
            desk.add("letter-printed", {"letter": "birth", "copies": 1, "reprint": 0}, letter, on=day)
            desk.add("letter-delivered", given, letter, on=day)
    desk.add("session", {"held_on": "2026-10-03", "citizens": 30, "bodies": 2}, on="2026-10-03")
    said = {"held_on": "2026-10-03", "field": "land", "answer": "promised", "due_on": "2026-10-20"}
    desk.add("session-opinion", said, on="2026-10-03")
    desk.add("session-opinion", {**said, "done_on": "2026-10-19"}, on="2026-10-03")
    desk.add("meeting", {"held_on": "2026-11-15", "what": "reception", "n": 40, "settled": 38}, on="2026-11-15")
    desk.add("commendation", {"given_on": "2026-12-14", "to": "person", "merit": "attitude"}, on="2026-12-14")
    desk.add("conduct", {"told_on": "2026-10-09", "found": "upheld", "done_on": "2026-10-30"}, on="2026-10-30")


def _papers(desk: PretendDesk, issued: str) -> None:
    told = {"first": "2026-09-15", "last": "2026-12-14", "digest": DIGEST, "calendar": "quy-14"}
    desk.add("report-issued", told, on=issued)
    scored = {"set": "mau-100", "edition": 1, "year": 2026, "points": 8750, "most": 10000, "digest": DIGEST}
    desk.add("criteria-scored", scored, on="2026-12-16")
    desk.add("evidence-pack", {"year": 2026, "files": 12, "letters": 340, "digest": DIGEST}, on="2026-12-17")


@pytest.fixture
def office(server: Server, filled: District) -> Iterator[httpx.Client]:
    with served_office(server, door_to(filled)) as client:
        log_in(client)
        yield client


def rows_of(page: str) -> dict[str, list[str]]:
    rows = re.findall(r'<tr(?: class="sum")?><th scope="row">(.*?)</th>(.*?)</tr>', page)
    plain = ((re.sub(r"<[^>]+>", "", name), re.findall(r"<td[^>]*>(.*?)</td>", cells)) for name, cells in rows)
    return {name: [re.sub(r"<[^>]+>", "", cell) for cell in cells] for name, cells in plain}


def test_the_last_quarter_of_a_calendar_is_told_commune_by_commune(office: httpx.Client) -> None:
    page = body_of(office.get("/bao-cao"))
    assert "<h1>Báo cáo mô hình, quý IV năm 2026</h1><span>từ 15/09/2026 đến 14/12/2026" in page
    rows = rows_of(page)
    assert list(rows) == ["Phường Ba Đình", "Phường Cửa Nam", "Phường Hoàn Kiếm", "Cộng"]
    figures = ["9", "", "6", "67%", "1", "1", "1", "1", "40", "", "", "1", "1", "1"]
    assert rows["Phường Hoàn Kiếm"][:14] == figures
    assert rows["Phường Hoàn Kiếm"][14:16] == ["87,5 trên 100, Đạt", DIGEST[:8]]
    assert rows["Cộng"][:14] == ["18", "0", "12", "67%", "3", "3", "3", "3", "120", "0", "0", "3", "3", "3"]
    assert f'href="/bao-cao/{HOAN_KIEM}?ky={PERIOD}"' in page


def test_who_issued_and_when_stands_beside_the_figures(office: httpx.Client) -> None:
    page = body_of(office.get("/bao-cao", params={"ky": PERIOD}))
    told = {name: cells[-1] for name, cells in rows_of(page).items()}
    assert told["Phường Hoàn Kiếm"].startswith("14/12")
    assert told["Phường Ba Đình"] == "chưa"
    assert "Đã thấy báo cáo của 2 trong 3 xã" in page
    october = rows_of(body_of(office.get("/bao-cao", params={"ky": "2026-10"})))
    assert {cells[-1] for name, cells in october.items() if name != "Cộng"} == {"chưa"}


def test_one_commune_is_told_as_on_paper_with_its_papers_beside(office: httpx.Client, filled: District) -> None:
    page = body_of(office.get(f"/bao-cao/{HOAN_KIEM}", params={"ky": PERIOD}))
    assert "Phường Hoàn Kiếm: Báo cáo mô hình, quý IV năm 2026" in page
    for told in ("15/09 đến 14/12/2026", "bản 1, 14/12/2026", "ab12 cd34 ab12 cd34", "87,5 trên 100, Đạt"):
        assert told in page, told
    assert "12 tệp, 340 thư" in page
    assert page.count('<rect class="open"') == 6
    assert office.get("/bao-cao/26461").status_code == 404
    with filled.store.reading() as work:
        seen = [act.subject for act in work.office.acts(50) if act.act == "view"]
    assert f"year-report {PERIOD} {HOAN_KIEM}" in seen


def test_files_tell_the_same_and_bear_the_periods_name(office: httpx.Client) -> None:
    told = office.get("/bao-cao/tep/json", params={"ky": PERIOD})
    assert told.headers["content-disposition"] == 'attachment; filename="bao-cao-2026-Q4_quy-14.json"'
    report = read_content(json.dumps(told.json()["content"]).encode())
    assert sum(report.figures.report.events.values()) == 18
    assert [unit.events["birth"] for unit in report.units] == [3, 6, 9]
    paper = pypdfium2.PdfDocument(office.get("/bao-cao/tep/pdf", params={"ky": PERIOD}).content)
    words = "".join(page.get_textpage().get_text_bounded() for page in paper)
    paper.close()
    assert "Việc đăng ký theo xã, phường" in words
    own = office.get(f"/bao-cao/{HOAN_KIEM}/tep/docx", params={"ky": PERIOD})
    assert own.content.startswith(b"PK")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(office.get(f"/bao-cao/tep/bang-xa?ky={PERIOD}").content))
    head, *rows = sheet.get_sheet_by_index(0).to_python()
    hoan_kiem = dict(zip(head, rows[2], strict=True))
    assert (hoan_kiem["Việc đăng ký"], hoan_kiem["Mức"], hoan_kiem["Ngày lập"]) == (9.0, "Đạt", "14/12/2026")
    assert office.get("/bao-cao/tep/exe").status_code == 400
    assert office.get(f"/bao-cao/{HOAN_KIEM}/tep/bang-xa").status_code == 400


@pytest.mark.parametrize("name", ["2026-Q4@khong-co", "hôm qua", "2026-13"])
def test_a_slip_of_the_keys_is_told_and_not_counted(office: httpx.Client, name: str) -> None:
    assert office.get("/bao-cao", params={"ky": name}).status_code == 400
