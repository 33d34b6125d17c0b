"""What the installer promises, read from its script; it was tried under Wine, and `make installer` compiles it."""

import re

import house_rules as rules
import pytest

PACKAGING = rules.TOP / "packaging"
SCRIPT = (PACKAGING / "mot-cua.nsi").read_text(encoding="utf-8")
WORDS = (PACKAGING / "words.nsh").read_text(encoding="utf-8")
LINES = [line.strip() for line in SCRIPT.splitlines() if line.strip() and not line.lstrip().startswith(";")]
SAID = dict(re.findall(r'^!define (SAY_\w+) "(.+)"$', WORDS, re.MULTILINE))


def part(head: str) -> list[str]:
    """The lines of one function or section."""
    start = next(n for n, line in enumerate(LINES) if line.startswith(head))
    ends = ("FunctionEnd", "SectionEnd", "!macroend")
    return LINES[start : next(n for n in range(start, len(LINES)) if LINES[n] in ends)]


def test_it_is_for_one_user_without_an_administrator_or_the_network() -> None:
    assert "RequestExecutionLevel user" in LINES
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\${NAME}"' in LINES
    assert not re.search("HKLM|HKCR|SetShellVarContext all|https?:|inetc|NSISdl", SCRIPT)


def test_every_question_has_an_answer_for_a_silent_run() -> None:
    asked = [line for line in LINES if line.startswith("MessageBox")]
    assert len(asked) >= 4
    assert [line for line in asked if "/SD ID" not in line] == []


def test_the_new_program_is_whole_and_tried_before_the_old_one_moves() -> None:
    steps = [line.removeprefix("Call ") for line in part('Section "program"') if line.startswith("Call ")]
    assert steps == ["Unfinished", "Closed", "RoomLeft", "Copied", "Passed", "Swapped", "Known"]
    copied = part("Function Copied")
    assert 'SetOutPath "$INSTDIR.moi"' in copied
    assert any(line.startswith("File /r") for line in copied)
    assert any('"$INSTDIR.moi\\desk-cli.exe" self-test' in line for line in part("Function Passed"))
    renamed = [line for line in part("Function Swapped") if line.startswith("Rename")]
    assert renamed == [
        'Rename "$INSTDIR" "$INSTDIR.cu"',
        'Rename "$INSTDIR.moi" "$INSTDIR"',
        'Rename "$INSTDIR.cu" "$INSTDIR"',
    ]


def test_whatever_stops_it_takes_the_new_folder_away_and_leaves_the_old_one() -> None:
    for name in ("Copied", "Passed", "Swapped"):
        lines = part(f"Function {name}")
        refused = next(n for n, line in enumerate(lines) if line.startswith("!insertmacro Refuse"))
        assert 'RMDir /r "$INSTDIR.moi"' in lines[:refused], name


def test_a_running_program_is_asked_about_and_never_ended() -> None:
    assert "Call Closed" in part('Section "program"')
    assert "Call Closed" in part("Function Swapped")
    assert "Call un.Closed" in part('Section "Uninstall"')
    assert not re.search("taskkill|TerminateProcess|nsProcess|WM_CLOSE", SCRIPT, re.IGNORECASE)


def test_the_registers_are_touched_by_one_line_that_wants_a_tick_and_a_yes() -> None:
    touching = [
        line
        for line in LINES
        if "$Registers" in line and line.split()[0] in ("RMDir", "Delete", "Rename", "SetOutPath")
    ]
    assert touching == ['RMDir /r "$Registers"']
    lines = part('Section "Uninstall"')
    at = lines.index('RMDir /r "$Registers"')
    assert lines[at - 2] == "${If} $Wipe == ${BST_CHECKED}"
    assert "MB_DEFBUTTON2" in lines[at - 1]
    assert lines[at - 1].endswith("/SD IDNO IDNO kept")
    wiped = {line for line in LINES if line.startswith("RMDir /r")}
    assert wiped == {
        f'RMDir /r "{place}"' for place in ("$INSTDIR.cu", "$INSTDIR.moi", "$INSTDIR\\_internal", "$Registers")
    }


def test_the_registers_are_where_the_programs_keep_them() -> None:
    name = re.search(r'!define NAME "(\w+)"', SCRIPT)
    assert name
    for options in ("desk_app/app/options.py", "desk_app/cli/group.py"):
        assert f'user_data_path("{name[1]}", appauthor=False)' in (rules.TOP / options).read_text(encoding="utf-8")
    assert 'StrCpy $Registers "$LOCALAPPDATA\\${NAME}"' in part("Function .onInit")
    assert 'StrCpy $Registers "$LOCALAPPDATA\\${NAME}"' in part("Function un.onInit")


def test_windows_and_the_length_of_paths_are_looked_at_first() -> None:
    assert [line for line in part("Function .onInit") if line.startswith("Call")] == [
        "Call RightWindows",
        "Call ShortEnough",
        "Call OwnPlace",
        "Call NotOlder",
    ]
    assert {"${If} ${RunningX64}", "${AndIf} ${AtLeastWin10}"} <= set(part("Function RightWindows"))
    assert "IntOp $0 $0 + ${LONGEST}" in part("Function ShortEnough")


@pytest.mark.parametrize("name", SAID)
def test_each_sentence_is_said_somewhere_and_warmly(name: str) -> None:
    assert f"${{{name}}}" in SCRIPT
    assert not re.search("vui lòng|không hợp lệ|(?<![ỗ])lỗi|!|\\bbạn\\b", SAID[name], re.IGNORECASE)


def test_no_sentence_is_missing() -> None:
    assert set(re.findall(r"\$\{(SAY_\w+)\}", SCRIPT)) == set(SAID)


def test_both_removing_questions_name_the_folder_and_say_that_it_stays() -> None:
    assert "thư mục này vẫn còn" in SAID["SAY_KEPT"]
    assert "$Registers" in SAID["SAY_WIPE_SURE"]
    assert any('"$Registers"' in line for line in part("Function un.Ask"))
