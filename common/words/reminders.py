"""Nhắc việc: backup, month bundle, receipt, quarter, signatory; what was left half done at the desk."""

from __future__ import annotations

from datetime import date, datetime

from common.words.labels import EVENT_WORDS, LETTER_WORDS
from common.words.today import saved_at, short

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}

NEVER_COPIED = ("Chưa sao lưu lần nào", "Cắm USB rồi bấm Sao lưu ngay. Máy hỏng vẫn còn đủ sổ.")
NO_SIGNER = ("Chưa có người ký thư", "Thêm người ký ở Thiết lập, sau đó thư mới in được.")


COPIED_IN_FUTURE = (
    "Chưa rõ đã sao lưu hôm nào",
    "Lần sao lưu trước mang ngày chưa tới: đồng hồ máy khi ấy đã sai. Xem lại ngày giờ rồi bấm Sao lưu ngay.",
)
DRILL_DUE = (
    "Đến kỳ tập khôi phục",
    "Mười phút: vào Tệp, Tập khôi phục… Buổi tập không đổi gì trong sổ, chỉ xem bản sao có mở được không.",
)
RESCUE_UNPROVED = (
    "Tờ cứu hộ chưa đối chiếu",
    "Quên mật khẩu hay hỏng máy thì chỉ tờ ấy mở được sổ. In rồi gõ lại ba nhóm chữ ở Thiết lập.",
)
WORDS_WAIT = (
    "Chờ so sáu chữ với cấp trên",
    "Gọi cấp trên, hai bên đọc sáu chữ. Khớp thì thư có mã QR và gói tháng gửi được.",
)

KEYS_CHANGING = (
    "Đang đổi khóa của quầy",
    "Gửi thẻ mới lên cấp trên rồi nhập tệp khóa mới. Trong lúc chờ gói vẫn ký bằng khóa cũ.",
)


def board_due(quarter: int, count: int) -> tuple[str, str]:
    """What was done after opinions may be told, and the board is not made yet."""
    return (
        f"Bảng “đã sửa gì” quý {ROMAN[quarter]} chưa soạn",
        f"{count} việc đã làm có câu cho người dân đọc, máy điền sẵn. Xem lại rồi in ở Giấy tờ in sẵn.",
    )


def tie_of_before(unit: str) -> tuple[str, str]:
    """The unit goes by another name, and the level above still knows the one before."""
    return (
        "Nối lại với cấp trên theo tên mới",
        f"Quầy nay là {unit}; cấp trên còn ghi tên trước. Mang thẻ mới lên để đổi.",
    )


def uncounted(sheets: int) -> tuple[str, str]:
    """A printer took sheets and nobody has said how many lie on the table."""
    return f"Chưa đếm {sheets} tờ đã in", "Đủ tờ thì thư qua Chờ ký, đóng dấu. Thiếu tờ nào in lại tờ ấy."


def draft_waits(event: str, at: str, today: date) -> tuple[str, str]:
    """A form left before it was saved, on purpose or by a power cut."""
    when = saved_at(at, today).removeprefix("lưu ")
    return (
        f"Bài đang gõ {when}",
        f"{EVENT_WORDS.get(event) or LETTER_WORDS[event]}, còn nguyên từng ô. Mở lại rồi gõ tiếp.",
    )


def copy_owed(at: datetime | None, second: bool) -> tuple[str, str]:
    """The copy at the end of work did not come about."""
    title = "Nơi thứ hai còn thiếu bản sao" if second else "Lần sao lưu trước chưa xong"
    when = f" lúc {at:%H:%M} ngày {at:%d/%m}" if at else ""
    return title, f"Chép{when} chưa được, sổ vẫn nguyên. Xem chỗ trống của ổ, cắm lại USB rồi bấm Sao lưu ngay."


def copy_age(days: int) -> tuple[str, str]:
    """The last backup is old."""
    return f"Chưa sao lưu {days} ngày", "Cắm USB rồi bấm Sao lưu ngay. Máy hỏng vẫn còn đủ sổ."


def second_age(days: int | None) -> tuple[str, str]:
    """The second place has had no copy for long; None: nobody can tell, the clock was wrong."""
    title = f"Nơi thứ hai {days} ngày chưa có bản sao" if days else "Nơi thứ hai chưa rõ có bản sao mới"
    return title, "Cắm USB hay ổ ấy lại rồi vào Các bản sao lưu, Sao lưu ngay. Máy hỏng thì chỉ còn bản ở đó."


def bundle_coming(month: int, first: date, due: date, lines: int) -> tuple[str, str]:
    """The running month goes up when it has ended."""
    return (
        f"Gói tháng {month}: từ {short(first)}",
        f"Hạn gửi {short(due)}. {lines} dòng đang chờ, xem trước ở Gửi cấp trên.",
    )


def bundle_due(month: int, due: date, days: int, lines: int) -> tuple[str, str]:
    """The month has ended and its bundle is not written; `days` that are left, less than 0 once it is late."""
    title, waiting = f"Gói tháng {month} chưa gửi", f"{lines} dòng đang chờ."
    if days < 0:
        return title, f"Hạn {short(due)} đã qua {-days} ngày. Ghi gói hôm nay, cấp trên vẫn nhận. {waiting}"
    left = f"còn {days} ngày" if days else "là hôm nay"
    return title, f"Hạn gửi {short(due)}, {left}. {waiting}"


def receipt_awaited(seq: int, month: int) -> tuple[str, str]:
    """A bundle is away and no receipt came back."""
    return f"Chờ biên nhận gói số {seq}", f"Gói tháng {month} đã ghi ra. Biên nhận về thì nhập ở Gửi cấp trên."


def receipt_missing(seq: int, days: int) -> tuple[str, str]:
    """A bundle is away for long and no receipt came back."""
    return (
        f"Gói số {seq} đi {days} ngày chưa có biên nhận",
        "Gọi cấp trên hỏi tệp biên nhận. Gói có thất lạc cũng không sao, gói tháng sau tự gửi bù.",
    )


def laid_aside(count: int) -> tuple[str, str]:
    """A receipt says that lines were laid aside above, and nobody has looked into them yet."""
    return f"Cấp trên để riêng {count} dòng", "Biên nhận nói vì sao. Mở việc ấy ở Cần xem lại, sửa hoặc ghi đã xem."


def bundle_stopped(seq: int) -> tuple[str, str]:
    """The level above answered, and has not taken the bundle."""
    return f"Cấp trên để chờ gói số {seq}", "Biên nhận nói vì sao và phải làm gì: xem Các gói đã gửi ở Gửi cấp trên."
