"""What the page "Thư và in" says: the queue, the sheet, the printer, and the question after printing (LOOK.md 4)."""

from collections.abc import Mapping, Sequence

TITLE = "Thư và in"
QUEUE, QUEUE_COLUMN = "Cần in", "Thư"
CHOSEN = "{chosen} trong {all} được chọn, Space chọn"
CHOSEN_SHORT = "{chosen} trong {all} được chọn"
EMPTY_TITLE = "Không có thư nào chờ in"
BLANK_TITLE, BLANK_TEXT = "Thư sẽ hiện ở đây", "đúng như tờ sẽ in ra, trước khi anh chị bấm in"
EMPTY_TEXT = "Thư mới sẽ tự vào đây khi anh chị lưu một bản ghi."
OF_ALL = "thư {number} trong {all}"
EARLIER, LATER = "Thư trước", "Thư sau"
HOW, PRINTER, PAPER, COPIES, INK, OFFSET, OFFSET_UNIT = (
    "Cách in",
    "Máy in",
    "Giấy",
    "Số bản",
    "Mực",
    "Chỉnh lệch giấy",
    "mm",
)
BLACK, COLOUR = "Đen trắng", "Màu"
ACROSS, DOWN = "ngang ", "dọc "
READY, NO_PRINTER_CHOSEN = "sẵn sàng, nhớ cho thẻ A5", "chưa có máy in nào"
SEE_SHEET, SEE_HOW = "Xem tờ thư", "Cách in"
FOOT_NOTE = "In xong, máy sẽ hỏi anh chị đã đủ tờ chưa rồi mới ghi là đã in."
SAVE_PDF, SAVE_TITLE, SAVED = "Lưu PDF", "Lưu thư thành tệp PDF", "Đã lưu {count} thư vào {file}."
PDF_NAME, PDF_FILTER = "thu-{day}.pdf", "Tệp PDF (*.pdf)"
PRINT_CHOSEN, PRINT_NONE = "In {count} thư đã chọn", "Chọn thư để in"
PRINTING, DRAWING = "Đang gửi {count} thư sang máy in", "Đang vẽ {count} thư"
PRINTING_SHEETS = "Đang gửi lại {count} tờ sang máy in"
STOPPED = "Đã dừng in. Thư vẫn nằm trong hàng chờ. Tờ nào ra dở thì bỏ, rồi in lại."
ASK_TEXT = "Máy in đã nhận {count} thư. Trên bàn đã đủ {sheets} tờ chưa?"
ASK_EARLY = "Lần trước máy in đã nhận {count} thư mà chưa ghi đủ tờ. Trên bàn đã đủ {sheets} tờ chưa?"
ANSWER_FIRST = "Trả lời câu hỏi trên bàn đã đủ tờ chưa, rồi in tiếp."
ASK_AGAIN = "Máy in đã nhận lại {again} tờ. Trên bàn đã đủ {sheets} tờ chưa?"
ALL_HERE, SOME_HERE, NONE_HERE = "Đủ {sheets} tờ", "Thiếu hay hỏng vài tờ…", "Chưa có tờ nào"
MISSING_TITLE = "Tờ nào thiếu hay hỏng"
MISSING_TEXT = (
    "Các tờ xếp theo thứ tự máy in đã nhận. Chọn tờ thiếu, kẹt, nhòe hay rách bằng Space; chỉ những tờ ấy in lại."
)
MISSING_COLUMN = "Tờ"
SHEET, SHEET_COPY = "{number}. {title}", "{number}. {title}, bản {copy}"
TO_THE_END, AGAIN_SHEETS, AGAIN_SHEETS_NONE = "Từ tờ này đến hết", "In lại {count} tờ", "Chọn tờ để in lại"
KEEP_REST = "Ghi {here} tờ đã có"
KEPT_REST = "Đã ghi {here} tờ là đã in. {waiting} thư chưa có tờ nào vẫn nằm trong hàng chờ."
KEPT_COPIES = "Đã ghi {here} tờ là đã in."
COUNTED = "Đã ghi {count} thư là đã in."
NOT_COUNTED = "Chưa ghi thư nào là đã in. {count} thư vẫn nằm trong hàng chờ."
TODAY, TODAY_COUNT = "Đã in hôm nay", " · {count} thư"
TODAY_NOTE = "In lại thì chọn lý do: {reasons}. Tờ in lại giống hệt."
BOOK = "Sổ thư đã in"
OPEN_BOOK = "Mở sổ thư đã in"
TODAY_NONE = "Thư in xong và đã đếm đủ tờ sẽ được kể ở đây."
BOOK_NOTE = "Chọn thư bằng Space, rồi in lại hoặc ghi đã trao."
BOOK_COLUMNS = ("Thư",)
BOOK_PARTS = (("all", "Tất cả"), ("today", "In hôm nay"), ("here", "Chưa trao"))
BOOK_PART_EMPTY = "Không có thư nào trong phần này."
BOOK_PRINTED = "đã in {printed}"
PRINT_AGAIN_NONE, SAY_DELIVERED_NONE = "In lại", "Ghi đã trao"
STALE = "bản ghi đã sửa sau khi in"
BOOK_EMPTY = "Chưa có thư nào được ghi là đã in."
PRINT_BACKS = "In mặt sau"
PRINT_AGAIN, SAY_DELIVERED, CLOSE = "In lại {count} thư", "Ghi đã trao {count} thư", "Đóng"
REASON_TITLE, REASON_LABEL, REASON_TEXT = (
    "In lại thư",
    "Vì sao in lại",
    "Bản in lại giống hệt bản đầu, mã góp ý giữ nguyên.",
)
DELIVER_TITLE = "Ghi đã trao"
DELIVERED = "Đã ghi {count} thư là đã trao."
COPIES_OF, DELIVERED_ON = "{day}, {copies} tờ", "{day}, {way}"
HELD_NOTE = "giữ lại: {reason}"
HELD_TITLE = "Thư này đang giữ lại"
OPEN_HELD, OPEN_TITLE, OPEN_LABEL = "Mở lá thư này…", "Mở lá thư đang giữ lại", "Lý do mở"
OPEN_TEXT = "{reasons}. Muốn làm thư thì ghi lý do; lý do chỉ lưu ở máy này."
LETTERS_LEFT_OUT = "{count} thư chưa in được, vẫn nằm trong hàng chờ: {reasons}"
STILL_PRINTS = "Vẫn in được."
SMALLEST_NAME = "Tên nhỏ nhất cho phép 13 pt. Vẫn in được."
GLYPHS_GOOD, GLYPHS_RARE = "Đủ chữ trong phông.", "Đủ chữ trong phông (có {letters})."
CODES: Mapping[str, str] = {
    "": "Thư không có mã QR.",
    "later": "Mã QR được ghi vào thư lúc in.",
    "read": "Mã QR đọc thử được.",
    "unread": "Mã QR chưa đọc thử được: in một tờ, quét thử rồi hãy trao.",
}
MEND_SETTINGS, MEND_RECORD, SEE_DEATH = "Mở Thiết lập", "Mở bản ghi", "Mở bản khai tử"
TEST_SHEET = "In trang thử có thước"
TEST_SENT = "Đã gửi trang thử sang máy in."
WHERE_EDGE = "Khung này phải cách mép giấy đúng 10 mm. Lệch bao nhiêu thì ghi vào ô Chỉnh lệch giấy."

NO_PRINTER = "Chưa thấy máy in {printer}. Bật máy in, kiểm tra dây, rồi In lại. Thư vẫn nằm trong hàng chờ."
NO_PRINTER_AT_ALL = "Máy này chưa cài máy in nào. Cài máy in rồi In lại, hoặc Lưu PDF. Thư vẫn nằm trong hàng chờ."
REFUSED = "Máy in {printer} chưa nhận thư. Xem máy in còn giấy, còn mực không, rồi In lại. Thư vẫn nằm trong hàng chờ."
TROUBLE_TITLE = "Chưa in được"

REPRINT_REASONS: Mapping[str, str] = {
    "jam": "kẹt giấy",
    "faint": "mờ",
    "wrong-paper": "sai giấy",
    "family-asks": "gia đình xin thêm",
}
"""Why a letter may be printed once more (LOOK.md 4, "Reasons")."""

_SETS: Mapping[int, str] = {2: "sinh đôi", 3: "sinh ba", 4: "sinh tư"}


def family_of(address: str, name: str) -> str:
    """Whom a condolence letter is sent to."""
    return f"Gia quyến cụ {name}" if address == "cụ" else f"Gia đình {address} {name}"


def several(names: Sequence[str]) -> str:
    """Names as they are read out: "A", "A và B", "A, B và C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


def kind_note(event: str, covers: int, of: tuple[bool, str]) -> str:
    """The second line of a letter in the queue; `of`: whether it carries a code, and its template ("": the usual)."""
    coded, template = of
    if event == "death":
        return "chia buồn, thẻ A5" if coded else "chia buồn, không mã QR"
    paper = "khổ A4" if template.endswith("-official") else "thẻ A5"
    if covers == 1:
        return f"chúc mừng, {paper}"
    return f"chúc mừng, {_SETS.get(covers, 'sinh nhiều')}{', khổ A4' if paper == 'khổ A4' else ''}"


def again_for(reasons: Sequence[str], stale: bool = False) -> str:
    """How often a letter was printed again, and why; `stale`: its record was amended since. "" where neither is so."""
    told = ", ".join(dict.fromkeys(reasons))
    again = f"in lại: {told}" if len(reasons) == 1 else f"in lại {len(reasons)} lần: {told}"
    return "; ".join(part for part in (again if reasons else "", STALE if stale else "") if part)


def joined(reasons: Sequence[str]) -> str:
    """Reasons in one line, each once: "gia đình xin thêm, kẹt giấy"."""
    return ", ".join(dict.fromkeys(reason for reason in reasons if reason))
