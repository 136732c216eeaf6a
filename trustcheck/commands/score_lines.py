"""Lines of the score table: a group's value, leaders beside staff, and whether items hang together."""

from typing import Any

from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.app.presenting.no_omega import no_omega_words
from trustcheck.domain.group_words import GapKind, NoOmega
from trustcheck.domain.points import apart, whole
from trustcheck.domain.questionnaire import Questionnaire
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _

Json = dict[str, Any]
SHOWS_SPREAD = 10
"""From this many people on, spread and median are printed; below, they would give single people away."""


def value_line(value: Json) -> str:
    """A group's value in whole points with its company, or why it is not shown."""
    if "suppressed" in value:
        return "  - " + not_shown(Suppressed(value["suppressed"]))
    text = f"{whole(value['mean']):3} {value['band_range'] or '':20}"
    if value["interval"]:
        text += _(" {low} to {high}").format(low=whole(value["interval"][0]), high=whole(value["interval"][1]))
    if value["guaranteed"]:
        low, high = (whole(end) for end in value["guaranteed"])
        text += "; " + all_invited.in_a_line(low, high)
    if value["spread"]:
        text += "; " + value["spread"]["words"]
    if value["n"] >= SHOWS_SPREAD:
        text += _("; median {median}, standard deviation {sd}").format(
            median=whole(value["median"]), sd=whole(value["sd"])
        )
        if (high := value["classes"]["high"]) is not None:
            text += _("; {count} favourable").format(count=high)
    return text.rstrip() + f"; n = {value['n']}" + _unseen(value["dont_know"])


def gap_lines(sheet: Json, questionnaire: Questionnaire) -> list[str]:
    """Leaders minus staff, pillars and then themes; nothing where there is one view only."""
    gaps = sheet.get("pillar_gaps", {}) | sheet.get("gaps", {})
    if not gaps:
        return []
    names = {each.id: each.name for each in questionnaire.pillars}
    names |= {each.id: f"  {each.name}" for each in questionnaire.themes}
    ordered = [
        each
        for pillar in questionnaire.pillars
        for each in (pillar.id, *(theme.id for theme in questionnaire.themes_of(pillar.id)))
    ]
    lines = [f"  {names[each]:34} " + _gap(gaps[each]) for each in ordered if each in gaps]
    return [_("Leaders minus staff"), *lines]


def reliability_lines(sheet: Json, questionnaire: Questionnaire) -> list[str]:
    """Alpha, and omega where there is one, of the themes with enough complete sheets."""
    found = [(view, themes) for view, themes in sheet.get("reliability", {}).items() if themes]
    lines: list[str] = []
    for view, themes in found:
        lines.append(_("How the questions hang together, {view}").format(view=view))
        known = [theme for theme in questionnaire.themes if theme.id in themes]
        lines += [f"  {theme.name:34} " + _reliability(themes[theme.id]) for theme in known]
    return lines


def _gap(gap: Json) -> str:
    if "suppressed" in gap:
        return "  - " + not_shown(Suppressed(gap["suppressed"]))
    low, high = (apart(end) for end in gap["interval"])
    around = _("{low} to {high}").format(low=f"{low:+}", high=f"{high:+}")
    return f"{apart(gap['difference']):+4} {kind_words(GapKind(gap['class'])):32} {around}"


def _reliability(found: Json) -> str:
    low, high = found["interval"]
    text = _("alpha {alpha}, {low} to {high}").format(
        alpha=f"{found['alpha']:.2f}", low=f"{low:.2f}", high=f"{high:.2f}"
    )
    if found["omega"] is not None:
        return text + _("; omega {omega}").format(omega=f"{found['omega']:.2f}")
    return text + no_omega_words(NoOmega(found["no_omega"])) if "no_omega" in found else text


def _unseen(share: float) -> str:
    per_cent = whole(100 * share)
    if not per_cent:
        return ""
    return _("; {n} % don't know").format(n=per_cent)
