"""What is said about answers that bear a flag: facts, never an accusation, for the level above alone."""

from collections.abc import Mapping

from common.scales import Spread

FLAGS: Mapping[str, str] = {
    "early": "trước ngày trao thư, hoặc cho thư chưa ghi ngày trao",
    "burst": "đến trong cùng một giờ, nhiều hơn thường lệ",
    "one-network": "cùng một mạng trong một ngày, nhiều hơn thường lệ",
    "own-network": "từ mạng của xã",
    "month-end": "dồn vào ba ngày cuối tháng",
    "contradicted": "có hai câu trả lời khác nhau, đã tính câu kém hài lòng hơn",
}
"""Each flag after "12 góp ý", in the order in which they are told."""

HEAD = "Ghi chú, không phải kết luận"
NOTE = (
    "Nhiều góp ý một lúc có thể chỉ vì nhiều nhà cùng ở một buổi lễ, dùng chung một mạng, hay trả lời bằng máy "
    "tính bảng đặt ở quầy. Góp ý có ghi chú vẫn được tính như mọi góp ý khác; ghi chú này không gửi về xã."
)


def noted(n: int, whole: int) -> str:
    """How many answers bear a flag."""
    return f"{n} trong {whole} góp ý có ghi chú."


def flag(code: str, n: int) -> str:
    """How many answers bear that flag."""
    return f"{n} góp ý {FLAGS.get(code, code)}."


def without(noted: int, rest: Spread, covered: bool) -> str:
    """The figures without the answers that bear a flag; `covered` when they are of all answers of the period."""
    begin = "Bỏ" if covered else "Trong những góp ý đã đủ số để tách, bỏ"
    return f"{begin} {noted} góp ý này, còn {rest.n}: {rest.content} hài lòng trở lên."


TOO_FEW = "Chưa đủ số liệu để tách riêng: một trong hai bên còn quá ít góp ý."


def network_entered(network: str, unit: str) -> str:
    """A network is known as a commune's own."""
    return f"Đã ghi mạng {network} là của {unit}. Góp ý từ mạng này được ghi chú, vẫn tính như thường."


def network_known(network: str, unit: str) -> str:
    """It was known before."""
    return f"Mạng {network} của {unit} đã được ghi từ trước. Không có gì thay đổi."


def network_left(network: str, unit: str) -> str:
    """A network is the commune's own no more."""
    return f"Đã bỏ mạng {network} của {unit}. Góp ý từ nay không còn ghi chú ấy."


def network_line(network: str, unit: str, since: str) -> str:
    """One line of the list."""
    return f"{unit}: {network}, ghi từ {since}."


NO_NETWORKS = "Chưa ghi mạng nào của xã."
