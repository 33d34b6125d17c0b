"""Words of receipts and of the bundles that went up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.labels import EVENT_WORDS, LETTER_WORDS
from common.words.reports import amount
from common.words.verdicts import reason

TAKE_RECEIPT = "Nhập biên nhận"
TAKING_RECEIPT = "Đang đọc biên nhận."
WHICH_RECEIPT = "Chọn tệp biên nhận cấp trên gửi về"
RECEIPT_FILES = "Biên nhận (BN-*.mctt);;Tệp trao đổi (*.mctt)"
SENT_EMPTY = "Chưa gửi gói nào. Gói đầu tiên sẽ hiện ở đây khi ghi xong."
OPEN_RECORD = "Mở bản ghi"
NO_RECORD = "Dòng này không thuộc bản ghi nào để mở."
ASIDE_NAME = "Các dòng để riêng ở cấp trên"
ASIDE_COLUMNS = ("Dòng", "Ngày ghi", "Việc và lý do để riêng")
SENT_COLUMNS = ("Gói số", "Tháng", "Số dòng", "Tệp", "Số ngắn", "Biên nhận")
RECEIPT_HEAD = "Cấp trên đã nhận những gì"
ASIDE_HEAD = "Để riêng ở cấp trên"
NOTHING_LEFT = "Không phải làm gì thêm."
ASIDE_BELOW = "Còn {count} dòng để riêng dưới đây cần xem lại."
ASIDE_NONE = "Không có dòng nào bị để riêng."
ASIDE_NEXT = "Xem lại từng việc dưới đây, sửa hoặc ghi lại; gói sau gửi bản mới."
SEE_RATINGS = "Xem góp ý"
KINDS_OF_LINE: Mapping[str, str] = {
    "registered": "đăng ký",
    "amended": "bản sửa",
    "voided": "bỏ bản",
    "erased": "xóa theo luật",
    "letter-prepared": "lập thư",
    "letter-printed": "in thư",
    "letter-delivered": "trao thư",
    "letter-voided": "bỏ thư",
    "ratings-tally": "số đếm góp ý tại quầy",
    "restored": "khôi phục sổ",
    "local": "việc nội bộ của quầy",
}
VERDICTS: Mapping[str, str] = {
    "accepted": "Cấp trên đã nhận gói, giữ đủ đến dòng {upto}.",
    "already-accepted": "Cấp trên đã có gói này từ trước, nội dung giống hệt.",
    "waiting": (
        "Cấp trên để gói này chờ vì chưa có phần trước nó. Quay lại ghi gói mới: máy tự gửi bù từ biên nhận cuối."
    ),
    "forked": (
        "Cấp trên đang giữ nội dung khác ở phần này. Có thể sổ vừa được khôi phục từ bản sao lưu. "
        "Gọi cấp trên để cùng gỡ, đừng ghi thêm gói."
    ),
}


def sent_line(rows: Sequence[tuple[int, str]]) -> str:
    """The last bundles in one line."""
    told = ", ".join(f"số {seq} ({state})" for seq, state in rows)
    return f"Các gói đã gửi: {told}" if told else ""


def sent_state(receipt: int, on: date | None, covered: bool, sealed: bool) -> str:
    """What became of a bundle."""
    if not sealed:
        return "chưa ghi xong"
    if receipt and on:
        return f"biên nhận số {receipt}, {on:%d/%m/%Y}"
    return "đã gửi bù trong gói sau" if covered else "chờ biên nhận"


def receipt_title(number: int) -> str:
    """A receipt was taken in."""
    return f"Đã nhận biên nhận số {number}"


def receipt_text(verdict: str, upto: int, aside: int) -> str:
    """What the level above says of the bundle, and what is to be done next."""
    told = VERDICTS[verdict].format(upto=amount(upto))
    if verdict not in ("accepted", "already-accepted"):
        return told
    return f"{told} {ASIDE_BELOW.format(count=amount(aside)) if aside else NOTHING_LEFT}"


def brought(batches: int, messages: int) -> str:
    """What came along with the receipt."""
    if not batches and not messages:
        return "Lần này chưa có góp ý mới đi kèm."
    return f"Kèm theo: {batches} nhóm góp ý, {messages} lời nhắn hoặc xin gọi lại."


def aside_count(count: int) -> str:
    """How many lines were laid aside."""
    return f"{count} dòng để riêng. {ASIDE_NEXT}" if count else ASIDE_NONE


def line_words(kind: str, event: str) -> str:
    """What a line laid aside speaks of."""
    what = KINDS_OF_LINE.get(kind, kind or "dòng không đọc được")
    named = EVENT_WORDS.get(event) or LETTER_WORDS.get(event, "")
    return f"{named}, {what}" if named else what


def line_day(on: str) -> str:
    """Its day as the desk writes it."""
    return f"{on[8:10]}/{on[5:7]}/{on[:4]}" if on else ""


def why(code: str) -> str:
    """Why it was laid aside."""
    told = reason(code)
    return told[0].upper() + told[1:]
