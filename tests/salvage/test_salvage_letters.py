"""What belonged to letters is read of a damaged register too: numbers, thanks and apologies, evidence of hand-overs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hand_clock import Clock
from python_calamine import CalamineWorkbook
from salvage_kit import ALBUM, DAY, EXCUSED, KEY, LETTERS, PAGE, THANKED, Made, overwrite

from common.paper.workbook import workbook
from common.words import salvage as said
from desk_app.db import letter_rows, rows
from desk_app.db.backup import look_into
from desk_app.db.journal import Entry
from desk_app.db.register import Register
from desk_app.db.salvage import gather
from desk_app.db.salvage_cells import TABLE_LEAF, kind_of, rows_of
from desk_app.db.salvage_lines import read_lines
from desk_app.db.salvage_pages import Pages, open_files
from desk_app.services.restoring import Ground
from desk_app.services.salvage import Found, salvage
from desk_app.services.salvage_letters import OfLetter, beside_letters
from desk_app.services.salvage_tables import sheets, summary

NUMBERS = ["01/TCM-UBND", "01/TCƠ-UBND", "01/TXL-UBND"]


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


def read(folder: Path) -> Found:
    return salvage(Ground(folder, Clock(), os.urandom), KEY, no_step)


def leaf_of(made: Made, text: str) -> int:
    """The page of tables on which a row holds this text, from 0."""
    file, log = open_files(made.folder, "register.db")
    assert file
    try:
        pages = Pages(file, log, made.data_key)
        return next(_leaves(pages, text)) - 1
    finally:
        file.close()


def _leaves(pages: Pages, text: str) -> Iterator[int]:
    for number in range(1, pages.count + 1):
        page = pages.page(number)
        if page and kind_of(number, page) == TABLE_LEAF and text in str(list(rows_of(number, page, pages.page))):
            yield number


def test_a_whole_register_tells_every_number_every_thanks_and_every_hand_over(damaged: Path) -> None:
    found = read(damaged)
    beside = found.beside
    assert [(one.number, one.on, one.sure, one.given_on) for one in beside.numbers] == [
        (number, DAY.isoformat(), True, "") for number in NUMBERS
    ]
    assert [one.letter.kind for one in beside.numbers] == ["birth", "thanks", "apology"]
    assert [(one.to, one.about, one.sure) for one in beside.courtesies] == [
        (f"Gia đình ông {THANKED}", "120 mét vuông đất vườn gia đình hiến tặng", True),
        (f"Bà {EXCUSED}", "tiếp đón ngày 19/11/2026: chứng thực bản sao", True),
    ]
    given, back = beside.handings
    assert (given.evidence, given.handed_on, given.returned_on, given.sure) == (ALBUM, DAY.isoformat(), "", True)
    assert (back.returned_on, back.returned_why) == (DAY.isoformat(), "Đi vắng dài ngày")
    assert said.beside_line(3, 2, 2) in summary(found)
    cells = CalamineWorkbook.from_filelike(BytesIO(workbook(sheets(found))))
    told = {name: cells.get_sheet_by_name(name).to_python() for name in cells.sheet_names[5:]}
    assert [(name, len(lines)) for name, lines in told.items()] == [
        (said.SHEET_NUMBERS, 4),
        (said.SHEET_COURTESIES, 3),
        (said.SHEET_HANDINGS, 3),
    ]
    day = f"{DAY:%d/%m/%Y}"
    assert told[said.SHEET_NUMBERS][2][:4] == [NUMBERS[1], day, "Thư cảm ơn", day]
    assert told[said.SHEET_COURTESIES][1][1:] == [
        "Thư cảm ơn",
        day,
        *told[said.SHEET_NUMBERS][2][4:5],
        beside.courtesies[0].about,
        "",
    ]
    assert told[said.SHEET_HANDINGS][2][3:] == ["", "Hội Liên hiệp Phụ nữ xã", ALBUM, day, "Đi vắng dài ngày", ""]


def test_numbers_whose_page_is_gone_are_told_by_the_journal_and_never_as_sure(made: Made, damaged: Path) -> None:
    overwrite(damaged, leaf_of(made, "'TXL-UBND'") * PAGE, os.urandom(PAGE))
    found = read(damaged)
    assert [(one.number, one.on, one.given_on, one.sure) for one in found.beside.numbers] == [
        (number, "", DAY.isoformat(), False) for number in NUMBERS
    ]
    assert [one.letter.kind for one in found.beside.numbers] == ["birth", "thanks", "apology"]
    note = sheets(found)[5].rows[0][-1]
    assert note == f"chỉ còn trong nhật ký, cấp ngày {DAY:%d/%m/%Y}; đối chiếu với sổ giấy"
    assert (len(found.beside.courtesies), len(found.beside.handings)) == (2, 2)


def test_a_name_and_an_album_changed_behind_the_seal_are_told_and_never_as_sure(made: Made, damaged: Path) -> None:
    end = PAGE - 80
    raw = (damaged / "register.db").read_bytes()
    for text, other in ((EXCUSED, EXCUSED.replace("n", "m")), (ALBUM, ALBUM.replace("17", "71"))):
        start = leaf_of(made, text) * PAGE
        cipher = Cipher(algorithms.AES(made.data_key), modes.CBC(raw[start + end : start + end + 16]))
        content = cipher.decryptor().update(raw[start : start + end]).replace(text.encode(), other.encode())
        overwrite(damaged, start, cipher.encryptor().update(content))
    found = read(damaged)
    beside = found.beside
    assert [(one.to.split(" ")[-1], one.sure) for one in beside.courtesies] == [("Sơn", False), ("Vâm", False)]
    assert {(one.evidence[:6], one.sure) for one in beside.handings} == {("ảnh 71", False)}
    assert {sheet.rows[0][-1] for sheet in sheets(found)[6:]} == {said.UNSURE_LETTER}
    assert all(one.sure for one in beside.numbers)


@pytest.mark.parametrize("first_page", ["whole", "gone"])
def test_a_letter_that_the_law_had_erased_keeps_its_number_alone(made: Made, damaged: Path, first_page: str) -> None:
    register = Register.open(damaged, made.data_key, os.urandom)
    with register.work() as work:
        kept = work.letters.get(LETTERS)
        assert kept
        work.journal.append(Entry("erased", DAY, kept.subject, 1, {}))
        work.letters.erase_page(LETTERS)
        work.journal.forget(kept.subject)
        work.drafts.keep("d2", "thanks", "{}", "2026-11-20T09:00:01")
        work.commit()
    register.close()
    if first_page == "gone":
        overwrite(damaged, 0, bytes(PAGE))
    found = read(damaged)
    assert EXCUSED not in repr(found)
    assert [len(some) for some in (found.beside.courtesies, found.beside.handings)] == [1, 1]
    assert [one.number for one in found.beside.numbers] == NUMBERS
    assert {one.sure for one in found.beside.numbers} == {first_page == "whole"}
    assert "Thư cảm ơn" in [row[0] for row in sheets(found)[4].rows], "thanks half typed are no thing unknown"


def test_without_a_letters_row_its_number_stays_and_its_names_do_not_rise_once_something_was_erased(
    made: Made,
) -> None:
    gathered = gather(made.folder, made.data_key, no_step)
    lines = read_lines(gathered, None)
    holed = replace(gathered, tables={**gathered.tables, "letters": {}}, subjects=())
    beside = beside_letters(holed, lines)
    assert [(one.number, one.letter, one.sure) for one in beside.numbers] == [
        (number, OfLetter(), False) for number in NUMBERS
    ]
    assert [one.letter.kind for one in beside.courtesies] == ["thanks", "apology"]
    assert not any(one.sure for one in (*beside.courtesies, *beside.handings))
    erased = beside_letters(holed, replace(lines, erased=frozenset({"0" * 32})))
    assert (erased.courtesies, erased.handings, len(erased.numbers)) == ((), (), 3)
    without = {id: row for id, row in gathered.rows(rows.letters).items() if id != LETTERS}
    one_gone = beside_letters(replace(gathered, tables={**gathered.tables, "letters": without}), lines)
    assert one_gone.numbers[-1].letter.kind == "apology", "the index of subjects and the journal still name it"


def test_a_copy_is_believed_only_with_all_that_belongs_to_letters(made: Made, damaged: Path) -> None:
    counts = look_into(damaged / "register.db", made.data_key).counts
    told = {
        name: counts[name] for name in ("courtesies", "letter_numbers", "handings", "letter_wishes", "letter_backs")
    }
    assert list(told.values()) == [2, 3, 2, told["letter_wishes"], 0]
    assert told["letter_wishes"] > 0


def test_the_shapes_of_the_tables_beside_letters_are_those_of_the_schema() -> None:
    tables = (letter_rows.numbers, letter_rows.courtesies, letter_rows.handings)
    assert [len(table.columns) for table in tables] == [5, 2, 5]
