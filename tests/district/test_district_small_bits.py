"""One bit, or all, of each small file of the office above: its second copy stands in, or it is named in a sentence.

A hundred places of each file in the suite, every bit of every byte under ENDURE=1.
"""

import sys
from pathlib import Path
from random import Random

import pytest

from common.words.district import trouble as sentence
from district.cli.pages import _read, office_pages, public_pages
from district.house import District, open_district
from district.keyring import KeyringTrouble, read_ring
from district.trouble import Trouble
from district.upkeep import backup, flaws
from district.users import NotLetIn
from district.web.faces import DeskFace, OfficeFace, PublicKeys
from exchange.twins import spare_of

sys.path.append(str(Path(__file__).resolve().parents[1] / "faults"))
from small_files import (
    FEW,
    HURTS,
    OPENED,
    cut,
    every_harm,
    little_room,
    put_back,
    replaced,
    to_folder,
    to_giant,
    turned,
)

READ = {
    "keys.json": read_ring,
    "public-keys.json": lambda path: _read(path, PublicKeys.from_bytes),
    "public-face.json": lambda path: _read(path, OfficeFace.from_bytes),
}
NAMED = ("keys-damaged", "public-file-damaged")


def told(name, path):
    """What reading gives, or the code of its trouble, which has a sentence."""
    try:
        return READ[name](path)
    except Trouble as trouble:
        words = sentence(trouble.code, {"file": path.name})
        return trouble.code if words != sentence("no-such-code").replace("no-such-code", trouble.code) else words


@pytest.mark.parametrize("name", READ)
def test_whatever_becomes_of_a_small_file_of_the_office_it_says_the_same(made, tmp_path, name):
    path, chance = tmp_path / name, Random(name)
    raw = (made / name).read_bytes()
    for each in (path, spare_of(path)):
        each.write_bytes(raw)
    whole = READ[name](path)
    for harm, hurt in every_harm(raw, chance):
        path.write_bytes(hurt)
        assert told(name, path) == whole, harm
    for replace in (to_folder, to_giant):
        put_back(path, raw)
        replace(path)
        with little_room():
            assert told(name, path) == whole, replace.__name__


@pytest.mark.parametrize("name", READ)
def test_both_copies_hurt_alike_are_named(made, tmp_path, name):
    path, chance = tmp_path / name, Random(name)
    raw = (made / name).read_bytes()
    path.write_bytes(raw)
    whole = READ[name](path)
    for harm, hurt in (*turned(raw, chance, FEW), *cut(raw, chance), *replaced(raw, chance)):
        for each in (path, spare_of(path)):
            each.write_bytes(hurt)
        assert told(name, path) in (whole, *NAMED), harm
    path.write_bytes(raw[:-30])
    assert told(name, path) in NAMED


@pytest.mark.parametrize("harm", OPENED)
def test_with_every_first_copy_hurt_the_office_opens_and_copies_itself_whole(district, tmp_path, harm):
    for name in READ:
        HURTS[harm](district.folder.root / name)
    HURTS[harm](district.folder.secret)
    again = open_district(district.folder, None, district.world)
    try:
        assert public_pages(again.folder, again.world)
        assert office_pages(again)
        assert flaws(again) == ()
        backup(again, tmp_path / "copy")
        assert again.users.log_in("officer", "demo").secrets
    finally:
        again.close()
    assert len(district.folder.secret.read_bytes()) == 32
    for name in READ:
        assert READ[name](tmp_path / "copy" / name) == READ[name](district.folder.root / name)


def test_keys_of_which_both_copies_are_hurt_close_the_office_and_are_named_by_the_check(district: District, tmp_path):
    for name in READ:
        for path in (district.folder.root / name, spare_of(district.folder.root / name)):
            HURTS["one bit"](path)
    with pytest.raises((KeyringTrouble, NotLetIn), match="keys-damaged"):
        district.users.log_in("officer", "demo")
    with pytest.raises(KeyringTrouble, match="keys-damaged"):
        backup(district, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
    found = [(flaw.code, flaw.place) for flaw in flaws(district)]
    assert found == [
        ("keys-damaged", "keys.json"),
        ("public-file-damaged", "public-keys.json"),
        ("public-file-damaged", "public-face.json"),
    ]


def test_an_office_of_twelve_desks_reads_what_it_wrote_for_its_public_pages():
    desks = {number: DeskFace(f"xã thứ {number}") for number in range(1, 13)}
    face = OfficeFace("tỉnh Nam Hải", "tỉnh Nam Hải", "gopy.namhai.example", desks=desks)
    assert OfficeFace.from_bytes(face.to_bytes()) == face
