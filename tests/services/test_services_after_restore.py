"""After a restore at the desk: what is owed, what a receipt brings, and that nothing is mixed or given twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hand_clock import Clock
from test_services_letters import prepared
from test_services_registering import BIRTH, entered

from common.words.lacking import OWED_REMINDER, reminder
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.entering_again import EnteringAgain
from desk_app.services.lacking import Lacking
from desk_app.services.letter_desk import Wish
from desk_app.services.month_view import month_contents
from desk_app.services.receiving import complete_number, next_basis
from desk_app.services.serials import PAGE
from desk_app.services.spent import spent_serials
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake, Trouble
from exchange.bundle import OpenedBundle
from exchange.fork import Fork, LostLine
from exchange.journal import read_line
from exchange.receipt import Batch
from tools.pretend_office import PretendOffice

LOGIN = Login("clerk", "demo")


class Bench:
    """A tied desk, copies of its file, and the way back to one of them."""

    def __init__(self, folder: Path, world: World, office: PretendOffice) -> None:
        self.folder, self.world, self.office = folder, world, office
        self.desk: Desk = open_desk(folder, world, LOGIN)

    def copy(self) -> Path:
        """The file as it is now, laid by hand beside everything."""
        self.desk.close()
        kept = self.folder.parent / f"copy-{len(list(self.folder.parent.glob('copy-*')))}"
        shutil.copy(self.folder / "register.db", kept)
        self.desk = open_desk(self.folder, self.world, LOGIN)
        return kept

    def back(self, copy: Path) -> None:
        """That file lies in the register's place again."""
        self.desk.close()
        shutil.copy(copy, self.folder / "register.db")
        self.desk = open_desk(self.folder, self.world, LOGIN)

    def birth(self, name: str) -> int:
        return entered(self.desk.register.enter(replace(BIRTH, child_name=name))).id

    def sent(self) -> OpenedBundle:
        *_, bundle = self.desk.month.close(self.folder.parent / "usb")
        return self.office.opened(bundle.path.read_bytes())

    def lost(self, opened: OpenedBundle, after: int) -> Fork:
        """What the level above would list of this bundle."""
        lines = [read_line(line.raw) for line in opened.lines if line.position > after]
        told = [
            LostLine(position=i.position, kind=i.kind, on=i.on, subject=i.subject, version=i.version, figures=i.figures)
            for i in lines
            if i.kind not in ("local", "restored")
        ]
        return Fork(after=after, lines=tuple(told), settled_on="2026-11-21", reason="hỏng ổ đĩa")

    def waiting(self) -> tuple[Lacking, ...]:
        return EnteringAgain(self.desk.seat).waiting()


@pytest.fixture
def bench(desk_folder: Path, world: World, tmp_path: Path) -> Iterator[Bench]:
    office = PretendOffice(tmp_path)
    opened = Bench(desk_folder, world, office)
    opened.desk.district.enrol(office.enrol(opened.desk))
    yield opened
    opened.desk.close()


def batch(letter: str) -> Batch:
    return Batch(
        id=letter * 32, formed_on="2026-11-20", n=5, by_score={"3": 5}, by_channel={"qr": 5}, reasons={}, comments=(),
        kinds=("birth",),
    )  # fmt: skip


def test_nothing_is_owed_where_there_is_no_level_above(desk_folder: Path, world: World) -> None:
    desk = open_desk(desk_folder, world, LOGIN)
    desk.close()
    shutil.copy(desk_folder / "register.db", desk_folder.parent / "old")
    desk = open_desk(desk_folder, world, LOGIN)
    entered(desk.register.enter(BIRTH))
    desk.close()
    shutil.copy(desk_folder.parent / "old", desk_folder / "register.db")
    desk = open_desk(desk_folder, world, LOGIN)
    assert (desk.restored, desk.month.owed()) == (2, None)
    desk.close()


def test_a_receipt_over_lost_lines_brings_everything_and_moves_nothing(bench: Bench) -> None:
    copy = bench.copy()
    bench.birth("Lê An")
    opened = bench.sent()
    bench.back(copy)
    assert OWED_REMINDER[0] in [card.title for card in Today(bench.desk.seat).view().reminders]
    got = bench.desk.month.receive(bench.office.receipt(opened, (batch("a"),), forks=(bench.lost(opened, 2),)))
    assert got.beyond is not None
    assert (got.beyond.held, got.beyond.ours, got.batches, got.lacking) == (opened.manifest.head, 2, 1, 1)
    with bench.desk.seat.reading() as reading:
        assert reading.bundles.acknowledged() == 0
    assert bench.desk.month.owed() is None
    titles = [card.title for card in Today(bench.desk.seat).view().reminders]
    assert reminder(1)[0] in titles
    assert OWED_REMINDER[0] not in titles
    assert bench.sent().manifest.last_receipt == 1


def test_a_receipt_that_begins_after_one_we_lost_is_not_named_until_the_rest_came(bench: Bench) -> None:
    copy = bench.copy()
    bench.birth("Lê An")
    opened = bench.sent()
    bench.back(copy)
    later = bench.office.receipt(opened, (batch("b"),), number=6, since=5)
    bench.desk.month.receive(later)
    with bench.desk.seat.reading() as reading:
        assert (reading.receipts.latest_number(), complete_number(reading)) == (6, 0)
    assert bench.sent().manifest.last_receipt == 0, "what came with the receipts between is sent again"


def test_a_register_that_goes_back_twice_owes_twice(bench: Bench) -> None:
    copy = bench.copy()
    bench.birth("Lê An")
    bench.back(copy)
    bench.desk.month.none_newer("chị Lan ở tỉnh")
    assert bench.desk.month.owed() is None
    bench.birth("Lê Bình")
    bench.back(copy)
    assert bench.desk.month.owed() is not None, "the copy knows nothing of what was said after it was made"


def test_a_bundle_begun_before_the_copy_is_finished_as_the_same_document(bench: Bench, tmp_path: Path) -> None:
    bench.birth("Lê An")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", encoding="utf-8")
    with pytest.raises(Trouble):
        bench.desk.month.close(blocked)
    with bench.desk.seat.reading() as reading:
        begun = reading.bundles.unfinished()
    copy = bench.copy()
    bench.birth("Lê Bình")
    bench.back(copy)
    with pytest.raises(Mistake, match="receipt-owed"):
        bench.sent()
    bench.desk.month.none_newer("chị Lan ở tỉnh")
    first, second = bench.desk.month.close(tmp_path / "usb")
    assert (first.head, second.counts["restored"]) == (3, 1)
    with bench.desk.seat.reading() as reading:
        assert reading.bundles.all()[0].manifest == begun


def test_a_level_above_that_was_itself_put_back_is_sent_what_it_lacks(bench: Bench) -> None:
    bench.birth("Lê An")
    first = bench.sent()
    bench.desk.month.receive(bench.office.receipt(first))
    bench.birth("Lê Bình")
    start = first.manifest.digest_at_basis
    told = bench.office.receipt(bench.sent(), verdict="waiting", upto=0, digest_at_upto=start)
    bench.desk.month.receive(told)
    with bench.desk.seat.reading() as reading:
        assert (reading.bundles.acknowledged(), next_basis(reading)) == (first.manifest.head, 0)
    assert bench.sent().manifest.basis == 0
    assert month_contents(bench.desk.seat).sum.agrees


def test_no_letter_takes_a_serial_that_a_family_may_hold(bench: Bench) -> None:
    copy = bench.copy()
    record = bench.birth("Lê An")
    prepared(bench.desk.letters.prepare([record], Wish()))
    opened = bench.sent()
    (serial,) = [line.figures["serial"] for line in bench.lost(opened, 2).lines if "serial" in line.figures]
    assert serial < PAGE, "a register that was never put back draws from the first page"
    bench.back(copy)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, 2),)))
    again = prepared(bench.desk.letters.prepare([bench.birth("Lê Bình")], Wish()))
    with bench.desk.seat.reading() as reading:
        kept = reading.letters.get(again.letter)
        assert serial in spent_serials(reading)
    assert kept is not None
    assert kept.serial is not None
    assert kept.serial >= PAGE, "and after it was put back from another one"


def test_lost_changes_of_records_that_are_still_here_ask_for_that_record(bench: Bench) -> None:
    record = bench.birth("Lê An")
    letter = prepared(bench.desk.letters.prepare([record], Wish())).letter
    copy = bench.copy()
    with bench.desk.seat.reading() as reading:
        after = reading.journal.head()[0]
    bench.desk.register.amend(record, {"birth_place": "Trạm Y tế"}, "bổ sung nơi sinh")
    bench.desk.letters.printed([letter])
    bench.desk.letters.delivered([letter], "post", "none")
    opened = bench.sent()
    bench.back(copy)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, after),)))
    changed, handed = bench.waiting()
    assert (changed.kind, changed.record, handed.kind, handed.letter) == ("changed", record, "handed", letter)
    EnteringAgain(bench.desk.seat).repeat(handed.id)
    bench.desk.register.amend(record, {"birth_place": "Trạm Y tế"}, "bổ sung nơi sinh")
    assert bench.waiting() == ()
    with bench.desk.seat.reading() as reading:
        kept = reading.letters.get(letter)
    assert kept is not None
    assert (kept.state, kept.way, kept.copies) == ("delivered", "post", 1)


def test_on_the_day_of_the_restore_a_person_says_which_record_it_is(bench: Bench) -> None:
    copy = bench.copy()
    bench.birth("Lê An")
    opened = bench.sent()
    bench.back(copy)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, 2),)))
    record = bench.birth("Lê Bình, việc mới")
    (lost,) = bench.waiting()
    acts = EnteringAgain(bench.desk.seat)
    (candidate,) = acts.candidates(lost)
    assert candidate.id == record
    acts.entered(lost.id, record)
    assert bench.waiting() == ()
    with pytest.raises(Mistake, match="not-lacking"):
        acts.entered(lost.id, record)


def test_a_register_found_again_lacks_nothing(bench: Bench, clock: Clock) -> None:
    old = bench.copy()
    bench.birth("Lê An")
    opened = bench.sent()
    newer = bench.copy()
    bench.back(old)
    bench.back(newer)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, 2),)))
    assert bench.waiting() == ()
