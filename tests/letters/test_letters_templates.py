"""Letters of ours say only what letters of their kind may say, and every field has words and a place to mend it."""

import re
from pathlib import Path

import pytest

from common.letter_text import read_template
from common.words.letter_fields import CONDITIONS, FIELDS, KINDS, conditions_of, fields_of
from desk_app.letters.fields import FIELDS as MENDED

FOLDER = Path(__file__).parents[2] / "resources" / "letters"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_shipped_template_reads(path: Path) -> None:
    template = read_template(path.stem, path.read_text(encoding="utf-8"), frozenset(FIELDS), frozenset(CONDITIONS))
    assert template.version >= 1
    assert template.title


KIND_OF = {"birth": "birth", "marriage": "marriage", "condolence": "death", "thanks": "thanks", "apology": "apology"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_letter_of_ours_says_only_what_a_letter_of_its_kind_may_say(path: Path) -> None:
    text, kind = path.read_text(encoding="utf-8"), KIND_OF[path.stem.partition("-")[0]]
    said = {name[:1].lower() + name[1:] for name in re.findall(r"\{([^{}]+)\}", text)}
    assert said <= {one.name for one in fields_of(kind)}
    assert set(re.findall(r"\[nếu ([^\]]+)\]", text)) <= {one.name for one in conditions_of(kind)}


def test_every_field_has_a_caption_and_a_place_where_it_is_mended() -> None:
    assert set(FIELDS) == set(MENDED)
    assert all(one.caption and set(one.kinds) <= set(KINDS) for one in (*FIELDS.values(), *CONDITIONS.values()))
