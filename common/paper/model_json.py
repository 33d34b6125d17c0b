"""The model's report as JSON: exactly the content that its digest names, and what it got when it was issued."""

from __future__ import annotations

import json

from msgspec import to_builtins

from common.model_report import Issued, ModelReport, content_of


def model_json(report: ModelReport, issued: Issued | None = None) -> bytes:
    """`{"content": …, "issued": … or null}`, keys sorted; `content` written without spaces gives the digest again."""
    told = {"content": json.loads(content_of(report)), "issued": to_builtins(issued)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()
