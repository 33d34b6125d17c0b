"""Words of evidence: what a file proves, what is kept and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.labels import LETTER_WORDS

TARGETS: Mapping[str, str] = {
    "criterion": "Tiêu chí",
    "session": "Buổi sáng với Nhân dân",
    "letter": "Thư",
    "press": "Tin báo chí",
    "pledge": "Bản cam kết",
    "committee": "Ban chỉ đạo",
    "funding": "Kinh phí",
    "survey": "Khảo sát",
    "meeting": "Buổi gặp dân",
}
NONE = "Chưa có tệp kiểm chứng nào."
STRIPPED = "Máy đã bỏ vị trí, giờ chụp và tên máy ảnh ghi kèm trong ảnh; hình còn nguyên."
MUCH = "Các tệp kiểm chứng đã hơn 2 GB: xem USB sao lưu còn đủ chỗ không."
TAKEN_BACK = "Đã gỡ tệp khỏi hồ sơ kiểm chứng."
LINKED = "Đã gắn tệp với việc ấy."
UNLINKED = "Đã gỡ tệp khỏi việc ấy."
_KEPT = "Dữ liệu đã lưu còn nguyên."
TROUBLES: Mapping[str, str] = {
    "evidence-type": (
        "Tệp {file} chưa thuộc loại giữ làm kiểm chứng. Chưa có gì thay đổi. "
        "Chọn ảnh JPEG, PNG, tệp PDF, Word (.docx), Excel (.xlsx); ảnh loại khác thì lưu lại thành JPEG."
    ),
    "evidence-old-office": (
        "Tệp {file} là kiểu Word, Excel cũ (.doc, .xls). Chưa có gì thay đổi. "
        "Mở tệp ấy, lưu lại thành .docx, .xlsx hoặc PDF rồi chọn lại."
    ),
    "evidence-program": (
        "Tệp {file} có chương trình chạy bên trong nên máy không giữ. Chưa có gì thay đổi. "
        "Hỏi lại người đã gửi tệp, đừng mở nó."
    ),
    "evidence-macro": (
        "Tệp {file} có macro hoặc tự lấy thứ khác từ ngoài về nên máy không giữ. Chưa có gì thay đổi. "
        "Lưu lại thành PDF rồi chọn tệp PDF ấy."
    ),
    "evidence-script": (
        "Tệp PDF {file} có đoạn lệnh, biểu mẫu tự gửi hoặc tệp giấu bên trong nên máy không giữ. Chưa có gì thay đổi. "
        "In tệp ấy ra PDF mới rồi chọn lại."
    ),
    "evidence-locked": (
        "Tệp {file} có mật khẩu nên sau này không ai xem được. Chưa có gì thay đổi. Bỏ mật khẩu rồi chọn lại."
    ),
    "evidence-broken": (
        "Tệp {file} không nguyên vẹn: bị cắt ngang, hoặc bên trong khác với loại tệp. Chưa có gì thay đổi. "
        "Chép lại từ máy ảnh, điện thoại rồi chọn lại."
    ),
    "evidence-unpacks": (
        "Tệp {file} bung ra lớn quá mức của một tài liệu thường. Chưa có gì thay đổi. Lưu lại thành PDF rồi chọn lại."
    ),
    "evidence-too-large": (
        "Tệp {file} lớn hơn {limit} MB. Chưa có gì thay đổi. Lưu ảnh nhỏ lại, hoặc tách tài liệu thành nhiều phần."
    ),
    "evidence-empty": "Tệp {file} không có gì bên trong. Chưa có gì thay đổi. Xem lại có chọn đúng tệp không.",
    "evidence-title-empty": "Tệp chưa có tên gọi nên chưa giữ. Ghi một câu cho biết tệp là gì rồi làm lại.",
    "evidence-reason-empty": "Chưa có lý do nên tệp vẫn còn trong hồ sơ. Ghi vì sao gỡ rồi làm lại.",
    "evidence-long": "Lời ghi dài quá {limit} chữ cái. Chưa có gì thay đổi. Viết gọn lại rồi làm lại.",
    "evidence-day": (
        "Ngày {on} còn chưa tới hoặc đã quá xa nên tệp chưa giữ. Chưa có gì thay đổi. Ghi ngày mà tệp cho thấy."
    ),
    "evidence-when": "Chưa hiểu ngày “{text}”. Chưa có gì thay đổi. Viết ngày mà tệp cho thấy, ví dụ 20/11/2026.",
    "evidence-target": (
        "Chưa rõ {target} là việc gì. Chưa có gì thay đổi. Ghi loại việc rồi mã của việc, ví dụ survey:3."
    ),
    "no-such-target": "Chưa thấy {target} trong sổ. Chưa có gì thay đổi. Xem lại mã ở trang của việc ấy.",
    "no-such-evidence": "Chưa thấy tệp kiểm chứng số {id}. Chưa có gì thay đổi. Xem lại số ở danh sách tệp.",
    "evidence-missing": (
        f"Có {{n}} tệp kiểm chứng không còn trong máy, trong đó có “{{file}}”. {_KEPT} "
        "Cắm ổ hoặc USB có bản sao lưu rồi kiểm tra lại: máy tự lấy tệp về."
    ),
    "evidence-damaged": (
        f"Có {{n}} tệp kiểm chứng đọc không còn nguyên, trong đó có “{{file}}”. {_KEPT} "
        "Cắm ổ hoặc USB có bản sao lưu rồi kiểm tra lại: máy tự lấy bản nguyên vẹn về."
    ),
    "evidence-not-copied": (
        "Sổ đã sao lưu xong nhưng các tệp kiểm chứng chưa chép hết sang {file}. Dữ liệu trên máy còn nguyên. "
        "Xem chỗ ấy còn trống, còn ghi được không; lần sao lưu sau máy chép tiếp."
    ),
}


def target_told(kind: str, ref: str) -> str:
    """A link by its kind and number."""
    return f"{TARGETS[kind]} {ref}" if kind == "criterion" else f"{TARGETS[kind]} số {ref}"


def criterion(code: str, text: str) -> str:
    """A criterion that a file may be tied to."""
    return f"{code}. {text}" if text else code


def criterion_of(code: str, year: str) -> str:
    """A criterion that a file is tied to, and of which year."""
    return f"{TARGETS['criterion']} {code}" + (f" năm {year}" if year else "")


def letter(kind: str, ref: str, day: str) -> str:
    """A letter by its kind and day: whom it went to stands in the register alone."""
    return f"{LETTER_WORDS[kind]} ngày {date.fromisoformat(day[:10]):%d/%m/%Y} (mã {ref})"


def target_row(kind: str, ref: str, day: str, text: str) -> str:
    """What a file may be tied to, with its day (ISO) and its name."""
    on = f" ngày {date.fromisoformat(day[:10]):%d/%m/%Y}" if day else ""
    return f"{target_told(kind, ref)}{on}" + (f": {text}" if text else "")


def size_told(size: int) -> str:
    """How large a file is."""
    return f"{size / 1024**2:.1f} MB".replace(".", ",") if size >= 1024**2 else f"{max(size // 1024, 1)} KB"


def added(id: int, fresh: bool) -> str:
    """A file was taken in, or was there already."""
    return f"Đã giữ tệp số {id}." if fresh else f"Tệp này đã có từ trước, số {id}; đã gắn thêm việc mới."


def listed_line(id: int, on: date, title: str, links: str) -> str:
    """One file in the list."""
    return f"{id}. {on:%d/%m/%Y} · {title}" + (f" · {links}" if links else "")
