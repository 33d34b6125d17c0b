"""Papers of an office: the rescue sheet needs no open desk, the slip takes its head from the register."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2

from common.paper.slips import Slip
from desk_app.services.desk import Desk
from desk_app.services.papers import password_slips, rescue_sheet, transmittal

SIX = ("sen", "trống", "lúa", "thuyền", "mây", "chàm")
AT = datetime(2026, 12, 1, 8, 29, tzinfo=UTC)
SLIP = Slip(3, "2026-11", 63, SIX, ("7f3", "a91", "c2d", "04b"), "Hằng", "", AT)


def text_of(raw: bytes) -> str:
    with pypdfium2.PdfDocument(raw) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_a_rescue_sheet_can_be_drawn_before_any_desk_is_open() -> None:
    page = text_of(rescue_sheet("xã An Liên", date(2026, 11, 20), ["AAAA"] * 8))
    assert "TỜ CỨU HỘ" in page
    assert page.count("AAAA") == 8


def test_the_slip_of_a_bundle_has_the_office_in_its_head(desk: Desk) -> None:
    page = text_of(transmittal(desk.seat, SLIP))
    assert "XÃ XUÂN ĐỊNH" in page
    assert "Kính gửi: Ủy ban nhân dân thành phố Đồng Nai" in page
    assert "Xuân Định, ngày 01 tháng 12 năm 2026" in page
    assert "Gói số 3 Tháng 11/2026 Số bản ghi 63" in page


def test_a_first_password_stands_on_a_sheet_of_its_own_and_in_no_title() -> None:
    people = [("Nguyễn Thu Hằng", "hang", "K7QP-2MXA-9TRC"), ("H’Wiên Niê", "hwien", "mùa gặt tháng mười")]
    with pypdfium2.PdfDocument(password_slips("xã An Liên", date(2026, 11, 20), people)) as document:
        sheets = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        size = [round(side / 72 * 25.4) for side in document[0].get_size()]
        told = " ".join(document.get_metadata_dict().values())
    assert (len(sheets), size) == (2, [210, 148])
    for sheet, (name, login, password) in zip(sheets, people, strict=True):
        assert all(word in sheet for word in ("PHIẾU MẬT KHẨU LẦN ĐẦU", "XÃ AN LIÊN", name, login, password))
        assert not any(word in told for word in (name, login, password))
    assert people[1][2] not in sheets[0]
