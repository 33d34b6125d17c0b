"""The world failed, or was asked for something it cannot give: named by a code, worded in common.words."""


class Trouble(Exception):
    """Something is in the way; `code` finds the sentence, `details` fill it."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Mistake(Trouble):
    """What was asked for cannot be understood or is not there: the asker can mend it (exit status 2)."""
