"""The page that takes bundles in: many files at once, piles that add up after every step, receipts as one file."""

import io
import re
import zipfile
from collections.abc import Iterator
from threading import Event
from typing import Any

import httpx
import pytest
from pretend_desk import PretendDesk, enrol
from web_kit import SECRET, Clock, Server, door_to, log_in, served_office

from district.house import District
from district.tray import Trays
from district.web import tray_page
from district.web.office import office_app

EVIL = "x<img src=x onerror=alert(1)>\u202egnp.mctt"


@pytest.fixture
def desk(district: District) -> PretendDesk:
    desk = enrol(district, PretendDesk(), district.users.log_in("officer", "demo"))
    for _ in range(3):
        desk.register_birth()
    return desk


@pytest.fixture
def office(server: Server, district: District) -> Iterator[httpx.Client]:
    with served_office(server, door_to(district)) as client:
        log_in(client)
        client.follow_redirects = True
        yield client


def put(office: httpx.Client, *files: tuple[str, bytes]) -> httpx.Response:
    return office.post("/goi", files=[("files", file) for file in files])


def piles(page: httpx.Response) -> list[int]:
    """The five piles as they are shown; their sum stands beside them."""
    counts = [int(count) for count in re.findall(r'<div class="pile \w+"><b>(\d+)</b>', page.text)]
    assert len(counts) == 5
    assert f"<b>{' + '.join(map(str, counts))} = {sum(counts)}.</b>" in page.text
    return counts


def done(office: httpx.Client, page: httpx.Response) -> httpx.Response:
    """The page that says that all is taken in; a machine with much to do may need another look."""
    for _ in range(500):
        if "Đã nhập xong." in page.text:
            break
        page = office.get(page.url)
    return page


def test_files_are_looked_at_before_anything_is_taken_and_receipts_come_as_one_file(
    office: httpx.Client, desk: PretendDesk, district: District, clock: Clock
) -> None:
    late, first = desk.bundle(basis=2), desk.bundle(head=2)
    assert "Chưa có tệp nào trên bàn." in office.get("/goi").text
    page = put(office, ("sau.mctt", late), (EVIL, b"hello"))
    assert piles(page) == [0, 0, 1, 0, 1]
    assert "<img" not in page.text
    assert "\u202e" not in page.text
    page = put(office, ("trước.mctt", first), ("lần nữa.mctt", first))
    assert piles(page) == [2, 1, 0, 0, 1]
    assert "Nhập 2 gói và lập 2 biên nhận" in page.text
    assert "Bản ghi sẽ vào: 3, sửa: 0, bị giữ lại: 0." in page.text
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 0
    page = done(office, office.post(f"{page.url}/nhap"))
    assert piles(page) == [2, 1, 0, 0, 1]
    assert piles(office.post(f"{page.url}/nhap")) == [2, 1, 0, 0, 1]
    assert "Đúng như lúc xem trước." in page.text
    with zipfile.ZipFile(io.BytesIO(office.get(f"{page.url}/bien-nhan.zip").content)) as found:
        assert found.namelist() == ["BN-00070-1_so-1.mctt", "BN-00070-1_so-2.mctt"]
        one = office.get(f"{page.url}/bien-nhan/BN-00070-1_so-2.mctt")
        assert one.content == found.read("BN-00070-1_so-2.mctt")
    assert one.headers["content-disposition"] == 'attachment; filename="BN-00070-1_so-2.mctt"'
    assert office.get(f"{page.url}/bien-nhan/..%2foffice.db").status_code == 404
    assert "Biên nhận do chính nơi này lập" in put(office, ("BN-00070-1_so-2.mctt", one.content)).text
    assert f"{page.url.path}" in office.get("/goi").text
    clock.forward(days=24)
    log_in(office)
    assert "<h1>Nhận gói tháng 11/2026</h1><span>thứ Ba 08/12/2026, 9:00</span>" in office.get(page.url.path).text


def test_what_changed_between_preview_and_taking_is_told_and_still_adds_up(
    office: httpx.Client, desk: PretendDesk, district: District
) -> None:
    raw = desk.bundle()
    page = put(office, ("goi.mctt", raw))
    district.sitting(district.users.log_in("admin", "demo")).receive(raw)
    page = done(office, office.post(f"{page.url}/nhap"))
    assert piles(page) == [0, 1, 0, 0, 0]
    assert "1 tệp khác lúc xem trước" in page.text
    assert "Lúc xem trước: nhận, 3 bản ghi." in page.text


def test_the_page_refreshes_itself_while_a_tray_is_taken_in_and_goes_on_after_a_stop(
    office: httpx.Client, desk: PretendDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_page, "AT_ONCE", 0)
    gate, plain = Event(), Trays._take

    def slow(trays: Trays, file: Any) -> None:
        assert file.ordinal == 1 or gate.wait(20)
        plain(trays, file)

    monkeypatch.setattr(Trays, "_take", slow)
    page = put(office, ("1.mctt", desk.bundle(head=1)), ("2.mctt", desk.bundle(1)), ("3.txt", b"b"))
    page = office.post(f"{page.url}/nhap")
    assert '<meta http-equiv="refresh"' in page.text
    assert re.search(r"Đã nhập [012] trong 3", page.text)
    assert put(office, ("4.txt", b"c")).url != page.url
    gate.set()
    assert piles(done(office, page)) == [2, 0, 0, 0, 1]


def test_a_tray_whose_server_went_away_can_be_taken_to_its_end(
    office: httpx.Client, desk: PretendDesk, district: District, clock: Clock
) -> None:
    page = put(office, ("1.mctt", desk.bundle()))
    Trays(district.sitting(district.users.log_in("officer", "demo"))).begin(page.url.path.rsplit("/", 1)[1])
    assert '<meta http-equiv="refresh"' in office.get("/goi").text  # another process may be at it
    clock.forward(seconds=21)
    page = office.get("/goi")
    assert "Nhập tiếp 1 tệp còn lại" in page.text
    assert "refresh" not in page.text
    assert piles(done(office, office.post(f"{page.url}/nhap"))) == [1, 0, 0, 0, 0]


def test_a_tray_can_be_dropped_and_anothers_table_can_be_seen_by_those_who_hold_keys_only(
    server: Server, office: httpx.Client, desk: PretendDesk, clock: Clock
) -> None:
    page = put(office, ("1.mctt", desk.bundle()))
    with httpx.Client(base_url=office.base_url, headers=office.headers, follow_redirects=True) as other:
        log_in(other, user="admin")
        assert "Bàn của officer" in other.get("/goi").text
        assert piles(other.get(page.url)) == [1, 0, 0, 0, 0]
        log_in(other, user="leader")
        for asked in (other.get("/goi"), other.get(page.url), other.post("/goi", files={"files": ("x", b"x")})):
            assert asked.status_code == 403
    assert "Bàn này để từ" not in office.get("/goi").text
    clock.forward(hours=15)
    log_in(office)
    assert "Bàn này để từ 9:00 ngày 08/12, các tệp còn nguyên, chưa có gì được nhập." in office.get("/goi").text
    assert "Chưa có tệp nào trên bàn." in office.post(f"{page.url}/bo").text
    assert office.get(page.url).status_code == 400
    assert office.get("/goi/khong-co").status_code == 400


def test_an_upload_is_counted_as_it_comes_and_other_forms_stay_short(
    server: Server, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tray_page.LARGEST, "/goi", 100_000)

    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(20):
            yield bytes(10_000)

    with served_office(server, door_to(district)) as office:
        log_in(office)
        kind = {"content-type": "multipart/form-data; boundary=x"}
        assert office.post("/goi", content=endless(), headers=kind).status_code == 413
        told = put(office, ("a", bytes(100_001)))
        assert (told.status_code, "nặng quá 200 MB" in told.text) == (413, True)
        assert office.post("/goi/x/nhap", content=bytes(9_000)).status_code == 413
        many = put(office, *((f"{number}", b"") for number in range(501)))
        assert (many.status_code, "đặt được 500 tệp" in many.text) == (400, True)
        assert put(office, ("a", b"a")).status_code == 303
        assert office.post("/goi", files={"files": ("a", b"a")}, headers={"origin": "http://x"}).status_code == 403


def test_lines_set_aside_are_shown_and_read_again_on_their_page(office: httpx.Client, desk: PretendDesk) -> None:
    desk.lines[1] = desk.lines[1].replace(b'"registered"', b'"tomorrowed"')
    page = done(office, office.post(f"{put(office, ('goi.mctt', desk.bundle())).url}/nhap"))
    assert "Nhận 2 trong 3 bản ghi; 1 bản để riêng, lý do có trong biên nhận." in page.text
    assert "1 dòng đang để riêng." in page.text
    page = office.get("/goi/de-rieng")
    assert "1 dòng: loại việc mà máy này chưa biết" in page.text
    assert "Chưa đọc được thêm dòng nào; 1 dòng vẫn để riêng." in office.post("/goi/de-rieng").text
    with zipfile.ZipFile(io.BytesIO(office.get("/goi/de-rieng/bien-nhan.zip?so=1-1&so=9-9&so=x").content)) as found:
        assert found.namelist() == ["BN-00070-1_so-1.mctt"]


def test_eighty_files_go_up_at_once_without_script_and_the_list_prints_on_a4(
    server: Server, district: District, desk: PretendDesk, browser: Any
) -> None:
    named = [("goi.mctt", desk.bundle()), *((f"ảnh {number}.png", f"{number}".encode()) for number in range(79))]
    files = [{"name": name, "mimeType": "application/octet-stream", "buffer": raw} for name, raw in named]
    with server.showing(office_app(door_to(district), SECRET)) as url:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, java_script_enabled=False)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(f"{url}/login")
        page.get_by_label("Tên đăng nhập").fill("officer")
        page.get_by_label("Mật khẩu").fill("demo")
        page.get_by_role("button", name="Mở bảng tổng").click()
        page.get_by_role("link", name="Nhận gói").click()
        page.set_input_files("input[type=file]", files)
        page.get_by_role("button", name="Đặt lên bàn và xem trước").click()
        page.get_by_text("1 + 0 + 0 + 0 + 79 = 80.").wait_for()
        page.get_by_text("Đang hiện 3 tệp tiêu biểu trong 80.").wait_for()
        button = page.get_by_role("button", name="Nhập 1 gói và lập 1 biên nhận")
        assert button.bounding_box()["y"] < 768
        page.get_by_role("link", name="In danh sách").click()
        page.wait_for_url("**?in")
        width, height = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", page.pdf(prefer_css_page_size=True))[0]
        assert (round(float(width)), round(float(height))) == (595, 842)
        page.get_by_role("link", name="Quay lại").click()
        button.click()
        page.get_by_text("Đã nhập xong.").wait_for()
        with page.expect_download() as found:
            page.get_by_role("link", name="Tải 1 biên nhận").click()
        assert found.value.suggested_filename == "bien-nhan.zip"
        context.close()
