"""What is told once when the register opens."""

from collections.abc import Mapping
from datetime import datetime

KEYS_MENDED = (
    "Tệp khóa của sổ đã hỏng. Máy mở sổ bằng bản thứ hai để bên cạnh và đã chép lại tệp khóa; "
    "sổ và mật khẩu còn nguyên. "
    "Ổ đĩa của máy có thể sắp hỏng: hôm nay sao lưu ra USB và báo người hỗ trợ."
)
FORGOTTEN: Mapping[str, str] = {
    "printers.json": (
        "Tệp nhớ cách in của từng máy in đã hỏng, cả bản thứ hai. Sổ và thư còn nguyên. Trước lá thư đầu tiên hôm nay, "
        "chọn lại màu mực, độ xê dịch của máy in và in thử một tờ."
    ),
    "window.json": (
        "Tệp nhớ cỡ chữ và giờ tự khóa đã hỏng, cả bản thứ hai. Sổ còn nguyên. Cỡ chữ nay là 100 %, máy tự khóa sau "
        "10 phút; muốn khác thì chọn lại ở trang Thiết lập."
    ),
}
"""By the name of the file that could not be read."""


def copy_owed(at: datetime | None, why: str, second: bool = False) -> str:
    """The window closed without its copy; `why` is the sentence of the trouble, "" where it is not known; `second`: the
    copy beside the register was made."""
    when = f" lúc {at:%H:%M} ngày {at:%d/%m/%Y}" if at else ""
    copy = "bản sao lưu ở nơi thứ hai" if second else "bản sao lưu"
    told = f"Lần đóng máy trước{when}, {copy} chưa chép xong. Sổ còn nguyên, việc đã ghi không mất."
    return " ".join(part for part in (told, why, "Mở cửa sổ thì máy tự chép lại; chưa được thì máy sẽ nói.") if part)


def copy_still_owed(why: str) -> str:
    """Copying again met a trouble too."""
    told = f"Máy vừa chép lại bản sao lưu mà vẫn chưa xong. Sổ còn nguyên. {why}"
    return f"{told} Hôm nay nên chép một bản ra USB (menu Tệp, Bản sao lưu)."
