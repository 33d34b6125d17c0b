"""Random weeks at real desks and a real district, told to the plain model as they happen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from figures_model import DistrictModel, Tap
from figures_papers import draft_of, told

from desk_app.services.delivery import Delivery
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.month_end import Exported, closing_month
from desk_app.services.registering import Amended, Entered
from desk_app.services.trouble import Mistake
from district.house import District
from district.sitting import Sitting
from exchange.token import peek, read_code

EVENTS = ("birth", "birth", "marriage", "death")
TYPES = ("", "", "", "", "1", "4", "2")


@dataclass
class Clock:
    """One clock for everybody, moved by hand."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment

    @property
    def today(self) -> date:
        return self.moment.date()


@dataclass
class Stick:
    """A bundle on its way: which stretch of the desk's happenings it carries."""

    desk: int
    raw: bytes
    basis: int
    head: int


@dataclass
class Slip:
    """A receipt on its way: what the district held and had told when it was written."""

    desk: int
    raw: bytes
    held: int
    batches: int


@dataclass
class Play:
    """The desks, the district, the model, and what lies between them."""

    desks: list[Desk]
    district: District
    sitting: Sitting
    clock: Clock
    chance: Random
    folder: Path
    model: DistrictModel
    rows: list[dict[int, dict[str, Any]]] = field(default_factory=list)
    letters: list[dict[int, Prepared]] = field(default_factory=list)
    sticks: list[Stick] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    keys: dict[tuple[int, str], str] = field(default_factory=dict)
    names: int = 0

    def __post_init__(self) -> None:
        self.rows = [{} for _ in self.desks]
        self.letters = [{} for _ in self.desks]

    def step(self) -> None:
        """Somebody does something, and time goes by."""
        acts: dict[Callable[[int], None], int] = {
            self.enter: 8, self.amend: 3, self.void: 2, self.prepare: 8, self.print: 7, self.deliver: 7,
            self.come_back: 3, self.counter: 3, self.tap: 24, self.export: 3, self.carry: 4, self.receive: 3,
        }  # fmt: skip
        act = self.chance.choices(list(acts), list(acts.values()))[0]
        act(self.chance.randrange(len(self.desks)))
        self.clock.moment += timedelta(hours=self.chance.choice((0, 1, 2, 7, 20, 49)))

    def enter(self, desk: int) -> None:
        """A new registration; sometimes the twin of the one before, registered on another day."""
        values = self._values(desk)
        entered = self.desks[desk].register.enter(draft_of(values))
        assert isinstance(entered, Entered), entered
        self.rows[desk][entered.id] = values
        self.model.desks[desk].tell("enter", entered.id, *told(values))

    def amend(self, desk: int) -> None:
        """Another registration day and type, sometimes across the border of a month or a year."""
        row = self._row(desk)
        if row is None:
            return
        values = self.rows[desk][row]
        changed = {"registered": self._day(values["happened"]), "typed": self.chance.choice(TYPES)}
        written = {"registered_on": f"{changed['registered']:%d/%m/%Y}", "registration_type": changed["typed"]}
        amended = self.desks[desk].register.amend(row, written, "gõ nhầm")
        if not isinstance(amended, Amended):
            assert {"number-taken"} == {problem.code for problem in amended if problem.level == "error"}
            return
        values.update(changed)
        self.model.desks[desk].tell("amend", row, *told(values))

    def void(self, desk: int) -> None:
        """A registration that should not have been."""
        row = self._row(desk)
        if row is None:
            return
        self.desks[desk].register.void(row, "ghi trùng")
        del self.rows[desk][row]
        self.model.desks[desk].tell("void", row)

    def prepare(self, desk: int) -> None:
        """A letter, for twins on one sheet or one by one, again after an amendment."""
        row = self._row(desk)
        if row is None:
            return
        twins = [other for other, values in self.rows[desk].items() if values["twins"] == self.rows[desk][row]["twins"]]
        ids = tuple(twins) if self.chance.random() < 0.7 else (row,)
        prepared = self.desks[desk].letters.prepare(ids, Wish(anyway="gia đình xin"))
        assert isinstance(prepared, Prepared), prepared
        self.letters[desk][prepared.letter] = prepared
        if not prepared.again:
            self.model.desks[desk].tell("prepare", str(prepared.letter), prepared.kind, ids, self.clock.today)

    def print(self, desk: int) -> None:
        """A letter printed, or printed again."""
        letter = self._letter(desk)
        if letter is not None:
            self.desks[desk].letters.printed([letter], self.chance.choice((1, 1, 2)))
            self.model.desks[desk].tell("print", str(letter), self.clock.today)

    def deliver(self, desk: int) -> None:
        """A letter handed over, or the family's word about it heard later."""
        letter = self._letter(desk)
        if letter is None:
            return
        reaction = self.chance.choice(("good", "good", "bad", "none"))
        try:
            self.desks[desk].letters.delivered([letter], self.chance.choice(("counter", "home", "post")), reaction)
        except Mistake as mistake:
            if mistake.code != "letter-not-printed":
                raise
            return
        self.model.desks[desk].tell("deliver", str(letter), self.clock.today, reaction)

    def come_back(self, desk: int) -> None:
        """A letter that was handed over lies on the desk again."""
        letter = self._letter(desk)
        if letter is None:
            return
        try:
            Delivery(self.desks[desk].seat).came_back([letter], "nhà đi vắng")
        except Mistake as mistake:
            if mistake.code != "letter-not-delivered":
                raise
            return
        self.model.desks[desk].tell("back", str(letter))

    def counter(self, desk: int) -> None:
        """An answer given at the desk itself, perhaps written down some days later."""
        channel, score = self.chance.choice(("counter", "slip", "phone")), self.chance.choice((1, 2, 3))
        on = self.clock.today - timedelta(days=self.chance.choice((0, 0, 3, 40)))
        self.desks[desk].voice.take({"channel": channel, "score": score, "on": on.isoformat()})
        self.model.desks[desk].answers.append((on, channel, score))

    def tap(self, desk: int) -> None:
        """A family answers by the code on its letter: before or after the bundle, once, again or changing its mind."""
        coded = [letter for letter in self.letters[desk].values() if letter.code]
        if not coded:
            return
        letter = self.chance.choice(coded)
        token = peek(read_code(letter.code) or "")
        assert token
        place, score = (desk, str(letter.letter)), self.chance.choice((1, 2, 3, 3))
        channel = self.chance.choice(("qr", "code"))
        key = self.keys.get(place) if self.chance.random() < 0.5 else None
        answered = self.district.public.answer(token, score, self.clock.moment, key, channel=channel)
        known = self.model.taps.get(place)
        if known is None:
            self.keys[place] = answered.change_key or ""
            self.model.taps[place] = Tap(desk, place[1], letter.kind, score, channel, self.clock.moment)
        elif not known.gone and key and self.clock.moment - known.at <= timedelta(hours=24):
            known.own = score
        elif not known.gone and score != known.own:
            known.others = (*known.others, score)

    def export(self, desk: int) -> None:
        """A month is closed onto a stick; the stick may be lost."""
        model = self.model.desks[desk]
        model.tally(closing_month(self.clock.today).last)
        try:
            (bundle,) = self.desks[desk].month.close(self.folder)
        except Mistake as mistake:
            if mistake.code != "nothing-to-export":
                raise
            return
        assert isinstance(bundle, Exported)
        if self.chance.random() < 0.8:
            raw = bundle.path.read_bytes()
            self.sticks.append(Stick(desk, raw, model.acknowledged, len(model.happenings)))

    def carry(self, _desk: int) -> None:
        """Any stick, new or old, reaches the district; its receipt may be lost."""
        if self.sticks:
            self.take(self.chance.choice(self.sticks), keep=self.chance.random() < 0.7)

    def take(self, stick: Stick, *, keep: bool = True) -> None:
        """The district takes a stick in."""
        verdict = self.model.take(stick.desk, stick.basis, stick.head, self.clock.moment)
        decision = self.sitting.receive(stick.raw)
        assert decision.verdict == verdict
        assert decision.receipt
        if keep:
            unit = self.model.desks[stick.desk].unit
            batches = sum(batch["unit"] == unit for batch in self.model.batches)
            self.slips.append(Slip(stick.desk, decision.receipt.raw, self.model.held[stick.desk], batches))

    def receive(self, _desk: int) -> None:
        """Any receipt, new or old, reaches its desk."""
        if self.slips:
            self.read(self.chance.choice(self.slips))

    def read(self, slip: Slip) -> None:
        """A desk reads a receipt."""
        path = self.folder / "BN.mctt"
        path.write_bytes(slip.raw)
        self.desks[slip.desk].month.receive(path)
        model = self.model.desks[slip.desk]
        model.acknowledged = max(model.acknowledged, slip.held)
        sent = [batch for batch in self.model.batches if batch["unit"] == model.unit][: slip.batches]
        model.batches.update(enumerate(sent))

    def settle(self) -> None:
        """Everything that lies between desks and district arrives."""
        for desk in range(len(self.desks)):
            self.export(desk)
        for stick in self.sticks:
            self.take(stick)
        for slip in self.slips:
            self.read(slip)

    def close(self) -> None:
        """Everybody goes home."""
        for desk in self.desks:
            desk.close()
        self.district.close()

    def _values(self, desk: int) -> dict[str, Any]:
        before = self.rows[desk][max(self.rows[desk])] if self.rows[desk] else {"event": ""}
        self.names += 1
        if before["event"] == "birth" and self.chance.random() < 0.3:
            return {**before, "name": self.names, "registered": self._day(before["happened"])}
        happened = self.clock.today - timedelta(days=self.chance.choice((3, 10, 14, 16, 40, 59, 62, 90)))
        return {
            "event": self.chance.choice(EVENTS),
            "happened": happened,
            "registered": self._day(happened),
            "typed": self.chance.choice(TYPES),
            "name": self.names,
            "twins": self.names,
        }

    def _day(self, happened: date) -> date:
        return happened + timedelta(days=self.chance.randint(0, (self.clock.today - happened).days))

    def _row(self, desk: int) -> int | None:
        return self.chance.choice(list(self.rows[desk])) if self.rows[desk] else None

    def _letter(self, desk: int) -> int | None:
        with self.desks[desk].seat.reading() as reading:
            alive = [id for id in self.letters[desk] if reading.letters.get(id).state != "void"]  # type: ignore[union-attr]
        return self.chance.choice(alive) if alive else None
