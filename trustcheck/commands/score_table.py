"""The score sheet as a table to read: whole points, names in words, and a line wherever something is not shown."""

from collections.abc import Iterator
from typing import Any

from trustcheck.app.carrying.export_lines import ExportLine, lines_of_group
from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.explanations_precision import no_omega_words
from trustcheck.app.presenting.group_seen import not_shown, why_hidden
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.app.presenting.personal import bands
from trustcheck.app.results.score_sheet import Json
from trustcheck.app.store.export_model import GroupCheck
from trustcheck.commands.score_before import before_lines
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.group_words import GapKind, NoOmega
from trustcheck.domain.statistics.margins import overall_margin, pillar_margin, theme_margin
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import decimal

# Lines of the score table: a group's value, leaders beside staff, and whether items hang together.


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
    if value["spread"] and value["spread"]["words"]:
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
        alpha=decimal(found["alpha"], 2), low=decimal(low, 2), high=decimal(high, 2)
    )
    if found["omega"] is not None:
        return text + _("; omega {omega}").format(omega=decimal(found["omega"], 2))
    return text + no_omega_words(NoOmega(found["no_omega"])) if "no_omega" in found else text


def _unseen(share: float) -> str:
    per_cent = whole(100 * share)
    if not per_cent:
        return ""
    return _("; {n} % don't know").format(n=per_cent)


def score_table(sheet: Json, questionnaire: Questionnaire, threshold: int = 5) -> list[str]:
    """The lines of the table. ``sheet`` comes from :func:`trustcheck.app.results.score_sheet.score_sheet`.

    ``threshold`` is from how many people on it shows a number; why something is not shown is said once, at the end.
    """
    about = sheet["questionnaire"]
    lines = [_("{id} {version}, {form} form").format(id=about["id"], version=about["version"], form=sheet["form"])]
    for person in sheet.get("people", ()):
        lines += ["", *_person(person, questionnaire)]
    for name, group in sheet["perspectives"].items():
        lines += ["", *_group(name, group, questionnaire)]
    for name, group in sheet.get("without_hasty", {}).items():
        lines += ["", *_without_hasty(name, group, questionnaire)]
    lines += before_lines(sheet.get("before", {}), questionnaire)
    for part in (gap_lines(sheet, questionnaire), reliability_lines(sheet, questionnaire)):
        lines += ["", *part] if part else []
    if "say_do" in sheet:
        lines += ["", *_say_do(sheet["say_do"], questionnaire)]
    # A table of answers cannot say what people set as important before they saw a score.
    begin = _("Where to begin, all themes weighing the same") if sheet["perspectives"] else _("Where to begin")
    for key, title in (("priorities", begin), ("strengths", _("Strongest"))):
        if sheet.get(key):
            lines += ["", f"{title}: " + ", ".join(questionnaire.theme_by_id[each].name for each in sheet[key])]
    if any(not_shown(Suppressed("")) in line for line in lines):
        lines += ["", why_hidden(threshold)]
    return lines


def _person(person: Json, questionnaire: Questionnaire) -> Iterator[str]:
    yield _("Row {row}, {perspective}").format(row=person["row"], perspective=person["perspective"])
    margins = _margins(questionnaire, has_themes=person["themes"] is not None)
    for (name, score), margin in zip(_named(person, questionnaire), margins, strict=True):
        if score is None:
            yield f"  {name:34}   - " + _("too few answers for a number")
        else:
            yield f"  {name:34} {whole(score):3} {bands(score, margin, questionnaire.cuts)}"


def _margins(questionnaire: Questionnaire, *, has_themes: bool) -> Iterator[float]:
    """How far each of one person's scores may lie off, in the order of :func:`_named`."""
    form = Form.FULL if has_themes else Form.PULSE
    for pillar in questionnaire.pillars:
        yield pillar_margin(questionnaire, pillar.id, form)
        themes = questionnaire.themes_of(pillar.id) if has_themes else ()
        yield from (theme_margin(questionnaire, each.id) for each in themes)
    yield overall_margin(questionnaire, form)


def _group(name: str, group: Json, questionnaire: Questionnaire) -> Iterator[str]:
    people = ngettext("{n} person", "{n} people", group["n"]).format(n=group["n"])
    invited = _(" of {n} invited").format(n=group["invited"]) if group["invited"] else ""
    yield f"{name}: {people}{invited}"
    hasty = group["hasty"]
    if isinstance(hasty, int) and hasty:
        yield "  " + ngettext("{n} sheet looks hurried", "{n} sheets look hurried", hasty).format(n=hasty)
    for label, value in _named(group, questionnaire):
        yield f"  {label:34} " + value_line(value)


def _without_hasty(name: str, group: Json, questionnaire: Questionnaire) -> Iterator[str]:
    title = _("{name} without the sheets that look hurried").format(name=name)
    if "suppressed" in group:
        yield f"{title}: " + not_shown(Suppressed(group["suppressed"]))
    else:
        yield from _group(title, group, questionnaire)


def _named(scored: Json, questionnaire: Questionnaire) -> Iterator[tuple[str, Any]]:
    """Pillars with their themes below them, then the overall score: (label, value)."""
    for pillar in questionnaire.pillars:
        yield pillar.name, scored["pillars"][pillar.id]
        for theme in questionnaire.themes_of(pillar.id) if scored["themes"] else ():
            yield f"  {theme.name}", scored["themes"][theme.id]
    yield _("Overall"), scored["overall"]


def _say_do(say_do: Json, questionnaire: Questionnaire) -> Iterator[str]:
    for pillar in questionnaire.pillars:
        practice = say_do["pillars"][pillar.id]
        known = ngettext("{n} fact known", "{n} facts known", practice["known"]).format(n=practice["known"])
        index = _("{index} of 100").format(index=whole(practice["index"])) if practice["index"] is not None else "-"
        yield _("Facts, {pillar}: {index}, {known}").format(pillar=pillar.name, index=index, known=known)
    for each in say_do["contradictions"]:
        theme = questionnaire.theme_by_id[each["theme"]].name
        fact = questionnaire.practice_by_id[each["fact"]].text
        yield f"  {theme}: {each['kind']} - {fact}"


# What may be passed on of a group's answers, as lines to read: worded where exports are worded, laid out here.


_BELOW = ("theme", "question", "gap")
"""Kinds of lines that go on below the line before."""


def publishable_lines(check: GroupCheck) -> Iterator[str]:
    """A line for each value, below its theme and pillar, with why it is not shown where it is not."""
    about = check.questionnaire
    yield _("{id} {version}, {form} form").format(id=about.id, version=about.version, form=check.setup.form.value)
    titles = {"unseen": _("What people could not see"), "suggestion": _("What to try")}
    before = "form"
    for line in lines_of_group(check):
        if line.what not in ("form", before, *_BELOW):
            yield ""
            yield from (titles[each] for each in titles if each == line.what)
        if line.what != "form":
            yield _indent(line, about) + _told(line)
        before = line.what


def _indent(line: ExportLine, about: Questionnaire) -> str:
    if line.what == "question":
        return "    "
    return "  " if line.what == "theme" or (line.what == "gap" and line.id in about.theme_by_id) else ""


def _told(line: ExportLine) -> str:
    if line.what == "people":
        number = ngettext("{view}: {n} person", "{view}: {n} people", line.n or 0)
        return number.format(view=people_first(Perspective(line.view)), n=line.n) + f"; {line.text}"
    if not line.words:
        return line.text
    name = line.words.rstrip(".")
    if line.view:
        name = _("{words}, {view}").format(words=name, view=people(Perspective(line.view)))
    return f"{name}: " + "; ".join(each for each in _said(line) if each)


def _said(line: ExportLine) -> Iterator[str]:
    """The number first, then what it amounts to. How far views lie apart is in the words of a gap."""
    if line.what != "gap":
        if line.points is not None:
            yield ", ".join(each for each in (_("{points} of 100").format(points=line.points), line.answer) if each)
        if line.low is not None and line.high is not None:
            yield _("{low} to {high}").format(low=line.low, high=line.high)
        if line.n is not None:
            yield f"n = {line.n}"
    yield line.text
