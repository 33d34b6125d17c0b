"""What may be chosen for a letter by hand: the choices with what the record itself says, forms of address, the back."""

from __future__ import annotations

from collections.abc import Mapping

CHOICE_WORDS: Mapping[str, str] = {
    "": "Theo bản ghi",
    "to-parents": "Gửi cả cha và mẹ",
    "to-mother": "Gửi riêng mẹ",
    "to-father": "Gửi riêng cha",
    "to-relative": "Gửi người nuôi dưỡng đi khai",
    "elderly-couple": "Lời cho đôi bạn cao niên",
    "usual-couple": "Lời như các đôi khác",
    "other-faith": "Gia đình theo đạo khác, hoặc chưa rõ",
    "lunar-date": "Ghi cả ngày âm lịch",
}
"""By the choices of letters.order."""
ADDRESS_WORDS: Mapping[str, str] = {
    "father": "Gọi người cha",
    "mother": "Gọi người mẹ",
    "parents": "Gọi chung cha mẹ",
    "relative": "Gọi người nuôi dưỡng",
    "couple": "Gọi hai người",
    "deceased": "Gọi người mất",
}

TITLE, SHORT = "Lựa chọn cho lá thư", "Lựa chọn"
TEXT = "Chỉ lá thư này đổi, bản ghi giữ nguyên."
BY_RECORD = "Theo bản ghi: {told}"
WHOM, WHICH, MORE, SIGNS = "Thư gửi ai", "Lời thư", "Thêm vào thư", "Người ký"
USUAL_SIGNER, NO_SIGNER = "Theo ngày ghi thư: {name}", "Theo ngày ghi thư: chưa có người ký"
YES, NO, USUAL = "Dùng", "Đóng", "Về như bản ghi"
USUAL_ADDRESS = "Để trống thì là: {word}"
ENGLISH, ENGLISH_FOREIGN = "Bản tiếng Anh ở mặt sau", "Bản tiếng Anh ở mặt sau (có người nước ngoài)"
UNDATED = "Chừa ngày, tháng để viết tay"
LUNAR = "Ghi cả ngày âm lịch: {day}"
LUNAR_NOT = "Ngày âm lịch: chưa ghi được, cần đủ ngày và từ năm 1976"
TEMPLATES: Mapping[str, str] = {
    "birth-card": "Khai sinh, thẻ A5",
    "birth-official": "Khai sinh, khổ A4",
    "marriage-card": "Kết hôn, thẻ A5",
    "condolence-card": "Khai tử, thẻ A5",
    "thanks-card": "Cảm ơn, thẻ A5",
    "apology-official": "Xin lỗi, khổ A4",
}
ON_A5, ON_A4 = "{title}, thẻ A5", "{title}, khổ A4"
TEMPLATE = "Mẫu thư"
CHOSEN = "Chọn tay: {what}"
CHOSEN_WORDS: Mapping[str, str] = {
    "choices": "lời thư",
    "addresses": "cách xưng hô",
    "english": "tiếng Anh ở mặt sau",
    "signatory": "người ký",
    "undated": "chừa ngày tháng",
}
FOREIGN_HINT = "Có người nước ngoài: có thể thêm tiếng Anh ở mặt sau"
NOT_YET = "Chưa đủ để chọn: nhập tên và ngày trước, rồi mở lại."
SAVED_ALREADY = "Bản này đã lưu: đổi lá thư ở Thư và in (Alt+3)."
OPEN_FIRST = "Thư này đang giữ lại. Điều vừa chọn đã ghi nhớ, dùng khi anh chị mở lá thư."
CHANGED = "Đã đổi lá thư theo điều vừa chọn."
_CASES: Mapping[str, str] = {
    "đủ cha mẹ": "gửi cả cha và mẹ",
    "chỉ có mẹ": "chỉ có mẹ",
    "chỉ có cha": "chỉ có cha",
    "nhiều cháu": "nhiều cháu chung tờ",
    "ghi muộn": "khai sinh muộn",
    "cao niên": "đôi bạn cao niên",
    "người nước ngoài": "có người nước ngoài",
    "bậc cao niên": "bậc cao niên",
    "trẻ em": "trẻ em",
}


def by_record(kind: str, holds: frozenset[str], foreign: bool) -> str:
    """What the record itself decides, as one line."""
    told = [words for case, words in _CASES.items() if case in holds and case != "người nước ngoài"]
    if kind == "birth" and not {"đủ cha mẹ", "chỉ có mẹ", "chỉ có cha"} & holds:
        told.insert(0, "gửi người nuôi dưỡng")
    if kind == "death" and not {"bậc cao niên", "trẻ em"} & holds:
        told = ["người lớn"]
    if kind == "death":
        told = [
            words for words in told if words not in (_CASES["đủ cha mẹ"], _CASES["chỉ có mẹ"], _CASES["chỉ có cha"])
        ]
    told += ["có người nước ngoài"] if foreign else []
    return BY_RECORD.format(told=", ".join(told) or "như thường")


def own_template(title: str, name: str) -> str:
    """A letter of the office's own among the papers that may be chosen."""
    return (ON_A4 if name.endswith("-official") else ON_A5).format(title=title)
