"""What the desk's command line says when an act is done."""

from __future__ import annotations

from collections.abc import Sequence

from common.counts import Report
from common.words.labels import CASE_WORDS, EVENT_WORDS, FIELD_LABELS, LETTER_WORDS, SEX_WORDS, TYPE_WORDS

_CARD_LABELS = {
    "citizen_id": "Số định danh",
    "old_id": "Số CMND cũ",
    "name": "Họ tên",
    "born": "Ngày sinh",
    "sex": "Giới tính",
    "residence": "Nơi thường trú",
    "issued": "Ngày cấp",
}
_STATES = {"live": "đang có hiệu lực", "void": "đã bỏ", "erased": "đã xóa theo luật"}
_STEPS = {
    "name-smaller": "Dòng tên vừa khung ở cỡ chữ {size} pt.",
    "name-broken": "Dòng tên xếp thành {size} dòng.",
    "body-smaller": "Lời thư vừa khung ở cỡ chữ {size} pt.",
    "short-text": "Thư dùng lời ngắn cho vừa khung.",
}


def register_made(unit: str) -> str:
    """Set-up is done."""
    return f"Đã lập sổ cho {unit}."


def recovery(code: str) -> str:
    """The recovery code, told once."""
    return f"Mã cứu hộ (ghi ra giấy, cất nơi khóa được, chỉ hiện một lần): {code}"


def user_added(name: str, password: str) -> str:
    """A user was added; the password is told only when the machine made it."""
    told = f" Mật khẩu lần đầu: {password}" if password else ""
    return f"Đã thêm người dùng {name}.{told}"


def older_copy(epoch: int) -> str:
    """The file was put back by hand: an older copy stands where a newer register stood."""
    return (
        f"Tệp sổ này cũ hơn lần dùng trước trên máy này, có thể vừa được chép đè từ một bản cũ. "
        f"Máy đã ghi là bản dựng lại (lần {epoch}) để cấp trên biết. "
        f"Tìm lại bản mới hơn nếu còn; không còn thì ghi lại các việc bị thiếu."
    )


def setting_kept(name: str) -> str:
    """A setting was changed."""
    return f"Đã ghi thiết lập {name}. Thư đã chuẩn bị trước đó giữ nguyên."


def signatory_kept(name: str) -> str:
    """Another person signs from today."""
    return f"Từ hôm nay {name} ký thư. Thư đã chuẩn bị trước đó giữ người ký cũ."


def entered(id: int, number: str) -> str:
    """A registration is on disk."""
    return f"Đã lưu số {number} (bản ghi {id}). Việc tiếp theo: in thư."


def problem(field: str, level: str, sentence: str) -> str:
    """A problem behind the label of its field; one that may stay as it is says so."""
    told = f"{FIELD_LABELS[field]}: {sentence}" if field in FIELD_LABELS else sentence
    return f"Nên xem lại. {told}" if level == "warning" else told


MAY_BE_TWICE = 'Chưa ghi gì. Đúng là hai việc khác nhau thì sửa lại với --anyway "vì sao là bản khác".'


def stopped_at(file: str, done: int) -> str:
    """Several files were given and one was refused."""
    return f"Dừng ở tệp {file}. {done} việc trước đó đã lưu, không phải ghi lại."


def amended(id: int, version: int, letters: int) -> str:
    """A new version is on disk."""
    touched = f" {letters} thư làm theo bản cũ, xin xem có cần in lại không." if letters else ""
    return f"Đã sửa bản ghi {id}, nay là lần {version}; bản cũ còn nguyên.{touched}"


def voided(id: int, letters: int) -> str:
    """A registration no longer counts."""
    touched = f" {letters} thư kèm theo cũng không còn tính." if letters else ""
    return f"Đã bỏ bản ghi {id} khỏi các con số; không có gì bị xóa.{touched}"


def record(id: int, version: int, state: str) -> str:
    """The head of a shown record."""
    return f"Bản ghi {id}, lần {version}, {_STATES.get(state, state)}"


def past_step(what: str, by: str, why: str) -> str:
    """One thing that happened to a record."""
    return f"- {what} ({by}){f': {why}' if why else ''}"


def past_change(label: str, before: str, after: str) -> str:
    """One field before and after."""
    return f"    {label}: {before} → {after}"


def field(name: str, value: str) -> str:
    """One field of a shown record."""
    return f"  {FIELD_LABELS.get(name, name)}: {_in_words(name, value)}"


def _in_words(name: str, value: str) -> str:
    if name.endswith("sex"):
        return SEX_WORDS.get(value, value)
    if name == "registration_type" and value.isdecimal():
        return TYPE_WORDS.get(int(value), value)
    if name == "case":
        return ", ".join(CASE_WORDS.get(word, word) for word in value.split())
    return value


def found(id: int, event: str, names: str, told: tuple[str, str, str]) -> str:
    """One hit of a search; `told` is its day, number and state."""
    day, number, state = told
    gone = "" if state == "live" else f", {_STATES.get(state, state)}"
    return f"{id}  {EVENT_WORDS[event]}  {names}  {day}, số {number}{gone}"


def nothing_found(text: str) -> str:
    """A search without a hit."""
    return f"Không thấy “{text}”. Thử tên không dấu, năm sinh lệch 1, hoặc số quyển."


def index_renewed() -> str:
    """Before the first search in a register of an earlier version."""
    return "Sổ này do bản trước ghi. Máy đang đọc lại một lần để tìm được cả nơi ở, ngày và số định danh."


def card_label(name: str) -> str:
    """The label of a part of an identity card."""
    return _CARD_LABELS.get(name, name)


def letter_ready(letter: int, file: str, code: str) -> str:
    """A letter was prepared."""
    told = f", mã {code}" if code else ", không có mã góp ý"
    return f"Thư số {letter} đã sẵn trong {file}{told}."


def fitting_step(step: str) -> str:
    """What was done so that a long text fits."""
    name, _, size = step.partition(" ")
    return _STEPS.get(name, step).format(size=size)


def letters_ready(count: int, file: str) -> str:
    """A pile of letters was prepared."""
    return f"{count} thư đã sẵn trong {file}." if count else "Không có thư nào chờ in."


def held(ids: Sequence[int], reasons: Sequence[str]) -> str:
    """A letter that waits for a person."""
    what = f"Bản ghi {', '.join(map(str, ids))} chưa có thư" if ids else "Một thư cảm ơn hay xin lỗi phải viết lại"
    return f"{what}: {' '.join(reasons)}"


def printed(count: int) -> str:
    """Sheets are in the hand."""
    return f"Đã ghi: {count} thư in đủ tờ."


def returned(count: int) -> str:
    """Letters came back."""
    return f"Đã ghi: {count} thư trả lại, nằm chờ trao lại."


def delivered(count: int, way: str) -> str:
    """Letters were handed over."""
    return f"Đã ghi: trao {count} thư, {way}."


def answer_kept() -> str:
    """An answer taken at the desk was kept."""
    return "Đã ghi một góp ý nhận tại quầy. Góp ý này xem riêng, không cộng vào góp ý qua mã."


def file_written(name: str) -> str:
    """A file is whole on disk."""
    return f"Đã ghi tệp {name}."


def copied(file: str, registrations: int, letters: int) -> str:
    """A backup was written, opened again and counted."""
    return f"Đã chép và mở lại bản {file}: {registrations} bản ghi, {letters} thư."


def put_back(registrations: int, letters: int, position: int) -> str:
    """A register was restored from a copy."""
    return (
        f"Đã dựng lại sổ: {registrations} bản ghi, {letters} thư, nhật ký đến dòng {position}. "
        "Trước gói tháng tới, xin nhập biên nhận mới nhất của cấp trên."
    )


def checked(lines: int) -> str:
    """The journal was walked from end to end."""
    return f"Đã kiểm tra {lines} dòng nhật ký: liền mạch, không dòng nào bị thay."


def looked(file: str) -> str:
    """What could be checked without a password."""
    return f"Tệp {file} có mặt và đã mã hóa. Muốn kiểm tra từng dòng, xin đăng nhập rồi chạy lại."


SELF_TEST = {
    "fonts": "mở các phông chữ đi kèm",
    "register": "lập sổ mã hóa, ghi một việc khai sinh, đóng rồi mở lại",
    "letter": "vẽ thư, đọc lại chữ và mã vuông trên thư",
    "bundle": "niêm phong gói rồi mở lại",
    "office": "ghi báo cáo cho Word và Excel rồi đọc lại",
    "window": "mở cửa sổ bằng phông chữ đi kèm, qua từng trang",
}


def self_test(step: str) -> str:
    """One step of the self-test passed."""
    return f"Được: {SELF_TEST[step]}."


def card_written(file: str) -> str:
    """The desk's card was written."""
    return f"Đã ghi thẻ quầy {file}. Thẻ không chứa bí mật, gửi cấp trên bằng cách nào cũng được."


def enrolled(desk: int, host: str) -> str:
    """The enrolment was taken in."""
    return f"Đã nhận tệp trao đổi khóa: quầy số {desk}, trang góp ý {host}."


def six_words(words: Sequence[str], digits: Sequence[str], *, confirmed: bool, heard: bool = False) -> str:
    """The six words, to be read aloud by telephone; `heard` when they were typed as heard, and fit."""
    if heard:
        return f"Đã đối chiếu đủ sáu chữ: {' '.join(words)}. Khóa này dùng từ giờ."
    state = "Coi như đã đối chiếu." if confirmed else "Chờ đối chiếu rồi mới in mã lên thư."
    return f"Sáu chữ: {' '.join(words)} ({' '.join(digits)}). Gọi cấp trên, hai bên cùng đọc. {state}"


def bundle_written(file: str, lines: int) -> str:
    """A bundle lies whole on the stick."""
    return f"Đã ghi và đọc lại {file}: {lines} dòng. Khi có biên nhận, xin nhập vào máy."


def receipt_taken(number: int, upto: int, batches: int) -> str:
    """A receipt was taken in."""
    told = f" {batches} đợt góp ý mới." if batches else ""
    return f"Đã nhận biên nhận số {number}: cấp trên giữ đến dòng {upto}.{told}"


def line_set_aside(position: int, reason: str) -> str:
    """A line that the level above could not take."""
    return f"Dòng {position} để riêng ở cấp trên, lý do: {reason}. Xin xem và ghi lại việc ấy."


def report_lines(report: Report) -> list[str]:
    """A report in a few lines of text."""
    rows = [f"Kỳ {report.period.name}"]
    for event, number in report.events.items():
        letters = report.letters[event]
        rows.append(
            f"{EVENT_WORDS[event]}: {number} việc; thư đã trao {letters['delivered']}, đã in {letters['printed']}."
        )
    for kind in ("thanks", "apology"):
        if report.letters[kind]["prepared"]:
            rows.append(f"{LETTER_WORDS[kind]}: {report.letters[kind]['prepared']}.")
    good, bad, none = (report.reactions[word] for word in ("good", "bad", "none"))
    rows.append(f"Phản ánh khi trao: {good} tích cực, {bad} tiêu cực, {none} chưa có phản ánh.")
    rows.append(f"Góp ý qua mã trên thư: {report.ratings.n}.")
    return rows


def bug() -> str:
    """Something unforeseen happened."""
    return (
        "Có việc máy chưa lường tới, nên việc vừa gõ chưa làm được. Dữ liệu đã lưu còn nguyên. "
        "Xin gửi tệp logs/desk.log cho người hỗ trợ; tệp ấy không chứa tên hay số của ai."
    )
