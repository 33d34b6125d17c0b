"""Sổ truy cập: what was looked at is told by record number, once a sitting, and no save waits for it."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk
from desk_app.services.access_log import AccessLog, AccessRow
from desk_app.services.access_notes import done, write_down
from desk_app.services.copies import is_due
from desk_app.services.lookup import Lookup
from desk_app.services.privacy_knocks import FILE, read_knocks
from desk_app.services.trouble import Trouble
from exchange.journal import read_line

LOGIN = Login("clerk", "demo")
CHILD = "Trần Thị Ngọc Mai"
NUMBER = "001190012345"


def entered(desk):
    draft = BirthDraft(child_name=CHILD, born="9/11/2026", sex="nữ", mother_name="Lê Thị Hoa", mother_born="1990")
    return desk.register.enter(replace(draft, registered_on="20/11/2026", mother_citizen_id=NUMBER))


def acts(rows):
    return [(row.act, row.number) for row in rows]


def lines(desk):
    with desk.seat.reading() as reading:
        return reading.journal.head()[0]


def test_looking_at_a_record_is_told_once_a_sitting_by_its_number(desk):
    saved = entered(desk)
    for _ in range(3):
        Lookup(desk.seat).record(saved.id)
    desk.register.show(saved.id)
    rows = AccessLog(desk.seat).rows(user="clerk")
    told = [("record-opened", saved.number), ("record-seen", saved.number), ("registered", saved.number)]
    assert acts(rows)[:3] == told
    assert rows[0].at.startswith("2026-11-20T")
    assert rows[0].words == "Mở đủ các ô của bản ghi"


def test_a_letter_saved_as_a_file_is_told_by_the_number_of_its_record(desk):
    from desk_app.services.letter_desk import Wish

    saved = entered(desk)
    letter = desk.letters.prepare([saved.id], Wish())
    desk.letters.pdf([letter.letter])
    assert acts(AccessLog(desk.seat).rows())[0] == ("letter-saved", saved.number)


def test_searching_by_personal_number_is_told_and_what_was_typed_is_kept_nowhere(desk):
    entered(desk)
    Lookup(desk.seat).find(" ".join((NUMBER[:3], NUMBER[3:])))
    Lookup(desk.seat).find(CHILD)
    rows = AccessLog(desk.seat).rows()
    assert [row.act for row in rows].count("number-sought") == 1
    assert CHILD not in str(rows)
    assert NUMBER not in str(rows)


def test_a_save_writes_one_line_and_looking_writes_none_until_the_sitting_is_written_down(desk):
    before = lines(desk)
    saved = entered(desk)
    Lookup(desk.seat).record(saved.id)
    assert lines(desk) == before + 1
    write_down(desk.seat)
    assert lines(desk) == before + 2
    write_down(desk.seat)
    assert lines(desk) == before + 2


def test_a_sittings_line_is_the_offices_own_business_with_nothing_in_it_that_travels(desk):
    Lookup(desk.seat).record(entered(desk).id)
    write_down(desk.seat)
    with desk.seat.reading() as reading:
        head = reading.journal.head()[0]
        line = read_line(next(reading.journal.slice(head, head)))
        assert reading.journal.verify() == head
    assert (line.kind, dict(line.figures), line.shared) == ("local", {}, None)


def test_refused_passwords_stand_in_the_log_after_the_next_log_in_strangers_unnamed(desk_folder, world):
    for login in (Login("clerk", "wrong"), Login("Phan Văn Khách", "demo")):
        with pytest.raises(Trouble, match="wrong-password"):
            open_desk(desk_folder, world, login)
    assert [knock.user for knock in read_knocks(desk_folder, world.moment())] == ["clerk", ""]
    desk = open_desk(desk_folder, world, LOGIN)
    rows = AccessLog(desk.seat).rows()
    desk.close()
    assert [(row.act, row.user) for row in rows[:2]] == [("log-in-refused", ""), ("log-in-refused", "clerk")]
    assert not (desk_folder / FILE).exists()


def test_closing_writes_down_what_was_looked_at(desk_folder, world):
    desk = open_desk(desk_folder, world, LOGIN)
    saved = entered(desk)
    Lookup(desk.seat).record(saved.id)
    desk.close()
    again = open_desk(desk_folder, world, LOGIN)
    assert acts(AccessLog(again.seat).rows())[0] == ("record-seen", saved.number)
    again.close()


def test_who_looked_is_no_reason_for_another_copy(desk):
    entered(desk)
    desk.care.look_after()
    assert not is_due(desk.seat)
    done(desk.seat, "number-sought")
    before = lines(desk)
    write_down(desk.seat)
    assert lines(desk) == before + 1
    assert not is_due(desk.seat)


def test_the_log_is_read_by_person_and_day(desk, clock):
    first = entered(desk)
    clock.forward(3)
    desk.register.void(first.id, "trùng")
    log = AccessLog(desk.seat)
    assert acts(log.rows(first=date(2026, 11, 23))) == [("voided", first.number)]
    assert log.rows(last=date(2026, 11, 22))[0].act == "registered"
    assert log.rows(user="nobody") == ()


def test_a_clerk_may_not_read_the_log(desk):
    with pytest.raises(Trouble, match="not-allowed"):
        AccessLog(replace(desk.seat, role="clerk")).rows()


def test_the_table_holds_no_formula(desk, tmp_path):
    row = AccessRow("2026-11-20T09:30:00", '=HYPERLINK("x")', "record-seen", "Xem bản ghi", "+12/2026")
    AccessLog(desk.seat).save_csv([row], tmp_path / "log.csv")
    _, cells = csv.reader((tmp_path / "log.csv").read_text(encoding="utf-8-sig").splitlines())
    assert cells[1].startswith("'=")
    assert cells[3] == "'+12/2026"


def test_every_act_the_desk_writes_has_words(desk):
    entered(desk)
    desk.settings.put("phone", "0200 3555 019")
    desk.settings.sign_from_today("Phạm Quốc Thịnh", "Chủ tịch")
    desk.people.add("hang", "clerk", "demo")
    assert "Việc nội bộ của quầy" not in {row.words for row in AccessLog(desk.seat).rows()}
