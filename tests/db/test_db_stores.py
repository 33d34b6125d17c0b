from dataclasses import replace
from datetime import date

import pytest
from db_samples import DAY, birth, line, subject
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from common.periods import read_period
from desk_app.db.letters import NewLetter
from desk_app.db.ratings import Batch, DeskAnswer, Message
from desk_app.db.receipts import KeptReceipt
from desk_app.db.surveys import KeptPlace, KeptSurvey
from desk_app.db.trouble import RegisterTrouble
from desk_app.db.users import User


@pytest.fixture
def work(register):
    """A transaction that is undone at the end."""
    with register.work() as work:
        yield work


def letter(*covers, serial=7):
    return NewLetter("birth", subject(), serial, "birth-card", b"{}", "ab" * 32, covers, DAY, "CODE")


def test_a_letter_comes_back_with_the_versions_it_was_written_from(work):
    first, second = (work.registrations.add(birth(), subject()).id for _ in range(2))
    work.registrations.amend(second, birth("Lê Thị Hoa"), "sai tên")
    id = work.letters.add(new := letter(first, second))
    work.registrations.amend(first, birth("Lê Thị Lụa"), "sai tên")
    kept = work.letters.get(id)
    assert (kept.covers, kept.versions, kept.state, kept.copies) == ((first, second), (1, 2), "prepared", 0)
    assert (kept.page, kept.digest, kept.code, kept.dated) == (new.page, new.digest, new.code, new.dated)
    assert work.letters.of_registration(second) == (kept,)
    assert work.letters.get(99) is None


def test_a_letter_goes_from_prepared_to_printed_to_delivered(work):
    id = work.letters.add(letter(work.registrations.add(birth(), subject()).id))
    work.letters.mark_printed(id, 2, DAY)
    work.letters.mark_printed(id, 1, date(2026, 3, 1))
    printed = work.letters.get(id)
    assert (printed.state, printed.copies, printed.printed_on) == ("printed", 3, DAY)
    work.letters.mark_delivered(id, "home", "good", date(2026, 2, 7))
    assert work.letters.waiting("printed") == ()
    (delivered,) = work.letters.waiting("delivered")
    assert (delivered.way, delivered.reaction, delivered.delivered_on) == ("home", "good", date(2026, 2, 7))


def test_a_void_letter_leaves_its_registration_waiting_and_its_serial_used(work):
    id = work.registrations.add(birth(), subject()).id
    other = work.registrations.add(birth(), subject()).id
    assert work.registrations.without_letter(9) == (id, other)
    covered = work.letters.add(letter(id))
    assert work.registrations.without_letter(9) == (other,)
    work.letters.mark_void(covered)
    assert work.registrations.without_letter(9) == (id, other)
    assert work.letters.serial_used(7)
    assert not work.letters.serial_used(8)
    with pytest.raises(KeyError):
        work.letters.mark_printed(covered, 1, DAY)


def test_a_serial_is_given_once_and_many_letters_may_have_none(work):
    id = work.registrations.add(birth(), subject()).id
    work.letters.add(letter(id))
    for _ in range(2):
        work.letters.add(letter(id, serial=None))
    with pytest.raises(IntegrityError):
        work.letters.add(letter(id))


@pytest.mark.parametrize(
    "act", ["UPDATE letters SET page = x'00'", "UPDATE letters SET digest = 'x'", "DELETE FROM letters"]
)
def test_an_archived_page_cannot_be_changed(work, act):
    work.letters.add(letter(work.registrations.add(birth(), subject()).id))
    with pytest.raises(IntegrityError, match="letters_"):
        work._connection.execute(text(act))


def test_a_page_is_forgotten_only_after_the_line_that_says_so(work):
    about = subject()
    id = work.letters.add(letter(work.registrations.add(birth(), about).id))
    with pytest.raises(IntegrityError):
        work.letters.erase_page(id)
    work.journal.append(replace(line(about, "erased"), shared=None, home=None))
    work.letters.erase_page(id)
    assert work.letters.get(id).page == b""


def test_a_letter_over_nothing_known_is_refused(work):
    with pytest.raises(KeyError):
        work.letters.add(letter(99))


def test_drafts_are_kept_replaced_and_dropped(work):
    work.drafts.keep("a", "birth", '{"child_name":"L"}', "2026-02-05T08:00:00")
    work.drafts.keep("b", "death", "{}", "2026-02-05T09:00:00")
    work.drafts.keep("a", "birth", '{"child_name":"Lân"}', "2026-02-05T10:00:00")
    assert [draft.draft_id for draft in work.drafts.all()] == ["a", "b"]
    assert work.drafts.get("a").values_json == '{"child_name":"Lân"}'
    work.drafts.drop("a")
    work.drafts.drop("a")
    assert work.drafts.get("a") is None


def test_users_have_a_role(work):
    work.users.add(User("thu", "clerk"))
    work.users.add(User("an", "leader"))
    assert work.users.all() == (User("an", "leader"), User("thu", "clerk"))
    assert work.users.get("thu").role == "clerk"
    assert work.users.get("x") is None
    with pytest.raises(IntegrityError):
        work.users.add(User("thu", "leader"))


def test_one_bundle_at_a_time_is_begun_and_then_sealed(work):
    assert (work.bundles.unfinished(), work.bundles.next_seq()) == (None, 1)
    work.bundles.begin(b"manifest", 1)
    assert work.bundles.unfinished() == b"manifest"
    with pytest.raises(RegisterTrouble, match="bundle-unfinished"):
        work.bundles.begin(b"other", 2)
    work.bundles.sealed(1, "ab" * 32, "GOI.mctt")
    assert (work.bundles.unfinished(), work.bundles.next_seq()) == (None, 2)
    (kept,) = work.bundles.all()
    assert (kept.manifest, kept.state, kept.digest, kept.file_name) == (b"manifest", "sealed", "ab" * 32, "GOI.mctt")
    with pytest.raises(KeyError):
        work.bundles.sealed(5, "", "")


def test_the_pointer_moves_forward_only_and_only_over_our_own_history(work):
    for _ in range(3):
        work.journal.append(line())
    digests = [work.journal.digest_at(position) for position in range(4)]
    assert work.bundles.acknowledged() == 0
    assert work.bundles.acknowledge(2, digests[2])
    assert not work.bundles.acknowledge(1, digests[1])
    for position, digest in ((3, digests[2]), (4, digests[3])):
        with pytest.raises(RegisterTrouble, match="receipt-other-history"):
            work.bundles.acknowledge(position, digest)
    assert work.bundles.acknowledged() == 2


def test_a_receipt_is_taken_once_and_its_number_never_twice(work):
    receipt = KeptReceipt(1, b"{}", "ab" * 32, "accepted", 3, DAY)
    assert work.receipts.latest_number() == 0
    assert [work.receipts.take(receipt), work.receipts.take(receipt)] == [True, False]
    with pytest.raises(RegisterTrouble, match="receipt-number-twice"):
        work.receipts.take(replace(receipt, manifest=b"[]"))
    assert work.receipts.all() == (receipt,)
    assert work.receipts.latest_number() == 1


def test_answers_taken_at_the_desk_show_by_channel_and_join_no_share(work):
    batch = Batch("b1", date(2026, 2, 20), 5, {"5": 4, "2": 1}, {"qr": 4, "code": 1}, {"comments": ["cảm ơn"]})
    assert [work.ratings.keep_batch(batch), work.ratings.keep_batch(batch)] == [True, False]
    work.ratings.keep_answer(DeskAnswer(0, date(2026, 2, 28), "counter", 4, "", scale=5))
    asked = DeskAnswer(0, date(2026, 3, 1), "slip", 5, "nhanh", 5, "service-5/1", {"attitude": "4", "reason": "quick"})
    work.ratings.keep_answer(asked)
    february, march = (work.ratings.answers(read_period(name)) for name in ("2026-02", "2026-03"))
    assert (february.n, february.by_score) == (5, {"5": 4, "2": 1})
    assert february.by_channel == {"qr": 4, "code": 1, "counter": 1}
    assert (march.n, march.by_channel) == (0, {"slip": 1})
    assert work.ratings.batches() == (batch,)
    assert [answer.comment for answer in work.ratings.desk_answers(read_period("2026"))] == ["", "nhanh"]
    assert work.ratings.desk_answers(read_period("2026-03")) == (replace(asked, id=2),)


def test_batches_of_three_levels_and_of_five_stand_together_on_three(work):
    low = Batch("b2", date(2026, 2, 21), 5, {"3": 3, "1": 2}, {"qr": 5}, {"scale": 5})
    work.ratings.keep_batch(low)
    alone = work.ratings.answers(read_period("2026-02"))
    assert (alone.by_score, alone.scale, low.spread.content) == ({"3": 3, "1": 2}, 5, 0)
    work.ratings.keep_batch(Batch("b3", date(2026, 2, 22), 5, {"3": 4, "2": 1}, {"qr": 5}))
    both = work.ratings.answers(read_period("2026-02"))
    assert (both.n, both.by_score, both.scale) == (10, {"3": 4, "2": 1, "1": 5}, 3)


def test_an_answer_out_of_a_survey_counts_in_its_survey_alone(work):
    survey = work.surveys.add(KeptSurvey(0, "ab" * 16, "Khảo sát quý", DAY))
    place = work.surveys.add_place(KeptPlace(0, survey, "Thôn Bến Trà"))
    kept = DeskAnswer(0, DAY, "slip", 2, "", survey_id=survey, place_id=place)
    mine = work.ratings.keep_answer(DeskAnswer(0, DAY, "slip", 3, ""))
    work.ratings.keep_answer(kept)
    period = read_period(f"{DAY:%Y-%m}")
    assert [one.id for one in work.ratings.desk_answers(period)] == [mine]
    assert work.ratings.answers(period).by_channel == {"slip": 1}
    assert work.ratings.survey_answers(survey) == (replace(kept, id=2),)
    assert len(work.ratings.all_answers()) == 2


def test_a_message_is_kept_once(work):
    message = Message("m1", DAY, "call-back", {"words": "gọi lại giúp tôi"})
    assert [work.ratings.keep_message(message), work.ratings.keep_message(message)] == [True, False]
    assert work.ratings.messages() == (message,)


def test_keys_and_papers_are_kept_by_name(work):
    for value in ("one", "two"):
        work.keys.put("desk", value.encode())
        work.office.put("letterhead", value)
    assert (work.keys.get("desk"), work.office.get("letterhead")) == (b"two", "two")
    assert (work.keys.get("x"), work.office.get("x")) == (None, None)
