"""The desk's own commune is merged while it is in use: letters, books, numbers, reports, the card."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from cheap_passwords import cheapen
from hand_clock import Clock

from common.words import find as find_words
from desk_app.domain.drafts import BirthDraft, Draft
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.books import books
from desk_app.services.communes import find_communes
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lookup import Lookup
from desk_app.services.outlook import outlook
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from desk_app.services.stored import any_registration
from desk_app.services.trouble import Mistake
from exchange.card import read_card

LOGIN = Login("clerk", "demo")
JUNE, JULY = datetime(2025, 6, 27, 9, 30, tzinfo=UTC), datetime(2025, 7, 2, 8, 0, tzinfo=UTC)
BIRTH = BirthDraft(
    child_name="Nguyễn Gia Hân",
    born="20/06/2025",
    sex="nữ",
    mother_name="Trần Thị Lan",
    mother_residence="Thôn Bến Trà, xã Phước Nghĩa",
    registered_on="27/06/2025",
)


@dataclass
class Merged:
    """A desk of an old commune that works on through the day of the merger."""

    desk: Desk
    clock: Clock

    def enter(self, draft: Draft = BIRTH, **more: str) -> tuple[str, str]:
        """Number and issuing unit of what was entered."""
        done = self.desk.register.enter(replace(draft, **more))  # type: ignore[arg-type]
        assert isinstance(done, Entered), done
        with self.desk.seat.reading() as reading:
            return done.number, any_registration(reading, done.id).registration.unit

    def letter(self, id: int) -> int:
        made = self.desk.letters.prepare([id], Wish())
        assert isinstance(made, Prepared), made
        return made.letter

    def report(self, period: str) -> str:
        desk = self.desk
        return text_of(desk.yearly.written(desk.yearly.report(period), "pdf"))


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    told = " ".join(str(page.get_textpage().get_text_range()) for page in pages)
    return " ".join(told.split())


@contextmanager
def a_desk(folder: Path, unit: str) -> Iterator[Merged]:
    clock = Clock(JUNE)
    world = World(clock, secrets.token_bytes, practice=True)
    wished = Wished(unit, leader="Phạm Quốc Thịnh", name="xã Phước Nghĩa Hạ", place="Phước Nghĩa")
    set_up(folder, world, LOGIN, wished)
    cheapen(folder, LOGIN.user, LOGIN.password)
    desk = open_desk(folder, world, LOGIN)
    try:
        yield Merged(desk, clock)
    finally:
        desk.close()


def test_the_day_of_the_merger_at_a_desk_in_use(tmp_path: Path) -> None:
    with a_desk(tmp_path / "quay", "21979") as here:
        through_the_merger(here, tmp_path / "the.mctt")


def through_the_merger(here: Merged, card: Path) -> None:
    desk, today = here.desk, here.desk.seat.today
    assert here.enter() == ("01/2025", "21979")
    old = here.letter(1)
    sheet = desk.letters.pdf([old])
    assert "XÃ PHƯỚC NGHĨA HẠ" in text_of(sheet)
    june = here.report("2025-06")
    assert "HUYỆN TUY PHƯỚC" in june
    assert "nay là" not in june
    before = desk.district.card(card)
    assert read_card(card.read_bytes()).card.unit == "21979"

    here.clock.moment = JULY
    assert desk.letters.pdf([old]) == sheet
    assert here.enter(registered_on="02/07/2025", child_name="Lê Minh Khang") == ("01/2025", "21952")
    assert here.enter(child_name="Đỗ Thị Ngọc") == ("02/2025", "21979")
    new = text_of(desk.letters.pdf([here.letter(2)]))
    assert "ỦY BAN NHÂN DÂN XÃ TUY PHƯỚC" in new
    assert "TỈNH GIA LAI" in new
    assert "Tuy Phước, ngày 02 tháng 7 năm 2025" in new
    assert outlook(desk.seat).unit == "xã Tuy Phước"
    told = {
        (one.key.unit, one.unit_name, one.next_number) for one in books(desk.seat, 2025) if one.key.event == "birth"
    }
    assert told == {("21952", "xã Tuy Phước", "02/2025"), ("21979", "xã Phước Nghĩa", "03/2025")}
    assert all(one.ours for one in books(desk.seat, 2025))
    assert here.enter(unit="xã phước lộc", child_name="Võ An")[1] == "21976"
    sold = dict(Lookup(desk.seat).record(4).facts)[find_words.ISSUED]
    assert sold == "xã Phước Lộc, huyện Tuy Phước, tỉnh Bình Định (nay là xã Tuy Phước, tỉnh Gia Lai)"
    assert find_words.ISSUED not in dict(Lookup(desk.seat).record(2).facts)

    then = here.report("2025-06")
    assert "Số liệu của xã Phước Nghĩa, huyện Tuy Phước, tỉnh Bình Định (nay là xã Tuy Phước, tỉnh Gia Lai)." in then
    assert "xã Phước Nghĩa đã đăng ký" in then
    assert "XÃ TUY PHƯỚC" in then
    year = here.report("2025")
    assert "tỉnh Bình Định, đến hết 30/06/2025; xã Tuy Phước, tỉnh Gia Lai, từ 01/07/2025." in year
    assert "Số liệu của" not in here.report("2024-03")

    assert desk.district.card(card) != before
    assert read_card(card.read_bytes()).card.unit == "21952"
    assert find_communes(desk.seat.units, "phuoc nghia", today())[0].old


def test_a_commune_that_was_split_waits_for_a_person_to_say_which_part(tmp_path: Path) -> None:
    with a_desk(tmp_path / "quay", "26449") as here:
        choose_a_part(here)


def choose_a_part(here: Merged) -> None:
    desk = here.desk
    here.clock.moment = JULY
    heirs = {heir.code for heir in desk.seat.units.heirs(desk.seat.units.known("26449")[0], desk.seat.today())}
    assert heirs == {"26446", "26359"}
    assert outlook(desk.seat).unit == "xã Xuân Tâm"
    with pytest.raises(Mistake, match="not-an-heir"):
        desk.settings.put("heir", "21952")
    desk.settings.put("heir", "26359")
    assert outlook(desk.seat).unit == "xã Xuân Đông"
    assert here.enter(registered_on="02/07/2025") == ("01/2025", "26359")
