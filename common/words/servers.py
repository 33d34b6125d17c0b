"""What is said of a database server, and of the way there and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

TROUBLES: Mapping[str, str] = {
    "server-away": (
        "Máy chủ dữ liệu PostgreSQL chưa trả lời. Chưa ghi gì, dữ liệu đã lưu còn nguyên. "
        "Xem máy chủ đã bật chưa, xem lại tên máy và cổng trong địa chỉ, rồi làm lại."
    ),
    "server-password": (
        "Máy chủ dữ liệu không nhận tài khoản hoặc mật khẩu này. Chưa ghi gì. "
        "Xem lại tệp mật khẩu (PGPASSFILE) và tài khoản trong địa chỉ, rồi làm lại."
    ),
    "server-no-database": (
        "Trên máy chủ chưa có cơ sở dữ liệu mang tên này. Chưa ghi gì. "
        "Xem lại tên trong địa chỉ, hoặc nhờ người quản trị máy chủ tạo cơ sở dữ liệu trước."
    ),
    "server-no-rights": (
        "Tài khoản này chưa có quyền làm việc ấy trên máy chủ dữ liệu. Việc vừa rồi chưa ghi gì. "
        "Nhờ người quản trị máy chủ cấp quyền theo tài liệu triển khai, rồi làm lại."
    ),
    "server-too-old": (
        "Máy chủ dữ liệu là bản PostgreSQL cũ hơn 13. Chưa ghi gì. Nhờ người quản trị nâng bản máy chủ rồi làm lại."
    ),
    "server-not-utf8": (
        "Cơ sở dữ liệu này không giữ được đủ chữ tiếng Việt (mã hóa không phải UTF8). Chưa ghi gì. "
        "Tạo lại cơ sở dữ liệu với ENCODING 'UTF8'."
    ),
    "server-read-only": (
        "Máy chủ dữ liệu đang chỉ cho đọc. Chưa ghi gì. Có thể đây là máy dự phòng: xem lại địa chỉ, rồi làm lại."
    ),
    "server-lost": (
        "Đường nối với máy chủ dữ liệu đứt giữa chừng. Việc vừa rồi hoặc đã ghi trọn, hoặc chưa ghi gì, "
        "không có phần dở. Làm lại việc ấy: gói đã nhận không bị tính hai lần."
    ),
    "server-no-driver": (
        "Máy này chưa cài phần nối với PostgreSQL (psycopg). Chưa ghi gì. Cài chương trình với phần [district]."
    ),
    "not-a-database-address": (
        "Chưa hiểu địa chỉ cơ sở dữ liệu. Chưa có gì thay đổi. Viết theo mẫu postgresql://tai-khoan@may-chu/ten."
    ),
    "public-database-needed": (
        "Dữ liệu của nơi nhận nằm trên máy chủ mà chưa nói góp ý nằm ở đâu. Chưa ghi gì. "
        "Thêm --public-database, hoặc đặt DISTRICT_PUBLIC_DATABASE."
    ),
    "carry-where": "Chưa nói chuyển đi đâu. Chưa có gì thay đổi. Thêm --database và --public-database.",
    "target-not-empty": (
        "Cơ sở dữ liệu ở nơi đến đã có dữ liệu. Hai tệp ở thư mục này còn nguyên, chưa đổi gì. "
        "Tạo hai cơ sở dữ liệu trống rồi chuyển lại."
    ),
}


def carried(desks: int, lines: int, retired: Sequence[str]) -> str:
    """The office lies on the server now."""
    return (
        f"Đã chuyển sang máy chủ: {desks} quầy, {lines} dòng, đã đọc lại từng dòng. "
        f"Hai tệp cũ mang tên {' và '.join(retired)}; không lệnh nào mở chúng nữa."
    )
