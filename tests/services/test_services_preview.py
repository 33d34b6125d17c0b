"""The page beside the form: drawn from whatever is typed, or saying what is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.letter_spots import Spot
from desk_app.services.preview import PagePixels, Preview
from desk_app.services.registering import Entered
from desk_app.services.trouble import Mistake
from tools.pretend_office import PretendOffice

BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh",
    born="9/11/2026",
    sex="female",
    mother_name="Trần Thị Ngọc Lan",
    father_name="Nguyễn Văn Bình",
    registered_on="20/11/2026",
)


def said(page: PagePixels) -> dict[str, str]:
    return {check.words: check.tone for check in page.steps}


@pytest.mark.parametrize("draft", [BirthDraft(), MarriageDraft(), DeathDraft(), BIRTH])
def test_every_form_has_a_page_from_the_first_key_on(desk: Desk, draft: Draft) -> None:
    page = Preview(desk.seat).specimen(draft, 60)
    assert len(page.pixels) == page.width * page.height * 3
    assert page.width > page.height > 300
    assert 0 < page.pixels.count(b"\xff") < len(page.pixels)


def test_what_is_not_typed_yet_is_named_beside_the_page(desk: Desk) -> None:
    told = said(Preview(desk.seat).specimen(BirthDraft(child_name="Lê An", registered_on="20/11/2026"), 60))
    assert told["Trên thư đang để trống: họ tên mẹ, họ tên cha, ngày sinh"] == "hoe"


def test_a_day_that_cannot_be_does_not_keep_the_page_from_being_drawn(desk: Desk) -> None:
    draft = BirthDraft(child_name="Lê An", born="31/02/2026", mother_name="Lê Thị Bình", registered_on="20/11/2026")
    told = said(Preview(desk.seat).specimen(draft, 60))
    assert told["Trên thư đang để trống: ngày sinh"] == "hoe"


def test_a_whole_draft_is_all_good_but_for_the_fitting_it_is_told(desk: Desk) -> None:
    told = said(Preview(desk.seat).specimen(BIRTH, 60))
    assert [words for words, tone in told.items() if tone != "sen"] == ["Lời thư dài, cỡ chữ còn 11,6 pt"]
    assert "Tên cháu vừa khung, cỡ 24 pt" in told
    assert "Người ký: Chủ tịch Phạm Quốc Thịnh, còn hiệu lực" in told
    assert "Lời thư: bản thường, có cả cha và mẹ" in told


def test_a_letter_that_will_wait_says_so_before_it_is_saved(desk: Desk) -> None:
    draft = BirthDraft(child_name="Lê An", born="1/1/2015", mother_name="Lê Thị Bình", registered_on="20/11/2026")
    told = said(Preview(desk.seat).specimen(draft, 60))
    assert any(words.startswith("Thư này chờ anh chị quyết định") and tone == "hoe" for words, tone in told.items())


def test_after_saving_the_archived_page_is_shown(desk: Desk) -> None:
    entered = desk.register.enter(BIRTH)
    assert isinstance(entered, Entered)
    prepared = desk.letters.prepare([entered.id], Wish())
    assert isinstance(prepared, Prepared)
    preview = Preview(desk.seat)
    page = preview.prepared(prepared.letter, 60)
    assert page == preview.prepared(prepared.letter, 60)
    assert page.width > page.height
    with pytest.raises(Mistake):
        preview.prepared(prepared.letter + 1)


def test_before_saving_the_symbol_is_a_specimen_and_afterwards_the_letters_own(desk: Desk, tmp_path: Path) -> None:
    held = desk.district.enrol(PretendOffice(tmp_path).enrol(desk), hold=True)
    desk.district.confirm(" ".join(held.words().words))
    page = Preview(desk.seat).specimen(BIRTH, 200)
    # The word MẪU lies over the middle of the symbol, so that no phone takes it for a letter's own.
    assert symbols(page) in ([], ["MAU"])
    assert said(page)["Mã QR ở đây là mẫu, khi lưu thư có mã thật"] == "sen"
    entered = desk.register.enter(BIRTH)
    assert isinstance(entered, Entered)
    prepared = desk.letters.prepare([entered.id], Wish())
    assert isinstance(prepared, Prepared)
    assert symbols(Preview(desk.seat).prepared(prepared.letter, 200)) == [prepared.link]


def test_the_free_line_stands_on_the_page_and_is_told(desk: Desk) -> None:
    preview = Preview(desk.seat)
    page = preview.specimen(BIRTH, 60, free_line="Chúc cháu ngoan.")
    assert page.pixels != preview.specimen(BIRTH, 60).pixels
    assert "Lời thư: bản thường, có cả cha và mẹ, có lời riêng" in said(page)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (BIRTH, ["father_name", "mother_name", "child_name"]),
        (BirthDraft(registered_on="20/11/2026"), ["father_name", "mother_name", "child_name"]),
        (MarriageDraft(husband_name="Trần Quốc Việt", wife_name="Lê Thị Gấm"), ["husband_name", "wife_name"]),
        (DeathDraft(deceased_name="Đặng Văn Khoan", died_on="5/11/2026"), ["deceased_name"]),
    ],
)
def test_every_name_on_the_page_has_its_place(desk: Desk, draft: Draft, fields: list[str]) -> None:
    page = Preview(desk.seat).specimen(draft, 60)
    assert [spot.field for spot in page.spots] == fields
    for spot in page.spots:
        assert 0 < spot.x < spot.x + spot.width < 1
        assert 0 < spot.y < spot.y + spot.height < 1
        assert inked(page, spot) > 0


def test_a_name_broken_over_two_lines_has_two_places(desk: Desk) -> None:
    long = "Công Tằng Tôn Nữ Hoàng Phượng Nguyễn Thị Thanh Thủy"
    page = Preview(desk.seat).specimen(replace(BIRTH, mother_name=long), 60)
    assert [spot.field for spot in page.spots].count("mother_name") == 2


def symbols(page: PagePixels) -> list[str]:
    image = Image.frombytes("RGB", (page.width, page.height), page.pixels)
    return [found.text for found in zxingcpp.read_barcodes(image)]


def inked(page: PagePixels, spot: Spot) -> int:
    """How many dark pixels stand in a spot."""
    image = Image.frombytes("RGB", (page.width, page.height), page.pixels).convert("L")
    box = (spot.x * page.width, spot.y * page.height, (spot.x + spot.width) * page.width)
    part = image.crop((round(box[0]), round(box[1]), round(box[2]), round((spot.y + spot.height) * page.height)))
    return sum(part.histogram()[:160])
