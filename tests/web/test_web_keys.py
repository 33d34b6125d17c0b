"""Keys on the office's pages: a card is shown, six words are compared by telephone, desks end and are revoked."""

import html
import os
import re
from collections.abc import Iterator

import httpx
import pytest
from web_kit import Server, door_to, log_in, served_office

from common.units import UnitTable
from district.deeds import told as deeds
from district.house import District, read_units
from exchange.bundle import Frame, final_manifest, seal_bundle
from exchange.card import Card, write_card
from exchange.enrolment import OpenedEnrolment, open_enrolment
from exchange.journal import Line, first_digest, write_line
from exchange.keys import DeskKeys
from exchange.receipt import open_receipt
from exchange.words import six_words

COMMUNE, OTHER = "00070", "00082"


@pytest.fixture(scope="module")
def units() -> UnitTable:
    """The table of units, read once for all these offices."""
    return read_units()


@pytest.fixture
def office(server: Server, district: District, units: UnitTable) -> Iterator[httpx.Client]:
    vars(district)["units"] = units
    with served_office(server, door_to(district)) as client:
        log_in(client)
        yield client


class Pc:
    """One PC of a commune with its keys and its register."""

    def __init__(self, unit: str = COMMUNE, label: str = "Quầy 1") -> None:
        self.keys, self.register, self.unit, self.label = DeskKeys.make(os.urandom), os.urandom(32), unit, label

    def card(self, before: DeskKeys | None = None, **changed: object) -> bytes:
        facts = {"unit": self.unit, "label": self.label, "register": self.register.hex(), "keys": self.keys.public}
        facts |= {"replaces": before.public.verify if before else "", "made_on": "2026-11-02", "app": "test"}
        self.document = write_card(Card(**facts | changed), self.keys, before)  # type: ignore[arg-type]
        return self.document.raw

    def open(self, raw: bytes) -> OpenedEnrolment:
        return open_enrolment(raw, self.keys, self.document.document)


def show(office: httpx.Client, raw: bytes) -> httpx.Response:
    return office.post("/khoa/the", files={"card": ("THE.mctt", raw)})


def take(office: httpx.Client, raw: bytes, unit: str = COMMUNE, **more: str) -> str:
    """The card is shown and taken; gives the address of its desk."""
    page = show(office, raw)
    assert page.status_code == 200, page.text
    led = office.post("/khoa/nhan", data={"card": hidden(page, "card"), "unit": unit, "profile": "figures", **more})
    assert led.status_code == 303, led.text
    return led.headers["location"]


def hidden(page: httpx.Response, name: str) -> str:
    found = re.search(rf'type="hidden" name="{name}" value="([^"]*)"', page.text)
    assert found, page.text
    return html.unescape(found[1])


def said(page: httpx.Response) -> str:
    """The words of a page without its tags."""
    text = re.sub(r"<[^>]+>", " ", page.text.split("</style>")[1])
    return " ".join(html.unescape(text).split())


def six_shown(page: httpx.Response) -> list[str]:
    listed = re.search(r'<ol class="six">(.*?)</ol>', page.text)
    return re.findall(r"<li>(.*?)</li>", listed[1]) if listed else []


def tick(office: httpx.Client, desk: str, places: int = 6) -> httpx.Response:
    ticked = {f"word{place}": "1" for place in range(1, places + 1)}
    return office.post(f"{desk}/sau-chu", data={"document": hidden(office.get(desk), "document"), **ticked})


def test_a_card_becomes_a_desk_in_force_when_all_six_words_are_ticked(office: httpx.Client, district: District) -> None:
    pc = Pc(label="Quầy <b>1</b>")
    page = show(office, pc.card())
    assert "Phường Hoàn Kiếm" in said(page)
    assert "&lt;b&gt;" in page.text
    desk = take(office, pc.card(), phone="0200 3555 018")
    page = office.get(desk)
    handed = office.get(f"{desk}/tep")
    assert re.search(r'attachment; filename="KHOA-00070-1_so-\d+.mctt"', handed.headers["content-disposition"])
    assert six_shown(page) == list(six_words(pc.open(handed.content).document).words)
    assert six_shown(office.get("/khoa")) == six_shown(page)
    short = tick(office, desk, 5)
    assert short.status_code == 400
    assert "Mới nghe đúng 5 trong sáu chữ" in said(short)
    led = tick(office, desk)
    assert led.headers["location"] == f"{desk}?xong=confirmed&n=0"
    assert "Đã đối chiếu sáu chữ của quầy số 1." in said(office.get(led.headers["location"]))
    with district.store.reading() as work:
        assert (work.desks.all()[0].state, work.desks.all()[0].phone) == ("enrolled", "0200 3555 018")
    assert office.get(f"{desk}/tep").status_code == 400


def test_a_caller_who_reads_a_wrong_word_confirms_nothing_and_the_page_says_what_to_do(office: httpx.Client) -> None:
    desk = take(office, Pc().card())
    page = office.get(desk)
    right, document = six_shown(page), hidden(page, "document")
    wrong = [*right[:2], "lúa" if right[2] != "lúa" else "sen", *right[3:]]
    told = office.post(f"{desk}/sau-chu", data={"document": document, "heard": " ".join(wrong)})
    assert told.status_code == 400
    assert "Chữ thứ 3 chưa giống" in said(told)
    assert "theo số điện thoại đã biết" in said(told)
    assert six_shown(told) == right
    heard = " ".join(right).upper()
    assert office.post(f"{desk}/sau-chu", data={"document": document, "heard": heard}).status_code == 303


def test_one_card_in_two_tabs_is_confirmed_in_the_newer_one_only(office: httpx.Client) -> None:
    raw = Pc().card()
    desk = take(office, raw)
    stale = office.get(desk)
    assert take(office, raw) == desk
    ticked = {f"word{place}": "1" for place in range(1, 7)}
    told = office.post(f"{desk}/sau-chu", data={"document": hidden(stale, "document"), **ticked})
    assert told.status_code == 400
    assert "vừa có tệp khóa khác" in said(told)
    for forged in ("", "x", "0" * 64):
        assert office.post(f"{desk}/sau-chu", data={"document": forged, **ticked}).status_code == 400
    assert tick(office, desk).status_code == 303


def test_a_second_desk_of_a_commune_is_told_to_keep_books_of_its_own(office: httpx.Client) -> None:
    tick(office, take(office, Pc().card()))
    assert "Xã này đã có quầy 1" in said(show(office, Pc().card()))
    assert "Xã này đã có" not in said(show(office, Pc(OTHER).card()))
    assert "Phường Hoàn Kiếm còn quầy 1 đang dùng." in said(office.get(take(office, Pc(OTHER).card(), COMMUNE)))


def test_a_desk_that_changes_its_keys_is_named_and_keeps_its_number(office: httpx.Client) -> None:
    pc = Pc()
    tick(office, take(office, pc.card()))
    old, pc.keys = pc.keys, DeskKeys.make(os.urandom)
    page = show(office, pc.card(old))
    assert "quầy 1 đổi khóa" in said(page)
    assert "Xã này đã có" not in said(page)
    desk = take(office, pc.card(old))
    assert desk == "/khoa/quay/1"
    assert "khóa mới chờ sáu chữ" in said(office.get("/khoa"))
    tick(office, desk)
    assert "còn nhận gói" in said(office.get(desk))
    office.post(f"{desk}/thu-hoi-cu", data={"reason": "máy cũ bị lấy mất"})
    assert "máy cũ bị lấy mất" in said(office.get(desk))


def test_cards_of_strangers_are_refused_with_a_sentence(office: httpx.Client) -> None:
    pc, thief = Pc(), Pc()
    tick(office, take(office, pc.card()))
    thief.keys = DeskKeys(pc.keys.number, os.urandom(32), os.urandom(32))
    for raw, sentence in (
        (thief.card(), "có người chép số khóa"),
        (Pc().card(register=pc.register.hex()), "không có chữ ký của quầy ấy"),
        (b"PK nothing", "Không phải thẻ quầy của phần mềm này."),
        (b"", "Chưa chọn tệp thẻ nào"),
    ):
        page = show(office, raw)
        assert page.status_code == 400
        assert sentence in said(page)
    assert office.post("/khoa/nhan", data={"card": "%%", "unit": COMMUNE}).status_code == 400
    assert show(office, bytes(70 * 1024)).status_code == 413


def test_the_profile_with_names_needs_its_legal_basis_and_the_unit_lies_here(office: httpx.Client) -> None:
    page = show(office, Pc().card())
    card = hidden(page, "card")
    for wrong in ({"profile": "register", "unit": COMMUNE, "basis": " "}, {"unit": "26461"}, {"unit": ""}):
        assert office.post("/khoa/nhan", data={"card": card, **wrong}).status_code == 400
    assert "Chưa có quầy nào" in said(office.get("/khoa"))


def test_what_waits_is_dropped_a_desk_ends_and_revoking_wants_a_reason(office: httpx.Client) -> None:
    desk = take(office, Pc().card())
    assert "Đã bỏ lượt chờ" in said(office.get(office.post(f"{desk}/bo").headers["location"]))
    assert office.post(f"{desk}/bo").status_code == 400
    desk = take(office, Pc(OTHER).card())
    tick(office, desk)
    assert "thôi dùng" in said(office.get(office.post(f"{desk}/thoi-dung").headers["location"]))
    refused = office.post(f"{desk}/thu-hoi", data={"reason": "  "})
    assert refused.status_code == 400
    assert "cần một lý do" in said(refused)
    page = office.get(office.post(f"{desk}/thu-hoi", data={"reason": "máy bị lấy mất"}).headers["location"])
    assert "máy bị lấy mất" in said(page)
    assert "Xã chưa có quầy nào khác" in said(page)
    assert "Bước tiếp theo" in said(page)


def test_whoever_holds_no_keys_looks_and_changes_nothing(server: Server, district: District) -> None:
    with served_office(server, door_to(district)) as office:
        log_in(office)
        desk = take(office, Pc().card())
        log_in(office, user="leader")
        assert six_shown(office.get("/khoa")) == six_shown(office.get(desk)) == []
        for path in (
            "/khoa/the",
            "/khoa/nhan",
            f"{desk}/sau-chu",
            f"{desk}/bo",
            f"{desk}/thu-hoi",
            f"{desk}/thoi-dung",
        ):
            assert office.post(path).status_code == 403
        assert office.get(f"{desk}/tep").status_code == 403
        log_in(office)
        assert office.post(f"{desk}/bo", headers={"origin": "https://elsewhere.example"}).status_code == 403
        assert office.get("/khoa/quay/99").status_code == 400
        assert office.get(f"/khoa/quay/{2**40}").status_code == 404


def sent(pc: Pc, opened: OpenedEnrolment, days: tuple[str, ...], basis: int = 0) -> bytes:
    """A bundle of a whole history: one birth a day."""
    enrolment, digest, lines = opened.enrolment, first_digest(pc.register), []
    for place, on in enumerate(days, 1):
        figures = {"event": "birth", "registered_on": on, "registration_type": 1, "late": 0, "unit": pc.unit}
        figures |= {"book": "ab" * 8}
        lines.append(write_line(Line(place, "registered", on, os.urandom(16).hex(), 1, figures, None, None)))
    facts = {"to": enrolment.office.key_id, "unit": pc.unit, "desk": enrolment.desk, "register": pc.register.hex()}
    facts |= {"epoch": 1, "seq": len(days), "period": "2026-11", "basis": basis, "digest_at_basis": digest.hex()}
    facts |= {"last_receipt": 0, "created_at": "2026-12-01T02:00:00Z", "app": "test"}
    manifest = final_manifest(Frame(**facts), lines)  # type: ignore[arg-type]
    return seal_bundle(manifest, lines, None, pc.keys, [enrolment.office.receive])


@pytest.mark.parametrize(("keep", "head"), [("theirs", 1), ("ours", 2)])
def test_a_person_ends_a_fork_with_both_histories_in_sight(
    office: httpx.Client, district: District, keep: str, head: int
) -> None:
    pc = Pc()
    desk = take(office, pc.card())
    opened = pc.open(office.get(f"{desk}/tep").content)
    tick(office, desk)
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    sitting.receive(sent(pc, opened, ("2026-11-02", "2026-11-09")))
    assert "không có gói nào kể hai nội dung" in said(office.get("/khoa/fork/1"))
    assert sitting.receive(sent(pc, opened, ("2026-11-12",))).verdict == "forked"
    page = office.get("/khoa/fork/1")
    assert "đăng ký, khai sinh: 2 (02/11/2026 đến 09/11/2026)" in said(page)
    assert "đăng ký, khai sinh: 1 (12/11/2026)" in said(page)
    assert 'href="/khoa/fork/1"' in office.get(desk).text
    choice = {"after": hidden(page, "after"), "keep": keep, "reason": "hỏng ổ đĩa"}
    for missing in ("after", "keep", "reason"):
        assert office.post("/khoa/fork/1", data=choice | {missing: ""}).status_code == 400
    done = office.post("/khoa/fork/1", data=choice)
    assert "hỏng ổ đĩa" in said(done)
    receipt = open_receipt(office.get(f"{desk}/bien-nhan").content, pc.keys, opened.enrolment.office.verify)
    assert receipt.receipt.upto == head
    assert office.post("/khoa/fork/1", data=choice).status_code == 400


def test_two_desks_in_one_book_stand_on_the_roll_at_both_desks_and_on_the_communes_page(
    office: httpx.Client, district: District
) -> None:
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    for pc in (Pc(), Pc()):
        desk = take(office, pc.card())
        opened = pc.open(office.get(f"{desk}/tep").content)
        tick(office, desk)
        sitting.receive(sent(pc, opened, ("2026-11-02", "2026-11-09")))
    clash = "quầy 1 và quầy 2 cùng ghi một quyển khai sinh: 02/11/2026 đến 09/11/2026 (2 dòng)"
    for path in ("/khoa", "/khoa/quay/1", "/khoa/quay/2", f"/xa/{COMMUNE}"):
        assert clash in said(office.get(path))
    office.post("/khoa/quay/1/thoi-dung")
    assert clash in said(office.get("/khoa"))
    assert "khai sinh 1 02/11/2026 09/11/2026 2" in said(office.get("/khoa/quay/1"))


def test_a_desk_that_an_older_copy_forgot_gets_its_number_back_and_a_stranger_is_taken_only_with_a_reason(
    office: httpx.Client, district: District
) -> None:
    pc = Pc()
    assert "Quầy này trước đã có số?" in said(show(office, pc.card()))
    tick(office, take(office, pc.card(), number="7"))
    assert "Quầy này trước đã có số?" not in said(show(office, pc.card()))
    pc.keys = DeskKeys.make(os.urandom)
    raw = pc.card(DeskKeys.make(os.urandom))
    assert "Không khóa nào ở đây làm chứng cho thẻ này" in said(show(office, raw))
    sent = {"card": hidden(show(office, raw), "card"), "unit": COMMUNE, "profile": "figures"}
    for missing, sentence in (({"number": "7"}, "thì ghi thêm lý do"), ({"number": "bảy"}, "Số quầy là một con số")):
        refused = office.post("/khoa/nhan", data=sent | missing)
        assert (refused.status_code, sentence in said(refused)) == (400, True)
    desk = take(office, raw, number="7", reason="nơi nhận lập lại từ bản sao")
    assert desk.endswith("/khoa/quay/7")
    tick(office, desk)
    with district.store.reading() as work:
        assert "quầy 7: nơi nhận lập lại từ bản sao" in [deed.subject for deed in deeds(work.office.acts(9))]
        assert work.desks.get(7, lock=False).key_id == pc.keys.key_id  # type: ignore[union-attr]
