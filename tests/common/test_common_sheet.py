import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from common.counts import EVENTS, LETTERS, REACTIONS, STAGES, Answers, Report
from common.dates import place_and_date
from common.paper.flow import Bar, Flow, Table
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, Part, report_pdf
from common.periods import read_period
from common.words import reports as words

RESOURCES = Path(__file__).parents[2] / "resources"
SIGNED = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Quốc Thịnh")
HEADING = Heading("tỉnh Nam Hải", "xã An Liên", place_and_date("An Liên", date(2026, 2, 5)), SIGNED)
ANSWERS = Answers(41, {"3": 28, "2": 8, "1": 5}, {"qr": 36, "code": 5, "counter": 3})


def report(period: str = "2024-03-01..2024-05-31", answers: Answers | None = None, **more: Any) -> Report:
    """The pilot's three months: 54 births, 62 marriages, 21 deaths, each with its letter."""
    events = more.get("events", (54, 62, 21))
    letters = {kind: dict.fromkeys(STAGES, 0) for kind in LETTERS}
    letters |= {kind: dict.fromkeys(STAGES, n) for kind, n in zip(EVENTS, events, strict=True)}
    late, reactions = more.get("late", (0, 0, 0)), more.get("reactions", (120, 0, 17))
    return Report(
        read_period(period),
        dict(zip(EVENTS, events, strict=True)),
        letters,
        answers or Answers(),
        dict(zip(REACTIONS, reactions, strict=True)),
        dict(zip(EVENTS, late, strict=True)),
    )


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(RESOURCES / "fonts")


def read_back(raw: bytes) -> list[str]:
    with pdfium.PdfDocument(raw) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_usual_report_is_one_page_with_seed_002s_figures(fonts: Fonts) -> None:
    (page,) = read_back(report_pdf(report(answers=ANSWERS, late=(2, 0, 1)), HEADING, fonts))
    for said in (
        "TỈNH NAM HẢI",
        "ỦY BAN NHÂN DÂN",
        "XÃ AN LIÊN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "An Liên, ngày 05 tháng 02 năm 2026",
        "từ ngày 01/03/2024 đến ngày 31/05/2024",
        "Kính gửi: Ủy ban nhân dân tỉnh Nam Hải",
        "đã đăng ký 54 trường hợp khai sinh, 62 trường hợp kết hôn và 21 trường hợp khai tử, trong đó 3 trường hợp quá",
        "Đã trao Thư chúc mừng cho 54 trường hợp khai sinh và 62 trường hợp kết hôn",
        "gửi Thư chia buồn đối với 21 trường hợp khai tử.",
        "120 trường hợp có phản ánh tích cực, đánh giá cao sự khích lệ, động viên; chưa nhận được phản ánh tiêu cực",
        "36 trong 41 góp ý theo thư ở mức hài lòng trở lên: 88%, khoảng tin cậy 95% từ 74% đến 95%.",
        "tại quầy 3. Góp ý ghi tại quầy đếm theo cả tháng, nêu riêng, không tính vào tỷ lệ./.",
        "Cộng 137 3 137 137 137",
        "KT. CHỦ TỊCH",
        "Phạm Quốc Thịnh",
        "Nơi nhận:",
    ):
        assert said in page


def test_every_font_of_a_report_is_embedded_and_its_bytes_repeat(fonts: Fonts) -> None:
    raw = report_pdf(report(answers=ANSWERS), HEADING, fonts)
    assert raw == report_pdf(report(answers=ANSWERS), HEADING, fonts)
    named = set(re.findall(rb"/BaseFont /([A-Za-z0-9+-]+)", raw))
    assert len(named) == 4
    assert all(re.fullmatch(rb"[A-Z]{6}\+LiberationSerif(-\w+)?", name) for name in named)
    assert raw.count(b"/FontFile2") == len(named)


def test_a_report_over_many_units_runs_on_with_its_head_repeated(fonts: Fonts) -> None:
    parts = [Part(f"xã Thử {number}", report()) for number in range(95)]
    heading = Heading("", "tỉnh Gia Lai", place_and_date("Pleiku", date(2026, 11, 3)), ("CHỦ TỊCH", "Lê Văn Mẫu"))
    pages = read_back(report_pdf(report("2026-H1"), heading, fonts, parts))
    assert len(pages) == 4
    assert [page[:8] for page in pages[1:]] == ["2 Đơn vị", "3 Đơn vị", "4 Đơn vị"]
    assert all(any(f"{part.name} 54 62 21 137 0" in page for page in pages) for part in parts)
    assert "Kính gửi" not in pages[0]
    assert "6 tháng đầu năm 2026" in pages[0]
    assert pages[-1].index("xã Thử 94") < pages[-1].index("Cộng") < pages[-1].index("Lê Văn Mẫu")


def test_both_tables_of_one_paper_count_the_same_letters_thanks_and_apologies_too(fonts: Fonts) -> None:
    told = report()
    thanked = replace(told, letters=told.letters | {"thanks": dict.fromkeys(STAGES, 3)})
    text = " ".join(read_back(report_pdf(thanked, HEADING, fonts, [Part("xã Thử", thanked)])))
    assert "Cộng 137 0 140 140 140" in text
    assert "xã Thử 54 62 21 140 0" in text


def test_a_signature_never_stands_alone_on_a_page(fonts: Fonts) -> None:
    heading = Heading("tỉnh Nam Hải", "xã An Liên", "An Liên", ("TM. ỦY BAN NHÂN DÂN",) * 4 + ("Lê Văn Mẫu",))
    first, second = read_back(report_pdf(report(answers=ANSWERS), heading, fonts))
    assert "3. Góp ý" not in first
    assert second.startswith("2 3. Góp ý")
    assert second.endswith("Lưu: VT.") or "Lê Văn Mẫu" in second


@pytest.mark.parametrize("units", [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 46, 47, 48, 49, 50, 51])
def test_the_total_travels_with_the_signature(fonts: Fonts, units: int) -> None:
    parts = [Part(f"xã Thử {number}", report()) for number in range(units)]
    last = read_back(report_pdf(report(), HEADING, fonts, parts))[-1]
    assert f"xã Thử {units - 1} 54" in last
    assert "Cộng 54" in last
    assert "Phạm Quốc Thịnh" in last


def test_an_empty_period_is_reported_without_figures_made_up(fonts: Fonts) -> None:
    (page,) = read_back(report_pdf(report("2026-Q4", events=(0, 0, 0), reactions=(0, 0, 0)), HEADING, fonts))
    assert "chưa đăng ký trường hợp nào. Trong kỳ chưa trao thư chúc mừng hay thư chia buồn nào." in page
    assert "Trong kỳ chưa trao thư nào nên chưa có phản ánh." in page
    assert "Trong kỳ chưa có góp ý theo thư./." in page


def test_a_report_nobody_signed_yet_leaves_the_room(fonts: Fonts) -> None:
    heading = Heading("tỉnh Nam Hải", "xã An Liên", "An Liên, ngày 05 tháng 02 năm 2026")
    assert len(read_back(report_pdf(report(), heading, fonts))) == 1


def test_a_name_too_long_for_its_column_is_set_smaller_and_not_cut(fonts: Fonts) -> None:
    flow = Flow(fonts, "x")
    name = "phường Xuân Hương - Đà Lạt và các khu phố lân cận phía nam"
    flow.table(Table(("Đơn vị", "Đã trao"), (40, 20), [(name, Bar(0, 0))]))
    (page,) = read_back(flow.finish())
    assert name in page


def test_every_sentence_of_a_report_can_be_drawn(fonts: Fonts) -> None:
    told = "".join(value for value in vars(words).values() if isinstance(value, str))
    assert fonts.covers("LiberationSerif", told.replace("\n", "")) == ""


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026-10", "tháng 10 năm 2026"),
        ("2026-01", "tháng 1 năm 2026"),
        ("2026-Q4", "quý IV năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026-9M", "9 tháng đầu năm 2026"),
        ("2026", "năm 2026"),
        ("2024-03..2024-05", "từ ngày 01/03/2024 đến ngày 31/05/2024"),
    ],
)
def test_periods_are_named_as_offices_name_them(period: str, said: str) -> None:
    assert words.period_words(read_period(period)) == said


@pytest.mark.parametrize(
    ("reactions", "said"),
    [
        (
            (3, 2, 0),
            "Trong 5 trường hợp đã nhận thư, 3 trường hợp có phản ánh tích cực, đánh giá cao sự khích lệ, động viên; "
            "2 trường hợp có phản ánh tiêu cực.",
        ),
        (
            (0, 0, 1200),
            "Trong 1.200 trường hợp đã nhận thư, chưa nhận được phản ánh tích cực nào; "
            "chưa nhận được phản ánh tiêu cực nào; 1.200 trường hợp chưa có phản ánh.",
        ),
    ],
)
def test_reactions_are_told_both_ways(reactions: tuple[int, int, int], said: str) -> None:
    assert words.reactions(report(reactions=reactions)) == said


def test_only_what_was_delivered_is_told() -> None:
    assert words.delivered(report(events=(0, 0, 2))) == "Đã gửi Thư chia buồn đối với 2 trường hợp khai tử."
    assert words.delivered(report(events=(1, 0, 0))) == "Đã trao Thư chúc mừng cho 1 trường hợp khai sinh."


@pytest.mark.parametrize(
    "answers",
    [
        Answers(4, {"3": 4}, {"qr": 4}),
        Answers(4, {"3": 4}, {"qr": 4, "counter": 9}),
    ],
)
def test_no_share_is_told_for_few_answers_however_many_the_desk_took(answers: Answers, fonts: Fonts) -> None:
    told = words.satisfied(answers)
    assert "%" not in told
    assert str(answers.n) in told
    assert "%" not in read_back(report_pdf(report(answers=answers), HEADING, fonts))[0].split("3. Góp ý")[1]


def test_answers_on_five_levels_are_told_on_five_levels() -> None:
    answers = Answers(10, {"5": 6, "4": 2, "1": 2}, {"qr": 10})
    assert [word for _, word in words.levels(answers)][2] == "Bình thường"
    assert words.satisfied(answers).startswith("8 trong 10 góp ý theo thư ở mức hài lòng trở lên: 80%")
    assert words.share(1, 4) == words.NO_SHARE
    assert words.channels(Answers()) == ""


def test_figures_of_a_former_commune_say_whose_they_are(fonts: Fonts) -> None:
    heading = replace(HEADING, figures_of=("Số liệu của xã cũ Bình Hòa.", "xã Bình Hòa (cũ)"))
    told = read_back(report_pdf(report(answers=ANSWERS), heading, fonts))[0]
    assert "Số liệu của xã cũ Bình Hòa." in told
    assert "xã Bình Hòa (cũ)" in told
