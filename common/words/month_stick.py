"""Words of the stick at month end: each state one sentence about what happened, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from common.words.reports import amount

ELSEWHERE = "Ghi vào thư mục khác"
NONE = ("Chưa thấy USB nào", "Chưa có gì rời khỏi máy này. Cắm USB, đợi vài giây rồi bấm Ghi lại.")
NOT_CHOSEN = ("Chưa chọn USB nào", "Chưa có gì rời khỏi máy này. Bấm Ghi lại rồi chọn một USB.")
ONLY_COPIES = (
    "USB đang cắm là nơi cất bản sao của sổ",
    "Để USB ấy ở lại xã. Chưa có gì rời khỏi máy này. Cắm một USB khác rồi bấm Ghi lại.",
)
WHICH_LABEL = "Ghi gói vào USB:"
TROUBLES: Mapping[str, tuple[str, str]] = {
    "disk-full": (
        "USB đã đầy",
        "Trên USB không có gói dở nào, sổ còn nguyên. Xóa bớt tệp trên USB hoặc cắm USB khác, rồi bấm Ghi lại.",
    ),
    "read-only": (
        "USB đang khóa ghi",
        "Trên USB chưa có gì mới, sổ còn nguyên. Gạt chốt bên cạnh USB hoặc cắm USB khác, rồi bấm Ghi lại.",
    ),
    "not-allowed": (
        "Máy không cho ghi vào USB này",
        "Trên USB chưa có gì mới, sổ còn nguyên. Cắm USB khác rồi bấm Ghi lại, hoặc nhờ người quản trị máy.",
    ),
    "drive-gone": (
        "USB bị rút khi đang ghi",
        "Trên USB không có gói dở nào, sổ còn nguyên. Cắm lại rồi bấm Ghi lại, máy ghi tiếp đúng gói ấy.",
    ),
    "stick-missing": (
        "USB không còn ở máy này",
        "USB đã rút hoặc chưa cắm chặt. Chưa ghi gì, sổ còn nguyên. Cắm lại rồi bấm Ghi lại.",
    ),
    "not-read-back": (
        "USB đọc lại không giống lúc ghi",
        "USB có thể đã hỏng, đừng mang nộp. Sổ còn nguyên. Cắm USB khác rồi bấm Ghi lại.",
    ),
    "file-in-use": (
        "Tệp gói trên USB đang mở ở chương trình khác",
        "Tệp cũ còn nguyên. Đóng chương trình ấy rồi bấm Ghi lại.",
    ),
    "not-a-file": (
        "Trên USB có một thư mục trùng tên với gói",
        "Chưa ghi gì, sổ còn nguyên. Xóa hay đổi tên thư mục ấy, hoặc cắm USB khác, rồi bấm Ghi lại.",
    ),
    "not-written": (
        "USB chưa nhận được gói",
        "Trên USB không có gói dở nào, sổ còn nguyên. Cắm USB khác rồi bấm Ghi lại.",
    ),
}
SAME_AS = {"folder-gone": "drive-gone", "folder-unwritable": "not-allowed"}
_UNITS = ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB"))


def trouble(code: str) -> tuple[str, str] | None:
    """Title and text of what the stick said; None for a trouble that is none of the stick's."""
    return TROUBLES.get(SAME_AS.get(code, code))


def which(count: int) -> str:
    """Several sticks are plugged in."""
    return f"Có {count} USB đang cắm"


def named(name: str, drive: str) -> str:
    """A stick as inside a sentence."""
    return f"USB {name} ({drive})" if name else f"USB {drive}"


def to_choose(name: str, drive: str, free: int) -> str:
    """A stick in a list."""
    return f"{named(name, drive)}, còn trống {room(free)}"


def room(free: int) -> str:
    """How much is left, in the largest unit that tells it."""
    for size, unit in _UNITS:
        if free >= size:
            whole, tenth = divmod(free * 10 // size, 10)
            return f"{amount(whole)},{tenth} {unit}" if whole < 10 and tenth else f"{amount(whole)} {unit}"
    return "0 KB"
