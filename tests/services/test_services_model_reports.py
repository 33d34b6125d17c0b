"""Reports of the model: counted once from the journal, compared, written, issued and never changed."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from cheap_passwords import cheapen
from hand_clock import Clock
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from common.model_report import digest_of, read_content
from desk_app.db.journal import Entry
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Wish
from desk_app.services.setup import Wished
from desk_app.services.trouble import Mistake, Trouble

PILOT = {"birth": 54, "marriage": 62, "death": 21}
FIGURES = {"registration_type": 1, "late": 0, "unit": "26461", "lateness": "none", "flags": []}


def refused(act: object, *words: object, **named: object) -> str:
    assert callable(act)
    with pytest.raises(Trouble) as said:
        act(*words, **named)
    return said.value.code


def registered(desk: Desk, event: str, on: date, unit: str = "26461") -> None:
    """A registration and its letter, handed over on the same day, as lines of the journal."""
    day, subject, letter = on.isoformat(), secrets.token_hex(16), secrets.token_hex(16)
    figures = {**FIGURES, "event": event, "registered_on": day, "unit": unit}
    handed = {"letter": event, "delivered_on": day, "way": "counter", "reaction": "good"}
    with desk.seat.work() as work:
        work.journal.append(Entry("registered", on, subject, 1, figures, b"{}", b"{}"))
        work.journal.append(Entry("letter-prepared", on, letter, 1, {"letter": event, "covers": 1}, None, b"{}"))
        work.journal.append(Entry("letter-delivered", on, letter, 1, handed, None, b"{}"))
        work.commit()


def events(desk: Desk, period: str) -> int:
    return sum(desk.yearly.report(period).figures.report.events.values())


def test_the_pilot_is_told_as_letters_against_events_since_it_began(desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2024, 7, 1, 9, tzinfo=UTC)
    first = date(2024, 3, 1)
    for event, n in PILOT.items():
        for at in range(n):
            registered(desk, event, first + timedelta(days=at * 91 // (n - 1)))
    registered(desk, "birth", date(2024, 2, 29))
    told = desk.yearly.report("2024-H1@luy-ke")
    report = told.figures.report
    assert dict(report.events) == PILOT
    assert {event: report.letters[event]["delivered"] for event in PILOT} == PILOT
    assert report.reactions == {"good": sum(PILOT.values()), "bad": 0, "none": 0}
    assert told.asked is not None
    assert (told.asked.source, told.evidence.letters, told.evidence.handed) == (
        "Quyết định 111/QĐ-UBND ngày 09/01/2024",
        sum(PILOT.values()),
        sum(PILOT.values()),
    )
    assert [(bar.month, bar.registered > 0, bar.registered == bar.delivered) for bar in told.months] == [
        ("2024-01", False, True),
        *((f"2024-{month:02}", True, True) for month in (2, 3, 4, 5)),
        ("2024-06", False, True),
    ]
    for period in ("2024-H1@luy-ke", "2024-02", "2024"):
        assert desk.yearly.report(period).figures.report == desk.reports.report(period), period


def test_a_day_belongs_to_the_quarter_that_its_calendar_says(desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2028, 12, 31, 9, tzinfo=UTC)
    for day in ("2028-03-14", "2028-03-15", "2028-02-29", "2027-10-31", "2027-11-01", "2028-10-31", "2028-11-01"):
        registered(desk, "birth", date.fromisoformat(day))
    counted = {
        "2028-Q1@quy-14": 2,
        "2028-Q2@quy-14": 1,
        "2028@quy-14": 5,
        "2027@quy-14": 1,
        "2028-Q4@quy-14": 2,
        "2028-02@thang": 1,
        "2028-H1@6-9-12": 3,
        "2028-02-29..2028-02-29": 1,
    }
    assert {period: events(desk, period) for period in counted} == counted


def test_a_report_stands_beside_the_period_before_and_the_year_before(desk: Desk, clock: Clock) -> None:
    entered(desk.register.enter(replace(BIRTH, registered_on="20/11/2025", born="9/11/25")))
    for _ in range(2):
        registered(desk, "death", date(2026, 9, 14))
    registered(desk, "death", date(2026, 9, 15))
    told = desk.yearly.report("2026-Q4@quy-14")
    assert told.before is not None
    assert told.last_year is not None
    assert [sum(one.report.events.values()) for one in (told.figures, told.before, told.last_year)] == [1, 2, 1]
    assert told.as_of == "2026-11-20", "the quarter still runs"
    assert told.figures.report.period == told.period
    earlier = desk.yearly.report("2026-Q4@quy-14", date(2026, 9, 14))
    assert (earlier.as_of, events(desk, "2025-Q4@quy-14")) == ("2026-09-15", 1)
    assert desk.yearly.report("2025-Q1@quy-14").before is None, "of the year before, the register holds nothing"


def test_what_was_issued_never_changes_and_a_correction_is_a_new_version(desk: Desk, clock: Clock) -> None:
    one = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([one], Wish())).letter
    entered(desk.register.enter(replace(DEATH, registered_on="06/11/2026")))
    assert refused(desk.yearly.issue, "2026-11") == "report-still-running"
    clock.moment = datetime(2026, 11, 30, 9, tzinfo=UTC)
    first = desk.yearly.issue("2026-11", "125/BC-UBND", "lý do thừa")
    assert (first.issued.version, first.issued.number, first.issued.reason) == (1, "125/BC-UBND", "")
    files = {form: desk.yearly.written(first.id, form) for form in ("pdf", "docx", "xlsx", "json")}
    assert refused(desk.yearly.issue, "2026-11") == "report-needs-reason"
    assert refused(desk.yearly.issue, "2026-11", "125/BC-UBND", "sửa") == "report-unchanged"

    desk.letters.printed([letter])
    desk.letters.delivered([letter], "counter", "good")
    desk.register.amend(one, {"registered_on": "31/10/2026", "born": "30/10/2026"}, "ghi nhầm ngày")
    desk.settings.sign_from_today("Lê Thị Thu", "Phó Chủ tịch")
    clock.forward(3)
    second = desk.yearly.issue("2026-11", "130/BC-UBND", "một khai sinh ghi nhầm tháng")
    assert (second.issued.version, second.issued.on) == (2, "2026-12-03")
    assert second.report.figures.report.events == {"birth": 0, "marriage": 0, "death": 1}
    assert first == desk.yearly.get(first.id)
    assert first.report.figures.report.events == {"birth": 1, "marriage": 0, "death": 1}
    assert {form: desk.yearly.written(first.id, form) for form in files} == files
    assert [(one.issued.version, one.period.name) for one in desk.yearly.issued()] == [(2, "2026-11"), (1, "2026-11")]
    with desk.seat.reading() as reading:
        lines = reading.journal.of_kind("report-issued")
        kept = reading.reports.versions("2026-11")
    assert [(line.version, line.figures["digest"]) for line in lines] == [
        (1, first.issued.digest),
        (2, second.issued.digest),
    ]
    assert {line.subject for line in lines} == {one.subject for one in kept}
    assert "calendar" not in lines[0].figures
    assert read_content(kept[0].content) == second.report
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(files["pdf"]))
    assert "125/BC-UBND" in text


def test_a_report_that_somebody_changed_in_the_file_is_not_given_out(desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    issued = desk.yearly.issue("2026-11")
    with desk.seat.work() as work:
        held = work.reports.get(issued.id)
        assert held is not None
        work.reports.add(replace(held, version=2, content=held.content.replace(b"2026-11-30", b"2026-11-29")))
        work.commit()
    assert refused(desk.yearly.get, issued.id + 1) == "report-changed"
    assert desk.yearly.get(issued.id) == issued
    assert refused(desk.yearly.get, 99) == "no-such-report"
    assert refused(desk.yearly.written, issued.id, "odt") == "no-such-report-form"


def test_difficulties_and_proposals_are_offered_again_in_the_next_report_of_the_calendar(
    desk: Desk, clock: Clock
) -> None:
    quarter = "2026-Q3@quy-14"
    assert set(desk.yearly.texts(quarter).values()) == {""}
    told = {"results": "Trao 12 thư", "difficulties": " Thiếu giấy \r\n\r\n Máy in cũ ", "proposals": "Cấp máy in"}
    desk.yearly.keep_texts(quarter, told)
    assert desk.yearly.texts(quarter)["difficulties"] == "Thiếu giấy\n\nMáy in cũ"
    issued = desk.yearly.issue(quarter)
    offered = {"results": "", "difficulties": "Thiếu giấy\n\nMáy in cũ", "proposals": "Cấp máy in"}
    assert desk.yearly.texts("2026-Q4@quy-14") == offered
    assert desk.yearly.report("2026-Q4@quy-14").texts == offered
    assert set(desk.yearly.texts("2026-H1@6-9-12").values()) == {""}
    desk.yearly.keep_texts(quarter, {})
    assert desk.yearly.texts(quarter) == desk.yearly.get(issued.id).report.texts, "a correction begins with its own"
    desk.yearly.keep_texts("2026-Q4@quy-14", {"proposals": "Cấp thêm giấy"})
    assert desk.yearly.texts("2026-Q4@quy-14") == {"results": "", "difficulties": "", "proposals": "Cấp thêm giấy"}
    assert desk.yearly.get(issued.id).report.texts["results"] == "Trao 12 thư"
    assert refused(desk.yearly.keep_texts, quarter, {"results": "a" * 5001}) == "report-text-too-long"
    assert refused(desk.yearly.keep_texts, quarter, {"thanks": "a"}) == "no-such-report-text"
    assert refused(desk.yearly.keep_texts, quarter, {"results": "gọi 0912 345 678"}) == "report-text-has-a-number"
    assert refused(desk.yearly.keep_texts, quarter, {"results": "số 079096001234"}) == "report-text-has-a-number"
    desk.yearly.keep_texts(quarter, {"results": "Chi 150.000.000 đồng từ 01/10/2026, công văn 8283"})


def test_what_is_owed_stands_before_what_runs_and_what_was_issued(desk: Desk, clock: Clock) -> None:
    registered(desk, "birth", date(2026, 12, 14))
    clock.moment = datetime(2027, 1, 20, 9, tzinfo=UTC)
    assert [one.id for one in desk.yearly.followed()] == ["6-9-12", "luy-ke", "quy-14", "thang"]
    desk.yearly.follow(["QUY-14", "quy-14", "6-9-12"])
    asked = desk.yearly.asked()
    assert [(one.period.name, one.state, one.overdue(date(2027, 1, 20))) for one in asked] == [
        ("2026-Q4@quy-14", "closed", True),
        ("2026@6-9-12", "closed", False),
        ("2027-Q1@quy-14", "running", False),
        ("2027-H1@6-9-12", "running", False),
        ("2027-9M@6-9-12", "running", False),
        ("2027@quy-14", "running", False),
        ("2027@6-9-12", "running", False),
    ]
    desk.yearly.issue("2026-Q4@quy-14")
    again = desk.yearly.issue("2026-Q4@quy-14", "12/BC-UBND", "thêm số văn bản")
    last = desk.yearly.asked()[-1]
    assert (last.period.name, last.state, last.issued) == ("2026-Q4@quy-14", "issued", again.id)
    with desk.seat.reading() as reading:
        assert [line.figures["calendar"] for line in reading.journal.of_kind("report-issued")] == ["quy-14"] * 2
    assert refused(desk.yearly.follow, ["hàng-tuần"]) == "no-such-calendar"
    desk.yearly.follow([])
    assert desk.yearly.asked() == ()


def test_a_clerk_prepares_and_the_leader_issues(desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    clerk = replace(desk.yearly, seat=replace(desk.seat, role="clerk"))
    clerk.keep_texts("2026-11", {"results": "Đã trao đủ"})
    assert clerk.report("2026-11").texts["results"] == "Đã trao đủ"
    assert refused(clerk.issue, "2026-11") == "not-allowed"
    assert refused(clerk.follow, ["thang"]) == "not-allowed"
    with pytest.raises(Mistake):
        clerk.report("2026-13")


def test_figures_of_a_merged_commune_are_told_by_the_communes_of_then(tmp_path: Path) -> None:
    clock = Clock(datetime(2025, 6, 27, 9, tzinfo=UTC))
    folder, login = tmp_path / "quay", Login("clerk", "demo")
    world = World(clock, secrets.token_bytes, practice=True)
    set_up(folder, world, login, Wished("21979", leader="Phạm Quốc Thịnh"))
    cheapen(folder, login.user, login.password)
    desk = open_desk(folder, world, login)
    try:
        clock.moment = datetime(2025, 12, 31, 9, tzinfo=UTC)
        for day, unit in (("2025-06-30", "21979"), ("2025-06-30", "21952"), ("2025-07-01", "21952")):
            registered(desk, "birth", date.fromisoformat(day), unit)
        told = desk.yearly.report("2025")
        names = Counter({unit.name: sum(unit.events.values()) for unit in told.units})
        old, now = (desk.seat.units.unit("21952", date(2025, month, 1)) for month in (6, 7))
        assert now is not None
        assert names["Xã Phước Nghĩa"] == 1
        assert names[now.official] == 1
        assert sum(names.values()) == 3
        assert old is None or names[old.official] == 1
        assert [unit.unit for unit in desk.yearly.report("2025-H2").units] == ["21952"]
    finally:
        desk.close()


def test_a_file_in_json_gives_the_digest_again_and_every_version_has_a_name_of_its_own(
    desk: Desk, clock: Clock
) -> None:
    clock.moment = datetime(2026, 12, 15, 9, tzinfo=UTC)
    issued = desk.yearly.issue("2026-Q4@quy-14", "7/BC-UBND")
    told = json.loads(desk.yearly.written(issued.id, "json"))
    content = json.dumps(told["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert digest_of(content) == told["issued"]["digest"] == issued.issued.digest
    again = desk.yearly.issue("2026-Q4@quy-14", "8/BC-UBND", "đổi số")
    assert [desk.yearly.file_name(one, "pdf").name for one in (issued, again)] == [
        "BC_2026-Q4_quy-14.pdf",
        "BC_2026-Q4_quy-14_2.pdf",
    ]
    coming = json.loads(desk.yearly.written(desk.yearly.report("2026-12"), "json"))
    assert coming["issued"] is None


def tell(desk: Desk, kind: str, figures: dict[str, object], subject: str = "", version: int = 1) -> None:
    with desk.seat.work() as work:
        entry = Entry(kind, desk.seat.today(), subject or secrets.token_hex(16), version, figures, None, b"{}")
        work.journal.append(entry)
        work.commit()


def test_surveys_tasks_and_sessions_of_the_period_stand_in_its_report(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    survey = {"survey": "regular", "by": "office", "respondents": "people", "began_on": "2026-10-01", "scale": 3}
    small = {**survey, "ended_on": "2026-11-02", "handed": 9, "returned": 4, "n": 4, "by_score": {"3": 4}}
    tell(desk, "survey-tally", small)
    tell(desk, "survey-tally", {**small, "ended_on": "2026-11-01", "returned": 6, "n": 6, "by_score": {"3": 6}})
    tell(desk, "survey-tally", {**small, "ended_on": "2026-12-15"})
    done, open_one = secrets.token_hex(16), secrets.token_hex(16)
    for subject, opened in ((done, "2026-11-10"), (open_one, "2026-10-05")):
        days = {"source": "message", "opened_on": opened, "due_on": "2026-11-20"}
        tell(desk, "follow-up-opened", days, subject)
    tell(desk, "follow-up-done", {"outcome": "fixed", "done_on": "2026-11-17"}, done)
    session = secrets.token_hex(16)
    tell(desk, "session", {"held_on": "2026-11-07", "citizens": 30, "bodies": 4}, session)
    tell(desk, "session", {"held_on": "2026-11-07", "citizens": 31, "bodies": 4}, session, 2)
    opinion = {"held_on": "2026-11-07", "field": "land", "answer": "promised", "due_on": "2026-11-14"}
    tell(desk, "session-opinion", opinion)
    page = tmp_path / "tin.pdf"
    page.write_bytes(desk.yearly.written(desk.yearly.report("2026-11"), "pdf"))
    file = desk.evidence.add(page, "Tin trên báo", date(2026, 11, 9)).id
    with desk.seat.work() as work:
        for link in (("pledge", "1"), ("pledge", "2"), ("funding", "1")):
            work.evidence.link(file, link)
        work.commit()
    clock.moment = datetime(2026, 12, 14, 9, tzinfo=UTC)
    told = desk.yearly.issue("2026-11").report
    figures = told.figures
    assert [(one.n, one.returned, dict(one.by_score)) for one in figures.surveys] == [(6, 6, {"3": 6}), (4, 4, {})]
    tasks = figures.follow_ups
    assert (tasks.opened, tasks.done, tasks.in_time, tasks.outcomes, tasks.days) == (1, 1, 1, {"fixed": 1}, {7: 1})
    year = figures.year
    assert (year.sessions, year.citizens, year.answered("promised"), year.waiting, year.late) == (1, 31, 1, 1, 1)
    assert dict(told.evidence.files) == {"pledge": 1, "funding": 1}
    assert desk.yearly.issued()[0].report == told


def test_a_name_in_what_was_written_for_a_report_goes_when_its_person_is_erased(desk: Desk) -> None:
    saved = entered(desk.register.enter(BIRTH))
    desk.yearly.keep_texts("2026-11", {"results": "Trao thư cho cháu Nguyễn Trần Minh Anh", "proposals": "Cấp giấy"})
    Erasing(desk.seat).erase(saved.id, "gia đình đề nghị", saved.number)
    kept = desk.yearly.texts("2026-11")
    assert "Minh Anh" not in kept["results"]
    assert kept["proposals"] == "Cấp giấy"
