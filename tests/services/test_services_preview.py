"""The page beside the form: drawn from whatever is typed, or saying what is missing."""

from __future__ import annotations

import pytest

from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.preview import PagePixels, Preview
from desk_app.services.registering import Entered
from desk_app.services.trouble import Mistake

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
