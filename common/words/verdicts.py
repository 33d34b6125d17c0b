"""What is said about a file that came in: for every verdict what happened, and the next step.

`details` may hold `kind` (bundle, receipt, enrolment, card; bundle when absent), `detail` (the check that failed)
and, for the verdicts of a bundle, `taken`, `set_aside`, `corrected`, `months` and `made_up` ("tháng 10"), `copy_of`,
`on`, `seq`. What is absent is left out of the sentence.
"""

from collections.abc import Mapping
from types import MappingProxyType

from common.words.desk_keys import KEY_RETIRED

_NOTHING: Mapping[str, str] = MappingProxyType({})
_WHAT = {"bundle": "Gói", "receipt": "Biên nhận", "enrolment": "Tệp trao đổi khóa", "card": "Thẻ quầy"}
_WHO = {"bundle": "xã", "receipt": "cấp trên", "enrolment": "cấp trên", "card": "xã"}

_SENTENCES = {
    "accepted": "Nhận được. Gửi lại biên nhận cho xã.",
    "already-accepted": "Đã có gói này, nội dung giống hệt. Không làm gì thêm, gửi lại biên nhận.",
    "waiting": "Để chờ: gói này bắt đầu sau chỗ cấp trên đang có. Xin xã xuất lại từ số đã có biên nhận.",
    "forked": (
        "Phần này đã nhận trước đây với nội dung khác. Có thể máy của xã vừa được khôi phục từ bản sao lưu. "
        "Chưa nhập, cần gọi xã."
    ),
    "not-a-bundle": "Không phải {gói} của phần mềm này. Bỏ qua, không mở. Xin {bên gửi} xem đã chọn đúng tệp chưa.",
    "damaged": "{Gói} bị hỏng hoặc bị cắt trên đường đi. Chưa nhập gì. Xin {bên gửi} chép lại tệp hoặc xuất lại.",
    "not-for-us": (
        "Không mở được: gửi cho nơi khác, hoặc đầu tệp đã hỏng. Xin {bên gửi} xem lại nơi nhận rồi xuất lại."
    ),
    "unknown-sender": "Chưa biết khóa của đơn vị này. Chưa mở. Xin {bên gửi} gửi thẻ, rồi đối chiếu sáu chữ.",
    "revoked": "Khóa ký {gói} này đã thu hồi. Chưa mở. Xin gọi {bên gửi} để trao đổi khóa mới.",
    "bad-signature": (
        "Chữ ký không khớp khóa đã biết của {bên gửi}. Chưa mở. "
        "Đối chiếu sáu chữ qua điện thoại trước khi nhận khóa mới."
    ),
    "too-new": "{Gói} viết bằng phiên bản mới hơn máy này. Cất nguyên, nâng cấp rồi nhập.",
    "too-large": "Tệp lớn hơn mức cho phép 20 MB. Bỏ qua. Xin {bên gửi} xuất lại thành nhiều phần nhỏ hơn.",
}
_CLOSER = {
    ("damaged", "counts"): "Số đếm ghi trong gói khác số dòng có thật. Chưa nhập gì, cần gọi xã.",
    ("damaged", "digest-at-basis"): "Chuỗi nhật ký trong gói không liền mạch. Chưa nhập gì, cần gọi xã.",
    ("damaged", "digest-at-head"): "Chuỗi nhật ký trong gói không liền mạch. Chưa nhập gì, cần gọi xã.",
    ("too-large", "lines"): "Gói có hơn 50.000 dòng. Bỏ qua. Xin xã xuất lại thành nhiều gói.",
    ("not-for-us", "to"): (
        "Gói này gửi cho tỉnh khác. Không mở được và không mở. Xin xã xem lại nơi nhận rồi xuất lại."
    ),
    ("not-for-us", "own-receipt"): "Biên nhận do chính nơi này lập cho xã, không phải gói. Bỏ qua, không mở.",
    ("not-a-bundle", "new-card"): (
        "Thẻ của một quầy chưa trao đổi khóa, không phải gói. Chưa nhận gì. Nhận thẻ ở trang Khóa các xã, gọi xã đọc "
        "sáu chữ."
    ),
    ("not-a-bundle", "known-card"): "Thẻ của một quầy đã biết, không phải gói. Bỏ qua, không phải làm gì.",
    ("unknown-sender", "key-retired"): KEY_RETIRED,
    (
        "not-for-us",
        "card",
    ): "Tệp trao đổi khóa này làm cho thẻ khác. Chưa dùng. Xin cấp trên làm lại theo thẻ mới nhất.",
}
_REASONS = {
    "kind-unknown": "loại việc mà máy này chưa biết; cất nguyên, nâng cấp rồi đọc lại",
    "line-too-long": "dòng dài hơn mức cho phép",
    "figure-value": "một con số nằm ngoài các giá trị đã định",
    "figure-missing": "thiếu một con số bắt buộc",
    "figure-free-text": "có chữ tự do ở chỗ chỉ được có số",
    "figures-disagree": "các con số trong dòng không cộng lại đúng",
    "position-of-another-line": "số thứ tự trong dòng khác chỗ của dòng",
    "part-form": "phần tên đi kèm không đọc được",
    "part-twice": "phần tên đi kèm có hai lần",
    "part-mismatch": "phần tên đi kèm khác với cam kết trong dòng",
}
_UNREADABLE = "dòng không đọc được"


def sentence(verdict: str, details: Mapping[str, str] = _NOTHING) -> str:
    """What a person is told about a file with this verdict; raises KeyError for a word that is no verdict."""
    general = _SENTENCES[verdict]
    kind = details.get("kind", "bundle")
    if kind == "bundle":
        closer = _of_bundle(verdict, details)
        if closer:
            return closer
    told = _CLOSER.get((verdict, details.get("detail", "")), general)
    what = _WHAT[kind]
    return told.replace("{Gói}", what).replace("{gói}", _lower(what)).replace("{bên gửi}", _WHO[kind])


def reason(code: str) -> str:
    """Why one line was set aside, as the end of a sentence."""
    return _REASONS.get(code, _UNREADABLE)


def woken(seq: int, taken: int, aside: int) -> str:
    """Behind the sentence of a bundle: one that waited for it came in too."""
    told = f"; {aside} bản để riêng" if aside else ""
    return f"Gói số {seq} để chờ từ trước cũng vào: {taken} bản ghi{told}."


def _of_bundle(verdict: str, details: Mapping[str, str]) -> str:
    if verdict == "accepted" and "taken" in details:
        return _accepted(details)
    if verdict == "already-accepted":
        return _known(details)
    if verdict == "forked" and {"seq", "on"} <= details.keys():
        copy = f" {details['copy_of']}" if details.get("copy_of") else ""
        return (
            f"Số {details['seq']} đã nhận ngày {details['on']} với nội dung khác. "
            f"Có thể máy của xã vừa được khôi phục từ bản sao lưu{copy}. Chưa nhập, cần gọi xã."
        )
    return ""


def _known(details: Mapping[str, str]) -> str:
    if details.get("detail") == "set-aside-history":
        return "Gói này thuộc phần lịch sử đã để riêng, không tính. Không làm gì thêm, gửi lại biên nhận."
    if details.get("detail") == "twice-on-table":
        return "Tệp này giống hệt một tệp khác đã có trên bàn. Không làm gì thêm."
    if "on" in details:
        return f"Đã có từ {details['on']}, nội dung giống hệt. Không làm gì thêm, gửi lại biên nhận cũ."
    return ""


def _accepted(details: Mapping[str, str]) -> str:
    taken, aside, mended = (int(details.get(name, "0")) for name in ("taken", "set_aside", "corrected"))
    also = f" Xã gửi bù luôn {details['made_up']} vì chưa có biên nhận." if details.get("made_up") else ""
    if aside:
        told = f"Nhận {taken} trong {taken + aside} bản ghi; {aside} bản để riêng, lý do có trong biên nhận."
        return told + (f" Có {_mended(mended, details)}." if mended else "") + also
    if mended:
        return f"Nhận được. {taken} bản ghi, trong đó {_mended(mended, details)}.{also}"
    return f"Nhận được. {taken} bản ghi.{also}"


def _mended(count: int, details: Mapping[str, str]) -> str:
    return f"{count} bản sửa" + (f" của {details['months']}" if details.get("months") else "")


def _lower(word: str) -> str:
    return word[0].lower() + word[1:]
