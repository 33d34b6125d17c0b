"""Words on the papers of a survey: slips, the list of where they went, the result."""

from __future__ import annotations

from datetime import date

from common.words.reports import amount
from common.words.surveys import PLACES, RESPONDENTS, TOO_FEW, days, rate_told, share_of, sort_told, who_asks

SLIP, LIST, RESULT = "Phiếu khảo sát", "Bảng phát và thu phiếu", "Kết quả khảo sát"
NO_NAME = "Không cần ghi tên. Mỗi câu đánh dấu một ô. Câu nào không muốn trả lời thì để trống."
COMMENT = "Điều ông bà, anh chị muốn nói thêm"
END = "Phiếu không có số riêng, không ai biết phiếu này của ai. Gấp lại, bỏ vào thùng hoặc đưa người phát mang về."
LIST_TITLE = "BẢNG PHÁT VÀ THU PHIẾU KHẢO SÁT"
LIST_NOTE = "Người mang phiếu về ghi họ tên và ký. Không ghi ai đã trả lời, ai chưa."
RESULT_TITLE = "KẾT QUẢ KHẢO SÁT"
SECTIONS = ("1. Phiếu phát ra và thu về", "2. Mọi người trả lời thế nào", "3. Các câu hỏi thêm", "4. So với lần trước")
PLACE_HEAD = ("Phát", "Thu về", "Thu về/phát", "Trắng, hỏng", "Đã nhập", "Hài lòng trở lên")
LEVEL_HEAD = ("Mức", "Số phiếu", "Tỷ lệ", "")
ASKED_HEAD = ("Câu hỏi", "Trả lời", "Số phiếu")
TOTAL = "Cộng"
RANGE_NOTE = (
    "Khoảng là khoảng tin cậy 95%: hỏi lại nhiều lần thì tỷ lệ thật thường nằm trong đó. "
    "Nơi dưới 5 phiếu không nêu riêng; giấu thêm nơi ít phiếu kế đó để không ai trừ ra được."
)
SHEET_PLACES, SHEET_LEVELS, SHEET_ASKED, SHEET_FACTS = "Nơi phát", "Mức hài lòng", "Câu hỏi thêm", "Cuộc khảo sát"
TABLE_PLACE_HEAD = ("Phát", "Thu về", "Trắng, hỏng", "Đã nhập", "Hài lòng trở lên", "Tỷ lệ và khoảng 95%")
FACTS_HEAD = ("Mục", "Nội dung")
FACTS = ("Tên", "Loại", "Thời gian", "Phát ra", "Thu về", "Trắng, hỏng", "Đã nhập")


def asker(by: str, by_name: str, office: str) -> str:
    """Who asks, on the slip."""
    told = office if by == "office" else "Ủy ban Mặt trận Tổ quốc Việt Nam" if by == "front" else by_name
    return f"{told} lấy phiếu"


def place_line(place: str) -> str:
    """Where this slip was handed out."""
    return f"Nơi phát: {place}"


def list_under(name: str, first: date, planned: date | None) -> str:
    """Under the title of the list."""
    return f"{name}, {days(first, planned, None)}"


def list_head(respondents: str) -> tuple[str, ...]:
    """The columns of the list."""
    return ("STT", PLACES[respondents], "Phát", "Thu về", "Trắng, hỏng", "Người mang phiếu về: họ tên, ký")


def sort_line(kind: str, by: str, by_name: str, respondents: str) -> str:
    """Of what sort the survey is."""
    return sort_told(kind, by, by_name, respondents)


NOT_CLOSED = "Cuộc này chưa chốt, các số dưới đây còn đổi."


def opening(name: str, sort: tuple[str, str, str, str], span: tuple[date, date | None, date | None]) -> str:
    """The first sentence of the result."""
    kind, by, by_name, respondents = sort
    told = f"khảo sát {'định kỳ' if kind == 'regular' else 'đột xuất'}, {who_asks(by, by_name)}"
    return f"{name}: {told}, hỏi {RESPONDENTS[respondents]}, {days(*span)}."


def returned(back: int, handed: int, spoiled: int, n: int) -> str:
    """How many slips went out and came back."""
    told = rate_told(back, handed)
    if not handed:
        return f"{told[0].upper()}{told[1:]}."
    return f"{told[0].upper()}{told[1:]}; {amount(spoiled)} phiếu trắng, hỏng; nhập {amount(n)} phiếu."


def share_line(content: int, n: int, enough: bool) -> str:
    """How many are satisfied or better, where it may be told."""
    if not enough:
        return f"{amount(n)} phiếu: {TOO_FEW}, dưới 5 phiếu thì chưa nêu tỷ lệ."
    return f"Hài lòng trở lên: {share_of(content, n)}."
