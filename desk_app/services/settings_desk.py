"""What an administrator may change about the office after set-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from common.units import UnitTable
from desk_app.domain.office import EVERY
from desk_app.services.lines import local_entry
from desk_app.services.number_signs import USUAL, NumberSigns
from desk_app.services.office import (
    Letterhead,
    fitting,
    keep_letterhead,
    keep_signatories,
    new_signatory,
    read_letterhead,
    read_signatories,
    signatories_on,
)
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

TEXT_SETTINGS = {
    "phone": "phone",
    "name": "name",
    "place": "place",
    "book": "book",
    "officer": "officer",
    "officer-title": "officer_title",
    "community": "community",
    "home-word": "home_word",
    "support": "support",
}
SWITCHES = {"condolence-code": "condolence_code", "second-person": "second_person"}
NUMBERS = ("letter-numbers", "card-numbers")
QUESTIONS = "question-set"
ON = {"yes", "on", "1", "true", "bật", "bat"}
OFF = {"no", "off", "0", "false", "tắt", "tat"}


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """Letterhead, switches and signatories."""

    seat: Seat

    def all(self) -> Letterhead:
        """The settings in force."""
        with self.seat.reading() as reading:
            return read_letterhead(reading.office)

    def put(self, name: str, value: str) -> None:
        """Change one setting; raises Mistake: no-such-setting, not-a-switch, setting-too-long, not-an-heir,
        number-sign, no-such-questions."""
        self.seat.may("settings")
        if name == QUESTIONS:
            QuestionDesk(self.seat).use(value)
            return
        if name in NUMBERS or name.removeprefix("sign-") in USUAL:
            self._put_number(name, value)
            return
        with self.seat.work() as work:
            keep_letterhead(
                work.office, _changed(read_letterhead(work.office), name, value, self.seat.units, self.seat.today())
            )
            work.journal.append(local_entry(self.seat, "setting", name))
            work.commit()

    def _put_number(self, name: str, value: str) -> None:
        signs = NumberSigns(self.seat)
        if name not in NUMBERS:
            signs.put_sign(name.removeprefix("sign-"), value)
        elif name == "letter-numbers":
            signs.use(_switched(name, value))
        else:
            signs.use_on_cards(_switched(name, value))

    def sign_from_today(self, name: str, title: str) -> None:
        """From today this person signs the letters; earlier letters keep their own signatory. Raises Mistake
        ("signatory-empty" | "setting-too-long")."""
        self.seat.may("settings")
        new = new_signatory(name, title, self.seat.today())
        with self.seat.work() as work:
            people = read_signatories(work.office)
            # Whoever was to sign by default until now stands back, or this person would not sign.
            usual = any(EVERY in one.usual for one in signatories_on(people, self.seat.today()))
            keep_signatories(work.office, (*people, replace(new, usual=(EVERY,) if usual else ())))
            work.journal.append(local_entry(self.seat, "signatory"))
            work.commit()


def _heir(head: Letterhead, units: UnitTable, code: str, today: date) -> str:
    """Which part of a unit that was split this office belongs to now."""
    heirs = {heir.code: heir.full_name for one in units.known(head.unit) for heir in units.heirs(one, today)}
    if code and (code not in heirs or len(heirs) == 1):
        named = ", ".join(f"{name} ({code})" for code, name in heirs.items() if len(heirs) > 1)
        raise Mistake("not-an-heir", {"unit": code, "heirs": named or "–"})
    return code


def _changed(head: Letterhead, name: str, value: str, units: UnitTable, today: date) -> Letterhead:
    if name == "heir":
        return _with(head, "heir", _heir(head, units, value, today))
    if name in TEXT_SETTINGS:
        head = replace(head, named_on=today.isoformat()) if name in ("name", "place") else head
        return _with(head, TEXT_SETTINGS[name], fitting(name, value))
    if name not in SWITCHES:
        raise Mistake("no-such-setting", {"name": name})
    return _with(head, SWITCHES[name], _switched(name, value))


def _switched(name: str, value: str) -> bool:
    if value.lower() not in ON | OFF:
        raise Mistake("not-a-switch", {"name": name})
    return value.lower() in ON


def _with(head: Letterhead, name: str, value: object) -> Letterhead:
    changed: dict[str, Any] = {name: value}
    return replace(head, **changed)
