"""The sections of a group's report by id, in their usual order, with the names people choose them by."""

from trustcheck.words import gettext as _

GROUP_SECTIONS: dict[str, str] = {
    "minute": _("In one minute"),
    "themes": _("Theme by theme"),
    "views": _("Leaders and staff"),
    "spread": _("Where people differ"),
    "say-do": _("Say and do"),
    "unseen": _("What people could not see"),
    "strengths": _("Strengths"),
    "priorities": _("Priorities"),
    "workshop": _("Workshop"),
    "notes": _("Notes"),
    "method": _("How to read this"),
    "limits": _("Method and limits"),
    "figures": _("Figures"),
    "facts": _("All facts"),
    "items": _("All questions"),
    "closing": _("A closing page"),
}
CLOSING = "closing"
ALWAYS = "method"
"""Stands in every report: what the numbers can say and what they must not be used for."""


def chosen_sections(sections: tuple[str, ...]) -> tuple[str, ...]:
    """Which sections are printed, in which order: all where none are named, and never without :data:`ALWAYS`."""
    if not sections:
        return tuple(GROUP_SECTIONS)
    known = tuple(dict.fromkeys(each for each in sections if each in GROUP_SECTIONS))
    last = known[-1:] if known[-1:] == (CLOSING,) else ()
    return known if ALWAYS in known else (*known[: len(known) - len(last)], ALWAYS, *last)
