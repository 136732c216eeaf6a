"""Results at random: answers round a level for each theme, some declined, some dark, facts, and what was moved."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.group_builders import shipped, summary
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import EarlierCheck, GroupRound, GroupSetup
from trustcheck.domain.checks.round import Organisation, PersonalRound, RoundState, RoundSummary
from trustcheck.domain.checks.targets import TARGETS
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.quality import quality

ASKED = shipped()


def answered(
    chance: random.Random, asked: Questionnaire, form: Form, levels: dict[str, float], dark: Sequence[str] = ()
) -> dict[str, Answer]:
    """One person's answers round a level for each theme; now and then one is declined or skipped, and of what lies in
    the dark every second one."""
    declined, noise = chance.choice([0.0, 0.05, 0.3]), chance.choice([0.3, 0.8, 1.6])
    given = {}
    for item_id in asked.asked(form):
        item = asked.item_by_id[item_id]
        drawn = chance.random()
        if item_id in dark and chance.random() < 0.5:
            given[item_id] = Answer.DONT_KNOW
            continue
        if drawn < declined:
            if drawn < 0.8 * declined:
                given[item_id] = Answer.DONT_KNOW if drawn < 0.5 * declined else Answer.NOT_APPLICABLE
            continue
        keyed = min(5, max(1, round(levels[item.theme] + chance.gauss(0, noise))))
        given[item_id] = Answer(6 - keyed if item.reverse else keyed)
    return given


def levels(chance: random.Random, asked: Questionnaire) -> dict[str, float]:
    """A level from 1 to 5 for each theme: alike, far apart, or two pillars apart."""
    middle, apart, tilt = chance.uniform(1, 5), chance.choice([0.1, 0.6, 1.5]), chance.choice([0, 0, 1.2])
    found = {}
    for theme in asked.themes:
        towards = tilt if theme.pillar == asked.pillars[0].id else -tilt
        found[theme.id] = min(5.0, max(1.0, middle + towards + chance.gauss(0, apart)))
    if chance.random() < 0.1:
        found |= {"TT": 4.6, "RD": 1.3, "RV": chance.uniform(1, 4)}
    return found


def facts(chance: random.Random, asked: Questionnaire) -> dict[str, PracticeAnswer]:
    some = chance.choice([0.0, 0.5, 1.0])
    return {
        each.id: PracticeAnswer(each.id, chance.choice(list(Fact)))
        for each in asked.practices
        if chance.random() < some
    }


def by_hand(seed: int) -> Arrangement:
    """Of every third result some suggestions are moved or put aside."""
    chance, ids = random.Random(f"by hand {seed}"), [each.id for each in ASKED.suggestions]
    if seed % 3:
        return Arrangement()
    return Arrangement(tuple(chance.sample(ids, len(ids))), tuple(sorted(chance.sample(ids, 15))))


def one_person(seed: int) -> PersonalResult:
    chance = random.Random(seed)
    form, perspective = chance.choice(list(Form)), chance.choice(list(Perspective))
    given = answered(chance, ASKED, form, levels(chance, ASKED))
    summary = RoundSummary(
        id=1,
        organisation=Organisation(1, "Northgate Library"),
        state=RoundState.CLOSED,
        form=form,
        perspective=perspective,
        started_on=date(2026, 11, 2),
        closed_on=date(2026, 11, 2),
        answered=len(given),
        asked=len(ASKED.asked(form)),
    )
    known = facts(chance, ASKED)
    return result_of(
        PersonalRound(
            summary, ASKED, Response(perspective, form, given), "The director", facts=known, arrangement=by_hand(seed)
        )
    )


def group(seed: int) -> tuple[GroupRound, GroupResult]:
    """Leaders, staff or both, of 3 to 30 people each; some views are too small to be shown."""
    chance = random.Random(f"group {seed}")
    form = chance.choice([Form.FULL, Form.FULL, Form.FULL, Form.PULSE])
    views = chance.choice([(Perspective.LEADER, Perspective.STAFF)] * 3 + [(Perspective.STAFF,), (Perspective.LEADER,)])
    together, sheets = levels(chance, ASKED), []
    dark = [each.id for each in chance.sample(ASKED.items, 6) if chance.random() < 0.5]
    dark += [each.id for each in ASKED.items_of(chance.choice(ASKED.themes).id)[:2]]
    for view in views:
        own = levels(chance, ASKED) if chance.random() < 0.5 else together
        for _person in range(chance.randint(3, 30)):
            mine = {theme: level + chance.gauss(0, 0.5) for theme, level in own.items()}
            sheets.append(Response(view, form, answered(chance, ASKED, form, mine, dark)))
    invited = {
        view: round(sum(each.perspective is view for each in sheets) * chance.choice([1, 1, 1.2, 2, 4]))
        for view in views
    }
    set_up = GroupSetup(
        form=form,
        perspectives=views,
        invited=invited,
        leaders_are="The director",
        threshold=chance.choice([3, 5, 5, 8]),
        importance={theme.id: chance.choice([1, 2, 3]) for theme in ASKED.themes if chance.random() < 0.3},
        targets={each: chance.choice(TARGETS) for each in ("", "SS", "WD") if chance.random() < 0.3},
    )
    if seed % 2:
        set_up = replace(set_up, translated={Perspective.LEADER: replace(ASKED, language="de")})
    one_theme = ASKED.themes[seed % 10].id
    of = GroupRound(
        summary=summary(set_up, len(sheets)),
        setup=set_up,
        questionnaire=ASKED,
        responses=tuple(sheets),
        hurried={
            view: sum(quality(each, ASKED).is_hasty for each in sheets if each.perspective is view) for view in views
        },
        facts=facts(chance, ASKED),
        arrangement=by_hand(seed),
        earlier=EarlierCheck(
            {view: max(5, sum(each.perspective is view for each in sheets) - 1) for view in views if seed % 3 == 0},
            dict.fromkeys(views, date(2026, 4, 30)),
            told={view: frozenset([one_theme]) for view in views if seed % 7 == 0 and form is Form.FULL},
        ),
        joined_late=frozenset(view for view in views if chance.random() < 0.2 and len(sheets) > 10 * len(views)),
    )
    return of, group_result_of(of)
