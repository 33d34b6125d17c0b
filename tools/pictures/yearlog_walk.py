"""The page Hoạt động trong năm: a year's praise, the form that stays, what only leaders read."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.services.year_log import Logged
from tools.pictures.stage import Stage, keys

_ENTRIES: tuple[tuple[str, dict[str, object]], ...] = (
    ("meeting", {"what": "reception", "n": 14, "settled": 11}),
    ("meeting", {"what": "complaint", "n": 3, "settled": 2}),
    ("meeting", {"what": "dialogue", "n": 86}),
    (
        "commendation",
        {
            **{"to": "body", "who": "Bộ phận Tiếp nhận hồ sơ và Trả kết quả giải quyết thủ tục hành chính của xã"},
            **{"merit": "results", "reason": "Sáu tháng liền không có hồ sơ quá hẹn, không ai phải đi lại lần hai"},
            **{"number": "118/QĐ-UBND", "by": "Chủ tịch UBND xã"},
        },
    ),
    (
        "commendation",
        {
            **{"to": "person", "who": "Chị Tạ Thị Hiền", "merit": "attitude", "by": "Chủ tịch UBND xã"},
            "reason": "Ở lại ngoài giờ giúp bà con làm giấy khai sinh cho cháu",
        },
    ),
    ("press", {"outlet": "Báo tỉnh", "title": "Lá thư chúc mừng từ Ủy ban xã", "tone": "good"}),
    ("funding", {"source": "Ngân sách xã", "purpose": "Giấy, phong bì, khung thư", "amount": 12_500_000}),
    (
        "conduct",
        {"how": "phone", "about": "Một cán bộ ở bàn số hai", "words": "Nói trống không với người cao tuổi"},
    ),
)


def yearlog_walk(stage: Stage) -> Iterator[str]:
    """Commendations, a form with one entry kept, conduct."""
    for kind, values in _ENTRIES:
        assert isinstance(stage.desk.log.add(kind, values), Logged)
    page = stage.go("yearlog", kind="commendation")
    yield "yearlog"
    page.kinds[0].click()
    page.add.click()
    stage.settle()
    (form,) = stage.dialogs()
    form.fields["n"].setFocus()
    keys(form, "9")
    form.yes.click()
    stage.settle()
    yield "yearlog-entry"
    stage.dismiss()
    page.kinds[-1].click()
    stage.settle()
    yield "yearlog-conduct"
