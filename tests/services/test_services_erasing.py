"""Erasing by law: nothing of the person is left in the file, the chain and the others stay whole."""

import json
from dataclasses import replace

import pytest
from decrypted import plain_pages
from test_services_courtesy_around import noted_beside

from common.counts import Answers, count
from common.periods import read_period
from desk_app.db.ratings import Message
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk
from desk_app.services.about_person import AboutPerson
from desk_app.services.access_log import AccessLog
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lookup import Lookup
from desk_app.services.opt_outs import OptOutDesk, marks_of
from desk_app.services.print_desk import PrintDesk
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake, Trouble

CHILD, TWIN, MOTHER = "Đoàn Quỳnh Khuê", "Đoàn Quỳnh Thy", "Lý Thị Nguyệt"
FOLDED = (b"doan quynh khue", b"khue", "Khuê".encode())
NUMBER = "001190012345"
REASON = "Gia đình đề nghị"


def draft(name: str = CHILD, **more: str) -> BirthDraft:
    base = BirthDraft(child_name=name, born="9/11/2026", sex="nữ", registered_on="20/11/2026")
    return replace(base, mother_name=MOTHER, mother_born="1990", mother_citizen_id=NUMBER, **more)


def key_of(desk):
    return desk.people.data_key


@pytest.fixture
def saved(desk):
    return desk.register.enter(draft())


def test_nothing_of_the_name_is_left_in_any_page_of_the_file(desk, saved, desk_folder):
    desk.drafts.keep("d1", draft(), "")
    desk.drafts.drop("d1")
    desk.register.amend(saved.id, {"mother_name": "Lý Thị Minh Nguyệt"}, "gõ nhầm")
    wish = Wish(free_line="Chúc bé Khuê mau lớn.")
    letter = desk.letters.prepare([saved.id], wish).letter
    desk.letters.printed([letter])
    noted_beside(desk, letter, MOTHER)
    file = desk_folder / "register.db"
    desk.seat.register.scrub()
    before = plain_pages(file, key_of(desk))
    assert all(part in before for part in FOLDED)
    assert all(part in before for part in (NUMBER.encode(), b"album 17", b"tang so 4"))
    done = Erasing(desk.seat).erase(saved.id, REASON, saved.number)
    after = plain_pages(file, key_of(desk))
    assert done.scrubbed
    assert [
        part for part in (*FOLDED, NUMBER.encode(), "Nguyệt".encode(), b"album 17", b"tang so 4") if part in after
    ] == []
    log = file.with_name("register.db-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_the_chain_is_whole_and_the_figures_stay(desk, saved):
    period = read_period("2026-11")
    desk.letters.printed([desk.letters.prepare([saved.id], Wish()).letter])
    before = figures(desk, period)
    Erasing(desk.seat).erase(saved.id, REASON, saved.number)
    assert figures(desk, period) == before
    assert desk.care.check() > 0


def figures(desk, period):
    with desk.seat.reading() as reading:
        return count(reading.journal.facts(), period, Answers(0, {}, {})).to_json()


def test_every_page_of_the_desk_lives_with_an_erased_record(desk, saved):
    letter = desk.letters.prepare([saved.id], Wish()).letter
    desk.letters.printed([letter])
    Erasing(desk.seat).erase(saved.id, REASON, saved.number)
    Today(desk.seat).view()
    assert Lookup(desk.seat).find(CHILD).records == ()
    assert Lookup(desk.seat).find(NUMBER).records == ()
    assert Lookup(desk.seat).newest() == ()
    PrintDesk(desk.seat).waiting()
    PrintDesk(desk.seat).book()
    desk.letters.prepare_pending()
    for act in (lambda: Lookup(desk.seat).record(saved.id), lambda: desk.letters.pdf([letter])):
        with pytest.raises(Mistake, match=r"no-such-registration|letter-erased"):
            act()


def test_a_twin_stays_and_gets_a_letter_of_its_own(desk, saved):
    twin = desk.register.enter(replace(draft(TWIN), reasons={"looks-alike": "sinh đôi"}))
    both = desk.letters.prepare([saved.id, twin.id], Wish())
    assert isinstance(both, Prepared)
    Erasing(desk.seat).erase(saved.id, REASON, saved.number)
    assert desk.register.show(twin.id).registration.child.name.text == TWIN
    done, held = desk.letters.prepare_pending()
    assert [letter.covers for letter in done] == [(twin.id,)]
    assert held == ()
    assert desk.letters.pdf([done[0].letter]).startswith(b"%PDF")


def test_messages_that_name_the_person_go_and_others_stay(desk, saved):
    with desk.seat.work() as work:
        for name, text in (("a", f"Thư của cháu {CHILD.upper()} sai tên"), ("b", "Cảm ơn")):
            work.ratings.keep_message(Message(name * 32, desk.seat.today(), "message", {"text": text}))
        work.commit()
    assert Erasing(desk.seat).erase(saved.id, REASON, saved.number).messages == 1
    with desk.seat.reading() as reading:
        assert [one.body["text"] for one in reading.ratings.messages()] == ["Cảm ơn"]


def test_words_on_slips_of_a_survey_and_at_the_desk_that_name_the_person_go_and_their_answers_count(desk, saved):
    facts = {
        "name": "Quý IV",
        "kind": "regular",
        "by": "office",
        "respondents": "people",
        "question_set": "service-3/1",
    }
    id = desk.surveys.begin({**facts, "note": f"Bà {MOTHER} phát phiếu"})
    place = desk.surveys.add_place(id, {"name": "Thôn Đông", "handed": "9"})
    for text in (f"Cháu {CHILD.lower()} được hướng dẫn kỹ", "Nhanh"):
        desk.surveys.type_slip(id, place, {"score": "3", "comment": text})
    desk.voice.take({"channel": "counter", "score": "1", "comment": f"gọi lại bà {MOTHER}"})
    asking = AboutPerson(desk.seat)
    assert any(CHILD.lower() in text for text in asking.tell(asking.sought(name=CHILD, born="9/11/2026")).messages)
    assert Erasing(desk.seat).look(saved.id).messages == 2
    assert Erasing(desk.seat).erase(saved.id, REASON, saved.number).messages == 2
    survey = desk.surveys.open(id)
    assert (survey.comments, survey.spread.n, MOTHER in survey.plan.note) == (("Nhanh",), 2, False)
    with desk.seat.reading() as reading:
        assert [one.comment for one in reading.ratings.desk_answers(read_period("2026"))] == [""]


@pytest.mark.parametrize(
    ("reason", "typed", "code"),
    [
        ("", None, "reason-empty"),
        (REASON, "1/1999", "erase-not-confirmed"),
        (f"bà {MOTHER} đề nghị", None, "erase-reason-names"),
    ],
)
def test_without_reason_or_second_word_nothing_goes(desk, saved, reason, typed, code):
    with pytest.raises(Mistake, match=code):
        Erasing(desk.seat).erase(saved.id, reason, typed or saved.number)
    assert desk.register.show(saved.id).state == "live"


def test_open_drafts_open_sheets_and_a_bundle_half_written_come_first(desk, saved):
    desk.drafts.keep("d1", draft(), "")
    with pytest.raises(Mistake, match="erase-draft-open"):
        Erasing(desk.seat).look(saved.id)
    desk.drafts.drop("d1")
    letter = desk.letters.prepare([saved.id], Wish()).letter
    PrintQuestion(desk.seat).keep(OpenQuestion((letter,)))
    with pytest.raises(Mistake, match="erase-sheets-open"):
        Erasing(desk.seat).look(saved.id)
    PrintQuestion(desk.seat).drop()
    with desk.seat.work() as work:
        work.bundles.begin(b"{}", 1)
        work.commit()
    with pytest.raises(Mistake, match="erase-bundle-begun"):
        Erasing(desk.seat).look(saved.id)


def test_the_log_says_who_erased_which_number_once(desk, saved):
    desk.letters.prepare([saved.id], Wish())
    Erasing(desk.seat).erase(saved.id, REASON, saved.number)
    told = [(row.user, row.number) for row in AccessLog(desk.seat).rows() if row.act == "erased"]
    assert told == [("clerk", saved.number)]


def test_a_clerk_may_not_erase(desk, saved):
    with pytest.raises(Trouble, match="not-allowed"):
        Erasing(replace(desk.seat, role="clerk")).erase(saved.id, REASON, saved.number)


def test_the_copies_that_still_hold_it_are_listed(desk, saved):
    desk.care.look_after()
    (copy,) = Erasing(desk.seat).erase(saved.id, REASON, saved.number).copies
    assert copy.name.startswith("SAO-LUU_")


def test_a_household_that_wants_no_letter_is_known_again_after_erasing(desk, saved):
    first = desk.register.enter(draft("Đoàn Gia Hưng", case="opted_out", number="9"))
    Erasing(desk.seat).erase(first.id, REASON, first.number)
    later = desk.letters.prepare([saved.id], Wish())
    assert [(one.code, one.details) for one in later] == [("letter-never", {"reason": "opted-out"})]


def test_the_wish_is_kept_without_a_name_and_can_be_taken_back(desk, desk_folder, world):
    saved = desk.register.enter(draft())
    wishes = OptOutDesk(desk.seat)
    assert wishes.keep(saved.id) == 2
    assert wishes.stands(saved.id)
    with desk.seat.reading() as reading:
        marks = json.dumps(sorted(reading.opt_outs.known(_all_marks(reading, saved.id))))
    assert NUMBER not in marks
    assert isinstance(desk.letters.prepare([saved.id], Wish()), tuple)
    desk.close()
    again = open_desk(desk_folder, world, Login("clerk", "demo"))
    assert OptOutDesk(again.seat).stands(saved.id)
    assert OptOutDesk(again.seat).take_back(saved.id) == 2
    assert isinstance(again.letters.prepare([saved.id], Wish()), Prepared)
    again.close()


def _all_marks(reading, id):
    return marks_of(reading, reading.registrations.get(id).registration)


def test_what_is_deleted_is_overwritten_in_its_page_at_once(desk):
    with desk.seat.work() as work:
        assert work._connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
