"""The sections of a group's report by id, in their usual order, with the names people choose them by."""

from trustcheck.words import gettext as _

GROUP_SECTIONS: dict[str, str] = {
    "minute": _("In one minute"),
    "method": _("How to read this"),
    "themes": _("Theme by theme"),
    "spread": _("Where people differ"),
    "views": _("Leaders and staff"),
    "say-do": _("Say and do"),
    "unseen": _("What people could not see"),
    "strengths": _("Strengths"),
    "priorities": _("Priorities"),
    "workshop": _("Workshop"),
    "items": _("All questions"),
    "limits": _("Method and limits"),
    "notes": _("Notes"),
    "closing": _("A closing page"),
}
ALWAYS = "method"
"""Stands in every report: what the numbers can say and what they must not be used for."""


def chosen_sections(sections: tuple[str, ...]) -> tuple[str, ...]:
    """Which sections are printed, in which order: all where none are named, and never without :data:`ALWAYS`."""
    if not sections:
        return tuple(GROUP_SECTIONS)
    known = tuple(dict.fromkeys(each for each in sections if each in GROUP_SECTIONS))
    return known if ALWAYS in known else (*known[:1], ALWAYS, *known[1:])
