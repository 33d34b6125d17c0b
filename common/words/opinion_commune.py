"""What the level above says of one commune's answers: facts in plain words, each share beside its n."""

from __future__ import annotations

from collections.abc import Mapping

from common.scales import Spread, levels
from common.words.labels import REASON_WORDS
from common.words.opinions import FEW, FOUND, LETTERS, OUTCOMES, RESPONDENTS, SURVEYORS, SURVEYS
from common.words.reports import amount

HOW = "Mọi người trả lời thế nào"
BY_KIND = "Từ thư đã lập đến góp ý"
BEFORE = "So với bốn quý trước"
REASONS = "Điều được nhắc tới"
COMMENTS = "Lời góp ý"
COMMENTS_NOTE = "Xếp theo chữ cái, không gắn với mức hài lòng nào, không biết của ai."
COMMENTS_CLOSED = "Lời góp ý dành cho cán bộ và lãnh đạo phụ trách."
NO_COMMENTS = "Kỳ này chưa có lời góp ý nào đủ nhóm để nêu."
WAITING = "Còn chờ"
CHECKS = "Kiểm tra chữ ký giao thư"
CHECKS_TOLD = "Mỗi biên nhận bốc thăm mấy thư; lãnh đạo xã trình chữ ký người nhận trong sổ giao."
NO_CHECKS = "Kỳ này chưa bốc thăm thư nào."
SURVEYS_TITLE = "Khảo sát, lấy phiếu"
NO_SURVEYS = "Năm nay xã chưa báo đợt khảo sát nào."
AFTER = "Việc sau góp ý"
NO_AFTER = "Kỳ này chưa có việc nào sau góp ý."
NETWORKS = "Mạng của xã"
NETWORKS_TOLD = "Góp ý gửi từ mạng này vẫn tính như thường, chỉ thêm ghi chú, kể từ lúc ghi."
_THREE = {"3": "Rất hài lòng", "2": "Hài lòng", "1": "Chưa hài lòng"}
_FIVE = {
    "5": "Rất hài lòng",
    "4": "Hài lòng",
    "3": "Bình thường",
    "2": "Không hài lòng",
    "1": "Rất không hài lòng",
}


def level_counts(spread: Spread) -> list[tuple[str, int]]:
    """The words of each level with how many chose it, the most satisfied first."""
    said = _FIVE if spread.scale == 5 else _THREE
    return [(said[score], spread.by_score.get(score, 0)) for score in levels(spread.scale)]


def letter(kind: str) -> str:
    """`Khai sinh`"""
    return LETTERS[kind][:1].upper() + LETTERS[kind][1:]


def reason_counts(reasons: Mapping[str, int]) -> list[tuple[str, int]]:
    """What was named, the most often first, then by its words."""
    told = [(REASON_WORDS.get(code, code), n) for code, n in reasons.items()]
    return sorted(told, key=lambda one: (-one[1], one[0]))


def follow_ups(done: int, going: int) -> str:
    """`3 đã làm, 2 đang làm`"""
    return f"{amount(done)} đã làm, {amount(going)} đang làm"


def follow_up_facts(opened: int, done: tuple[int, int, int | None], late: int) -> list[str]:
    """Opened, done, in time, how many days half of them took, how many are past their day."""
    finished, in_time, median = done
    told = [f"Mở trong kỳ: {amount(opened)}. Làm xong: {amount(finished)}" + ("." if not finished else "")]
    if finished:
        told[0] += f", đúng hạn {amount(in_time)}."
    if median is not None:
        told.append(f"Một nửa số việc xong trong {amount(median)} ngày trở lại.")
    if late:
        told.append(f"Đang quá hạn: {amount(late)}.")
    return told


def outcomes(told: Mapping[str, int]) -> str:
    """`Đã sửa 2, đã giải thích 1`"""
    listed = ", ".join(f"{OUTCOMES[outcome]} {amount(n)}" for outcome, n in told.items())
    return f"{listed[:1].upper()}{listed[1:]}." if listed else ""


WAITS = (
    ("changeable", "còn đổi được trong ngày"),
    ("for_group", "chờ đủ nhóm 5 người"),
    ("unmatched", "chờ thư của xã về để đối chiếu"),
    ("without_letter", "không có thư nào mang mã ấy sau 120 ngày, không tính"),
    ("void", "cho thư mà xã đã thôi tính, không tính"),
    ("voided_after", "trong đó có góp ý rồi thư mới thôi tính"),
)


def waits(counts: Mapping[str, int]) -> list[str]:
    """Answers that are in no share: why, and how many, as far as that may be told."""
    return [f"{_few(counts[name])} {words}" for name, words in WAITS if counts.get(name)]


def contradicted(n: int) -> str:
    """Letters to which two different answers came."""
    if not n:
        return ""
    return f"{amount(n)} thư có hai câu trả lời khác nhau; tính câu kém hài lòng hơn."


def checks(found: Mapping[str, int]) -> str:
    """`Trong 5 thư đã bốc thăm: có chữ ký 2, chưa trình 1.`"""
    listed = ", ".join(f"{words} {amount(found[code])}" for code, words in FOUND.items() if found.get(code))
    return f"Trong {amount(sum(found.values()))} thư đã bốc thăm: {listed}."


def survey(kind: str, by: str, respondents: str) -> str:
    """`Đột xuất, Mặt trận hỏi người dân`"""
    told = f"{SURVEYS.get(kind, kind)}, {SURVEYORS.get(by, by)} hỏi {RESPONDENTS.get(respondents, respondents)}"
    return told[:1].upper() + told[1:]


def slips(n: int) -> str:
    """How many slips or answers; few are told as few."""
    return _few(n)


def _few(n: int) -> str:
    return amount(n) if n >= 5 else FEW
