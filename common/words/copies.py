"""Words of the page Sao lưu: copies by date and counts, one of them beside the register in use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

TITLE = "Sao lưu"
CONTEXT = "bản sao được khóa, mở lại và đếm ngay khi ghi"
LIST = "Các bản sao, mới nhất trước"
COLUMNS = ("Lúc", "Ở đâu", "Bản ghi", "Thư")
EMPTY = "Chưa có bản sao nào. Bấm Sao lưu ngay; sau đó máy tự sao lưu mỗi khi anh chị đóng chương trình."
ELSEWHERE_EMPTY = "Trong thư mục vừa chọn không có bản sao nào của chương trình này."
OWN_PLACE, SECOND_PLACE = "máy này", "nơi thứ hai"
NOW, COMPARE, OTHER, CHOOSE_SECOND = "Sao lưu ngay", "So với sổ đang dùng", "Xem thư mục khác", "Chọn nơi thứ hai"
BESIDE = "Bản sao này và sổ đang dùng"
CHOOSE_ONE = "Chọn một bản sao rồi bấm Enter để máy mở ra, đếm và so với sổ đang dùng."
COMPARING, COPYING = "Đang mở bản sao và đếm", "Đang sao lưu, mở lại và đếm"
WHERE_OTHER = "Chọn thư mục có bản sao, nên xem cả trên USB"
WHERE_SECOND = "Chọn ổ hoặc thư mục thứ hai để cất bản sao"
NOTHING_NEW = "Từ lần sao lưu trước chưa có gì mới. Bản sao cũ vẫn đủ."
SECOND_CAUGHT_UP = "Từ lần sao lưu trước chưa có gì mới. Nơi thứ hai vừa nhận đủ bản sao."
DRILL, DRILL_DRAWN = "In tờ tập khôi phục", "Đang vẽ tờ tập khôi phục"
DRILL_PAPER, DRILL_FILE = "tờ tập khôi phục", "tap-khoi-phuc.pdf"
SAME = "Sổ đang dùng không có gì nhiều hơn bản sao này."
NOT_OURS = (
    "Bản sao này đi theo một nhánh khác: sau khi ghi nó, sổ đã từng được khôi phục. "
    "Máy không đếm được phần chênh. Gọi người hỗ trợ trước khi dùng bản này."
)
TAKE_BACK = "Ở trang này bản sao chỉ được mở ra xem. Khôi phục thì đi từng bước, sổ đang dùng được cất sang bên."
TAKE_BACK_NOW = "Khôi phục…"
SECOND_TITLE = "Nơi cất thứ hai"
SECOND_NONE = "Chưa chọn. Máy hỏng là mất cả sổ lẫn bản sao: nên chọn ổ thứ hai hoặc một USB cắm sẵn."
_KINDS: Mapping[str, str] = {
    "registered": "việc đăng ký",
    "amended": "lần sửa",
    "voided": "lần bỏ bản",
    "letter-prepared": "thư đã soạn",
    "letter-printed": "lần in thư",
    "letter-delivered": "lần trao thư",
    "letter-voided": "thư thôi tính",
    "survey-tally": "lần chốt khảo sát",
    "follow-up-opened": "việc phải làm sau góp ý",
    "follow-up-done": "việc đã làm sau góp ý",
    "check-shown": "thư rút thăm đã xem chữ ký",
    "session": "buổi gặp dân",
    "session-opinion": "ý kiến ở buổi gặp dân",
    "meeting": "lượt tiếp dân, đối thoại, đơn",
    "commendation": "lần khen",
    "conduct": "phản ánh thái độ phục vụ",
    "report-issued": "báo cáo đã chốt",
    "criteria-scored": "lần xác nhận điểm tiêu chí",
    "evidence-pack": "tập hồ sơ kiểm chứng",
}
_OTHER_LINES = "dòng khác của nhật ký"


def moment(made_at: datetime) -> str:
    """When a copy was made, by the desk's own clock."""
    return f"{made_at:%H:%M %d/%m/%Y}"


def count(n: int) -> str:
    """A count, or nothing where the copy's name does not tell it."""
    return "" if n < 0 else str(n)


def holds(registrations: int, letters: int, last_letter: date | None) -> str:
    """What was counted in a copy."""
    last = f", thư cuối đề ngày {last_letter:%d/%m/%Y}" if last_letter else ""
    return f"Bản sao mở được, mọi trang còn nguyên: {registrations} bản ghi, {letters} thư{last}."


def missing(kinds: Mapping[str, int]) -> str:
    """What the register in use has and the copy lacks."""
    others = other_lines(kinds)
    told = [*named_kinds(kinds), *([f"{others} {_OTHER_LINES}"] if others else [])]
    return f"Sổ đang dùng có thêm: {', '.join(told)}." if told else SAME


def lost_files(n: int) -> str:
    """Files of evidence that lie neither beside the copy nor on this PC."""
    return f"{n} tệp kiểm chứng không nằm cạnh bản sao và không còn ở máy này." if n else ""


def named_kinds(kinds: Mapping[str, int]) -> list[str]:
    """Lines of the journal counted by kind, those that a clerk knows by name."""
    return [f"{kinds[kind]} {words}" for kind, words in _KINDS.items() if kinds.get(kind)]


def other_lines(kinds: Mapping[str, int]) -> int:
    """How many lines the desk wrote for itself: settings, people, who looked at what."""
    return sum(n for kind, n in kinds.items() if kind not in _KINDS)


def copied(registrations: int, letters: int) -> str:
    """A copy was made, opened and counted."""
    return f"Đã sao lưu, mở lại và đếm đủ {registrations} bản ghi, {letters} thư."


def second(place: str) -> str:
    """Where the second copies go."""
    return f"Mỗi lần tự sao lưu, máy ghi thêm một bản vào {place}."


def second_failed(reason: str) -> str:
    """The second copy could not be written."""
    return f"Bản thứ hai chưa ghi được. {reason}"
