"""A group's check for tests: rounds with invented sheets, and results filled by hand with numbers one can recognise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tests import builders
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import (
    GapShown,
    GroupResult,
    ItemView,
    PillarView,
    Range,
    Shown,
    Technical,
    ThemeView,
    Took,
    Unseen,
    Value,
)
from trustcheck.app.results.personal import FactResult
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.checks.group_round import GroupNote, GroupRound, GroupSetup, NotesUse
from trustcheck.domain.checks.round import Organisation, RoundKind, RoundState, RoundSummary
from trustcheck.domain.findings.practice import pillar_practice
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.reasons import Reason
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import Proposal, QuickWin, Strength
from trustcheck.domain.privacy.suppressed import Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire, Theme, band_name
from trustcheck.domain.statistics.classes import told_apart
from trustcheck.domain.statistics.group_words import GapKind, Solidity, Spread

LEADER, STAFF = Perspective.LEADER, Perspective.STAFF
_RUN_ON = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf"
_GREEK = "Εμπιστοσύνη στους ανθρώπους μας, κάθε μέρα και παντού"
FEW = Suppressed(too_few(5))

LEADERS_SAY = {"GI": 76, "RD": 71, "FR": 69, "TT": 74, "BL": 66, "SI": 63, "SC": 60, "SS": 74, "RV": 55, "WD": 78}
STAFF_SAY = {"GI": 64, "RD": 58, "FR": 61, "TT": 66, "BL": 57, "SI": 52, "SC": 47, "SS": 43, "RV": 41, "WD": 71}
"""Mean points by theme, in the results that are filled by hand."""


@cache
def shipped() -> Questionnaire:
    return FileCatalog().questionnaire("trust-and-openness")


def setup(
    leaders: int = 6, staff: int = 16, *, form: Form = Form.FULL, threshold: int = 5, notes: NotesUse = NotesUse.GROUP
) -> GroupSetup:
    """How many are invited of each; a perspective nobody is invited of is not asked."""
    invited = {each: number for each, number in ((LEADER, leaders), (STAFF, staff)) if number}
    return GroupSetup(
        form=form,
        perspectives=tuple(invited),
        invited=invited,
        leaders_are="The director and the heads of section",
        staff_are="Everybody else on the payroll",
        threshold=threshold,
        notes=notes,
        routes="Ines Ferrao of the staff council, every Tuesday",
    )


def summary(set_up: GroupSetup, finished: int, *, name: str = "Northgate Housing", round_id: int = 7) -> RoundSummary:
    return RoundSummary(
        id=round_id,
        organisation=Organisation(3, name),
        state=RoundState.CLOSED,
        form=set_up.form,
        perspective=STAFF if STAFF in set_up.perspectives else set_up.perspectives[0],
        started_on=date(2026, 9, 7),
        closed_on=date(2026, 9, 22),
        answered=finished,
        asked=set_up.all_invited,
        kind=RoundKind.GROUP,
        compares=set_up.compares,
    )


def sheet(
    perspective: Perspective, asked: Questionnaire, points: Mapping[str, int], *, form: Form = Form.FULL, other: int = 3
) -> Response:
    """One person's sheet: every item of a theme at its keyed point (``other`` where the theme is not named)."""
    high = asked.high
    given = {
        item.id: 1 + high - points.get(item.theme, other) if item.reverse else points.get(item.theme, other)
        for item in asked.items
        if item.id in asked.asked(form)
    }
    return Response(perspective, form, builders.answers(given))


def group_round(
    sheets: Sequence[Response], asked: Questionnaire | None = None, *, set_up: GroupSetup | None = None, **more: object
) -> GroupRound:
    """A closed round of these sheets; ``more`` is anything else a :class:`GroupRound` holds."""
    known = set_up or setup()
    whole = GroupRound(summary(known, len(sheets)), known, asked or shipped(), tuple(sheets))
    return replace(whole, **more)  # type: ignore[arg-type]


_POINTS = (2, 3, 4, 3, 2, 4, 3)


def people(perspective: Perspective, number: int, form: Form = Form.FULL, **themes: int) -> list[Response]:
    """So many sheets around the middle, no two themes alike, with the named themes one point either way of theirs."""
    sheets = []
    for at in range(number):
        around = {theme.id: _POINTS[(at + place) % len(_POINTS)] for place, theme in enumerate(shipped().themes)}
        wanted = {theme: min(5, max(1, point + at % 3 - 1)) for theme, point in themes.items()}
        sheets.append(sheet(perspective, shipped(), {**around, **wanted}, form=form))
    return sheets


def both(leaders: int = 6, staff: int = 14, **more: object) -> GroupRound:
    """Leaders find it safe to speak, staff do not."""
    sheets = [*people(LEADER, leaders, SS=4, WD=4), *people(STAFF, staff, SS=2, WD=4)]
    return group_round(sheets, set_up=setup(leaders + 1, staff + 2), **more)


def value(mean: int, n: int, *, invited: int = 0, half: int = 9, **more: object) -> Shown:
    """A perspective's value with an interval of ``half`` points either way; details from ten people on."""
    low, high = max(0, mean - half), min(100, mean + half)
    names = sorted({band_name(low), band_name(high)}, key=["Rare", "Patchy", "Usual", "Consistent"].index)
    invited = invited or n
    above = min(n, round(n * mean / 120))
    classes = told_apart(n - above - n // 3, n // 3, above)
    shown = Shown(
        n=n,
        mean=mean,
        band=" to ".join(names),
        band_text="What a score in this band may mean.",
        interval=Range(low, high),
        guaranteed=Range(round(n * mean / invited), round((n * mean + 100 * (invited - n)) / invited)),
        spread=Spread.SOME_VARIETY,
        solidity=Solidity.SOLID,
        dont_know=3,
        favourable=classes.high if n >= 10 else None,
        favourable_range=Range(20, 60) if n >= 10 and classes.high is not None else None,
        classes=(n - above - n // 3, n // 3, above) if n >= 10 and classes.middle is not None else None,
        sd=17 if n >= 10 else None,
        median=mean + 1 if n >= 10 else None,
        rare=classes.low if n >= 10 and classes.high is None else None,
    )
    return replace(shown, **more)  # type: ignore[arg-type]


def gap(difference: int, kind: GapKind = GapKind.SIMILAR) -> GapShown:
    side = "higher" if difference > 0 else "lower"
    sentence = f"Leaders describe this {abs(difference)} points {side} than staff."
    return GapShown(difference, Range(difference - 11, difference + 11), kind, sentence)


def group_result(
    *,
    leaders: int = 6,
    staff: int = 14,
    hidden: Sequence[Perspective] = (),
    asked: Questionnaire | None = None,
    name: str = "Northgate Housing",
) -> GroupResult:
    """Leaders and staff of one organisation, filled by hand. 0 people means that a perspective was not asked."""
    questions = asked or shipped()
    set_up = setup(leaders and leaders + 1, staff and staff + 2)
    filled = _Filled(questions, {each: n for each, n in ((LEADER, leaders), (STAFF, staff)) if n}, frozenset(hidden))
    pillars = tuple(filled.pillar(each.id) for each in questions.pillars)
    shown = [each for each in (STAFF, LEADER) if each in filled.people and each not in filled.hidden]
    return GroupResult(
        summary=summary(set_up, leaders + staff, name=name),
        setup=set_up,
        questionnaire=questions,
        took=tuple(Took(each, n, set_up.invited[each]) for each, n in filled.people.items()),
        headline=shown[0] if shown else None,
        pillars=pillars,
        overall=filled.views(62, 55),
        story=Story("You keep your word. Speaking up costs more than leaders think.", "gap-in-a-low-theme", ("Why.",)),
        own_words="",
        strengths=(Strength("WD", 71.0, True, "What do we do here that we could carry over to Safe to speak?"),),
        proposals=(_proposal(questions, "SS"), _proposal(questions, "SC")),
        held_back=(HeldBack("G1", "RV", "Safe to speak stands at 43, below 50: nobody is asked to speak in public."),),
        quick_wins=(QuickWin(questions.practice_by_id["K11"]),),
        unseen=(_unseen(questions, staff),) if STAFF in shown else (),
        facts=tuple(FactResult(each, questions.theme_by_id[each.theme], None) for each in questions.practices),
        practice=tuple(pillar_practice({}, each, questions) for each in questions.pillars),
        technical=tuple(Technical(each, STAFF, "rwg(J) .92, .86; a_wg .70", "", "") for each in questions.themes),
        notes=(GroupNote("SS1", "We say it in the kitchen."),) if leaders + staff >= 10 else (),
        together={"SS": "Leaders describe more of this than staff do. Ask both for two recent examples."},
    )


def changed(result: GroupResult, themes: dict[str, dict[str, Any]]) -> GroupResult:
    """The staff's values of these themes with other fields."""
    pillars = tuple(
        replace(
            pillar,
            themes=tuple(
                replace(theme, views={**theme.views, STAFF: _other(theme.views[STAFF], themes.get(theme.theme.id, {}))})
                for theme in pillar.themes
            ),
        )
        for pillar in result.pillars
    )
    return replace(result, pillars=pillars)


def _other(value: object, fields: dict[str, Any]) -> Shown:
    assert isinstance(value, Shown)
    return replace(value, **fields)


class _Filled:
    """The values of every theme and pillar, from the means above."""

    def __init__(self, asked: Questionnaire, people: Mapping[Perspective, int], hidden: frozenset[Perspective]) -> None:
        self.asked, self.people, self.hidden = asked, people, hidden

    def views(self, leaders_say: int, staff_say: int) -> dict[Perspective, Value]:
        say = {LEADER: leaders_say, STAFF: staff_say}
        return {
            each: FEW if each in self.hidden else value(say[each], n, invited=n + 2) for each, n in self.people.items()
        }

    def gap(self, leaders_say: int, staff_say: int) -> GapShown | Suppressed | None:
        if len(self.people) < 2:
            return None
        apart = leaders_say - staff_say
        kind = GapKind.CLEAR if abs(apart) >= 25 else GapKind.POSSIBLE if abs(apart) >= 13 else GapKind.SIMILAR
        return FEW if self.hidden else gap(apart, kind)

    def theme(self, theme: Theme) -> ThemeView:
        says = LEADERS_SAY.get(theme.id, 60), STAFF_SAY.get(theme.id, 55)
        items = tuple(
            ItemView(item, self.asked.wording(item.id, STAFF), self.views(says[0] + at - 2, says[1] + at - 2))
            for at, item in enumerate(self.asked.items_of(theme.id))
        )
        sentence = f"Staff describe {theme.name} at {says[1]} of 100."
        tag = {"SS": "start here", "WD": "relatively strongest"}.get(theme.id, "")
        return ThemeView(theme, items, self.views(*says), self.gap(*says), sentence, tag)

    def pillar(self, pillar_id: str) -> PillarView:
        themes = tuple(self.theme(each) for each in self.asked.themes_of(pillar_id))
        says = 71 if pillar_id == "people" else 66, 61 if pillar_id == "people" else 51
        return PillarView(self.asked.pillar_by_id[pillar_id], themes, self.views(*says), self.gap(*says))


def _proposal(asked: Questionnaire, theme_id: str) -> Proposal:
    reasons = (Reason(f"Staff describe this at {STAFF_SAY[theme_id]} of 100.", str(STAFF_SAY[theme_id])),)
    return Proposal(theme_id, asked.suggestions_of(theme_id), reasons, "First in the order.")


def _unseen(asked: Questionnaire, n: int) -> Unseen:
    item = asked.item_by_id["SC2"]
    return Unseen(item, asked.wording(item.id, STAFF), STAFF, n, 36)


def foreign() -> GroupResult:
    """Names as long as they may be, one word without a break, and another script; everything there is to show."""
    asked = shipped()
    names = ("Verantwortungsbewusstsein und Entscheidungsspielraum " * 2 + "im ganzen Haus")[:120], _RUN_ON, _GREEK
    themes = tuple(replace(theme, name=names[place % 3]) for place, theme in enumerate(asked.themes))
    pillars = tuple(replace(pillar, to_reader=names[place]) for place, pillar in enumerate(asked.pillars))
    practices = tuple(replace(each, text=f"{_RUN_ON}{_RUN_ON} {each.text}") for each in asked.practices)
    other = replace(asked, themes=themes, pillars=pillars, practices=practices)
    facts = {each.id: "yes" if at % 2 else "no" for at, each in enumerate(practices)}
    hard = both(facts=builders.facts(facts), waiting={STAFF: 2}, hurried={STAFF: 1}, own_words=f"{_RUN_ON} {_GREEK}")
    notes = (GroupNote("SS1", "x" * 400), GroupNote("GI1", _GREEK))
    return group_result_of(replace(hard, questionnaire=other, notes=notes))
