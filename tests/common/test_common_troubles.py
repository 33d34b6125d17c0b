import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.words.troubles import SENTENCES, sentence

NEVER_SAID = ("không hợp lệ", "lỗi", "vui lòng", "bạn", "!", "  ")
CODES = sorted(SENTENCES)


@pytest.mark.parametrize("code", CODES)
def test_a_trouble_says_what_happened_and_what_comes_next(code: str) -> None:
    told = sentence(code)
    assert told[0].isupper() or told.startswith("(")
    assert told.endswith((".", "…"))
    assert len(re.findall(r"[.…](?:\s|$)", told)) >= 2


@pytest.mark.parametrize("code", CODES)
def test_a_trouble_never_blames_or_begs(code: str) -> None:
    words = f" {sentence(code).lower()} "
    assert not [said for said in NEVER_SAID if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words)]


@pytest.mark.parametrize("code", CODES)
def test_every_gap_of_a_trouble_is_filled_by_its_detail(code: str) -> None:
    gaps = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    told = sentence(code, {name: f"<{name}>" for name in gaps})
    assert all(f"<{name}>" in told for name in gaps)
    assert "(chưa rõ)" not in told


def test_missing_details_leave_a_readable_sentence() -> None:
    assert sentence("register-locked").startswith("Sổ đang được (chưa rõ) mở")
    assert "USB" in sentence("drive-gone")


def test_a_role_is_named_in_vietnamese_and_a_file_keeps_its_name() -> None:
    assert "cao hơn cán bộ một cửa" in sentence("not-allowed", {"role": "clerk"})
    assert "tệp GOI-1.mctt" in sentence("not-allowed", {"file": "GOI-1.mctt"})


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=3))
def test_any_code_and_any_details_end_in_a_sentence(code: str, details: dict[str, str]) -> None:
    assert sentence(code, details)


def test_an_unknown_code_is_told_honestly_with_its_code() -> None:
    told = sentence("moon-fell-down", {"code": "x", "file": "{0.__class__}"})
    assert "moon-fell-down" in told
    assert "còn nguyên" in told


def test_details_are_text_and_never_a_format() -> None:
    assert "{name!r}" in sentence("unknown-user", {"name": "{name!r}"})
