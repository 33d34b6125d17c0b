"""Papers on which a part is missing, or stands where it seldom does: each is still whole, and tells what it has."""

from __future__ import annotations

import ctypes
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from reportlab.lib.units import mm

from common.guide_text import read_page
from common.paper import docx_parts
from common.paper.evidence_sheet import IndexSheet, index_pdf
from common.paper.flow import BOTTOM, Flow
from common.paper.fonts import Fonts
from common.paper.guide_sheet import guide_pdf
from common.paper.listed_sheet import _SIZES, ListedSheet, listed_pdf
from common.paper.office_docx import OfficeDocument
from common.paper.opinion_sheet import OpinionPaper, opinion_pdf
from common.paper.privacy_sheet import PrivacySheet, Section, privacy_pdf
from common.paper.session_sheet import SessionPaper, session_docx, session_pdf
from common.paper.sheet import Heading
from common.paper.survey_slip import AskedOnPaper, SurveySlip, survey_slips_pdf
from common.paper.wall_sheet import Notice, notice_pdf
from common.words import flags, reports

FONTS = Fonts(Path(__file__).parents[2] / "resources" / "fonts")
HEADING = Heading("tỉnh Nam Hải", "xã An Liên", "An Liên, ngày 20 tháng 11 năm 2026")
AGENCY, DATED = ("ỦY BAN NHÂN DÂN", "XÃ AN LIÊN"), "An Liên, ngày 20 tháng 11 năm 2026"


def pages(raw: bytes) -> list[str]:
    """The words of every page."""
    with pypdfium2.PdfDocument(raw) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def opened(raw: bytes) -> Any:
    """A document as Word would open it."""
    return docx.Document(BytesIO(raw))


def is_kept(row: Any) -> bool:
    """Whether a row of a table stays on the page of what follows."""
    return all(each.paragraph_format.keep_with_next for cell in row.cells for each in cell.paragraphs)


def test_a_face_that_does_not_ship_is_unknown_and_a_space_has_no_shape() -> None:
    with pytest.raises(KeyError):
        FONTS.face("ComicSans")
    assert FONTS.box(" ", "EBGaramond") == (0, 0, 0, 0)
    assert FONTS.box("a", "EBGaramond")[3] > 300


def test_nothing_of_the_librarys_own_specimen_is_left() -> None:
    specimen = docx.Document()
    specimen.add_paragraph("Specimen")
    docx_parts.bare(specimen)
    assert [each.tag.rpartition("}")[2] for each in specimen.element.body] == ["sectPr"]


@pytest.mark.parametrize(("last", "kept"), [("", [False, True, True]), ("Hết.", [False, False, False])])
def test_the_last_rows_of_a_long_table_stay_with_who_signs_only_where_nothing_stands_between(
    last: str, kept: list[bool]
) -> None:
    document = OfficeDocument("Biên bản")
    document.letterhead(HEADING, "")
    document.table(("Tên", "Số"), (100, 62), [("An Liên", str(n)) for n in range(12)], total=False)
    if last:
        document.paragraph(last)
    document.signatures((("CHỦ TỊCH", "(ký)", "Lê An"), ("THƯ KÝ", "(ký)", "Lê Bình")))
    written = opened(document.finish())
    assert [is_kept(row) for row in written.tables[1].rows[-3:]] == kept
    assert reports.NUMBER not in written.tables[0].rows[0].cells[0].text


def session(signing: tuple[tuple[str, ...], ...] = (), note: str = "") -> SessionPaper:
    return SessionPaper(HEADING, "Số: 1", ("THÔNG BÁO",), ("Buổi gặp dân.",), (), ("Xin trân trọng.",), signing, note)


def test_a_notice_of_a_morning_has_its_note_on_paper_and_in_word_and_nobody_signs_it() -> None:
    paper = session(note="Niêm yết 30 ngày.")
    assert pages(session_pdf(paper, FONTS))[0].endswith("Xin trân trọng. Niêm yết 30 ngày.")
    written = opened(session_docx(paper))
    assert [each.text for each in written.paragraphs[-2:]] == ["Xin trân trọng.", "Niêm yết 30 ngày."]
    assert len(written.tables) == 1
    signed = opened(session_docx(session((("CHỦ TRÌ", "(ký)", "Lê An"), ("THƯ KÝ", "(ký)", "Lê Bình")))))
    assert signed.paragraphs[-1].text == "Xin trân trọng."
    assert signed.paragraphs[-1].paragraph_format.keep_with_next


@pytest.mark.parametrize("where", ["", "Tệp 01, trang 3"])
def test_an_index_tells_where_a_file_lies_only_where_that_is_known(where: str) -> None:
    sheet = IndexSheet(HEADING, "Năm 2026", (), (("Khai sinh", "1", "1", "1"),), (), (("Quyết định", where),), ())
    (told,) = pages(index_pdf(sheet, FONTS))
    assert "Quyết định" in told
    assert told.count("trang 3") == bool(where)


@pytest.mark.parametrize("notes", [(), ("Nhiều góp ý từ một mạng.",)])
def test_opinions_have_a_chapter_of_notes_only_where_something_was_noted(notes: tuple[str, ...]) -> None:
    paper = OpinionPaper("quý IV/2026", "Từ 01/10", [("An Liên", "1", "1", "1", "1", "1")], ("Đọc dè dặt.",), notes)
    told = " ".join(pages(opinion_pdf(paper, HEADING, FONTS)))
    assert (flags.HEAD in told) is bool(notes)
    assert all(note in told for note in notes)


@pytest.mark.parametrize("signs", [("", ""), ("", "NGƯỜI TRA CỨU")])
def test_who_signs_a_paper_on_data_stands_under_it_and_nobody_where_nobody_does(signs: tuple[str, str]) -> None:
    sheet = PrivacySheet("xã An Liên", DATED, "PHIẾU", "Một người", (Section("", ("Có hai bản ghi.",)),), (), signs)
    (told,) = pages(privacy_pdf(sheet, FONTS))
    assert told.rpartition("Có hai bản ghi.")[2].strip().startswith(signs[1])
    assert told.endswith("Có hai bản ghi.") is not any(signs)


def test_a_picture_of_the_guide_is_not_printed_and_what_stands_around_it_is() -> None:
    (told,) = pages(guide_pdf(read_page("so", "", "# Sổ\n\nTrước.\n\n![Màn hình](so.png)\n\nSau.\n"), FONTS, ()))
    assert told.endswith("Trước. Sau.")


def test_a_cell_that_no_size_holds_is_set_in_the_smallest() -> None:
    long = "H’Blươn Mlô Duôn Du Niê Kđăm " * 12
    sheet = ListedSheet(AGENCY, DATED, "SỔ KÝ", "Hội trường", ("Tên", "Ký"), (40.0, 138.0), [(long, ""), ("Lê An", "")])
    raw = listed_pdf([sheet], FONTS)
    assert pages(raw)[0].count("Kđăm") == 12
    with pypdfium2.PdfDocument(raw) as document:
        texts = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
        sizes = [_points(one) for one in texts]
    assert min(sizes) == pytest.approx(_SIZES[-1])


def _points(text: Any) -> float:
    """How large a text is set."""
    size = ctypes.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(text, size)
    return size.value


def test_a_slip_has_twelve_lines_to_write_on_at_most_and_a_full_one_has_one() -> None:
    question = AskedOnPaper("Anh chị thấy sao?", ("Tốt", "Chưa tốt"))

    def wide_lines(count: int) -> int:
        slip = SurveySlip(AGENCY, "xã An Liên", "Khảo sát", (question,) * count)
        with pypdfium2.PdfDocument(survey_slips_pdf(slip, FONTS, large=True)) as document:
            paths = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
            return sum(one.get_bounds()[2] - one.get_bounds()[0] > 120 * mm for one in paths)

    assert wide_lines(1) == wide_lines(2)
    assert wide_lines(1) - wide_lines(12) == 11


def test_a_paragraph_of_a_notice_longer_than_its_page_goes_on_on_the_next() -> None:
    sections = [("Một", ("Máy giữ những gì bà con khai ở quầy. " * 130,))]
    raw = notice_pdf(Notice(AGENCY, DATED, "THÔNG BÁO", "", sections), FONTS)
    assert sum(page.count("Máy giữ") for page in pages(raw)) == 130
    with pypdfium2.PdfDocument(raw) as document:
        feet = [min(one.get_bounds()[1] for one in page.get_objects()) for page in document]
    assert len(feet) > 1
    assert min(feet) > 15 * mm


def test_a_long_paragraph_that_finds_no_line_at_the_foot_begins_on_the_next_page() -> None:
    flow = Flow(FONTS, "Sổ")
    flow.y = BOTTOM + 1
    flow.paragraph("Bà con khai ở quầy. " * 200)
    told = pages(flow.finish())
    assert told[0] in ("", "1")
    assert sum(page.count("Bà con") for page in told) == 200
