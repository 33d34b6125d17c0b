"""Words of two cards of the settings: how letters are numbered, what each hamlet calls its community."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.questions import QuestionSet
from common.words.signatories import USUAL_WORDS

NUMBERS = "Số thư"
NUMBERS_TEXT = (
    "Thư khổ A4 chừa chỗ cho văn thư viết số. Số đã viết ghi lại ở Sổ cấp số (Ctrl+Shift+O). "
    "Xã có nhiều máy thì mỗi máy một ký hiệu, hoặc gõ số văn thư cấp chung."
)
USED = "Xã đánh số thư"
USED_OFF = "Bỏ dấu này thì thư không có dòng Số."
CARDS = "Cấp số cho cả thẻ không có dòng Số"
KIND, SIGN, SIGN_HINT = "Loại thư", "Ký hiệu sau số", "ví dụ TCM-UBND"
KEEP_SIGN = "Ghi ký hiệu"
HAMLETS = "Cách gọi từng thôn"
HAMLETS_TEXT = "Thư về thôn nào thì gọi theo thôn ấy; các thôn còn lại gọi chung là {word}."
HAMLET, WORD = "Thôn, bản, khu phố", "Gọi là"
HAMLET_HINT, WORD_HINT = "chọn, hoặc gõ như ở bản ghi", "để trống thì theo xã"
KEEP_WORD = "Ghi cách gọi"
NO_HAMLETS = "Chưa thôn nào có cách gọi riêng."
KINDS: Mapping[str, str] = {kind: word for kind, word in USUAL_WORDS.items() if kind != "every"}


QUESTIONS, SET = "Bộ câu hỏi góp ý", "Đang hỏi"
QUESTIONS_TEXT = (
    "Dùng cho màn hình quay ra người dân, phiếu giấy và chỗ ghi góp ý. Góp ý cũ giữ bộ câu hỏi của nó, hai thang không "
    "cộng chung."
)


def set_name(questions: QuestionSet) -> str:
    """One set in a list."""
    return f"{'Ba' if questions.scale == 3 else 'Năm'} mức hài lòng ({questions.mark})"


def set_levels(questions: QuestionSet) -> str:
    """Its levels and how much else it asks."""
    told = ", ".join(choice.say().lower() for choice in questions.overall.choices)
    return f"Mức: {told}. Hỏi thêm {len(questions.more)} câu, câu nào cũng bỏ qua được."


def set_used(questions: QuestionSet) -> str:
    """Another set is in force."""
    return f"Từ nay hỏi theo {questions.mark}. In lại phiếu giấy trước khi dùng."


def used(on: bool) -> str:
    """Numbers at all, or not."""
    return "Thư mới có dòng Số." if on else "Thư mới không có dòng Số. Thư đã lập giữ nguyên."


def cards(on: bool) -> str:
    """Whether cards get one."""
    return "Thẻ in xong cũng vào Sổ cấp số." if on else "Sổ cấp số chỉ còn thư có dòng Số."


def sign_kept(kind: str, sign: str) -> str:
    """Another sign for letters of a kind."""
    return f"Từ nay {KINDS[kind]} mang ký hiệu {sign}. Số đã cấp giữ nguyên."


def word_kept(hamlet: str, word: str) -> str:
    """A hamlet's own word, or none any more."""
    return f"Thư về {hamlet} gọi là {word}." if word else f"Thư về {hamlet} gọi theo xã."


def listed(words: Sequence[tuple[str, str]]) -> str:
    """Every hamlet with a word of its own."""
    return "; ".join(f"{hamlet}: {word}" for hamlet, word in words) or NO_HAMLETS
