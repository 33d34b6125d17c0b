"""Every trouble of the district has its sentence, and every sentence keeps the tone of the house."""

import re
from pathlib import Path

import pytest

from common.words import district as words
from common.words import troubles

NEVER_SAID = ("không hợp lệ", "lỗi", "vui lòng", "bạn", "!", "  ")
ROOM = Path(words.__file__).resolve().parent.parent.parent / "district"
RAISED = re.compile(r"(?:Trouble|Mistake|NotLetIn|NotEnrolled)\(\s*\"([a-z-]+)\"")


def codes_raised():
    return sorted({code for path in ROOM.rglob("*.py") for code in RAISED.findall(path.read_text(encoding="utf-8"))})


def test_every_code_that_the_district_raises_has_a_sentence():
    assert len(codes_raised()) > 25
    assert [code for code in codes_raised() if code not in words._TROUBLES and code not in troubles.SENTENCES] == []


@pytest.mark.parametrize("code", sorted(set(words._TROUBLES) - {"card-refused"}))
def test_a_trouble_says_what_happened_what_is_safe_and_what_to_do(code):
    told = words._TROUBLES[code]
    assert told.count(". ") >= 2
    assert told.endswith(".")
    plain = f" {told.lower()} "
    assert not [said for said in NEVER_SAID if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", plain)]
