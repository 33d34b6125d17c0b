"""Every kind of journal line can be told to a person."""

from __future__ import annotations

from common.words import copies, month_kinds, month_receipts, privacy
from exchange.journal import KINDS

NEW = {*month_kinds.VOICE, *month_kinds.YEAR}


def test_every_kind_of_line_has_words_on_receipts_and_in_the_log():
    assert set(KINDS) == set(month_receipts.KINDS_OF_LINE)
    assert set(KINDS) - {"local"} <= set(privacy.ACTS)


def test_what_the_citizens_voice_brought_is_named_before_a_bundle_leaves_and_where_copies_are_compared():
    kinds = dict.fromkeys(NEW, 2)
    assert len(copies.named_kinds(kinds)) == len(NEW)
    assert copies.other_lines(kinds) == 0
    assert month_kinds.voice_told({}) == ()
    voice, year = month_kinds.voice_told(kinds)
    assert voice.startswith("2 kết quả khảo sát, ")
    assert year.startswith("2 buổi gặp dân, ")
    assert all(told.endswith(": chỉ có số đếm và ngày") for told in (voice, year))
