"""The office's pages over a real connection: log-in, sessions, forms from elsewhere, the chart on its page."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from web_kit import SECRET, Clock, Server, door_to, log_in, office_face, public_keys, served_office

from common.words import district as words
from district.dashboards import Wall, row_of
from district.house import District
from district.owing import Came, Post, Sender, deadline
from district.places import Place
from district.store.office import User
from district.store.public_store import PublicStore
from district.store.store import Store
from district.trouble import Trouble
from district.users import Member
from district.web.guard import Limits
from district.web.office import office_app
from district.web.public import public_app
from district.web.sessions import Sessions
from district.web.together import both_faces

NAMES = (
    *("An Liên", "Bình Sơn", "Cẩm Đường", "Đắk Nông Thượng", "Ea Sen", "Hòa Trung", "Kim Ngân", "Lâm Hà Tây"),
    *(
        "Long Điền Bắc",
        "Mỹ Thạnh",
        "Phú Lộc",
        "Phường Nam Hải",
        "Phường Tân Thuận",
        "Sông Lam",
        "Trà Giang",
        "Vĩnh Sơn",
    ),
)


class Sixteen:
    """Sixteen communes, one late, one amended, one silent, one with two contents."""

    def wall(self, year: int, today: date) -> Wall:
        return Wall(year, today, tuple(self._row(name, year, today) for name in NAMES))

    def _row(self, name: str, year: int, today: date) -> Any:
        late, silent, two = name == "Bình Sơn", name == "Mỹ Thạnh", name == "Hòa Trung"
        months = [f"{year}-{month:02d}" for month in range(1, 12 - 3 * silent - two)]
        days = [deadline(month).replace(day=9 if late and month.endswith("05") else 3) for month in months]
        came = tuple(Came(1, int(month[5:]), month, day) for month, day in zip(months, days, strict=True))
        forked = {f"{year}-11": (1, 11)} if two else None
        amended = frozenset({f"{year}-07"} if name == "Cẩm Đường" else ())
        post = Post((Sender(1, date(year, 1, 1)),), came, forked, amended)
        return row_of(Place(f"990{NAMES.index(name):02d}", name, f"Xã {name}", ""), post, year, today)


@pytest.fixture
def office(server: Server, district: District) -> Iterator[httpx.Client]:
    with served_office(server, door_to(district, reader=Sixteen(), proxies=("127.0.0.9",))) as client:
        yield client


def test_without_a_session_the_chart_leads_to_the_log_in(office: httpx.Client) -> None:
    led = office.get("/")
    assert (led.status_code, led.headers["location"]) == (303, "/login")
    assert "Đăng nhập" in office.get("/login").text


def test_the_right_password_opens_the_chart_and_log_out_closes_it(office: httpx.Client) -> None:
    entered = log_in(office)
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    page = office.get("/")
    assert page.status_code == 200
    assert "officer ·" in page.text
    cookie = office.cookies["motcua"]
    assert office.post("/logout").status_code == 303
    office.cookies.set("motcua", cookie)
    assert office.get("/").status_code == 303


@pytest.mark.parametrize(("user", "password"), [("officer", "sai"), ("ai", "demo"), ("", ""), ("officer", "")])
def test_every_wrong_log_in_hears_the_same_sentence(office: httpx.Client, user: str, password: str) -> None:
    page = office.post("/login", data={"user": user, "password": password})
    assert page.status_code == 401
    assert "Tên hoặc mật khẩu chưa đúng." in page.text
    assert "set-cookie" not in page.headers


def test_guessing_a_password_has_to_wait(server: Server, district: District) -> None:
    with served_office(server, door_to(district, limits=Limits(wrong_passwords="3/minute"))) as office:
        assert [log_in(office, "sai").status_code for _ in range(4)] == [401, 401, 401, 429]
        assert log_in(office).status_code == 429
        other = {"user": "officer-2", "password": "sai"}
        assert office.post("/login", data=other).status_code == 401


def test_the_cookie_on_this_machine_is_plain_but_strict(office: httpx.Client) -> None:
    said = log_in(office).headers["set-cookie"]
    assert said.startswith("motcua=")
    assert "HttpOnly" in said
    assert "SameSite=strict" in said
    assert "Path=/" in said
    assert "Secure" not in said


def test_behind_a_named_https_proxy_the_cookie_is_bound_to_the_host(server: Server, district: District) -> None:
    app = office_app(door_to(district, proxies=("127.0.0.1",)), SECRET)
    told = {"x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.7", "host": "noibo.example"}
    with server.showing(app) as url, httpx.Client(base_url=url, headers=told) as office:
        said = log_in(office, headers={"origin": "https://noibo.example"}).headers["set-cookie"]
    assert said.startswith("__Host-motcua=")
    assert "Secure" in said
    assert "Domain" not in said


def test_thirty_idle_minutes_end_a_session_and_work_keeps_it(office: httpx.Client, clock: Clock) -> None:
    log_in(office)
    for _ in range(3):
        clock.forward(minutes=29)
        assert office.get("/").status_code == 200
    clock.forward(minutes=31)
    assert office.get("/").status_code == 303


def test_a_cookie_that_we_did_not_sign_or_have_forgotten_opens_nothing(district: District, clock: Clock) -> None:
    officer = district.users.log_in("officer", "demo")
    sessions, stranger = (Sessions(district.store, secret, clock, os.urandom) for secret in (SECRET, bytes(32)))
    good, other = sessions.begin(officer), stranger.begin(officer)
    for cookie in (other, good[:-1], good.split(".")[0], "", "ấm"):
        assert sessions.member(cookie) is None
    sessions.end(good)
    assert sessions.member(good) is None


def test_another_process_knows_the_session_and_opens_the_same_keys(district: District, clock: Clock) -> None:
    officer = district.users.log_in("officer", "demo")
    cookie = Sessions(district.store, SECRET, clock, os.urandom).begin(officer)
    again = Store.open(district.folder.office_url)
    assert Sessions(again, SECRET, clock, os.urandom).member(cookie) == officer
    again.close()


def test_the_table_of_sessions_opens_no_key_and_no_role_can_be_written_into_it(
    district: District, clock: Clock
) -> None:
    officer = district.users.log_in("officer", "demo")
    cookie = Sessions(district.store, SECRET, clock, os.urandom).begin(officer)
    with closing(sqlite3.connect(district.folder.office)) as held:
        (sealed,) = held.execute("SELECT sealed FROM sessions").fetchone()
        assert officer.secrets is not None
        assert officer.secrets.token_master.hex().encode() not in sealed
        held.execute("UPDATE sessions SET role = 'administrator'")
        held.commit()
    assert Sessions(district.store, SECRET, clock, os.urandom).member(cookie) is None


def test_who_holds_no_keys_has_none_in_a_session_either(district: District, clock: Clock) -> None:
    sessions = Sessions(district.store, SECRET, clock, os.urandom)
    leader = sessions.member(sessions.begin(district.users.log_in("leader", "demo")))
    assert leader is not None
    assert (leader.role, leader.secrets) == ("leader", None)


def test_whoever_is_removed_while_logging_in_gets_no_session(district: District, clock: Clock) -> None:
    sessions = Sessions(district.store, SECRET, clock, os.urandom)
    leader, officer = (district.users.log_in(name, "demo") for name in ("leader", "officer"))
    with district.store.work() as work:
        work.office.remove_user("leader")
        work.office.change_user(User("officer", "auditor", "", ""))
    assert [sessions.begin(member) for member in (leader, officer)] == ["", ""]
    with closing(sqlite3.connect(district.folder.office)) as held:
        assert held.execute("SELECT count(*) FROM sessions").fetchone() == (0,)


def test_a_log_in_that_a_removal_overtakes_is_answered_like_a_wrong_password(
    server: Server, district: District
) -> None:
    def let_in(name: str, password: str) -> Member | None:
        member = district.users.let_in(name, password)
        with district.store.work() as work:
            work.office.remove_user(name)
        return member

    with served_office(server, replace(door_to(district), let_in=let_in)) as client:
        assert log_in(client).status_code == 401
        assert client.get("/").status_code == 303


def test_a_store_that_fails_is_told_in_a_sentence_with_every_header(server: Server, district: District) -> None:
    class Away:
        def wall(self, year: int, today: date) -> Wall:
            raise Trouble("store-busy")

    with served_office(server, door_to(district, reader=Away())) as client:
        log_in(client)
        page = client.get("/")
    assert page.status_code == 503
    assert words.trouble("store-busy") in page.text
    assert "content-security-policy" in page.headers


def test_what_nobody_foresaw_is_told_in_our_language_with_every_header(server: Server, district: District) -> None:
    class Broken:
        def wall(self, year: int, today: date) -> Wall:
            raise LookupError("unforeseen")

    with served_office(server, door_to(district, reader=Broken())) as client:
        log_in(client)
        page = client.get("/")
    assert page.status_code == 500
    assert words.bug() in page.text
    assert "content-security-policy" in page.headers


def test_a_server_that_is_away_altogether_is_told_in_its_sentence(
    office: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(office)

    def away(_store: Store) -> None:
        raise Trouble("server-away")

    monkeypatch.setattr(Store, "reading", away)
    page = office.get("/")
    assert page.status_code == 503
    assert words.trouble("server-away") in page.text


def test_looking_at_the_chart_is_in_the_list_of_acts(office: httpx.Client, district: District) -> None:
    log_in(office, user="leader")
    office.get("/?year=2026")
    with district.store.reading() as work:
        newest = work.office.acts(1)[0]
    assert (newest.user, newest.act, newest.subject) == ("leader", "view", "wall 2026")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused(office: httpx.Client, headers: dict[str, str]) -> None:
    log_in(office)
    del office.headers["origin"]
    for path in ("/login", "/logout"):
        refused = office.post(path, data={"user": "officer", "password": "demo"}, headers=headers)
        assert refused.status_code == 403
        assert "Không có gì bị thay đổi." in refused.text
    assert office.get("/").status_code == 200


def test_the_browsers_own_word_is_enough_when_it_says_same_origin(office: httpx.Client) -> None:
    del office.headers["origin"]
    assert log_in(office, headers={"sec-fetch-site": "same-origin"}).status_code == 303


def test_every_page_carries_the_headers(office: httpx.Client) -> None:
    pages = [office.get("/login"), log_in(office), office.get("/"), office.get("/nowhere"), office.post("/logout")]
    pages.append(office.post("/login", content=b"x" * 9000))
    for page in pages:
        assert page.headers["content-security-policy"].startswith("default-src 'none';")
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_the_chart_says_each_cell_by_a_sign_or_a_word_and_letters_against_events(office: httpx.Client) -> None:
    log_in(office)
    page = office.get("/?year=2026").text
    assert "tính đến thứ Ba 08/12/2026" in page
    body = page.split("<tbody>")[1].split("</tbody>")[0]
    assert body.count("<tr") == 16
    assert len(re.findall('class="c ', body)) == 16 * 12
    assert [body.count(f">{word}<") for word in ("muộn", "sửa", "chưa", "xem")] == [1, 1, 3, 1]
    assert "im lặng 96 ngày" in body
    assert "hai nội dung khác nhau" in body
    assert 'href="/xa/99005?year=2026#g-1-11" title="11/2026: cần người xem">xem</a>' in body
    assert re.findall(r'<tr class="(person[^"]*)"><th scope="row"><a href="/xa/(\d+)"', body) == [
        ("person look", "99005"),
        ("person look", "99009"),
    ]
    aside = page.split("<aside")[1]
    assert "14 trong 16" in aside
    assert "Mỹ Thạnh (từ tháng 9)" in aside
    assert '<a href="/xa/99009">Gọi xã Mỹ Thạnh</a>, im lặng lâu nhất' in aside
    assert '<a href="/xa/99005?year=2026#g-1-11">Xem gói số 11 của Hòa Trung</a>' in aside
    assert not re.search(r"<script| style=|https?://", page.split("</style>")[1])


@pytest.mark.parametrize("asked", ["abcd", "1999", "2999", "", "²⁰²⁶"])
def test_a_year_that_cannot_be_shown_gives_this_year(office: httpx.Client, asked: str) -> None:
    log_in(office)
    assert "năm 2026</h1>" in office.get("/", params={"year": asked}).text


def test_both_faces_share_a_port_and_nothing_else(
    server: Server, tmp_path: Path, clock: Clock, district: District
) -> None:
    store = PublicStore.open(f"sqlite:///{(tmp_path / 'public.db').as_posix()}", os.urandom)
    public = public_app(store, public_keys("age1x"), office_face(), clock)
    app = both_faces(public, office_app(door_to(district), SECRET))
    with server.showing(app) as url, httpx.Client(base_url=url, headers={"origin": url}) as client:
        assert "Gõ mã in cạnh ô vuông trên thư." in client.get("/").text
        assert client.get("/g/x").status_code == 404
        assert client.get("/van-phong/").headers["location"] == "/van-phong/login"
        entered = client.post("/van-phong/login", data={"user": "officer", "password": "demo"})
        assert entered.headers["location"] == "/van-phong/"
        assert "Bảng tổng" in client.get("/van-phong/").text
        assert client.get("/").headers["referrer-policy"] == "no-referrer"
    store.close()


def test_an_officer_logs_in_with_a_real_browser_and_the_chart_fits_one_a3_sheet(
    server: Server, district: District, browser: Any, tmp_path: Path
) -> None:
    with server.showing(office_app(door_to(district, reader=Sixteen()), SECRET)) as url:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, java_script_enabled=False)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{url}/")
        page.get_by_label("Tên đăng nhập").fill("officer")
        page.get_by_label("Mật khẩu").fill("demo")
        page.get_by_role("button", name="Mở bảng tổng").click()
        page.get_by_role("heading", name="Các xã gửi gói thế nào, năm 2026").wait_for()
        page.screenshot(path=str(tmp_path / "50-wall.png"))
        cell = page.locator("td .c").first.bounding_box()
        assert (cell["width"], cell["height"]) == (46, 30)
        sheet = page.pdf(prefer_css_page_size=True)
        assert sheet.count(b"/Type /Page\n") == 1
        page.get_by_role("button", name="Thoát").click()
        page.get_by_role("heading", name="Đăng nhập").wait_for()
        context.close()
