"""Papers of the desk beside the letters: lists, envelopes, the slip for opinions, what hangs on the wall (LOOK 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.words.ratings_page import share
from common.words.reports import amount

ENVELOPE = "Phong bì C5"
SIGNS, SIGNS_TITLE = "Danh sách ký nhận", "DANH SÁCH KÝ NHẬN"
SIGNS_HEAD = ("STT", "Người nhận", "Thư", "Ngày", "Ký nhận")
NAMES, NAMES_TITLE = "Thứ tự xướng tên", "THỨ TỰ XƯỚNG TÊN"
READ_AS = "đọc là"
NOBODY = "Chưa có ai trong thứ tự của buổi này."
OPINION = "Phiếu góp ý giấy"
OPINION_MEND = "Cần sửa điều gì? (đánh dấu mấy ô cũng được)"
OPINION_FATE = "Xã đếm chung cả thùng, dán kết quả mỗi quý, kèm việc đã sửa."
OPINION_WORDS, OPINION_CALL, OPINION_CODE = "Lời nhắn", "Xin gọi lại, số", "Mã trên thư (nếu có)"
OPINION_END = "Không cần ghi tên. Bỏ vào thùng góp ý."
ROUND, ROUND_TITLE = "Phiếu đi trao tại nhà", "PHIẾU ĐI TRAO TẠI NHÀ"
ROUND_HEAD = ("STT", "Gia đình", "Thư", "Ký nhận, hoặc số ảnh, trang sổ")
ROUND_NOTE = "Gia đình vắng thì mang thư về, ghi chữ “vắng” vào ô ký nhận. Không để thư ngoài cửa."
TOGETHER = "Cùng đi: {together}"
NO_HAMLET = "Chưa ghi thôn"
LETTERS = {
    "birth": "chúc mừng khai sinh",
    "marriage": "chúc mừng kết hôn",
    "death": "chia buồn",
    "thanks": "cảm ơn",
    "apology": "xin lỗi",
}
BOARD_LABELS = ("Bà con nói", "{kind} đã")
BOARD_LINES = 3
LONGEST_LINE = 160
NOTICE_TITLE = "THÔNG BÁO"
NOTICE_UNDER = "về việc giữ thông tin của bà con ở quầy này"
KINDS = ("xã", "phường", "đặc khu")


def kind_of(unit: str) -> str:
    """Xã, Phường or Đặc khu, from "xã An Liên"."""
    kind = next((kind for kind in KINDS if unit.lower().startswith(f"{kind} ")), KINDS[0])
    return f"{kind[:1].upper()}{kind[1:]}"


def page_of(number: int, of: int) -> str:
    """Which page of how many."""
    return f"Trang {number}/{of}"


def letter(kind: str, names: Sequence[str]) -> str:
    """Which letter, in a list: of a birth with the child's name."""
    told = LETTERS.get(kind, "")
    text = f"{told} {', '.join(names)}" if kind == "birth" and names else told
    return f"{text[:1].upper()}{text[1:]}"


def round_under(hamlet: str, count: int, together: str) -> str:
    """The line under the title of a round."""
    told = f"{hamlet or NO_HAMLET}: {count} thư."
    return f"{told[:1].upper()}{told[1:]} {TOGETHER.format(together=together)}." if together else told


def short_day(day: date) -> str:
    """A day in a column."""
    return f"{day:%d/%m/%Y}"


def parents(line: str) -> str:
    """Under a child's name on the sheet that is read aloud."""
    return f"Gia đình {line[:1].lower()}{line[1:]}"


# ---- what was mended


def board_title(kind: str) -> str:
    """XÃ ĐÃ SỬA GÌ"""
    return f"{kind.upper()} ĐÃ SỬA GÌ"


def board_labels(kind: str) -> tuple[str, str]:
    """What stands over each half of a pair."""
    return BOARD_LABELS[0], BOARD_LABELS[1].format(kind=kind)


def board_figure(content: int, n: int, enough: bool) -> str:
    """The figure of the quarter, never without its n."""
    if not enough:
        return f"Quý này có {amount(n)} góp ý: chưa đủ số liệu" if n else "Quý này chưa có góp ý: chưa đủ số liệu"
    return f"{amount(content)} trong {amount(n)} góp ý ở mức hài lòng trở lên: {share(content, n)}"


BOARD_NOTE = "Khoảng ấy nói rằng: hỏi hết bà con thì tỷ lệ thật gần như chắc nằm trong đó. Góp ý không cần ghi tên."
BOARD_FEW = "Dưới 5 góp ý thì không nêu tỷ lệ, để không ai đoán được ai nói gì. Góp ý không cần ghi tên."

# ---- what is kept


def notice_sections(unit: str, names_travel: bool, ask: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sections of the notice: true to what the program does."""
    return (
        ("Giữ những gì", (_KEPT, _NOT_KEPT)),
        ("Vì sao", (_WHY,)),
        ("Ở đâu, ai xem được", (_WHERE, _NAMES_TRAVEL if names_travel else _FIGURES_TRAVEL)),
        ("Bao lâu", (_HOW_LONG,)),
        ("Muốn biết, muốn sửa, muốn xóa thì hỏi ai", (_ASK, *ask)),
        ("Không muốn nhận thư", (_NO_LETTER,)),
        ("Góp ý", (_OPINION.format(unit=unit),)),
    )


def ask_whom(officer: str, title: str, phone: str) -> tuple[str, ...]:
    """Who answers; a line to write on where the office has not said."""
    who = ", ".join(one for one in (officer, title) if one)
    blank = "…………………………"
    return (f"Người trả lời: {who or blank}. Điện thoại: {phone or blank}.",)


_KEPT = (
    "Khi làm khai sinh, kết hôn, khai tử ở quầy, máy giữ những gì ông bà, anh chị khai: họ tên, ngày sinh, nơi ở, quan "
    "hệ, số định danh nếu có, ngày và số đăng ký. Máy cũng giữ lá thư xã đã viết, ngày trao và lời góp ý gửi tới quầy."
)
_NOT_KEPT = "Máy không giữ ảnh giấy tờ, không giữ dấu vân tay. Chương trình này làm việc không cần mạng."
_WHY = (
    "Để ghi việc hộ tịch theo Luật Hộ tịch số 60/2014/QH13, để viết thư chúc mừng, chia buồn, cảm ơn, xin lỗi, và để "
    "đếm số việc. Dữ liệu được bảo vệ theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15."
)
_WHERE = (
    "Trong máy của quầy và các bản sao lưu, tất cả đều khóa bằng mật khẩu. Người làm việc ở quầy mới mở được, và máy "
    "ghi lại ai đã xem gì."
)
_FIGURES_TRAVEL = "Mỗi tháng xã gửi cấp trên các con số, không có họ tên."
_NAMES_TRAVEL = "Mỗi tháng xã gửi cấp trên các con số, kèm họ tên và ngày, trong tệp đã khóa mà chỉ cấp trên mở được."
_HOW_LONG = (
    "Máy không tự xóa. Sổ hộ tịch giấy và cơ sở dữ liệu của Bộ Tư pháp là bản gốc; bản ở quầy giữ chừng nào còn cần "
    "cho việc. Khi có yêu cầu và pháp luật cho phép, lãnh đạo xã xóa bản ghi cùng trang thư và đưa giấy báo đã xóa."
)
_ASK = (
    "Ông bà, anh chị hỏi tại quầy: máy in ra một tờ giấy ghi mọi điều đang giữ về mình, trả lời trong 2\u00a0ngày "
    "làm việc. Có chỗ nào sai thì sửa."
)
_NO_LETTER = (
    "Chỉ cần nói với cán bộ ở quầy “gia đình không muốn nhận thư”. Từ đó máy không viết thư cho gia đình nữa, kể cả "
    "những việc sau này; máy nhớ lời ấy bằng một dấu, không bằng tên. Đổi ý lúc nào cũng được. Việc hộ tịch vẫn làm "
    "như mọi người."
)
_OPINION = (
    "Mã in trên thư, phiếu giấy, màn hình và lời nói tại quầy đều là góp ý, không cần ghi tên. Kết quả chung của "
    "{unit} được dán ở đây mỗi quý."
)
