"""The pages by name, which of them stand apart, and the lines of the sidebar that are called after what they open."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from trustcheck.words import gettext as _


class Place(StrEnum):
    WELCOME = "welcome"
    OPENING = "opening"
    LOCK = "lock"
    NEW_FILE = "new-file"
    PROTECTING = "protecting"
    HOME = "home"
    START = "start"
    QUESTION = "question"
    CARD = "card"
    REVIEW = "review"
    OVERVIEW = "overview"
    THEMES = "themes"
    SAY_DO = "say-do"
    DRILL = "drill"
    POLICY = "policy"
    SUGGESTIONS = "suggestions"
    PROMISE = "promise"
    REPORT = "report"
    ORGANISATION = "organisation"
    ORGANISATION_OUT = "organisation-out"
    ORGANISATION_IN = "organisation-in"
    NEW_CHECK = "new-check"
    COLLECT = "collect"
    HAND_OVER = "hand-over"
    PIN = "pin"
    BEFORE = "before"
    PUT_AWAY = "put-away"
    COME_BACK = "come-back"
    PAPER_ENTRY = "paper-entry"
    ROOM = "room"
    TAKE_IN = "take-in"
    FORMS = "forms"
    RETURNED = "returned"
    GAPS = "gaps"
    UNSEEN = "unseen"
    STRENGTHS = "strengths"
    PRESENT = "present"
    SINCE = "since"
    ASKED = "asked"
    ALL_PROMISES = "all-promises"
    RESTORE = "restore"
    DAMAGED = "damaged"
    IN_USE = "in-use"
    RESCUED = "rescued"
    NOT_OPENED = "not-opened"
    EXPORT = "export"
    IMPORT = "import"
    MERGE = "merge"
    QUESTIONNAIRES = "questionnaires"
    QUESTIONNAIRE = "questionnaire"
    AUTHORING = "authoring"
    TRANSLATING = "translating"
    TRYING_OUT = "trying-out"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"


WITHOUT_SIDEBAR = frozenset(
    {
        Place.WELCOME,
        Place.OPENING,
        Place.DAMAGED,
        Place.IN_USE,
        Place.RESCUED,
        Place.NOT_OPENED,
        Place.LOCK,
        Place.NEW_FILE,
        Place.PROTECTING,
        Place.START,
        Place.QUESTION,
        Place.CARD,
        Place.REVIEW,
        Place.TRYING_OUT,
        Place.HAND_OVER,
        Place.PIN,
        Place.BEFORE,
        Place.PUT_AWAY,
        Place.COME_BACK,
    }
)
"""Focus mode: nothing beside the page."""

GOING_ROUND = frozenset(
    {
        Place.HAND_OVER,
        Place.PIN,
        Place.BEFORE,
        Place.QUESTION,
        Place.CARD,
        Place.REVIEW,
        Place.PUT_AWAY,
        Place.COME_BACK,
    }
)
"""All there is while a laptop goes round and the window keeps closed."""

OUTSIDE = frozenset(
    {
        Place.WELCOME,
        Place.OPENING,
        Place.LOCK,
        Place.NEW_FILE,
        Place.QUESTIONNAIRES,
        Place.QUESTIONNAIRE,
        Place.AUTHORING,
        Place.TRANSLATING,
        Place.TRYING_OUT,
        Place.SETTINGS,
        Place.HELP,
        Place.ABOUT,
    }
)
"""All there is while a data file waits for its passphrase."""

OVER_QUESTIONNAIRES = frozenset({Place.QUESTIONNAIRE, Place.AUTHORING, Place.TRANSLATING, Place.TRYING_OUT})
"""Pages that the list of questionnaires leads to, and that lead back to it."""

OF_MANY = frozenset({Place.HOME, Place.ALL_PROMISES, Place.ORGANISATION_IN, Place.IMPORT, Place.EXPORT, Place.MERGE})
"""Pages on which clients stand beside each other, here or in a file that was looked into."""

_WITHIN = {
    Place.ORGANISATION: (Place.HOME,),
    Place.ORGANISATION_OUT: (Place.HOME,),
    Place.ORGANISATION_IN: (Place.HOME,),
    Place.MERGE: (Place.HOME,),
    Place.NEW_CHECK: (Place.COLLECT, Place.HOME),
    Place.FORMS: (Place.COLLECT,),
    Place.PAPER_ENTRY: (Place.COLLECT,),
    Place.ROOM: (Place.COLLECT,),
    Place.RETURNED: (Place.COLLECT,),
    Place.TAKE_IN: (Place.COLLECT,),
    Place.QUESTIONNAIRE: (Place.QUESTIONNAIRES,),
    Place.AUTHORING: (Place.QUESTIONNAIRES,),
    Place.TRANSLATING: (Place.QUESTIONNAIRES,),
}


def listed_under(place: Place, listed: Collection[Place]) -> Place:
    """The line of the sidebar that stands for ``place``: a page within another has none of its own."""
    return next((each for each in _WITHIN.get(place, ()) if each in listed), place)


@dataclass(frozen=True, slots=True)
class SidebarEntry:
    """One line of the sidebar."""

    place: Place
    words: str
    icon: str


def organisation_entries() -> tuple[SidebarEntry, ...]:
    return (
        SidebarEntry(Place.HOME, _("Organisations"), "building-2"),
        SidebarEntry(Place.ALL_PROMISES, _("Promises"), "flag"),
    )


def home_entries() -> tuple[SidebarEntry, ...]:
    return (SidebarEntry(Place.HOME, _("My checks"), "house"),)


def welcome_entries() -> tuple[SidebarEntry, ...]:
    return (SidebarEntry(Place.HOME, _("Welcome"), "house"),)


def lock_entry() -> SidebarEntry:
    """Above the settings, while the open data file has a passphrase."""
    return SidebarEntry(Place.LOCK, _("Lock now"), "lock")


def locked_entries() -> tuple[SidebarEntry, ...]:
    """Beside the program's own pages, while a data file waits for its passphrase."""
    return (SidebarEntry(Place.HOME, _("Open the data file"), "lock"),)


def back_home_entry(*, organisations: bool) -> SidebarEntry:
    """Called after what it opens: the list of organisations, or one's own checks."""
    return SidebarEntry(Place.HOME, _("All organisations") if organisations else _("All my checks"), "arrow-left")
