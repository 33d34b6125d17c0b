"""Letters of thanks and apology that several tests write."""

from typing import Any

from desk_app.domain.courtesy_drafts import CourtesyDraft, courtesy_from
from desk_app.services.letter_desk import Prepared

TODAY = "22/11/2026"
GIFT = {
    "kind": "gift",
    "to_address": "ông",
    "to_name": "Đinh Văn Sơn",
    "household": "1",
    "outcome": "Con đường thôn Bến Trà hôm nay rộng thêm hai mét",
    "deed": "120 mét vuông đất vườn mà gia đình ông đã hiến tặng",
}
LATE = {
    "kind": "late",
    "to_address": "bà",
    "to_name": "Hoàng Thị Vân",
    "errand": "Cấp bản sao trích lục hộ tịch",
    "file_code": "H99.12-261112-0047",
    "promised": "18/11/2026",
    "again": "30/12/2026",
    "why": "Sổ của xã cũ đang chuyển về, chúng tôi chưa tra kịp trang gốc",
    "officer": "Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
    "care": "Chúng tôi đã phân công người tra sổ mỗi buổi sáng",
}


def thanks(**more: object) -> CourtesyDraft:
    """A letter of thanks as typed."""
    return courtesy_from("thanks", {**GIFT, **more})


def apology(**more: object) -> CourtesyDraft:
    """An apology as typed."""
    return courtesy_from("apology", {**LATE, **more})


def written(result: Any) -> int:
    """The id of the letter that was prepared."""
    assert isinstance(result, Prepared), result
    return result.letter
