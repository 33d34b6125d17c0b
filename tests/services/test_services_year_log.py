"""What is written down by its day: counts travel, words stay, what was said of an officer is for leaders alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from decrypted import plain_pages
from python_calamine import CalamineWorkbook

from common.periods import read_period
from common.words import year_log as words
from desk_app.domain.drafts import BirthDraft
from desk_app.domain.year_log import KINDS, Conduct, Funding
from desk_app.services.about_person import AboutPerson, lines_of
from desk_app.services.access_log import AccessLog
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.log_words import erase_entry
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.year_log import Logged, YearLog
from desk_app.services.year_log_sheet import log_table

SAID, OFFICER = "quát tháo bà con ở bàn số hai", "Lương Văn Gắt"
FULL: dict[str, dict[str, object]] = {
    "meeting": {"on": "2/11/2026", "what": "complaint", "n": "3", "settled": "2"},
    "commendation": {"to": "person", "who": "Tạ Thị Hiền", "merit": "attitude", "reason": "Tận tình", "by": "Chủ tịch"},
    "press": {"outlet": "Báo tỉnh", "title": "Một cửa gần dân", "tone": "good"},
    "pledge": {"signed": "Bộ phận Một cửa", "with_whom": "Mặt trận Tổ quốc xã", "text": "Hẹn là đúng"},
    "committee": {"on": "5/1/2026", "decision": "12/QĐ-UBND", "members": "Bà Hà; ông Tư", "until": "31/12/2030"},
    "funding": {"source": "Ngân sách xã", "purpose": "In thư", "amount": "12.500.000"},
    "conduct": {"on": "3/11/2026", "how": "phone", "about": OFFICER, "words": SAID},
}
YEAR = read_period("2026")


def kept(desk: Desk, kind: str, **more: object) -> Logged:
    made = desk.log.add(kind, {**FULL[kind], **more})
    assert isinstance(made, Logged), made
    return made


def wrong(made: object) -> dict[str, str]:
    assert isinstance(made, tuple), made
    assert {problem.code for problem in made} <= words.PROBLEMS.keys()
    return {problem.field: problem.code for problem in made}


def lines(desk: Desk, kind: str) -> list[dict[str, Any]]:
    with desk.seat.reading() as reading:
        return [{**line.figures, "version": line.version} for line in reading.journal.of_kind(kind)]


def clerk(desk: Desk) -> YearLog:
    return YearLog(replace(desk.seat, role="clerk"))


def test_every_kind_is_kept_read_back_and_told_by_its_counts(desk: Desk) -> None:
    made = {kind: kept(desk, kind) for kind in KINDS}
    assert {one.kind: one.entry for one in desk.log.listed(2026)} == {kind: one.entry for kind, one in made.items()}
    assert made["funding"].entry == Funding(date(2026, 11, 20), "Ngân sách xã", "In thư", 12_500_000)
    assert lines(desk, "meeting") == [
        {"held_on": "2026-11-02", "what": "complaint", "n": 3, "settled": 2, "version": 1}
    ]
    assert lines(desk, "commendation") == [
        {"given_on": "2026-11-20", "to": "person", "merit": "attitude", "version": 1}
    ]
    assert lines(desk, "conduct") == [{"told_on": "2026-11-03", "found": "open", "version": 1}]
    counts = desk.log.counts(YEAR)
    assert (counts.meetings["complaint"].n, counts.commendations["person"], counts.conduct_told) == (3, 1, 1)
    with desk.seat.reading() as reading:
        whole = b"".join(reading.journal.slice(1, reading.journal.head()[0])).decode(errors="replace")
    assert not [word for word in ("Hiền", "Gắt", "quát", "Ngân", "12500000") if word in whole]


def test_a_change_is_the_next_version_and_what_is_taken_back_counts_nowhere(desk: Desk) -> None:
    first = kept(desk, "conduct")
    assert wrong(desk.log.change(first.id, {"found": "upheld"})) == {
        "found_on": "log-found-on-empty",
        "done": "log-done-empty",
    }
    found = desk.log.change(first.id, {"found": "upheld", "found_on": "9/11/2026", "done": "Nhắc nhở"})
    assert isinstance(found, Logged)
    assert isinstance(found.entry, Conduct)
    assert (found.version, found.entry.words, found.entry.found_on) == (2, SAID, date(2026, 11, 9))
    assert desk.log.change(first.id, {"done": "Nhắc nhở"}) == found
    assert lines(desk, "conduct")[1:] == [
        {"told_on": "2026-11-03", "found": "upheld", "done_on": "2026-11-09", "version": 2}
    ]
    assert desk.log.counts(YEAR).conduct_upheld == 1
    with pytest.raises(Mistake, match="log-reason-empty"):
        desk.log.take_back(first.id, " ")
    desk.log.take_back(first.id, "Ghi hai lần")
    assert lines(desk, "conduct")[-1]["taken_back"] == 1
    assert (desk.log.counts(YEAR).conduct_told, desk.log.listed(2026)) == (0, ())
    assert desk.log.one(first.id).why == "Ghi hai lần"
    with pytest.raises(Mistake, match="log-taken-back"):
        desk.log.change(first.id, {"done": "Xin lỗi"})
    with pytest.raises(Mistake, match="no-such-log-entry"):
        desk.log.one(99)


def test_kinds_that_stay_leave_a_line_of_the_office_alone(desk: Desk) -> None:
    before = len(lines(desk, "local"))
    held = kept(desk, "press")
    desk.log.change(held.id, {"tone": "critical"})
    desk.log.take_back(held.id, "Ghi nhầm")
    assert len(lines(desk, "local")) == before + 3
    assert not any(set(line) - {"version"} for line in lines(desk, "local"))


def test_what_is_typed_wrong_is_said_at_its_field(desk: Desk) -> None:
    add = desk.log.add
    assert wrong(add("meeting", {"on": "21/11/2026", "what": "party", "n": "0"})) == {
        "on": "log-day-to-come",
        "what": "log-choose",
        "n": "log-count",
    }
    assert wrong(add("meeting", {**FULL["meeting"], "settled": 4})) == {"settled": "log-more-settled"}
    assert wrong(add("funding", {"amount": "12,5 triệu", "source": " "})) == {
        "source": "log-source-empty",
        "purpose": "log-purpose-empty",
        "amount": "log-amount",
    }
    assert wrong(add("committee", {**FULL["committee"], "until": "1/1/2020"})) == {"until": "log-until-before"}
    assert wrong(add("press", {**FULL["press"], "on": "31/2/2026", "title": ["a"], "who": "x"})) == {
        "on": "log-day",
        "title": "log-plain",
        "who": "log-unknown",
    }
    assert wrong(add("pledge", {**FULL["pledge"], "text": "a" * 601})) == {"text": "log-too-long"}
    later = {**FULL["conduct"], "found_on": "9/11/2026"}
    assert wrong(add("conduct", later)) == {"found_on": "log-found-open"}
    early = {**FULL["conduct"], "found": "unfounded", "found_on": "1/11/2026", "done": "Đã xem lại"}
    assert wrong(add("conduct", early)) == {"found_on": "log-found-before"}
    with pytest.raises(Mistake, match="no-such-log-kind"):
        add("party", {})
    assert desk.log.listed(2026) == ()
    needed = {f"log-{name}-empty".replace("_", "-") for kind in KINDS for name in wrong(add(kind, {}))}
    assert {code for code in needed if code in words.PROBLEMS} == {
        code for code in words.PROBLEMS if code.endswith("-empty")
    } - {"log-found-on-empty", "log-done-empty"}


def test_a_clerk_neither_reads_nor_writes_conduct_and_knows_the_counts(desk: Desk) -> None:
    held, other = kept(desk, "conduct"), kept(desk, "meeting")
    log = clerk(desk)
    assert [one.id for one in log.listed(2026)] == [other.id]
    assert "conduct" not in log.kinds()
    assert log.counts(YEAR).conduct_told == 1
    for act in (
        lambda: log.listed(2026, "conduct"),
        lambda: log.one(held.id),
        lambda: log.add("conduct", FULL["conduct"]),
        lambda: log.change(held.id, {"words": "khác"}),
        lambda: log.take_back(held.id, "bỏ"),
    ):
        with pytest.raises(Trouble, match="not-allowed"):
            act()
    assert lines(desk, "conduct") == [{"told_on": "2026-11-03", "found": "open", "version": 1}]


def test_the_table_holds_numbers_and_no_word_of_conduct(desk: Desk) -> None:
    for kind in KINDS:
        kept(desk, kind)
    book = CalamineWorkbook.from_filelike(BytesIO(log_table(desk.seat, 2026)))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    cells = [cell for row in rows for cell in row]
    assert 12_500_000 in cells
    assert ["Phản ánh cán bộ: nhận được", 1] in [row[:2] for row in rows]
    assert not [cell for cell in cells if isinstance(cell, str) and ("Gắt" in cell or "quát" in cell)]
    assert log_table(replace(desk.seat, role="clerk"), 2026)


def told_of(desk: Desk, role: str) -> str:
    asking = AboutPerson(replace(desk.seat, role=role))
    return "\n".join(lines_of(asking.tell(asking.sought(name=OFFICER, born="1/2/1980"))))


def test_who_asks_what_is_held_learns_it_and_a_clerk_cannot_tell_whether_there_was_a_complaint(desk: Desk) -> None:
    nothing = told_of(desk, "clerk")
    kept(desk, "conduct")
    assert "phản ánh cán bộ: đang xem xét" in told_of(desk, "leader")
    assert SAID not in told_of(desk, "leader")
    assert told_of(desk, "clerk") == nothing
    kept(desk, "commendation", who=OFFICER)
    assert OFFICER in told_of(desk, "clerk").replace(told_of(desk, "clerk").splitlines()[0], "")
    assert SAID not in told_of(desk, "clerk")


def test_erasing_somebody_takes_their_name_out_of_the_log_and_the_counts_stay(desk: Desk) -> None:
    born = desk.register.enter(BirthDraft(child_name=OFFICER, born="9/11/2026", sex="nam", registered_on="20/11/2026"))
    praise, told = kept(desk, "commendation", who=OFFICER), kept(desk, "conduct", words=f"{OFFICER} {SAID}")
    other, before = kept(desk, "pledge"), desk.log.counts(YEAR)
    erasing = Erasing(desk.seat)
    assert erasing.look(born.id).messages == 2
    assert erasing.erase(born.id, "Gia đình đề nghị", born.number).messages == 2
    assert OFFICER not in str([desk.log.one(id) for id in (praise.id, told.id)])
    assert (desk.log.one(other.id), desk.log.counts(YEAR)) == (other, before)


def test_one_entry_is_erased_by_law_by_a_leader_and_counts_on(desk: Desk, desk_folder: Path) -> None:
    held, before = kept(desk, "conduct"), desk.log.counts(YEAR)
    with pytest.raises(Trouble, match="not-allowed"):
        erase_entry(replace(desk.seat, role="clerk"), held.id, "Đề nghị")
    for reason, code in (("", "reason-empty"), (f"{OFFICER} đề nghị", "erase-reason-names")):
        with pytest.raises(Mistake, match=code):
            erase_entry(desk.seat, held.id, reason)
    assert erase_entry(desk.seat, held.id, "Người ấy đề nghị")
    entry = desk.log.one(held.id).entry
    assert isinstance(entry, Conduct)
    assert (entry.how, entry.on, OFFICER in str(entry), SAID in str(entry)) == (
        "phone",
        date(2026, 11, 3),
        False,
        False,
    )
    assert desk.log.counts(YEAR) == before
    pages = plain_pages(desk_folder / "register.db", desk.people.data_key)
    assert [text for text in (OFFICER, SAID) if text.encode() in pages] == []
    told = ("log-erased", f"mục {held.id}")
    assert told in [(row.act, row.number) for row in AccessLog(desk.seat).rows()]
