"""A column that keeps JSON."""

from json import JSONEncoder, loads
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

json_text = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""A JSON value as it is kept: keys sorted, letters as they are."""


class Json(TypeDecorator[Any]):
    """A JSON value kept as text, keys sorted, letters as they are."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The text that is stored."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The value that was stored."""
        return None if value is None else loads(value)
