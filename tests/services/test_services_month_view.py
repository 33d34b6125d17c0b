"""What the month end shows, counted from the lines that will travel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand_clock import Clock
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from common.names import fold
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.month_sent import copy_bundle, laid_aside, sent_bundles
from desk_app.services.month_view import month_contents
from desk_app.services.tie_view import KeyExchange, heard_words, key_exchange
from desk_app.services.trouble import Mistake
from exchange.documents import SetAside
from tools.pretend_office import PretendOffice


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


def busy(desk: Desk) -> int:
    """One birth printed and handed over, one amended, one family that wants no letter, one answer at the counter."""
    first = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([first], Wish())).letter
    desk.letters.printed([letter])
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "counter", "good")
    desk.letters.delivered([letter], "counter", "none")
    quiet = entered(desk.register.enter(replace(DEATH, case="opted_out"))).id
    desk.register.amend(quiet, {"deceased_name": "Lê Văn Tám"}, "gõ nhầm")
    desk.voice.take({"channel": "counter", "score": "3"})
    return first


def test_every_line_that_travels_stands_under_one_heading(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    busy(desk)
    shown = month_contents(desk.seat)
    assert shown.sum.agrees
    assert dict(shown.sum.parts) == {
        "registered": 2,
        "changed": 1,
        "prepared": 1,
        "printed": 1,
        "delivered": 1,
        "again": 2,
        "other": 3,
    }
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert bundle.head - bundle.basis == shown.sum.lines
    assert (shown.seq, shown.tallied, shown.month.name, shown.stop) == (bundle.seq, 1, "2026-11", "")


def test_the_table_tells_registrations_letters_changes_and_what_is_held(desk: Desk, office: PretendOffice) -> None:
    busy(desk)
    shown = month_contents(desk.seat)
    rows = {row.kind: row for row in shown.rows}
    birth, death = rows["birth"], rows["death"]
    assert (birth.registered, birth.printed, birth.delivered, birth.held, birth.changed) == (1, 1, 1, 0, 0)
    assert (death.registered, death.printed, death.delivered, death.held, death.changed) == (1, 0, 0, 1, 1)
    assert (shown.total.registered, shown.total.held, dict(shown.held)) == (2, 1, {"opted-out": 1})


def test_a_line_nobody_can_sort_makes_the_sum_disagree(desk: Desk, office: PretendOffice) -> None:
    shown = month_contents(desk.seat)
    assert not replace(shown.sum, lines=shown.sum.lines + 1).agrees
    assert not replace(shown.sum, unread=1).agrees


def test_after_a_receipt_only_what_came_since_is_shown(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    busy(desk)
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert sent_bundles(desk.seat)[0].receipt == 0
    desk.month.receive(office.receipt(office.opened(bundle.path.read_bytes())))
    shown = month_contents(desk.seat)
    assert (shown.stop, shown.sum.lines, shown.receipt) == ("nothing-to-export", 0, 1)
    (sent,) = sent_bundles(desk.seat)
    assert (sent.seq, sent.receipt, sent.verdict, sent.file) == (1, 1, "accepted", bundle.path.name)
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    assert month_contents(desk.seat).total.registered == 1


def test_without_a_level_above_the_page_says_why_nothing_can_go(desk: Desk, tmp_path: Path) -> None:
    entered(desk.register.enter(BIRTH))
    assert month_contents(desk.seat).stop == "no-district"
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk), hold=True)
    assert month_contents(desk.seat).stop == "words-not-compared"


def test_a_bundle_stopped_half_way_is_shown_and_finished_first(
    desk: Desk, office: PretendOffice, tmp_path: Path, clock: Clock
) -> None:
    entered(desk.register.enter(BIRTH))

    def stop_before_writing(done: int, total: int) -> None:
        if done == total - 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        desk.month.close(tmp_path / "usb", step=stop_before_writing)
    assert list((tmp_path / "usb").glob("*")) == []
    clock.forward(20)
    shown = month_contents(desk.seat)
    assert (shown.unfinished, shown.seq, shown.month.name) == (True, 1, "2026-11")
    assert not sent_bundles(desk.seat)[0].sealed
    assert desk.month.close(tmp_path / "usb")[0].seq == 1


def test_what_was_laid_aside_is_named_from_our_own_journal(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    born = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([born], Wish())).letter
    desk.letters.printed([letter])
    (bundle,) = desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    bad = tuple(SetAside(position, "figure-value") for position in (1, bundle.head - 2, bundle.head))
    got = desk.month.receive(office.receipt(opened, set_aside=bad))
    own, entry, printed = laid_aside(desk.seat, got)
    assert (own.kind, own.registration) == ("local", None)
    assert (entry.kind, entry.event, entry.on, entry.reason) == ("registered", "birth", "2026-11-20", "figure-value")
    assert (printed.kind, printed.event) == ("letter-printed", "birth")
    assert entry.registration == printed.registration == born


def test_a_receipt_of_another_history_says_that_the_register_was_put_back(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path / "usb")
    path = office.receipt(office.opened(bundle.path.read_bytes()), digest_at_upto="00" * 32)
    assert desk.month.receive(path).restored == 2
    assert month_contents(desk.seat).owed is None, "this very receipt is the newest"


def test_the_exchange_of_keys_is_shown_step_by_step(desk: Desk, tmp_path: Path) -> None:
    assert key_exchange(desk.seat) == KeyExchange(False, None, None)
    card = desk.district.card_into(tmp_path / "usb")
    assert card.name.startswith("THE-26461-")
    held = desk.district.enrol(PretendOffice(tmp_path).enrol(desk), hold=True)
    shown = key_exchange(desk.seat)
    assert (shown.card, shown.in_force) == (True, None)
    assert shown.waiting is not None
    assert (shown.waiting.desk, shown.waiting.words) == (7, held.words().words)
    typed = " ".join(fold(word) for word in held.words().words)
    desk.district.confirm(heard_words(typed.upper(), shown.waiting.words))
    after = key_exchange(desk.seat)
    assert (after.in_force, after.waiting) == (replace(shown.waiting, since="2026-11-20"), None)


def test_a_bundle_is_copied_once_more_byte_for_byte(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    (bundle,) = desk.month.close(tmp_path / "usb")
    again = copy_bundle(bundle.path, tmp_path / "second")
    assert again.read_bytes() == bundle.path.read_bytes()
    with pytest.raises(Mistake, match="file-unreadable"):
        copy_bundle(tmp_path / "usb" / "gone.mctt", tmp_path / "second")
