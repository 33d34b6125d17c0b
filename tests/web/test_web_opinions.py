"""Citizens' answers on the office's pages: by name, never ranked, never under five; the same on page, file and command
line as in what the desks were sent."""

import csv
import html
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pypdfium2
import pytest
from click.testing import CliRunner
from pretend_desk import PretendDesk, enrol
from python_calamine import CalamineWorkbook
from web_kit import Clock, Server, caller, door_to, log_in, served_office

from common.counts import wilson
from common.words import office_people
from district.cli import commands
from district.house import District, World, open_district
from district.paths import Folder
from district.store.batches import Batch
from district.store.draws import DrawRow
from district.store.noted import Noted, Split

MANY, FEW, NONE = "00070", "00082", "00004"
SHOWN = {MANY: "Phường Hoàn Kiếm", FEW: "Phường Cửa Nam", NONE: "Phường Ba Đình"}
SURVEY = {
    **{"survey": "unannounced", "by": "front", "respondents": "people", "scale": 5, "asked": {}, "handed": 40},
    **{"began_on": "2026-11-01", "ended_on": "2026-11-20", "returned": 31, "n": 30, "by_score": {"5": 20, "3": 10}},
}


@dataclass
class Voiced:
    """An office with three communes: forty answers, three answers, none; and what the desks were sent."""

    district: District
    desks: dict[str, PretendDesk]
    receipts: dict[str, Any]


@pytest.fixture(scope="module")
def voiced(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voiced]:
    folder = shutil.copytree(office_made, tmp_path_factory.mktemp("voiced") / "district")
    clock = Clock(datetime(2026, 10, 1, 2, 0, tzinfo=UTC))
    office = open_district(Folder(Path(folder)), None, World(clock, os.urandom))
    officer = office.users.log_in("officer", "demo")
    desks = {unit: enrol(office, PretendDesk(unit, unit), officer) for unit in SHOWN}
    clock.at = datetime(2026, 12, 3, 2, 0, tzinfo=UTC)
    for desk in desks.values():
        _busy(desk, 60 if desk.unit == MANY else 8)
        assert office.sitting(officer).receive(desk.bundle(period="2026-11")).verdict == "accepted"
    with office.store.work() as work:
        _answers(work)
    office.recount()
    clock.at = datetime(2026, 12, 8, 2, 0, tzinfo=UTC)
    receipts = {}
    for unit, desk in desks.items():
        basis = len(desk.lines)
        desk.register_birth("2026-12-02")
        handed = office.sitting(officer).receive(desk.bundle(basis, period="2026-12")).receipt
        receipts[unit] = desk.read_receipt(handed)
    yield Voiced(office, desks, receipts)
    office.close()


def _busy(desk: PretendDesk, letters: int) -> None:
    for serial in range(letters):
        day = f"2026-11-{serial % 28 + 1:02d}"
        letter = desk.prepare_letter(serial, ("birth", "marriage")[serial % 2], on=day)
        given = {"letter": ("birth", "marriage")[serial % 2], "delivered_on": day, "way": "home", "reaction": "good"}
        if serial % 10:
            desk.add("letter-delivered", given, letter, on=day)
    desk.add("ratings-tally", {"period": "2026-11", "channel": "slip", "n": 7, "by_score": {"3": 7}}, on="2026-11-30")
    opened = {"source": "answer", "opened_on": "2026-11-02", "due_on": "2026-11-09"}
    for done in ("2026-11-06", "2026-11-20", ""):
        task = desk.add("follow-up-opened", opened, on="2026-11-02")
        if done:
            desk.add("follow-up-done", {"outcome": "fixed", "done_on": done}, task, on=done)
    desk.add("survey-tally", SURVEY, on="2026-11-25")
    desk.add("survey-tally", SURVEY | {"n": 4, "returned": 4, "by_score": {}, "survey": "regular"}, on="2026-11-26")


def _batch(unit: str, day: str, scores: dict[str, int], **more: Any) -> Batch:
    n = sum(scores.values())
    told = {"kinds": ("birth",), "by_channel": {"qr": n}, "reasons": {}, "comments": (), "contradicted": 0}
    return Batch(
        **{"id": os.urandom(16).hex(), "unit": unit, "formed_on": day, "n": n, "by_score": scores} | told | more
    )


def _answers(work: Any) -> None:
    words = {"reasons": {"wait": 6}, "comments": ("<b>Chờ lâu</b>", "Vui lắm"), "contradicted": 1}
    large = _batch(MANY, "2026-11-05", {"3": 12, "2": 4, "1": 4}, by_channel={"qr": 15, "code": 5}, **words)
    mixed = _batch(MANY, "2026-11-20", {"3": 10, "2": 6, "1": 4}, kinds=("birth", "marriage"))
    for batch in (large, mixed, _batch(FEW, "2026-11-20", {"1": 3}), _batch(FEW, "2026-08-03", {"3": 9})):
        work.batches.add(batch)
    work.noted.add(Noted(large.id, MANY, {"own-network": 8}, 8, {"3": 8}, "split"))
    work.splits.add(Split("split", MANY, "2026-11-05", 3, {"own-network": 8}, {"3": 8}, {"3": 4, "2": 4, "1": 4}))
    work.draws.add([DrawRow(1, 99, 21, "birth", "2026-12-03", "signed", "2026-12-05")])


@pytest.fixture
def office(server: Server, voiced: Voiced) -> Iterator[httpx.Client]:
    with served_office(server, door_to(voiced.district)) as client:
        log_in(client)
        yield client


def text_of(page: httpx.Response) -> str:
    assert page.status_code == 200, page.text
    body = page.text.split("</style>")[1]
    assert not re.search(r"<script| style=|https?://", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def command(voiced: Voiced, *words: str) -> Any:
    line = ["--data", str(voiced.district.folder.root), "--now", "2026-12-08T09:00", "ratings", *words, "--json"]
    secret = {"DISTRICT_USER": "auditor", "DISTRICT_PASSWORD": "demo"}
    answered = CliRunner().invoke(commands.main, line, env=secret)
    assert answered.exit_code == 0, answered.output
    return json.loads(answered.stdout)


def rows_of(page: httpx.Response) -> dict[str, list[str]]:
    rows = re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>(.*?)</tr>', page.text, re.S)
    cells = {re.sub(r"<[^>]+>", "", name): re.findall(r"<td[^>]*>(.*?)</td>", rest, re.S) for name, rest in rows}
    return {name: [re.sub(r"<[^>]+>", "", cell).strip() for cell in found] for name, found in cells.items()}


def test_page_file_and_command_line_tell_what_the_desks_were_sent(office: httpx.Client, voiced: Voiced) -> None:
    rows = rows_of(office.get("/gop-y?ky=2026-Q4"))
    sent = [batch for batch in voiced.receipts[MANY].batches if batch.formed_on >= "2026-10"]
    n, content = sum(one.n for one in sent), sum(one.by_score.get(level, 0) for one in sent for level in ("3", "2"))
    low, high = (f"{end * 100:.0f}" for end in wilson(content, n))
    assert (n, content) == (40, 32)
    assert rows[SHOWN[MANY]] == ["54", "40", "74%", "", f"80% ({low} đến {high}) xem ghi chú"]
    few = "chưa đủ số liệu (dưới 5 góp ý), chờ gộp sang quý sau"
    assert rows[SHOWN[FEW]] == rows[SHOWN[NONE]] == ["7", "dưới 5", "", few]
    assert rows["Cộng"][:2] == ["68", "40"]
    assert list(rows) == [SHOWN[NONE], SHOWN[FEW], SHOWN[MANY], "Cộng"]
    told = command(voiced, "2026-Q4")
    assert [(one["unit"], one["delivered"], one["n"], one["content"]) for one in told["communes"]] == [
        (NONE, 7, None, None),
        (FEW, 7, None, None),
        (MANY, 54, 40, 32),
    ]
    assert (told["all"]["n"], told["all"]["range"]) == (40, [int(low), int(high)])
    assert told["communes"][2]["at_desk"] == {"counter": 0, "slip": 7, "phone": 0}
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(office.get("/gop-y/tep/xlsx?ky=2026-Q4").content))
    table = sheet.get_sheet_by_index(0).to_python()
    assert table[3][:10] == [MANY, SHOWN[MANY], 60.0, 54.0, 40.0, 74.0, 32.0, 80.0, float(low), float(high)]
    assert table[2][4:10] == ["dưới 5", "", "", "", "", ""]
    lines = list(csv.reader(io.StringIO(office.get("/gop-y/tep/csv?ky=2026-Q4").content.decode("utf-8-sig"))))
    assert [[str(int(cell)) if isinstance(cell, float) else cell for cell in row] for row in table] == lines


def test_three_answers_of_a_quarter_are_told_nowhere(office: httpx.Client, voiced: Voiced) -> None:
    assert [batch.n for batch in voiced.receipts[FEW].batches] == [9, 3]
    year = command(voiced, "2026", "--unit", FEW)["communes"][0]
    quarter = command(voiced, "2026-Q3", "--unit", FEW)["communes"][0]
    day = command(voiced, "2026-11-20..2026-11-20", "--unit", FEW)["communes"][0]
    assert (year["n"], quarter["n"], day["n"]) == (9, 9, None)
    assert day["by_score"] == day["by_channel"] == day["by_kind"] == {}
    assert "dưới 5" in text_of(office.get(f"/xa/{FEW}"))
    assert rows_of(office.get("/bao-cao/thu?ky=2026-11"))[SHOWN[FEW]][-1] == ""
    assert rows_of(office.get("/gop-y?ky=2026-Q4&thu=birth"))[SHOWN[FEW]][1] == "dưới 5"


def test_a_kind_of_letter_is_told_from_groups_of_that_kind_alone(office: httpx.Client) -> None:
    birth, pooled = (rows_of(office.get(f"/gop-y?ky=2026-Q4&thu={kind}"))[SHOWN[MANY]] for kind in ("birth", "pooled"))
    assert (birth[:3], pooled[:3]) == (["24", "20", "83%"], ["", "20", ""])
    page = office.get("/gop-y?ky=2026-Q4").text
    assert re.findall(r'<option value="(\w*)"[^>]*>(?:Mọi|Thư)', page) == ["", "birth", "pooled"]


def test_notes_are_facts_with_and_without_and_channels_stand_apart(office: httpx.Client) -> None:
    said = text_of(office.get("/gop-y?ky=2026-Q4"))
    assert f"{SHOWN[MANY]}: 8 trong 40 góp ý có ghi chú. 8 góp ý từ mạng của xã." in said
    assert "Bỏ 8 góp ý này, còn 32: 24 hài lòng trở lên." in said
    assert "Theo thư: quét ô vuông 88%, gõ mã 12%, trong 40 góp ý." in said
    assert "Xã ghi lại, nêu riêng: phiếu giấy 21." in said


def test_one_commune_shows_how_answers_divide_and_what_was_done(office: httpx.Client) -> None:
    page = office.get(f"/gop-y/{MANY}?ky=2026-Q4")
    said, rows = text_of(page), rows_of(page)
    assert [rows[level][1:] for level in ("Rất hài lòng", "Hài lòng", "Chưa hài lòng")] == [
        ["22", "55%"],
        ["10", "25%"],
        ["8", "20%"],
    ]
    assert rows["Khai sinh"][:3] == ["30", "24", "20"]
    assert (
        "Mở trong kỳ: 3. Làm xong: 2, đúng hạn 1. Một nửa số việc xong trong 4 ngày trở lại. Đang quá hạn: 1." in said
    )
    assert "Đột xuất, Mặt trận hỏi người dân 01/11 đến 20/11/2026 40 31 30 67% (49 đến 81)" in said
    assert "Định kỳ, Mặt trận hỏi người dân 01/11 đến 20/11/2026 40 dưới 5 dưới 5 chưa đủ số liệu" in said
    assert re.search(r"Trong \d+ thư đã bốc thăm: chưa trình \d+, có chữ ký 1\.", said)
    assert "1 thư có hai câu trả lời khác nhau" in said
    assert "&lt;b&gt;Chờ lâu" in page.text
    assert office.get("/gop-y/99999").status_code == 404
    for period in ("0001-Q1", "9999", "0999-02", "2026-Q4&thu=none", "2026-11-03..2026-12-02"):
        assert office.get(f"/gop-y/{MANY}?ky={period}").status_code == 200, period
        assert office.get(f"/gop-y?ky={period}").status_code == 200, period
    assert office.get("/gop-y?ky=2026-Q9").status_code == 400


def test_comments_are_for_those_who_act_on_them_and_reading_them_is_noted(
    office: httpx.Client, server: Server, voiced: Voiced
) -> None:
    assert "Vui lắm" in text_of(office.get(f"/gop-y/{MANY}?ky=2026-Q4"))
    with caller(server.url, origin=server.url) as other:
        log_in(other, user="auditor")
        seen = text_of(other.get(f"/gop-y/{MANY}?ky=2026-Q4"))
        assert "Vui lắm" not in seen
        assert "Lời góp ý dành cho cán bộ" in seen
        assert "Mạng của xã" not in seen
        assert other.post(f"/gop-y/{MANY}/mang", data={"mang": "203.0.113.0/24"}).status_code == 403
    with voiced.district.store.reading() as work:
        acts = {(act.user, act.subject) for act in work.office.acts(500) if act.act == "view"}
    assert ("officer", f"comments 2026-Q4 {MANY}") in acts
    assert ("auditor", f"opinions 2026-Q4 {MANY}") in acts
    assert office_people.subject(f"comments 2026-Q4 {MANY}") == f"lời góp ý 2026-Q4 {MANY}"


def test_an_officer_enters_a_network_of_the_communes_own_and_takes_it_out(office: httpx.Client, voiced: Voiced) -> None:
    address = f"/gop-y/{MANY}/mang"
    assert office.post(address, data={"mang": "203.0.113.9/24"}).headers["location"] == f"/gop-y/{MANY}#mang"
    assert "203.0.113.0/24, từ 08/12/2026" in text_of(office.get(f"/gop-y/{MANY}"))
    assert "Chưa ghi gì" in html.unescape(office.post(address, data={"mang": "mạng nhà"}).text)
    assert (
        office.post(address, data={"mang": "10.0.0.1"}, headers={"origin": "https://other.example"}).status_code == 403
    )
    office.post(address, data={"bo": "203.0.113.0/24"})
    with voiced.district.store.reading() as work:
        assert work.networks.of_unit(MANY) == {}
        acts = [act.act for act in work.office.acts(500) if act.act.startswith("network")]
    assert sorted(acts) == ["network-enter", "network-leave"]


def test_the_table_is_one_sheet_of_paper_and_an_empty_office_says_so(
    office: httpx.Client, server: Server, district: District
) -> None:
    paper = pypdfium2.PdfDocument(office.get("/gop-y/tep/pdf?ky=2026-Q4").content)
    assert len(paper) == 1
    told = " ".join(paper[0].get_textpage().get_text_range().split())
    assert "Góp ý theo xã, quý IV/2026" in told
    assert re.search(rf"{SHOWN[MANY]} 54 40 74% 80% \(65 đến 90\)", told)
    assert re.search(rf"{SHOWN[FEW]} 7 dưới 5 chưa đủ số liệu", told)
    paper.close()
    with served_office(server, door_to(district)) as client:
        log_in(client)
        assert "Chưa có xã nào tham gia." in text_of(client.get("/gop-y"))
