"""The form of a file: what it is, of which day, and what it proves; the second list follows the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from common.words import evidence_page as said
from desk_app.ui.evidence.model import EvidenceModel
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog, Keep

WORDS, TIES = ("title", "on", "known"), ("kind", "ref")


class FileForm(FieldsDialog):
    """Fields of a file; where it asks what the file proves, a kind chooses what is offered."""

    def __init__(
        self,
        title: str,
        names: Sequence[str],
        model: EvidenceModel,
        start: tuple[Mapping[str, str], Keep],
        over: QWidget,
    ) -> None:
        values, keep = start
        super().__init__(title, [_field(name) for name in names], values, keep, over)
        self._model = model
        kind = self.fields.get("kind")
        if isinstance(kind, QComboBox):
            kind.currentIndexChanged.connect(lambda _: self._offer())
            self._offer()

    def _offer(self) -> None:
        kind, ref = self.fields["kind"], self.fields["ref"]
        assert isinstance(kind, QComboBox)
        assert isinstance(ref, QComboBox)
        ref.clear()
        for code, told in self._model.choices(str(kind.currentData())):
            ref.addItem(told, code)


def _field(name: str) -> FieldOf:
    choices = {"known": said.KNOWN, "kind": said.targets(), "ref": (("", said.LATER),)}.get(name, ())
    return FieldOf(name, said.FIELDS[name], said.HINTS.get(name, ""), choices, name in ("title", "ref"))
