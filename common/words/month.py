"""Words of the month end: contents, writing, result, receipts, bundles sent, exchange of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from common.words.labels import EVENT_WORDS, HELD_WORDS, LETTER_WORDS
from common.words.reports import amount
from common.words.verdicts import reason

TITLE = "Gửi cấp trên"
STEPS = (
    ("Xem những gì sẽ gửi", "đếm, đối chiếu, việc còn sót"),
    ("Ghi ra USB và đọc lại", "ký, khóa kín, đọc lại từng chữ"),
    ("Kết quả", "số gói, tên tệp, việc tiếp theo"),
)
KINDS: Mapping[str, str] = {**LETTER_WORDS, **EVENT_WORDS, "": "Tổng cộng"}
COLUMNS = ("Loại việc", "Đã đăng ký", "Thư đã in", "Thư giữ lại*", "Thư đã trao", "Bản sửa, bỏ")
CONTENTS_NAME = "Bảng đếm những gì sẽ gửi"
PARTS: Mapping[str, str] = {
    "registered": "việc đăng ký",
    "changed": "bản sửa, bỏ",
    "prepared": "thư lập",
    "printed": "thư in",
    "delivered": "thư trao",
    "again": "lần in lại, ghi lại",
    "other": "dòng nội bộ của quầy",
}
AGREES = "Số khớp:"
IN_IT = "Có trong gói"
NOT_IN_IT = "Không có trong gói"
IN_FIGURES = (
    "Số đếm theo loại việc, ngày, đúng hạn hay quá hạn",
    "Thư: in, trao, cách trao, ngày (không có tên)",
)
IN_CHAIN = "Mốc nhật ký để cấp trên kiểm tra không ai sửa lùi"
IN_NAMES = "Họ tên, ngày sự việc, số và quyển, nơi cư trú"
NOT_NAMES = "Họ tên, ngày sinh, địa chỉ, số định danh"
NOT_PAPERS = "Số định danh, số điện thoại, địa chỉ chi tiết"
NOT_REST = ("Nguyên nhân mất, dân tộc", "Ai đã góp ý điều gì", "Ảnh, bản quét giấy tờ")
LOOK_FIRST = "Nên xem trước khi gửi:"
NOTHING_LEFT_YET = "Chưa có gì rời khỏi máy này."
WRITE = "Ghi gói ra USB"
WRITING = "Đang ghi gói và đọc lại."
WHERE_TO = "Chọn USB hoặc thư mục để ghi gói"
SENT = "Các gói đã gửi"
TAKE_RECEIPT = "Nhập biên nhận"
TAKING_RECEIPT = "Đang đọc biên nhận."
WHICH_RECEIPT = "Chọn tệp biên nhận cấp trên gửi về"
RECEIPT_FILES = "Biên nhận (BN-*.mctt);;Tệp trao đổi (*.mctt)"
KEYS = "Trao đổi khóa"
BACK = "Quay lại"
DONE = "Xong"
STOPPED = "Đã dừng theo ý anh chị."
STOPPED_SAFE = "Ở nơi ghi không có gói dở nào. Bấm Ghi gói, máy ghi tiếp đúng gói ấy."
TROUBLE = "Việc vừa rồi chưa làm được"
SUM_FIRST = "Nút mở khi các số khớp nhau."
CARD_HEAD = "Sáu chữ của xã và cấp trên"
CARD_NOTE = "cấp trên gọi hỏi thì đọc sáu chữ này, cấp trên có đúng sáu chữ ấy"
NEXT = "Việc tiếp theo"
NEXT_STEPS = (
    "Rút USB an toàn, mang nộp hoặc gửi tệp qua phần mềm văn bản điều hành.",
    "Ghi số gói và số ngắn vào sổ công văn đi.",
    "Khi có tệp biên nhận, bấm Nhập biên nhận. Chưa có biên nhận thì gói tháng sau tự gửi bù, không mất gì.",
)
NOW = "Làm ngay"
COPY = "Chép thêm một bản"
WHERE_COPY = "Chọn nơi chép thêm một bản"
SENT_EMPTY = "Chưa gửi gói nào. Gói đầu tiên sẽ hiện ở đây khi ghi xong."
SENT_COLUMNS = ("Gói số", "Tháng", "Số dòng", "Tệp", "Số ngắn", "Biên nhận")
RECEIPT_HEAD = "Cấp trên đã nhận những gì"
ASIDE_HEAD = "Để riêng ở cấp trên"
ASIDE_NONE = "Không có dòng nào bị để riêng."
ASIDE_NEXT = "Xem lại từng việc dưới đây, sửa hoặc ghi lại; gói sau gửi bản mới."
SEE_RATINGS = "Xem góp ý"
KINDS_OF_LINE: Mapping[str, str] = {
    "registered": "đăng ký",
    "amended": "bản sửa",
    "voided": "bỏ bản",
    "erased": "xóa theo luật",
    "letter-prepared": "lập thư",
    "letter-printed": "in thư",
    "letter-delivered": "trao thư",
    "letter-voided": "bỏ thư",
    "ratings-tally": "số đếm góp ý tại quầy",
    "restored": "khôi phục sổ",
    "local": "việc nội bộ của quầy",
}
VERDICTS: Mapping[str, str] = {
    "accepted": "Cấp trên đã nhận gói và giữ đủ đến dòng {upto}.",
    "already-accepted": "Cấp trên đã có gói này từ trước, nội dung giống hệt. Không phải làm gì thêm.",
    "waiting": "Cấp trên để gói này chờ vì chưa có phần trước nó. Ghi gói mới: máy tự gửi bù từ biên nhận cuối.",
    "forked": (
        "Cấp trên đang giữ nội dung khác ở phần này. Có thể sổ vừa được khôi phục từ bản sao lưu. "
        "Gọi cấp trên để cùng gỡ, đừng ghi thêm gói."
    ),
}
KEY_TITLE = "Trao đổi khóa với cấp trên"
KEY_INTRO = "Làm một lần. Sau đó gói gửi lên được khóa kín, thư in ra có mã góp ý."
KEY_CARD = "Xuất thẻ quầy"
KEY_CARD_TEXT = "Thẻ không chứa bí mật. Gửi cấp trên bằng USB, thư điện tử hay phần mềm văn bản đều được."
KEY_TAKE = "Nhập tệp khóa"
KEY_TAKE_TEXT = "Tệp KHOA-… do cấp trên gửi về, chỉ máy này mở được."
KEY_WORDS = "Đọc sáu chữ qua điện thoại"
KEY_WORDS_TEXT = "Gọi cấp trên theo số quen dùng. Hai bên đọc cho nhau nghe; gõ lại sáu chữ nghe được vào ô dưới."
KEY_WORDS_LATER = "Sáu chữ hiện ở đây khi đã nhập tệp khóa."
KEY_HEARD = "Sáu chữ nghe qua điện thoại"
KEY_CONFIRM = "Hai bên khớp nhau"
KEY_WRONG_WORDS = "Chưa khớp. Đọc lại từng chữ qua điện thoại, chữ nào khác thì dừng và hỏi lại cấp trên."
WHERE_CARD = "Chọn nơi ghi thẻ quầy"
WHICH_KEY = "Chọn tệp khóa cấp trên gửi về"
KEY_FILES = "Tệp khóa (KHOA-*.mctt);;Tệp trao đổi (*.mctt)"
WORKING = "Đang làm."


def month_of(name: str) -> str:
    """`2026-11` as tháng 11/2026."""
    return f"tháng {name[5:7]}/{name[:4]}"


def page_title(month: str) -> str:
    """The head of the page."""
    return f"Gói {month_of(month)}"


def step_of(step: int, steps: int) -> str:
    """Where one stands."""
    return f"bước {step} trong {steps}"


def contents_title(month: str) -> str:
    """The head of the contents."""
    return f"{month_of(month).capitalize()} sẽ gửi những gì"


def since(receipt: int, on: date | None, seq: int) -> str:
    """From where the bundle counts, and its number."""
    begin = (
        f"Tính từ biên nhận số {receipt} ngày {on:%d/%m/%Y}" if receipt and on else "Chưa có biên nhận, tính từ đầu sổ"
    )
    return f"{begin} đến lúc này. Gói này mang số {seq}."


def unfinished(seq: int) -> str:
    """A bundle was begun and not sealed."""
    return f"Gói số {seq} lần trước chưa ghi xong. Bấm Ghi gói, máy ghi tiếp đúng gói ấy."


def send_to(parent: str) -> str:
    """Who will open it."""
    return f"Gửi tới: UBND {parent}"


def sum_of(parts: Mapping[str, int], lines: int) -> str:
    """The addition itself, headings of nothing left out."""
    told = " + ".join(f"{amount(parts[name])} {word}" for name, word in PARTS.items() if parts.get(name))
    return f"{told or '0'} = {amount(lines)} dòng nhật ký sẽ gửi. Không đọc được: 0."


def sum_differs(total: int, lines: int, unread: int) -> str:
    """The addition does not come out."""
    return (
        f"Số chưa khớp: cộng lại được {amount(total)}, nhật ký có {amount(lines)} dòng, "
        f"{amount(unread)} dòng không đọc được. Chưa gửi gì. Vào Tệp, Kiểm tra dữ liệu, rồi gọi người hỗ trợ."
    )


def held_note(held: Mapping[str, int]) -> str:
    """Why letters were held back; empty when none was."""
    if not held:
        return "* Không có thư nào bị giữ lại."
    return "* " + "; ".join(f"{HELD_WORDS[code]}: {n}" for code, n in sorted(held.items())) + "."


def unhanded(count: int) -> str:
    """Letters printed without a hand-over."""
    return f"{count} thư in rồi chưa ghi ngày trao"


def tallied(count: int) -> str:
    """Answers taken at the desk."""
    return f"{amount(count)} góp ý ghi tại quầy, chỉ có số đếm" if count else "Góp ý ghi tại quầy (lần này chưa có)"


def written_title(seqs: Sequence[int]) -> str:
    """The bundle lies whole where it was written."""
    told = " và ".join(str(seq) for seq in seqs)
    return f"Gói số {told} đã ghi và đọc lại đúng từng chữ"


def written_text(lines: int, kib: int, office: str, parent: str) -> str:
    """How much, who signed, who can open."""
    size = f"{amount(lines)} dòng, {amount(kib)} KB"
    return f"{size}. Đã ký bằng khóa của UBND {office} và khóa kín, chỉ UBND {parent} mở được."


def short_number(document: str) -> str:
    """The first twelve hex digits of a bundle's identity, for people."""
    told = document[:12].upper()
    return " ".join(told[start : start + 4] for start in range(0, len(told), 4))


def short_of(numbers: Sequence[str]) -> str:
    """The short number of each bundle."""
    return "Số ngắn của gói: " + " và ".join(numbers)


def file_at(names: Sequence[str], folder: str) -> str:
    """Where the file lies."""
    return f"Tệp: {', '.join(names)} ở {folder}"


def copied(folder: str) -> str:
    """One more copy lies elsewhere."""
    return f"Đã chép thêm một bản vào {folder} và đọc lại."


def sent_line(rows: Sequence[tuple[int, str]]) -> str:
    """The last bundles in one line."""
    told = ", ".join(f"số {seq} ({state})" for seq, state in rows)
    return f"Các gói đã gửi: {told}" if told else ""


def sent_state(receipt: int, on: date | None, covered: bool, sealed: bool) -> str:
    """What became of a bundle."""
    if not sealed:
        return "chưa ghi xong"
    if receipt and on:
        return f"biên nhận số {receipt}, {on:%d/%m/%Y}"
    return "đã gửi bù trong gói sau" if covered else "chờ biên nhận"


def receipt_title(number: int) -> str:
    """A receipt was taken in."""
    return f"Đã nhận biên nhận số {number}"


def receipt_text(verdict: str, upto: int) -> str:
    """What the level above says of the bundle."""
    return VERDICTS[verdict].format(upto=amount(upto))


def brought(batches: int, messages: int) -> str:
    """What came along with the receipt."""
    if not batches and not messages:
        return "Lần này chưa có góp ý mới đi kèm."
    return f"Kèm theo: {batches} nhóm góp ý, {messages} lời nhắn hoặc xin gọi lại."


def aside_count(count: int) -> str:
    """How many lines were laid aside."""
    return f"{count} dòng để riêng. {ASIDE_NEXT}" if count else ASIDE_NONE


def aside(position: int, kind: str, event: str, on: str, code: str) -> str:
    """One line laid aside."""
    what = KINDS_OF_LINE.get(kind, "")
    named = f"{EVENT_WORDS[event]}, {what}" if event in EVENT_WORDS else what
    day = f" ghi ngày {on[8:10]}/{on[5:7]}/{on[:4]}" if on else ""
    return f"Dòng {position}: {named}{day}. Lý do: {reason(code)}."


def card_written(file: str) -> str:
    """The card lies where it was written."""
    return f"Đã ghi {file}. Gửi tệp này cho cấp trên."


def tie_stands(desk: int, host: str) -> str:
    """The tie in force."""
    return f"Đang dùng: quầy số {desk}, trang góp ý {host}. Sáu chữ đã đối chiếu."


def tie_waits(desk: int, host: str) -> str:
    """A tie whose words are not compared yet."""
    return f"Đã nhận tệp khóa cho quầy số {desk}, trang góp ý {host}. Còn chờ đối chiếu sáu chữ."


NO_TIE = "Chưa nối với cấp trên. Sổ và thư vẫn dùng bình thường, thư chưa có mã góp ý."


def in_figures(groups: Sequence[str]) -> str:
    """The same six words for the eye."""
    return f"Dạng số: {' '.join(groups).upper()}"
