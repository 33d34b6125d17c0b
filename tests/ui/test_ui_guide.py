"""The guide: a page for every page of the window, in its own words and with its own keys, over what is half done."""

from __future__ import annotations

import re
from pathlib import Path

import house_rules as rules
import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_kit import Window

from common.guide_text import read_page, rich
from common.words import guide as said
from desk_app.app.loading import pages
from desk_app.services.guide import CARD, guide_page, guide_pages, page_on_paper, seek_pages, write_cards
from desk_app.ui.action import each_key, key_words
from desk_app.ui.actions import ACTIONS
from desk_app.ui.shell.guide import GuideWindow

FOLDER = rules.TOP / "resources" / "help"
DOORS = {"lock", "first-run", "take-back", "salvage"}
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md") if path.stem != "README"}
KEYS = {key_words(key) for action in ACTIONS for key in each_key(action.key) if key}
NAMED = {(action.words, action.shown_key) for action in ACTIONS}
NAMES = {action.words for action in ACTIONS}


def test_every_page_of_the_window_and_every_door_has_a_page_of_the_guide() -> None:
    assert {*pages(), *DOORS} - set(SOURCES) == set()


def test_the_contents_name_every_page_once_by_its_title() -> None:
    assert sorted(page.id for page in guide_pages()) == sorted(SOURCES)
    contents = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [p.id for p in guide_pages() if f"- [{p.title}]({p.id}.md)" not in contents] == []


def test_every_picture_of_the_guide_is_one_that_the_program_took_of_itself() -> None:
    for id, text in SOURCES.items():
        for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text):
            assert name.startswith("../../docs/pictures/window-"), id
            assert (FOLDER / name).is_file(), f"{id}: {name}"


@pytest.mark.parametrize("id", sorted(SOURCES))
def test_every_key_and_every_name_in_bold_is_one_of_the_table_of_actions(id: str) -> None:
    text = SOURCES[id]
    assert set(re.findall(r"`([^`]+)`", text)) <= KEYS | {"Esc", *"123456789"}
    assert set(re.findall(r"\*\*([^*]+)\*\*", text)) <= NAMES
    pairs = set(re.findall(r"\*\*([^*]+)\*\* (?:\| )?`([^`]+)`", text))
    pairs |= {(name, key) for key, name in re.findall(r"`([^`]+)` \| \*\*([^*]+)\*\*", text)}
    assert pairs <= NAMED


def test_the_guide_speaks_to_people_as_the_program_does() -> None:
    forbidden = re.compile(r"không hợp lệ|vui lòng|(?<!xin )\blỗi\b|!(?!\[)", re.IGNORECASE)
    assert [id for id, text in SOURCES.items() if forbidden.search(text)] == []


def test_a_card_fits_on_one_page_and_every_letter_of_it_is_there(tmp_path: Path) -> None:
    written = write_cards(tmp_path / "thẻ")
    assert len(written) == sum(id.startswith(CARD) for id in SOURCES) >= 6
    for path in written:
        document = pypdfium2.PdfDocument(path.read_bytes())
        assert len(document) == 1, path.name
    words = pypdfium2.PdfDocument(page_on_paper(guide_page("card-restore")))[0].get_textpage().get_text_range()
    assert "tám nhóm chữ" in " ".join(words.split())


def test_words_are_found_without_accents_and_titles_come_first() -> None:
    assert seek_pages("khoi phuc")[0].id == "take-back"
    assert "scanner" in [page.id for page in seek_pages("may quet")]
    assert seek_pages("không có ở đâu cả xyz") == ()


def test_a_page_is_read_into_blocks_and_nothing_in_it_is_taken_for_code() -> None:
    source = "# Tên\n\nMột\nhai.\n\n1. Bước\ndài\n2. Nữa\n\n- Điểm\n\n## Phần\n\n| a | b |\n|---|---|\n| c | d |"
    page = read_page("x", "Phần", source)
    assert [(block.kind, block.text) for block in page.blocks] == [
        ("paragraph", "Một hai."),
        ("step", "Bước dài"),
        ("step", "Nữa"),
        ("point", "Điểm"),
        ("heading", "Phần"),
        ("table", ""),
    ]
    assert page.blocks[-1].rows == (("a", "b"), ("c", "d"))
    assert rich("<b> **đậm** `F1`") == "&lt;b&gt; <b>đậm</b> <b>[F1]</b>"
    with pytest.raises(ValueError, match="no title"):
        read_page("x", "", "không tên")


def test_the_guide_opens_at_its_page_searches_and_prints(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1000, 640)
    printers = FilePrinters(tmp_path)
    guide = GuideWindow(window.around(), behind, "books", printers)
    guide.show()
    assert guide.page().id == "books"
    assert said.KEYS in guide.reading.toPlainText()
    assert "Khóa sổ…" in guide.reading.toPlainText()
    guide.search.setText("khong co dau xyz")
    assert guide.reading.toPlainText() == said.NOTHING
    assert not guide.print.isEnabled()
    guide.search.setText("may quet unikey")
    assert guide.page().id == "card-scanner"
    guide.print_page()
    qtbot.waitUntil(lambda: not window.jobs.busy and printers.jobs == 1)
    assert printers.sheets() == 1
