"""What the page "Thư này có thật không?" says: what a code means, what is safe, what to do."""

from collections.abc import Mapping

TITLE = "Thư này có thật không?"
CONTEXT = "không cần mạng"
FIELD = "Mã trên thư, hoặc quét ô vuông"
HINT = "16 chữ, như 7K3M-9QXF-2D4T-8A6H"
ZOOM = "Phóng to tờ thư"
LOOK, AGAIN, BY_NAME, OPEN = "Tra mã", "Tra mã khác", "Tìm theo tên, ngày", "Mở hồ sơ"
COMPARE = "Đặt tờ trên tay cạnh tờ này. Nhìn so: tên, ngày, người ký phải giống từng chữ."
REDRAWN = "Vẽ lại từ bản đã lưu lúc in."
FACT, LOOK_NEAR = "{label}: {words}", "Xem lá thư gần giống"
DRAWING = "Đang vẽ lại tờ thư"
NEAR = "Gần giống mã dưới đây, khác {count} chữ. Soi lại chữ ấy trên giấy trước khi kết luận."
NEAR_CODE = "{code}: {letter}, {title}"
BEFORE_SEARCH = (
    "Gõ 16 chữ của mã, hoặc để con trỏ ở ô trên rồi quét ô vuông. Chữ O là số 0, chữ I và L là số 1. "
    "Thư chia buồn thường không có mã: bấm Tìm theo tên, ngày, mở hồ sơ của người mất rồi xem tờ thư đã lưu."
)
FACTS: Mapping[str, str] = {
    "letter": "Thư",
    "to": "Gửi",
    "dated": "Ngày trên thư",
    "number": "Số",
    "signer": "Người ký",
    "printed": "Đã in",
    "given": "Đã trao",
    "now": "Thư thay thế",
}
NO_NUMBER, NOT_PRINTED, NOT_GIVEN = "chưa ghi số", "chưa ghi là đã in", "chưa ghi là đã trao"
SIGNER_UNKNOWN = "xem trên tờ vẽ lại"
REPLACED_BY = "thư ngày {day}, mã {code}"
NO_CODE = "không mã"
HOST = "Ô vuông dẫn tới {host}, không phải {ours} của ta. Đừng mở địa chỉ ấy trên điện thoại."

VERDICTS: Mapping[str, tuple[str, str, str]] = {
    "ours": (
        "cham",
        "Mã này do quầy ta cấp",
        "Mã đúng chưa đủ: ai có một lá thư thật cũng chép được mã. Chỉ khi tên, ngày, người ký trên giấy "
        "giống hệt tờ vẽ lại thì mới là thư của ta. Khác một chữ: giữ lại tờ giấy, ghi ai đưa tới, báo lãnh "
        "đạo.",
    ),
    "taken-back": (
        "hoe",
        "Thư của quầy ta, đã thôi dùng",
        "Quầy ta từng viết lá thư này, sau đó bản ghi đã bỏ hoặc đã có thư khác thay. Tờ giấy có thể là thật "
        "mà không còn đúng. Xem thư thay thế; gia đình còn giữ tờ cũ thì đổi tờ mới.",
    ),
    "erased": (
        "hoe",
        "Thư của quầy ta, nội dung đã xóa theo luật",
        "Mã do quầy ta cấp. Tên và lời thư đã xóa khỏi máy nên không còn gì để so. Hỏi lãnh đạo trước khi xác"
        " nhận điều gì với người cầm thư.",
    ),
    "not-here": (
        "hoe",
        "Mã do quầy ta cấp, mà sổ này không có lá thư ấy",
        "Chữ kiểm trong mã khớp khóa của quầy, nên mã không phải bịa ra. Có thể thư được in trước khi khôi "
        "phục sổ, hoặc ở một máy khác của quầy. Xem Cần ghi lại (Ctrl+Shift+L), hỏi cấp trên, rồi hãy trả lời"
        " người cầm thư.",
    ),
    "elsewhere": (
        "hoe",
        "Mã của quầy khác",
        "Mã ghi quầy số {desk}, quầy ta là số {ours}. Máy này không giữ khóa của quầy ấy nên chưa biết mã "
        "thật hay không. Hỏi xã có tên trên thư, hoặc hỏi cấp trên.",
    ),
    "not-minted": (
        "son",
        "Quầy ta không cấp mã này",
        "Chữ kiểm trong mã không khớp. Có thể một chữ bị mờ hay gõ nhầm, cũng có thể thư do người khác làm "
        "ra. Soi lại từng chữ hoặc quét ô vuông. Vẫn vậy thì giữ tờ giấy, ghi ai đưa tới, báo lãnh đạo; đừng "
        "quét ô vuông bằng điện thoại.",
    ),
    "no-tie": (
        "hoe",
        "Quầy này chưa có khóa mã thư",
        "Thư của quầy ta chưa in mã nào, nên mã này không do quầy ta cấp. Hỏi xã có tên trên thư. Thư của ta "
        "thì tìm theo tên và ngày.",
    ),
    "training": (
        "hoe",
        "Đang ở sổ tập",
        "Sổ tập không biết lá thư thật nào, và thư in ở sổ tập luôn có chữ TẬP chạy ngang tờ. Rời sổ tập, vào"
        " sổ thật rồi tra lại. Chưa có gì thay đổi.",
    ),
    "specimen": (
        "hoe",
        "Đây là mã mẫu",
        "Tờ có chữ MẪU là bản xem trước, chưa phải thư gửi đi. Thư thật có mã riêng, ghi lúc in. Chưa có gì thay đổi.",
    ),
    "not-a-code": (
        "hoe",
        "Chưa đủ thành mã",
        "Mã có 16 chữ số và chữ cái, không có O, I, L, U; đang đọc được {count} chữ. Gõ tiếp hoặc quét ô "
        "vuông. Thư không có mã, như thư chia buồn, thì tìm theo tên và ngày.",
    ),
}
"""code → tone, what it is, what it means and what to do."""
