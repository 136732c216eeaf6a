"""The ways in which sheets come into a check: one entry each, to which another way is added by adding an entry.

The first page of a new check, the cards of an open one and its desks take them from here. A way's desk is loaded and
made when somebody first asks for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from trustcheck.domain.checks.group_round import GroupSetup, Way
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.shell.context import Context
from trustcheck.words import gettext as _

Desk = TypeVar("Desk", bound=QObject)
CheckKnown = tuple[RoundSummary, GroupSetup, Questionnaire]
"""What a data file knows of an open check before any sheet is looked at."""


class WayDesks(Protocol):
    """What a way begins with: what its desk is handed, and the desks that were made for it so far."""

    context: Context

    def desk(self, kind: Callable[[Context], Desk]) -> Desk:
        """The one desk of this kind, made when it is first asked for; its ``done`` and ``left`` lead to the check."""

    def look_at(self, round_id: int, then: Callable[[CheckKnown], None]) -> None:
        """Read a check behind the window, and go on with what is known of it; or say why that cannot be."""


@dataclass(frozen=True, slots=True)
class WayAct:
    """What somebody can do to get sheets in. ``begin`` is given the desks and the id of the open check."""

    id: str
    words: str
    begin: Callable[[WayDesks, int], None]


@dataclass(frozen=True, slots=True)
class CollectingWay:
    """One way of collecting: how it is offered for a new check, and what can be done once the check is open."""

    way: Way
    icon: str
    planned: str
    """As it is chosen for a new check."""
    planned_detail: str
    name: str
    """As it stands over its buttons in an open one."""
    detail: str
    acts: tuple[WayAct, ...]
    """The first is the page's own button where this way was planned."""


def ways() -> tuple[CollectingWay, ...]:
    """All ways, the one in the room first. Every one of them adds to the same open check."""
    return (
        CollectingWay(
            way=Way.LAPTOP,
            icon="laptop",
            planned=_("One laptop, passed round"),
            planned_detail=_("Everything is hidden before the next person."),
            name=_("Pass this laptop round"),
            detail=_("One person after the other. Between two people the screen shows nothing of either."),
            acts=(WayAct("go-round", _("Pass the laptop"), _go_round),),
        ),
        CollectingWay(
            way=Way.PHONE,
            icon="wifi",
            planned=_("On their phones"),
            planned_detail=_("In one room, on its Wi-Fi or your hotspot."),
            name=_("Phones in the room"),
            detail=_(
                "Everybody at once, with a code each. Others on the same Wi-Fi could read along; paper avoids that."
            ),
            acts=(WayAct("open-room", _("Open the room\u2026"), _open_room),),
        ),
        CollectingWay(
            way=Way.PAPER,
            icon="printer",
            planned=_("On paper"),
            planned_detail=_("Print forms, type them in: a minute each."),
            name=_("On paper"),
            detail=_("Print forms without names, and type them in afterwards: about a minute each."),
            acts=(
                WayAct("print", _("Print forms\u2026"), _print),
                WayAct("type-in", _("Type in paper forms"), _type_in),
            ),
        ),
        CollectingWay(
            way=Way.FORM,
            icon="file-text",
            planned=_("A PDF form"),
            planned_detail=_("Filled in anywhere, and sent back to you."),
            name=_("A PDF form to fill in"),
            detail=_(
                "Filled in with any reader, or on a page in a browser that seals the answers, and sent back to you."
                " Take in a whole folder at once."
            ),
            acts=(
                WayAct("make-files", _("Make forms\u2026"), _make_files),
                WayAct("make-pages", _("Make pages for a browser\u2026"), _make_pages),
                WayAct("take-returned", _("Take in returned forms\u2026"), take_returned),
            ),
        ),
        CollectingWay(
            way=Way.FILE,
            icon="download",
            planned=_("A table"),
            planned_detail=_("CSV, XLSX, ODS or JSON, also from another survey tool."),
            name=_("A table from elsewhere"),
            detail=_(
                "CSV, XLSX, ODS or JSON, also from another survey tool. You see what would be taken before it is."
            ),
            acts=(
                WayAct("take-table", _("Take in a table\u2026"), take_table),
                WayAct("save-table", _("Save a table to fill in\u2026"), _save_table),
            ),
        ),
    )


def acts() -> dict[str, WayAct]:
    """Everything that can be done to get sheets in, by its id."""
    return {act.id: act for each in ways() for act in each.acts}


def _go_round(desks: WayDesks, round_id: int) -> None:
    from trustcheck.ui.laptop.hand_over import HandOver

    desks.desk(HandOver).begin(round_id)


def _open_room(desks: WayDesks, round_id: int) -> None:
    from trustcheck.ui.collecting.room_desk import RoomDesk

    desks.desk(RoomDesk).begin(round_id)


def _type_in(desks: WayDesks, round_id: int) -> None:
    from trustcheck.ui.collecting.typing_in import TypingIn

    desks.desk(TypingIn).begin(round_id)


def _make_forms(desks: WayDesks, round_id: int, *, to_send: bool) -> None:
    from trustcheck.ui.collecting.making_forms import MakingForms

    desks.desk(MakingForms).begin(round_id, to_send=to_send)


def _print(desks: WayDesks, round_id: int) -> None:
    _make_forms(desks, round_id, to_send=False)


def _make_files(desks: WayDesks, round_id: int) -> None:
    _make_forms(desks, round_id, to_send=True)


def _make_pages(desks: WayDesks, round_id: int) -> None:
    from trustcheck.ui.collecting.making_pages import MakingPages

    desks.desk(MakingPages).ask(round_id)


def take_returned(desks: WayDesks, round_id: int, paths: tuple[str, ...] = ()) -> None:
    """Take in forms that came back; ``paths`` where some were dropped on the window."""
    from trustcheck.ui.collecting.group_desks import TakingBack

    desks.desk(TakingBack).begin(round_id, paths)


def take_table(desks: WayDesks, round_id: int, path: str = "") -> None:
    """Take in a table; ``path`` where one was dropped on the window."""
    from trustcheck.ui.collecting.taking_in import TakingIn

    desk = desks.desk(TakingIn)

    def begin(known: CheckKnown) -> None:
        summary, setup, questionnaire = known
        desk.begin(round_id, setup, questionnaire, path, summary.organisation.id)
        desks.context.arrived()

    desks.look_at(round_id, begin)


def _save_table(desks: WayDesks, round_id: int) -> None:
    from trustcheck.ui.collecting.group_desks import SavingTable

    desks.desk(SavingTable).ask(round_id)
