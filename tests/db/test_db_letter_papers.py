from datetime import date

import pytest
from db_samples import DAY, birth, line, subject
from sqlalchemy.exc import IntegrityError

from desk_app.db.ceremonies import KeptCeremony
from desk_app.db.handings import Handing
from desk_app.db.letter_numbers import LetterNumber
from desk_app.db.letters import NewLetter
from desk_app.db.trouble import NumberTaken

PAGE = b'{"back":1}'


@pytest.fixture
def work(register):
    """A transaction that is undone at the end."""
    with register.work() as work:
        yield work


def thanks(work, serial=1, name="Y Moan Êban"):
    id = work.letters.add(NewLetter("thanks", subject(), serial, "thanks-card", b"{}", "ab" * 32, (), DAY, ""))
    work.papers.keep_courtesy(id, name, {"name": name})
    return id


def test_a_letter_of_thanks_is_found_by_any_word_of_its_name_the_newest_first(work):
    first, second = thanks(work, 1, "Đặng Thị Én"), thanks(work, 2, "Nguyễn Văn Đặng")
    assert work.papers.addressed("đặng", 9) == (second, first)
    assert work.papers.addressed("thi en", 9) == (first,)
    assert work.papers.addressed("en dang", 9) == ()
    assert work.papers.addressed("đặng", 1) == (second,)


def test_what_belongs_to_a_letter_goes_with_its_page_and_only_after_the_line_that_erases_it(work):
    id = thanks(work)
    work.papers.keep_wish(id, {"free_line": "Nhớ mãi."})
    work.papers.keep_back(id, PAGE, "cd" * 32)
    assert (work.papers.wish(id), work.papers.back(id)) == ({"free_line": "Nhớ mãi."}, PAGE)
    with pytest.raises(IntegrityError):
        work.letters.erase_page(id)
    work.journal.append(line(work.letters.get(id).subject, "erased"))
    work.letters.erase_page(id)
    assert (work.papers.wish(id), work.papers.back(id), work.papers.courtesy(id)) == ({}, b"", None)
    assert work.papers.addressed("Êban", 9) == ()


def test_a_number_stands_once_in_a_year_under_its_sign(work):
    first, second = thanks(work, 1), thanks(work, 2)
    given = LetterNumber(7, "TCƠ-UBND", DAY)
    work.letter_numbers.give(first, given)
    with pytest.raises(NumberTaken) as taken:
        work.letter_numbers.give(second, given)
    assert taken.value.id == first
    work.letter_numbers.give(second, LetterNumber(7, "TXL-UBND", DAY))
    work.letter_numbers.give(first, LetterNumber(7, "TCƠ-UBND", date(2027, 1, 2)))
    assert work.letter_numbers.of_year(2026) == ((second, LetterNumber(7, "TXL-UBND", DAY)),)
    assert (work.letter_numbers.next(2027, "TCƠ-UBND"), work.letter_numbers.next(2026, "TCƠ-UBND")) == (8, 1)


def test_a_letter_that_came_back_is_in_the_hand_again(work):
    id = work.letters.add(
        NewLetter(
            "birth",
            subject(),
            3,
            "birth-card",
            b"{}",
            "ab" * 32,
            (work.registrations.add(birth(), subject()).id,),
            DAY,
            "",
        )
    )
    work.letters.mark_printed(id, 1, DAY)
    work.letters.mark_delivered(id, "post", "none", DAY)
    handing = Handing(evidence="Sổ bưu gửi, trang 3", returned_on=DAY, returned_why="Nhà chuyển đi")
    work.handings.keep(id, handing)
    work.letters.mark_returned(id)
    kept = work.letters.get(id)
    assert (kept.state, kept.delivered_on, kept.way, work.handings.of([id])) == ("printed", None, "", {id: handing})


def test_ceremonies_stand_with_the_latest_day_first_until_they_are_dropped(work):
    ids = [work.ceremonies.add(date(2026, 3, day), {"place": "Nhà văn hóa"}) for day in (8, 26)]
    work.ceremonies.keep(KeptCeremony(ids[0], date(2026, 4, 1), {"place": "Hội trường"}))
    assert [one.id for one in work.ceremonies.newest(9)] == [ids[0], ids[1]]
    assert work.ceremonies.get(ids[0]).body == {"place": "Hội trường"}
    work.ceremonies.drop(ids[0])
    assert work.ceremonies.get(ids[0]) is None
