"""Looking things up on a real desk: words, numbers, codes, and everything that was done with a record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered
from test_services_today import WEDDING

from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.lookup import Lookup, Wanted
from desk_app.services.marking import marked
from desk_app.services.trouble import Mistake


@pytest.mark.parametrize(
    ("text", "sought", "hits"),
    [
        ("cha mẹ: Nguyễn Văn Bình, Trần Thị Ngọc Lan", "tran ngoc lan", ["Trần", "Ngọc Lan"]),
        ("Đặng Văn Lân", "dang", ["Đặng"]),
        ("H’Blươn Niê", "hblu", ["H’Blươn"]),
        ("Lê Gia Hân", "", []),
        ("Lê Gia Hân", "gi", ["Gia"]),
    ],
)
def test_what_was_sought_is_marked_word_by_word(text: str, sought: str, hits: list[str]) -> None:
    assert [text[first:last] for first, last in marked(text, sought)] == hits


def test_a_name_without_marks_finds_record_and_letter(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], Wish())).letter
    found = Lookup(desk.seat).find("tran ngoc lan")
    assert found.words == "2 kết quả"
    (record,), (hit,) = found.records, found.letters
    assert (record.id, record.names, record.number, record.day) == (id, "Nguyễn Trần Minh Anh", "số 01/2026", "hôm nay")
    assert [record.second[a:b] for a, b in record.second_marks] == ["Trần", "Ngọc Lan"]
    assert (hit.id, hit.record, hit.second) == (letter, id, "đã soạn, cần in")


def test_nothing_found_is_empty_and_a_full_list_says_that_there_is_more(desk: Desk) -> None:
    for name in ("Lê Gia Hân", "Lê Gia Bảo", "Lê Gia Huy"):
        entered(desk.register.enter(replace(BIRTH, child_name=name)))
    assert Lookup(desk.seat).find("không có ai").words == "0 kết quả"
    assert Lookup(desk.seat).find("le gia", Wanted(limit=2)).words == "hơn 2 kết quả"


def test_the_newest_come_first_by_event_and_page_by_page(desk: Desk) -> None:
    ids = [entered(desk.register.enter(draft)).id for draft in (BIRTH, WEDDING, DEATH)]
    lookup = Lookup(desk.seat)
    assert [row.id for row in lookup.newest()] == ids[::-1]
    assert [row.id for row in lookup.newest("marriage")] == [ids[1]]
    assert [row.id for row in lookup.newest(before=ids[1])] == [ids[0]]
    assert lookup.counted() == "3 hồ sơ, 0 thư"


def test_a_record_tells_its_facts_without_personal_numbers(desk: Desk) -> None:
    draft = replace(BIRTH, mother_citizen_id="001198000001", declarant_name="Nguyễn Văn Bình", declarant_relation="cha")
    record = Lookup(desk.seat).record(entered(desk.register.enter(draft)).id)
    assert [tag.words for tag in record.tags] == ["Khai sinh", "đúng hạn"]
    assert (record.place, record.title) == ("số 01/2026, quyển 01/2026", "Nguyễn Trần Minh Anh")
    assert record.facts == (
        ("Sinh", "09/11/2026, nữ"),
        ("Mẹ", "Trần Thị Ngọc Lan, 1998"),
        ("Cha", "Nguyễn Văn Bình, 1996"),
        ("Đăng ký", "20/11/2026, người đi khai: cha"),
    )
    assert "001198000001" not in str(record)


def test_a_record_tells_everything_that_was_done_in_order(desk: Desk, clock) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], Wish())).letter
    desk.letters.printed([letter])
    clock.forward(3)
    desk.letters.delivered([letter], "home", "good")
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    record = Lookup(desk.seat).record(id)
    assert [(done.what, done.more) for done in record.done] == [
        ("Ghi vào sổ", "clerk"),
        ("Soạn thư", ""),
        ("In thư", "1 tờ"),
        ("Sửa lần 1", "gõ nhầm (clerk)"),
        ("Đã trao thư", "trao tại nhà, gia đình: tích cực"),
    ]
    assert record.done[0].when == "09:30 20/11/2026"
    assert [one.words for one in record.letters] == ["đã trao tại nhà 23/11/2026"]


def test_a_voided_record_says_so_and_its_letter_is_gone(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    prepared(desk.letters.prepare([id], Wish()))
    desk.register.void(id, "ghi thử")
    record = Lookup(desk.seat).record(id)
    assert (record.live, record.letters, record.tags[-1].words) == (False, (), "đã bỏ")
    assert ("Bỏ bản", "ghi thử (clerk)") in [(done.what, done.more) for done in record.done]
    assert Lookup(desk.seat).newest()[0].day == "đã bỏ"


def test_a_record_that_is_not_there_is_a_mistake(desk: Desk) -> None:
    with pytest.raises(Mistake, match="no-such-registration"):
        Lookup(desk.seat).record(99)


def test_a_left_out_middle_name_is_found_behind_the_names_that_fit_as_typed(desk: Desk) -> None:
    scattered = entered(desk.register.enter(replace(BIRTH, mother_name="Trần Thị Ngọc Lan"))).id
    fitting = entered(desk.register.enter(replace(BIRTH, child_name="Võ Gia Hân", mother_name="Trần Ngọc Lan"))).id
    assert [row.id for row in Lookup(desk.seat).find("tran ngoc lan").records] == [fitting, scattered]
