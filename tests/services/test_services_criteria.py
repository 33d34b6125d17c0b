"""An office scores itself at a real desk: figures come from the register, the leader confirms, nothing moves after."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from evidence_kit import pdf
from hand_clock import Clock
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from common.criteria_year import digest_of, read_content
from desk_app.services.criteria import Criteria
from desk_app.services.desk import Desk
from desk_app.services.erasing_words import forget_words
from desk_app.services.follow_ups import Done, FollowUps
from desk_app.services.letter_desk import Wish
from desk_app.services.lines import act_entry
from desk_app.services.trouble import Mistake, Trouble


def codes(problems: object) -> list[tuple[str, str]]:
    assert isinstance(problems, tuple), problems
    return [(one.field, one.code) for one in problems]


def scored_whole(criteria: Criteria, year: int = 2026, share: int = 100) -> None:
    """Everything that nobody scored yet gets this share of its points, with a reason."""
    for row in criteria.year(year).rows:
        if row.lacks:
            values = {"points": f"{row.criterion.most * share // 100 / 100:.2f}", "reason": "theo hồ sơ"}
            assert criteria.score(year, row.criterion.code, values) == ()


def told(desk: Desk) -> list[tuple[int, dict]]:
    with desk.seat.reading() as reading:
        return [(line.version, dict(line.figures)) for line in reading.journal.of_kind("criteria-scored")]


def handed(desk: Desk, id: int) -> None:
    letter = prepared(desk.letters.prepare([id], Wish())).letter
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "home", "good")


def test_the_register_feeds_the_criteria_it_knows(desk: Desk, clock: Clock) -> None:
    births = [entered(desk.register.enter(replace(BIRTH, child_name=f"Lê Gia {name}"))) for name in ("An", "Bo", "Chi")]
    entered(desk.register.enter(DEATH))
    for one in births[:2]:
        handed(desk, one.id)
    tasks = FollowUps(desk.seat)
    done, late = tasks.open("own", "", "Kê thêm ghế"), tasks.open("own", "", "Sửa bảng chỉ dẫn")
    tasks.done(done.id, Done("fixed", "Đã kê"))
    for held, answered in (("2026-11-10", "answered"), ("2026-11-12", "promised")):
        figures = {"held_on": held, "citizens": 12, "bodies": 3}
        opinion = {"held_on": held, "field": "land", "answer": answered}
        with desk.seat.work() as work:
            for kind, said in (("session", figures), ("session-opinion", opinion)):
                work.journal.append(_line(desk, kind, said))
            work.commit()
    sheet = desk.criteria.year(2026)
    fed = {row.criterion.code: (row.value.part, row.value.whole, row.proposed) for row in sheet.rows if row.value}
    assert fed["5.1"] == (2, 3, 100)
    assert fed["5.3"] == (0, 1, 0)
    assert fed["4.1"] == (4, 4, 600)
    assert fed["6.1"] == (2, None, 0)
    assert fed["6.2"] == (1, 2, 0)
    assert fed["6.4"] == (1, 1, 300)
    assert "5.2" not in fed
    assert (sheet.version, sheet.criteria.mark, sheet.level) == (0, "mau-100/1", None)
    clock.moment = clock.moment.replace(year=2027, month=1, day=20)
    assert late.due_on.year == 2026
    again = desk.criteria.year(2026)
    assert (again.as_of.isoformat(), again.get("6.4").value.whole) == ("2026-12-31", 2)
    assert desk.criteria.year(2027).get("6.4").value.part == 0


def _line(desk: Desk, kind: str, figures: dict[str, object]):
    return act_entry(desk.seat, kind, desk.seat.subject(), figures, {})


def test_a_score_asks_for_a_reason_where_it_departs_or_is_not_full(desk: Desk) -> None:
    criteria = desk.criteria
    entered(desk.register.enter(BIRTH))
    assert codes(criteria.score(2026, "2.1", {"points": "2,5"})) == [("reason", "criteria-reason")]
    assert codes(criteria.score(2026, "2.1", {"points": "3,5"})) == [("points", "criteria-number")]
    assert criteria.score(2026, "2.1", {"points": "3"}) == ()
    assert criteria.score(2026, "2.2", {"points": "2,5", "reason": "thiếu quạt"}) == ()
    assert codes(criteria.score(2026, "4.1", {"points": "5"})) == [("reason", "criteria-reason")]
    assert criteria.score(2026, "4.1", {"points": "5", "reason": "một hồ sơ làm lại"}) == ()
    row = criteria.year(2026).get("4.1")
    assert (row.proposed, row.points, row.typed) == (600, 500, True)
    assert criteria.score(2026, "4.1", {"points": ""}) == ()
    row = criteria.year(2026).get("4.1")
    assert (row.points, row.typed) == (600, False)
    with pytest.raises(Mistake, match="no-such-criterion"):
        criteria.score(2026, "9.9", {"points": "1"})
    for year in (2028, 1999):
        with pytest.raises(Mistake, match="criteria-year"):
            criteria.year(year)


def test_a_confirmed_year_is_frozen_told_once_and_changed_by_a_further_version_alone(desk: Desk, clock: Clock) -> None:
    criteria = desk.criteria
    with pytest.raises(Mistake, match="criteria-unscored") as missing:
        criteria.confirm(2026)
    assert missing.value.details["codes"].startswith("1.4, 2.1")
    clerk = Criteria(replace(desk.seat, role="clerk"))
    scored_whole(clerk)
    with pytest.raises(Trouble, match="not-allowed"):
        clerk.confirm(2026)
    done = criteria.confirm(2026)
    frozen = criteria.year(2026)
    assert (done.version, done.most, done.points) == (1, 100_00, frozen.points)
    with desk.seat.reading() as reading:
        (kept,) = reading.criteria.versions("mau-100", 2026)
    content = kept.body["content"].encode()
    assert digest_of(content) == done.digest == frozen.digest
    assert read_content(content).points == done.points
    figures = {"set": "mau-100", "edition": 1, "year": 2026, "points": done.points, "most": 100_00}
    assert told(desk) == [(1, {**figures, "digest": done.digest})]
    entered(desk.register.enter(DEATH))
    assert criteria.year(2026).rows == frozen.rows
    with pytest.raises(Mistake, match="criteria-confirmed"):
        criteria.score(2026, "2.1", {"points": "1", "reason": "đếm lại"})
    with pytest.raises(Mistake, match="criteria-reopen-reason"):
        criteria.reopen(2026, "  ")
    assert criteria.reopen(2026, "bổ sung minh chứng") == 2
    with pytest.raises(Mistake, match="criteria-open"):
        criteria.reopen(2026, "lần nữa")
    assert criteria.score(2026, "2.1", {"points": "2", "reason": "đếm lại"}) == ()
    scored_whole(criteria)
    again = criteria.confirm(2026)
    assert [(version, line["points"]) for version, line in told(desk)] == [(1, done.points), (2, again.points)]
    assert again.points == done.points - 100
    clock.moment = clock.moment.replace(year=2027, month=11)
    scored_whole(criteria, 2027, 50)
    criteria.confirm(2027)
    (later, before) = criteria.years()
    assert (later.year, before.year, before.version, before.points) == (2027, 2026, 2, again.points)
    assert criteria.year(2027).before.points == again.points
    assert criteria.year(2027).get("2.1").before == 200


def test_the_provinces_score_stands_beside_and_changes_nothing(desk: Desk) -> None:
    criteria = desk.criteria
    scored_whole(criteria)
    done = criteria.confirm(2026)
    wrong = criteria.province(2026, {"number": "", "on": "31/12/2027", "total": "101"})
    assert codes(wrong) == [
        ("number", "criteria-decision"),
        ("on", "criteria-decision-day"),
        ("total", "criteria-number"),
    ]
    decision = {"number": "812/QĐ-UBND", "on": "19/11/2026"}
    assert criteria.province(2026, {**decision, "total": "", "points": {"2.1": "2", "2.2": "3,5"}}) == ()
    sheet = criteria.year(2026)
    assert (sheet.province.sum, sheet.get("2.1").province, sheet.get("2.2").province) == (550, 200, 350)
    assert criteria.province(2026, {**decision, "total": "91,5", "points": {"2.2": ""}}) == ()
    sheet = criteria.year(2026)
    assert (sheet.province.sum, dict(sheet.province.points), sheet.digest) == (91_50, {"2.1": 200}, done.digest)
    assert criteria.years()[0].province == 91_50
    assert len(told(desk)) == 1


def test_a_set_is_changed_in_a_draft_of_a_further_edition_alone(desk: Desk) -> None:
    criteria, editing = desk.criteria, desk.criteria.editing
    with pytest.raises(Mistake, match="criteria-in-use"):
        editing.remove("mau-100/1", "1.1")
    draft = editing.begin("mau-100")
    assert (draft.mark, draft.draft, draft.example) == ("bo-tieu-chi/1", True, False)
    with pytest.raises(Mistake, match="criteria-draft-there"):
        editing.begin("mau-100")
    new = {"group": "II", "code": "2.4", "text": "Có nơi gửi xe", "most": "2", "rule": "hand"}
    assert editing.add(draft.mark, new) == ()
    assert codes(editing.add(draft.mark, new)) == [("code", "criteria-twice")]
    assert codes(editing.add(draft.mark, {**new, "text": "", "most": "nhiều"})) == [
        ("text", "criteria-text"),
        ("most", "criteria-points"),
    ]
    assert codes(editing.change(draft.mark, "5.1", {"bands": "95=4; 80=3"})) == [("bands", "criteria-bands")]
    assert editing.change(draft.mark, "5.1", {"bands": "90=5; 80=3"}) == ()
    editing.move(draft.mark, "2.4", -1)
    editing.move(draft.mark, "3.1", -1)
    editing.remove(draft.mark, "8.1")
    editing.remove(draft.mark, "8.2")
    kept = criteria.one(draft.mark)
    assert [one.code for one in kept.groups[1].criteria] == ["2.1", "2.2", "2.4", "2.3", "3.1"]
    assert (len(kept.groups), kept.most) == (7, 97_00)
    head = {"name": "Bộ tiêu chí của tỉnh", "source": "Quyết định 55/QĐ-UBND", "first_day": "01/01/2026"}
    levels = "98=Tiêu biểu; 80=Đạt; 0=Chưa đạt"
    assert editing.describe(draft.mark, {**head, "levels": levels}) == ()
    with pytest.raises(Mistake, match="criteria-not-ready") as why:
        editing.put_in_force(draft.mark)
    assert why.value.details["place"] == "mức xếp loại 1, từ điểm"
    assert criteria.year(2026).criteria.mark == "mau-100/1"
    assert editing.describe(draft.mark, {**head, "levels": levels.replace("98", "90")}) == ()
    editing.put_in_force(draft.mark)
    assert criteria.year(2026).criteria.mark == "bo-tieu-chi/1"
    with pytest.raises(Mistake, match="criteria-in-use"):
        editing.remove(draft.mark, "1.1")
    for code, reason in (("2.4", "đủ"), ("2.2", "đủ")):
        full = criteria.year(2026).get(code).criterion.most // 100
        assert criteria.score(2026, code, {"points": str(full), "reason": reason}) == ()
    second = editing.begin("bo-tieu-chi")
    editing.change(second.mark, "2.4", {"text": "Có nơi gửi xe, không thu tiền"})
    editing.put_in_force(second.mark)
    sheet = criteria.year(2026)
    assert (sheet.criteria.mark, sheet.get("2.4").typed, sheet.get("2.2").typed) == ("bo-tieu-chi/2", False, True)
    states = [(one.criteria.mark, one.state, one.years) for one in criteria.sets()]
    assert states == [
        ("bo-tieu-chi/2", "in-force", (2026,)),
        ("bo-tieu-chi/1", "in-force", ()),
        ("mau-100/1", "example", ()),
    ]


def test_a_file_kept_for_a_criterion_counts_for_it_in_its_year_until_it_is_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    criteria, path = desk.criteria, pdf(tmp_path / "ke-hoach.pdf")
    link = ("criterion", "mau-100/2026/1.2")
    kept = desk.evidence.add(path, "Kế hoạch năm", desk.seat.today(), [link])
    row = criteria.year(2026).get("1.2")
    assert (row.evidence, row.value.part, row.proposed) == (1, 1, 300)
    assert (criteria.year(2026).get("1.1").evidence, criteria.year(2025).get("1.2").evidence) == (0, 0)
    desk.evidence.take_back(kept.id, "gắn nhầm")
    assert criteria.year(2026).get("1.2").evidence == 0


def test_a_name_in_a_reason_goes_by_law_while_the_year_is_open(desk: Desk) -> None:
    assert desk.criteria.score(2026, "2.2", {"points": "2", "reason": "bà Lê Thị Tám phản ánh thiếu ghế"}) == ()
    with desk.seat.work() as work:
        forget_words(work, lambda text: "Lê Thị Tám" in text)
        work.commit()
    row = desk.criteria.year(2026).get("2.2")
    assert (row.points, "Tám" in row.reason, bool(row.reason)) == (200, False, True)


def spreadsheet(path: Path, points: object = 4) -> Path:
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True}) as book:
        book.add_worksheet("Hướng dẫn").write(0, 0, "Đọc kỹ trước khi chấm")
        sheet = book.add_worksheet("Bộ tiêu chí")
        sheet.merge_range(0, 0, 0, 4, "BỘ TIÊU CHÍ CHÍNH QUYỀN THÂN THIỆN")
        for column, title in enumerate(("Nhóm", "Mã", "Tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng")):
            sheet.write(3, column, title)
        sheet.merge_range(4, 0, 6, 0, "Thư gửi người dân")
        rows = (
            ("01", "Thư chúc mừng trao tới gia đình đăng ký khai sinh", 5, "Sổ trao thư"),
            (2, "Thư khen", points, ""),
        )
        for at, row in enumerate((*rows, (3, "Thư cảm ơn", 1.5, "")), 4):
            for column, cell in enumerate(row, 1):
                sheet.write(at, column, cell)
    path.write_bytes(raw.getvalue())
    return path


def test_a_set_comes_in_from_a_spreadsheet_after_a_look_as_a_draft_of_its_own(desk: Desk, tmp_path: Path) -> None:
    editing = desk.criteria.editing
    broken = editing.take_in_xlsx(spreadsheet(tmp_path / "hong.xlsx", "bốn"))
    assert [(row.row, row.wrong) for row in broken.rows if row.wrong] == [(6, ("criteria-points",))]
    with pytest.raises(Mistake, match="criteria-rows"):
        editing.take(broken)
    taken = editing.take_in_xlsx(spreadsheet(tmp_path / "bo.xlsx"))
    assert (taken.sheet, taken.header, taken.most) == ("Bộ tiêu chí", 4, 10_50)
    assert [(row.criterion.code, row.group) for row in taken.rows] == [
        (code, "Thư gửi người dân") for code in ("01", "02", "03")
    ]
    assert [row.noticed for row in taken.rows] == [("like-before",), ("code-zero",), ("code-zero",)]
    assert desk.criteria.sets()[0].state == "example"
    kept = editing.take(taken)
    assert (kept.mark, kept.most, kept.draft, kept.get("01").fed) == ("bo-tieu-chi/1", 10_50, True, "letters-birth")
    editing.put_in_force(kept.mark)
    assert [row.criterion.code for row in desk.criteria.year(2026).rows] == ["01", "02", "03"]
    for name, raw, code in (("x.xlsx", b"PK", "criteria-file"), ("trong.xlsx", None, "criteria-no-table")):
        path = tmp_path / name
        if raw is None:
            with xlsxwriter.Workbook(path) as book:
                book.add_worksheet().write(0, 0, "trống")
        else:
            path.write_bytes(raw)
        with pytest.raises(Mistake, match=code):
            editing.take_in_xlsx(path)


def test_a_year_of_a_report_calendar_ends_where_the_calendar_says(desk: Desk) -> None:
    editing = desk.criteria.editing
    draft = editing.begin("mau-100")
    head = {"name": "Bộ của tỉnh", "source": "Quyết định 55/QĐ-UBND", "first_day": "01/01/2025"}
    levels = "90=Tiêu biểu; 0=Chưa đạt"
    assert codes(editing.describe(draft.mark, {**head, "calendar": "khac", "levels": levels})) == [
        ("calendar", "criteria-calendar")
    ]
    assert editing.describe(draft.mark, {**head, "calendar": "quy-14", "levels": levels}) == ()
    editing.put_in_force(draft.mark)
    for day in ("31/10/2026", "01/11/2026"):
        entered(desk.register.enter(replace(BIRTH, child_name="Lê An", born="20/10/2026", registered_on=day)))
    sheet = desk.criteria.year(2026)
    assert (sheet.period.first.isoformat(), sheet.as_of.isoformat()) == ("2025-11-01", "2026-10-31")
    assert sheet.get("4.1").value.whole == 1
    assert sheet.period.name == "2026@quy-14"
