"""Words of sheets taken in: why a row is left for a person, what an import wrote, what stayed when it was undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.ministry import caption

NO_HEADING = "nào ghi tên cột"
SAID = "Nhập từ sổ của Bộ"
"""The reason kept with every warning of a row, and with what the law asks of a fresh entry alone."""
AMENDED = "Nhập từ bảng tính ngày {day}"
PILES: Mapping[str, str] = {
    "new": "Mới",
    "changed": "Có khác",
    "same": "Giống hệt",
    "conflict": "Cần xem",
    "unreadable": "Chưa đọc được",
}
REASONS: Mapping[str, str] = {
    "other-person": "Số này trong sổ đang là {name}. Xem lại số và quyển, rồi ghi hoặc sửa bằng tay.",
    "twice-in-sheet": "Dòng {line} của bảng cũng mang số này. Xem dòng nào đúng, xóa dòng kia rồi xem lại.",
    "same-line": "Giống hệt dòng {line}, nên chỉ tính một lần.",
    "book-closed": "Quyển {book} năm {year} đã khóa ngày {day}. Ghi từng việc bằng tay, kèm lý do.",
    "book-elsewhere": "Quyển {book} do {desk} ghi. Nhập bảng này ở máy ấy.",
    "amended-here": "Bản ghi này đã được sửa ở quầy sau khi nhập. Đối chiếu rồi sửa bằng tay nếu cần.",
    "voided-here": "Số này đã bỏ ở quầy. Nếu vẫn đúng thì ghi lại bằng tay.",
    "erased-here": "Số này đã xóa theo luật nên không nhập lại.",
    "under-other-number": "{name} đã có trong sổ ở số {number}, quyển {book}. Xem có phải một việc không.",
    "unit-not-ours": (
        "Nơi đăng ký “{text}” không phải xã mình hay xã đã nhập vào. Nếu cột này không cần thì bỏ chọn cột."
    ),
    "other-year": "Ngày đăng ký trong bảng thuộc năm khác với quyển của bản ghi. Đối chiếu rồi sửa bằng tay.",
    "no-number": "Dòng này không có số: khi nhập sẽ lấy số tiếp theo của quyển.",
}
NO_IMPORTS = "Chưa nhập bảng tính nào."
STAYED: Mapping[str, str] = {
    "amended": "đã sửa sau khi nhập",
    "voided": "đã bỏ trước đó",
    "erased": "đã xóa theo luật",
    "printed": "thư đã in hoặc đã trao",
}
TROUBLES: Mapping[str, str] = {
    "sheet-look-again": (
        "Sổ đã có thay đổi từ lúc xem thử bảng. Chưa ghi gì. Bấm Xem lại để đối chiếu bảng với sổ bây giờ."
    ),
    "sheet-password": "Tệp này có mật khẩu nên chưa mở được. Chưa đọc gì. Bỏ mật khẩu bằng Excel, lưu rồi chọn lại.",
    "sheet-not-a-table": "Tệp này không phải bảng tính. Chưa đọc gì. Chọn tệp .xlsx, .xls, .ods hay .csv.",
    "sheet-empty": "Trong đó không có dòng nào. Chưa đọc gì. Chọn tệp khác, hoặc chép lại các ô cần nhập.",
    "sheet-too-large": (
        "Bảng này lớn hơn mức máy đọc được ({limit}). Chưa đọc gì. Tách ra, mỗi tệp một năm, rồi nhập lần lượt."
    ),
    "sheet-damaged": "Tệp này không nguyên vẹn. Chưa đọc gì. Chép lại tệp, hoặc mở bằng Excel rồi lưu thành .xlsx.",
    "sheet-other-kind": "Tệp này thật ra là {kind}. Chưa đọc gì. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
    "sheet-lacks": (
        "Bảng này chưa có cột {columns}. Chưa đọc dòng nào. Chọn cho mỗi cột ấy một cột của bảng, hoặc chọn trang khác."
    ),
    "sheet-no-file": "Chưa có tệp để nhập. Chưa có gì thay đổi. Gõ tên tệp, hoặc --list để xem các lần đã nhập.",
    "sheet-no-such-sheet": "Không có trang {sheet}. Chưa có gì thay đổi. Các trang của bảng: {sheets}.",
    "sheet-no-such-column": "Không có cột {column}. Chưa có gì thay đổi. Gõ đúng tên cột, hoặc chữ của cột: A, B, AA.",
    "sheet-no-such-key": (
        "Không có khóa {key} cho loại việc này. Chưa có gì thay đổi. Xem các khóa trong một tệp ministry-export."
    ),
    "sheet-old-letters": (
        "Cột {columns} có vẻ gõ bằng phông chữ cũ (TCVN3, VNI). Chưa ghi gì. "
        "Thêm --convert CỘT=tcvn3 hay CỘT=vni để đổi, hoặc CỘT=none để giữ nguyên."
    ),
    "sheet-letters-from": "Chưa đọc được ngày {text}. Chưa ghi gì. Gõ như 1/11/2026.",
    "sheet-nothing": "Không có dòng nào để ghi. Chưa có gì thay đổi. Đánh dấu dòng cần nhận, hoặc chọn tệp khác.",
    "sheet-row-not-changed": (
        "Dòng {line} không phải dòng khác bản đã ghi. Chưa ghi gì. Chỉ đánh dấu những dòng khác bản đã ghi."
    ),
    "no-such-import": "Không có lần nhập bảng nào mang số {id}. Chưa có gì thay đổi. Xem danh sách các lần nhập.",
    "import-undone": "Lần nhập số {id} đã hoàn lại ngày {day}. Chưa có gì thay đổi thêm. Xem danh sách các lần nhập.",
}


def lacking(keys: Sequence[str]) -> str:
    """Which columns a sheet has to have and lacks."""
    return ", ".join(caption(key) for key in keys) if keys else NO_HEADING


def slashed(day: date) -> str:
    """A day as clerks write it."""
    return f"{day:%d/%m/%Y}"


def reason(code: str, details: Mapping[str, str]) -> str:
    """Why a row is left for a person, or what there is to know of it."""
    return REASONS[code].format_map(details)


def amended(day: date) -> str:
    """The reason of what a sheet amends."""
    return AMENDED.format(day=slashed(day))


def counted(counts: Mapping[str, int]) -> str:
    """How many rows are in each pile."""
    return "; ".join(f"{PILES[pile]}: {n}" for pile, n in counts.items()) + "."


def taken(id: int, entered: int, amended: int, waiting: int) -> str:
    """What was written."""
    letters = f"{waiting} việc có thể chờ in thư" if waiting else "không việc nào tự chờ in thư"
    return f"Lần nhập số {id}: ghi mới {entered}, sửa {amended}; {letters}."


def undone(voided: int, put_back: int, stayed: int) -> str:
    """What was taken back."""
    return f"Đã bỏ {voided} bản ghi, trả {put_back} bản về như trước; {stayed} bản ở lại."


def stayed_line(number: str, why: str) -> str:
    """A registration that stays as it is."""
    return f"Số {number} ở lại: {why}."


def change(label: str, before: str, after: str) -> str:
    """A field before and after."""
    return f"{label}: {before} → {after}"


def other_sheets(names: Sequence[str]) -> str:
    """What else a file holds."""
    return f"Chỉ đọc một trang. Các trang khác của tệp: {', '.join(names)} (chọn bằng --sheet)."


def row_line(line: int, pile: str, number: str, why: str) -> str:
    """A row of the sheet in the terminal."""
    head = f"Dòng {line} ({PILES[pile].lower()}), số {number or '(không có)'}"
    return f"{head}: {why}" if why else head


def import_line(id: int, on: date, counts: tuple[int, int, int], undone_on: date | None) -> str:
    """A sheet that was taken in, in the terminal."""
    told = f"{id}. {slashed(on)} · ghi mới {counts[0]}, sửa {counts[1]}, để lại {counts[2]}"
    return f"{told} · đã hoàn lại ngày {slashed(undone_on)}" if undone_on else told


def sheet(id: str) -> str:
    """Which sheet taken in, in the access log."""
    return f"lần nhập {id}"
