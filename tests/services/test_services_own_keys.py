"""A desk changes its keys: beside the old pair, in one step, and from wherever a power cut leaves it."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from test_services_registering import BIRTH, entered

from desk_app.db.register import Work
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.own_keys import desk_keys, next_keys, opening_keys
from desk_app.services.receipts_held import held_receipt, receipts
from desk_app.services.tie_view import key_exchange
from desk_app.services.trouble import Mistake, Trouble
from exchange.bundle import OpenedBundle, Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.keys import OfficeKeys
from tools.pretend_office import PretendOffice


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


def card_now(desk: Desk, folder: Path) -> OpenedCard:
    desk.district.card(folder / "THE-now.mctt")
    return read_card((folder / "THE-now.mctt").read_bytes())


def opened(raw: bytes, office: PretendOffice, *cards: OpenedCard) -> OpenedBundle:
    known = {card.card.keys.key_id: card.card for card in cards}
    return open_bundle(
        raw,
        office.keys,
        lambda key: Sender(known[key].keys.verify, known[key].unit, 7, known[key].register) if key in known else None,
    )


def signed_by(desk: Desk, office: PretendOffice, folder: Path, *cards: OpenedCard) -> str:
    """The id of the key under which the desk seals now."""
    entered(desk.register.enter(replace(BIRTH, child_name=f"Lê Gia Hân {secrets.token_hex(2)}", number="")))
    folder.mkdir(exist_ok=True)
    (bundle,) = desk.month.close(folder)
    return opened(bundle.path.read_bytes(), office, *cards).key_id


def test_the_old_pair_signs_until_the_words_of_the_new_enrolment_agree(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    old = card_now(desk, tmp_path)
    desk.district.change_keys()
    new = card_now(desk, tmp_path)
    assert new.card.replaces == old.card.keys.verify
    assert (new.card.register, new.card.unit, new.card.label) == (old.card.register, old.card.unit, old.card.label)
    assert card_now(desk, tmp_path) == new, "the card may be written again at any time"
    desk.district.change_keys()
    assert card_now(desk, tmp_path) == new, "asking twice makes no third pair"
    assert signed_by(desk, office, tmp_path / "usb", old) == old.card.keys.key_id
    held = desk.district.enrol(office.enrol(desk, number=2), hold=True)
    assert signed_by(desk, office, tmp_path / "usb", old) == old.card.keys.key_id
    desk.district.confirm(" ".join(held.words().words))
    assert signed_by(desk, office, tmp_path / "usb", new) == new.card.keys.key_id
    shown = key_exchange(desk.seat)
    assert (shown.changing, [row.key_id for row in shown.before]) == (False, [old.card.keys.key_id])
    assert shown.in_force is not None
    assert (shown.in_force.desk, shown.in_force.since) == (7, "2026-11-20")


def test_whatever_was_sealed_to_an_older_pair_still_opens(desk: Desk, office: PretendOffice, tmp_path: Path) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path)
    on_its_way = office.receipt(office.opened(bundle.path.read_bytes()))
    desk.district.change_keys()
    desk.district.enrol(office.enrol(desk, number=2))
    assert desk.month.receive(on_its_way).upto == bundle.head
    desk.district.change_keys()
    (again,) = desk.month.close(tmp_path)
    early = office.opened(again.path.read_bytes())
    office.card = card_now(desk, tmp_path)
    assert desk.month.receive(office.receipt(early)).upto == again.head, "sealed to the pair that is to take over"
    with desk.seat.reading() as reading:
        assert len({pair.key_id for pair in opening_keys(reading)}) == 3


def test_a_change_given_up_leaves_everything_as_it_was_and_may_begin_anew(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    old = card_now(desk, tmp_path)
    desk.district.change_keys()
    first = card_now(desk, tmp_path)
    path = office.enrol(desk, number=2)
    desk.district.enrol(path, hold=True)
    desk.district.keep_keys()
    assert (key_exchange(desk.seat).waiting, key_exchange(desk.seat).changing) == (None, False)
    assert card_now(desk, tmp_path) == old
    with pytest.raises(Trouble, match="enrolment-older"):
        desk.district.enrol(path)
    desk.district.keep_keys()
    desk.district.change_keys()
    second = card_now(desk, tmp_path)
    assert second.card.replaces == old.card.keys.verify
    assert second.card.keys != first.card.keys


def test_without_a_level_above_there_is_nothing_to_change(desk: Desk) -> None:
    with pytest.raises(Mistake, match="no-district"):
        desk.district.change_keys()


def test_another_office_waits_until_the_bundle_that_was_begun_is_written(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (tmp_path / "gone").touch()
    with pytest.raises(Trouble):
        desk.month.close(tmp_path / "gone")
    stranger = PretendOffice(tmp_path, keys=OfficeKeys.make(secrets.token_bytes))
    held = desk.district.enrol(stranger.enrol(desk, number=1), hold=True)
    words = " ".join(held.words().words)
    with pytest.raises(Mistake, match="bundle-unfinished"):
        desk.district.confirm(words)
    assert key_exchange(desk.seat).waiting is not None, "nothing is half done"
    desk.month.close(tmp_path)
    assert desk.district.confirm(words).office_verify == stranger.keys.public.verify


def test_a_level_above_that_began_anew_counts_its_receipts_from_one_and_gets_everything(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    (bundle,) = desk.month.close(tmp_path)
    desk.month.receive(office.receipt(office.opened(bundle.path.read_bytes())))
    anew = PretendOffice(tmp_path, keys=OfficeKeys.make(secrets.token_bytes))
    held = desk.district.enrol(anew.enrol(desk, number=1), hold=True)
    desk.district.confirm(" ".join(held.words().words))
    (next_one,) = desk.month.close(tmp_path)
    read = anew.opened(next_one.path.read_bytes())
    assert (read.manifest.basis, read.manifest.last_receipt) == (bundle.head, 0)
    with desk.seat.reading() as reading:
        start = (reading.journal.digest_at(0) or b"").hex()
    told = anew.receipt(read, verdict="waiting", upto=0, digest_at_upto=start)
    assert desk.month.receive(told).number == 1
    entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    (whole,) = desk.month.close(tmp_path)
    assert whole.basis == 0
    assert desk.month.receive(anew.receipt(anew.opened(whole.path.read_bytes()))).upto == whole.head
    assert [(held.number, held.verdict) for held in receipts(desk.seat)] == [
        (2, "accepted"),
        (1, "waiting"),
        (1, "accepted"),
    ]
    places = [held.place for held in receipts(desk.seat)]
    assert [held_receipt(desk.seat, place)[0].seq for place in places] == [3, 2, 1]


def test_an_enrolment_that_does_not_agree_is_put_aside_and_the_one_in_force_stays(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    tie = desk.district.tie()
    stranger = PretendOffice(tmp_path, keys=OfficeKeys.make(secrets.token_bytes))
    desk.district.enrol(stranger.enrol(desk, number=1, host="xau.example"), hold=True)
    assert key_exchange(desk.seat).waiting is not None
    desk.district.drop_waiting()
    assert (key_exchange(desk.seat).waiting, desk.district.tie()) == (None, tie)


def test_the_enrolment_in_force_taken_in_again_asks_for_no_words(desk: Desk, office: PretendOffice) -> None:
    path = office.enrol(desk, number=2)
    desk.district.enrol(path)
    tie = desk.district.tie()
    assert desk.district.enrol(path, hold=True) == tie
    assert key_exchange(desk.seat).waiting is None


def test_a_power_cut_before_or_after_any_commit_of_a_change_harms_nothing(
    desk: Desk, office: PretendOffice, desk_folder: Path, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk holds at each such moment is copied and opened: one pair signs, and the change comes to its end."""
    old, cuts, commit = card_now(desk, tmp_path), list[Path](), Work.commit

    def cut() -> None:
        cuts.append(Path(shutil.copytree(desk_folder, tmp_path / f"cut {len(cuts)}" / "quầy 1")))

    def commit_between_cuts(work: Work) -> None:
        cut()
        commit(work)
        cut()

    monkeypatch.setattr(Work, "commit", commit_between_cuts)
    desk.district.change_keys()
    new = card_now(desk, tmp_path)
    desk.district.enrol(office.enrol(desk, number=2))
    monkeypatch.setattr(Work, "commit", commit)
    assert len(cuts) == 6
    ends = [gone_on(folder, world, office, (old, new)) for folder in cuts]
    assert ends == [*["old"] * 5, "new"]


def gone_on(folder: Path, world: World, office: PretendOffice, cards: tuple[OpenedCard, OpenedCard]) -> str:
    """Under which pair the desk wakes up; the change is then taken to its end."""
    desk = open_desk(folder, world, Login("clerk", "demo"))
    try:
        key = signed_by(desk, office, folder.parent / "usb", *cards)
        if key == cards[1].card.keys.key_id:
            return "new"
        desk.district.change_keys()
        path = folder.parent / "KHOA.mctt"
        path.write_bytes(office.enrol(desk, number=3).read_bytes())
        desk.district.enrol(path)
        with desk.seat.reading() as reading:
            assert next_keys(reading) is None
            ended = desk_keys(reading).key_id
        assert signed_by(desk, office, folder.parent / "usb", card_now(desk, folder.parent)) == ended != key
        return "old"
    finally:
        desk.close()
