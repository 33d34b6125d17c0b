"""The papers beside the letters, from a real register: whose names, in which order, with which figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from test_services_ceremonies import COUPLE, DAY, OTHERS, held
from test_services_registering import BIRTH, entered

from desk_app.services import desk_papers as papers
from desk_app.services.ceremonies import Ceremonies, Place
from desk_app.services.desk import Desk
from desk_app.services.trouble import Mistake


@pytest.fixture
def days(desk: Desk) -> Ceremonies:
    return Ceremonies(desk.seat)


def text_of(raw: bytes) -> str:
    with pypdfium2.PdfDocument(raw) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_papers_of_a_ceremony_follow_its_order_and_leave_out_who_does_not_come(desk: Desk, days: Ceremonies) -> None:
    day, (first, _, third) = held(desk, days)
    child = entered(desk.register.enter(replace(BIRTH, mother_residence="thôn Hạ, xã Xuân Định")))
    days.put_in(day, [Place((child.id,))])
    days.move(day, third, 0)
    days.comes(day, first, False)
    now = days.open(day)
    called = text_of(papers.name_order(desk.seat, now))
    for wanted in ("1 Nguyễn Đức Long", "đọc là", "2 Y Thịnh Niê I Thịnh Ni-ê H’Loan Ayŭn Hơ Loan A-yun"):
        assert wanted in called
    assert "3 Nguyễn Trần Minh Anh Gia đình anh Nguyễn Văn Bình và chị Trần Thị Ngọc Lan" in called
    assert "Lê Hoàng Nam" not in called
    signed = text_of(papers.sign_list(desk.seat, now))
    assert "Hội trường UBND xã" in signed
    assert "2 Anh Y Thịnh Niê và chị H’Loan Ayŭn Chúc mừng kết hôn 21/11/2026" in signed
    assert "Chúc mừng khai sinh Nguyễn Trần Minh Anh" in signed
    plain = text_of(papers.envelopes(desk.seat, now.coming))
    assert "Anh Nguyễn Văn Bình và chị Trần Thị Ngọc Lan" in plain
    assert "thôn Hạ" not in plain
    assert "thôn Hạ" in text_of(papers.envelopes(desk.seat, now.coming, address=True))


def test_no_name_that_was_amended_or_taken_out_stays_on_paper(desk: Desk, days: Ceremonies) -> None:
    day, (first, second, _) = held(desk, days)
    desk.register.amend(first.registrations[0], {"wife_name": "Phan Thị Thu Thùy"}, "gõ nhầm")
    desk.register.void(second.registrations[0], "ghi trùng")
    now = days.open(day)
    for told in (papers.name_order(desk.seat, now), papers.sign_list(desk.seat, now)):
        assert "Phan Thị Thu Thùy" in text_of(told)
        assert all(name not in text_of(told) for name in (COUPLE.wife_name, *OTHERS[0]))


def test_without_a_ceremony_lists_are_empty_forms(desk: Desk) -> None:
    assert "DANH SÁCH KÝ NHẬN STT" in text_of(papers.sign_list(desk.seat, None))
    assert text_of(papers.envelopes(desk.seat, ())) == "ỦY BAN NHÂN DÂN XÃ XUÂN ĐỊNH"
    assert "Chưa có ai" in text_of(papers.name_order(desk.seat, None))


def test_what_was_mended_is_kept_by_quarter_and_tells_no_share_of_too_few(desk: Desk) -> None:
    typed = [("Chờ lâu.", "Mở thêm\u200b quầy."), ("", ""), ("", "")]
    papers.keep_board_lines(desk.seat, "2026-Q4", typed)
    assert papers.board_lines(desk.seat, "2026-Q4") == (("Chờ lâu.", "Mở thêm quầy."), ("", ""), ("", ""))
    assert papers.board_lines(desk.seat, "2026-Q3") == (("", ""),) * 3
    told = text_of(papers.board(desk.seat, "2026-Q4"))
    assert "XÃ ĐÃ SỬA GÌ Quý IV năm 2026 Bà con nói Chờ lâu. Xã đã Mở thêm quầy." in told
    assert "chưa đủ số liệu" in told
    with pytest.raises(Mistake, match="board-line-too-long"):
        papers.keep_board_lines(desk.seat, "2026-Q4", [("a" * 161, "")])


def test_the_notice_names_who_answers_and_what_travels(desk: Desk) -> None:
    told = text_of(papers.notice(desk.seat))
    assert "0200 3555 018" in told
    assert "các con số, không có họ tên" in told
    assert "gia đình không muốn nhận thư" in told


def test_the_ceremonys_own_day_stands_on_its_lists(desk: Desk, days: Ceremonies) -> None:
    day, _ = held(desk, days)
    assert date(2026, 11, 21) == DAY
    assert text_of(papers.sign_list(desk.seat, days.open(day))).count("21/11/2026") == 4
