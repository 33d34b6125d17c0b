"""Forks: named with what the desk lacks, ended by a person with a reason, told to the desk until it has heard.

On files of SQLite, and in part on a PostgreSQL server; all of it there under ENDURE=1.
"""

from datetime import timedelta

import pytest
from pretend_desk import PretendDesk, enrol, named_bundle

from common.periods import read_period
from common.words import district as words
from district.reports import figures
from district.store.public_store import Words
from district.tray import Trays
from district.trouble import Mistake
from exchange.bundle import shared_line
from exchange.journal import Line, commitment, write_line

YEAR = read_period("2026")


def counted(district):
    with district.store.reading() as work:
        report = figures(work, work.desks.all(), YEAR)
    return report.events["birth"], report.letters["birth"]["prepared"], report.ratings.n


def went_back(desk, keep, epoch=2):
    """An older copy of the desk: the lines after `keep` are gone, and its first new line says so."""
    lost = desk.lines[keep:]
    desk.lines = desk.lines[:keep]
    desk.add("restored", {"epoch": epoch, "backup_date": "2026-10-05"})
    return lost


@pytest.fixture
def forked(desk, sitting):
    """Four births with letters 1 to 4 are held; the desk went back to the first of them and registered another."""
    for serial in range(1, 5):
        desk.register_birth()
        desk.prepare_letter(serial)
    sitting.receive(desk.bundle())
    went_back(desk, 2)
    desk.register_birth(on="2026-10-09")
    return desk


def test_a_look_names_the_fork_and_changes_nothing(forked, sitting, district):
    sitting.receive(forked.bundle(epoch=2))
    found = sitting.look_at_fork(forked.number)
    assert (found.after, found.epoch, found.copy_of, found.bundles) == (2, 2, "2026-10-05", 1)
    assert [line.kind for line in found.lacks] == ["registered", "letter-prepared"] * 3
    assert [line.figures["serial"] for line in found.lacks if "serial" in line.figures] == [2, 3, 4]
    assert found.brings == {"registered": 1, "restored": 1}
    assert counted(district)[:2] == (4, 4)


def test_a_forked_receipt_tells_what_the_desk_lacks_before_anybody_decides(forked, sitting):
    receipt = forked.read_receipt(sitting.receive(forked.bundle(epoch=2)).receipt)
    (fork,) = receipt.forks
    assert (receipt.verdict, receipt.upto, fork.after, fork.settled_on, len(fork.lines)) == ("forked", 2, 2, "", 6)


def test_settling_keeps_the_reason_and_tells_it_until_the_desk_names_the_receipt(forked, sitting, district):
    sitting.receive(forked.bundle(epoch=2))
    done = sitting.settle(forked.number, 2, "hỏng ổ đĩa")
    told = forked.read_receipt(done.receipt)
    assert (done.aside, told.verdict, told.forks[0].reason) == (6, "accepted", "hỏng ổ đĩa")
    assert counted(district)[:2] == (2, 1)
    forked.register_birth()
    again = forked.read_receipt(sitting.receive(forked.bundle(basis=2, last_receipt=told.number - 1)).receipt)
    assert again.forks == told.forks, "the receipt got lost: told again"
    forked.register_birth()
    heard = forked.read_receipt(sitting.receive(forked.bundle(basis=2, last_receipt=again.number)).receipt)
    assert heard.forks == ()
    assert (heard.since, heard.number) == (again.number, again.number + 1)


def test_what_the_desk_brings_may_be_laid_aside_instead(forked, sitting, district):
    sitting.receive(forked.bundle(epoch=2))
    done = sitting.settle(forked.number, 2, "xã tìm lại được sổ mới", keep=True)
    assert (done.aside, counted(district)[:2]) == (2, (4, 4))
    with pytest.raises(Mistake, match="no-fork"):
        sitting.look_at_fork(forked.number)


def test_a_stick_of_the_old_history_that_comes_late_is_known_and_changes_nothing(desk, sitting, district):
    for _ in range(4):
        desk.register_birth()
    old = [desk.bundle(head=3), desk.bundle()]
    sitting.receive(old[1])
    went_back(desk, 1)
    desk.register_birth(on="2026-10-09")
    sitting.receive(desk.bundle(epoch=2))
    sitting.settle(desk.number, 1, "hỏng ổ đĩa")
    for raw in old:
        late = sitting.receive(raw)
        assert (late.verdict, late.applied) == ("already-accepted", 0)
        assert desk.read_receipt(late.receipt).upto == len(desk.lines)
    assert counted(district)[0] == 2


def test_a_desk_that_went_back_twice_is_followed_where_it_is_now_and_all_else_lies_aside(desk, sitting, district):
    for _ in range(5):
        desk.register_birth()
    sitting.receive(desk.bundle())
    went_back(desk, 3)
    desk.register_birth(on="2026-10-09")
    sitting.receive(desk.bundle(epoch=2))
    went_back(desk, 1, epoch=3)
    desk.register_birth(on="2026-10-10")
    sitting.receive(desk.bundle(epoch=3))
    found = sitting.look_at_fork(desk.number)
    assert (found.after, found.bundles, found.epoch) == (1, 2, 3)
    done = sitting.settle(desk.number, 1, "hai lần")
    assert counted(district)[0] == 2, "one shared birth and the one entered last"
    lost = {line.subject for fork in desk.read_receipt(done.receipt).forks for line in fork.lines}
    assert len(lost) == 5, "four of the first history, one of the second"


def test_an_answer_to_a_letter_set_aside_is_counted_once_and_not_again_when_the_letter_comes_back(
    forked, sitting, district, clock
):
    for serial in range(1, 5):
        district.public.answer(forked.token(serial), 3, clock.moment)
    sitting.receive(forked.bundle(epoch=2))
    sitting.settle(forked.number, 2, "hỏng ổ đĩa")
    forked.register_birth()
    forked.prepare_letter(9)
    district.public.answer(forked.token(9), 3, clock.moment)
    clock.moment += timedelta(days=7)
    receipt = forked.read_receipt(sitting.receive(forked.bundle()).receipt)
    assert sum(batch.n for batch in receipt.batches) == 5, "four families hold letters that were set aside, or not"
    forked.register_birth()
    forked.prepare_letter(2)  # given back under its old serial
    district.public.answer(forked.token(2), 1, clock.moment)
    clock.moment += timedelta(days=7)
    sitting.receive(forked.bundle())
    assert counted(district)[2] == 5


def test_a_letter_voided_in_the_history_set_aside_has_no_answer_to_count(desk, sitting, district, clock):
    desk.register_birth()
    subject = desk.prepare_letter(1)
    desk.add("letter-voided", {"letter": "birth", "covers": 1}, subject=subject)
    for serial in range(2, 7):
        desk.prepare_letter(serial)
    sitting.receive(desk.bundle())
    for serial in range(1, 7):
        district.public.answer(desk.token(serial), 3, clock.moment)
    went_back(desk, 1)
    sitting.receive(desk.bundle(epoch=2))
    sitting.settle(desk.number, 1, "hỏng ổ đĩa")
    clock.moment += timedelta(days=7)
    desk.register_birth()
    sitting.receive(desk.bundle())
    assert counted(district)[2] == 5


def named_line(desk, name):
    """A birth with its name, as a desk with the profile register sends it."""
    part, salt = f'{{"names":["{name}"]}}'.encode(), desk.random(32)
    figures_ = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": desk.unit}
    promise = commitment("shared", salt, part)
    position = len(desk.lines) + 1
    desk.lines.append(
        write_line(Line(position, "registered", "2026-10-05", desk.random(16).hex(), 1, figures_, promise, None))
    )
    return shared_line(position, salt, part)


def test_names_that_travelled_lie_aside_with_their_lines_and_go_home_with_them(district, officer):
    desk = enrol(district, PretendDesk(), officer, profile="register", legal_basis="NĐ 123")
    sitting = district.sitting(officer)
    shared = [named_line(desk, name) for name in ("Lê An", "Lê Bình", "Lê Dung")]
    sitting.receive(named_bundle(desk, shared))
    went_back(desk, 1)
    shared = [shared[0], named_line(desk, "Lê Chi")]
    assert sitting.receive(named_bundle(desk, shared)).verdict == "forked"
    done = sitting.settle(desk.number, 1, "hỏng ổ đĩa")
    (fork,) = desk.read_receipt(done.receipt).forks
    assert [line.part for line in fork.lines] == ['{"names":["Lê Bình"]}', '{"names":["Lê Dung"]}']


def test_notes_of_citizens_that_a_restored_desk_had_heard_are_told_again(desk, sitting, district, clock):
    desk.register_birth()
    desk.prepare_letter(1)
    key = district.public.answer(desk.token(1), 2, clock.moment).change_key
    words, recipient = Words(comment="Xin gửi ngay", send_now=True), desk.keys.public.receive
    district.public.add_words(desk.token(1), key, words, clock.moment, recipient)
    first = desk.read_receipt(sitting.receive(desk.bundle()).receipt)
    desk.register_birth()
    heard = desk.read_receipt(sitting.receive(desk.bundle(basis=2, last_receipt=first.number)).receipt)
    assert ([note.text for note in first.messages], heard.messages) == (["Xin gửi ngay"], ())
    assert district.public.sealed_messages(desk.number) == (), "heard, so let go"
    went_back(desk, 1)
    again = desk.read_receipt(sitting.receive(desk.bundle(epoch=2, last_receipt=0)).receipt)
    assert again.messages == first.messages


def test_an_office_that_was_itself_put_back_gives_no_receipt_number_twice(desk, sitting):
    desk.register_birth()
    assert desk.read_receipt(sitting.receive(desk.bundle(last_receipt=7)).receipt).number == 8


def test_two_desks_of_a_commune_fork_apart(district, officer):
    sitting = district.sitting(officer)
    first, second = (enrol(district, PretendDesk(seed=seed), officer) for seed in ("one", "two"))
    for each in (first, second):
        for _ in range(3):
            each.register_birth()
        sitting.receive(each.bundle())
    went_back(first, 1)
    sitting.receive(first.bundle(epoch=2))
    sitting.settle(first.number, 1, "quầy 1 hỏng ổ đĩa")
    with pytest.raises(Mistake, match="no-fork"):
        sitting.look_at_fork(second.number)
    assert counted(district)[0] == 1 + 3


def test_the_book_before_is_taken_first_whoever_brought_which_first(desk, sitting):
    desk.register_birth()
    desk.prepare_letter(1)
    before = desk.bundle(head=2)
    went_back(desk, 1)
    after = desk.bundle(epoch=2, head=2)
    trays = Trays(sitting)
    tray = trays.open().id
    trays.put(tray, [("a", after), ("b", before)])
    assert {row.file.name: row.decision.verdict for row in trays.take(tray).rows} == {"a": "forked", "b": "accepted"}


def test_a_bundle_of_the_book_before_is_not_told_as_one_put_back(desk, sitting):
    desk.register_birth()
    desk.prepare_letter(1)
    before = desk.bundle()
    went_back(desk, 1)
    sitting.receive(desk.bundle(epoch=2))
    sitting.receive(before)
    found = sitting.look_at_fork(desk.number)
    assert (found.copy_of, found.held_copy_of) == ("", "2026-10-05")
    told = words.fork_found("xã Tập", (1, found.after, 0), found.copy_of, found.held_copy_of)
    assert "sổ dùng trước đó" in told
    assert "đã khôi phục từ" not in told
