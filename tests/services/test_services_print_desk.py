"""The printing table on a real desk: what waits, what the sheets are, what is called printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from test_services_letters import DEATH, text_of
from test_services_registering import BIRTH, entered

from common.words import printing
from desk_app.letters.raster import pixels
from desk_app.letters.setpage import page_from
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_desk import PrintDesk, bands_of, picture
from desk_app.services.printers import FILE, Printers, PrinterSetup
from desk_app.services.sheet_check import code_state
from desk_app.services.stored import any_letter
from tools.pretend_office import PretendOffice


@pytest.fixture
def table(desk: Desk) -> PrintDesk:
    return PrintDesk(desk.seat)


def test_twins_wait_as_one_sheet_and_what_is_held_says_why(desk: Desk, table: PrintDesk) -> None:
    first = entered(desk.register.enter(BIRTH)).id
    second = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam"))).id
    entered(desk.register.enter(DEATH))
    entered(desk.register.enter(replace(DEATH, born="2015", deceased_name="Đặng Gia Bảo", sex="nam")))
    twins, old, young = table.waiting()
    assert twins.covers == (first, second)
    assert (twins.title, twins.note, twins.tag) == (
        "Nguyễn Trần Minh Anh và Nguyễn Trần Minh Khang",
        "chúc mừng, sinh đôi",
        "Khai sinh",
    )
    assert (old.title, old.note, old.held) == ("Gia quyến cụ Đặng Văn Khoan", "chia buồn, không mã QR", ())
    assert young.held == ("Người mất chưa đủ 18 tuổi",)
    assert young.note == "giữ lại: Người mất chưa đủ 18 tuổi"


def test_a_family_that_said_no_is_never_opened(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(replace(BIRTH, case="opted_out")))
    (row,) = table.waiting()
    assert row.held == ("Gia đình đã nói không nhận thư",)
    ready = table.prepare([row], anyway="cứ in")
    assert ready.letters == ()
    assert "Không làm thư cho việc này" in ready.left_out[0]


def test_only_the_clerk_says_what_is_printed(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    assert [row.letter for row in table.waiting()] == [letter]
    assert table.printed_today() == ()
    table.printed([letter], copies=2)
    assert table.waiting() == ()
    (done,) = table.printed_today()
    assert (done.letter, done.printed, done.delivered) == (letter, "20/11/2026, 2 tờ", "")
    table.delivered([letter], "home", "good")
    assert table.book()[0].delivered == "20/11/2026, trao tại nhà"


def test_a_sheet_that_was_printed_under_a_wrong_name_comes_back_to_the_table_once_the_book_is_mended(
    desk: Desk, table: PrintDesk
) -> None:
    first = entered(desk.register.enter(BIRTH)).id
    second = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam"))).id
    (old,) = table.prepare(table.waiting()).letters
    table.printed([old])
    assert table.waiting([first]) == ()
    desk.register.amend(first, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    assert table.waiting() == ()
    assert table.printed_today()[0].again == printing.STALE
    (row,) = table.waiting([first])
    assert (row.covers, row.letter) == ((first, second), None)
    (new,) = table.prepare([row]).letters
    assert new != old
    assert "Nguyễn Trần Minh Ánh" in row.title
    assert [one.letter for one in table.waiting([first])] == [new]
    table.printed([new])
    assert table.waiting([first]) == ()


def test_a_sheet_before_printing_is_a_specimen_and_afterwards_the_archived_page(desk: Desk, table: PrintDesk) -> None:
    name = "H'Blươn Mlô Duôn Du Niê Kđăm Phúc An Khang Thịnh Vượng"
    entered(desk.register.enter(replace(BIRTH, child_name=name)))
    (row,) = table.waiting()
    before = table.sheet(row, "black")
    assert before.stops == ()
    assert any(note.startswith("Tên dài") for note in before.notes)
    (letter,) = table.prepare([row]).letters
    (row,) = table.waiting()
    after = table.sheet(row, "colour")
    assert after.pdf == desk.letters.pdf([letter])
    assert after.notes == before.notes
    assert after.code == ""


def test_a_letter_that_lacks_its_signatory_names_it(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    with desk.seat.work() as work:
        work.office.put("signatories", "[]")
        work.commit()
    (row,) = table.waiting()
    sheet = table.sheet(row, "black")
    assert (sheet.pdf, sheet.stops) == (b"", ("Thư còn thiếu: người ký",))
    assert table.prepare([row]).left_out == ("Nguyễn Trần Minh Anh: Thư còn thiếu: người ký",)


def test_the_bands_are_the_page_and_the_same_every_time(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    pdf = table.pdf([letter], "black")
    bands = list(bands_of(pdf, 0, 600, "black"))
    whole = pixels(pdf, 0, 600)
    assert [band.y for band in bands] == list(range(0, whole.height, 256))
    assert max(len(band.pixels) for band in bands) < 2_000_000
    together = b"".join(band.pixels for band in bands)
    assert len(together) == len(whole.pixels)
    assert together == b"".join(band.pixels for band in bands_of(table.pdf([letter], "black"), 0, 600, "black"))
    # Whole or in bands, only the grey of some edges differs: no pixel by a tenth of black, very few at all.
    moved = sum(a != b for a, b in zip(together[::7], whole.pixels[::7], strict=True))
    assert moved < len(together) / 7 / 500


def test_a_finer_printer_is_fed_600_dots_an_inch(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    first = next(iter(bands_of(table.pdf([letter], "black"), 0, 1200, "black")))
    assert first.width == 4961


def test_black_ink_has_no_colour_and_moves_nothing(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    colour, black = (picture(table.pdf([letter], ink), 96, "colour").pixels for ink in ("colour", "black"))
    assert black[0::3] == black[1::3] == black[2::3]
    assert colour[0::3] != colour[1::3]
    assert text_of(table.pdf([letter], "black")) == text_of(table.pdf([letter], "colour"))


def test_a_reprint_keeps_its_reason_at_home(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    first = table.pdf([letter], "black")
    table.printed([letter])
    assert table.pdf([letter], "black") == first
    table.printed([letter], reason="kẹt giấy")
    with desk.seat.reading() as reading:
        head, _ = reading.journal.head()
        homes = [part.body.decode() for part in reading.journal.home_parts(1, head)]
        lines = b"".join(reading.journal.slice(1, head)).decode()
    assert sum("kẹt giấy" in home for home in homes) == 1
    assert "kẹt giấy" not in lines


def test_each_printer_remembers_its_ink_and_offset(desk: Desk, table: PrintDesk, clock: Any) -> None:
    assert table.printers() == Printers()
    setup = PrinterSetup("colour", across=10, down=-5)
    table.remember(table.printers().used("Canon LBP2900", setup))
    again = table.printers()
    assert (again.last, again.of("Canon LBP2900"), again.of("Máy khác")) == ("Canon LBP2900", setup, PrinterSetup())
    (desk.seat.folder / FILE).write_text('{"last": 3', encoding="utf-8")
    assert table.printers() == again, "from the second copy"


def test_the_sheets_can_be_kept_as_a_file(desk: Desk, table: PrintDesk, tmp_path: Path) -> None:
    entered(desk.register.enter(BIRTH))
    (letter,) = table.prepare(table.waiting()).letters
    table.save_pdf([letter], "black", tmp_path / "thư.pdf")
    assert (tmp_path / "thư.pdf").read_bytes() == table.pdf([letter], "black")


def test_old_registrations_without_a_letter_do_not_fill_the_queue(desk: Desk, table: PrintDesk) -> None:
    old = entered(desk.register.enter(replace(BIRTH, born="05/03/2024", registered_on="10/03/2024"))).id
    assert table.waiting() == ()
    (asked,) = table.waiting(also=[old])
    assert asked.covers == (old,)
    table.printed(table.prepare([asked]).letters)
    assert table.waiting(also=[old]) == ()


def test_the_name_that_had_to_be_small_is_framed_and_a_short_one_is_not(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(BIRTH))
    long = "H'Blươn Mlô Duôn Du Niê Kđăm Phúc An Khang Thịnh Vượng"
    entered(desk.register.enter(replace(BIRTH, child_name=long, mother_name="Lê Thị Hoa")))
    short, framed = (table.sheet(row, "black") for row in table.waiting())
    assert short.name is None
    assert framed.name is not None
    left, top, wide, tall = framed.name
    assert 0.3 < left < 0.5
    assert 0.85 < left + wide < 0.955, "up to the last letter and not into the frame of the sheet"
    assert (top > 0.2, tall < 0.2) == (True, True)


def test_a_spoilt_symbol_is_told(desk: Desk, table: PrintDesk, tmp_path: Path) -> None:
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    id = entered(desk.register.enter(BIRTH)).id
    letter = desk.letters.prepare([id], Wish())
    assert isinstance(letter, Prepared)
    with desk.seat.reading() as reading:
        page = page_from(any_letter(reading, letter.letter).page)
    assert page.code is not None
    assert code_state(page, desk.letters.pdf([letter.letter])) == "read"
    last = "1" if page.code.link.endswith("0") else "0"
    other = replace(page, code=replace(page.code, link=f"{page.code.link[:-1]}{last}"))
    assert code_state(other, desk.letters.pdf([letter.letter])) == "unread"
