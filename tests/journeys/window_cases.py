"""Thirteen cases of an ordinary morning, by one seed: what the papers on the counter say, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Huỳnh", "Trương", "Lương")
WOMEN = ("Thị Ngọc Lan", "Thị Mỹ Duyên", "Thị Thu Hường", "Thị Kiều Oanh", "Thị Bích Phượng", "Thị Hồng Nhung")
MEN = ("Văn Bình", "Quốc Việt", "Hữu Phước", "Đình Khoa", "Thế Vinh", "Ngọc Sơn")
CHILDREN = ("Minh Anh", "Gia Hân", "Bảo Ngọc", "Đức Phúc", "Khánh Vy", "Nhật Quang", "Tuệ Mẫn", "Hoài Thương")
HAMLETS = ("Thôn Bến Trà", "Thôn Đông Hạ", "Thôn Gò Sành")
LATE_REASON = "gia đình đi làm xa"
SEXES = {"Nam": "male", "Nữ": "female"}
ON_CARD: Mapping[str, Mapping[str, tuple[str, str, str, str, str]]] = {
    "birth": {
        "F6": ("mother_name", "mother_born", "", "mother_residence", "mother_citizen_id"),
        "F7": ("father_name", "father_born", "", "father_residence", "father_citizen_id"),
    },
    "marriage": {
        "F6": ("husband_name", "husband_born", "", "husband_residence", "husband_citizen_id"),
        "F7": ("wife_name", "wife_born", "", "wife_residence", "wife_citizen_id"),
    },
    "death": {"F6": ("deceased_name", "born", "sex", "last_residence", "citizen_id")},
}
"""Where name, birth, sex, home and number of a card go, by the key that gives it."""
GOES_ON = "đã xem giấy tờ"


@dataclass(frozen=True, slots=True)
class Case:
    """One registration: what is typed by field before and after the cards, which cards are scanned by key, the slip a
    tired hand makes first (field and text), the reason given where the program asks to look again."""

    kind: str
    event: str
    before: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    slip: tuple[str, str] = ("", "")
    reason: str = GOES_ON
    follows: bool = False
    """Whether it is the other twin, whose family the form has kept."""

    @property
    def names(self) -> list[str]:
        """Those whom the registration is about, as their papers write them."""
        if self.event == "birth":
            return [self.before["child_name"]]
        on_cards = [self.cards[key].split("|")[2] for key in sorted(self.cards)]
        return on_cards or [self.before[parts[0]] for parts in ON_CARD[self.event].values()]


class Counter:
    """Papers on the counter, drawn from one seed; no two people have one number."""

    def __init__(self, seed: int) -> None:
        self._random, self._people = Random(seed), 0
        self._children: set[tuple[str, int]] = set()

    def morning(self) -> list[Case]:
        """Eight births, three marriages, two deaths, in the order people came."""
        births = [self.birth(), self.typed(self.birth()), self.birth(("born", "31/9/2026"))]
        births += [self.mother_only(), self.highland(), self.late()]
        weddings = [self.marriage(), self.typed(self.marriage()), self.marriage(("registered_on", "31/11/2026"))]
        deaths = [self.typed(self.death()), self.death(("died_on", "31/11/2026"))]
        visits = [[case] for case in (*births, *weddings, *deaths)] + [list(self.twins())]
        self._random.shuffle(visits)
        return [case for visit in visits for case in visit]

    def few(self) -> list[Case]:
        """One of each that differs from the others, three slips among them, twins last."""
        alone = [self.birth(), self.birth(("born", "31/9/2026")), self.highland(), self.late()]
        others = [self.marriage(("registered_on", "31/11/2026")), self.death(("died_on", "31/11/2026"))]
        return [*alone, *others, *self.twins()]

    # ---- kinds

    def birth(self, slip: tuple[str, str] = ("", "")) -> Case:
        """A child with both parents, two cards on the counter."""
        mother, father = self._woman(), self._man()
        child = self._child(f"{father.split()[0]} {self._random.choice(CHILDREN)}")
        cards = {"F6": self._card(mother, "Nữ"), "F7": self._card(father, "Nam")}
        return Case("birth", "birth", child, cards, slip=slip)

    def mother_only(self) -> Case:
        """The father's part stays empty, and the box that says so is ticked."""
        child = self._child(f"Lê {self._random.choice(CHILDREN)}")
        cards = {"F6": self._card(self._woman(), "Nữ")}
        return Case("birth, mother alone", "birth", child, cards, {"case:father_unknown": "1"})

    def highland(self) -> Case:
        """Names with letters that Telex does not write, and no card."""
        parents = {
            "mother_name": "H'Hen Niê",
            "mother_born": "1999",
            "father_name": "Y Krŏng Êban",
            "father_born": "03/1996",
        }
        return Case("birth, typed whole", "birth", {**self._child("Y Ƀhăm Êban"), **parents})

    def typed(self, case: Case) -> Case:
        """The same with the scanner out of order: what the cards say is typed from them."""
        typed = dict(case.before)
        for key, card in case.cards.items():
            number, _, name, born, sex, home, _ = card.split("|")
            for part, text in zip(ON_CARD[case.event][key], (name, born, SEXES[sex], home, number), strict=True):
                typed[part] = text
        typed = {part: text for part, text in {**typed, **case.after}.items() if part}
        return replace(case, kind=f"{case.kind}, typed whole", before=typed, cards={}, after={})

    def late(self) -> Case:
        """A child of three years."""
        one = self.birth()
        return replace(one, kind="birth, late", before={**one.before, "born": "12/8/2023"}, reason=LATE_REASON)

    def twins(self) -> tuple[Case, Case]:
        """Two of one birth: the second has only a name and a sex of its own."""
        one = replace(self.birth(), kind="birth of a twin")
        first, second = (f"{one.before['child_name']} {last}" for last in ("An", "Bình"))
        own = {"child_name": second, "sex": self._random.choice(("male", "female"))}
        return (
            replace(one, before={**one.before, "child_name": first, "pick:twin": "1"}),
            Case("birth of the other twin", "birth", own, follows=True),
        )

    def marriage(self, slip: tuple[str, str] = ("", "")) -> Case:
        """Two cards; with a slip the day is typed as well."""
        cards = {"F6": self._card(self._man(), "Nam"), "F7": self._card(self._woman(), "Nữ")}
        after = {"registered_on": "19/11/2026"} if slip[0] else {}
        return Case("marriage", "marriage", {}, cards, after, slip)

    def death(self, slip: tuple[str, str] = ("", "")) -> Case:
        """An old person, by the card; the day is typed, the son declares."""
        who, sex = self._random.choice(((self._man(), "Nam"), (self._woman(), "Nữ")))
        after = {"died_on": f"{self._random.randint(9, 18)}/11", "declarant_relation": "con"}
        return Case("death", "death", {}, {"F6": self._card(who, sex, 1938)}, after, slip)

    # ---- parts

    def _child(self, name: str) -> dict[str, str]:
        # No two children of one name and day: the program would ask whether they are one.
        day = self._random.choice([day for day in range(2, 20) if (name, day) not in self._children])
        self._children.add((name, day))
        return {"child_name": name, "born": f"{day}/11", "sex": self._random.choice(("male", "female"))}

    def _woman(self) -> str:
        return f"{self._random.choice(FAMILIES)} {self._random.choice(WOMEN)}"

    def _man(self) -> str:
        return f"{self._random.choice(FAMILIES)} {self._random.choice(MEN)}"

    def _card(self, name: str, sex: str, born: int = 1988) -> str:
        self._people += 1
        year = born + self._people % 9
        number = f"064{'1' if sex == 'Nữ' else '0'}{year % 100:02}{self._people:06}"
        day = f"{self._people % 27 + 1:02}{self._people % 12 + 1:02}{year}"
        return f"{number}||{name}|{day}|{sex}|{self._random.choice(HAMLETS)}, Xã Xuân Định|20062021"
