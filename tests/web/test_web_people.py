"""People and the list of acts on the office's pages."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from web_kit import CHEAP, Server, caller, door_to, log_in, served_office

from district.house import District
from district.web.guard import Limits

PEOPLE, JOURNAL = "/khoa/nguoi-dung", "/khoa/nhat-ky"


@pytest.fixture
def office(server: Server, district: District) -> Iterator[httpx.Client]:
    door = door_to(replace(district, cost=CHEAP), limits=Limits(wrong_passwords="3/minute"))
    with served_office(server, door) as client:
        log_in(client, user="admin")
        yield client


def said(page: httpx.Response) -> str:
    text = re.sub(r"<[^>]+>", " ", page.text.split("</style>")[1])
    return " ".join(html.unescape(text).split())


def change(office: httpx.Client, act: str, name: str, own: str = "demo", **more: str) -> httpx.Response:
    return office.post(PEOPLE, data={"act": act, "name": name, "own": own, **more})


def test_an_administrator_adds_changes_and_removes_people(office: httpx.Client, district: District) -> None:
    led = change(office, "add", "Nguyễn Thu Hằng", role="officer", password="lần đầu")
    assert "Đã thêm người dùng Nguyễn Thu Hằng, vai trò cán bộ." in said(office.get(led.headers["location"]))
    assert district.users.log_in("Nguyễn Thu Hằng", "lần đầu").secrets
    led = change(office, "change", "Nguyễn Thu Hằng", role="leader", password="")
    assert "Nguyễn Thu Hằng nay là lãnh đạo." in said(office.get(led.headers["location"]))
    led = change(office, "remove", "Nguyễn Thu Hằng")
    assert "không vào được nữa" in said(office.get(led.headers["location"]))
    for act, name, sentence in (
        ("remove", "admin", "quản trị duy nhất"),
        ("add", "officer", "Đã có người dùng tên officer"),
        ("change", "ai", "chưa có người dùng ai"),
    ):
        refused = change(office, act, name, role="auditor", password="x")
        assert refused.status_code == 400
        assert sentence in said(refused)
    assert change(office, "burn", "officer").status_code == 400


def test_whoever_is_removed_or_changed_is_out_of_the_pages_at_once(
    office: httpx.Client, server: Server, district: District
) -> None:
    with caller(server.url, origin=server.url) as other:
        log_in(other)
        assert other.get("/khoa").status_code == 200
        change(office, "change", "officer", role="officer", password="khác")
        assert other.get("/khoa").status_code == 303
        assert log_in(other).status_code == 401
        assert log_in(other, "khác").status_code == 303
        change(office, "remove", "officer")
        assert other.post("/khoa/quay/1/thu-hoi", data={"reason": "x"}).headers["location"] == "/login"


def test_a_page_left_open_changes_nobody_without_the_password_and_guessing_has_to_wait(office: httpx.Client) -> None:
    for _ in range(3):
        refused = change(office, "remove", "officer", own="sai")
        assert (refused.status_code, "Mật khẩu của anh chị chưa đúng" in said(refused)) == (400, True)
    assert "Đã gõ sai nhiều lần" in said(change(office, "remove", "officer"))


def test_only_the_administrator_sees_people_and_only_auditor_and_administrator_the_list(office: httpx.Client) -> None:
    assert "Thêm một người" in office.get(PEOPLE).text
    for user, list_status in (("officer", 403), ("leader", 403), ("auditor", 200), ("admin", 200)):
        log_in(office, user=user)
        assert ("Thêm một người" in office.get(PEOPLE).text) == (user == "admin")
        assert "Vai nào làm gì" in office.get(PEOPLE).text
        assert office.get(JOURNAL).status_code == list_status
        assert office.get(f"{JOURNAL}.csv").status_code == list_status
        assert user == "admin" or change(office, "remove", "leader").status_code == 403


def test_the_list_tells_who_looked_and_its_file_holds_no_formula(office: httpx.Client) -> None:
    change(office, "add", "=1+1", role="auditor", password="x")
    office.get("/khoa")
    page = said(office.get(JOURNAL, params={"ai": "admin", "viec": "view"}))
    assert "08/12/2026 09:00 admin xem khóa các xã" in page
    assert "người dùng" not in page.split("Về", 1)[1]
    for path in ("/goi", "/goi/de-rieng", f"{JOURNAL}.csv"):
        office.get(path)
    page = said(office.get(JOURNAL, params={"ai": "admin", "viec": "view"}))
    assert all(f"xem {seen}" in page for seen in ("bàn nhận gói", "dòng để riêng", "nhật ký csv"))
    lines = office.get(f"{JOURNAL}.csv", params={"viec": "user-add", "tu": "2026-12-08", "den": "2026-12-08"})
    assert lines.headers["content-disposition"] == 'attachment; filename="nhat-ky.csv"'
    assert lines.text.splitlines()[1].endswith("admin,thêm người dùng,'=1+1")
    assert "Không có dòng nào như vậy" in said(office.get(JOURNAL, params={"ai": "nobody"}))
    assert office.get(JOURNAL, params={"tu": "hôm qua"}).status_code == 400
    assert office.get(JOURNAL, params={"trang": "99999"}).status_code == 200
