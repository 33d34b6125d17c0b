"""What an opinion leads to: opened with the receipt, due by days of work, done with a line; letters drawn by lot."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from test_services_ratings_view import batch, office, told

from common.scales import Spread
from desk_app.db.check_draws import KeptDraw
from desk_app.services.calls import CallBacks
from desk_app.services.check_draw import CheckDraw
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import Done, FollowUps
from desk_app.services.ratings_view import voices
from desk_app.services.trouble import Mistake, Trouble
from exchange.receipt import CallBack
from tools.pretend_office import PretendOffice

__all__ = ["office"]
CALL = CallBack(id="cd" * 16, on="2026-11-17", phone="0912 345 678", text="Xin gọi lại.")


def lines(desk: Desk, kind: str) -> list[dict[str, object]]:
    with desk.seat.reading() as reading:
        return [{**line.figures, "version": line.version} for line in reading.journal.of_kind(kind)]


def test_a_wish_to_be_called_opens_a_task_that_the_call_ends(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    told(desk, office, tmp_path, batch(5, ("birth",)), call_backs=(CALL,))
    (task,) = FollowUps(desk.seat).listed()
    assert (task.source, task.source_ref, (task.due_on - task.opened_on).days >= 3) == ("call-back", CALL.id, True)
    CallBacks(desk.seat).called(CALL.id)
    CallBacks(desk.seat).called(CALL.id)
    assert [line["outcome"] for line in lines(desk, "follow-up-done")] == ["explained"]
    with desk.seat.reading() as reading:
        assert CallBacks.waiting(reading) == ()


def test_notes_of_calls_of_before_become_tasks_that_are_done(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    told(desk, office, tmp_path, batch(5, ("birth",)))
    with desk.seat.work() as work:
        work.office.put("called-back", json.dumps({"ab" * 16: ["2026-11-18T09:00:00", "clerk"]}))
        work.commit()
    CallBacks(desk.seat).called("ef" * 16)
    listed = FollowUps(desk.seat).listed()
    assert {one.source_ref: str(one.done_on) for one in listed}["ab" * 16] == "2026-11-18"
    assert len(listed) == 2


def test_done_again_is_the_next_version_and_words_stay_at_home(desk: Desk) -> None:
    tasks = FollowUps(desk.seat)
    opened = tasks.open("comment", "", "Kê thêm ghế")
    for outcome in ("nothing", "fixed"):
        done = tasks.done(opened.id, Done(outcome, "Đã kê sáu ghế", "Xã đã kê thêm sáu ghế."))
        assert tasks.reopen(done.id).done_on is None
    assert [(line["outcome"], line["version"]) for line in lines(desk, "follow-up-done")] == [
        ("nothing", 1),
        ("fixed", 2),
    ]
    with desk.seat.reading() as reading:
        whole = b"".join(reading.journal.slice(1, reading.journal.head()[0]))
    assert "ghế".encode() not in whole
    with pytest.raises(Mistake):
        tasks.done(99, Done("fixed", "Đã sửa"))


def test_the_leader_shows_who_signed_for_a_letter_drawn_by_lot(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    told(desk, office, tmp_path, batch(5, ("birth",)))
    with desk.seat.reading() as reading:
        (letter,) = reading.overview.letters_newest(1)
        serial = int(reading.journal.of_kind("letter-prepared")[-1].figures["serial"])  # type: ignore[call-overload]
    with desk.seat.work() as work:
        for drawn in (serial, 1):
            work.check_draws.keep_drawn(KeptDraw(7, drawn, "birth", desk.seat.today()))
        work.commit()
    check = CheckDraw(desk.seat)
    known = next(one for one in check.listed() if one.serial == serial)
    assert (bool(known.who), known.handed_on) == (True, letter.delivered_on)
    assert next(one for one in check.listed() if one.serial == 1).who == ""
    check.show(known.receipt, serial, "signed")
    assert [(line["serial"], line["found"]) for line in lines(desk, "check-shown")] == [(serial, "signed")]
    with pytest.raises(Trouble, match="not-allowed"):
        CheckDraw(replace(desk.seat, role="clerk")).show(known.receipt, 1, "missing")


def test_answers_on_five_levels_and_on_three_count_together_on_three(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    five = {"by_score": {"5": 4, "3": 5}, "scale": 5, "id": "05" * 16}
    told(desk, office, tmp_path, batch(6, ("birth",), 1), batch(9, ("birth",), **five))
    shown = voices(desk.seat, "2026-Q4")
    assert Spread(3, shown.answers.by_score) == Spread(3, {"3": 9, "1": 6})
    assert (shown.answers.scale, shown.content, shown.kinds[0].content) == (3, 9, 9)
