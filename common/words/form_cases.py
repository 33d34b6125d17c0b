"""Words of a form's special cases: the sheet where they are chosen, what fields and sections say under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from common.words.labels import CASE_WORDS, TYPE_WORDS

TITLE = "Trường hợp riêng"
TEXT = "Phím số để chọn hoặc bỏ. Không có gì riêng thì để nguyên."
TYPES = "Loại đăng ký"
BY_DAYS = "Theo ngày đăng ký, máy tự tính"
NOTHING_SPECIAL = "Không có gì riêng."
YES, NO = "Dùng cho bài này", "Quay lại"
PAPERS = "Hộ chiếu, giấy tờ khác, quốc tịch"
UNNAMED = "Chưa rõ họ tên"
"""Stands where the name would, and beside its tick."""
REQUIRED = "*"
REQUIRED_SAID = "cần điền"
REQUIRED_SHORT = "* cần điền"
REQUIRED_HINT = "Ô có dấu * cần điền, ô khác biết đến đâu ghi đến đó"

_CHOICES: Mapping[str, str] = {
    "father_unknown": "Chưa xác định cha",
    "mother_unknown": "Chưa xác định mẹ",
    "abandoned": "Trẻ bị bỏ rơi",
    "surrogacy": "Mang thai hộ",
    "under_24_hours": "Sống dưới 24 giờ",
    "foreign_element": "Có yếu tố nước ngoài",
    "mobile": "Đăng ký lưu động",
    "court_declared": "Tòa án tuyên bố đã chết",
    "remarriage": "Kết hôn lần sau",
    "opted_out": "Gia đình không nhận thư",
    "papers": PAPERS,
    "unnamed": UNNAMED,
}
LABELS: Mapping[str, Mapping[str, str]] = {
    "abandoned": {"birth_place": "Nơi phát hiện trẻ"},
    "court_declared": {
        "notice_kind": "Bản án, quyết định",
        "notice_date": "Có hiệu lực",
        "notice_issuer": "Tòa án",
    },
    "type:3": {"birth_place": "Nơi sinh (thành phố, nước)", "died_place": "Nơi mất (thành phố, nước)"},
}
"""What fields are called under a case, or under a registration type (`type:3`)."""
NOTES: Mapping[str, Mapping[str, str]] = {
    "abandoned": {
        "child": "trẻ bị bỏ rơi: chưa rõ ngày sinh thì ghi ngày phát hiện",
        "mother": "trẻ bị bỏ rơi, không ghi",
        "father": "trẻ bị bỏ rơi, không ghi",
    },
    "mother_unknown": {"mother": "chưa xác định, không ghi"},
    "father_unknown": {"father": "chưa xác định, không ghi"},
    "surrogacy": {"mother": "người vợ nhờ mang thai hộ", "father": "người chồng nhờ mang thai hộ"},
    "under_24_hours": {
        "child": "dưới 24 giờ: ghi khi cha mẹ yêu cầu, kèm khai tử",
        "deceased": "dưới 24 giờ: ghi khi cha mẹ yêu cầu, kèm khai sinh",
    },
    "court_declared": {"death": "ngày chết theo bản án", "notice": "bản án, quyết định của Tòa án"},
}
"""What sections say beside their title under a case."""


def choice(name: str) -> str:
    """A form field of the sheet (`case:mobile`, `pick:papers`) beside its box."""
    return _CHOICES[name.partition(":")[2]]


_ACTS: Mapping[str, str] = {"birth": "khai sinh", "death": "khai tử"}


def both_acts(event: str, place: str) -> str:
    """The other act of a child that lived under 24 hours: where it stands, or that it is still to be written."""
    return f"{_ACTS[event]} {place}" if place else f"chưa ghi {_ACTS[event]} của cháu"


def type_choices() -> tuple[tuple[str, str], ...]:
    """Value and words of the registration types, the program's own reckoning first."""
    return (("", BY_DAYS), *((str(number), words) for number, words in TYPE_WORDS.items()))


def circumstances(cases: Iterable[str], kind: str) -> str:
    """What was chosen, in one line: "đăng ký lưu động, đăng ký lại"."""
    told = [CASE_WORDS[case] for case in cases if case in CASE_WORDS]
    by_hand = TYPE_WORDS[int(kind)] if kind in ("0", "1", "2", "3", "4") else ""
    return ", ".join([*told, *([by_hand[:1].lower() + by_hand[1:]] if by_hand else [])])
