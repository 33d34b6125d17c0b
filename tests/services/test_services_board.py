"""The board "đã sửa gì" is filled from what was done after opinions, with nobody's number or words on it."""

from __future__ import annotations

import pytest
from hand_clock import Clock

from desk_app.services.desk import Desk
from desk_app.services.desk_papers import board_lines, keep_board_lines
from desk_app.services.follow_ups import Done, FollowUps
from desk_app.services.reminders import reminders
from desk_app.services.trouble import Mistake

QUARTER = "2026-Q4"


def told(desk: Desk, source: str, task: str, public: str) -> None:
    tasks = FollowUps(desk.seat)
    tasks.done(tasks.open(source, "", task).id, Done("fixed", "đã làm xong", public))


def test_what_was_done_and_may_be_told_stands_on_the_board_until_somebody_writes_it(desk: Desk) -> None:
    assert board_lines(desk.seat, QUARTER) == (("", ""),) * 3
    told(desk, "own", "Loa gọi số nhỏ", "Đã thay loa mới")
    told(desk, "message", "Cô Lan phòng bên nói to", "Đã nhắc nhau nói nhỏ")
    for text, code in (("Xin gọi 0912 345 678", "board-has-a-number"), ("dài " * 50, "board-line-too-long")):
        with pytest.raises(Mistake) as refused:
            told(desk, "own", "Gọi lại", text)
        assert refused.value.code == code
    told(desk, "own", "Việc chưa kể", "")
    assert set(board_lines(desk.seat, QUARTER)) == {
        ("Loa gọi số nhỏ", "Đã thay loa mới"),
        ("", "Đã nhắc nhau nói nhỏ"),
        ("", ""),
    }
    assert board_lines(desk.seat, "2026-Q3") == (("", ""),) * 3
    with pytest.raises(Mistake) as refused:
        keep_board_lines(desk.seat, QUARTER, [("Bà con gọi 0912.345.678", "")])
    assert refused.value.code == "board-has-a-number"
    keep_board_lines(desk.seat, QUARTER, [("Chờ lâu", "Thêm một quầy")])
    assert board_lines(desk.seat, QUARTER)[:2] == (("Chờ lâu", "Thêm một quầy"), ("", ""))


def test_the_board_is_asked_for_around_the_quarters_end_while_nobody_made_it(desk: Desk, clock: Clock) -> None:
    told(desk, "own", "Loa gọi số nhỏ", "Đã thay loa mới")

    def asked() -> list[str]:
        with desk.seat.reading() as reading:
            return [card.title for card in reminders(reading, desk.seat.now()) if card.goes == "papers"]

    assert asked() == []
    clock.forward(34)
    assert len(asked()) == 1
    clock.forward(14)
    assert len(asked()) == 1
    keep_board_lines(desk.seat, QUARTER, [("Chờ lâu", "Thêm một quầy")])
    assert asked() == []
