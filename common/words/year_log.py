"""Words of the year's log: kinds, facts, what may be chosen, what stands in the way, lines of terminal and tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words.reports import amount
from common.year_counts import YearCounts

KINDS: Mapping[str, str] = {
    "meeting": "Tiếp dân, đối thoại, đơn thư",
    "commendation": "Khen thưởng",
    "press": "Báo chí",
    "pledge": "Giao ước",
    "committee": "Ban chỉ đạo",
    "funding": "Kinh phí",
    "conduct": "Phản ánh cán bộ",
}
FACTS: Mapping[str, Mapping[str, str]] = {
    "meeting": {"on": "Ngày", "what": "Việc", "n": "Số lượt người, số vụ", "settled": "Trong đó đã giải quyết"},
    "commendation": {
        "on": "Ngày khen",
        "to": "Khen ai",
        "who": "Tên người, tập thể",
        "merit": "Về việc gì",
        "reason": "Thành tích",
        "number": "Số quyết định",
        "by": "Ai khen",
    },
    "press": {"on": "Ngày đăng", "outlet": "Báo, đài", "title": "Tên bài", "tone": "Bài nói gì"},
    "pledge": {"on": "Ngày ký", "signed": "Bên ký", "with_whom": "Ký với", "text": "Nội dung giao ước"},
    "committee": {
        "on": "Từ ngày",
        "decision": "Số quyết định",
        "members": "Thành viên",
        "until": "Đến ngày",
    },
    "funding": {"on": "Ngày", "source": "Nguồn", "purpose": "Dùng vào việc gì", "amount": "Số tiền (đồng)"},
    "conduct": {
        "on": "Ngày phản ánh",
        "how": "Đến bằng cách nào",
        "about": "Về ai",
        "words": "Lời phản ánh",
        "found": "Kết quả xem xét",
        "found_on": "Ngày kết luận",
        "done": "Đã xử lý thế nào",
    },
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "what": {
        "reception": "Tiếp công dân",
        "dialogue": "Đối thoại với Nhân dân",
        "complaint": "Đơn khiếu nại",
        "denunciation": "Đơn tố cáo",
    },
    "to": {"person": "Cá nhân", "body": "Tập thể"},
    "merit": {
        "attitude": "Thái độ phục vụ",
        "initiative": "Sáng kiến",
        "results": "Kết quả công việc",
        "other": "Việc khác",
    },
    "how": {
        "spoken": "Nói trực tiếp",
        "phone": "Điện thoại",
        "written": "Đơn, thư",
        "slip": "Phiếu góp ý",
        "online": "Trên mạng",
        "above": "Cấp trên chuyển về",
    },
    "found": {"open": "Đang xem xét", "upheld": "Phản ánh đúng", "unfounded": "Không có cơ sở"},
    "tone": {"good": "Nêu việc tốt", "critical": "Phê bình"},
}
HINTS: Mapping[str, str] = {
    "on": "như 20/11/2026",
    "found_on": "chưa kết luận thì để trống",
    "until": "chưa biết thì để trống",
    "settled": "chưa có thì để trống",
    "amount": "như 12.500.000",
    "members": "mỗi người cách nhau dấu chấm phẩy",
    "number": "chưa có thì để trống",
    "by": "như: Chủ tịch UBND xã",
}
NONE = "Chưa ghi mục nào."
ERASED = "Đã xóa mọi lời ghi của mục này; số đếm giữ nguyên."
ERASED_NOT_WRITTEN = (
    "Đã xóa mọi lời ghi của mục này; số đếm giữ nguyên. Đĩa gần đầy nên trang cũ của sổ sẽ được ghi đè dần."
)
HIDDEN = "Phản ánh về thái độ của cán bộ (nếu có) do lãnh đạo xem và trả lời."
"""Said to whoever may not read them, whether or not there are any."""
NOBODY = "Chưa rõ về ai"
_HEADS = {"commendation": "who", "press": "title", "conduct": "about"}
TAGS: Mapping[str, str] = {
    **{"meeting": "settled", "commendation": "merit", "press": "tone", "committee": "until", "conduct": "found"},
}
"""By kind the fact that tells what came of an entry, or of which sort it is."""
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "meeting": ("settled",),
    "commendation": ("merit", "reason", "number", "by"),
    "press": ("outlet", "tone"),
    "pledge": ("text",),
    "committee": ("members", "until"),
    "funding": ("source", "purpose"),
    "conduct": ("how", "words", "found", "found_on", "done"),
}
PROBLEMS: Mapping[str, str] = {
    "log-unknown": "Loại này không có mục {name}. Bỏ mục ấy, hoặc xem lại loại đã chọn",
    "log-plain": "Ghi mục này bằng chữ hoặc số",
    "log-choose": "Chọn một trong các mục của ô này",
    "log-too-long": "Ô này dài nhất {limit} chữ. Viết ngắn lại",
    "log-day": "Ghi ngày như 20/11/2026; để trống ô ngày đầu tiên là hôm nay, {today}",
    "log-day-to-come": "Ngày này chưa tới, hôm nay là {today}. Xem lại ngày",
    "log-count": "Ghi số bằng chữ số, từ 1 trở lên; số đã giải quyết thì từ 0",
    "log-amount": "Ghi số tiền bằng đồng, như 12.500.000, không có số lẻ",
    "log-more-settled": "Số đã giải quyết lớn hơn tổng số. Đếm lại rồi ghi",
    "log-until-before": "Ngày cuối sớm hơn ngày đầu. Xem lại hai ngày",
    "log-found-open": "Còn đang xem xét thì để trống ngày kết luận, hoặc chọn kết quả",
    "log-found-on-empty": "Ghi ngày kết luận",
    "log-found-before": "Ngày kết luận sớm hơn ngày phản ánh. Xem lại hai ngày",
    "log-done-empty": "Ghi đã xử lý thế nào, như: nhắc nhở, xin lỗi người dân",
    "log-who-empty": "Ghi tên người hoặc tập thể được khen",
    "log-reason-empty": "Ghi thành tích, như: giúp bà con làm hồ sơ ngoài giờ",
    "log-words-empty": "Ghi lời phản ánh, ngắn gọn, đúng ý người nói",
    "log-outlet-empty": "Ghi tên báo, đài",
    "log-title-empty": "Ghi tên bài",
    "log-signed-empty": "Ghi bên ký, như: Bộ phận Một cửa",
    "log-with-whom-empty": "Ghi ký với ai, như: Ủy ban Mặt trận Tổ quốc xã",
    "log-text-empty": "Ghi nội dung giao ước",
    "log-decision-empty": "Ghi số quyết định",
    "log-members-empty": "Ghi các thành viên, mỗi người cách nhau dấu chấm phẩy",
    "log-source-empty": "Ghi nguồn kinh phí, như: ngân sách xã",
    "log-purpose-empty": "Ghi dùng vào việc gì",
}
TROUBLES: Mapping[str, str] = {
    "no-such-log-kind": "Chưa có loại {kind} trong Hoạt động trong năm. Chưa có gì thay đổi. Xem lại tên loại.",
    "no-such-log-entry": "Chưa thấy mục số {id}. Chưa có gì thay đổi. Xem lại số ở danh sách.",
    "log-taken-back": "Mục này đã bỏ ngày {day}. Chưa có gì thay đổi. Cần thì ghi thành mục mới.",
    "log-reason-empty": "Chưa bỏ mục này. Ghi vì sao bỏ, như: ghi hai lần.",
    "log-reason-long": "Chưa bỏ mục này. Lý do dài nhất {limit} chữ, viết ngắn lại.",
}


def added(id: int, kind: str) -> str:
    """An entry was kept."""
    return f"Đã ghi mục số {id}: {KINDS[kind]}."


def changed(id: int, version: int) -> str:
    """An entry was changed."""
    return f"Mục số {id} đã sửa, nay là bản thứ {version}."


def taken_back(id: int) -> str:
    """An entry counts nowhere any more."""
    return f"Mục số {id} đã bỏ, không còn tính vào số liệu."


def line(id: int, kind: str, told: Mapping[str, object]) -> str:
    """An entry as one line of the terminal."""
    return f"{id}. {cell('on', told['on'])}  {KINDS[kind]}: {head(kind, told)}. {under(kind, told)}".rstrip()


def held(id: int, kind: str, told: Mapping[str, object]) -> str:
    """An entry to somebody who asks what is held about them. Of conduct only that there is one: its words may be
    another's, and who asks may be the one they speak of."""
    place = f"Hoạt động trong năm, mục {id} ngày {cell('on', told['on'])}, {KINDS[kind].lower()}"
    if kind == "conduct":
        return f"{place}: {cell('found', told['found']).lower()}. Lãnh đạo đọc mục này rồi trả lời."
    return f"{place}: {head(kind, told)}. {under(kind, told)}"


def cell(name: str, value: object) -> str:
    """One fact in words; days may be ISO."""
    if value in (None, ""):
        return ""
    if isinstance(value, int):
        return amount(value)
    if name in CHOICES:
        return CHOICES[name].get(str(value), str(value))
    if name in ("on", "found_on", "until"):
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    return str(value)


def head(kind: str, told: Mapping[str, object]) -> str:
    """What an entry is, in one line."""
    said = _said(told)
    if kind == "meeting":
        return f"{said['what']}: {said['n']}"
    if kind == "pledge":
        return f"{said['signed']} ký với {said['with_whom']}"
    if kind == "committee":
        return f"Quyết định {said['decision']}"
    if kind == "funding":
        return f"{said['amount']} đồng"
    return said[_HEADS[kind]] or NOBODY


def tag(kind: str, told: Mapping[str, object]) -> str:
    """What was chosen or came of it, where a table has a column for that."""
    return _said(told)[TAGS[kind]] if kind in TAGS else ""


def under(kind: str, told: Mapping[str, object], tagged: bool = False) -> str:
    """What else is known of it; without the tag where that stands beside it."""
    said, apart = _said(told), TAGS.get(kind) if tagged else None
    return ", ".join(said[name] for name in _BESIDE[kind] if said[name] and name != apart)


def _said(told: Mapping[str, object]) -> dict[str, str]:
    said = {name: cell(name, value) for name, value in told.items()}
    said["settled"] = f"đã giải quyết {said['settled']}" if told.get("settled") else ""
    said["until"] = f"đến {said['until']}" if told.get("until") else ""
    said["found_on"] = f"kết luận {said['found_on']}" if told.get("found_on") else ""
    return said


def counts(of: YearCounts) -> tuple[str, ...]:
    """The counts of a period in phrases."""
    meetings = [
        f"{CHOICES['what'][what].lower()} {amount(one.n)}"
        + (f" (đã giải quyết {amount(one.settled)})" if one.settled else "")
        for what, one in of.meetings.items()
    ]
    person, body = (amount(of.commendations[to]) for to in ("person", "body"))
    found = f"đúng {amount(of.conduct_upheld)}, không có cơ sở {amount(of.conduct_unfounded)}"
    return (
        *meetings,
        f"khen {person} cá nhân, {body} tập thể",
        f"phản ánh cán bộ {amount(of.conduct_told)} ({found})",
    )


# ---- the table to keep

FILE = "hoat-dong-trong-nam-{year}.xlsx"
COUNTS_SHEET, COUNTS_HEAD = "Số đếm", ("Mục", "Số")
SHEETS: Mapping[str, str] = {
    "meeting": "Tiếp dân, đơn thư",
    "commendation": "Khen thưởng",
    "press": "Báo chí",
    "pledge": "Giao ước",
    "committee": "Ban chỉ đạo",
    "funding": "Kinh phí",
}
"""Never a sheet of conduct: its words are read at the desk alone."""


def count_rows(of: YearCounts) -> tuple[tuple[str, int], ...]:
    """The counts of a year as rows of the table."""
    rows: list[tuple[str, int]] = []
    for what, one in of.meetings.items():
        named = CHOICES["what"][what]
        counted = "lượt người" if what in ("reception", "dialogue") else "số vụ"
        rows += [(f"{named}: {counted}", one.n), (f"{named}: đã giải quyết", one.settled)]
    rows += [(f"Khen {CHOICES['to'][to].lower()}", n) for to, n in of.commendations.items()]
    rows += [(f"Khen về {CHOICES['merit'][merit].lower()}", n) for merit, n in of.merits.items()]
    return (
        *rows,
        ("Phản ánh cán bộ: nhận được", of.conduct_told),
        ("Phản ánh cán bộ: đúng", of.conduct_upheld),
        ("Phản ánh cán bộ: không có cơ sở", of.conduct_unfounded),
    )
