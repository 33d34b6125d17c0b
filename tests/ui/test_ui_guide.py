"""The guide: a page for every page of the window, in its own words and with its own keys, over what is half done."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import house_rules as rules
import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Window

import common.words
from common.guide_text import read_page, rich
from common.words import first_run, lock, settings_page, slips, trial_sheet
from common.words import guide as said
from common.words.actions import MENUS
from desk_app import paths
from desk_app.app.loading import pages
from desk_app.services.guide import CARD, guide_page, guide_pages, page_on_paper, seek_pages, write_cards
from desk_app.ui.action import each_key, key_words
from desk_app.ui.actions import ACTIONS
from desk_app.ui.shell.guide import GuideWindow
from desk_app.ui.theme.look import dress, wear
from desk_app.ui.theme.tokens import HEIGHT

FOLDER = rules.TOP / "resources" / "help"
DOORS = {"lock", "first-run", "take-back", "salvage"}
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md") if path.stem != "README"}
LOCK = {
    (name, lock.KEYS[which])
    for name, which in (
        (lock.FORGOT_PASSWORD, "forgot"),
        (lock.CHANGE_PERSON, "change"),
        (lock.TAKE_BACK, "take-back"),
        (lock.SALVAGE, "salvage"),
        (lock.PRACTISE, "practise"),
    )
}
AT_FIRST = {(first_run.TAKE_BACK, "F6"), (first_run.PRINT, "Ctrl+P"), (first_run.PLAY, "F8")}
KEYS = {key_words(key) for action in ACTIONS for key in each_key(action.key) if key}
KEYS |= {key for _, key in LOCK} | set(settings_page.KEYS.values())
BARE = {"Esc", "Tab", "Shift+Tab", *"123456789SHTCXG"}
"""Keys of rows, menus and the ways between them, which no action needs to name."""
OF_WINDOWS = {"Ctrl+Shift", "Windows+R", "Caps Lock"}
IN_MENUS = {(MENUS[action.menu].replace("&", ""), action.words.rstrip("…")) for action in ACTIONS if action.menu}
MENU = re.compile(rf"\b({'|'.join(sorted({menu for menu, _ in IN_MENUS}))}), ([^,.:;()…]+)")
QUOTED = re.compile(r'"([^"\n]+)"')
PAGES = rules.TOP / "district" / "web" / "templates"


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


@cache
def on_screens() -> frozenset[str]:
    """Everything that the program, the pages of the office above and the installer say: words of `common/words` and of
    actions, without the dots of a question to come."""
    said_here: set[str] = {action.words for action in ACTIONS}
    for one in pkgutil.iter_modules(common.words.__path__):
        said_here |= set(strings(vars(importlib.import_module(f"common.words.{one.name}"))))
    for page in PAGES.glob("*.html"):
        written = page.read_text(encoding="utf-8")
        said_here |= {text.strip() for text in re.split(r"<[^>]*>|\{[^}]*\}", written)} | set(QUOTED.findall(written))
    tabs = (rules.TOP / "district" / "web" / "tabs.py").read_text(encoding="utf-8")
    installer = (rules.TOP / "packaging" / "words.nsh").read_text(encoding="utf-8")
    said_here |= {*QUOTED.findall(tabs), *QUOTED.findall(installer.replace('"&', '"'))}
    return frozenset(text.rstrip("….") for text in said_here)


def strings(value: object) -> Iterator[str]:
    """Every string that a value holds, in its tuples and tables too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from strings(one)


def keys_of(name: str, id: str, everywhere: bool = False) -> set[str]:
    """The keys of the actions of this name that work on this page, or on any. A page of the guide that is no page of
    the window speaks of all."""
    anywhere = everywhere or id not in {*pages(), *DOORS}
    fits = [action for action in ACTIONS if anywhere or not action.here or action.page == id]
    keyed = {(action.words.rstrip("…"), key_words(key)) for action in fits for key in each_key(action.key)} | LOCK
    return {key for other, key in keyed if not name or other == name}


def told_pairs(text: str) -> set[tuple[str, str]]:
    """Every name that the guide says together with its key, either way round."""
    pairs = set(re.findall(r"\*\*([^*]+?)…?\*\* (?:\| )?`([^`]+)`", text))
    return pairs | {(name, key) for key, name in re.findall(r"`([^`]+)` \| \*\*([^*]+?)…?\*\*", text)}


@pytest.mark.parametrize("id", sorted(SOURCES))
def test_every_key_in_the_guide_is_a_key_of_its_page(id: str) -> None:
    assert set(re.findall(r"`([^`]+)`", SOURCES[id])) - KEYS - BARE - OF_WINDOWS == set()
    loose = re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)+\S|\bF\d{1,2}\b", re.sub(r"`[^`]+`", "", SOURCES[id]))
    assert loose == [], "a key stands between backticks, so that it is seen and held against the table"


@pytest.mark.parametrize("id", sorted(SOURCES))
def test_every_name_in_bold_stands_on_a_screen_and_has_the_key_that_is_told(id: str) -> None:
    named = {name.rstrip("…") for name in re.findall(r"\*\*([^*]+)\*\*", SOURCES[id])}
    assert named - on_screens() == set()
    for name, key in told_pairs(SOURCES[id]) - AT_FIRST:
        assert key in (keys_of(name, id) or keys_of("", id) | keys_of(name, id, everywhere=True)), (name, key)


def test_every_way_through_a_menu_that_is_told_anywhere_is_there() -> None:
    texts = [*SOURCES.values(), *map("".join, [*strings(vars(trial_sheet)), *strings(vars(slips))])]
    told = {
        (menu, name.strip())
        for text in texts
        for menu, name in MENU.findall(text.replace("*", ""))
        if name[0].isupper()
    }
    found = {pair for pair in told if any(pair[0] == menu and pair[1].startswith(name) for menu, name in IN_MENUS)}
    assert told - found == set()


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


def parts() -> list[str]:
    """The parts of the contents in their order, no page of which is called the same."""
    return list(dict.fromkeys(page.part for page in guide_pages()))


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
    shown = [guide.pages.item(row).text() for row in range(guide.pages.count())]
    assert [each for each in shown if each in {page.part for page in guide_pages()}] == parts()
    for _ in shown:
        qtbot.keyClick(guide.pages, Qt.Key.Key_Up)
    assert guide.page().id == guide_pages()[0].id
    for _ in shown:
        qtbot.keyClick(guide.pages, Qt.Key.Key_Down)
    assert guide.page().id == guide_pages()[-1].id
    guide.search.setText("khong co dau xyz")
    assert guide.reading.toPlainText() == said.NOTHING
    assert not guide.print.isEnabled()
    guide.search.setText("the may quet unikey")
    assert guide.page().id == "card-scanner"
    guide.print_page()
    qtbot.waitUntil(lambda: not window.jobs.busy and printers.jobs == 1)
    assert printers.sheets() == 1


def test_rows_of_the_list_are_as_high_as_those_of_a_table_and_long_titles_are_read_whole(
    window: Window, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1000, 640)
    wear(behind)
    pages = (guide := GuideWindow(window.around(), behind)).pages
    guide.show()
    qapp.processEvents()
    high = {
        pages.item(row).text(): pages.visualItemRect(pages.item(row)).height()
        for row in range(pages.count())
        if pages.item(row).flags()
    }
    usual, longest = min(high.values()), max(high, key=len)
    assert usual == HEIGHT["row"]
    assert high[longest] > usual, "a title longer than the list stands on two lines"
    assert pages.horizontalScrollBar().maximum() == 0
