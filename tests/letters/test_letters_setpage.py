"""The set page as bytes: the archive from which every reprint is made."""

import dataclasses
import json

import pytest

from desk_app.letters.setpage import BadPage, Run, SetPage, page_bytes, page_digest, page_from


def test_a_page_comes_back_from_its_bytes_unchanged(pages: dict[str, SetPage]) -> None:
    for page in pages.values():
        assert page_from(page_bytes(page)) == page


def test_page_bytes_are_canonical_json_of_whole_numbers(pages: dict[str, SetPage]) -> None:
    raw = page_bytes(pages["birth-sixty-colour"])
    value = json.loads(raw, parse_float=pytest.fail)
    assert json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() == raw


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda raw: raw.replace(b'{"code"', b'{ "code"', 1), "not-canonical"),
        (lambda raw: raw[:-1] + b',"extra":1}', "not-canonical"),
        (lambda raw: raw[: len(raw) // 2], "not-a-page"),
        (lambda raw: raw.replace(b'"height":148000', b'"height":"148000"'), "not-a-page"),
        (lambda raw: b"\xff" + raw, "not-a-page"),
        (lambda raw: b"[]", "not-a-page"),
    ],
)
def test_bytes_that_are_no_page_are_refused_by_name(pages: dict[str, SetPage], spoil: object, code: str) -> None:
    raw = page_bytes(pages["birth-usual-colour"])
    with pytest.raises(BadPage) as refused:
        page_from(spoil(raw))  # type: ignore[operator]
    assert refused.value.code == code


def test_a_changed_letter_changes_the_digest(pages: dict[str, SetPage]) -> None:
    page = pages["birth-usual-colour"]
    moved = dataclasses.replace(page, runs=(dataclasses.replace(page.runs[0], x=page.runs[0].x + 1), *page.runs[1:]))
    assert page_digest(page_bytes(page)) != page_digest(page_bytes(moved))
    assert len(page_digest(page_bytes(page))) == 64


def test_a_run_holds_text_in_nfc_only() -> None:
    with pytest.raises(ValueError, match="NFC"):
        Run("Nguye\u0302\u0303n", 0, 0, "EBGaramond", 1200)
    with pytest.raises(ValueError, match="NFC"):
        Run("", 0, 0, "EBGaramond", 1200)
