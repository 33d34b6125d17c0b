"""One letter of thanks and one apology: what a commune writes of its own accord, in the month in which it was due."""

from collections.abc import Mapping
from datetime import date

MONTH = "2024-04"
Letter = tuple[str, Mapping[str, object]]


def courtesy(desk: int, day: date) -> Letter:
    """What the desk of this number writes, of what happened on that day: the kind of letter and what is typed."""
    return _thanks() if desk == 1 else _apology(day)


def _thanks() -> Letter:
    return "thanks", {
        "kind": "gift",
        "to_address": "ông",
        "to_name": "Huỳnh Văn Thảo",
        "household": True,
        "outcome": "Con đường vào nhà văn hóa thôn hôm nay rộng thêm hai mét",
        "deed": "80 mét vuông đất vườn mà gia đình ông đã hiến tặng",
    }


def _apology(day: date) -> Letter:
    return "apology", {
        "kind": "manner",
        "to_address": "bà",
        "to_name": "Đặng Thị Lài",
        "on": f"{day:%d/%m/%Y}",
        "errand": "chứng thực bản sao",
        "care": "Chúng tôi đã phân công thêm người trực mỗi đầu buổi",
    }
