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
