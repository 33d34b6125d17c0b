"""The PDF read back by other programs: same text, one page, fonts inside, the same bytes every time."""

import re
import unicodedata

import pypdfium2
import pytest
from letter_orders import CASES, INKS, usual_birth, usual_death, usual_marriage

from desk_app.letters.compose import compose
from desk_app.letters.draw import CannotDraw, draw
from desk_app.letters.raster import pixels
from desk_app.letters.setpage import Face, SetPage, page_bytes, page_from
from desk_app.letters.stock import Stock

ALL = [f"{name}-{ink}" for name in CASES for ink in INKS]
MM = 72 / 25.4


def read_text(pdf: bytes, page: int = 0) -> str:
    """The text of a page as pdfium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Text without any white space: where lines end is the reader's guess."""
    return "".join(text.split())


def test_every_case_of_the_design_can_be_set(pages: dict[str, SetPage]) -> None:
    assert sorted(pages) == sorted(ALL)


@pytest.mark.parametrize("name", ALL)
def test_the_text_read_back_is_the_text_of_the_set_page(
    name: str, pages: dict[str, SetPage], sheets: dict[str, bytes]
) -> None:
    text = read_text(sheets[name])
    # pdfium reads a hyphen at a line's end as U+FFFE.
    assert squeezed(text).replace("\ufffe", "-") == squeezed(pages[name].text)
    assert unicodedata.is_normalized("NFC", text)


def test_names_with_lifted_marks_are_read_back_in_one_piece(sheets: dict[str, bytes]) -> None:
    text = read_text(sheets["birth-sixty-colour"])
    assert "Y ɃĬ Ơ̆Ĭ ÊČĂM MLÔ DUÔN DU NIÊ" in text


def test_words_stay_words_in_justified_lines(sheets: dict[str, bytes]) -> None:
    text = " ".join(read_text(sheets["birth-usual-colour"]).split())
    assert "Từ hôm nay, quê hương có thêm một mầm xanh để yêu thương, một tiếng trẻ bi bô làm ấm cả xóm làng." in text


@pytest.mark.parametrize("name", ALL)
def test_a_letter_is_one_page_of_a5_landscape_or_of_a4_upright(name: str, sheets: dict[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(sheets[name])
    size = document[0].get_size()
    pages = len(document)
    document.close()
    assert pages == 1
    tall = 297 if name.startswith(("official", "apology")) else 148
    assert size == pytest.approx((210 * MM, tall * MM), abs=0.01)


@pytest.mark.parametrize("name", ALL)
def test_every_font_is_embedded(name: str, pages: dict[str, SetPage], sheets: dict[str, bytes]) -> None:
    pdf = sheets[name]
    descriptors, embedded = pdf.count(b"/Type /FontDescriptor"), pdf.count(b"/FontFile2")
    named = {part.decode() for part in re.findall(rb"/BaseFont /[A-K]{6}\+([\w-]+)", pdf)}
    assert descriptors == embedded == pdf.count(b"/BaseFont")
    assert b"/Helvetica" not in pdf
    assert named == {face.font for face in pages[name].faces}


@pytest.mark.parametrize("name", ALL)
def test_the_archived_bytes_draw_the_very_same_file(
    name: str, pages: dict[str, SetPage], sheets: dict[str, bytes], stock: Stock
) -> None:
    again = draw([page_from(page_bytes(pages[name]))], stock)
    assert again == sheets[name]


def test_a_pile_of_letters_is_one_file_with_a_page_each(
    pages: dict[str, SetPage], sheets: dict[str, bytes], stock: Stock
) -> None:
    names = ["birth-usual-colour", "marriage-usual-colour", "death-usual-colour", "birth-sixty-colour"]
    pile = draw([pages[name] for name in names], stock)
    assert len(pile) < sum(len(sheets[name]) for name in names)
    for number, name in enumerate(names):
        assert pixels(pile, number, 60) == pixels(sheets[name], 0, 60)


def test_black_ink_prints_no_colour(sheets: dict[str, bytes]) -> None:
    for name in ("birth-usual-black", "marriage-usual-black", "death-usual-black"):
        document = pypdfium2.PdfDocument(sheets[name])
        picture = document[0].render(scale=1).to_pil().convert("RGB")
        document.close()
        assert all(max(colour) == min(colour) for _, colour in picture.getcolors(1 << 16))


def test_no_ink_comes_nearer_to_the_edge_than_5_mm(sheets: dict[str, bytes]) -> None:
    for name in ("birth-sixty-black", "marriage-worst-black", "death-worst-black"):
        image = pixels(sheets[name], 0, 100)
        margin = 5 * 100 / 25.4
        rows = [image.pixels[y * image.width : (y + 1) * image.width] for y in range(image.height)]
        inked = [y for y, row in enumerate(rows) if min(row) < 250]
        across = [x for x in range(image.width) if min(row[x] for row in rows) < 250]
        assert margin <= inked[0]
        assert inked[-1] < image.height - margin
        assert margin <= across[0]
        assert across[-1] < image.width - margin


def test_a_page_of_another_font_file_is_not_drawn(pages: dict[str, SetPage], stock: Stock) -> None:
    page = pages["death-usual-colour"]
    faces = (*page.faces[:-1], Face(page.faces[-1].font, "0" * 16))
    with pytest.raises(CannotDraw) as refused:
        draw([page_from(page_bytes(_with(page, faces=faces)))], stock)
    assert refused.value.what == page.faces[-1].font


def test_a_page_of_another_ornament_is_not_drawn(pages: dict[str, SetPage], stock: Stock) -> None:
    page = pages["death-usual-colour"]
    other = _with(page.ornaments[1], version="0" * 12)
    with pytest.raises(CannotDraw, match="sen-trang"):
        draw([_with(page, ornaments=(page.ornaments[0], other))], stock)


@pytest.mark.parametrize("make", [usual_birth, usual_marriage, usual_death])
def test_the_title_of_the_file_names_no_person(make, stock: Stock) -> None:  # type: ignore[no-untyped-def]
    composed = compose(make(), stock).value
    assert composed is not None
    document = pypdfium2.PdfDocument(draw([composed.page], stock))
    title = document.get_metadata_value("Title")
    document.close()
    assert title == composed.page.title
    assert title in ("Thư chúc mừng khai sinh", "Thư chúc mừng kết hôn", "Thư chia buồn")


def _with(value, **changes):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(value, **changes)
