"""Finding letters, what citizens said, and drafts."""

from __future__ import annotations

from collections.abc import Mapping

from common.words.find import day

__all__ = ["day"]

CHIPS: Mapping[str, str] = {"letters": "Thư", "voices": "Góp ý", "drafts": "Bản nháp"}
GROUPS: Mapping[str, str] = {"letters": "Thư", "voices": "Lời người dân", "drafts": "Bản đang gõ dở"}
CHANNELS: Mapping[str, str] = {
    "message": "Lời nhắn",
    "call-back": "Xin gọi lại",
    "counter": "Tại quầy",
    "slip": "Phiếu giấy",
    "phone": "Điện thoại",
    "batch": "Qua mạng",
}
NO_WORDS = "Không kèm lời nhắn"
NO_CODE = "Góp ý không gắn với mã thư: máy ở xã không biết gia đình nào đã nói gì. Tìm bằng chữ trong lời góp ý."
NO_WONDER: Mapping[str, str] = {
    "letters": "Chưa có thư nào. Thư tự vào đây khi anh chị lưu một bản ghi rồi in.",
    "voices": "Chưa có lời góp ý nào. Lời nhắn về cùng biên nhận; góp ý tại quầy ghi ở trang Góp ý (Alt+5).",
    "drafts": "Không có bản nào gõ dở. Bài đang gõ tự được giữ lại ở đây khi anh chị rời trang.",
}
HINTS: Mapping[str, str] = {
    "letters": "Gõ mã in cạnh ô vuông, tên người nhận, hoặc quét mã trên thư (F4).",
    "voices": "Gõ chữ trong lời góp ý, hoặc số điện thoại người nhắn.",
    "drafts": "Gõ bất cứ chữ nào đã gõ trong bài: tên, thôn, số.",
}
OPEN: Mapping[str, str] = {"voices": "Mở trang Góp ý", "drafts": "Gõ tiếp bài này"}


def nothing(kind: str, text: str) -> str:
    """A search without a hit under one chip."""
    return f'Không thấy "{text}" trong phần {CHIPS[kind]}. {HINTS[kind]} Bấm Ctrl+0 để tìm trong tất cả.'


def phone(number: str, waiting: bool) -> str:
    """Whom to call, and whether that is still to be done."""
    if not number:
        return ""
    return f"gọi lại số {number}" if waiting else f"số {number}, đã gọi"
