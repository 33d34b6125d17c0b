"""Birth, marriage and death through the real window by keys alone: typed, saved, printed, counted, handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from window_clerk import ALT, CTRL, Clerk, until

from test_ui_printer import bands_in  # isort: skip

from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_desk import PrintDesk, bands_of
from desk_app.services.today import Today

MOTHER = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã Xuân Định|20062021"
FATHER = "001095000003||Nguyễn Văn Bình|02051995|Nam|Thôn Bến Trà, Xã Xuân Định|20062021||||"
ELDER = "001040000004||Đặng Văn Khoan|01011940|Nam|Thôn Đông Hạ, Xã Xuân Định|20062021||||"
CHILD = {"child_name": "Nguyễn Trần Minh Anh", "born": "9/11", "sex": "female"}
MOST_STROKES = 60
READING_DPI = 150


@pytest.fixture
def inside(clerk: Clerk, tmp_path: Path) -> Iterator[Clerk]:
    """A clerk who has unlocked the window."""
    clerk.unlock()
    yield clerk
    clerk.leave(tmp_path / "keys.tsv")


def codes_on(paper: Path) -> list[str]:
    """What a telephone reads from the printed sheets."""
    document = pypdfium2.PdfDocument(paper)
    frames = [page.render(scale=READING_DPI / 72, grayscale=True) for page in document]
    pictures = [Image.frombytes("L", (frame.width, frame.height), bytes(frame.buffer)) for frame in frames]
    document.close()
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def letter_of(clerk: Clerk, registration: int) -> Prepared:
    """The archived letter of a registration."""
    letter = clerk.desk.letters.prepare([registration], Wish())
    assert isinstance(letter, Prepared)
    assert letter.again, "it was archived before it was printed"
    return letter


def words_of(pdf: bytes) -> str:
    """The words of a letter."""
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def print_and_count(clerk: Clerk) -> None:
    """From Ctrl+P in the form to the counted sheet."""
    clerk.press(Qt.Key.Key_P, CTRL)
    until(lambda: clerk.page() == "printing", f"the form stays: {clerk.told()}")
    clerk.print_here()
    clerk.all_here()


def hand_over(clerk: Clerk, answers: str) -> None:
    """Hôm nay, the queue of printed letters, all of them, with the numbers of the answers."""
    clerk.open_page(1)
    clerk.press(Qt.Key.Key_2, text="2")
    clerk.press(Qt.Key.Key_A, CTRL)
    clerk.press(Qt.Key.Key_T, CTRL)
    clerk.keys.characters(answers)
    clerk.enter()


def test_a_birth_with_two_cards_takes_at_most_sixty_keys_from_ctrl_n_to_the_counted_sheet(
    inside: Clerk, record_testsuite_property: Callable[[str, object], None]
) -> None:
    since = len(inside.log.strokes)
    inside.begin("birth")
    inside.fill(CHILD)
    inside.scan(MOTHER, "F6")
    inside.scan(FATHER, "F7")
    inside.press(Qt.Key.Key_F8)
    print_and_count(inside)
    record_testsuite_property("keys: birth with two cards", inside.log.by_hand(since))
    assert inside.log.by_hand(since) <= MOST_STROKES, inside.log.strokes[since:]
    kept = inside.desk.register.show(1).registration
    names = [person.name.text for person in kept.people()]
    assert names == [CHILD["child_name"], "Trần Thị Ngọc Lan", "Nguyễn Văn Bình"]
    assert (kept.happened_on.iso(), kept.declarant and kept.declarant.relation) == ("2026-11-09", "Mẹ")
    letter = letter_of(inside, 1)
    pdf = PrintDesk(inside.desk.seat).pdf([letter.letter], "black")
    assert "NGUYỄN TRẦN MINH ANH" in words_of(pdf)
    printers = inside.printers
    assert bands_in(printers.paper(), 0)[0] == b"".join(band.pixels for band in bands_of(pdf, 0, printers.dpi, "black"))
    assert codes_on(inside.printers.paper()) == [letter.link]
    assert inside.desk.reports.report("2026-11").letters["birth"]["printed"] == 1


def test_a_marriage_of_two_cards_is_printed_with_both_names_and_handed_over(inside: Clerk) -> None:
    inside.begin("marriage")
    inside.scan(FATHER, "F6")
    inside.scan(MOTHER, "F7")
    print_and_count(inside)
    letter = letter_of(inside, 1)
    text = words_of(inside.desk.letters.pdf([letter.letter]))
    assert "NGUYỄN VĂN BÌNH" in text
    assert "TRẦN THỊ NGỌC LAN" in text
    assert codes_on(inside.printers.paper()) == [letter.link]
    hand_over(inside, "16")
    counted = inside.desk.reports.report("2026-11")
    assert counted.letters["marriage"]["delivered"] == 1
    assert counted.reactions == {"good": 1, "bad": 0, "none": 0}


def test_a_death_is_printed_without_a_code_and_leaves_every_queue_when_the_family_has_it(inside: Clerk) -> None:
    inside.begin("death")
    inside.scan(ELDER, "F6")
    inside.fill({"died_on": "15/11", "declarant_relation": "con gái"})
    print_and_count(inside)
    letter = letter_of(inside, 1)
    assert "Đặng Văn Khoan".upper() in words_of(inside.desk.letters.pdf([letter.letter])).upper()
    assert (letter.link, codes_on(inside.printers.paper())) == ("", [])
    hand_over(inside, "2")
    assert inside.desk.reports.report("2026-11").letters["death"]["delivered"] == 1
    assert {queue.id: queue.count for queue in Today(inside.desk.seat).view().queues}["hand"] == 0


class Windows(QObject):
    """What comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_and_takes_the_keys(inside: Clerk, qapp: QApplication) -> None:
    watch = Windows()
    qapp.installEventFilter(watch)
    for page in (1, 2, 3, 5, 7, 8):
        inside.press(Qt.Key(Qt.Key.Key_0 + page), ALT)
        assert watch.shown == [], inside.page()
        assert inside.door.frame.isActiveWindow()
    for event in ("birth", "marriage", "death"):
        inside.begin(event)
    qapp.removeEventFilter(watch)
    assert set(watch.shown) <= {"QMenu"}


def test_names_from_an_input_method_cost_the_same_keys_and_arrive_whole(inside: Clerk) -> None:
    inside.begin("birth")
    inside.keys.composing = True
    since = len(inside.log.strokes)
    inside.keys.write("Đặng Thị Ngưỡng")
    assert inside.log.by_hand(since) == len("Ddawngj Thij Nguowngx")
    inside.keys.composing = False
    inside.enter()
    inside.fill({"born": "9/11/2026"})
    inside.open_page(1)
    (draft,) = inside.desk.drafts.unfinished()
    assert draft.draft.child_name == "Đặng Thị Ngưỡng"  # type: ignore[union-attr]
