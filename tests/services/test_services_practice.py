"""The practice register beside the real one: same office, invented people, nothing leaves, TẬP on every letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain.drafts import BirthDraft
from desk_app.house import World, open_practice
from desk_app.letters.setpage import page_from
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import known_users, read_doorstep
from desk_app.services.hamlets import HamletDesk, community_of
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.number_signs import NumberSigns, read_numbers
from desk_app.services.outlook import outlook
from desk_app.services.people import Called
from desk_app.services.practice import FOLDER, Guest, guest_at_door, guest_of
from desk_app.services.preview import Preview
from desk_app.services.today import Today
from desk_app.services.trouble import Trouble


@pytest.fixture
def practice(desk: Desk, world: World) -> Iterator[Desk]:
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", "cán bộ một cửa"))
    opened = open_practice(desk.seat.folder, world, guest_of(desk.seat))
    yield opened
    opened.close()


def text_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def test_it_lies_in_a_folder_of_its_own_and_the_real_register_is_not_touched(desk: Desk, practice: Desk) -> None:
    with desk.seat.reading() as reading:
        head = reading.journal.head()
    assert practice.seat.folder == desk.seat.folder / FOLDER
    practice.register.enter(BirthDraft(child_name="Lê Thử", registered_on="20/11/2026", born="1/11/2026"))
    with desk.seat.reading() as reading:
        assert reading.journal.head() == head
        assert reading.registrations.newest(1) == ()
    assert known_users(desk.seat.folder) == ("clerk",)


def test_it_holds_a_handful_of_invented_records_under_the_same_letterhead_and_signer(
    desk: Desk, practice: Desk
) -> None:
    with practice.seat.reading() as reading:
        assert len(reading.registrations.newest(50)) == 5
        assert {row.event for row in reading.registrations.newest(50)} == {"birth", "marriage", "death"}
    assert len(practice.drafts.unfinished()) == 1
    assert practice.settings.all() == desk.settings.all()
    assert practice.people.me().greeting == "chị Hằng"
    assert practice.seat.register.identity.practice
    assert practice.seat.training
    assert not desk.seat.training
    assert "copies" not in {card.goes for card in Today(practice.seat).view().reminders}
    assert (outlook(practice.seat).training, outlook(desk.seat).training) == (True, False)


def test_going_in_again_keeps_what_was_practised(desk: Desk, practice: Desk, world: World) -> None:
    practice.register.enter(
        BirthDraft(
            child_name="Lê Thử", sex="nam", mother_name="Lê Thị Mơ", born="1/11/2026", registered_on="20/11/2026"
        )
    )
    practice.close()
    again = open_practice(desk.seat.folder, world, guest_of(desk.seat))
    with again.seat.reading() as reading:
        assert len(reading.registrations.newest(50)) == 6
    again.close()


def test_from_the_lock_of_a_closed_register_the_unit_and_the_name_are_known(
    desk: Desk, world: World, tmp_path: Path
) -> None:
    desk.people.call("clerk", Called("H'Hen Niê", "chị", "cán bộ một cửa"))
    renew_doorstep(desk.seat)
    guest = guest_at_door(read_doorstep(desk.seat.folder), "clerk")
    assert (guest.head.unit, guest.called) == ("26461", Called("H'Hen Niê", "chị", "cán bộ một cửa"))
    opened = open_practice(tmp_path / "quầy khác", world, guest)
    assert opened.people.me().greeting == "chị H'Hen"
    with opened.seat.reading() as reading:
        ids = [row.id for row in reading.registrations.newest(50) if row.event == "marriage"]
    assert isinstance(opened.letters.prepare(ids, Wish()), Prepared)
    opened.close()


def test_every_letter_carries_the_word_in_preview_in_print_and_in_the_archive(practice: Desk) -> None:
    with practice.seat.reading() as reading:
        (wedding,) = [row.id for row in reading.registrations.newest(50) if row.event == "marriage"]
    made = practice.letters.prepare([wedding], Wish())
    assert isinstance(made, Prepared)
    with practice.seat.reading() as reading:
        kept = reading.letters.get(made.letter)
    assert kept is not None
    page = page_from(kept.page)
    assert page.mark == "TẬP"
    assert "TẬP" in text_of(practice.seat.press().draw([page]))
    draft = BirthDraft(child_name="Lê Thử", mother_name="Lê Thị Mơ", born="1/11/2026", registered_on="20/11/2026")
    preview = Preview(practice.seat).specimen(draft, 60)
    middle = slice(preview.width * preview.height, preview.width * preview.height * 2)
    assert preview.pixels[middle].count(b"\xff") < preview.width * preview.height


def test_the_real_desk_writes_its_letters_without_the_word(desk: Desk) -> None:
    draft = BirthDraft(
        child_name="Lê Thử", sex="nam", mother_name="Lê Thị Mơ", born="1/11/2026", registered_on="20/11/2026"
    )
    entered = desk.register.enter(draft)
    made = desk.letters.prepare([entered.id], Wish())  # type: ignore[union-attr]
    assert isinstance(made, Prepared)
    with desk.seat.reading() as reading:
        kept = reading.letters.get(made.letter)
    assert kept is not None
    assert page_from(kept.page).mark == ""


def test_nothing_of_it_goes_to_the_district(practice: Desk, tmp_path: Path) -> None:
    acts = (
        lambda: practice.month.close(tmp_path / "usb"),
        lambda: practice.month.receive(tmp_path / "biên nhận.mctt"),
        lambda: practice.district.card(tmp_path / "thẻ.mctt"),
        lambda: practice.district.card_into(tmp_path),
        lambda: practice.district.enrol(tmp_path / "khóa.mctt"),
        lambda: practice.district.confirm("sen"),
    )
    for act in acts:
        with pytest.raises(Trouble) as refused:
            act()
        assert refused.value.code == "practice-stays-here"
    assert list(tmp_path.glob("*.mctt")) == []


def test_a_unit_nobody_knows_is_refused_before_anything_is_written(desk: Desk, world: World, tmp_path: Path) -> None:
    head = desk.settings.all()
    with pytest.raises(Trouble):
        open_practice(tmp_path / "nơi khác", world, Guest(replace(head, unit="99999"), Called()))
    assert not (tmp_path / "nơi khác").exists()


def test_its_letters_bear_the_signs_and_the_hamlets_words_of_the_real_office_also_after_a_change(
    desk: Desk, world: World
) -> None:
    signs, hamlets = NumberSigns(desk.seat), HamletDesk(desk.seat)
    signs.put_sign("marriage", "TKH-UBND")
    hamlets.put("Bản Nà Lốc", "bản làng")
    for sign, community in (("TKH-UBND", "bản làng"), ("TCM-UBND", "xóm làng")):
        practising = open_practice(desk.seat.folder, world, guest_of(desk.seat))
        with practising.seat.reading() as reading:
            assert read_numbers(reading.office).sign("marriage") == sign
            assert community_of(reading.office, "Bản Nà Lốc") == community
        practising.close()
        signs.put_sign("marriage", "")
        hamlets.put("Bản Nà Lốc", "")
