"""Words of Buổi sáng với Nhân dân: facts, fields, answers, what stands in the way, lines of the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.reports import amount

NAME = "Buổi sáng với Nhân dân"
FIELDS: Mapping[str, str] = {
    "reform": "Cải cách hành chính",
    "environment": "Môi trường",
    "security": "An ninh trật tự",
    "land": "Đất đai, xây dựng",
    "services": "Dịch vụ công, đời sống",
    "other": "Việc khác",
}
ANSWERS: Mapping[str, str] = {"answered": "Trả lời ngay", "promised": "Hẹn trả lời", "passed-on": "Chuyển cấp trên"}
PROBLEMS: Mapping[str, str] = {
    "session-unknown": "Phần này không có mục {name}. Bỏ mục ấy, hoặc xem lại tên mục",
    "session-plain": "Ghi mục này bằng chữ",
    "session-choose": "Chọn một trong các mục của ô này",
    "session-too-long": "Ô này dài nhất {limit} chữ. Viết ngắn lại",
    "session-day": "Ghi ngày như 20/11/2026",
    "session-day-to-come": "Ngày này chưa tới, hôm nay là {today}. Xem lại ngày",
    "session-hour": "Ghi giờ như 7h30; chưa rõ thì để trống",
    "session-count": "Ghi số người dân bằng chữ số, từ 0 trở lên",
    "session-on-empty": "Ghi ngày dự định gặp dân",
    "session-place-empty": "Ghi nơi gặp, như: Nhà văn hóa thôn Trung",
    "session-chair-empty": "Ghi người chủ trì, như: Bà Hà, Chủ tịch UBND xã",
    "session-clerk-empty": "Ghi người ghi biên bản",
    "session-ended-before": "Giờ xong sớm hơn giờ bắt đầu. Xem lại hai giờ",
    "session-text-empty": "Ghi ý kiến, ngắn gọn, đúng ý người nói",
    "session-reply-empty": "Ghi đã trả lời thế nào",
    "session-who-empty": "Ghi ai nhận việc này, hoặc chuyển đến cơ quan nào",
    "session-due-empty": "Ghi hạn trả lời, như 05/12/2026",
    "session-due-before": "Hạn sớm hơn ngày gặp dân, {day}. Xem lại hạn",
    "session-due-answered": "Đã trả lời ngay thì để trống hạn, hoặc chọn lại cách trả lời",
    "session-done-before": "Ngày xong sớm hơn ngày gặp dân, {day}. Xem lại ngày",
    "session-result-empty": "Ghi kết quả, như: đã thay bóng đèn ở ngõ 3",
}
TROUBLES: Mapping[str, str] = {
    "no-such-session": "Chưa thấy buổi gặp dân số {id}. Chưa có gì thay đổi. Xem lại số ở danh sách.",
    "no-such-opinion": "Chưa thấy ý kiến số {id}. Chưa có gì thay đổi. Xem lại số ở danh sách.",
    "session-taken-back": "Buổi hay ý kiến này đã bỏ ngày {day}. Chưa có gì thay đổi. Cần thì ghi mới.",
    "session-not-held": "Buổi này mới có lịch. Ghi đã họp (Ctrl+T) trước, rồi ghi ý kiến.",
    "session-opinions-before": "Chưa đổi ngày. Có ý kiến hẹn hay xong trước ngày {day}, sửa các ý kiến ấy trước.",
    "session-reason-empty": "Chưa bỏ. Ghi vì sao bỏ, như: ghi hai lần.",
    "session-reason-long": "Chưa bỏ. Lý do dài nhất {limit} chữ, viết ngắn lại.",
    "opinion-answered": "Ý kiến này đã trả lời ngay tại buổi gặp, không còn việc gì chờ. Chưa có gì thay đổi.",
}
NONE = "Chưa có buổi gặp dân nào."


def planned(id: int, on: date) -> str:
    """A session stands in the plan."""
    return f"Buổi gặp dân số {id} đã vào lịch ngày {on:%d/%m/%Y}."


def held(id: int, on: date, citizens: int) -> str:
    """A session was held."""
    return f"Đã ghi buổi gặp dân số {id}, ngày {on:%d/%m/%Y}: {amount(citizens)} người dân."


def said(id: int, field: str, answer: str) -> str:
    """An opinion was written down."""
    return f"Đã ghi ý kiến số {id}: {FIELDS[field].lower()}, {ANSWERS[answer].lower()}."


def done(id: int) -> str:
    """A promise was met."""
    return f"Đã ghi kết quả của ý kiến số {id}."


def taken_back(id: int) -> str:
    """A session counts nowhere any more."""
    return f"Buổi gặp dân số {id} đã bỏ cùng các ý kiến, không còn tính vào số liệu."


def dropped(id: int) -> str:
    """An opinion counts nowhere any more."""
    return f"Ý kiến số {id} đã bỏ, không còn tính vào số liệu."


def line(id: int, on: date, place: str, came: str) -> str:
    """A session as one line of the terminal."""
    return f"{id}. {on:%d/%m/%Y}  {place}, {came}"


def came(citizens: int | None, opinions: int, waiting: int) -> str:
    """What is known of a session in a few words."""
    if citizens is None:
        return "chưa họp"
    told = f"{amount(citizens)} người dân, {amount(opinions)} ý kiến"
    return f"{told}, {amount(waiting)} việc chờ" if waiting else told


def opinion_line(id: int, field: str, text: str, state: str) -> str:
    """An opinion as one line of the terminal."""
    return f"   {id}. {FIELDS[field]}: {text} ({state})"


def state(answer: str, due: date | None, done_on: date | None, late: bool) -> str:
    """Where an opinion stands."""
    if answer == "answered":
        return "đã trả lời ngay"
    if done_on:
        return f"xong {done_on:%d/%m/%Y}"
    told = "hẹn" if answer == "promised" else "chuyển cấp trên, hẹn"
    return f"{told} {due:%d/%m/%Y}{', quá hạn' if late else ''}" if due else f"{told} chưa nêu ngày"


def held_opinion(on: date, field: str, text: str) -> str:
    """An opinion to somebody who asks what is held about them."""
    return f"{NAME}, {on:%d/%m/%Y}, ý kiến về {FIELDS[field].lower()}: {text}"


def held_session(on: date, place: str) -> str:
    """A session to somebody who asks what is held about them."""
    return f"{NAME}, {on:%d/%m/%Y}, {place}: có tên trong phần tổ chức"


def reminder_near(on: date, days: int, place: str) -> tuple[str, str]:
    """A session is near."""
    when = {0: "hôm nay", 1: "ngày mai"}.get(days, f"ngày {on:%d/%m}")
    return f"{NAME} {when}", f"Tại {place}. Mở Buổi gặp dân (Ctrl+F10) để xem lịch, ghi người dự."


def reminder_overdue(on: date, place: str) -> tuple[str, str]:
    """A session was to be, and nobody wrote that it was."""
    return f"Buổi gặp dân ngày {on:%d/%m} chưa ghi", f"Tại {place}. Ghi đã họp hoặc bỏ lịch ở Buổi gặp dân (Ctrl+F10)."


def reminder_due(count: int, late: int) -> tuple[str, str]:
    """Promises are due."""
    title = f"{amount(count)} lời hẹn với dân sắp đến hạn" if not late else f"{amount(late)} lời hẹn với dân quá hạn"
    return title, "Xem ở Buổi gặp dân (Ctrl+F10), ghi kết quả từng ý kiến."
