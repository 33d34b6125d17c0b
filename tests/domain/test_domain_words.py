"""Every code the domain raises has its sentence, every sentence is used, and all speak in the desk's voice."""

import re
import unicodedata
from pathlib import Path

import pytest

from common.words import labels, problems
from desk_app.domain.cards import CARD_NOTES
from desk_app.domain.events import CASES, EVENTS
from desk_app.domain.people import SEXES

ROOT = Path(__file__).resolve().parents[2]
CODE_IN_QUOTES = re.compile(r'"([a-z]+(?:-[a-z0-9]+)+)"')
RAISED_IN = (
    "reading",
    "reading_registration",
    "checks",
    "form",
    "cards",
    "people",
    "scan_parts",
    "scan_text",
    "courtesy_reading",
)
# Raised by the register, which alone can know them; the dates' own codes come from common.dates.
_BOOKS = {"book-closed", "book-closed-number", "book-elsewhere"}
_DATES = {"no-such-day", "not-a-date", "year-missing", "two-readings", "calendar-unsaid"}
FROM_ELSEWHERE = {"number-taken", "looks-alike", "courtesy-twice"} | _DATES | _BOOKS
# Built from a part: f"late-{event}", f"{word}-under-age".
BUILT = {
    "late-birth",
    "late-death",
    "groom-under-age",
    "bride-under-age",
    "groom-age-unclear",
    "bride-age-unclear",
}
NO_PROBLEMS = {
    *CARD_NOTES,
    "birth-limit-days",
    "death-limit-days",
    "husband-age",
    "wife-age",
    "residence-of-one-spouse",
    "on-time",
    "no-rule",
}
AS_LOOK_SAYS = [
    ("name-empty", {"person": "child"}, "Nhập họ tên của trẻ"),
    ("registered-on-empty", {}, "Chọn ngày đăng ký"),
    ("no-such-day", {"text": "31/02/2026"}, "Ngày này không có trong lịch: 31/02/2026"),
    ("registered-in-future", {"today": "20/11/2026"}, "Ngày đăng ký chưa tới, hôm nay là 20/11/2026"),
    (
        "registered-before-event",
        {"event": "birth", "registered_on": "20/11/2026"},
        "Ngày sinh phải trước hoặc trùng ngày đăng ký 20/11/2026",
    ),
    ("died-before-born", {"born": "01/01/1940"}, "Ngày mất phải sau ngày sinh 01/01/1940"),
    (
        "number-taken",
        {"number": "212", "book": "01/2026", "name": "Lê Gia Hân"},
        "Số 212, quyển 01/2026 đã dùng cho Lê Gia Hân. Mở bản ấy hoặc chọn số khác",
    ),
    ("citizen-id-length", {"found": "11"}, "Số định danh có 12 chữ số, ô này mới có 11"),
    ("same-citizen-id", {"person": "wife", "other": "husband"}, "Vợ và chồng đang có cùng số định danh"),
    (
        "groom-under-age",
        {"age": "20"},
        "Chồng chưa đủ 20 tuổi vào ngày đăng ký. Ghi bản cũ thì chọn lý do",
    ),
    ("name-without-marks", {}, "Tên không có dấu. Nếu vừa quét thẻ: tắt UniKey rồi quét lại"),
    ("citizen-id-year", {"year": "1988", "born": "1998"}, "Số định danh ghi năm 1988, ngày sinh ghi 1998"),
    ("late-birth", {"days": "60"}, "Đăng ký sau 60 ngày: ghi là quá hạn"),
    ("parent-too-young", {"person": "mother", "age": "11"}, "Mẹ 11 tuổi khi sinh, xem lại năm sinh"),
]
NOT_OUR_VOICE = ("không hợp lệ", "lỗi", "vui lòng", "bạn", "!", "error", "code")


def codes_in(*modules: str) -> set[str]:
    sources = [(ROOT / "desk_app" / "domain" / f"{name}.py").read_text(encoding="utf-8") for name in modules]
    return {code for source in sources for code in CODE_IN_QUOTES.findall(source)}


def every_word() -> list[str]:
    told = [problems.sentence(code) for code in problems.CODES]
    tables = [table for name, table in vars(labels).items() if name.isupper() and not name.startswith("_")]
    return [*told, *(text for table in tables for text in ([table] if isinstance(table, str) else table.values()))]


def test_every_code_raised_in_the_domain_has_a_sentence_and_no_sentence_is_unused():
    raised = (codes_in(*RAISED_IN) - NO_PROBLEMS) | BUILT | FROM_ELSEWHERE
    # A note on a card and a problem share this name.
    raised |= {"name-without-marks"}
    elsewhere = (
        *(problems.LETTERS, problems.SURVEYS, problems.YEAR_LOG, problems.CRITERIA),
        *(problems.SESSIONS, problems.TEMPLATES),
    )
    assert raised == set(problems.CODES) - {code for codes in elsewhere for code in codes}


@pytest.mark.parametrize(("code", "details", "sentence"), AS_LOOK_SAYS)
def test_a_sentence_says_what_to_do_in_the_agreed_words(code, details, sentence):
    assert problems.sentence(code, details) == sentence


def test_a_number_that_is_too_long_is_not_called_short():
    assert problems.sentence("citizen-id-length", {"found": "13"}).endswith("ô này đang có 13")


def test_a_code_without_a_sentence_is_not_passed_over():
    with pytest.raises(KeyError):
        problems.sentence("no-such-code")


def test_sentences_and_labels_keep_the_desks_voice():
    told = every_word()
    assert len(told) > 150
    for text in told:
        words = text.lower().replace("xin lỗi", "")
        assert not [word for word in NOT_OUR_VOICE if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words)], text
        assert unicodedata.is_normalized("NFC", text)
        assert "{" not in text


def test_the_closed_lists_have_their_words():
    assert set(labels.CASE_WORDS) == set(CASES)
    assert set(labels.EVENT_WORDS) == set(EVENTS)
    assert set(labels.SEX_WORDS) == set(SEXES)
    assert set(labels.CARD_NOTE_WORDS) == set(CARD_NOTES)
    assert set(labels.LETTER_WORDS) == {*EVENTS, "thanks", "apology"}
    assert set(labels.WAY_WORDS) == {"counter", "home", "ceremony", "post"}
    assert set(labels.REACTION_WORDS) == {"good", "bad", "none"}
    assert set(labels.TYPE_WORDS) == set(range(5))


def test_every_reason_to_hold_a_letter_has_its_words_and_no_words_are_unused():
    of_the_clock = {"before-registration"}  # raised where the letter is drawn: the family's papers say nothing of it
    of_the_paper = {"printed-otherwise", "given-otherwise"}  # raised where another letter over the same is in the hand
    assert codes_in("standing") | of_the_clock | of_the_paper == set(labels.HELD_WORDS) - {
        *("abandoned", "suicide", "execution", "guardian")
    }
