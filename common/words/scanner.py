"""The page Thử máy quét and the sheet of specimen codes that is scanned there."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Thử máy quét"
CONTEXT = "Quét một thẻ hoặc tờ thử. Máy chỉ nói quét ra sao, không giữ lại gì."
PAD = "Quét vào đây"
PAD_LINES = (
    "Đưa thẻ căn cước hoặc tờ thử trước máy quét và bấm quét một lần.",
    "Máy nói từng bước: nhanh hay chậm, phím kết thúc, bàn phím, dấu ngăn, dấu tiếng Việt, loại thẻ, sẽ điền gì.",
    "Rời trang này là mọi thứ vừa quét mất hẳn.",
)
PAD_AGAIN = "Quét tiếp vào đây"
LISTENING = "Đang nhận…"
HEARD = "Máy quét vừa gửi"
NOTHING_YET = "Chưa quét lần nào."
AGAIN = "Quên lần quét này"
SHEET = "In tờ thử"
SHEET_NAME = "tờ thử máy quét"
SHEET_FILE = "to-thu-may-quet.pdf"

STEPS: Mapping[str, str] = {
    "do": "Cần làm",
    "speed": "Tốc độ",
    "end": "Phím kết thúc",
    "keyboard": "Bàn phím, UniKey",
    "divided": "Dấu ngăn",
    "marks": "Dấu tiếng Việt",
    "card": "Loại thẻ",
    "filled": "Sẽ điền",
}
TONES: Mapping[str, str] = {"sen": "được", "hoe": "nên xem", "son": "đặt lại"}

ENDS: Mapping[str, str] = {
    "enter": "Enter, đúng như nên đặt.",
    "enters": "Enter hai lần (CR+LF). Vẫn đọc được; nên đặt Enter một lần.",
    "tab": "Tab. Vẫn đọc được; nên đặt Enter.",
    "none": "Không có. Vẫn đọc được, máy tự biết thẻ đã hết; nên đặt Enter.",
}
KEYBOARD_FINE = "Bàn phím tiếng Anh, UniKey không chen vào, Caps Lock tắt."
DIVIDED_FINE = "Dấu | giữ nguyên, đủ các phần."
MARKS_FINE = "Còn nguyên."
MARKS_AS_SHEET = "Từng chữ khớp với tờ thử."
MARKS_NOT_AS_SHEET = "Khác với tờ thử: {parts}."
NOT_TOLD = "Chưa biết, vì thẻ chưa đọc được."
NUMBER_ALONE = "Mã vạch chỉ có số, không có chữ để xem."
GENERATIONS: Mapping[str, str] = {
    "barcode": "Mã vạch của thẻ cũ, chỉ có số định danh.",
    "chip": "Thẻ gắn chip (mẫu từ 2021), mã ở mặt trước.",
    "new": "Thẻ căn cước (mẫu từ 07/2024), mã ở mặt sau.",
}
SPECIMEN = "Đây là mã mẫu trên tờ thử."
PARTS: Mapping[str, str] = {
    "name": "tên",
    "residence": "nơi thường trú",
    "born": "ngày sinh",
    "sex": "giới tính",
    "old_id": "số CMND cũ",
    "issued": "ngày cấp",
}
NOTHING_FILLED = "Không điền ô nào."
TO_DO: Mapping[str, str] = {
    "slow": "Đặt khoảng nghỉ giữa các phím của máy quét (inter-character delay) về 0.",
    "enter": "Đặt phím kết thúc của máy quét (suffix) là Enter.",
    "unikey": "Tắt UniKey khi quét: biểu tượng cạnh đồng hồ đổi từ chữ V sang chữ E.",
    "caps": "Tắt Caps Lock.",
    "layout": "Bấm phím Windows và phím cách để chọn ENG; nước của máy quét (keyboard country) đặt là USA.",
    "unicode": "Đặt bộ chữ máy quét gửi đi (output encoding) là Unicode hoặc UTF-8.",
    "again": "Quét lại; giữ thẻ yên và cách mắt đọc độ một gang tay.",
    "fine": "Không phải đặt lại gì.",
}


def speed(keys: int, mean: int, longest: int, slow: bool) -> str:
    """How fast the keys came; times in milliseconds."""
    told = f"{keys} phím, mỗi phím {mean} ms, chỗ ngừng lâu nhất {longest} ms."
    return f"{told} Ngừng lâu thì máy khó biết là máy quét." if slow else told


def filled(parts: str) -> str:
    """What would go into the form."""
    return f"{parts}. Trang này không ghi vào đâu cả."


# ---- the sheet

SPECIMENS = (
    "001099000001|012345678|Nguyễn Thị Đặng Mẫu|01021999|Nữ|Thôn Đọc Đủ Dấu, Xã Thử, Huyện Mẫu, Tỉnh Giả|15032021",
    "001200000003||H'Thử Ksor Mẫu|09092000|Nam|Buôn Đọc Đủ Dấu, Xã Thử, Tỉnh Giả|01082024||||",
)
"""Two people who do not exist, as the codes of both cards say them; the letters are those that scanners lose first."""
SHEET_TITLE = "Tờ thử máy quét"
SHEET_UNDER = "Hai mã MẪU, không phải giấy tờ của ai"
SHEET_CAPTIONS = ("MẪU · thẻ gắn chip, từ 2021", "MẪU · thẻ căn cước, từ 07/2024")
SHEET_HOW = "Mở Trợ giúp, Thử máy quét, rồi quét từng mã."
SHEET_SET = "Máy quét nên đặt"
SHEET_LINES = (
    "Nối kiểu bàn phím USB (USB keyboard, HID)",
    "Nước của bàn phím (keyboard country): USA",
    "Phím kết thúc (suffix): Enter",
    "Bộ chữ gửi đi (output encoding): Unicode, UTF-8",
    "Khoảng nghỉ giữa các phím: 0",
)
SHEET_PC = "Trên máy tính"
SHEET_PC_LINES = ("Bàn phím Windows: ENG", "UniKey: chữ E khi quét", "Caps Lock: tắt")
SHEET_FOOT = "Cách đặt có trong sách đi kèm máy quét. Trang Thử máy quét nói đặt đúng chưa."
