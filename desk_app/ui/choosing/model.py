"""What is chosen so far for one letter. No widget, no rule of its own."""

from __future__ import annotations

from dataclasses import replace

from common.names import tidy
from desk_app.services.choosing import Options
from desk_app.services.letter_values import Wish

ENGLISH, UNDATED = "english", "undated"


class Choice:
    """The wish as it stands now; what it is not about (template, reason) stays as it came."""

    def __init__(self, options: Options, wish: Wish) -> None:
        self.options, self.wish = options, replace(wish, whole=True)

    @property
    def way(self) -> str:
        """The one of the ways that is chosen; "" for what the record says."""
        codes = {option.code for option in self.options.ways}
        return next((code for code in sorted(self.wish.choices) if code in codes), "")

    def go(self, way: str) -> None:
        """Another of the ways, or what the record says."""
        others = {option.code for option in self.options.ways}
        self.wish = replace(self.wish, choices=(self.wish.choices - others) | ({way} if way else set()))

    def ticked(self, tick: str) -> bool:
        """Whether this is chosen."""
        if tick in (ENGLISH, UNDATED):
            return self.wish.english if tick == ENGLISH else self.wish.undated
        return tick in self.wish.choices

    def tick(self, tick: str, on: bool) -> None:
        """Choose it, or no longer."""
        if tick == ENGLISH:
            self.wish = replace(self.wish, english=on)
        elif tick == UNDATED:
            self.wish = replace(self.wish, undated=on)
        else:
            self.wish = replace(self.wish, choices=self.wish.choices - {tick} | ({tick} if on else set()))

    def called(self, whose: str) -> str:
        """The form of address written by hand, or nothing."""
        return self.wish.addresses.get(whose, "")

    def call(self, whose: str, word: str) -> None:
        """Another form of address; an empty one is the usual again."""
        others = {key: value for key, value in self.wish.addresses.items() if key != whose}
        self.wish = replace(self.wish, addresses={**others, whose: word} if tidy(word) else others)

    def sign(self, told: str) -> None:
        """Somebody signs by name, or whoever usually does."""
        self.wish = replace(self.wish, signatory=told)

    def say(self, line: str) -> None:
        """The line of the letter's own."""
        self.wish = replace(self.wish, free_line=line)

    def as_usual(self) -> None:
        """All as the record has it; the line typed stays."""
        self.wish = Wish(self.wish.template, self.wish.anyway, self.wish.free_line, self.wish.ink, whole=True)
