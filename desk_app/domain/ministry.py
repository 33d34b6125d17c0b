"""The keys of the ministry's civil-status sheets in the ministry's order (DOMAIN 8).

The names come from public code around the digitisation programme; no official description of the export was found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from common.words import ministry as words
from common.words.labels import FIELD_LABELS
from desk_app.domain.drafts import UnknownEvent

Kind = Literal[
    "text", "name", "date", "number", "id", "sex", "type", "residence", "paper", "birth-case", "notice", "time"
]
"""What stands under a key: a date is dotted, a code a number, everything else text."""

OURS = "mctt_"
"""Begins the keys of what we keep and the ministry's sheet does not; behind it stands our field."""


@dataclass(frozen=True, slots=True)
class MinistryKey:
    """A column: the ministry's key, its Vietnamese heading, our draft field ("" where we keep nothing for it), what
    stands under it, and the part of the sheet it belongs to (`common.words.ministry.BLOCKS`)."""

    key: str
    caption: str
    field: str
    kind: Kind = "text"
    block: str = "common"


_Rows = tuple[tuple[str, str, Kind], ...]

_BOOK: _Rows = (
    ("STT", "", "number"),
    ("so", "number", "number"),
    ("quyenSo", "book", "number"),
    ("trangSo", "", "number"),
    ("ngayDangKy", "registered_on", "date"),
    ("loaiDangKy", "registration_type", "type"),
    ("noiDangKy", "unit", "text"),
)
_SIGNED: _Rows = (("nguoiKy", "", "name"), ("chucVuNguoiKy", "", "text"))
_KEPT_BY: _Rows = (("nguoiThucHien", "", "name"), ("ghiChu", "", "text"))
_CHILD: _Rows = (
    ("nksHoTen", "child_name", "name"),
    ("nksGioiTinh", "sex", "sex"),
    ("nksNgaySinh", "born", "date"),
    ("nksNgaySinhBangChu", "born_in_words", "text"),
    ("nksNoiSinh", "birth_place", "text"),
    ("nksNoiSinhDVHC", "", "text"),
    ("nksQueQuan", "home_town", "text"),
    ("nksDanToc", "ethnic_group", "text"),
    ("nksQuocTich", "nationality", "text"),
    ("nksQuocTichKhac", "", "text"),
    ("nksLoaiKhaiSinh", "case", "birth-case"),
    ("nksMatTich", "", "number"),
    ("nksMatTichNgayGhiChuTuyenBo", "", "date"),
    ("nksMatTichCanCuTuyenBo", "", "text"),
    ("nksMatTichNgayGhiChuHuyTuyenBo", "", "date"),
    ("nksMatTichCanCuHuyTuyenBo", "", "text"),
    ("nksHanCheNangLucHanhVi", "", "number"),
    ("nksHanCheNangLucHanhViNgayGhiChuTuyenBo", "", "date"),
    ("nksHanCheNangLucHanhViCanCuTuyenBo", "", "text"),
    ("nksHanCheNangLucHanhViNgayGhiChuHuyTuyenBo", "", "date"),
    ("nksHanCheNangLucHanhViNgayCanCuHuyTuyenBo", "", "text"),
)
_WEDDING: _Rows = (("ngayXacLapQuanHeHonNhan", "", "date"),)
_STANDING: _Rows = (
    ("tinhTrangKetHon", "", "number"),
    ("huyKetHonNgayGhiChu", "", "date"),
    ("huyKetHonCanCu", "", "text"),
    ("congNhanKetHonNgayGhiChu", "", "date"),
    ("congNhanKetHonCanCu", "", "text"),
)
_DECEASED: _Rows = (
    ("nktHoTen", "deceased_name", "name"),
    ("nktGioiTinh", "sex", "sex"),
    ("nktNgaySinh", "born", "date"),
    ("nktDanToc", "ethnic_group", "text"),
    ("nktQuocTich", "nationality", "text"),
    ("nktQuocTichKhac", "", "text"),
    ("nktLoaiCuTru", "", "residence"),
    ("nktNoiCuTru", "last_residence", "text"),
    ("nktLoaiGiayToTuyThan", "id_paper", "paper"),
    ("nktGiayToKhac", "id_paper", "text"),
    ("nktSoGiayToTuyThan", "citizen_id", "id"),
    ("nktNgayCapGiayToTuyThan", "", "date"),
    ("nktNoiCapGiayToTuyThan", "", "text"),
    ("nktNgayChet", "died_on", "date"),
    ("nktNgayChetGhiBangChu", "", "text"),
    ("nktGioPhutChet", "died_at", "time"),
    ("nktNoiChet", "died_place", "text"),
    ("nktNguyenNhanChet", "cause", "text"),
    ("nktTinhTrangTuyenBoViecChet", "", "number"),
    ("nktNgayGhiChuTuyenBoViecChet", "", "date"),
    ("nktCanCuTuyenBoViecChet", "", "text"),
    ("nktNgayGhiChuHuyTuyenBoViecChet", "", "date"),
    ("nktCanCuHuyTuyenBoViecChet", "", "text"),
)
_NOTICE: _Rows = (
    ("gbtLoai", "notice_kind", "notice"),
    ("gbtSo", "notice_number", "number"),
    ("gbtNgay", "notice_date", "date"),
    ("gbtCoQuanCap", "notice_issuer", "text"),
)
_DECLARANT: _Rows = (
    ("nycHoTen", "declarant_name", "name"),
    ("nycQuanHe", "declarant_relation", "text"),
    ("nycLoaiGiayToTuyThan", "", "paper"),
    ("nycGiayToKhac", "", "text"),
    ("nycSoGiayToTuyThan", "declarant_citizen_id", "id"),
    ("nycNgayCapGiayToTuyThan", "", "date"),
    ("nycNoiCapGiayToTuyThan", "", "text"),
)
_ABROAD: _Rows = (
    ("soDangKyNuocNgoai", "", "number"),
    ("ngayDangKyNuocNgoai", "", "date"),
    ("cqNuocNgoaiDaDangKy", "", "text"),
    ("qgNuocNgoaiDaDangKy", "", "text"),
)


def _person(first: str, role: str, *, issued: bool) -> _Rows:
    """A parent, or (`issued`) a spouse, of whose paper the ministry also asks which, when and where."""
    ours = {
        "HoTen": "name",
        "NgaySinh": "born",
        "DanToc": "ethnic_group",
        "QuocTich": "nationality",
        "NoiCuTru": "residence",
        "LoaiGiayToTuyThan": "id_paper",
        "GiayToKhac": "id_paper",
        "SoGiayToTuyThan": "citizen_id",
    }
    kinds: dict[str, Kind] = {
        "HoTen": "name",
        "NgaySinh": "date",
        "LoaiCuTru": "residence",
        "LoaiGiayToTuyThan": "paper",
        "SoGiayToTuyThan": "id",
        "NgayCapGiayToTuyThan": "date",
    }
    parts = [part for part in words.PERSON if part not in ("GioiTinh", "QuanHe")]
    asked = parts if issued else [p for p in parts if p not in ("GiayToKhac", *parts[-2:])]
    return tuple(
        (f"{first}{part}", f"{role}_{ours[part]}" if part in ours else "", kinds.get(part, "text")) for part in asked
    )


_SHEETS: Mapping[str, tuple[tuple[str, _Rows], ...]] = {
    "birth": (
        ("common", (*_BOOK, *_SIGNED, *_KEPT_BY)),
        ("child", _CHILD),
        ("mother", _person("me", "mother", issued=False)),
        ("father", _person("cha", "father", issued=False)),
        ("declarant", _DECLARANT),
        ("abroad", _ABROAD),
    ),
    "marriage": (
        ("common", (*_BOOK, *_SIGNED)),
        ("marriage", _WEDDING),
        ("common", _KEPT_BY),
        ("marriage", _STANDING),
        ("husband", _person("chong", "husband", issued=True)),
        ("wife", _person("vo", "wife", issued=True)),
        ("abroad", _ABROAD),
    ),
    "death": (
        ("common", (*_BOOK, *_SIGNED, *_KEPT_BY)),
        ("deceased", _DECEASED),
        ("notice", _NOTICE),
        ("declarant", _DECLARANT),
        ("abroad", _ABROAD),
    ),
}
_OURS: Mapping[str, tuple[str, ...]] = {
    "birth": ("case", "child_citizen_id", "twin_group", "mother_id_paper", "father_id_paper", "declarant_residence"),
    "marriage": (
        "case",
        "husband_id_paper",
        "wife_id_paper",
        "declarant_name",
        "declarant_relation",
        "declarant_residence",
        "declarant_citizen_id",
    ),
    "death": ("case", "id_paper", "mother_name", "father_name", "declarant_residence"),
}


@cache
def keys_of(event: str) -> tuple[MinistryKey, ...]:
    """The ministry's columns of an event in the ministry's order; raises UnknownEvent."""
    if event not in _SHEETS:
        raise UnknownEvent(event)
    return tuple(
        MinistryKey(key, words.caption(key), field, kind, block)
        for block, rows in _SHEETS[event]
        for key, field, kind in rows
    )


@cache
def own_keys(event: str) -> tuple[MinistryKey, ...]:
    """What we keep beyond the ministry's columns, so that a sheet of ours can be read again whole; UnknownEvent."""
    if event not in _OURS:
        raise UnknownEvent(event)
    kinds: dict[str, Kind] = {"citizen_id": "id", "name": "name"}
    return tuple(
        MinistryKey(
            f"{OURS}{field}",
            FIELD_LABELS[field],
            field,
            next((k for e, k in kinds.items() if field.endswith(e)), "text"),
            "ours",
        )
        for field in ("unit", "hamlet", *_OURS[event])
    )


@cache
def key_named(event: str, key: str) -> MinistryKey | None:
    """A column of the ministry's or of ours by its key, however it is cased; None where the event has no such key."""
    return _by_name(event).get(key.casefold())


@cache
def _by_name(event: str) -> dict[str, MinistryKey]:
    return {one.key.casefold(): one for one in (*keys_of(event), *own_keys(event))}
