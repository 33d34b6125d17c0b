"""Buổi sáng với Nhân dân: planned, held, what was said; counts travel, names stay, papers read back."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import docx
import pypdfium2
import pytest

from common.periods import read_period
from common.words import sessions as words
from common.year_counts import count_year
from desk_app.services.desk import Desk
from desk_app.services.session_papers import paper_name, session_paper
from desk_app.services.session_reminders import session_reminders
from desk_app.services.session_words import erase_opinion, forget_said, said_about
from desk_app.services.sessions_kept import Said, Session
from desk_app.services.trouble import Mistake

TODAY = date(2026, 11, 20)
PLAN = {
    "on": "18/11/2026",
    "place": "Nhà văn hóa thôn Trung",
    "chair": "Bà Lê Thị Hà, Chủ tịch UBND xã",
    "topic": "Rác",
}
HELD: dict[str, object] = {
    **{"on": "18/11/2026", "begun": "7h30", "ended": "9 giờ", "citizens": "42"},
    **{"bodies": "Công an xã; Mặt trận Tổ quốc xã", "clerk": "Trần Văn Lâm"},
}
SPEAKER = "Phạm Thị Mận"
LAMP: dict[str, object] = {
    **{"field": "services", "text": f"Ngõ nhà {SPEAKER} tối quá", "answer": "promised"},
    **{"who": "Tổ kinh tế", "due_on": "19/11/2026", "speaker": f"Bà {SPEAKER}", "hamlet": "thôn Trung"},
}
RUBBISH: dict[str, object] = {
    **{"field": "environment", "text": "Rác ba ngày chưa gom", "answer": "answered", "reply": "Gom vào thứ tư"},
}


def held(desk: Desk) -> Session:
    plan = desk.sessions.plan(PLAN)
    assert isinstance(plan, Session), plan
    kept = desk.sessions.hold(plan.id, HELD)
    assert isinstance(kept, Session), kept
    return kept


def say(desk: Desk, session: int, values: dict[str, object]) -> Said:
    kept = desk.sessions.say(session, values)
    assert isinstance(kept, Said), kept
    return kept


def wrong(made: object) -> dict[str, str]:
    assert isinstance(made, tuple), made
    assert {problem.code for problem in made} <= words.PROBLEMS.keys()
    return {problem.field: problem.code for problem in made}


def lines(desk: Desk, kind: str) -> list[dict[str, Any]]:
    with desk.seat.reading() as reading:
        return [{**line.figures, "version": line.version} for line in reading.journal.of_kind(kind)]


def counted(desk: Desk) -> Any:
    with desk.seat.reading() as reading:
        return count_year(reading.journal.facts("session", "session-opinion"), read_period("2026"))


def cards(desk: Desk, today: date) -> list[tuple[tuple[str, str], bool]]:
    with desk.seat.reading() as reading:
        return list(session_reminders(reading, today))


def test_a_session_is_planned_held_and_its_promises_are_met_and_counted(desk: Desk) -> None:
    session = held(desk)
    promised, answered = say(desk, session.id, LAMP), say(desk, session.id, RUBBISH)
    assert [one.id for one in desk.sessions.late()] == [promised.id]
    assert lines(desk, "session") == [{"held_on": "2026-11-18", "citizens": 42, "bodies": 2, "version": 1}]
    year = counted(desk)
    assert (year.sessions, year.citizens, year.bodies, year.waiting, year.late) == (1, 42, 2, 1, 1)
    done = desk.sessions.done(promised.id, {"result": "Đã thay bóng đèn"})
    assert isinstance(done, Said)
    assert (done.version, desk.sessions.late()) == (2, ())
    assert lines(desk, "session-opinion")[-1] == {
        **{"held_on": "2026-11-18", "field": "services", "answer": "promised"},
        **{"due_on": "2026-11-19", "done_on": "2026-11-20", "version": 2},
    }
    year = counted(desk)
    assert (year.settled, year.in_time, year.waiting, year.opinions["environment"]["answered"]) == (1, 0, 0, 1)
    with pytest.raises(Mistake, match="opinion-answered"):
        desk.sessions.done(answered.id, {"result": "x"})


def test_a_day_said_wrongly_is_mended_with_the_lines_of_what_was_said(desk: Desk) -> None:
    session = held(desk)
    opinion = say(desk, session.id, LAMP)
    assert isinstance(desk.sessions.hold(session.id, {**HELD, "on": "17/11/2026", "citizens": 40}), Session)
    assert [one["held_on"] for one in lines(desk, "session-opinion")] == ["2026-11-18", "2026-11-17"]
    with pytest.raises(Mistake, match="session-opinions-before"):
        desk.sessions.hold(session.id, {**HELD, "on": "20/11/2026"})
    changed = desk.sessions.change(opinion.id, {"answer": "answered", "due_on": "", "reply": "Thay ngay"})
    assert isinstance(changed, Said)
    assert counted(desk).waiting == 0


def test_what_is_taken_back_counts_nowhere_and_its_opinions_go_with_it(desk: Desk) -> None:
    session = held(desk)
    first = say(desk, session.id, LAMP)
    say(desk, session.id, RUBBISH)
    desk.sessions.drop(first.id, "ghi hai lần")
    assert counted(desk).late == 0
    desk.sessions.take_back(session.id, "ghi nhầm")
    year = counted(desk)
    assert (year.sessions, sum(year.answered(one) for one in words.ANSWERS)) == (0, 0)
    assert desk.sessions.listed() == ()
    assert desk.sessions.one(session.id).why == "ghi nhầm"
    for act in (lambda: desk.sessions.say(session.id, RUBBISH), lambda: desk.sessions.drop(first.id, "nữa")):
        with pytest.raises(Mistake, match="session-taken-back"):
            act()


def test_what_was_typed_wrongly_is_told_at_its_field_and_nothing_is_kept(desk: Desk) -> None:
    plan = wrong(desk.sessions.plan({"on": "32/1", "chiar": "x"}))
    assert plan == {
        **{"chiar": "session-unknown", "on": "session-day"},
        **{"place": "session-place-empty", "chair": "session-chair-empty"},
    }
    coming = desk.sessions.plan({**PLAN, "on": "25/11/2026"})
    assert isinstance(coming, Session)
    with pytest.raises(Mistake, match="session-not-held"):
        desk.sessions.say(coming.id, LAMP)
    with pytest.raises(Mistake, match="session-not-held"):
        session_paper(desk.seat, coming.id, "minutes")
    bad = {"on": "21/11/2026", "begun": "25h", "citizens": "năm", "clerk": ""}
    assert wrong(desk.sessions.hold(coming.id, bad)) == {
        **{"on": "session-day-to-come", "begun": "session-hour"},
        **{"citizens": "session-count", "clerk": "session-clerk-empty"},
    }
    assert wrong(desk.sessions.hold(coming.id, {**HELD, "ended": "7:30"})) == {"ended": "session-ended-before"}
    session = held(desk)
    assert wrong(desk.sessions.say(session.id, {**RUBBISH, "due_on": "1/12/2026"})) == {
        "due_on": "session-due-answered"
    }
    assert wrong(desk.sessions.say(session.id, {**LAMP, "who": "", "due_on": "17/11/2026"})) == {
        "who": "session-who-empty",
        "due_on": "session-due-before",
    }
    assert wrong(desk.sessions.say(session.id, {"field": "roads"})) == {
        **{"field": "session-choose", "answer": "session-choose", "text": "session-text-empty"},
    }
    opinion = say(desk, session.id, LAMP)
    assert wrong(desk.sessions.done(opinion.id, {"on": "1/11/2026"})) == {
        "on": "session-done-before",
        "result": "session-result-empty",
    }


def test_today_tells_a_session_that_is_near_and_a_promise_that_is_due(desk: Desk) -> None:
    assert isinstance(desk.sessions.plan({**PLAN, "on": "22/11/2026"}), Session)
    assert cards(desk, TODAY - timedelta(days=1)) == []
    ((near, _),) = cards(desk, TODAY)
    assert "22/11" in near[0]
    assert "chưa ghi" in cards(desk, date(2026, 11, 23))[0][0][0]
    say(desk, held(desk).id, LAMP)
    late = next(told for told, urgent in cards(desk, TODAY) if urgent)
    assert "quá hạn" in late[0]


def test_minutes_name_who_spoke_and_the_sheet_for_the_board_does_not(desk: Desk) -> None:
    session = held(desk)
    opinion = say(desk, session.id, LAMP)
    say(desk, session.id, RUBBISH)
    desk.sessions.done(opinion.id, {"result": "Đã thay bóng đèn"})
    minutes, board = (_pdf(session_paper(desk.seat, session.id, kind)) for kind in ("minutes", "board"))  # type: ignore[arg-type]
    for said in ("BIÊN BẢN", "7 giờ 30 phút", "42 người", SPEAKER, "Tổ kinh tế", "Gom vào thứ tư", "CHỦ TRÌ"):
        assert said in minutes
    for said in ("Đã thay bóng đèn", "Ngõ nhà", "20/11/2026", "Rác ba ngày chưa gom"):
        assert said in board
    assert SPEAKER not in board
    document = docx.Document(BytesIO(session_paper(desk.seat, session.id, "minutes", docx=True)))
    written = " ".join(one.text for one in document.paragraphs)
    assert SPEAKER in written
    assert "9 giờ 00 phút" in written
    assert paper_name(session, "minutes") == "bien-ban-gap-dan-2026-11-18"


def test_words_of_somebody_are_found_and_erased_and_the_opinion_counts_on(desk: Desk) -> None:
    session = held(desk)
    opinion = say(desk, session.id, LAMP)

    def names(text: str) -> bool:
        return SPEAKER in text

    with desk.seat.reading() as reading:
        assert SPEAKER in said_about(reading, names).told[0]
    with pytest.raises(Mistake, match="erase-reason-names"):
        erase_opinion(desk.seat, opinion.id, f"bà {SPEAKER} xin")
    assert erase_opinion(desk.seat, opinion.id, "người ấy đề nghị")
    assert SPEAKER not in str(desk.sessions.listed())
    other = say(desk, session.id, LAMP)
    with desk.seat.work() as work:
        assert forget_said(work, names) == 1
        work.commit()
    assert desk.sessions.one(session.id).said[-1].id == other.id
    assert SPEAKER not in str(desk.sessions.listed())
    assert counted(desk).waiting == 2


def _pdf(raw: bytes) -> str:
    pages = pypdfium2.PdfDocument(raw)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
