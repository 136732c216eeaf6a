"""Every kind of result in one data file: the shipped samples, their short forms, and a team with too few leaders."""

from dataclasses import replace

from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.app.samples import TeamSample, fill, fill_team
from trustcheck.bootstrap import SAMPLE, TEAM_SAMPLE
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.exchange.samples import read_sample, read_team_sample

ALONE = ("alone", "pulse")
TOGETHER = ("team", "hidden", "teampulse")
_LEADERS_HIDDEN = 4

LONG = ("Verantwortungsbewusstsein und Entscheidungsspielraum " * 3)[:120].strip()
RUN_ON = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf"
GREEK = "Εμπιστοσύνη στους ανθρώπους μας, κάθε μέρα και παντού"
KANJI = "信頼と開放性についての質問票の主題の名前がとても長い場合"


def shipped(application: Application) -> Questionnaire:
    return application.catalog.questionnaire(application.catalog.shipped()[0])


def with_hard_names(asked: Questionnaire) -> Questionnaire:
    """Names as long as they may be, one word without a break, and other scripts."""
    names = (LONG, RUN_ON, GREEK, KANJI)
    themes = tuple(replace(theme, name=names[place % len(names)]) for place, theme in enumerate(asked.themes))
    pillars = tuple(
        replace(pillar, name=names[place], to_reader=names[place]) for place, pillar in enumerate(asked.pillars)
    )
    return replace(asked, themes=themes, pillars=pillars)


def made(application: Application, path: str, asked: Questionnaire, *, place: str = "") -> dict[str, int]:
    """Put the checks into a new data file; their ids. ``place`` is what the names of all organisations begin with."""
    read = shipped(application)
    one = read_sample(assets.path("samples", SAMPLE), read)
    team = read_team_sample(assets.path("samples", TEAM_SAMPLE), read)
    name = place or team.organisation
    one = replace(one, organisation=f"{place} alone" if place else one.organisation)
    short = replace(one, response=_short(one.response, read), notes={})
    store = application.open_store(path)
    try:
        return {
            "alone": fill(store, one, asked),
            "pulse": fill(store, short, asked),
            "team": fill_team(store, replace(_with_picks(team, asked), organisation=name), asked),
            "hidden": fill_team(store, replace(_few_leaders(team), organisation=f"{name} north"), asked),
            "teampulse": fill_team(store, replace(_short_team(team, read), organisation=f"{name} south"), asked),
        }
    finally:
        store.close()


def _short(response: Response, asked: Questionnaire) -> Response:
    return Response(response.perspective, Form.PULSE, {each: given for each, given in response if each in asked.pulse})


def _short_team(team: TeamSample, asked: Questionnaire) -> TeamSample:
    sheets = tuple(Sheet(_short(each.response, asked)) for each in team.sheets)
    return replace(team, setup=replace(team.setup, form=Form.PULSE), sheets=sheets)


def _with_picks(team: TeamSample, asked: Questionnaire) -> TeamSample:
    """Everybody picked on every card, on each card around another rung; on the last card all staff alike."""
    *varied, _alike = asked.scenarios
    sheets = []
    for person, each in enumerate(team.sheets):
        drill = {card.id: (person + place) % 3 + place % 3 for place, card in enumerate(varied)}
        response = replace(each.response, beside=SaidBeside(drill={**drill, asked.scenarios[-1].id: 4}))
        sheets.append(replace(each, response=response))
    return replace(team, setup=replace(team.setup, drill=True), sheets=tuple(sheets))


def _few_leaders(team: TeamSample) -> TeamSample:
    leaders = [each for each in team.sheets if each.response.perspective is Perspective.LEADER]
    return replace(team, sheets=tuple(each for each in team.sheets if each not in leaders[_LEADERS_HIDDEN:]))
