"""What the editor of letters says of a text: what to do, then why; and how places and states are called."""

import re
from collections.abc import Mapping

KNOWN: Mapping[str, str] = {
    "text-too-long": "Rút ngắn mẫu thư: mẫu dài {found} ký tự, máy nhận tới {most}.",
    "sign": "Xóa ký tự ẩn {found} ở đây rồi gõ lại: mắt không thấy nhưng bản in sẽ sai.",
    "text-before-sections": (
        "Dời dòng “{found}” xuống dưới một tên phần: trên phần đầu tiên chỉ có “tên: …” và “phiên bản: …”."
    ),
    "header-incomplete": "Ghi đủ hai dòng đầu: “tên: …” là tên của mẫu thư, “phiên bản: …” là một số.",
    "header-twice": "Bỏ bớt một dòng “{found}: …”: mỗi dòng đầu chỉ ghi một lần.",
    "title-too-long": "Rút ngắn tên của mẫu thư xuống {most} ký tự, để danh sách mẫu dễ đọc.",
    "unknown-section": "Đổi tên phần “{found}”: mẫu này không có phần ấy.{near}",
    "section-twice": "Gộp hai phần “{found}” làm một: lá thư chỉ in một phần mang tên ấy.",
    "section-missing": (
        "Thêm phần “{found}”: khuôn thư này cần phần ấy để in. Ghi dòng “== {found}” rồi viết lời bên dưới."
    ),
    "section-empty": "Viết lời cho phần “{found}”: phần ấy đang để trống.{when}",
    "unknown-field": "Sửa trường {{{found}}}: máy chưa biết trường ấy.{near}",
    "field-elsewhere": "Bỏ trường {{{found}}} ({caption}): loại thư này không có điều ấy để ghi.",
    "unknown-condition": "Sửa điều kiện [nếu {found}]: máy chưa biết điều kiện ấy.{near}",
    "condition-elsewhere": "Bỏ điều kiện [nếu {found}] ({caption}): loại thư này không có trường hợp ấy.",
    "branch-not-closed": "Thêm [hết] cho [nếu {found}] mở ở đây: máy chưa biết đoạn ấy dừng ở đâu.",
    "branch-not-open": "Bỏ {found} ở đây, hoặc thêm [nếu …] ở trước: chưa có điều kiện nào đang mở.",
    "second-otherwise": "Giữ một [không thì] cho [nếu {found}]: mỗi điều kiện chỉ có hai ngả.",
    "stray-bracket": "Sửa chỗ “{found}”: ngoặc {{…}} chỉ dùng cho trường, ngoặc […] chỉ dùng cho điều kiện.",
    "branches-too-deep": "Tách bớt điều kiện lồng nhau: máy đọc tới {most} tầng.",
    "too-many-branches": "Bớt điều kiện: một mẫu thư có tới {most} điều kiện là nhiều nhất.",
    "never-said": "Nhắc tới {{{found}}} ({caption}): lá thư chưa ghi điều ấy ở đâu.",
    "bold-not-closed": "Thêm ** ở cuối chỗ in đậm: phần này có một dấu ** chưa đóng nên chữ đậm chạy tới hết phần.",
    "unkind": "Thử nói cách khác cho “{found}”: thư của xã nói nhẹ nhàng, không ra lệnh và không dùng dấu chấm than.",
    "line-count": "Viết phần “{found}” thành {wanted} dòng: {when}phần ấy đang có {count} dòng.",
    "cell-count": "Viết mỗi dòng của phần “{found}” thành hai ô, cách nhau bằng “ | ”.",
    "value-missing": (
        "Đặt {{{found}}} ({caption}) vào trong một [nếu …]: {when}trường ấy không có gì để ghi nên thư không in được."
    ),
    "does-not-fit": "Viết ngắn hơn: {when}lời thư không vừa trang dù chữ đã nhỏ hết mức.",
    "short-does-not-fit": (
        "Viết ngắn hơn phần này: {when}máy đã lấy lời ngắn và cỡ chữ nhỏ nhất mà thư vẫn không vừa trang."
    ),
    "usual-is-short": (
        "Rút ngắn phần “{found}”: với gia đình thường gặp, thư đã phải lấy lời ngắn nên lời ở phần này ít khi in ra."
    ),
    "outside-page": "Viết ngắn hơn dòng “{found}”: {when}dòng ấy chạy ra ngoài khung giấy.",
    "words-collide": "Viết ngắn hơn: {when}dòng “{found}” đè lên chữ bên cạnh.",
    "unprintable": "Đổi ký tự {found}: phông chữ của thư không có ký tự ấy.",
    "not-set": "Xem lại mẫu: {when}máy không dàn được trang.",
    "branch-never-seen": "Xem lại [nếu {found}]: không gia đình nào rơi vào ngả này nên lời ở đó không bao giờ in ra.",
    "otherwise-never-seen": (
        "Xem lại [không thì] của [nếu {found}]: không gia đình nào rơi vào ngả này nên lời ở đó không bao giờ in ra."
    ),
    "name": "Đặt tên mẫu bằng chữ thường không dấu, số và gạch nối, ví dụ birth-rieng-1-card.",
    "layout": "Chọn một khuôn thư có sẵn cho mẫu này: máy dàn trang theo khuôn ấy.",
}
_UNKNOWN = "Xem lại chỗ này: máy không đọc được mẫu (mã {code})."
UNKIND = re.compile(r"!|vui lòng|không hợp lệ|yêu cầu|đề nghị (?:anh|chị|ông|bà|gia đình)", re.IGNORECASE)
"""What a letter of the office says in another way."""
WHEN = "với {case}, "
NEAR = " Có phải là {near} không?"
LINE, IN_SECTION = "Dòng {line}, cột {column}", "Phần “{section}”, dòng {line}, cột {column}"


def sentence(code: str, details: Mapping[str, str]) -> str:
    """The sentence of a finding, its gaps filled."""
    told = {"found": "", "caption": "", "most": "", "wanted": "", "count": "", **details, "code": code}
    case = told.get("case", "")
    told["when"] = _when(code, case)
    told["near"] = NEAR.format(near=told["near"]) if told.get("near") else ""
    return KNOWN.get(code, _UNKNOWN).format_map(told)


def place(section: str, line: int, column: int) -> str:
    """Where a finding is."""
    if section:
        return IN_SECTION.format(section=section, line=line, column=column)
    return LINE.format(line=line, column=column)


def _when(code: str, case: str) -> str:
    if not case:
        return ""
    return f" Đó là khi in cho {case}." if code == "section-empty" else WHEN.format(case=case)
