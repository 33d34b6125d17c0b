"""The table: looked at first, taken in file by file, the same after a kill; piles that always add up to the files."""

import pytest
from pretend_desk import PretendDesk, enrol, state_of

from district import releasing
from district.decisions import PILES, Decision, Woken, counted, sentence
from district.receipts import Handed
from district.recounting import recounts
from district.tabletop import Shown
from district.trouble import Mistake
from exchange import documents, figures, journal
from exchange.figures import book_mark
from exchange.seal import seal_to

PNG = b"\x89PNG\r\n" + bytes(1000)


def piles(table):
    """The piles, which add up to the files on the table whatever happens."""
    assert table.counted.files == len(table.rows) == sum(table.counted.piles.values())
    assert list(table.counted.piles) == list(PILES)
    return tuple(table.counted.piles.values())


def three_bundles(desk):
    """Each goes on where the one before ends."""
    raws = []
    for basis in range(3):
        desk.register_birth()
        raws.append(desk.bundle(basis))
    return raws


def test_a_bundle_that_comes_before_its_forerunner_is_previewed_as_accepted(trays, desk, district):
    one, two, three = three_bundles(desk)
    tray = trays.open().id
    before = state_of(district)
    trays.put(tray, [("3.mctt", three), ("1.mctt", one)])
    assert piles(trays.look(tray)) == (1, 0, 1, 0, 0)
    trays.put(tray, [("2.mctt", two), ("again.mctt", one), ("ảnh.png", PNG)])
    table = trays.look(tray)
    assert piles(table) == (3, 1, 0, 0, 1)
    assert (table.counted.records, table.counted.receipts) == (3, 3)
    assert state_of(district) == before
    taken = trays.take(tray)
    assert (piles(taken), taken.moved, taken.is_taken) == (piles(table), 0, True)
    assert [row.file.name for row in taken.rows] == ["3.mctt", "1.mctt", "2.mctt", "again.mctt", "ảnh.png"]
    given = [Handed(name, raw, True) for name, raw in trays.receipts(taken)]
    assert {desk.read_receipt(one).verdict for one in given} == {"accepted"}
    assert [one.name for one in given] == [f"BN-00070-1_so-{number}.mctt" for number in (1, 2, 3)]
    with district.store.reading() as work:
        assert work.lines.head(desk.number) == 3
        assert work.trays.load(tray, "")[1] == 0


def test_every_trouble_lies_in_one_pile_and_the_sum_is_the_number_of_files(trays, desk, other, district, officer):
    desk.register_birth()
    held = enrol(district, PretendDesk("held"), officer, hold=True)
    stranger = PretendDesk("stranger")
    for one in (held, stranger):
        one.register_birth()
    stranger.office, stranger.number = desk.office, 9
    good, late = desk.bundle(), enrolled_twice(other)
    files = {
        "good": good,
        "late": late,
        "held": held.bundle(),
        "stranger": stranger.bundle(),
        "cut": good[:-9],
        "elsewhere": seal_to(b"x", [desk.keys.public.receive]),
        "empty": b"",
        "card": stranger.card().raw,
        "card that is known": desk.card().raw,
        "huge": b"x" * (20 * 1024 * 1024 + 1),
    }
    tray = trays.open().id
    trays.put(tray, files.items())
    found = {row.file.name: (row.decision.pile, row.decision.verdict) for row in trays.look(tray).rows}
    assert found == {
        "good": ("received", "accepted"),
        "late": ("waiting", "waiting"),
        "held": ("person", "waiting"),
        "stranger": ("person", "unknown-sender"),
        "cut": ("person", "damaged"),
        "elsewhere": ("person", "not-for-us"),
        "empty": ("none", "not-a-bundle"),
        "card": ("person", "not-a-bundle"),
        "card that is known": ("none", "not-a-bundle"),
        "huge": ("none", "too-large"),
    }
    assert piles(trays.take(tray)) == (1, 0, 1, 5, 3)


def enrolled_twice(desk):
    """A bundle whose forerunner never came."""
    desk.register_birth()
    desk.register_birth()
    return desk.bundle(1)


def test_a_bundle_that_waited_since_an_earlier_day_counts_with_the_one_that_wakes_it(trays, desk):
    one, two, three = three_bundles(desk)
    trays.sitting.receive(two)
    trays.sitting.receive(three)
    tray = trays.open().id
    trays.put(tray, [("1.mctt", one), ("2.mctt", two)])
    table = trays.look(tray)
    assert (piles(table), table.counted.records) == ((1, 1, 0, 0, 0), 3)
    told = sentence(table.rows[0].decision, trays.sitting.now().date())
    assert told.startswith("Nhận được. 1 bản ghi. Gói số 2 để chờ từ trước cũng vào: 1 bản ghi. Gói số 3")
    assert trays.take(tray).counted == table.counted


def test_a_file_that_changed_its_pile_since_the_preview_is_told(trays, desk, district):
    desk.register_birth()
    raw = desk.bundle()
    tray = trays.open().id
    trays.put(tray, [("goi.mctt", raw)])
    assert piles(trays.look(tray)) == (1, 0, 0, 0, 0)
    trays.sitting.receive(raw)
    taken = trays.take(tray)
    assert (piles(taken), taken.moved, taken.rows[0].before) == ((0, 1, 0, 0, 0), 1, Shown("received", 1, 0))


def test_a_bundle_of_which_a_part_came_in_since_the_preview_is_told_too(trays, desk):
    for _ in range(3):
        desk.register_birth()
    tray = trays.open().id
    trays.put(tray, [("goi.mctt", desk.bundle())])
    assert trays.look(tray).counted.records == 3
    trays.sitting.receive(desk.bundle(head=2))
    taken = trays.take(tray)
    assert (taken.counted.records, taken.moved, taken.rows[0].before) == (1, 1, Shown("received", 3, 0))


def test_a_tray_that_was_dropped_leaves_no_trace_and_a_closed_one_takes_nothing_more(trays, desk, district):
    desk.register_birth()
    before = state_of(district)
    tray = trays.open()
    trays.put(tray.id, [("goi.mctt", desk.bundle())])
    assert trays.mine() == tray
    trays.drop(tray.id)
    assert (trays.mine(), state_of(district)) == (None, before)
    for act in (lambda: trays.put(tray.id, [("x", b"x")]), lambda: trays.take(tray.id), lambda: trays.drop(tray.id)):
        with pytest.raises(Mistake, match="tray-closed"):
            act()
    with pytest.raises(Mistake, match="no-such-tray"):
        trays.look("0" * 16)


def test_a_file_of_a_newer_program_is_shelved_and_lies_on_the_next_table_once_it_can_be_read(
    trays, desk, district, monkeypatch
):
    desk.register_birth()
    raw = desk.bundle()
    monkeypatch.setattr(documents, "FORMATS", documents.FORMATS - {documents.BUNDLE})
    tray = trays.open().id
    trays.put(tray, [("mới.mctt", raw)])
    assert piles(trays.look(tray)) == (0, 0, 1, 0, 0)
    trays.take(tray)
    assert [file.name for file in trays.shelf()] == ["mới.mctt"]
    assert trays.look(trays.open().id).rows == ()
    monkeypatch.undo()
    tray = trays.open().id
    assert piles(trays.look(tray)) == (1, 0, 0, 0, 0)
    assert piles(trays.take(tray)) == (1, 0, 0, 0, 0)
    assert trays.shelf() == ()


def test_a_line_of_an_unknown_kind_counts_once_the_kind_is_known_and_the_desk_is_told(
    sitting, desk, district, monkeypatch
):
    tomorrow = figures.KINDS["voided"]
    with monkeypatch.context() as newer:
        newer.setattr(journal, "KINDS", {**figures.KINDS, "adopted": tomorrow})
        desk.register_birth()
        desk.add("adopted", {})
    raw = desk.bundle()
    taken = sitting.receive(raw)
    assert (taken.applied, taken.set_aside) == (1, 1)
    assert [line.reason for line in desk.read_receipt(taken.receipt).set_aside] == ["kind-unknown"]
    (waits,) = releasing.look(sitting)
    assert (waits.lines, waits.readable, dict(waits.reasons)) == (1, 0, {"kind-unknown": 1})
    nothing = releasing.release(sitting)
    assert (nothing.lines, nothing.left, nothing.receipts) == ({}, 1, ())
    monkeypatch.setattr(journal, "KINDS", {**figures.KINDS, "adopted": tomorrow})
    assert releasing.look(sitting)[0].readable == 1
    released = releasing.release(sitting)
    assert (dict(released.lines), released.left) == ({desk.number: 1}, 0)
    (told,) = (desk.read_receipt(handed) for _, handed in released.receipts)
    assert (told.set_aside, told.verdict, told.upto, told.number) == ((), "accepted", 2, 2)
    assert releasing.look(sitting) == ()
    with district.store.reading() as work:
        assert len(list(work.lines.counted(desk.number))) == 2
        assert [act.act for act in work.office.acts(1)] == ["release"]
    assert sitting.receive(raw).receipt.number == 2


def test_what_is_read_again_counts_in_years_and_books_as_if_it_had_been_read_at_once(
    sitting, desk, district, monkeypatch
):
    mark = book_mark(desk.unit, "birth", "01")
    figures_told = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0}
    desk.add("registered", figures_told | {"unit": desk.unit, "book": mark})
    with monkeypatch.context() as older:
        older.setattr(journal, "KINDS", {name: one for name, one in figures.KINDS.items() if name != "registered"})
        assert sitting.receive(desk.bundle()).set_aside == 1
    assert recounts(district.store, (2026,))[desk.number].month("2026-10") == {}
    releasing.release(sitting)
    assert recounts(district.store, (2026,))[desk.number].month("2026-10") != {}
    with district.store.reading() as work:
        assert [row.book for row in work.books.of_desk(desk.number)] == [mark]


def test_a_bundle_that_waited_and_was_woken_beside_the_table_counts_once():
    waited = Decision("accepted", applied=2, document="b")
    waker = Decision("accepted", applied=3, document="a", woken=(Woken("b", 2, 2, 0, 1),))
    assert (counted([waited, waker]).records, counted([waker]).records) == (5, 5)
    assert counted([waited, waker]).corrected == 1


def test_what_a_bundle_corrects_and_makes_up_for_stands_in_its_sentence(trays, desk):
    on = {"event": "birth", "registered_on": "2026-09-20", "registration_type": 1, "late": 0, "unit": desk.unit}
    desk.register_birth(on="2026-09-20")
    first = desk.bundle(period="2026-08")
    subject = desk.register_birth(on="2026-09-21")
    desk.seq += 1
    desk.add("amended", on, subject, 2)
    decision = trays.sitting.receive(first)
    second = trays.sitting.receive(desk.bundle(1))
    today = trays.sitting.now().date()
    assert sentence(decision, today) == "Nhận được. 1 bản ghi."
    assert sentence(second, today) == (
        "Nhận được. 2 bản ghi, trong đó 1 bản sửa của tháng 09. Xã gửi bù luôn tháng 09 vì chưa có biên nhận."
    )
    assert (second.corrected, second.period) == (1, "2026-10")
