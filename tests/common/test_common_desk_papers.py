"""The papers of the desk, read back: their words, their pages, their size, their fonts, whatever names they carry."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from common.paper.envelope import Envelope, envelopes_pdf
from common.paper.fonts import Fonts
from common.paper.listed_sheet import ListedSheet, listed_pdf
from common.paper.name_order import Called, NameOrder, name_order_pdf
from common.paper.opinion_slip import opinion_slips_pdf
from common.paper.wall_sheet import Board, Notice, board_pdf, notice_pdf
from common.questions import read_question_sets
from common.words import desk_papers as said
from common.words.slips import agency
from common.words.syllables import is_syllable, reading

AGENCY, DATED = agency("xã An Liên"), "An Liên, ngày 20 tháng 11 năm 2026"
SETS = read_question_sets(Path(__file__).resolve().parents[2] / "resources" / "questions")
LONGEST = "H’Blươn Mlô Duôn Du Niê Kđăm Phúc An Khang Thịnh Vượng Bảo Ngọc"
WIDTHS = (12.0, 62.0, 46.0, 22.0, 36.0)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(Path(__file__).resolve().parents[2] / "resources" / "fonts")


def pages(raw: bytes) -> list[str]:
    with pypdfium2.PdfDocument(raw) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def size(raw: bytes) -> list[int]:
    with pypdfium2.PdfDocument(raw) as document:
        return [round(side / 72 * 25.4) for side in document[0].get_size()]


def lowest(raw: bytes) -> float:
    """How far the lowest name stands over the lower edge of its page, in mm; page numbers stand at the right."""
    with pypdfium2.PdfDocument(raw) as document:
        texts = [one for page in document for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
        return min(one.get_bounds()[1] for one in texts if one.get_bounds()[0] < 300) / 72 * 25.4


def listed(rows: list[tuple[str, ...]]) -> ListedSheet:
    return ListedSheet(AGENCY, DATED, said.SIGNS_TITLE, "Hội trường", said.SIGNS_HEAD, WIDTHS, rows)


def called(names: tuple[str, ...], count: int) -> NameOrder:
    turns = [Called(at, names, tuple(reading(name) for name in names)) for at in range(1, count + 1)]
    return NameOrder(AGENCY, DATED, "LỄ TRAO", "Hội trường", turns)


def board(figure: str) -> Board:
    lines = (("Chờ lâu.", "Mở thêm quầy."), ("", ""), ("Ghế cứng. " * 16, LONGEST))
    return Board(AGENCY, DATED, "XÃ ĐÃ SỬA GÌ", "Quý IV", said.board_labels("Xã"), lines, figure, said.BOARD_NOTE)


def test_sixty_couples_sign_under_a_head_on_every_page_and_pages_are_numbered(fonts: Fonts) -> None:
    rows = [(str(at), f"Anh {LONGEST}\nvà chị {LONGEST}", "Chúc mừng", "21/11/2026", "") for at in range(1, 61)]
    told = pages(listed_pdf([listed(rows)], fonts))
    assert len(told) == 4
    assert all("STT Người nhận Thư Ngày Ký nhận" in page and f"Trang {at}/4" in page for at, page in enumerate(told, 1))
    assert sum(page.count(LONGEST.split()[0]) for page in told) == 120
    (empty,) = pages(listed_pdf([listed([])], fonts))
    assert "Trang" not in empty


def test_a_couple_is_never_divided_between_two_pages_and_nobody_is_forgotten(fonts: Fonts) -> None:
    raw = name_order_pdf(called((LONGEST, "Y Thịnh Niê"), 60), fonts)
    told = pages(raw)
    assert lowest(raw) > 15, "mm over the foot of the page"
    assert [page.count("H’Blươn") for page in told] == [page.count("I Thịnh Ni-ê") for page in told]
    assert sum(page.count("Y Thịnh Niê") for page in told) == 60
    assert "đọc là" in told[0]
    assert pages(name_order_pdf(called((), 0), fonts))[0].endswith(said.NOBODY)


def test_an_envelope_names_the_recipient_and_no_address_unless_there_is_one(fonts: Fonts) -> None:
    to = ("Anh Lê Hoàng Nam", "và chị Phan Thị Thu Thủy")
    raw = envelopes_pdf(AGENCY, [Envelope(to), Envelope(to, "thôn Đông, xã An Liên")], fonts, said.ENVELOPE)
    assert size(raw) == [229, 162]
    plain, home = pages(raw)
    assert plain == f"ỦY BAN NHÂN DÂN XÃ AN LIÊN {' '.join(to)}"
    assert home == f"{plain} thôn Đông, xã An Liên"


def test_four_slips_ask_the_same_and_nothing_but_what_was_agreed(fonts: Fonts) -> None:
    (told,) = pages(opinion_slips_pdf(AGENCY, fonts, SETS.newest("service-3")))
    asked = ("Rất hài lòng", "Chưa hài lòng", said.OPINION_CALL, said.OPINION_CODE, "Không cần ghi tên.", "service-3/1")
    assert [told.count(words) for words in asked] == [4] * 6


@pytest.mark.parametrize("id", SETS.ids)
def test_a_long_slip_asks_every_question_of_its_set_and_nothing_runs_into_anything(id: str, fonts: Fonts) -> None:
    questions = SETS.newest(id)
    for every, copies in ((True, 2), (False, 4)):
        raw = opinion_slips_pdf(AGENCY, fonts, questions, every)
        (told,) = pages(raw)
        asked = questions.questions if every else (questions.overall,)
        for choice in (choice for question in asked for choice in question.choices if question.code != "attitude"):
            assert told.count(choice.say()) >= copies
        assert told.count(questions.mark) == copies
        assert not overlapping(raw)


def overlapping(raw: bytes) -> list[str]:
    """Pairs of words that stand on each other."""
    with pypdfium2.PdfDocument(raw) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
    return [
        f"{one} {other}"
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 2
    ]


def test_the_wall_says_no_share_under_five_answers(fonts: Fonts) -> None:
    few, enough = said.board_figure(3, 4, enough=False), said.board_figure(36, 41, enough=True)
    assert ("%" in few, "chưa đủ số liệu" in few) == (False, True)
    (told,) = pages(board_pdf(board(enough), fonts))
    assert "36 trong 41 góp ý ở mức hài lòng trở lên: 88%, khoảng 74 đến 95%" in told
    assert told.count("Bà con nói") == told.count("Xã đã") == 3


PAPERS = {
    "list": lambda fonts: listed_pdf([listed([("1", LONGEST, "", "", "")])], fonts),
    "names": lambda fonts: name_order_pdf(called((LONGEST,), 3), fonts),
    "envelope": lambda fonts: envelopes_pdf(AGENCY, [Envelope((LONGEST,))], fonts, said.ENVELOPE),
    "slips": lambda fonts: opinion_slips_pdf(AGENCY, fonts, SETS.newest("service-3")),
    "board": lambda fonts: board_pdf(board("4"), fonts),
    "notice": lambda fonts: notice_pdf(
        Notice(
            AGENCY, DATED, said.NOTICE_TITLE, "", said.notice_sections("xã An Liên", False, said.ask_whom("", "", ""))
        ),
        fonts,
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_font_is_embedded_the_bytes_repeat_and_one_page_is_enough(paper: str, fonts: Fonts) -> None:
    raw = PAPERS[paper](fonts)
    assert raw == PAPERS[paper](fonts)
    assert raw.count(b"/FontFile2") == len(re.findall(rb"/Type /FontDescriptor", raw)) == raw.count(b"/BaseFont")
    assert len(pages(raw)) == 1


def test_letters_that_one_cut_lacks_come_from_another_and_those_of_none_are_left_to_a_hand(fonts: Fonts) -> None:
    raw = envelopes_pdf(AGENCY, [Envelope(("Софья 王 Trần",))], fonts, said.ENVELOPE)
    assert pages(raw)[0].endswith("Софья … Trần")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lê Hoàng Nam", ""),
        ("Y Thịnh Niê", "I Thịnh Ni-ê"),
        ("H’Loan Ayŭn", "Hơ Loan A-yun"),
        ("H'Hen NIÊ", "Hơ Hen Ni-ê"),
        ("Nguyễn Thị Giếng", ""),
        ("Huỳnh Quốc Khuyên", ""),
        ("H’Blươn Mlô", None),
        ("K'Brôi", None),
        ("Sophie Marchand", None),
        ("Thạch Sô Rươl", None),
    ],
)
def test_a_name_is_read_only_where_every_syllable_is_sure(name: str, told: str | None) -> None:
    assert reading(name) == told


def test_words_of_other_languages_are_no_syllables() -> None:
    assert [word for word in ("Jean", "Krông", "Anna", "Rose", "wa", "Ayŭn") if is_syllable(word)] == []
