"""The score sheet as a table to read: whole points, names in words, and a line wherever something is not shown."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import Questionnaire, band_name

Json = dict[str, Any]
SHOWS_SPREAD = 10
"""From this many people on, spread and median are printed; below, they would give single people away."""


def score_table(sheet: Json, questionnaire: Questionnaire) -> list[str]:
    """The lines of the table. ``sheet`` comes from :func:`trustcheck.app.score_sheet.score_sheet`."""
    about = sheet["questionnaire"]
    lines = [_("{id} {version}, {form} form").format(id=about["id"], version=about["version"], form=sheet["form"])]
    for person in sheet.get("people", ()):
        lines += ["", *_person(person, questionnaire)]
    for name, group in sheet["perspectives"].items():
        lines += ["", *_group(name, group, questionnaire)]
    if "say_do" in sheet:
        lines += ["", *_say_do(sheet["say_do"], questionnaire)]
    for key, title in (("priorities", _("Where to begin")), ("strengths", _("Strongest"))):
        if sheet.get(key):
            lines += ["", f"{title}: " + ", ".join(questionnaire.theme_by_id[each].name for each in sheet[key])]
    return lines


def _person(person: Json, questionnaire: Questionnaire) -> Iterator[str]:
    yield _("Row {row}, {perspective}").format(row=person["row"], perspective=person["perspective"])
    for name, score in _named(person, questionnaire):
        if score is None:
            yield f"  {name:34}   - " + _("not enough answers")
        else:
            yield f"  {name:34} {whole(score):3} {band_name(score, questionnaire.cuts)}"


def _group(name: str, group: Json, questionnaire: Questionnaire) -> Iterator[str]:
    people = ngettext("{n} person", "{n} people", group["n"]).format(n=group["n"])
    invited = _(" of {n} invited").format(n=group["invited"]) if group["invited"] else ""
    yield f"{name}: {people}{invited}"
    for label, value in _named(group, questionnaire):
        yield f"  {label:34} " + _value(value)


def _value(value: Json) -> str:
    if "suppressed" in value:
        return "  - " + _("not shown: {reason}").format(reason=value["suppressed"])
    text = f"{whole(value['mean']):3} {value['band_range'] or '':20}"
    if value["interval"]:
        text += _(" {low} to {high}").format(low=whole(value["interval"][0]), high=whole(value["interval"][1]))
    if value["n"] >= SHOWS_SPREAD:
        text += _("; median {median}, standard deviation {sd}").format(
            median=whole(value["median"]), sd=whole(value["sd"])
        )
    return text.rstrip() + f"; n = {value['n']}"


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
