"""An appendix for those who add up: how every number of the report was worked out."""

from trustcheck.app.presenting.appendix import Told
from trustcheck.report.document.parts import Bullets, Heading, Part, Section, Words
from trustcheck.words import gettext as _


def every_sum(told: Told) -> Section:
    """A heading and its lines for each number, and last what holds for all of them."""
    sums, rules = told
    name = _("The sum of every number")
    lead = _("Every number of this report, added up from what it rests on. What holds for several stands at the end.")
    parts: list[Part] = [Words(lead, "quiet", gap=3)]
    for each in sums:
        if each.lines:
            parts += [Heading(each.heading, 4), Bullets(each.lines, "small")]
    if rules:
        parts += [Heading(_("What holds for several of them"), 4), Bullets(rules, "small")]
    return Section("sums", _("For those who add up"), name, tuple(parts), name)
