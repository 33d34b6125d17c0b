"""Đi trao tại nhà on a real register: which letters, in which hamlet, in which order, on which paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
from test_services_ceremonies import COUPLE
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from desk_app.services import desk_papers as papers
from desk_app.services.ceremonies import Ceremonies, Place, Plan
from desk_app.services.delivery_round import DeliveryRound
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish

WOMEN = "Hội Liên hiệp Phụ nữ xã"


def text_of(raw: bytes) -> list[str]:
    with pypdfium2.PdfDocument(raw) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def lying(desk: Desk, drafts: list[object]) -> list[int]:
    """Registrations with a letter on paper; their ids."""
    ids = [entered(desk.register.enter(draft)).id for draft in drafts]  # type: ignore[arg-type]
    for id in ids:
        done = desk.letters.prepare([id], Wish())
        assert isinstance(done, Prepared)
        desk.letters.printed([done.letter])
    return ids


def couple(man: str, hamlet: str) -> object:
    return replace(COUPLE, husband_name=man, wife_name="Lê Thị Mơ", hamlet=hamlet)


def test_letters_stand_by_hamlet_in_the_order_of_names_and_those_without_one_last(desk: Desk) -> None:
    lying(
        desk,
        [
            couple("Trần Văn Sơn", "thôn Đồng"),
            couple("Trần Văn Ân", "thôn Đông"),
            couple("Trần Văn An", "Thôn  Đông"),
            couple("Trần Văn Ánh", ""),
            couple("Trần Văn Bảy", "thôn Đông"),
            replace(DEATH, hamlet="thôn Đông"),
        ],
    )
    hamlets = DeliveryRound(desk.seat).hamlets()
    assert [(one.name, [stop.to.name for stop in one.stops]) for one in hamlets] == [
        ("thôn Đông", ["Trần Văn An", "Trần Văn Ân", "Trần Văn Bảy", "Đặng Văn Khoan"]),
        ("thôn Đồng", ["Trần Văn Sơn"]),
        ("", ["Trần Văn Ánh"]),
    ]
    first, second, third = text_of(papers.round_sheets(desk.seat, hamlets, WOMEN))
    assert f"Thôn Đông: 4 thư. Cùng đi: {WOMEN}." in first
    assert "4 Gia quyến cụ Đặng Văn Khoan Chia buồn" in first
    assert "Chưa ghi thôn: 1 thư." in third
    assert "Trần Văn Sơn" in second


def test_no_address_and_no_number_stand_on_the_sheet_unless_the_address_is_asked_for(desk: Desk) -> None:
    lying(desk, [replace(BIRTH, father_residence="12 đường Hoa Sen", father_citizen_id="001096000123")])
    hamlets = DeliveryRound(desk.seat).hamlets()
    (plain,) = text_of(papers.round_sheets(desk.seat, hamlets, ""))
    (home,) = text_of(papers.round_sheets(desk.seat, hamlets, "", address=True))
    assert ("Hoa Sen" in plain, "Hoa Sen" in home) == (False, True)
    assert "001096000123" not in plain + home
    assert "Chúc mừng khai sinh Nguyễn Trần Minh Anh" in plain


def test_a_round_is_written_down_at_once_with_who_went_along_and_what_waits_stays(desk: Desk) -> None:
    going, ahead = lying(desk, [couple("Trần Văn An", "thôn Đông"), couple("Trần Văn Bình", "thôn Đông")])
    days = Ceremonies(desk.seat)
    day = days.make(Plan(date(2026, 11, 21)))
    days.put_in(day, [Place((ahead,))])
    rounds = DeliveryRound(desk.seat)
    (hamlet,) = rounds.hamlets()
    assert [stop.waits for stop in hamlet.stops] == ["", "đang chờ lễ trao"]
    assert rounds.handed([stop.letter for stop in hamlet.free], "good", f" {WOMEN} ") == 1
    with desk.seat.reading() as reading:
        (line,) = [one for one in reading.overview.letters_over([going], 5) if one.state == "delivered"]
        kept = reading.handings.of([line.id])[line.id]
    assert (line.way, line.reaction, kept.together) == ("home", "good", WOMEN)
    assert [stop.to.name for one in rounds.hamlets() for stop in one.stops] == ["Trần Văn Bình"]


def test_a_house_in_mourning_and_a_record_amended_since_wait(desk: Desk) -> None:
    first, _ = lying(desk, [replace(COUPLE), couple("Trần Văn An", "thôn Đông")])
    desk.register.amend(first, {"hamlet": "thôn Hạ"}, "bổ sung")
    lost = replace(DEATH, deceased_name="Trần Văn Tám", declarant_name="Trần Văn An", declarant_relation="con")
    entered(desk.register.enter(lost))
    waits = {stop.to.name: stop.waits for one in DeliveryRound(desk.seat).hamlets() for stop in one.stops}
    assert waits == {"Lê Hoàng Nam": "bản ghi đã sửa sau khi in", "Trần Văn An": "nhà đang có tang"}
