"""What the screen turned to the citizen says, in the languages of the question sets."""

from __future__ import annotations

from collections.abc import Mapping

from common.words.labels import COMMITTEE

LANGUAGES: Mapping[str, str] = {"vi": "Tiếng Việt", "en": "English"}
_SAID: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "note": "Chạm một lần là xong. Không cần ghi tên, máy chỉ nhớ ngày.",
        "low": "Xã cần sửa điều gì?",
        "high": "Điều gì làm ông bà, anh chị vui?",
        "several": "Chạm bao nhiêu ô cũng được, không chọn cũng không sao.",
        "one": "Không bắt buộc. Dừng ở đây cũng được.",
        "pass": "Bỏ qua",
        "on": "Tiếp",
        "stop": "Dừng ở đây",
        "change": "Đổi",
        "thanks": "Cảm ơn ông bà, anh chị.",
        "kept": "Ý kiến đã được ghi nhận. Kết quả chung được dán tại trụ sở mỗi quý, kèm việc đã sửa.",
        "chosen": "Đã ghi nhận: {}",
        "trouble": "Máy chưa ghi được. Xin báo cán bộ giúp, hoặc ghi phiếu giấy.",
    },
    "en": {
        "note": "One touch is enough. No name is asked, only the day is kept.",
        "low": "What should be mended?",
        "high": "What pleased you?",
        "several": "Touch as many as you like, or none.",
        "one": "Not required. You may stop here.",
        "pass": "Skip",
        "on": "Go on",
        "stop": "Stop here",
        "change": "Change",
        "thanks": "Thank you.",
        "kept": "Your answer is kept. The overall result is posted at the office every quarter, with what was mended.",
        "chosen": "Kept: {}",
        "trouble": "The answer could not be kept. Please tell the staff, or fill in a paper slip.",
    },
}

TITLE = "Góp ý tại quầy"
STAFF = "Dành cho cán bộ"
OPEN, LATER = "Mở máy", "Để sau"
BEGIN = "Xoay màn hình cho người dân"
WHICH_SCREEN = "Máy có {} màn hình. Hiện trang góp ý ở màn hình nào? Sổ được khóa trong lúc ấy, mở lại bằng mật khẩu."
NOT_IN_PRACTICE = "Đang ở chế độ tập nên màn hình chưa xoay được. Rời chế độ tập rồi làm lại."
THIS_SCREEN, OTHER_SCREEN, NOT_NOW = "Màn hình này", "Màn hình bên cạnh", "Để sau"


def office_of(unit: str) -> str:
    """The line at the head."""
    return f"{COMMITTEE} {unit}"


def tell(language: str, name: str) -> str:
    """One sentence of the screen in that language."""
    return _SAID.get(language, _SAID["vi"])[name]


def chosen(language: str, words: str) -> str:
    """What was tapped and is kept."""
    return tell(language, "chosen").format(words)


def secret_of(greeting: str, pin: bool) -> str:
    """The label over the field that ends it."""
    asked = "Mật khẩu hoặc mã PIN" if pin else "Mật khẩu"
    return f"{asked} của {greeting}" if greeting else asked
