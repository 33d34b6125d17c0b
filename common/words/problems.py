"""Sentences for what a clerk can mend or should look at: one for each problem code (LOOK.md 4).

A sentence says what to do and is filled from the problem's details. The details `person`, `other`, `event`, `field` and
`sex` are codes themselves and become words here; one that is missing shows as an ellipsis.
"""

from collections.abc import Mapping

from common.words.courtesy import COURTESY, WEEKDAYS_OFF
from common.words.criteria import PROBLEMS as CRITERIA
from common.words.labels import FIELD_LABELS, HELD_WORDS, held
from common.words.problems_letters import LETTER_FIELDS, LETTERS
from common.words.sessions import PROBLEMS as SESSIONS
from common.words.surveys import PROBLEMS as SURVEYS
from common.words.templates_page import PROBLEMS as TEMPLATES
from common.words.year_log import PROBLEMS as YEAR_LOG

_PEOPLE = {
    "child": "trẻ",
    "mother": "mẹ",
    "father": "cha",
    "husband": "chồng",
    "wife": "vợ",
    "deceased": "người mất",
    "declarant": "người khai",
    "addressee": "người nhận thư",
}
_CODED_DETAILS: Mapping[str, Mapping[str, str]] = {
    "person": _PEOPLE,
    "other": _PEOPLE,
    "field": {name: label[:1].lower() + label[1:] for name, label in FIELD_LABELS.items()} | dict(LETTER_FIELDS),
    "event": {"birth": "sinh", "marriage": "kết hôn", "death": "mất"},
    "reason": HELD_WORDS,
    "weekday": WEEKDAYS_OFF,
    "same": {"mother": ", cùng mẹ"},
    "how": {
        "number": ", cùng số định danh",
        "names": "",
        "swapped": ", ngày tháng đảo chỗ",
        "letter": ", tên lệch một chữ",
    },
    "sex": {"male": "nam", "female": "nữ", "unknown": "chưa xác định"},
}

_NAMES = {
    "name-empty": "Nhập họ tên của {person}",
    "person-without-name": "Nhập họ tên của {person}, hoặc xóa các ô khác của {person}",
    "name-has-symbols": "Tên có chữ số hoặc dấu lạ: {name}. Xem lại theo giấy tờ",
    "name-without-marks": "Tên không có dấu. Nếu vừa quét thẻ: tắt UniKey rồi quét lại",
    "sex-empty": "Chưa chọn giới tính. Chưa biết thì chọn chưa xác định",
    "sex-unclear": "Chưa hiểu giới tính ghi là {text}. Chọn nam, nữ hoặc chưa xác định",
}
_DATES = {
    "born-empty": "Nhập ngày sinh, biết đến đâu ghi đến đó: ngày, tháng hoặc chỉ năm",
    "died-on-empty": "Nhập ngày mất, biết đến đâu ghi đến đó: ngày, tháng hoặc chỉ năm",
    "registered-on-empty": "Chọn ngày đăng ký",
    "registered-on-partial": "Ngày đăng ký cần đủ ngày, tháng, năm; ô này mới có {text}",
    "no-such-day": "Ngày này không có trong lịch: {text}",
    "not-a-date": "Chưa đọc được ngày: {text}. Gõ như 05/03/2026, 03/1998 hoặc 1998",
    "year-missing": "Ngày {text} còn thiếu năm. Gõ thêm năm, như 25/12/1998",
    "two-readings": "{text} đọc được hai cách: {first} hoặc {second}. Gõ rõ ngày, tháng, năm",
    "calendar-unsaid": "Ngày {first} dương lịch, hay {second} nếu tính theo âm lịch? Gõ thêm chữ dương hoặc âm",
    "day-in-future": "Ngày này chưa tới, hôm nay là {today}",
    "registered-in-future": "Ngày đăng ký chưa tới, hôm nay là {today}",
    "registered-before-event": "Ngày {event} phải trước hoặc trùng ngày đăng ký {registered_on}",
    "event-date-unclear": "Ngày {event} ghi chưa đủ nên chưa so được với ngày đăng ký. Biết rõ hơn thì ghi thêm",
    "died-before-born": "Ngày mất phải sau ngày sinh {born}",
    "died-before-born-unclear": "Ngày sinh, ngày mất ghi chưa đủ nên chưa so được. Biết rõ hơn thì ghi thêm",
    "year-two-readings": "Năm ghi hai số, đang hiểu là {first}. Nếu là {second} thì gõ đủ bốn số",
    "words-beside-date": "Ngày bằng chữ khác ngày bằng số. Theo ngày bằng số thì là: {words}",
    "notice-before-death": "Giấy báo tử cấp trước ngày mất {died_on}, xem lại hai ngày",
    "judgment-day-empty": "Ghi ngày bản án có hiệu lực: hạn đăng ký tính từ ngày ấy",
    "brief-life-born-empty": "Cháu sống dưới 24 giờ thì ghi cả ngày sinh, để hai bản của cháu đi cùng nhau",
    "brief-life-longer": "Sinh {born}, mất sau đó hơn một ngày, mà đang chọn sống dưới 24 giờ. Xem lại hai ngày",
    "brief-life-unsaid": "Mất ngay ngày sinh: cháu sống dưới 24 giờ thì chọn ở Trường hợp riêng (F5)",
    "age-over-120": "{Person} trên 120 tuổi ({age}), xem lại năm sinh. Để vậy thì thư được giữ lại",
    "very-old": "Người mất {age} tuổi, xem lại năm sinh",
    "time-unclear": "Chưa đọc được giờ mất: {text}. Gõ như 14:30, chưa rõ thì để trống",
}
_NUMBERS = {
    "citizen-id-length": "Số định danh có 12 chữ số, ô này {amount}{old}",
    "citizen-id-letters": "Số định danh chỉ có chữ số, ô này có cả chữ hoặc dấu. Giấy tờ khác thì ghi vào ô giấy tờ",
    "citizen-id-sex": "Số định danh ghi giới tính {sex}, bản ghi này khác. Xem lại số hoặc giới tính",
    "citizen-id-year": "Số định danh ghi năm {year}, ngày sinh ghi {born}",
    "citizen-id-prefix": "Ba số đầu {prefix} không phải mã tỉnh. Xem lại, trừ khi người này khai sinh ở nước ngoài",
    "same-sex-spouses": "Hai số định danh đều của người {sex}. Xem lại, có thể một thẻ đã quét hai lần",
}
_BOOKS = {
    "too-long": "Ô này dài quá {limit} chữ, có thể dán nhầm. Rút ngắn như trên giấy tờ",
    "number-taken": "Số {number}, quyển {book} đã dùng cho {name}. Mở bản ấy hoặc chọn số khác",
    "book-closed": (
        "Quyển {book} năm {year} đã khóa ngày {day}. Việc mới thì sửa ngày đăng ký; việc có sẵn ở sổ giấy thì ghi lý do"
    ),
    "book-closed-number": "Quyển {book} năm {year} đã khóa nên không cấp số mới. Gõ số đã ghi trong sổ giấy",
    "book-elsewhere": "Quyển {book} do {desk} ghi. Ghi ở quầy ấy, hoặc chọn quyển của quầy mình",
    "looks-alike": "Có thể đã ghi rồi: số {number}, {name}, {event} {day}{same}{how}. So hai bản, trùng thì giữ một",
    "year-differs": "Năm {year} ghi ở đây khác năm của ngày đăng ký {registered_on}",
    "unit-not-a-code": "Chưa hiểu mã nơi đăng ký {text}. Ghi mã số của xã, để trống nếu là xã mình",
    "registration-type-unclear": "Chưa hiểu loại đăng ký {text}. Ghi số từ 0 đến 4, hoặc để trống",
    "type-says-on-time": "Đã quá {days} ngày mà loại đăng ký ghi là đúng hạn. Xem lại loại đăng ký",
    "type-says-late": "Chưa quá {days} ngày mà loại đăng ký ghi là quá hạn. Xem lại loại đăng ký",
    "late-birth": "Đăng ký sau {days} ngày: ghi là quá hạn",
    "late-death": "Đăng ký sau {days} ngày: ghi là quá hạn",
    "late-unclear": "Ngày ghi chưa đủ nên chưa biết có quá {days} ngày không. Quá hạn thì chọn loại đăng ký số 4",
    "case-unknown": "Chưa có trường hợp nào tên là {word}. Chọn trong danh sách",
}
_FAMILIES = {
    "groom-under-age": "Chồng chưa đủ {age} tuổi vào ngày đăng ký. Ghi bản cũ thì chọn lý do",
    "bride-under-age": "Vợ chưa đủ {age} tuổi vào ngày đăng ký. Ghi bản cũ thì chọn lý do",
    "groom-age-unclear": "Chưa chắc chồng đã đủ {age} tuổi vào ngày đăng ký. Xem lại ngày sinh",
    "bride-age-unclear": "Chưa chắc vợ đã đủ {age} tuổi vào ngày đăng ký. Xem lại ngày sinh",
    "residence-elsewhere": "Cả hai người đều ghi nơi cư trú ở xã khác. Xem lại nơi đăng ký",
    "parent-too-young": "{Person} {age} tuổi khi sinh, xem lại năm sinh",
    "parent-too-old": "{Person} {age} tuổi khi sinh, xem lại năm sinh",
    "parent-born-after-child": "Ngày sinh của {person} sau ngày sinh của trẻ, xem lại",
    "parent-blank": "Phần {person} để trống. Đúng vậy thì chọn trường hợp chưa xác định {person}",
    "parents-blank": "Phần cha và mẹ đều để trống. Chọn trường hợp, như trẻ bị bỏ rơi",
    "parent-not-unknown": "Đã ghi tên {person} mà trường hợp là chưa xác định {person}. Giữ một trong hai",
}
_CARDS = {
    "card-empty": "Máy quét chưa gửi chữ nào. Quét lại thẻ",
    "card-not-read": "Chưa đọc được thẻ. Tắt UniKey, để con trỏ ở ô quét rồi quét lại",
    "card-parts-missing": "Thẻ mới đọc được {found} phần, cần 7 phần. Giữ yên thẻ rồi quét lại",
    "card-two-scans": "Hai lần quét lẫn vào nhau, chưa lấy thẻ nào. Quét lại từng thẻ một",
    "card-keyboard": "Windows đang dùng bàn phím khác tiếng Anh nên chữ số bị đổi. Bấm phím Windows và phím cách để "
    "chọn ENG, rồi quét lại",
    "card-machine-lines": "Đây là mấy dòng chữ máy đọc ở mặt sau thẻ, không có dấu tiếng Việt. Quét ô vuông trên thẻ",
    "card-old-number": "Đây là số CMND cũ 9 chữ số. Gõ số này vào ô giấy tờ, các ô khác gõ tay",
    "card-other-code": "Mã này không phải mã trên thẻ căn cước. Quét ô vuông trên thẻ",
}
_SENTENCES: Mapping[str, str] = {
    **_NAMES,
    **_DATES,
    **_NUMBERS,
    "same-citizen-id": "{Person} và {other} đang có cùng số định danh",
    **_BOOKS,
    **_FAMILIES,
    **_CARDS,
    **LETTERS,
    **COURTESY,
    **SURVEYS,
    **TEMPLATES,
    **YEAR_LOG,
    **SESSIONS,
    **CRITERIA,
}
CODES: tuple[str, ...] = tuple(_SENTENCES)
"""Every problem code that has a sentence."""


def sentence(code: str, details: Mapping[str, str] | None = None) -> str:
    """The sentence for a problem; raises KeyError for a code without one."""
    words = {name: _CODED_DETAILS.get(name, {}).get(text, text) for name, text in (details or {}).items()}
    if details and "until" in details:
        words["reason"] = held(details)
    capitals = {name.capitalize(): text[:1].upper() + text[1:] for name, text in words.items()}
    return _SENTENCES[code].format_map(_Filled({**words, **capitals, **_counted(words.get("found", ""))}))


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _counted(found: str) -> dict[str, str]:
    more = found.isdigit() and int(found) > 12
    old = ". Số CMND cũ thì ghi vào ô giấy tờ khác" if found == "9" else ""
    return {"amount": f"{'đang' if more else 'mới'} có {found or '…'}", "old": old}
