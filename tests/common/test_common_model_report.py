"""A report is kept as bytes and comes back the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from common.counts import Answers, count
from common.model_report import Asked, Figures, ModelReport, NotAReport, content_of, digest_of, read_content
from common.periods import Period
from common.voice_counts import FollowUps, follow_ups_of
from common.year_counts import count_year

SPAN = Period("2026-Q4@quy-14", date(2026, 9, 15), date(2026, 12, 14))


def a_report(**texts: str) -> ModelReport:
    figures = Figures(count((), SPAN, Answers(2, {"3": 2}, {"qr": 2}, 3)), count_year((), SPAN), follow_ups_of({}))
    asked = Asked("quy-14", "Báo cáo quý", "Mô hình", ("Sở Nội vụ",), "Công văn 8283", "2026-12-14")
    return ModelReport("26110", "xã Xuân Định", SPAN, "2026-12-14", asked, figures, figures, None, texts=texts)


def test_a_report_comes_back_from_its_content_and_its_digest_follows_every_letter():
    report = a_report(results="Đã trao đủ")
    content = content_of(report)
    assert read_content(content) == report
    assert content_of(read_content(content)) == content
    assert digest_of(content) != digest_of(content_of(a_report(results="Đã trao đủ.")))
    assert digest_of(b"{}") == sha256(b"motcua-report/1\n{}").hexdigest()
    assert content.startswith(b'{"as_of":"2026-12-14","asked":{"calendar":"quy-14","due":"2026-12-14","name":')
    assert "Đã trao đủ".encode() in content


def test_what_is_no_report_or_of_a_newer_program_is_refused():
    for raw in (b"", b"[]", b'{"format":"motcua-report/1"}', content_of(a_report()).replace(b"report/1", b"report/2")):
        with pytest.raises(NotAReport) as refused:
            read_content(raw)
        assert str(refused.value)
    for raw in (b"{}", b'{"format":"motcua-report/2"}'):
        with pytest.raises(NotAReport, match=r"^format$"):
            read_content(raw)


def test_days_are_names_among_names_and_sorted_as_such():
    report = a_report()
    days = replace(report.figures, follow_ups=FollowUps(2, 2, 2, {}, {7: 1, 12: 1}))
    assert b'"days":{"12":1,"7":1}' in content_of(replace(report, figures=days))
