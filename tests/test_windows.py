"""What the program may not do, because the offices run Windows."""

import house_rules as rules
import pytest

PRODUCT = ("common", "exchange", "desk_app", "district")
# The one place in each program where the operating system is spoken to directly.
SYSTEM = {"exchange/files.py", "desk_app/db/lock.py"}


def broken(rule, paths):
    return {rules.place(p): found for p in paths if (found := rule(p.read_text(encoding="utf-8")))}


def test_only_the_named_modules_speak_to_one_operating_system():
    assert broken(rules.only_unix, [p for p in rules.code_of(*PRODUCT, "demo") if rules.place(p) not in SYSTEM]) == {}


@pytest.mark.parametrize("rule", [rules.no_encoding, rules.replaced_while_open, rules.unix_formats])
def test_text_is_read_written_and_replaced_in_a_way_that_windows_accepts(rule):
    assert broken(rule, rules.code_of(*PRODUCT, "demo", "benchmarks")) == {}


def test_every_committed_file_has_a_name_that_windows_accepts():
    names = [rules.place(p) for p in rules.our_files()]
    assert [name for name in names if rules.bad_file_name(name)] == []
    assert rules.twins_in_case(names) == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (rules.only_unix, "import fcntl\n"),
        (rules.only_unix, "import os\nos.rename(a, b)\n"),
        (rules.only_unix, "import os\nfolder = os.open(name, os.O_DIRECTORY)\n"),
        (rules.no_encoding, "text = path.read_text()\n"),
        (rules.no_encoding, "with open(name) as f:\n    text = f.read()\n"),
        (rules.no_encoding, "with path.open('w') as f:\n    f.write(text)\n"),
        (rules.replaced_while_open, "with open(name, 'wb') as f:\n    os.replace(name, other)\n"),
        (rules.unix_formats, "day = moment.strftime('%-d')\n"),
        (rules.unix_formats, "folder = '/tmp/x'\n"),
    ],
)
def test_each_rule_finds_its_own_bad_example(rule, source):
    assert len(rule(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "with open(name, 'rb') as f:\n    f.read()\n",
        "text = path.read_text(encoding='utf-8')\n",
        "Register.open(folder, key)\n",
    ],
)
def test_bytes_and_given_encodings_pass(source):
    assert rules.no_encoding(source) == []


@pytest.mark.parametrize("name", ["docs/aux.md", "a:b.txt", "folder/CON", "x" * 200, "end."])
def test_names_that_windows_refuses_are_found(name):
    assert rules.bad_file_name(name)
