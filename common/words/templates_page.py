"""Words of the page Mẫu thư and of the editor of letters."""

from collections.abc import Mapping, Sequence
from datetime import date

TITLE = "Mẫu thư"
CONTEXT = "lời của từng loại thư; bản đã duyệt giữ nguyên, muốn sửa thì mở bản thảo mới"
COLUMNS = ("Thư", "Đang dùng", "Bản thảo")
ROWS = "Các mẫu thư của xã"
WRITE, NEW, OLDER, APPROVE, OUT = "Sửa lời thư", "Thư mới", "Các bản", "Duyệt bản thảo", "Thôi dùng"
DROP, TAKE, KEEP_FILE = "Bỏ bản thảo", "Lấy từ tệp", "Ghi ra tệp"
NO_DRAFT, NOT_OFFERED = "chưa có", "chưa dùng"
OF_UPDATE, WRITTEN_BY, APPROVED_BY = "theo bản cập nhật của cấp trên", "người viết: {name}", "người duyệt: {name}"

NEW_TITLE = "Thêm một mẫu thư"
NEW_FIELDS = {"layout": "Dựa trên thư nào", "title": "Tên của mẫu"}
NEW_HINT = "như: Thư chúc mừng cháu thứ hai"
APPROVE_TITLE = "Duyệt bản thảo này?"
APPROVE_FIELD, APPROVE_HINT = "Dùng từ ngày", "hôm nay hoặc một ngày sau; thư đã viết giữ nguyên lời cũ"
OUT_TITLE, OUT_WHY = "Thôi dùng bản này", "Vì sao, như: lời chưa hợp với bà con"
DROP_TITLE = "Bỏ bản thảo này?"
DROP_TEXT = "Lời trong bản thảo sẽ mất. Bản đang dùng không đổi."
DROP_YES, DROP_NO = "Bỏ bản thảo", "Giữ lại"
OLDER_TITLE, OLDER_LABEL = "Các bản của mẫu thư", "Xem bản nào"
TAKE_TITLE, FILE_KINDS = "Lấy mẫu thư từ tệp", "Mẫu thư (*.txt)"
KEEP_TITLE = "Ghi mẫu thư ra tệp"
FILE_KEPT = "Đã ghi mẫu thư ra tệp. Quầy khác lấy vào bằng nút Lấy từ tệp."
TAKEN = "Đã lấy tệp vào làm bản thảo. Xem lại rồi trình lãnh đạo duyệt."
APPROVED_TEXT = "Đã duyệt. Thư viết từ ngày {day} theo lời này."
WITHDRAWN_TEXT = "Đã thôi dùng bản này. Thư viết từ nay theo bản trước đó."
DROPPED_TEXT = "Đã bỏ bản thảo. Bản đang dùng không đổi."

EDITOR_TITLE, READING_TITLE = "Sửa lời: {title}", "Xem lời: {title}"
EDITOR_CONTEXT = "bản thảo {version}"
READING_CONTEXT = "bản {version}, chỉ xem"
INSERT_FIELD, BOLD, NEXT_PLACE = "Chèn trường", "Chữ đậm", "Chỗ cần sửa"
INSERT_TITLE, INSERT_HINT, INSERT_LIST = "Chèn vào lời thư", "gõ để tìm, như: ten me", "Các trường và điều kiện"
INSERT, LEAVE, BACK, KEEP = "Chèn", "Để nguyên", "Về danh sách", "Giữ bản thảo"
OTHERWISE, END = "nếu không", "hết nếu"
OTHERWISE_OFFER = "nếu không (ngả thứ hai của một điều kiện)"
SAMPLE, LIVE = "Xem thử với", "Lá thư"
LAST_GOOD = "Trang gần nhất còn dàn được. Sửa các chỗ bên dưới để thấy trang mới."
NOTHING_TO_MEND = "Lời thư đọc được và vừa trang."
THERE = "Tới đó"
KEPT_AT = "Đã giữ lúc {time}"
NOT_KEPT = "Chưa giữ: còn {n} chỗ phải sửa"
NOT_KEPT_YET = "Chưa giữ"
LEAVE_TITLE = "Bản thảo còn chỗ phải sửa"
LEAVE_TEXT = "Lời vừa gõ chưa giữ được vì còn chỗ phải sửa. Ở lại để sửa, hoặc bỏ phần vừa gõ."
STAY, THROW = "Ở lại sửa", "Bỏ phần vừa gõ"

PROBLEMS: Mapping[str, str] = {
    "template-day": "Ghi ngày như 01/12/2026, từ hôm nay trở đi",
    "template-unsound": "Bản thảo còn chỗ phải sửa. {what}",
}


def when(caption: str) -> str:
    """How a condition begins."""
    return f"Nếu: {caption[:1].lower()}{caption[1:]}"


def capital(caption: str) -> str:
    """A field that begins a sentence."""
    return f"{caption} (viết hoa)"


def section(name: str) -> str:
    """A section over its words."""
    return name[:1].upper() + name[1:]


def placed(name: str, line: int, text: str) -> str:
    """A finding with its place: a line of a section, or the letter as a whole."""
    return f"{section(name)}, dòng {line}: {text}" if name else text


def further(count: int) -> str:
    """Findings that are not shown."""
    return f"Còn {count} chỗ nữa, sẽ hiện khi sửa xong các chỗ trên."


def day(on: date) -> str:
    """A day in a table."""
    return f"{on:%d/%m/%Y}"


def waiting(titles: Sequence[str]) -> tuple[str, str]:
    """Drafts that nobody has approved yet."""
    title = f"{len(titles)} mẫu thư chờ duyệt" if len(titles) > 1 else "Một mẫu thư chờ duyệt"
    return title, f"{', '.join(titles)}. Xem lại lời, chọn ngày bắt đầu dùng rồi duyệt."
