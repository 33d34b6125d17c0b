"""One commune on its sheet, letters against events, the search box and the roll-out, out of a real office that has
taken real bundles in."""

import csv
import io
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
from pretend_desk import PretendDesk, enrol
from python_calamine import CalamineWorkbook
from web_kit import Clock, Server, door_to, log_in, served_office

from common.periods import read_period
from common.words import office_people
from district.dashboards import StoreWall
from district.house import District, World, open_district
from district.paths import Folder
from district.reports import figures

HOAN_KIEM, CUA_NAM, BA_DINH = "00070", "00082", "00004"


@dataclass
class Filled:
    """The office and the three desks that sent it two months: the third has a second desk beside it that is silent."""

    district: District
    desks: list[PretendDesk]
    clock: Clock


@pytest.fixture(scope="module")
def filled(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = shutil.copytree(office_made, tmp_path_factory.mktemp("filled") / "district")
    clock = Clock(datetime(2026, 10, 1, 2, 0, tzinfo=UTC))
    office = open_district(Folder(Path(folder)), None, World(clock, os.urandom))
    officer = office.users.log_in("officer", "demo")
    desks = [enrol(office, PretendDesk(unit, unit), officer) for unit in (HOAN_KIEM, CUA_NAM, BA_DINH)]
    for month, came in ((10, datetime(2026, 11, 3, 2, tzinfo=UTC)), (11, datetime(2026, 12, 7, 2, tzinfo=UTC))):
        clock.at = came
        for count, desk in enumerate(desks[: 3 if month == 10 else 2], start=1):
            basis = len(desk.lines)
            _busy(desk, month, count)
            told = {"period": f"2026-{month}", "created_at": f"2026-{month}-30T02:00:00Z"}
            assert office.sitting(officer).receive(desk.bundle(basis, **told)).verdict == "accepted"
    clock.at = datetime(2026, 12, 8, 2, 0, tzinfo=UTC)
    yield Filled(office, desks, clock)
    office.close()


def _busy(desk: PretendDesk, month: int, births: int) -> None:
    """So many births with a letter each, one handed over and one that came back; a death without a letter."""
    for serial in range(births + 1):
        day = f"2026-{month}-{serial + 2:02d}"
        subject = desk.register_birth(day)
        letter = desk.prepare_letter(100 * month + serial, on=day)
        given = {"letter": "birth", "delivered_on": day, "way": "home", "reaction": "good"}
        desk.add("letter-printed", {"letter": "birth", "copies": 1, "reprint": 0}, letter, on=day)
        desk.add("letter-delivered", given | ({"returned_on": day} if serial == 0 else {}), letter, on=day)
        if serial == 1:
            told = {"event": "birth", "registered_on": day, "registration_type": 1, "late": 0, "unit": desk.unit}
            desk.add("amended", told, subject, 2, day)
    told = {"event": "death", "registered_on": f"2026-{month}-20", "registration_type": 1, "late": 0}
    desk.add("registered", {**told, "unit": desk.unit}, on=f"2026-{month}-20")


@pytest.fixture
def office(server: Server, filled: Filled) -> Iterator[httpx.Client]:
    reader = StoreWall(filled.district.store, filled.district.places)
    with served_office(server, door_to(filled.district, reader=reader)) as client:
        log_in(client)
        yield client


def body_of(page: httpx.Response) -> str:
    assert page.status_code == 200, page.text
    text = page.text.split("</style>")[1]
    assert not re.search(r"<script| style=|https?://", text)
    return text


def acts(filled: Filled, user: str = "officer") -> list[str]:
    with filled.district.store.reading() as work:
        return [act.subject for act in work.office.acts(500) if (act.user, act.act) == (user, "view")]


def test_a_commune_is_told_on_one_page_without_a_citizens_name(office: httpx.Client) -> None:
    page = body_of(office.get(f"/xa/{HOAN_KIEM}"))
    assert "<h1>Phường Hoàn Kiếm</h1><span>thành phố Hà Nội</span>" in page
    assert "Gói đúng hạn năm nay <strong>1 trong 2</strong>" in page
    assert "Thư đã trao, tháng 11 <strong>1</strong></p>trong 2 thư đã in" in page
    assert "<strong>dưới 5</strong></p>chưa đủ số liệu, chờ gộp với góp ý về sau" in page
    rows = re.findall(r'<tr id="(g-[\d-]+)">(.*?)</tr>', page)
    assert [re.sub(r"<[^>]+>", "|", row) for _, row in rows] == [
        "|2||11/2026||30/11/2026||4||1|||nhận 07/12||",
        "|1||10/2026||30/10/2026||4||1|||nhận 03/11||",
    ]
    births = re.search(r'<th scope="row">Khai sinh</th>(.*?)</tr>', page)
    assert births is not None
    assert re.findall(r">(\d*)</td>", births[1]) == ["2", "1", "4", "2"]
    assert "Mốc nhật ký nối liền từ gói số 1 đến số 2" in page
    assert "Lần khôi phục gần nhất: chưa có." in page
    assert "Cấp trên không giữ tên, địa chỉ, số định danh của người dân." in page
    assert "Góp từ" in page


def test_a_receipt_is_had_again_from_the_communes_page_and_from_no_other(office: httpx.Client, filled: Filled) -> None:
    desk = filled.desks[0]
    again = office.get(f"/xa/{HOAN_KIEM}/bien-nhan/{desk.number}/2")
    assert again.headers["content-disposition"] == f'attachment; filename="BN-00070-{desk.number}_so-2.mctt"'
    with filled.district.store.reading() as work:
        newest = work.receipts.newest(desk.number)
    assert newest is not None
    assert again.content == newest.sealed
    assert office.get(f"/xa/{CUA_NAM}/bien-nhan/{desk.number}/2").status_code == 404
    for number in (9, 10**30):
        assert office.get(f"/xa/{HOAN_KIEM}/bien-nhan/{desk.number}/{number}").status_code == 404
    assert office.get("/xa/99999").status_code == 404


def test_every_commune_stands_in_the_list_and_in_the_chart(office: httpx.Client) -> None:
    listed = body_of(office.get("/xa"))
    names = ["Phường Ba Đình", "Phường Cửa Nam", "Phường Hoàn Kiếm"]
    assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)', listed) == names
    chart = body_of(office.get("/"))
    assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)', chart) == names
    assert ">3 xã</th>" in chart
    asking = body_of(office.get("/?group=person"))
    assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)', asking) == names[:1]
    assert ">1 trong 3 xã</th>" in asking


@pytest.mark.parametrize("name", ["2026-11", "2026-Q4", "2026", "2026-10-03..2026-11-03"])
def test_the_table_adds_up_to_the_report_of_the_command_line(office: httpx.Client, filled: Filled, name: str) -> None:
    sheet = csv.reader(io.StringIO(office.get("/bao-cao/thu/tep/csv", params={"ky": name}).content.decode("utf-8-sig")))
    head, *rows = list(sheet)
    whole = dict(zip(head, rows[-1], strict=True))
    with filled.district.store.reading() as work:
        told = figures(work, work.desks.all(), read_period(name))
    assert [int(whole[f"{word}, đăng ký"]) for word in ("Khai sinh", "Kết hôn", "Khai tử")] == [*told.events.values()]
    births = [int(whole[f"Thư mừng khai sinh, {word}"]) for word in ("đã lập", "đã in", "đã trao")]
    assert births == [*told.letters["birth"].values()]
    assert [sum(int(row[n]) for row in rows[:-1]) for n in range(2, len(head))] == [*map(int, rows[-1][2:])]
    assert sum(told.events.values()) > 0


def test_one_commune_is_told_month_by_month_and_adds_up_to_its_own_report(office: httpx.Client, filled: Filled) -> None:
    page = body_of(office.get("/bao-cao/thu", params={"ky": "2026-Q4", "xa": HOAN_KIEM}))
    assert "Phường Hoàn Kiếm: thư và việc đăng ký, quý IV năm 2026" in page
    assert re.findall(r'<th scope="row">(Tháng [^<]+)', page) == ["Tháng 10/2026", "Tháng 11/2026", "Tháng 12/2026"]
    whole = re.search(r'<tr class="sum">(.*?)</tr>', page, re.DOTALL)
    assert whole is not None
    with filled.district.store.reading() as work:
        told = figures(work, work.desks.of_unit(HOAN_KIEM), read_period("2026-Q4"))
    assert re.findall(r">(\d*)</td>", whole[1])[:4] == [str(n) for n in (4, 4, 4, 2)]
    assert (told.events["birth"], told.letters["birth"]["delivered"]) == (4, 2)
    kept = office.get("/bao-cao/thu/tep/csv", params={"ky": "2026-Q4", "xa": HOAN_KIEM})
    assert kept.headers["content-disposition"] == 'attachment; filename="bao-cao-2026-Q4-00070.csv"'
    assert kept.content.decode().count(f"{HOAN_KIEM},Tháng ") == 3
    assert office.get("/bao-cao/thu/tep/pdf", params={"ky": "2026-Q4", "xa": HOAN_KIEM}).content.startswith(b"%PDF")
    assert office.get("/bao-cao/thu", params={"xa": "26461"}).status_code == 404


def test_gaps_are_told_as_facts(office: httpx.Client) -> None:
    page = body_of(office.get("/bao-cao/thu?part=11&year=2026"))
    assert "Thư và việc đăng ký, tháng 11 năm 2026" in page
    whole = re.search(r'<tr class="sum">(.*?)</tr>', page, re.DOTALL)
    assert whole is not None
    cells = re.findall(r">(\d*)</td>", whole[1])
    assert cells == ["5", "5", "5", "3", "2", "0", "", "", "", "", "2", "", "", "", "", "", "", "2", "2", "0"]


def test_files_hold_what_the_page_shows_and_nothing_that_a_spreadsheet_would_reckon_with(office: httpx.Client) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(office.get("/bao-cao/thu/tep/xlsx?ky=2026-11").content))
    rows = book.get_sheet_by_index(0).to_python()
    assert (rows[0][:3], rows[1][:3]) == (["Mã", "Đơn vị", "Khai sinh, đăng ký"], [BA_DINH, "Phường Ba Đình", 0.0])
    raw = office.get("/bao-cao/thu/tep/csv?ky=2026-11").content
    assert raw.startswith("\ufeffMã,Đơn vị,".encode())
    assert not re.search(rb"(^|[,\n])\"?[=+@-]", raw)
    paper = pypdfium2.PdfDocument(office.get("/bao-cao/thu/tep/pdf?ky=2026-11").content)
    told = "".join(page.get_textpage().get_text_bounded() for page in paper)
    assert "Phường Cửa Nam" in told
    assert "tháng 11 năm 2026" in told
    paper.close()
    assert office.get("/bao-cao/thu/tep/exe?ky=2026-11").status_code == 400
    for slip in ("hôm qua", "0001-01-01..9999-12-31", "2026-13"):
        assert "Chưa hiểu kỳ" in office.get("/bao-cao/thu", params={"ky": slip}).text
    assert all(office.get(f"/bao-cao/thu{end}?ky=9999-12").status_code == 200 for end in ("", "/tep/csv", "/tep/pdf"))


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("hoan kiem", f"/xa/{HOAN_KIEM}"),
        ("Cửa Nam", f"/xa/{CUA_NAM}"),
        (BA_DINH, f"/xa/{BA_DINH}"),
        ("GOI-00082-2_2026-11_so-2.mctt", f"/xa/{CUA_NAM}?year=2026#g-2-2"),
    ],
)
def test_the_search_box_leads_to_the_only_hit(office: httpx.Client, typed: str, leads: str) -> None:
    found = office.get("/tim", params={"q": typed})
    assert (found.status_code, found.headers["location"]) == (303, leads)


def test_a_number_beyond_all_counting_is_sought_and_not_found(office: httpx.Client) -> None:
    assert "Không thấy" in office.get("/tim", params={"q": f"GOI-00082-2_2026-11_so-{10**30}"}).text


def test_the_search_box_lists_several_and_knows_a_bundle_by_number_and_code(
    office: httpx.Client, filled: Filled
) -> None:
    assert len(re.findall(r'<th scope="row">', body_of(office.get("/tim?q=phuong")))) == 3
    assert "Gói số 1 của Phường Hoàn Kiếm" in body_of(office.get("/tim?q=số 1"))
    with filled.district.store.reading() as work:
        (_, bundle) = work.bundles.of_desk(filled.desks[0].number)
    shown = " ".join(bundle.document[:12].upper()[n : n + 4] for n in (0, 4, 8))
    assert office.get("/tim", params={"q": shown}).headers["location"] == f"/xa/{HOAN_KIEM}?year=2026#g-1-2"
    for nothing in ("%", "xã không có", "ffffffffffff", "<b>"):
        assert "Không thấy." in body_of(office.get("/tim", params={"q": nothing}))
    assert office.get("/tim").status_code == 200


def test_each_page_that_somebody_opens_is_a_line_once_in_ten_minutes(server: Server, filled: Filled) -> None:
    moment = filled.clock.at
    for serving in range(2):  # the second is another process: it knows only what the list says
        with served_office(server, door_to(filled.district)) as client:
            log_in(client, user="auditor")
            for path in (f"/xa/{CUA_NAM}", "/bao-cao/thu?ky=2026", "/", f"/xa/{CUA_NAM}"):
                assert client.get(path).status_code == 200, (serving, path)
    seen = [f"unit {CUA_NAM}", "report 2026", "wall 2026"]
    assert sorted(acts(filled, "auditor")) == sorted(seen)
    with served_office(server, door_to(filled.district)) as client:
        log_in(client, user="auditor")
        client.get("/")
        filled.clock.forward(minutes=11)
        client.get("/")
    filled.clock.at = moment
    assert acts(filled, "auditor").count("wall 2026") == 2


def test_every_page_prints_on_its_sheet(office: httpx.Client, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    cookie = {"name": "motcua", "value": office.cookies["motcua"], "url": str(office.base_url)}
    context.add_cookies([cookie])
    page = context.new_page()
    sheets = {
        "/": (420, 297),
        f"/xa/{HOAN_KIEM}": (210, 297),
        "/bao-cao": (297, 210),
        "/bao-cao/thu": (297, 210),
        "/trien-khai": (210, 297),
    }
    for path, size in sheets.items():
        page.goto(f"{office.base_url}{path}")
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        assert [tuple(round(side / 72 * 25.4) for side in one.get_size()) for one in printed] == [size], path
        printed.close()
        assert page.evaluate(UNNAMED) == [], path
        assert page.evaluate(TOO_PALE) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
    context.close()


# What a screen reader could not name: fields without a label, header cells without a scope, tables without a caption.
UNNAMED = """() => [
  ...[...document.querySelectorAll('input:not([type=hidden]),select,textarea')]
    .filter(one => !one.labels.length && !one.getAttribute('aria-label')),
  ...document.querySelectorAll('th:not([scope])'),
  ...[...document.querySelectorAll('table')].filter(one => !one.caption),
  ...[...document.querySelectorAll('a,button')].filter(one => !one.textContent.trim()),
  ...(document.querySelectorAll('h1').length === 1 ? [] : [document.body]),
].map(one => one.outerHTML.slice(0, 80))"""


def test_the_plan_is_written_by_who_may_and_only_looked_at_by_the_auditor(server: Server, district: District) -> None:
    with served_office(server, door_to(district)) as client:
        log_in(client, user="auditor")
        step = {"unit": CUA_NAM, "stage": "pilot", "planned": "01/03/2026", "note": "=1+1"}
        assert client.post("/trien-khai/xa", data=step).status_code == 403
        assert "<form class" not in body_of(client.get("/trien-khai")).split("<main>")[1]
        client.post("/logout")
        log_in(client, user="leader")
        assert client.post("/trien-khai/xa", data=step).status_code == 303
        assert (
            client.post("/trien-khai/moc", data={"by": "1/9/2026", "share": "50", "source": "<b>"}).status_code == 303
        )
        told = client.post("/trien-khai/moc", data={"by": "1/9/2026", "share": "x"})
        assert (told.status_code, "Phần trăm là số từ 1 đến 100." in told.text) == (400, True)
        page = body_of(client.get("/trien-khai"))
        assert "50% đến 01/09/2026" in page
        assert "&lt;b&gt;" in page
        assert "chưa, đã qua ngày" in page
        assert "Sửa: Phường Cửa Nam" in body_of(client.get(f"/trien-khai?sua={CUA_NAM}"))
        assert client.post("/trien-khai/xa", data={**step, "unit": "rest", "stage": "everyone"}).status_code == 303
        assert "Mọi xã đã có trong kế hoạch." in body_of(client.get("/trien-khai"))
        client.post("/trien-khai/bo", data={"unit": CUA_NAM})
        for _ in range(2):
            client.post("/trien-khai/bo-moc", data={"by": "2026-09-01"})
        page = body_of(client.get("/trien-khai"))
        assert "Chưa có mốc nào." in page
        assert f'<option value="{CUA_NAM}">Phường Cửa Nam</option>' in page
    with district.store.reading() as work:
        done = {act.act for act in work.office.acts(500) if act.user == "leader"}
        assert [act.act for act in work.office.acts(500)].count("plan-goal-drop") == 1
    assert done == {"plan", "plan-goal", "plan-drop", "plan-goal-drop", "view"}
    assert done <= set(office_people.ACTS)


# Words whose colour stands out less than 4.5 to 1 from what lies behind them.
TOO_PALE = """() => {
  const read = text => (text.match(/[0-9.]+/g) || []).map(Number);
  const bright = ([r, g, b]) => [r, g, b].map(x => x / 255)
    .map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
    .reduce((sum, x, n) => sum + x * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = one => {
    for (let at = one; at; at = at.parentElement) {
      const found = read(getComputedStyle(at).backgroundColor);
      if (found.length && found[3] !== 0) return found;
    }
    return [255, 255, 255];
  };
  const pale = [];
  for (const one of document.querySelectorAll('body *')) {
    const own = [...one.childNodes].some(part => part.nodeType === 3 && part.textContent.trim());
    if (!own || one.closest('svg')) continue;
    const [front, back] = [bright(read(getComputedStyle(one).color)), bright(behind(one))];
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < 4.5) pale.push(`${ratio.toFixed(1)} ${one.outerHTML.slice(0, 80)}`);
  }
  return pale;
}"""
