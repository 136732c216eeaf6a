"""Forms for tests: orders of any kind, and filled-in files as people send them back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from tests.builders import questionnaire
from tests.group_builders import shipped
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.ports import Paper
from trustcheck.domain.checks.group_round import GroupSetup, NotesUse
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.report.forms.fillable import make_fillable_form

BOTH = (Perspective.LEADER, Perspective.STAFF)
CODE = "CDFGHJKM"
FEW = questionnaire({"people": {"A": 4}, "openness": {"B": 4}}, pulse=["A1", "B1"])
"""A form of eight questions is made and read like one of forty, in a fifth of the time."""


def setup(**changes: Any) -> GroupSetup:
    usual = GroupSetup(
        form=Form.FULL,
        perspectives=BOTH,
        invited={Perspective.LEADER: 6, Perspective.STAFF: 20},
        leaders_are="the chief executive and the five heads of service",
        notes=NotesUse.GROUP,
        routes="the staff council, room 12",
    )
    return replace(usual, **changes)


def summary(name: str = "Bellwater Council", round_id: int = 0x1234_5678_9ABC, form: Form = Form.FULL) -> RoundSummary:
    return RoundSummary(
        id=round_id,
        organisation=Organisation(7, name),
        state=RoundState.OPEN,
        form=form,
        perspective=Perspective.STAFF,
        started_on=date(2026, 11, 22),
        closed_on=None,
        answered=0,
        asked=26,
        kind=RoundKind.GROUP,
        compares=True,
    )


def order(
    perspective: Perspective = Perspective.STAFF,
    *,
    asks: Questionnaire | None = None,
    name: str = "Bellwater Council",
    round_id: int = 0x1234_5678_9ABC,
    paper: Paper = Paper.A4,
    large_print: bool = False,
    **changes: Any,
) -> FormOrder:
    chosen = setup(**changes)
    return FormOrder(
        summary(name, round_id, chosen.form), chosen, asks or shipped(), perspective, paper, large_print=large_print
    )


few = partial(order, asks=FEW)


def some_answers(of: FormOrder) -> dict[str, str]:
    """Every state there is, over and over: field name to state."""
    states = ("1", "2", "3", "4", "5", "dk", "na")
    return {item_id: states[at % len(states)] for at, item_id in enumerate(of.asked)}


def filled(of: FormOrder, values: Mapping[str, str], code: str = CODE) -> bytes:
    """The form as a person sends it back: answers by item id, texts by field name."""
    return filled_in(make_fillable_form(of, code), values)


def filled_in(form: bytes, values: Mapping[str, str]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    texts = {name: value for name, value in values.items() if name.startswith("note")}
    buttons = {name: NameObject(f"/{value}") for name, value in values.items() if name not in texts}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, {**texts, **buttons}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
