"""What docs/commands.md and README.md say is what the programs do, and everything the programs do is said there."""

import re
from collections.abc import Iterator
from dataclasses import fields

import click
import house_rules as rules
import pytest

from desk_app.cli.commands import main as desk_cli
from desk_app.services.number_signs import USUAL
from desk_app.services.settings_desk import NUMBERS, QUESTIONS, SWITCHES, TEXT_SETTINGS
from desk_app.settings import Settings
from district.cli.commands import main as district_cli

PROGRAMS = {"desk-cli": desk_cli, "district-cli": district_cli}
COMMANDS = (rules.TOP / "docs" / "commands.md").read_text(encoding="utf-8")


def sections() -> dict[str, str]:
    """The text below each heading that names a command line."""
    parts = re.split(r"^#+ `([^`]+)`.*$", COMMANDS, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Every command below this one with the words that call it."""
    yield name, command
    if isinstance(command, click.Group):
        for word, below in command.commands.items():
            yield from walk(f"{name} {word}", below)


EVERY = [found for name, program in PROGRAMS.items() for found in walk(name, program)]


@pytest.mark.parametrize(("line", "command"), EVERY, ids=[line for line, _ in EVERY])
def test_every_command_has_help_and_its_section_with_every_option(line, command):
    assert command.help
    section = sections()[line]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert f"`{max(parameter.opts, key=len)}" in section, f"{line}: {parameter.opts}"
        else:
            assert str(parameter.name).upper() in section, f"{line}: {parameter.name}"


def test_no_section_speaks_of_a_command_that_is_not_there():
    assert set(sections()) == {line for line, _ in EVERY}


def test_every_make_target_has_help_and_stands_in_the_readme():
    makefile = (rules.TOP / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*?(## .+)?$", makefile, re.MULTILINE)
    readme = (rules.TOP / "README.md").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert {name for name, _ in targets} == set(phony[1].split())
    for name, said in targets:
        assert said, name
        assert f"make {name}" in readme, name


def test_every_link_between_the_documents_leads_to_a_file():
    for path in rules.our_files():
        if path.suffix != ".md":
            continue
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{rules.place(path)}: {target}"


def test_every_decision_stands_in_the_list_of_decisions():
    listed = (rules.TOP / "docs" / "README.md").read_text(encoding="utf-8")
    decisions = [p.name for p in (rules.TOP / "docs" / "adr").glob("*.md")]
    assert len(decisions) >= 7
    assert all(f"adr/{name}" in listed for name in decisions)


def test_every_library_that_is_needed_stands_among_the_licences():
    pyproject = (rules.TOP / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'^  "([A-Za-z0-9-]+)[\[>=]', pyproject, re.MULTILINE)
    told = (rules.TOP / "THIRD-PARTY.md").read_text(encoding="utf-8").lower()
    assert len(needed) > 30
    names = {name.lower().removesuffix("-essentials") for name in needed}
    assert [name for name in sorted(names) if name not in told and not name.startswith("pytest-")] == []


def test_every_setting_and_every_variable_stands_in_the_settings_and_no_other():
    parts = re.split(r"^## .+$", (rules.TOP / "docs" / "settings.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    office, machine, variables = (set(re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE)) for part in parts[1:])
    assert office == {*TEXT_SETTINGS, *SWITCHES, *NUMBERS, QUESTIONS, "heir", *(f"sign-{kind}" for kind in USUAL)}
    assert machine == {field.name for field in fields(Settings)}
    asked = re.compile(r'environ(?:\.get\(|\[)"((?:DESK|DISTRICT)_[A-Z_]+)"')
    read = {name for path in rules.code_of("desk_app", "district") for name in asked.findall(path.read_text("utf-8"))}
    assert variables == read
    manual = COMMANDS
    assert [name for name in sorted(read) if f"`{name}`" not in manual] == []


def test_every_place_the_guide_for_developers_names_is_there():
    text = (rules.TOP / "docs" / "developing.md").read_text(encoding="utf-8")
    places = re.findall(r"`([\w/]+\.py):([\w.]+)`", text)
    assert len(places) >= 15
    for file, name in places:
        source = (rules.TOP / file).read_text(encoding="utf-8")
        for part in name.split("."):
            assert re.search(rf"^\s*(?:def|class) {part}\b|^{part}\b.*=", source, re.MULTILINE), f"{file}:{name}"
    for path in re.findall(r"`((?:common|desk_app|district|exchange|tests|tools|docs|resources)/[\w./-]*)`", text):
        assert (rules.TOP / path).exists(), path
