"""What can go wrong with the register file, by code; `common.words` has the sentences."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

# SQLite's primary result codes (the low byte of the extended one), from https://sqlite.org/rescode.html
_CODES = {
    5: "register-busy",
    6: "register-busy",
    8: "register-readonly",
    10: "register-unreadable",
    11: "register-damaged",
    13: "disk-full",
    14: "register-unreadable",
    26: "register-damaged",
}
_WORDS = {"malformed": "register-damaged", "not a database": "register-damaged", "disk is full": "disk-full"}


class RegisterTrouble(Exception):
    """The world failed around the register: `code` names how, `details` fill the sentence."""

    def __init__(self, code: str, details: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, str] = dict(details or {})


class NumberTaken(Exception):
    """A live registration, or another letter, `id` already holds this number of this book."""

    def __init__(self, id: int) -> None:
        super().__init__(f"number is held by {id}")
        self.id = id


def code_of(error: BaseException | None) -> str | None:
    """The trouble that a driver's error stands for, or None when it is a bug of ours."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is not None:
        return _CODES.get(number & 0xFF)
    # sqlcipher3's backup() raises without a result code.
    return next((code for words, code in _WORDS.items() if words in str(error)), None)


@contextmanager
def told() -> Iterator[None]:
    """Turn the driver's errors that the world causes into RegisterTrouble; let bugs through."""
    try:
        yield
    except DBAPIError as error:
        code = code_of(error.orig)
        if code is None:
            raise
        raise RegisterTrouble(code) from error
