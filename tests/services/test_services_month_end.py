"""Month end: sealed bundles up, receipts down, on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_services_letters import DEATH, prepared, text_of
from test_services_registering import BIRTH, entered

from common.words.month_receipts import taken
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.receipts_held import held_receipt, receipts
from desk_app.services.restoring import Asked, restore
from desk_app.services.trouble import Mistake, Trouble
from exchange.figures import book_mark
from exchange.receipt import Batch, Drawn
from exchange.token import genuine, peek, read_code
from tools.pretend_office import PretendOffice


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


def test_a_month_goes_up_and_its_receipt_moves_the_pointer(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    assert (opened.manifest.basis, opened.manifest.head, opened.manifest.period) == (0, 3, "2026-11")
    got = desk.month.receive(office.receipt(opened))
    assert (got.number, got.upto) == (1, 3)
    with pytest.raises(Mistake, match="nothing-to-export"):
        desk.month.close(tmp_path / "usb")


def test_without_a_receipt_the_next_bundle_carries_everything_again(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    desk.month.close(tmp_path / "lost stick")
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert (bundle.seq, bundle.basis, bundle.counts["registered"]) == (2, 0, 2)


def test_no_name_leaves_the_desk(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    entered(desk.register.enter(replace(BIRTH, book="QS 01/2026")))
    (bundle,) = desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    travelled = b"".join(row.raw for row in opened.lines)
    assert opened.shared == ()
    assert b"Minh Anh" not in travelled
    assert f'"book":"{book_mark("26461", "birth", "QS 01/2026")}"'.encode() in travelled
    assert b"QS 01/2026" not in travelled
    assert b"clerk" not in travelled


def test_sealing_again_after_a_cut_gives_the_same_document(
    desk: Desk, office: PretendOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered(desk.register.enter(BIRTH))
    blocked = tmp_path / "blocked"
    blocked.write_text("a file stands where the folder should be", encoding="utf-8")
    with pytest.raises(Trouble, match="folder-unwritable"):
        desk.month.close(blocked)
    with desk.seat.reading() as reading:
        begun = reading.bundles.unfinished()
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    first, *_ = desk.month.close(tmp_path / "usb")
    assert begun is not None
    assert office.opened(first.path.read_bytes()).manifest.head == first.head == 3
    with desk.seat.reading() as reading:
        assert reading.bundles.all()[0].manifest == begun


def test_a_receipt_over_another_history_moves_no_pointer_and_proves_that_a_copy_was_put_back(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    receipt = office.receipt(office.opened(bundle.path.read_bytes()), digest_at_upto="00" * 32)
    got = desk.month.receive(receipt)
    assert (got.restored, got.upto, got.set_aside) == (2, 3, ())
    assert desk.month.receive(receipt).restored == 0, "the same proof begins no further epoch"
    with desk.seat.reading() as reading:
        assert (reading.bundles.acknowledged(), reading.epoch()) == (0, 2)


def test_a_receipt_of_another_desk_of_the_same_office_is_refused_whole(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    (bundle,) = desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    for other in ({"desk": 9}, {"unit": "26462"}):
        with pytest.raises(Trouble, match="receipt-other-desk"):
            desk.month.receive(office.receipt(opened, **other))
    assert receipts(desk.seat) == ()


def test_a_receipt_over_another_history_is_listed_as_such(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    (bundle,) = desk.month.close(tmp_path / "usb")
    desk.month.receive(office.receipt(office.opened(bundle.path.read_bytes()), upto=99, digest_at_upto="ab" * 32))
    (held,) = receipts(desk.seat)
    assert taken(held.verdict, held.lines, held.aside, held.ours) == "theo sổ khác sổ đang dùng"
    assert held_receipt(desk.seat, 1)[1].beyond is not None


def test_a_receipt_read_twice_brings_its_ratings_once(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    batch = Batch(
        id="ab" * 16,
        formed_on="2026-11-20",
        n=5,
        by_score={"3": 4, "1": 1},
        by_channel={"qr": 5},
        reasons={},
        comments=(),
        kinds=("birth",),
    )
    receipt = office.receipt(office.opened(bundle.path.read_bytes()), (batch,))
    assert desk.month.receive(receipt).batches == 1
    assert desk.month.receive(receipt).batches == 0
    ratings = desk.reports.report("2026-11").ratings
    assert (ratings.n, ratings.by_score) == (5, {"3": 4, "1": 1})


def test_letters_drawn_with_a_receipt_are_kept_once_and_shown_again_when_drawn_again(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    one, two = Drawn(serial=7, letter="birth"), Drawn(serial=8, letter="birth")
    five = Batch(
        id="ab" * 16, formed_on="2026-11-20", n=5, by_score={"5": 5}, by_channel={"qr": 5}, reasons={}, comments=(),
        kinds=("birth",), scale=5,
    )  # fmt: skip
    for number, since, draw in ((1, 0, (one,)), (2, 0, (one, two)), (3, 2, (one,))):
        desk.month.receive(office.receipt(opened, (five,), number=number, since=since, draw=draw))
    with desk.seat.register.work() as work:
        assert sorted((kept.receipt, kept.serial) for kept in work.check_draws.all()) == [(1, 7), (2, 8), (3, 7)]
        assert [batch.rest["scale"] for batch in work.ratings.batches()] == [5]


def test_answers_taken_at_the_desk_go_up_once_as_a_tally(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    for score in ("3", "3", "1"):
        desk.voice.take({"channel": "counter", "score": score})
    report = desk.reports.report("2026-11")
    assert (report.ratings.n, report.ratings.by_channel) == (0, {"counter": 3})
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert bundle.counts["ratings-tally"] == 1
    entered(desk.register.enter(BIRTH))
    (again,) = desk.month.close(tmp_path / "usb")
    assert again.counts["ratings-tally"] == 1
    assert desk.reports.report("2026-11").ratings.by_channel == {"counter": 3}


def test_letters_carry_a_code_once_the_words_are_compared(desk: Desk, tmp_path: Path) -> None:
    level_above = PretendOffice(tmp_path)
    held = desk.district.enrol(level_above.enrol(desk), hold=True)
    first = entered(desk.register.enter(BIRTH)).id
    assert prepared(desk.letters.prepare([first], Wish())).code == ""
    with pytest.raises(Mistake, match="words-differ"):
        desk.district.confirm("sen sen sen sen sen sen")
    desk.district.confirm(" ".join(held.words().words))
    second = entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))).id
    letter = prepared(desk.letters.prepare([second], Wish()))
    code = read_code(letter.code)
    assert code is not None
    assert genuine(code, bytes.fromhex("ab" * 32))
    token = peek(code)
    assert token is not None
    assert (token.kind, token.desk) == ("birth", 7)
    assert letter.link == f"HTTPS://GOPY.EXAMPLE/G/{code}"
    assert prepared(desk.letters.prepare([first], Wish())).code == "", (
        "a letter without a code is never given one later"
    )


def test_another_office_comes_in_only_by_the_six_words(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    stranger = PretendOffice(tmp_path)
    path = stranger.enrol(desk, number=9, host="xau.example")
    with pytest.raises(Mistake, match="other-office"):
        desk.district.enrol(path)
    tie = desk.district.tie()
    assert tie is not None
    assert tie.host == "gopy.example"
    held = desk.district.enrol(path, hold=True)
    assert desk.district.tie() == tie
    assert desk.district.confirm(" ".join(held.words().words)).host == "xau.example"


def test_an_older_enrolment_never_comes_back(desk: Desk, office: PretendOffice) -> None:
    desk.district.enrol(office.enrol(desk, number=3))
    with pytest.raises(Trouble, match="enrolment-older"):
        desk.district.enrol(office.enrol(desk, number=2))


def test_a_condolence_letter_carries_a_code_only_when_switched_on(desk: Desk, office: PretendOffice) -> None:
    quiet = entered(desk.register.enter(DEATH)).id
    assert prepared(desk.letters.prepare([quiet], Wish())).code == ""
    desk.settings.put("condolence-code", "on")
    other = entered(desk.register.enter(replace(DEATH, deceased_name="Lê Văn Tám"))).id
    letter = prepared(desk.letters.prepare([other], Wish()))
    assert letter.code
    assert "Khi nào thấy tiện" in text_of(desk.letters.pdf([letter.letter])).replace("\r\n", " ")


def test_a_restored_register_begins_a_new_epoch(
    desk: Desk, office: PretendOffice, desk_folder: Path, tmp_path: Path, world: World
) -> None:
    entered(desk.register.enter(BIRTH))
    copied = desk.care.backup(tmp_path / "backups")
    done = restore(Asked(copied.path, tmp_path / "new", "clerk", "demo", beside=desk_folder), world.now, world.random)
    assert (done.registrations, done.epoch) == (1, 2)
    back = open_desk(tmp_path / "new", world, Login("clerk", "demo"))
    try:
        assert [row.names for row in back.register.find("minh anh")] == [("Nguyễn Trần Minh Anh",)]
        with pytest.raises(Mistake, match="receipt-owed"):
            back.month.close(tmp_path / "usb")
        with pytest.raises(Mistake, match="reason-empty"):
            back.month.none_newer("  ")
        back.month.none_newer("cấp trên trả lời qua điện thoại")
        (bundle,) = back.month.close(tmp_path / "usb")
        assert bundle.counts["restored"] == 1
        with pytest.raises(Mistake, match="nothing-owed"):
            back.month.none_newer("lần nữa")
    finally:
        back.close()
