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
RECEIPTS = "Biên nhận đã nhập"
RECEIPTS_NAME = "Các biên nhận đã nhập"
RECEIPTS_EMPTY = "Chưa có biên nhận nào. Có tệp BN-… thì kéo thả vào trang này, hoặc bấm Nhập biên nhận."
RECEIPT_COLUMNS = ("Số", "Ngày nhập", "Trả lời cho", "Cấp trên đã nhận", "Góp ý kèm theo")
OPEN_RECEIPT = "Mở biên nhận"
UNKNOWN_BUNDLE = "một gói sổ này không còn"
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
    "survey-tally": "kết quả khảo sát",
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


def receipt_again(number: int) -> str:
    """A receipt that was taken in before."""
    return f"Biên nhận số {number}"


def receipt_text(verdict: str, upto: int, aside: int) -> str:
    """What the level above says of the bundle, and what is to be done next."""
    told = VERDICTS[verdict].format(upto=amount(upto))
    if verdict not in ("accepted", "already-accepted"):
        return told
    return f"{told} {ASIDE_BELOW.format(count=amount(aside)) if aside else NOTHING_LEFT}"


def brought(batches: int, messages: int, answers: int = 0) -> str:
    """What came along with the receipt."""
    if not batches and not messages:
        return "Lần này chưa có góp ý mới đi kèm."
    of = f" ({amount(answers)} góp ý)" if answers else ""
    return f"Kèm theo: {batches} nhóm góp ý{of}, {messages} lời nhắn hoặc xin gọi lại."


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


def of_bundle(seq: int, month: str) -> str:
    """Which bundle a receipt answers."""
    return f"gói số {seq}, tháng {month[5:7]}/{month[:4]}" if seq else UNKNOWN_BUNDLE


NOT_TAKEN: Mapping[str, str] = {
    "waiting": "chưa nhận, để chờ phần trước",
    "forked": "chưa nhận, hai nội dung khác nhau",
    "already-accepted": "đã có từ trước, giống hệt",
}


def taken(verdict: str, lines: int, aside: int, ours: bool = True) -> str:
    """What the level above took of a bundle, in a cell; `ours`: it speaks of the book as it stands here."""
    if not ours and verdict != "forked":
        return "theo sổ khác sổ đang dùng"
    if verdict in NOT_TAKEN:
        return NOT_TAKEN[verdict]
    if not aside:
        return f"đủ {amount(lines)} dòng" if lines else "đã nhận"
    return f"{amount(max(lines - aside, 0))} trong {amount(lines)} dòng, {amount(aside)} dòng để riêng"


def taken_whole(seq: int, month: str, told: str) -> str:
    """The same as a sentence."""
    of = of_bundle(seq, month)
    return f"{of[0].upper()}{of[1:]}: {told}."


def kinds_told(counts: Mapping[str, int]) -> str:
    """What the lines of the bundle were; empty where nobody knows."""
    told = ", ".join(f"{amount(counts[kind])} {words}" for kind, words in KINDS_OF_LINE.items() if counts.get(kind))
    return f"Trong gói: {told}." if told else ""


def held_upto(upto: int) -> str:
    """How far the level above has the book."""
    return f"Cấp trên giữ sổ của quầy đến dòng {amount(upto)}."


def batches_told(batches: int, answers: int, messages: int) -> str:
    """What came along, in a cell."""
    told = [f"{answers} góp ý trong {batches} nhóm"] if batches else []
    return ", ".join([*told, *([f"{messages} lời nhắn"] if messages else [])]) or "không có"
