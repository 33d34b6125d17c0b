"""Every verdict has a sentence that says what happened and what to do, in the tone of the desk."""

import unicodedata

import pytest
from bad_bundles import set_aside

from common.words.verdicts import reason, sentence
from exchange.verdicts import VERDICTS, Refused

KINDS = ("bundle", "receipt", "enrolment", "card")
NEVER = ("không hợp lệ", "lỗi", "vui lòng", "bạn", "!", "{", "}")


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_verdict_says_what_happened_and_the_next_step(verdict: str, kind: str) -> None:
    told = sentence(verdict, {"kind": kind})
    assert unicodedata.is_normalized("NFC", told)
    assert told.endswith(".")
    assert told.count(". ") >= 1
    assert told[0].isupper()
    assert not [word for word in NEVER if word in told.lower()]


def test_the_sentences_of_the_design_stand_word_for_word() -> None:
    assert sentence("waiting").startswith("Để chờ: gói này bắt đầu sau chỗ cấp trên đang có.")
    assert sentence("not-for-us").startswith("Không mở được: gửi cho nơi khác, hoặc đầu tệp đã hỏng.")
    assert sentence("too-new") == "Gói viết bằng phiên bản mới hơn máy này. Cất nguyên, nâng cấp rồi nhập."
    assert sentence("forked", {"seq": "11", "on": "03/11"}).startswith("Số 11 đã nhận ngày 03/11 với nội dung khác.")
    assert sentence("already-accepted", {"on": "01/11"}).startswith("Đã có từ 01/11, nội dung giống hệt.")
    told = sentence("accepted", {"taken": "499", "set_aside": "1"})
    assert told.startswith("Nhận 499 trong 500 bản ghi; 1 bản để riêng, lý do có trong biên nhận.")
    assert sentence("accepted", {"taken": "63"}).startswith("Nhận được. 63 bản ghi.")


def test_lying_counts_have_their_own_sentence() -> None:
    assert "Số đếm" in sentence("damaged", {"detail": "counts"})


def test_the_desk_is_told_to_ask_the_level_above() -> None:
    assert "cấp trên" in sentence("damaged", {"kind": "receipt"})
    assert "xã" not in sentence("not-for-us", {"kind": "enrolment", "detail": "card"})


def test_every_reason_to_set_a_line_aside_has_words() -> None:
    _, reasons = set_aside()
    for code in [*reasons.values(), "part-mismatch", "a-code-of-tomorrow"]:
        assert reason(code)
        assert not [word for word in NEVER if word in reason(code)]


def test_a_word_that_is_no_verdict_has_no_sentence() -> None:
    with pytest.raises(KeyError):
        sentence("fine")


def test_a_refusal_carries_its_verdict_and_its_check() -> None:
    refused = Refused("damaged", "counts")
    assert (refused.verdict, refused.detail, str(refused)) == ("damaged", "counts", "damaged: counts")
