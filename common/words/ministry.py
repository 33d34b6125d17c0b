"""Words of the ministry's civil-status sheets: the heading of each key, and what its code numbers stand for."""

from collections.abc import Mapping

SEXES: Mapping[str, str] = {"1": "Nam", "2": "Nữ", "3": "Chưa xác định được giới tính"}
RESIDENCES: Mapping[str, str] = {"0": "Không có thông tin", "1": "Thường trú", "2": "Tạm trú"}
PAPERS: Mapping[str, str] = {
    "0": "",
    "1": "CMND",
    "2": "Hộ chiếu",
    "3": "Thẻ thường trú",
    "4": "CCCD",
    "5": "Giấy chứng minh quân đội nhân dân",
    "6": "Giấy chứng minh sĩ quan quân đội",
    "7": "Giấy chứng minh công an nhân dân",
    "8": "",
}
"""What stands before the number of a paper; 8 is any other paper, which names itself."""
BIRTH_CASES: Mapping[str, str] = {
    "1": "Đã xác định được cả cha lẫn mẹ",
    "2": "Chưa xác định được mẹ",
    "3": "Chưa xác định được cha",
    "4": "Chưa xác định được cả cha lẫn mẹ",
    "5": "Trẻ bị bỏ rơi",
}
NOTICES: Mapping[str, str] = {
    "1": "Giấy báo tử",
    "2": "Biên bản xác nhận việc thi hành án tử hình",
    "3": "Bản án, quyết định có hiệu lực của Tòa án về việc tuyên bố một người là đã chết",
    "4": "Văn bản xác nhận của cơ quan công an hoặc kết quả giám định của Cơ quan giám định pháp y",
    "5": "Văn bản xác định nguyên nhân chết của cơ quan y tế",
    "6": "Biên bản xác nhận việc chết",
    "7": "Văn bản xác nhận việc chết của người làm chứng",
}
"""Kinds of the notice of death or of the paper in its place."""

ROLES: Mapping[str, str] = {
    "nks": "trẻ",
    "me": "mẹ",
    "cha": "cha",
    "chong": "chồng",
    "vo": "vợ",
    "nkt": "người mất",
    "nyc": "người yêu cầu",
}
"""Whom the first letters of a key speak of."""

PERSON: Mapping[str, str] = {
    "HoTen": "Họ, chữ đệm, tên",
    "GioiTinh": "Giới tính",
    "NgaySinh": "Ngày, tháng, năm sinh",
    "DanToc": "Dân tộc",
    "QuocTich": "Quốc tịch",
    "QuocTichKhac": "Quốc tịch khác",
    "LoaiCuTru": "Loại cư trú",
    "NoiCuTru": "Nơi cư trú",
    "LoaiGiayToTuyThan": "Loại giấy tờ tùy thân",
    "GiayToKhac": "Tên giấy tờ khác",
    "SoGiayToTuyThan": "Số giấy tờ tùy thân",
    "NgayCapGiayToTuyThan": "Ngày cấp giấy tờ tùy thân",
    "NoiCapGiayToTuyThan": "Nơi cấp giấy tờ tùy thân",
    "QuanHe": "Quan hệ",
}
"""The headings that everybody named in a sheet may have; whose they are stands behind them or over them."""

SINGLE: Mapping[str, str] = {
    "STT": "STT",
    "so": "Số",
    "quyenSo": "Quyển số",
    "trangSo": "Trang số",
    "ngayDangKy": "Ngày đăng ký",
    "loaiDangKy": "Loại đăng ký",
    "noiDangKy": "Nơi đăng ký",
    "nguoiKy": "Người ký",
    "chucVuNguoiKy": "Chức vụ người ký",
    "nguoiThucHien": "Người thực hiện",
    "ghiChu": "Ghi chú",
    "nksNgaySinhBangChu": "Ngày, tháng, năm sinh bằng chữ",
    "nksNoiSinh": "Nơi sinh",
    "nksNoiSinhDVHC": "Đơn vị hành chính nơi sinh",
    "nksQueQuan": "Quê quán",
    "nksLoaiKhaiSinh": "Loại khai sinh",
    "nksMatTich": "Mất tích",
    "nksMatTichNgayGhiChuTuyenBo": "Ngày ghi chú tuyên bố mất tích",
    "nksMatTichCanCuTuyenBo": "Căn cứ tuyên bố mất tích",
    "nksMatTichNgayGhiChuHuyTuyenBo": "Ngày ghi chú hủy tuyên bố mất tích",
    "nksMatTichCanCuHuyTuyenBo": "Căn cứ hủy tuyên bố mất tích",
    "nksHanCheNangLucHanhVi": "Hạn chế năng lực hành vi",
    "nksHanCheNangLucHanhViNgayGhiChuTuyenBo": "Ngày ghi chú tuyên bố hạn chế năng lực hành vi",
    "nksHanCheNangLucHanhViCanCuTuyenBo": "Căn cứ tuyên bố hạn chế năng lực hành vi",
    "nksHanCheNangLucHanhViNgayGhiChuHuyTuyenBo": "Ngày ghi chú hủy tuyên bố hạn chế năng lực hành vi",
    "nksHanCheNangLucHanhViNgayCanCuHuyTuyenBo": "Căn cứ hủy tuyên bố hạn chế năng lực hành vi",
    "ngayXacLapQuanHeHonNhan": "Ngày xác lập quan hệ hôn nhân",
    "tinhTrangKetHon": "Tình trạng kết hôn",
    "huyKetHonNgayGhiChu": "Ngày ghi chú hủy kết hôn",
    "huyKetHonCanCu": "Căn cứ hủy kết hôn",
    "congNhanKetHonNgayGhiChu": "Ngày ghi chú công nhận kết hôn",
    "congNhanKetHonCanCu": "Căn cứ công nhận kết hôn",
    "nktNoiCuTru": "Nơi cư trú cuối cùng",
    "nktNgayChet": "Ngày chết",
    "nktNgayChetGhiBangChu": "Ngày chết bằng chữ",
    "nktGioPhutChet": "Giờ phút chết",
    "nktNoiChet": "Nơi chết",
    "nktNguyenNhanChet": "Nguyên nhân chết",
    "nktTinhTrangTuyenBoViecChet": "Tình trạng tuyên bố việc chết",
    "nktNgayGhiChuTuyenBoViecChet": "Ngày ghi chú tuyên bố việc chết",
    "nktCanCuTuyenBoViecChet": "Căn cứ tuyên bố việc chết",
    "nktNgayGhiChuHuyTuyenBoViecChet": "Ngày ghi chú hủy tuyên bố việc chết",
    "nktCanCuHuyTuyenBoViecChet": "Căn cứ hủy tuyên bố việc chết",
    "gbtLoai": "Loại giấy báo tử",
    "gbtSo": "Số giấy báo tử",
    "gbtNgay": "Ngày cấp giấy báo tử",
    "gbtCoQuanCap": "Cơ quan cấp giấy báo tử",
    "soDangKyNuocNgoai": "Số đăng ký ở nước ngoài",
    "ngayDangKyNuocNgoai": "Ngày đăng ký ở nước ngoài",
    "cqNuocNgoaiDaDangKy": "Cơ quan nước ngoài đã đăng ký",
    "qgNuocNgoaiDaDangKy": "Nước đã đăng ký",
}
"""The headings that stand once in a sheet."""

BLOCKS: Mapping[str, str] = {
    "common": "Sổ đăng ký",
    "child": "Người được khai sinh",
    "mother": "Mẹ",
    "father": "Cha",
    "marriage": "Quan hệ hôn nhân",
    "husband": "Chồng",
    "wife": "Vợ",
    "deceased": "Người chết",
    "notice": "Giấy báo tử",
    "declarant": "Người yêu cầu",
    "abroad": "Đã đăng ký ở nước ngoài",
    "ours": "Chỉ có ở Một Cửa Thân Thiện",
}
"""The parts of a sheet, as they are headed where they are shown apart."""


def caption(key: str) -> str:
    """The heading of a ministry's key; whose it is stands behind it: "Họ, chữ đệm, tên của mẹ"."""
    if key in SINGLE:
        return SINGLE[key]
    role = next(role for role in sorted(ROLES, key=len, reverse=True) if key.startswith(role))
    return f"{PERSON[key.removeprefix(role)]} của {ROLES[role]}"
