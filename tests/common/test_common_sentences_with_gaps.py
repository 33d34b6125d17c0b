"""Sentences that leave out what there is nothing to say about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from common.questions import read_question_sets
from common.unit_history import UnitHistory
from common.words import (
    at_desk,
    ceremony,
    first_run,
    lacking,
    leader_sheet,
    opinion_commune,
    people,
    surveys_page,
    updates,
)
from common.words.leader_sheet import NOTHING_LATE
from common.words.syllables import is_syllable

RESOURCES = Path(__file__).parents[2] / "resources"
SETS = read_question_sets(RESOURCES / "questions")


def test_an_ordinary_question_is_told_with_its_answers_and_how_many_gave_one() -> None:
    questions = SETS.newest("service-5")
    asked = next(one for one in questions.questions if one.choices and one.code != at_desk.COST)
    told = at_desk.question(questions, asked.code, {asked.choices[0].code: 3})
    assert told[0] == asked.say()
    assert told[1].endswith("(n = 3)")
    assert told[1].startswith(f"{asked.choices[0].say().lower()} 3, ")


def test_before_a_ceremony_is_written_down_only_what_is_so_is_told() -> None:
    assert ceremony.ask_given(5, 0, 0) == "5 thư đã tới tay gia đình."
    assert ceremony.ask_given(5, 0, 2).endswith("gia đình. 2 thư chưa ghi là đã in nên chưa ghi trao được.")
    assert ceremony.ask_given(5, 1, 0).endswith("gia đình. 1 gia đình không tới: thư ở lại hàng Chờ trao.")


def test_a_commune_that_went_on_under_its_name_was_not_merged() -> None:
    since = date(2025, 7, 1)
    assert first_run.merged("Xã An Liên", ("xã An Liên",), since) == ""
    assert first_run.merged("Xã An Liên", (), since) == ""
    assert "hai xã cũ" in first_run.merged("Xã An Liên", ("xã An", "xã Liên"), since)


def test_a_letter_of_which_only_the_serial_is_left_is_told_by_it() -> None:
    assert lacking.letter_told(3, 0, None) == "mã thư 3"
    assert lacking.letter_told(None, 2, None, known=True) == "in 2 tờ"


def test_a_leader_is_told_what_is_late_and_where_nothing_is_that_nothing_is() -> None:
    assert leader_sheet.late(0, 0, (), 7) == (NOTHING_LATE,)
    assert leader_sheet.late(0, 2, (), 8) == ("2 lời hứa ở buổi gặp dân quá hạn.", "Chưa sao lưu 8 ngày.")
    assert leader_sheet.late(1, 0, ("Báo cáo quý.",), None) == (
        *("1 việc sau góp ý quá hạn.", "Chưa sao lưu lần nào.", "Báo cáo quý."),
    )


def test_follow_ups_that_are_not_late_are_not_called_late() -> None:
    assert not any("quá hạn" in told for told in opinion_commune.follow_up_facts(3, (1, 1, 2), 0))
    assert "Đang quá hạn: 1." in opinion_commune.follow_up_facts(3, (1, 1, 2), 1)


def test_where_nobody_else_opens_the_register_no_first_passwords_are_told() -> None:
    assert "Mật khẩu lần đầu" not in people.told_removed("Lan", True, {})
    assert "an:  sao-mai" in people.told_removed("Lan", True, {"an": "sao-mai"})


def test_a_survey_in_the_list_says_of_which_sort_it_is_and_who_asks() -> None:
    (kind, kind_words), *_ = surveys_page.choices()["kind"]
    told = surveys_page.second_line(kind, "other", "Mặt trận xã", surveys_page.choices()["respondents"][0][0])
    assert told.lower().startswith(f"{kind_words.lower()}, mặt trận xã tổ chức, ")


def test_what_is_no_word_at_all_is_no_syllable() -> None:
    assert not is_syllable("a1")
    assert not is_syllable("")
    assert not is_syllable("nghiêng\n")
    assert is_syllable("nghiêng")


def test_texts_of_which_only_marks_are_left_are_told_whole() -> None:
    assert updates.difference(".", ";") == "“.” thành “;”"
    assert updates.difference("", "Kính thư.") == "thêm “Kính thư”"


def test_a_unit_that_has_no_end_has_nothing_that_came_after_it() -> None:
    rows = ("U\t00001\t1\txã\tAn Liên\tnow\tan lien", "U\t00002\t1\txã\tBình\told\tbinh")
    eras = ("E\tnow\t2025-07-01\t\tNQ 202", "E\told\t2004-01-01\t2025-06-30\tNĐ")
    table = (RESOURCES / "units" / "units.tsv").read_text(encoding="utf-8").split("\n", 1)[0]
    history = UnitHistory.read("\n".join((table, "V\t2026-01-01", *eras, *rows, "")).encode())
    standing, ended = history.known("00001")[0], history.known("00002")[0]
    before = date(2024, 1, 1)
    assert history.heirs(standing, date(2030, 1, 1)) == (standing,)
    assert history.heirs(ended, date(2030, 1, 1)) == ()
    assert history.heirs(ended, before) == (ended,)
