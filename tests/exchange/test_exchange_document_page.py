"""docs/exchange-format.md cannot rot: its example is a vector, its lists are the code's."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

from exchange_kit import DESK, OFFICE

from exchange.figures import FLAGS, KINDS, LATENESS
from exchange.token import read_code
from exchange.verdicts import VERDICTS

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "exchange-format.md").read_text(encoding="utf-8")
VECTORS = Path(__file__).parent / "vectors"


def vector(name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads((VECTORS / name).read_text(encoding="utf-8"))
    return found


def test_the_worked_example_is_the_first_vector() -> None:
    raw = OFFICE.unseal((VECTORS / "bundle-good-first.mctt").read_bytes())
    manifest = zipfile.ZipFile(BytesIO(raw)).read("manifest.json")
    assert manifest.decode() in PAGE.split("\n")
    assert f"{len(manifest)} bytes" in PAGE
    assert OFFICE.identity() in PAGE
    assert DESK.public.verify in PAGE
    assert DESK.key_id in PAGE
    assert vector("index.json")["bundle"][0]["document"] in PAGE


def test_line_digests_part_token_and_words_of_the_example_are_vectors() -> None:
    journal = json.loads((VECTORS / "journal.json").read_text(encoding="utf-8"))
    assert journal["lines"][0] in PAGE.split("\n")
    for told in (*journal["digests"][:2], journal["part"]["raw"], journal["part"]["salt"]):
        assert told in PAGE
    tokens = {row["code"] for row in vector("tokens.json")["tokens"]}
    printed = re.findall(r"`([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3})`", PAGE)
    assert [read_code(code) in tokens for code in printed if code[0] != "X"] == [True]
    enrolment = vector("index.json")["enrolment"][0]
    assert " ".join(enrolment["words"]) in PAGE
    assert " ".join(enrolment["hex_groups"]) in PAGE


def test_every_kind_figure_flag_and_word_of_the_code_is_on_the_page() -> None:
    names = {name for rule in KINDS.values() for name in rule.figures}
    for word in (*KINDS, *names, *LATENESS):
        assert f"`{word}`" in PAGE, word
    for word in (*FLAGS, *VERDICTS):
        assert word in PAGE, word


def test_every_named_check_and_reason_of_the_code_is_on_the_page() -> None:
    told = set()
    for source in (HOME / "exchange").glob("*.py"):
        text = source.read_text(encoding="utf-8")
        told |= set(re.findall(r'Refused\(\s*"[a-z-]+",\s*"([a-z-]+)"', text))
        told |= set(re.findall(r'(?:BadLine|SetAside)\([^"\n]*"([a-z-]+)"', text))
        told |= set(re.findall(r'_require\([^"\n]*"([a-z-]+)"', text))
    assert len(told) > 40
    assert {code for code in told if code not in PAGE} == set()
