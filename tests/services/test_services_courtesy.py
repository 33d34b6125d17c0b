"""Thanks and apology at the desk: written, archived, kept as typed, written anew, taken back; counted as one."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from courtesy_cases import apology, thanks, written

from common.counts import Answers, count
from common.periods import read_period
from desk_app.db.register import Reading
from desk_app.domain.courtesy_drafts import courtesy_values
from desk_app.services.courtesy_behind import Behind, behind
from desk_app.services.courtesy_letters import addressee_of
from desk_app.services.courtesy_preview import CourtesyPreview, as_far
from desk_app.services.letter_desk import Wish
from desk_app.services.office import keep_signatories
from desk_app.services.trouble import Mistake, Trouble


def text_of(pdf: bytes) -> str:
    (page,) = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range().split())


def figures(desk):
    with desk.seat.reading() as reading:
        return count(reading.journal.facts(), read_period("2026-11"), Answers(0, {}, {})).to_json()["letters"]


def kept(desk, letter):
    with desk.seat.reading() as reading:
        return reading.letters.get(letter), reading.papers.courtesy(letter), reading.papers.wish(letter)


def test_both_letters_say_what_was_typed_and_are_kept_so(desk):
    desk.drafts.keep("d1", thanks(free_line="Con đường rộng, lòng người càng rộng."))
    one = written(desk.courtesy.prepare(thanks(free_line="Con đường rộng, lòng người càng rộng."), "d1"))
    two = written(desk.courtesy.prepare(apology(), wish=Wish(signatory="Phạm Quốc Thịnh")))
    told = text_of(desk.letters.pdf([one]))
    for part in ("Kính gửi gia đình ông", "ĐINH VĂN SƠN", "rộng thêm hai mét. Có được điều ấy là nhờ 120 mét vuông"):
        assert part in told
    assert "tấm lòng ấy. Con đường rộng, lòng người càng rộng. Chúng tôi xin giữ gìn" in told
    told = text_of(desk.letters.pdf([two]))
    for part in ("Kính gửi: Bà Hoàng Thị Vân", "Thứ Tư, ngày 30 tháng 12 năm 2026", "H99.12-261112-0047", "0200 3555"):
        assert part in told
    assert desk.drafts.unfinished() == ()
    letter, body, wish = kept(desk, two)
    assert (letter.kind, letter.covers, letter.state) == ("apology", (), "prepared")
    assert (body["promised"], body["letter"], wish) == ("18/11/2026", "apology", {"signatory": "Phạm Quốc Thịnh"})


def test_each_counts_as_one_and_one_taken_back_as_none(desk):
    one, two = written(desk.courtesy.prepare(thanks())), written(desk.courtesy.prepare(apology()))
    desk.letters.printed([one, two])
    desk.letters.delivered([one], "home", "good")
    assert (figures(desk)["thanks"]["delivered"], figures(desk)["apology"]["printed"]) == (1, 1)
    desk.courtesy.take_back(two, "gõ nhầm tên")
    assert (figures(desk)["thanks"]["delivered"], figures(desk)["apology"]["printed"]) == (1, 0)
    for letter, reason, code in (
        (two, "x", "letter-void"),
        (one, "x", "letter-already-delivered"),
        (one, " ", "reason"),
    ):
        with pytest.raises(Mistake, match=code):
            desk.courtesy.take_back(letter, reason)
    assert desk.care.check() > 0


def test_the_same_letter_to_the_same_person_asks_for_a_reason(desk):
    first = written(desk.courtesy.prepare(apology()))
    (problem,) = desk.courtesy.prepare(apology(to_name="hoàng thị vân", why="Lý do khác"))
    assert (problem.code, problem.level, problem.details["id"]) == ("courtesy-twice", "error", str(first))
    assert desk.courtesy.check(apology(), itself=first).errors == ()
    other = apology(file_code="H99.12-261112-0048", promised="19/11/2026")
    assert desk.courtesy.check(other).problems == ()
    assert desk.courtesy.check(apology(to_name="Hoàng Thị Vân Anh")).errors == ()
    reasoned = replace(apology(), reasons={"courtesy-twice": "lá trước thất lạc"})
    assert written(desk.courtesy.prepare(reasoned)) != first
    desk.courtesy.take_back(first, "thử")
    assert [one.level for one in desk.courtesy.check(reasoned).problems] == ["warning"]
    assert [one.code for one in desk.courtesy.check(thanks(to_name="Hoàng Thị Vân")).problems] == []


def test_a_letter_is_opened_again_and_the_new_one_takes_its_place(desk):
    first = written(desk.courtesy.prepare(apology()))
    id = desk.courtesy.reopen(first)
    assert desk.courtesy.reopen(first) == id
    (draft,) = desk.drafts.unfinished()
    assert (draft.id, behind(draft.links).itself, desk.drafts.page(id)) == (id, first, "courtesy")
    assert courtesy_values(draft.draft) == courtesy_values(apology())
    mended = replace(draft.draft, to_name="Hoàng Thị Vân Anh")
    desk.courtesy.keep(id, mended, Behind(first))
    second = written(desk.courtesy.prepare(mended, id, itself=first))
    assert [kept(desk, each)[0].state for each in (first, second)] == ["void", "prepared"]
    assert desk.drafts.unfinished() == ()
    again = desk.courtesy.reopen(second)
    desk.courtesy.take_back(second, "thử")
    second = written(desk.courtesy.prepare(mended, again, itself=second))
    desk.letters.printed([second])
    desk.letters.delivered([second], "counter", "good")
    with pytest.raises(Mistake, match="letter-already-delivered"):
        desk.courtesy.reopen(second)


def test_nobody_who_may_sign_no_letter_and_nothing_is_left_half(desk):
    with desk.seat.work() as work:
        keep_signatories(work.office, ())
        work.commit()
    desk.drafts.keep("d1", apology())
    (problem,) = desk.courtesy.prepare(apology(), "d1")
    assert problem.field == "signatory"
    with desk.seat.reading() as reading:
        assert (reading.overview.letters(), len(reading.drafts.all())) == (0, 1)
    reader = replace(desk.courtesy, seat=replace(desk.seat, role="administrator"))
    assert reader.check(apology()).errors == ()


def test_a_text_that_does_not_fit_names_the_longest_part(desk):
    (problem,) = desk.courtesy.prepare(thanks(outcome="Đường rộng " * 25, deed="công sức " * 33))
    assert (problem.code, problem.field) == ("letter-too-long", "deed")


def test_a_sign_that_no_font_has_is_named_where_it_was_typed(desk):
    (problem,) = desk.courtesy.prepare(apology(why="Máy hỏng 🎉"))
    assert (problem.code, problem.field) == ("letter-unmapped-glyph", "why")


def test_the_specimen_shows_what_is_typed_and_dots_for_the_rest(desk):
    preview = CourtesyPreview(desk.seat)
    assert preview.specimen(apology(kind="")).pixels == b""
    page = preview.specimen(apology(to_address="", again="", why="", promised=""))
    assert page.pixels
    assert "cách xưng hô, ngày đã hẹn trả, ngày hẹn lại, vì sao chậm" in page.steps[0].words
    assert [spot.field for spot in preview.specimen(thanks()).spots] == ["to_name"]
    today = desk.seat.today()
    for draft in (apology(), apology(again="1/1/2020"), apology(kind="paper"), thanks(kind="opinion", since="1/11")):
        courtesy, blank = as_far(draft, today)
        assert courtesy is not None, draft
        assert "to_name" not in blank


def test_the_name_is_found_by_every_word_and_gone_with_the_letter(desk):
    letter = written(desk.courtesy.prepare(apology()))
    with desk.seat.reading() as reading:
        assert isinstance(reading, Reading)
        assert reading.papers.addressed("van", 5) == (letter,)
        told = addressee_of(reading, letter)
    assert (told.who, told.second) == (
        "Bà Hoàng Thị Vân",
        "hồ sơ H99.12-261112-0047, hẹn 18/11/2026, hẹn lại 30/12/2026",
    )


def test_who_only_reads_writes_no_letter(desk, monkeypatch):
    monkeypatch.setitem(
        __import__("desk_app.services.seat", fromlist=["ACTS_OF"]).ACTS_OF, "clerk", frozenset({"read"})
    )
    seat = replace(desk.seat, role="clerk")
    for act in (
        lambda: replace(desk.courtesy, seat=seat).prepare(apology()),
        lambda: replace(desk.courtesy, seat=seat).take_back(1, "x"),
    ):
        with pytest.raises(Trouble, match="not-allowed"):
            act()
