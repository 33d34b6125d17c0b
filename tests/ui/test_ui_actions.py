"""The one table of actions."""

import re
from collections.abc import Iterable

import house_rules as rules

from common.words.actions import MENUS, PLACES, WORDS
from desk_app.ui.actions import ACTIONS, BY_ID, Action, key_words


def clashes(actions: Iterable[Action]) -> tuple[tuple[str, str], ...]:
    """Pairs of actions whose keys would mean two things in one place."""
    keyed = [action for action in actions if action.key]
    found = []
    for i, first in enumerate(keyed):
        for second in keyed[i + 1 :]:
            apart = first.here and second.here and first.page != second.page
            if first.key == second.key and not apart:
                found.append((first.id, second.id))
    return tuple(found)


def test_no_key_means_two_things_in_one_place():
    assert clashes(ACTIONS) == ()


def test_a_key_given_twice_would_be_found():
    here = Action("save", "Ctrl+P", page="form", here=True)
    assert clashes([here, Action("print", "Ctrl+P", page="printing", here=True)]) == ()
    assert clashes([here, Action("zoom", "Ctrl+P", page="form", here=True)]) == (("save", "zoom"),)
    assert clashes([here, Action("lock", "Ctrl+P")]) == (("save", "lock"),)


def test_every_action_has_a_key_or_a_place_in_a_menu():
    assert [action.id for action in ACTIONS if not action.key and not action.menu] == []


def test_every_action_has_words_and_help_in_vietnamese_and_none_is_left_over():
    assert {action.id for action in ACTIONS} == set(WORDS)
    assert [a.id for a in ACTIONS if not (a.words and rules.VIETNAMESE.search(a.words + a.help))] == []


def test_ids_are_given_once():
    assert len(BY_ID) == len(ACTIONS)


def test_every_row_of_a_menu_has_a_letter_of_its_own():
    for menu in MENUS:
        rows = [action.menu_words for action in ACTIONS if action.menu == menu]
        letters = [found[1].lower() for row in rows if (found := re.search("&(.)", row))]
        assert len(letters) == len(rows), menu
        assert len(set(letters)) == len(letters), menu


def test_menus_have_different_letters_and_so_have_the_rows_of_the_list_of_new_entries():
    def letters(words):
        return [re.search("&(.)", each)[1].lower() for each in words]

    menus = letters(MENUS.values())
    new = letters(action.menu_words for action in ACTIONS if action.menu == "new")
    assert len(set(menus)) == len(menus)
    assert new == ["s", "h", "t", "c", "x", "g"]


def test_every_page_with_keys_of_its_own_has_a_heading_on_the_card():
    assert {action.page for action in ACTIONS if action.here} <= set(PLACES)


def test_keys_are_named_as_the_keyboard_names_them():
    assert key_words("Ctrl+Return") == "Ctrl+Enter"
    assert key_words("F1") == "F1"
