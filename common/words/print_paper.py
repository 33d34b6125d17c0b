"""What is said of paper: what lies in the tray, when it must be changed, how stock with ornaments is set right."""

from collections.abc import Mapping

PAPERS: Mapping[tuple[str, str], str] = {
    ("A5", "plain"): "A5 ngang",
    ("A5", "ornate"): "A5 in sẵn",
    ("A5", "half-a4"): "Nửa tờ A4",
    ("A4", "plain"): "A4 dọc",
    ("A4", "ornate"): "A4 in sẵn",
}
"""(size, stock) → words of the choice."""
PAPER_HELP: Mapping[str, str] = {
    "plain": "",
    "ornate": "Chỉ in chữ và mã QR; khung, hoa văn đã có trên giấy.",
    "half-a4": "Thư in ở nửa trên tờ A4, in xong cắt đôi.",
}
TAGS: Mapping[str, str] = {
    "birth": "Khai sinh",
    "marriage": "Kết hôn",
    "death": "Khai tử",
    "thanks": "Cảm ơn",
    "apology": "Xin lỗi",
}
LETTERS: Mapping[str, str] = {
    "birth": "thư khai sinh",
    "marriage": "thư kết hôn",
    "death": "thư chia buồn",
    "thanks": "thư cảm ơn",
    "apology": "thư xin lỗi",
}
HOW_OF = "Cách in {letter}"
READY_FOR = "sẵn sàng, nhớ cho {letter}"
OTHERS = "{letter}: {printer}, {paper}"
OTHERS_HEAD = "Thư khác in theo cách đã nhớ: {ways}."
CHANGE_TITLE = "Đổi giấy rồi in tiếp"
GO_ON, LATER = "In tiếp {count} thư", "Để lại hàng chờ"
STOPPED_BEFORE = "{count} thư chưa gửi sang máy in vẫn nằm trong hàng chờ."
TEST_FRAME = "In trang dò khung"
WHERE_FRAME = (
    "Đặt giấy in sẵn rồi in trang này. Nét nào trùng đường khung ngoài thì cộng số của nét ấy vào ô Chỉnh lệch giấy: "
    "nét bên trái vào ô ngang, nét phía trên vào ô dọc."
)
PLAIN_TEST = "Máy này chưa có lá thư nào để vẽ khung, nên in trang thử có thước."

BACK_TITLE, PRINT_BACK, BACK_LATER = "In mặt sau", "In mặt sau", "Để sau"
PRINTING_BACK = "Đang gửi mặt sau sang máy in"
BACKS_LEFT = "Còn {count} thư chưa in mặt sau. In sau ở Sổ thư đã in, phím F9."


def back_text(title: str, copies: int) -> str:
    """Which sheet to lay into the tray, and how to turn it."""
    sheets = "tờ thư" if copies == 1 else f"{copies} tờ thư"
    return (
        f"Lấy {sheets} gửi {title}. Lật như lật trang sách, đầu tờ vẫn ở trên, rồi đặt lại vào khay, chỉ {sheets} ấy. "
        "Lời tiếng Anh in vào mặt trắng; mặt trước giữ nguyên. In thử một tờ nháp để biết khay lấy mặt nào."
    )


def letter_named(key: str) -> str:
    """Letters by the key of their ways: "thư khai sinh", "thư khai sinh A4"."""
    kind, _, size = key.partition("-")
    return f"{LETTERS[kind]} {size}".strip()


def paper(size: str, kind: str) -> str:
    """What lies in the tray: "giấy A5", "giấy A5 in sẵn cho thư khai sinh"."""
    return f"giấy {size} in sẵn cho {LETTERS[kind]}" if kind else f"giấy {size}"


def change(paper: str, letters: int, printer: str) -> str:
    """LOOK.md 4: what happened, what is safe, what to do."""
    return (
        f"Máy in đã nhận các thư trước. Còn {letters} thư in trên {paper}. Đặt {paper} vào khay máy {printer} rồi in "
        "tiếp. Để lại thì các thư ấy vẫn nằm trong hàng chờ."
    )
