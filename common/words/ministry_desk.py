"""Words of what goes back to the ministry's software: files, why they are written, months compared."""

from __future__ import annotations

from collections.abc import Mapping

FILE_NAMES: Mapping[str, str] = {"birth": "khai-sinh", "marriage": "ket-hon", "death": "khai-tu"}
"""What stands in the name of a CSV file of each event."""
TROUBLES: Mapping[str, str] = {
    "nothing-for-ministry": "Không có bản ghi nào để xuất. Chưa ghi tệp nào. Chọn kỳ khác, hoặc bản ghi khác.",
    "export-days": "Chưa đọc được hai ngày ấy. Chưa ghi tệp nào. Gõ như 01/11/2026, ngày đầu trước ngày cuối.",
    "no-such-table-form": "Tệp {file} chưa ghi được ở dạng ấy. Chưa ghi tệp nào. Đặt tên tệp có đuôi .xlsx hoặc .csv.",
}


def exported(counts: Mapping[str, int], files: int) -> str:
    """What was written."""
    told = ", ".join(f"{n} {_NAMED[event]}" for event, n in counts.items())
    where = "1 tệp" if files == 1 else f"{files} tệp"
    return f"Đã xuất {told} ra {where}. Trong tệp có tên người dân: giữ kín, dùng xong thì xóa."


def only_here(id: int, number: str) -> str:
    """A record that the ministry's sheet lacks."""
    return f"Chỉ có ở quầy: bản ghi {id}, số {number}"


def compared(only_there: int, only_here: int, different: int, same: int) -> str:
    """The ministry's month beside ours."""
    return (
        f"Giống nhau {same}; chỉ có trong bảng của Bộ {only_there}; chỉ có ở quầy {only_here}; khác nhau {different}."
    )


_NAMED = {"birth": "khai sinh", "marriage": "kết hôn", "death": "khai tử"}
