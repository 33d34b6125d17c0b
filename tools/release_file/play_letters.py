"""What belongs to letters, played: thanks and apologies, numbers, hand-overs with evidence, ceremonies, two sides."""

from __future__ import annotations

from datetime import timedelta

from desk_app.domain.courtesy_drafts import CourtesyDraft, courtesy_from
from desk_app.domain.problems import Problem
from desk_app.services.ceremonies import Ceremonies
from desk_app.services.ceremony_order import Place, Plan
from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk import Desk
from desk_app.services.hamlets import HamletDesk
from desk_app.services.letter_values import Prepared, Wish
from desk_app.services.number_signs import NumberSigns
from desk_app.services.numbering import NumberBook

GIFT = {
    "kind": "gift",
    "to_address": "ông",
    "to_name": "Huỳnh Văn Thảo",
    "household": "1",
    "outcome": "Con đường thôn Phước Lộc hôm nay rộng thêm hai mét",
    "deed": "80 mét vuông đất vườn mà gia đình ông đã hiến tặng",
}
MANNER = {
    "kind": "manner",
    "to_address": "bà",
    "to_name": "Đặng Thị Lài",
    "on": "16/05/2024",
    "errand": "chứng thực bản sao",
    "care": "Chúng tôi đã nhắc nhau mỗi đầu buổi",
}
ALBUM = Given("home", "good", "Hội Liên hiệp Phụ nữ xã", "ảnh 17, tập ảnh năm 2024")
READING = ("", "Hơ Loan")


def settle_signs(desk: Desk) -> None:
    """A sign of its own for thanks, and what one hamlet is called."""
    NumberSigns(desk.seat).put_sign("thanks", "TCO-UBND")
    HamletDesk(desk.seat).put("Thôn Phước Lộc", "xóm giềng")


def play_letters(desk: Desk, here: int, coming: int) -> None:
    """`here` a couple whose letter is handed over at a ceremony today, `coming` one that stands in the next."""
    couple = _letter(desk.letters.prepare([here], Wish(english=True, free_line="Chúc hai cháu bền lâu.")))
    thanks = _letter(desk.courtesy.prepare(courtesy_from("thanks", GIFT)))
    excuse = _letter(desk.courtesy.prepare(courtesy_from("apology", MANNER), wish=Wish(undated=True)))
    again = _letter(desk.courtesy.prepare(_to("Phan Thị Nở", "40 ngày công mở đường")))
    void = _letter(desk.courtesy.prepare(_to("Phan Thị Nợ", "một giếng nước cho cả xóm")))
    desk.courtesy.take_back(void, "Gõ nhầm tên")
    desk.letters.printed([couple, thanks, excuse, again])
    book = NumberBook(desk.seat)
    book.give([couple, thanks])
    book.give([excuse], first=3)
    book.explain(next(line for line in book.lines(2024) if line.state == "gap"), "Viết hỏng hai tờ")
    delivery = Delivery(desk.seat)
    delivery.hand_over([excuse, again], ALBUM)
    delivery.came_back([again], "Đi vắng dài ngày")
    _ceremonies(desk, (Place((here,)), Place((), thanks)), Place((coming,)))
    desk.drafts.keep(desk.drafts.begin(), courtesy_from("apology", {**MANNER, "to_name": "Trương Thị S"}))


def _ceremonies(desk: Desk, held: tuple[Place, ...], coming: Place) -> None:
    days, today = Ceremonies(desk.seat), desk.seat.today()
    first = days.make(Plan(today, "8:00", "Hội trường UBND xã", "Lễ trao thư"))
    days.put_in(first, held)
    days.hand_over(first, "good")
    second = days.make(Plan(today + timedelta(days=40), "8:30", "Nhà văn hóa thôn"))
    days.put_in(second, [coming])
    days.say_reading(second, coming, READING)


def _to(name: str, deed: str) -> CourtesyDraft:
    return courtesy_from("thanks", {**GIFT, "to_name": name, "deed": deed})


def _letter(made: Prepared | tuple[Problem, ...]) -> int:
    if not isinstance(made, Prepared):
        raise AssertionError([problem.code for problem in made])
    return made.letter
