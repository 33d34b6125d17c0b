"""The rules of the house, and for each a bad example that it must find."""

import house_rules as rules
import pytest

PRODUCT = ("common", "exchange", "desk_app", "district")
# Where people are spoken to: the sentences, the pages, and the frozen list of words to compare by telephone.
SPOKEN = ("common/words/", "district/web/", "exchange/words.py")
PROGRAMS = (*PRODUCT, "demo", "benchmarks")


def broken(rule, paths):
    return {rules.place(p): found for p in paths if (found := rule(p.read_text(encoding="utf-8")))}


@pytest.mark.parametrize("rule", [rules.too_long, rules.long_functions, rules.many_parameters])
def test_files_functions_and_parameter_lists_stay_short(rule):
    assert broken(rule, rules.code_of(*PROGRAMS)) == {}


def test_clock_chance_environment_and_folders_enter_through_the_house():
    doors = {"house", "cli", "app", "paths"}
    below = [p for p in rules.code_of(*PRODUCT) if not doors & {*p.relative_to(rules.TOP).parts, p.stem}]
    assert broken(rules.worldly, below) == {}


def test_nothing_waits_by_the_clock_and_nothing_types_vietnamese_by_key_clicks():
    assert broken(rules.waits, rules.code_of(*PROGRAMS, "tests")) == {}


def test_sentences_for_people_live_in_the_common_words_templates_and_pages():
    elsewhere = [p for p in rules.code_of(*PRODUCT) if not rules.place(p).startswith(SPOKEN)]
    assert broken(rules.sentences, elsewhere) == {}


def test_no_committed_file_names_a_registry_or_a_path_of_one_machine():
    texts = {rules.place(p): rules.text_of(p) for p in rules.our_files() if p.suffix != ".svg"}
    assert [name for name, text in texts.items() if rules.MACHINE.search(text)] == []
    assert [name for name, text in texts.items() if rules.REGISTRY.search(text)] == []


BAD = {
    rules.too_long: "x = 1\n" * 301,
    rules.long_functions: "def long():\n" + "    x = 1\n" * 40,
    rules.many_parameters: "class A:\n    def act(self, a, b, c, d, *, e, f): ...\n",
    rules.worldly: "from datetime import date\ntoday = date.today()\n",
    rules.waits: "import time as t\nt.sleep(1)\n",
    rules.sentences: "def say():\n    return 'Xin anh chị chọn ngày'\n",
}


@pytest.mark.parametrize("rule", BAD, ids=lambda rule: rule.__name__)
def test_each_rule_finds_its_own_bad_example(rule):
    assert len(rule(BAD[rule])) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import os\nhome = os.environ['HOME']\n",
        "from pathlib import Path\nhome = Path.home()\n",
        "import datetime\nnow = datetime.datetime.now()\n",
        "import secrets\nkey = secrets.token_bytes(32)\n",
    ],
)
def test_every_way_out_into_the_world_is_found(source):
    assert len(rules.worldly(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "KINDS = ('Xã', 'Phường', 'Đặc khu')\n",
        '"""Thư chúc mừng là thư của xã."""\n',
        "TITLE = 'công chức tư pháp - hộ tịch'\n",
        "NAME = 'Nguyễn Trần Minh Anh'\n",
        "LAW = 'Luật Hộ tịch 60/2014/QH13, Điều 15'\n",
        "@command('check', 'Kiểm tra sổ của xã.')\ndef check(): ...\n",
        "option('--unit', help='Mã của xã mình')\n",
        "LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxy'\n",
    ],
)
def test_words_docstrings_and_help_texts_are_not_sentences(source):
    assert rules.sentences(source) == []


def test_a_path_of_one_machine_and_a_registry_would_be_found():
    assert rules.MACHINE.search("see /" + "work/main")
    assert rules.REGISTRY.search("https://" + "pypi.org/simple")
    assert not rules.MACHINE.search("https://example.org/" + "work/main")
