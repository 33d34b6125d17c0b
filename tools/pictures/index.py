"""The list of the pictures, for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

HEAD = """# Ảnh màn hình · Pictures

`make pictures` opens the real window off screen on a register it fills with invented people and takes these.
A screen of 1366×768 leaves 1366×698 px for the window under a title bar of 30 px and over a task bar of 40 px:
that is the size of each picture. Letters: birth-card.png, marriage-card.png, condolence-card.png.

| ảnh | màn hình | what is seen |
|---|---|---|
"""
SEEN: dict[str, tuple[str, str]] = {
    "21-today": ("Hôm nay", "the day with its six queues, letters to print"),
    "21-today-sign": ("Chờ ký, đóng dấu", "printed today"),
    "21-today-hand": ("Chờ trao", "to be handed over"),
    "21-today-call": ("Cần gọi lại", "call-backs"),
    "21-today-draft": ("Đang gõ dở", "drafts"),
    "21-today-look": ("Cần xem lại", "held back, maybe twice"),
    "21-today-decided": ("Ghi đã quyết", "a letter that is not sent"),
    "21-today-letter": ("Xem thư", "the letter behind a row"),
    "21-today-hand-over": ("Ghi đã trao", "how a letter was handed over"),
    "22-birth-untouched": ("Khai sinh, chưa gõ", "an empty form"),
    "22-birth-abandoned": ("Khai sinh, trẻ bị bỏ rơi", "a special case folds what is not asked"),
    "22-birth-cases": ("Trường hợp riêng", "special cases by their digits"),
    "22-birth-card": ("Khai sinh, đã đọc thẻ", "a card was scanned"),
    "22-birth": ("Khai sinh, đã gõ", "a form and its letter"),
    "22-birth-free-line": ("Lời riêng trong thư", "a line of one's own"),
    "22-birth-saved": ("Khai sinh, đã lưu", "saved, what comes next"),
    "22-letter-large": ("Phóng to thư", "the letter large"),
    "23-birth-problems": ("Vấn đề cần sửa", "what must be mended"),
    "23-birth-look": ("Nên xem lại", "what is better looked at"),
    "24-compare": ("So sánh hai bản", "two that look alike"),
    "24-compare-letters": ("So hai lá thư", "both letters: the specimen, and the archived one"),
    "25-find": ("Tìm mọi thứ", "found, the record beside"),
    "25-find-nothing": ("Không thấy", "nothing found"),
    "25-find-letters": ("Thư", "letters alone, newest first"),
    "25-find-voices": ("Góp ý", "what citizens said"),
    "25-find-drafts": ("Bản nháp", "what somebody left half typed"),
    "26-printing": ("Thư và in", "the letters that wait"),
    "26-printing-twins": ("Thư sinh đôi", "one sheet for two"),
    "26-printing-ornate": ("Giấy in sẵn", "only the text is laid on stock with a frame on it"),
    "26-printing-missing": ("Tờ nào thiếu hay hỏng", "sheets are ticked one by one"),
    "26-printing-question": ("Đủ tờ chưa?", "the question after printing"),
    "26-printing-done": ("In xong", "the sheets were counted"),
    "deliveries": ("Sổ trao thư", "every letter's last step by day"),
    "deliveries-give": ("Ghi đã trao", "the way, the family's word, with whom, the proof"),
    "26-printed-book": ("Sổ thư đã in", "the book of letters"),
    "28-month-contents": ("Gói tháng, xem", "what a bundle holds"),
    "28-month-sent": ("Các gói đã gửi", "bundles sent"),
    "28-month-keys": ("Trao đổi khóa", "keys"),
    "28-month-two-people": ("Gói tháng, hai người", "with a second person"),
    "28-month-second": ("Người thứ hai", "their own password"),
    "28-month-seen": ("Đã xem lại", "seen by two"),
    "29-month-result": ("Gói tháng, kết quả", "written and read back, six words"),
    "29-month-receipt": ("Biên nhận", "a receipt"),
    "29-month-owed": ("Chờ biên nhận", "after a restore the newest receipt comes first"),
    "29-month-lacking": ("Cần ghi lại", "what a restore took away"),
    "30-ratings": ("Góp ý", "opinions, each figure with its n"),
    "30-ratings-answer": ("Ghi góp ý tại quầy", "answers taken at the desk"),
    "32-first-run": ("Cài đặt, bắt đầu", "the first run"),
    "32-first-run-unit": ("Cài đặt, chọn xã", "the commune"),
    "32-first-run-signer": ("Cài đặt, người ký", "who signs"),
    "33-first-run-user": ("Cài đặt, mật khẩu", "the first user"),
    "33-first-run-keys": ("Cài đặt, tờ cứu hộ", "the rescue sheet"),
    "33-first-run-proved": ("Tờ cứu hộ đã thử", "three groups typed"),
    "33-first-run-done": ("Cài đặt, xong", "a copy, a test print"),
    "34-lock": ("Khóa", "the lock"),
    "34-lock-wrong": ("Mật khẩu chưa đúng", "a wrong password"),
    "34-lock-pin": ("Máy tạm khóa", "a running session"),
    "34-lock-offer": ("Đặt mã PIN", "a PIN for the session"),
    "34-lock-damaged": ("Sổ hỏng, báo ở màn hình khóa", "a register that is not whole"),
    "35-take-back": ("Khôi phục, chọn bản sao", "which copy is taken back"),
    "35-take-back-password": ("Khôi phục, mật khẩu", "who opens it"),
    "35-take-back-wrong": ("Khôi phục, mật khẩu chưa đúng", "a wrong password"),
    "35-take-back-sheet": ("Khôi phục, tờ cứu hộ", "the rescue sheet"),
    "35-take-back-look": ("Khôi phục, xem trước khi đổi", "what would be missing"),
    "35-take-back-done": ("Khôi phục, xong", "what is in use now"),
    "35-take-back-empty": ("Tập khôi phục, chưa có bản sao", "a trial without a copy at hand"),
    "36-salvage": ("Đọc cứu hộ, mật khẩu", "who opens a damaged register"),
    "36-salvage-sheet": ("Đọc cứu hộ, tờ cứu hộ", "the rescue sheet"),
    "36-salvage-read": ("Đọc cứu hộ, đọc được", "what is read of it"),
    "36-salvage-lost": ("Đọc cứu hộ, chưa đọc được", "what is not"),
    "book": ("Sổ hộ tịch", "the register, newest first"),
    "record": ("Một hồ sơ", "one record"),
    "record-amend": ("Sửa có lý do", "amending with a reason"),
    "record-history": ("Lịch sử bản ghi", "every version and letter of a record"),
    "record-void": ("Bỏ bản ghi", "taking a record out, its letters named"),
    "form-marriage": ("Kết hôn", "a marriage"),
    "form-death": ("Khai tử", "a death"),
    "form-death-held-back": ("Thư giữ lại", "a letter held back"),
    "settings": ("Thiết lập", "settings"),
    "settings-signer": (
        "Thiết lập: thêm người ký",
        "one more who signs: name, capacity, days, the block on the letter",
    ),
    "settings-below": ("Thiết lập, phần dưới", "settings, the lower part"),
    "copies": ("Bản sao", "copies of the register"),
    "numbers": ("Sổ cấp số", "letters without a number, the numbers of the year"),
    "books": ("Sổ và số", "the books of a year, their gaps, closing them"),
    "about-person": ("Dữ liệu của một người", "what is held about one person"),
    "access-log": ("Sổ truy cập", "who did what"),
    "scanner": ("Thử máy quét", "trying a scanner, before a scan"),
    "scanner-heard": ("Thử máy quét, đã quét", "what a scanner set wrong sends, and what to set"),
    "keys-card": ("Thẻ phím tắt", "the card of keys"),
    "new-entry": ("Ghi mới", "what can be entered"),
    "practice-today": ("Chế độ tập", "the practice register"),
    "practice-form": ("Tập ghi khai sinh", "a form in practice"),
    "empty-today": ("Ngày đầu", "nothing to do"),
    "empty-find": ("Sổ trống", "an empty register"),
    "empty-printing": ("Không có thư chờ in", "no letter waits"),
    "empty-month": ("Chưa nối cấp trên", "no level above yet"),
    "empty-ratings": ("Chưa có góp ý", "no opinions yet"),
    "empty-copies": ("Chưa có bản sao", "no copies yet"),
}


def write_index(folder: Path, names: Sequence[str]) -> None:
    """README.md of the folder; raises KeyError for a picture nobody described."""
    rows = [f"| ![{SEEN[name][0]}](window-{name}.png) | {SEEN[name][0]} | {SEEN[name][1]} |" for name in sorted(names)]
    (folder / "README.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
