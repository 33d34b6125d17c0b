"""Letters of thanks and apology: what is asked, what has to be mended, what is said once one is written."""

from __future__ import annotations

from collections.abc import Mapping

COURTESY: Mapping[str, str] = {
    "courtesy-kind-empty": "Chọn loại thư trước, rồi ghi các ô bên dưới",
    "courtesy-address-empty": "Chọn cách xưng hô với người nhận thư. Máy không đoán thay anh chị",
    "courtesy-address-unknown": "Chưa có cách xưng hô {text}. Chọn cụ, ông, bà, bác, anh, chị, em hoặc cháu",
    "courtesy-part-empty": "Ghi {field}",
    "courtesy-too-long": "Phần {field} dài quá {limit} chữ nên thư không vừa trang. Rút ngắn lại, giữ ý chính",
    "courtesy-personal-number": (
        "Phần {field} có dãy 12 chữ số giống số định danh. Thư không ghi số định danh, bỏ dãy số ấy đi"
    ),
    "courtesy-inside-sentence": "Phần {field} đứng giữa câu: chữ đầu viết thường, trừ khi là tên riêng",
    "courtesy-day-empty": "Ghi {field}, đủ ngày, tháng, năm",
    "courtesy-day-partial": "{Field} cần đủ ngày, tháng, năm; ô này mới có {text}",
    "courtesy-not-a-day": "Chưa đọc được ngày: {text}. Gõ đủ ngày, tháng, năm như 05/03/2026",
    "courtesy-day-far": "Ngày {day} còn hơn một năm nữa, hôm nay là {today}. Xem lại năm",
    "courtesy-day-old": "Ngày {day} đã hơn một năm. Xem lại năm, đúng vậy thì lưu tiếp",
    "courtesy-promised-ahead": "Thư nói người dân đã đến đúng hẹn, mà ngày hẹn này chưa tới: hôm nay là {today}",
    "courtesy-again-not-after": "Ngày hẹn lại phải sau ngày đã hẹn trả {day}",
    "courtesy-again-before": "Bản đúng không thể trao trước ngày trao bản sai {day}",
    "courtesy-since-before": "Ngày bắt đầu sửa phải từ ngày góp ý {day} trở đi",
    "courtesy-again-over": "Ngày hẹn lại {day} đã qua, hôm nay là {today}. Ghi ngày còn ở phía trước",
    "courtesy-again-weekend": "Ngày hẹn lại {day} là {weekday}. Hôm ấy có người trao thì lưu tiếp",
    "courtesy-twice": "Đã có {letter} gửi {name} ngày {day}{code}. Vẫn cần thêm lá nữa thì ghi lý do",
}
"""Sentences for what a clerk mends or looks at in such a letter."""
WEEKDAYS_OFF: Mapping[str, str] = {"5": "thứ Bảy", "6": "Chủ nhật"}
KIND_WORDS: Mapping[str, str] = {
    "gift": "Một việc tốt, một món quà",
    "opinion": "Một lời góp ý",
    "late": "Trả kết quả trễ hẹn",
    "manner": "Tiếp đón chưa đúng mực",
    "paper": "Giấy tờ ghi sai",
}


FACTS: Mapping[str, str] = {
    "kind": "Loại thư",
    "outcome": "Nhờ vậy xã có",
    "deed": "Việc gia đình làm",
    "said_on": "Ngày góp ý",
    "matter": "Điều góp ý",
    "since": "Sửa từ ngày",
    "mended": "Việc đã sửa",
    "promised": "Đã hẹn trả",
    "on": "Ngày tiếp đón",
    "errand": "Việc của dân",
    "file_code": "Mã hồ sơ",
    "why": "Vì sao chậm",
    "again": "Hẹn lại",
    "officer": "Phụ trách",
    "paper": "Giấy",
    "given_on": "Ngày trao",
    "mistake": "Chỗ ghi sai",
    "care": "Đã làm",
    "free_line": "Lời riêng",
}
"""What a letter says, as the column beside a list names it."""
AGAIN: Mapping[str, str] = {"paper": "Bản đúng trao"}
ERASED_LETTER = "Nội dung đã xóa theo luật"
WITHOUT_CODE = "thư không có mã"
CODED = "mã {code}"


def to_whom(address: str, name: str, household: bool) -> str:
    """To whom a letter goes, as lists say it."""
    family = "gia đình " if household else ""
    told = f"{family}{address} {name}".strip()
    return told[:1].upper() + told[1:]


def about(body: Mapping[str, str]) -> str:
    """What a letter is about, in one line."""
    parts: Mapping[str, str] = {
        "gift": "{deed}",
        "opinion": "góp ý ngày {said_on}: {matter}",
        "late": "hồ sơ {file_code}, hẹn {promised}, hẹn lại {again}",
        "manner": "tiếp đón ngày {on}: {errand}",
        "paper": "{paper}, trao ngày {given_on}",
    }
    return parts[body["kind"]].format_map(body)


LETTER_LOW: Mapping[str, str] = {"thanks": "thư cảm ơn", "apology": "thư xin lỗi"}


def with_code(code: str) -> str:
    """The code of a letter, where it has one."""
    return f", mã {code}" if code else ""


def officer(name: str, phone: str) -> str:
    """Who is in charge, as an apology names them."""
    who = name[:1].upper() + name[1:]
    return f"{who}, điện thoại {phone}" if phone else who


def low(text: str) -> str:
    """Inside a sentence."""
    return text[:1].lower() + text[1:]


NO_PAGE = "Chọn loại thư, hình thư sẽ tự hiện."
_SAYS: Mapping[str, str] = {
    "Gift": "cảm ơn một việc tốt",
    "Opinion": "cảm ơn một lời góp ý",
    "LateResult": "xin lỗi vì trễ hẹn, có bảng hẹn lại",
    "BadManner": "xin lỗi vì tiếp đón",
    "WrongPaper": "xin lỗi vì giấy tờ ghi sai",
}


def says(kind: str, with_line: bool) -> str:
    """Which text the letter says."""
    return f"Lời thư: {_SAYS[kind]}{', có lời riêng' if with_line else ''}"


# ---- the form

TITLES: Mapping[str, str] = {"thanks": "Thư cảm ơn mới", "apology": "Thư xin lỗi mới"}
TITLES_AGAIN: Mapping[str, str] = {"thanks": "Viết lại thư cảm ơn", "apology": "Viết lại thư xin lỗi"}
CONTEXT: Mapping[str, str] = {
    "thanks": "Ghi đúng điều đã xảy ra, lời càng ngắn càng ấm.",
    "apology": "Nhận lỗi trước, rồi nói rõ ngày hẹn mới.",
}
COURTESY_SECTIONS: Mapping[str, str] = {
    "courtesy-to": "Gửi ai",
    "courtesy-gift": "Việc tốt của gia đình",
    "courtesy-opinion": "Lời góp ý",
    "courtesy-late": "Hồ sơ trễ hẹn",
    "courtesy-manner": "Lần tiếp đón",
    "courtesy-paper": "Giấy tờ ghi sai",
}
KIND, ADDRESS, NAME = "Vì việc gì", "Xưng hô", "Họ tên người nhận"
HOUSEHOLD = "Gửi cả gia đình"
BY_DIGITS: Mapping[str, str] = {"thanks": "phím 1, 2", "apology": "phím 1, 2, 3"}
BY_EIGHT = "phím 1 đến 8"
KIND_CHOICES: Mapping[str, str] = {
    "gift": "Việc tốt, món quà",
    "opinion": "Lời góp ý",
    "late": "Trễ hẹn",
    "manner": "Tiếp đón",
    "paper": "Giấy ghi sai",
}
PROMPTS: Mapping[str, str] = {
    "outcome": "Nhờ vậy mà xã có được điều gì?",
    "deed": "Gia đình đã làm gì?",
    "said_on": "Ngày góp ý",
    "matter": "Người ấy chỉ cho mình thấy điều gì?",
    "since": "Sửa từ ngày",
    "mended": "Xã đã sửa thế nào?",
    "errand": "Việc của người dân",
    "file_code": "Mã hồ sơ",
    "promised": "Ngày đã hẹn trả",
    "again": "Hẹn lại ngày",
    "why": "Vì sao chậm?",
    "officer": "Người phụ trách",
    "care": "Đã làm gì để không lặp lại?",
    "on": "Ngày tiếp đón",
    "paper": "Giấy gì",
    "given_on": "Ngày trao giấy",
    "mistake": "Ghi sai chỗ nào?",
}
AGAIN_PROMPT: Mapping[str, str] = {"paper": "Bản đúng trao ngày"}
EXAMPLES: Mapping[str, str] = {
    "to_name": "như Hoàng Thị Vân",
    "outcome": "như: Con đường thôn Bến Trà hôm nay rộng thêm hai mét",
    "deed": "như: 120 mét vuông đất vườn mà gia đình ông đã hiến tặng",
    "matter": "như: quầy số 2 không có ghế cho người già",
    "mended": "như: quầy nào cũng có ghế ngồi chờ",
    "errand": "như: Cấp bản sao trích lục hộ tịch",
    "file_code": "như H99.12-261112-0047",
    "why": "như: Sổ của xã cũ đang chuyển về, chúng tôi chưa tra kịp trang gốc",
    "officer": "như: Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
    "care": "như: Chúng tôi đã phân công người tra sổ mỗi buổi sáng",
    "paper": "như: trích lục khai sinh",
    "mistake": "như: ngày sinh của cháu",
}
MANNER_EXAMPLE = "như: làm thủ tục chứng thực"
NOTES: Mapping[str, str] = {"care": "không bắt buộc"}
REPLACES = "Lá thư trước còn nguyên cho tới khi lá này được lưu."
WAITING_CARD, WAITING_MORE = "Quét thẻ căn cước để điền họ tên", "Thẻ chỉ cho họ tên; số định danh không vào thư."
NEXT_ONE, NEXT_SHORT = "Viết thư tiếp theo", "Thư tiếp"
LIKE_LAST, LIKE_LAST_DONE = "Như thư trước", "Đã điền các ô còn trống như lá thư vừa viết. Xem lại từng ô."
UNDONE = "Đã hoàn tác. Lá thư vừa viết không tính nữa, chữ vẫn còn đây."
PRINTED_ALREADY = "Lá thư này đã in. Tìm lá thư rồi chọn Bỏ thư, có ghi lý do."
NOTHING_LIKE = "Chưa có lá thư nào viết trước trong lần mở này."


TAKE_BACK_TITLE = "Bỏ lá thư này?"
TAKE_BACK_TEXT = "Lá thư không còn tính vào các con số. Không có gì bị xóa, lý do được giữ lại."
TAKE_BACK_PRINTED = "Tờ đã in thì hủy, đừng trao."
TAKE_BACK_REASONS = ("Ghi nhầm", "Không gửi nữa", "Lý do khác")
TAKE_BACK_YES, TAKEN_BACK = "Bỏ thư", "Đã bỏ lá thư khỏi các con số; không có gì bị xóa."
BUTTONS: Mapping[str, str] = {"amend": "Viết lại", "void": "Bỏ thư", "see-history": "Lịch sử"}
"""What the buttons of a record are called for such a letter."""
ERASE = "Xóa theo luật…"


def card_name(name: str) -> str:
    """The strip after a card was read."""
    return f"Đã điền họ tên {name} từ thẻ." if name else "Thẻ không cho đọc họ tên. Gõ tay họ tên người nhận."


def written(letter: str, who: str) -> str:
    """The letter is on disk."""
    return f"Đã viết {LETTER_LOW[letter]} gửi {low(who)}."


def its_code(code: str) -> str:
    """The code in front of what comes next."""
    return f"Mã {code}. " if code else ""


# ---- the terminal

COULD_BE_WRITTEN = "Lá thư viết được. Chưa ghi gì vào sổ."


def written_as(id: int, letter: str, who: str, code: str) -> str:
    """A letter is on disk."""
    return f"Đã viết {LETTER_LOW[letter]} gửi {low(who)} (thư số {id}){with_code(code)}. Việc tiếp theo: in thư."


def drawn_again(id: int, who: str, file: str) -> str:
    """The archived page as a file."""
    return f"Thư số {id} gửi {low(who)} đã sẵn trong {file}."
