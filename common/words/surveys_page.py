"""Words of the page Khảo sát."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.words.reports import amount
from common.words.surveys import KINDS, RESPONDENTS, SURVEYORS, days, rate, rate_told, sort_told, untold

TITLE = "Khảo sát"
CONTEXT = "lấy phiếu định kỳ, đột xuất; không gắn với lá thư nào"
EMPTY = "Chưa có cuộc khảo sát nào"
EMPTY_TEXT = (
    "Lập một cuộc, in phiếu, ghi đã phát đi đâu. Phiếu thu về thì nhập ở đây, mỗi phiếu vài phím. "
    "Không phiếu nào có tên hay số riêng, nên không ai tra ra được người trả lời."
)
MAKE, OPEN, BACK = "Lập cuộc khảo sát", "Mở cuộc này", "Các cuộc khác"
LIST = "Các cuộc khảo sát"
COLUMNS = ("Cuộc khảo sát", "Năm", "Tình trạng", "Đã nhập", "Thu về")
FACTS, TYPE, CLOSE, REOPEN = "Sửa cuộc này", "Nhập phiếu", "Chốt…", "Mở lại…"
ADD_PLACE, CHANGE_PLACE, DROP_PLACE = "Thêm nơi phát", "Sửa nơi này", "Bỏ nơi này"
PAPERS, SAVE, DROP = "In…", "Lưu kết quả…", "Bỏ cuộc này"
HANDED, RETURNED, TYPED, CONTENT = "Phát ra", "Thu về", "Đã nhập", "Hài lòng trở lên"
HOW, ASKED, PLACES_TITLE, COMMENTS = "Mọi người trả lời thế nào", "Các câu hỏi thêm", "Nơi phát phiếu", "Lời góp ý"
COMMENTS_NOTE = "xếp theo vần, không gắn với mức hài lòng, không gắn với nơi phát"
PLACE_COLUMNS = ("Nơi phát", "Phát", "Thu về", "Trắng, hỏng", "Đã nhập", "Hài lòng trở lên")
NO_PLACES = "Chưa ghi phiếu phát đi đâu. Thêm nơi phát để biết tỷ lệ thu về."
NOT_YET = "Đủ 5 phiếu nhập vào thì biểu đồ hiện ở đây, để không lộ ai trả lời."
NEW_TITLE, FACTS_TITLE = "Lập cuộc khảo sát", "Sửa cuộc khảo sát"
PLAN_FIELDS = {
    "name": "Tên cuộc khảo sát",
    "kind": "Định kỳ hay đột xuất",
    "by": "Ai tổ chức",
    "by_name": "Tên đoàn thể, khi không phải xã hay Mặt trận",
    "respondents": "Hỏi ai",
    "question_set": "Bộ câu hỏi",
    "begun_on": "Ngày bắt đầu",
    "planned_on": "Thu phiếu đến ngày",
    "note": "Ghi chú, không bắt buộc",
}
PLACE_FIELDS = {
    "name": "Tên nơi phát",
    "handed": "Số phiếu phát ra",
    "returned": "Số phiếu thu về",
    "spoiled": "Trong đó trắng, hỏng",
}
NAME_HINT, PLACE_HINT = "Lấy phiếu quý IV năm 2026", "Thôn Đông, trường tiểu học, đoàn xã…"
KEEP, LEAVE = "Ghi", "Thôi"
TYPING_TITLE, TYPING_PLACE, TYPING_DAY = "Nhập phiếu thu về", "Nơi phát", "Ngày thu"
TYPING_TEXT = "Bấm số thứ tự ô được đánh dấu, máy tự sang câu sau; 0 là câu ấy để trống. Enter ghi và sang phiếu sau."
TYPING_COMMENT, TYPING_KEEP, TYPING_BACK = "Lời góp ý trên phiếu", "Ghi và sang phiếu sau", "Bỏ phiếu vừa ghi"
CLOSE_TYPING = "Đóng"
CHOOSE_FIRST = "Chọn mức hài lòng chung trước: bấm số của ô được đánh dấu."
TAKEN_BACK = "Đã bỏ phiếu vừa ghi."
STAY, DROP_WORDS, LEAVE_TEXT = "Nhập tiếp", "Bỏ phiếu này", "Phiếu đang nhập chưa ghi."
NO_PLACE_YET = "Thêm nơi phát trước, rồi nhập phiếu của nơi ấy."
CLOSE_TITLE, CLOSE_YES, CLOSE_NO = "Chốt cuộc khảo sát này", "Chốt", "Để sau"
CLOSE_ANYWAY = "Đã xem, vẫn chốt"
REOPEN_TITLE, REOPEN_WHY = "Mở lại cuộc khảo sát", "Vì sao phải sửa"
DROP_TITLE, DROP_TEXT, DROP_YES = "Bỏ cuộc khảo sát này", "Chưa có phiếu nào nhập vào. Bỏ rồi không lấy lại.", "Bỏ"
DROPPED, PLACE_DROPPED = "Đã bỏ cuộc khảo sát.", "Đã bỏ nơi phát này."
SETS = {"service-3": "Ba mức hài lòng", "service-5": "Năm mức hài lòng"}


def choices() -> dict[str, tuple[tuple[str, str], ...]]:
    """What may be chosen in the facts of a survey: code and words."""
    tables = {"kind": KINDS, "by": SURVEYORS, "respondents": RESPONDENTS}
    return {
        name: tuple((code, told[0].upper() + told[1:]) for code, told in each.items()) for name, each in tables.items()
    }


def set_words(id: str, version: int) -> str:
    """A question set in a list."""
    return f"{SETS.get(id, id)}, bản {version}"


def second_line(kind: str, by: str, by_name: str, respondents: str) -> str:
    """Under a survey's name in the list."""
    return sort_told(kind, by, by_name, respondents)


def year(day: date) -> str:
    """The year a survey began in."""
    return f"{day:%Y}"


def back_told(returned: int, handed: int) -> tuple[str, str]:
    """The return rate of a row, and what stands behind it."""
    return (rate(returned, handed), f"{amount(returned)} trong {amount(handed)}") if handed else ("", "chưa phát")


def context(sort: tuple[str, str, str, str], first: date, planned: date | None, ended: date | None) -> str:
    """The line beside a survey's name."""
    return f"{sort_told(*sort)}, {days(first, planned, ended)}"


def returned_under(returned: int, handed: int) -> str:
    """Under the number of slips that came back."""
    return rate_told(returned, handed)


def typed_under(returned: int, spoiled: int, left: int) -> str:
    """Under the number of slips typed."""
    if not returned:
        return "chưa có phiếu thu về"
    told = [f"{amount(spoiled)} phiếu trắng, hỏng"] if spoiled else []
    told += [f"còn {amount(left)} phiếu chưa nhập"] if left > 0 else []
    return ", ".join(told) or "đủ số thu về"


def place_under(returned: int, handed: int, left: int) -> str:
    """Under a place's name."""
    told = [f"thu về {rate(returned, handed)}"] if handed else ["chưa phát"]
    told += [f"còn {amount(left)} phiếu chưa nhập"] if left > 0 else []
    told += [f"nhập thừa {amount(-left)} phiếu"] if left < 0 else []
    return ", ".join(told)


def place_few(typed: int) -> tuple[str, str]:
    """A place whose answers are not told on their own."""
    return (untold(typed), f"n = {amount(typed)}") if typed else ("", "")


def asked_line(question: str, n: int) -> str:
    """One further question with how many ticked it."""
    return f"{question} (n = {amount(n)})"


def counts_line(counts: Sequence[tuple[str, int]]) -> str:
    """What was ticked."""
    return " · ".join(f"{words} {amount(n)}" for words, n in counts)


def typed_so_far(place: str, typed: int, readable: int) -> str:
    """Under the typing."""
    of = f" trong {amount(readable)} phiếu đọc được" if readable else ""
    return f"{place}: đã nhập {amount(typed)}{of}."


def kept_slip(words: str, comment: str) -> str:
    """The slip kept last."""
    short = comment if len(comment) <= 60 else f"{comment[:60].rstrip()}…"
    return f"Vừa ghi: {words.lower()}" + (f": {short}" if short else "")


def ask_close(n: int, handed: int, returned: int) -> str:
    """Before closing."""
    told = f"{rate_told(returned, handed)}, nhập {amount(n)} phiếu."
    return f"{told[0].upper()}{told[1:]} Chốt rồi thì số đếm đi theo gói tháng; lời góp ý ở lại xã."


def reopened_line(on: date, who: str, reason: str) -> str:
    """Why a closed survey was opened again."""
    return f"Mở lại ngày {on:%d/%m/%Y}, {who}: {reason}"


def state_told(state: str, ended: date | None) -> str:
    """Over an open survey that was told before, or a closed one."""
    if state == "closed":
        return "Đã chốt. Số đếm đi theo gói tháng, lời góp ý ở lại xã."
    return (
        f"Đã chốt lần đầu ngày {ended:%d/%m/%Y}, đang mở để sửa. Chốt lại thì cấp trên dùng con số mới."
        if ended
        else ""
    )


PAPERS_TITLE, PAPERS_WHAT = "In giấy cho cuộc này", "In tờ nào"
PAPERS_YES, PAPERS_NO = "In", "Để sau"
PAPERS_OFFERED = (
    ("slips-a5", "Phiếu khảo sát khổ A5, hai phiếu một tờ A4"),
    ("slips-a4", "Phiếu khảo sát khổ A4, chữ to"),
    ("list", "Bảng phát và thu phiếu, có chỗ ký"),
    ("result", "Tờ kết quả"),
)
PLACE_ON_SLIP, WITHOUT_PLACE = "Trên phiếu", "Không in tên nơi phát"
PAPER_NAMES = {
    "slips-a5": "phiếu khảo sát khổ A5",
    "slips-a4": "phiếu khảo sát khổ A4",
    "list": "bảng phát và thu phiếu",
    "result": "tờ kết quả khảo sát",
}
PAPER_FILES = {
    "slips-a5": "phieu-khao-sat-a5.pdf",
    "slips-a4": "phieu-khao-sat-a4.pdf",
    "list": "bang-phat-phieu.pdf",
    "result": "ket-qua-khao-sat.pdf",
}
SAVE_TITLE, SAVE_FILE, SAVE_KINDS = (
    "Lưu kết quả khảo sát",
    "ket-qua-khao-sat.xlsx",
    "Bảng tính (*.xlsx);;Tờ PDF (*.pdf)",
)


def with_place(name: str) -> str:
    """A slip that names where it was handed out."""
    return f"In tên: {name if len(name) <= 36 else name[:36].rstrip() + '…'}"


def saved(file: str) -> str:
    """A file was written."""
    return f"Đã ghi {file}."
