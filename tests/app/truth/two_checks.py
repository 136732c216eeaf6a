"""What is said of two checks beside each other, and what must be so for it to be true: worked out anew from the sheets.

Of one person by the planning values as measurement 2.11 prints them, of a group by Welch's interval from scipy.
"""
# A pattern stands on one line, beside the sentence it is read with.
# ruff: noqa: C901, E501

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, sqrt

from scipy.stats import ttest_ind

from tests.app.truth.numbers import number
from tests.app.truth.raw_answers import Names, People, Sheet, mean, whole, wholly
from tests.app.truth.told import Check, Found, Pattern, Told, pattern
from trustcheck.app.presenting import aloud, change, group_change, retests
from trustcheck.app.presenting.personal import answer_words
from trustcheck.app.results.comparison import PersonalComparison
from trustcheck.app.results.group_comparison import GroupComparison, ViewBeside
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.group_round import GroupRound, people
from trustcheck.domain.checks.marks import Aloud
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.words.days import day, month

SAME = 5
"""From here on two numbers are not about the same."""
HALF_A_STEP = Fraction("12.5")
PLANNED = {"theme": (20.0, 0.73, 4), "pillar": (17.0, 0.88, 20), "pulse": (18.0, 0.68, 6)}
"""Spread, reliability and questions of a score of one person."""


def points_needed(of: str, questions: int) -> int:
    """Jacobson and Truax at 95 %, stepped down by Spearman and Brown where fewer questions are shared."""
    sd, reliability, planned = PLANNED[of]
    if questions < planned:
        one = reliability / (planned - (planned - 1) * reliability)
        inside = max(questions, 1)
        variance = sd**2 * planned / (1 + (planned - 1) * one)
        sd = sqrt(variance * (1 + (inside - 1) * one) / inside)
        reliability = inside * one / (1 + (inside - 1) * one)
    return ceil(1.96 * sqrt(2) * sd * sqrt(1 - reliability))


def _line(name: str, said: str, then: int | None, now: int | None) -> str:
    return f"{name}: {said} [{then} {now}]"


_ROW = r"(?P<name>{name}): (?:(?P<way>up|down) (?P<points>\d+)|(?P<chance>moved, could be chance)|(?P<little>moved a little)|(?P<same>about the same)|(?P<few>too few answers to the same questions)|(?P<out>.*)) \[(?P<then>\d+|None) (?P<now>\d+|None)\]"


@dataclass(frozen=True)
class OnePersonTwice:
    """One person's two checks, scored on what both asked in the same words."""

    then: PersonalRound
    now: PersonalRound

    @property
    def form(self) -> Form:
        return Form.PULSE if Form.PULSE in (self.then.summary.form, self.now.summary.form) else Form.FULL

    @cached_property
    def shared(self) -> list[str]:
        texts = {each.id: each.text for each in self.then.questionnaire.items}
        asked = self.now.questionnaire
        both = set(self.then.questionnaire.asked(self.then.summary.form)) & set(asked.asked(self.now.summary.form))
        return [each.id for each in asked.items if each.id in both and texts[each.id] == each.text]

    def sheet(self, of: PersonalRound) -> Sheet:
        given = {key: each for key, each in of.response.answers.items() if key in self.shared}
        return Sheet(given, self.now.questionnaire, self.form)

    @cached_property
    def sheets(self) -> tuple[Sheet, Sheet]:
        return self.sheet(self.then), self.sheet(self.now)

    def scores(self, part_id: str) -> tuple[Fraction | None, Fraction | None]:
        then, now = self.sheets
        return then.score(part_id), now.score(part_id)

    def needed(self, part_id: str) -> int:
        asked = self.now.questionnaire
        if part_id in asked.theme_by_id:
            inside = [each for each in self.shared if asked.item_by_id[each].theme == part_id]
            return points_needed("theme", len(inside))
        themes = {each.id for each in asked.themes_of(part_id)}
        inside = [each for each in self.shared if asked.item_by_id[each].theme in themes]
        return points_needed("pulse" if self.form is Form.PULSE else "pillar", len(inside))

    def moved(self, part_id: str) -> int | None:
        then, now = self.scores(part_id)
        return None if then is None or now is None else wholly(now - then)

    @property
    def parts(self) -> list[str]:
        themes = [] if self.form is Form.PULSE else [each.id for each in self.now.questionnaire.themes]
        return [*(each.id for each in self.now.questionnaire.pillars), *themes]

    def changed(self, *, up: bool) -> set[str]:
        moved = {each: self.moved(each) for each in self.parts}
        return {
            each
            for each, points in moved.items()
            if points is not None and abs(points) >= self.needed(each) and (points > 0) is up
        }


def told_of_one(found: PersonalComparison) -> Iterator[Told]:
    yield Told("headline", change.headline(found))
    yield Told("about", change.about(found))
    for each in found.scores:
        row = change.row(each)
        yield Told("row", _line(row.name, row.said, row.then, row.now), each.id)
    yield from (Told("sure", each) for each in change.how_sure(found))
    yield from (Told("aloud", each) for each in [aloud.aloud_since(found.aloud)] if each)


def patterns_of_one(of: OnePersonTwice) -> list[Pattern]:
    names = Names(of.now.questionnaire)
    some = rf"(?:{names.any})(?:(?:, | and )(?:{names.any}))*"

    def ids(words: str | None) -> set[str]:
        return {names.ids[each] for each in re.findall(names.any, words or "")}

    def direction(_told: Told, found: Found) -> bool:
        return (ids(found["up"]), ids(found["down"])) == (of.changed(up=True), of.changed(up=False))

    def nothing(_told: Told, found: Found) -> bool:
        moved = [abs(points) for each in of.parts if (points := of.moved(each)) is not None]
        none_changed = not of.changed(up=True) and not of.changed(up=False)
        return none_changed and bool(found["chance"]) == any(each >= SAME for each in moved)

    def about(_told: Told, found: Found) -> bool:
        asked = of.now.questionnaire.asked(of.now.summary.form)
        then, now = (each.summary.closed_on for each in (of.then, of.now))
        assert then is not None
        assert now is not None
        if (found["then"], found["now"]) != (day(then), day(now)):
            return False
        if found["all"]:
            return len(of.shared) == len(asked)
        return len(of.shared) == (0 if found["none"] else number(found["count"]))

    def row(told: Told, found: Found) -> bool:
        then, now = of.scores(told.about)
        if then is None or now is None:
            return bool(found["few"])
        points, needed = wholly(now - then), of.needed(told.about)
        if (int(found["then"]), int(found["now"])) != (whole(then), whole(now)):
            return False
        if found["way"]:
            return (found["way"] == "up") is (points > 0) and int(found["points"]) == abs(points) >= needed
        return bool(found["same"]) is (abs(points) < SAME) and abs(points) < needed

    def needs(_told: Told, found: Found) -> bool:
        known = [each for each in of.parts if of.moved(each) is not None]
        pillars = {of.needed(each) for each in known if each in of.now.questionnaire.pillar_by_id}
        themes = {of.needed(each) for each in known if each in of.now.questionnaire.theme_by_id}
        planned = "pulse" if of.form is Form.PULSE else "pillar"
        wanted = [min(pillars, default=points_needed(planned, 99))]
        wanted += [min(themes, default=points_needed("theme", 99))] if found["theme"] else []
        said = [int(found["pillar"]), *([int(found["theme"])] if found["theme"] else [])]
        return said == wanted and bool(found["fewer"]) is (len(pillars) > 1 or len(themes) > 1)

    def rounded(_told: Told, _found: Found) -> bool:
        both = [(then, now) for then, now in map(of.scores, of.parts) if then is not None and now is not None]
        return any(abs(wholly(now - then)) != abs(whole(now) - whole(then)) for then, now in both)

    def lowest(_told: Told, found: Found) -> bool:
        themes = {each: of.scores(each)[0] for each in of.parts if each in of.now.questionnaire.theme_by_id}
        known = [score for score in themes.values() if score is not None]
        theme = names.ids[found["theme"]]
        return themes[theme] == min(known) and (of.moved(theme) or 0) > 0

    def said_aloud(_told: Told, found: Found) -> bool:
        marks = of.then.marks, of.now.marks
        both = [each for each in of.shared if all(each in one and one[each].aloud for one in marks)]
        counted = [sum(one[each].aloud is Aloud.NO for each in both) for one in marks]
        return [int(found[each]) for each in ("both", "then", "now")] == [len(both), *counted]

    return [
        pattern(
            "headline",
            rf"You describe more of (?P<up>{some}) than last time(?:, and less of (?P<down>{some}))?",
            direction,
        ),
        pattern("headline", rf"You describe less of (?P<down>{some}) than last time(?P<up>)", direction),
        pattern(
            "headline",
            r"(?:What moved since last time may be (?P<chance>chance)|You describe much the same place as last time)",
            nothing,
        ),
        pattern("headline", r"These two checks asked other questions", lambda _t, _f: not of.shared),
        pattern(
            "headline", r"Too few answers to compare", lambda _t, _f: all(of.moved(each) is None for each in of.parts)
        ),
        pattern(
            "about",
            r"(?P<then>[^.]*) and (?P<now>[^.]*)\. (?:(?P<all>All questions were the same)\.|(?P<none>No question was asked) .*|(?P<count>[\w-]+) questions? (?:was|were) asked in the same words by both; only (?:it is|they are) compared\.)",
            about,
        ),
        pattern("row", _ROW.format(name=names.any), row),
        pattern(
            "sure",
            r"Of one person a pillar counts as changed from (?P<pillar>\d+) points on(?:, a theme from (?P<theme>\d+))?\.(?P<fewer> Where fewer questions were asked alike, it takes more\.)? These numbers rest on planning values, .*",
            needs,
        ),
        pattern("sure", r"A difference is taken before its two numbers are rounded, .*", rounded),
        pattern("sure", rf"(?P<theme>{names.any}) was lowest last time\. What is lowest once .*", lowest),
        pattern(
            "aloud",
            r"Of (?P<both>\d+) questions of which you said it both times, (?P<then>\d+) were then nothing you would say aloud, and (?P<now>\d+) are now\.",
            said_aloud,
        ),
    ]


Moved = tuple[Fraction, Fraction, Fraction, float, float]
"""Then, now, the difference, and Welch's 95 % interval of it."""


def _moved(then: list[Fraction], now: list[Fraction]) -> Moved:
    before, after = (sum(each, Fraction(0)) / len(each) for each in (then, now))
    if len({*then}) == len({*now}) == 1:
        return before, after, after - before, float(after - before), float(after - before)
    around = ttest_ind([float(each) for each in now], [float(each) for each in then], equal_var=False)
    ends = around.confidence_interval(0.95)
    return before, after, after - before, float(ends.low), float(ends.high)


@dataclass(frozen=True)
class GroupTwice:
    """Two checks of a group that asked all the same questions."""

    then: GroupRound
    now: GroupRound

    @cached_property
    def _people(self) -> dict[tuple[int, Perspective], People]:
        return {
            (at, view): People(tuple(Sheet(each.answers, of.questionnaire, of.summary.form) for each in of.of(view)))
            for at, of in enumerate((self.then, self.now))
            for view in of.setup.perspectives
        }

    @cached_property
    def _moved(self) -> dict[tuple[Perspective, str], Moved]:
        return {}

    def scores(self, view: Perspective, part_id: str) -> list[list[Fraction]]:
        """Of everybody who has one, then and now."""
        return [self._people[at, view].scores(part_id) for at in (0, 1)]

    def moved(self, view: Perspective, part_id: str) -> Moved:
        if (view, part_id) not in self._moved:
            self._moved[view, part_id] = _moved(*self.scores(view, part_id))
        return self._moved[view, part_id]

    def kind(self, view: Perspective, part_id: str) -> str:
        _then, _now, apart, low, high = self.moved(view, part_id)
        if abs(wholly(apart)) < SAME:
            return "same"
        if low <= 0 <= high:
            return "chance"
        return "changed" if abs(apart) >= HALF_A_STEP else "little"


def told_of_a_group(found: GroupComparison) -> Iterator[Told]:
    for view in found.views:
        yield Told("headline", group_change.view_headline(found, view), view=view.perspective.value)
        for each, row in ((each, group_change.rows([each])[0]) for each in (*view.pillars, *view.themes)):
            yield Told("row", _line(row.name, row.said, row.then, row.now), each.id, view.perspective.value)
            if row.between:
                yield Told("between", row.between, each.id, view.perspective.value)
    yield from (Told("answered", f"{each}.") for each in group_change.answered(found).rstrip(".").split(". "))
    yield Told("asked", group_change.asked(found))
    yield from (Told("sure", each) for each in group_change.how_sure(found))
    yield from (Told("promised", each) for each in group_change.promises_said(found))
    yield from (Told("promise moved", each) for each in group_change.promises_moved(found))


def patterns_of_a_group(of: GroupTwice, result: GroupComparison) -> list[Pattern]:
    names = Names(of.now.questionnaire)
    views = {each.perspective.value: each for each in result.views}
    said_of = {"Leaders": Perspective.LEADER, "Staff": Perspective.STAFF, "People": of.now.setup.perspectives[0]}
    word = rf"(?:{names.any})"
    some = rf"{word}(?:(?:, | and ){word})*(?: and [\w-]+ more themes?)?"

    def compared(view: ViewBeside) -> list[str]:
        """What the result does not hide; what it must hide is judged elsewhere."""
        return list(view.changes)

    def changed(view: ViewBeside, *, up: bool) -> list[str]:
        inside = [each for each in compared(view) if of.kind(view.perspective, each) == "changed"]
        right = [each for each in inside if (of.moved(view.perspective, each)[2] > 0) is up]
        themes = [each for each in right if each in of.now.questionnaire.theme_by_id]
        return themes or right

    def listed(view: ViewBeside, words: str | None, *, up: bool) -> bool:
        named, wanted = [names.ids[each] for each in re.findall(names.any, words or "")], changed(view, up=up)
        more = re.search(r"and ([\w-]+) more", words or "")
        return set(named) <= set(wanted) and len(named) + (number(more[1]) if more else 0) == len(wanted)

    def direction(told: Told, found: Found) -> bool:
        view = views[told.view]
        return listed(view, found["up"], up=True) and listed(view, found["down"], up=False)

    def quiet(told: Told, found: Found) -> bool:
        view = views[told.view]
        kinds = {of.kind(view.perspective, each) for each in compared(view)}
        wanted = "little" if "little" in kinds else "chance" if "chance" in kinds else "same"
        return "changed" not in kinds and bool(found[wanted])

    def row(told: Told, found: Found) -> bool:
        view = Perspective(told.view)
        if told.about not in views[told.view].changes:
            return found["then"] == "None" and bool(found["out"])
        then, now, apart, _low, _high = of.moved(view, told.about)
        kind = of.kind(view, told.about)
        if (int(found["then"]), int(found["now"])) != (whole(then), whole(now)):
            return False
        if found["way"]:
            return (
                kind == "changed"
                and (found["way"] == "up") is (apart > 0)
                and int(found["points"]) == abs(wholly(apart))
            )
        return bool(found[kind])

    def interval(told: Told, found: Found) -> bool:
        """Coarse ends lie outside the interval by less than their step, and leave out 0 where it does."""
        _then, _now, _apart, low, high = of.moved(Perspective(told.view), told.about)
        ends = [int(found[each].replace("\u2212", "-")) for each in ("low", "high")]
        few = min(map(len, of.scores(Perspective(told.view), told.about))) < 14
        step, slack = (5, 0.0001) if few else (0.5, 0.5001)
        near = -step - slack <= ends[0] - low <= slack and -slack <= ends[1] - high <= step + slack
        aside = (low > 0) == (ends[0] > 0) and (high < 0) == (ends[1] < 0)
        return (near or (0 in (low, high)) or abs(ends[0]) == 1 or abs(ends[1]) == 1) and aside

    def answered(_told: Told, found: Found) -> bool:
        view = said_of[found["who"].capitalize()]
        then, now = (len(each.of(view)) for each in (of.then, of.now))
        return (int(found["then"]), int(found["now"] or found["then"])) == (then, now) and bool(found["now"]) is (
            then != now
        )

    def once(_told: Told, found: Found) -> bool:
        view, this = said_of[found["who"]], found["when"] == "this"
        inside, outside = (of.now, of.then) if this else (of.then, of.now)
        return view in inside.setup.perspectives and view not in outside.setup.perspectives

    def rounded(_told: Told, _found: Found) -> bool:
        both = [of.moved(view.perspective, each)[:3] for view in result.views for each in compared(view)]
        return any(abs(wholly(apart)) != abs(whole(now) - whole(then)) for then, now, apart in both)

    def lowest(_told: Told, found: Found) -> bool:
        view = said_of[found["who"].capitalize()]
        theme = names.ids[found["theme"]]
        beside = next(each for each in result.views if each.perspective is view)
        themes = [each for each in compared(beside) if each in of.now.questionnaire.theme_by_id]
        then = {each: of.moved(view, each)[0] for each in themes}
        return then[theme] == min(then.values()) and of.moved(view, theme)[2] > 0

    def promised(_told: Told, found: Found) -> bool:
        return any(
            (each.text, each.who or None, each.status.value)
            == (found["what"], found["who"], "kept" if found["status"] == "done" else "open")
            for each in of.then.promises
        )

    def should_move(_told: Told, found: Found) -> bool:
        promise = next(each for each in of.then.promises if each.text == found["what"])
        theme, view = names.ids[found["theme"]], said_of[found["who"]]
        asked = {of.now.questionnaire.item_by_id[each].theme for each in promise.questions}
        if theme not in asked:
            return False
        if found["why"]:
            return theme not in next(each for each in result.views if each.perspective is view).changes
        kind = of.kind(view, theme)
        return {"moved": kind in ("changed", "little"), "about the same": kind == "same"}.get(
            found["moved"], kind == "chance"
        )

    return [
        pattern(
            "headline",
            rf"(?:Leaders|Staff|People) describe more of (?P<up>{some}) than in {month(_closed(of.then))}(?:, and less of (?P<down>{some}))?",
            direction,
        ),
        pattern(
            "headline",
            rf"(?:Leaders|Staff|People) describe less of (?P<down>{some}) than in {month(_closed(of.then))}(?P<up>)",
            direction,
        ),
        pattern(
            "headline",
            rf"(?:Leaders|Staff|People)(?:: a (?P<little>little) moved since {month(_closed(of.then))}, nothing of it by 12\.5 points|: what moved since {month(_closed(of.then))} may be (?P<chance>chance)| describe much the (?P<same>same) place as in {month(_closed(of.then))})",
            quiet,
        ),
        pattern("row", _ROW.format(name=names.any), row),
        pattern("between", r"(?P<low>[+\u2212]?\d+) to (?P<high>[+\u2212]?\d+)", interval),
        pattern(
            "answered",
            r"(?P<then>\d+) (?P<who>leaders|staff|people) then(?: and now; whether they are the same people, no sheet says|, (?P<now>\d+) now, not all of them the same people)\.",
            answered,
        ),
        pattern("answered", r"(?P<who>Leaders|Staff) were asked (?P<when>this|last) time only\.", once),
        pattern(
            "asked",
            r"All questions were asked in the same words\.",
            lambda _t, _f: of.then.questionnaire == of.now.questionnaire,
        ),
        pattern(
            "sure",
            r"Changed is what moved by 12\.5 points or more with a 95 % interval .*",
            lambda _t, _f: any(each.changes for each in result.views),
        ),
        pattern("sure", r"A difference is taken before its two numbers are rounded, .*", rounded),
        pattern(
            "sure",
            rf"(?P<theme>{names.any}) was lowest among (?P<who>leaders|staff|people) then\. What is lowest once .*",
            lowest,
        ),
        pattern("promised", r"\u201c(?P<what>[^\u201d]*)\u201d(?: \((?P<who>[^)]*)\))?: (?P<status>.*)\.", promised),
        pattern(
            "promise moved",
            rf"\u201c(?P<what>[^\u201d]*)\u201d should be seen in (?P<theme>{names.any})\. (?P<who>Leaders|Staff|People): (?P<moved>moved|about the same|cannot be told yet)(?:, (?P<why>[Nn]ot .*|asked otherwise|too .*|fewer .*)|,? ?.*)\.",
            should_move,
        ),
    ]


def _closed(of: GroupRound | PersonalRound) -> date:
    assert of.summary.closed_on is not None
    return of.summary.closed_on


def reworded(of: PersonalRound, items: set[str]) -> PersonalRound:
    """With other words for these questions."""
    changed = tuple(
        replace(each, text=f"{each.text} Or not.") if each.id in items else each for each in of.questionnaire.items
    )
    return replace(of, questionnaire=replace(of.questionnaire, version="1.2.0", items=changed))


# A promise asked again: its few questions then and now.


@dataclass(frozen=True)
class AskedAgain:
    """The check after which it was made, and the one that asked its questions again; both of one person or of a group."""

    then: PersonalRound | GroupRound
    again: PersonalRound | GroupRound
    questions: tuple[str, ...]

    def means(self, of: PersonalRound | GroupRound, view: Perspective) -> list[Fraction]:
        """Of everybody with enough answers to these questions."""
        responses = [of.response] if isinstance(of, PersonalRound) else of.of(view)
        found = (self._mean(Sheet(each.answers, self.then.questionnaire, Form.FULL)) for each in responses)
        return [each for each in found if each is not None]

    def _mean(self, sheet: Sheet) -> Fraction | None:
        items = [self.then.questionnaire.item_by_id[each] for each in self.questions]
        known = [level for each in items if (level := sheet.level(each)) is not None]
        applicable = len(items) - sum(sheet.given.get(each.id) == Answer.NOT_APPLICABLE for each in items)
        return mean(known) if len(known) >= min(2, len(items)) and 2 * len(known) >= applicable else None

    def of_one(self) -> tuple[int, int]:
        """Points moved on the questions with a point both times, and how many those are."""
        levels = []
        for each in self.questions:
            item = self.then.questionnaire.item_by_id[each]
            both = [
                Sheet(of.response.answers, self.then.questionnaire, Form.FULL).level(item)
                for of in (self.then, self.again)
            ]
            if None not in both:
                levels.append(both)
        if not levels:
            return 0, 0
        then, now = (sum(each, Fraction(0)) / len(levels) for each in zip(*levels, strict=True))
        return wholly(now - then), len(levels)


def told_again(found: Retest) -> Iterator[Told]:
    for each in retests.outcome(found):
        view = next(
            (one.perspective.value for one in found.views if each.lower().startswith(f"{people(one.perspective)}:")), ""
        )
        yield Told("again", each, view=view or (found.views[0].perspective.value if found.views else ""))
    yield from (Told("answer again", each) for each in retests.answered_then(found, {}))


def patterns_again(of: AskedAgain) -> list[Pattern]:
    asked = of.then.questionnaire

    def one(_told: Told, found: Found) -> bool:
        points, questions = of.of_one()
        if found["unread"] or not questions:
            return "one of the two answers is no point" in (found["unread"] or "") and not questions
        needed, ends = (
            points_needed("theme", questions),
            [int(found[each].replace("\u2212", "-")) for each in ("low", "high")],
        )
        kind = "changed" if abs(points) >= needed else "same" if abs(points) < SAME else "chance"
        wanted = [max(points - needed, -100), min(points + needed, 100)]
        if found["way"]:
            wanted = sorted(max(1, abs(each)) for each in wanted)
            return kind == "changed" and (found["way"] == "up") is (points > 0) and ends == wanted
        return bool(found[kind]) and ends == wanted

    def several(told: Told, found: Found) -> bool:
        view = Perspective(told.view)
        then, now = (of.means(each, view) for each in (of.then, of.again))
        counted = [len(each.of(view)) for each in (of.then, of.again) if isinstance(each, GroupRound)]
        if [int(found["then"]), int(found["now"])] != counted:
            return False
        if found["unread"]:
            return True
        _then, _now, apart, low, high = _moved(then, now)
        kind = (
            "same"
            if abs(wholly(apart)) < SAME
            else "chance"
            if low <= 0 <= high
            else "changed"
            if abs(apart) >= HALF_A_STEP
            else "little"
        )
        said = (
            "changed"
            if found["way"] and not found["little"]
            else "little"
            if found["way"]
            else "same"
            if found["same"]
            else "chance"
        )
        ends = [int(found[each].replace("\u2212", "-")) for each in ("low", "high")]
        if found["way"] == "down":
            ends = [-ends[1], -ends[0]]
        return (
            kind == said
            and ends[0] <= max(low, 1 if ends[0] == 1 else low)
            and ends[1] >= min(high, -1 if ends[1] == -1 else high)
        )

    def answers(_told: Told, found: Found) -> bool:
        assert isinstance(of.then, PersonalRound)
        assert isinstance(of.again, PersonalRound)
        item = next(
            each for each in asked.items if asked.wording(each.id, of.then.response.perspective) == found["question"]
        )
        return [found["before"], found["after"]] == [
            answer_words(each.response.answer(item.id), asked) for each in (of.then, of.again)
        ]

    moved = r"(?:[Mm]oved (?P<way>up|down)(?P<little> a little)?, by (?P<low>\d+) to (?P<high>\d+) points|(?:(?P<same>[Aa]bout the same)|(?P<chance>[Cc]annot be told yet)); the difference lies between (?P<low2>\u2212?\d+) and (?P<high2>\u2212?\d+) points|(?P<unread>[Cc]annot be told(?: yet)?: .*?))"

    def ends(check: Check) -> Check:
        def read(told: Told, found: Found) -> bool:
            return check(
                told,
                {
                    **found,
                    "low": found["low"] or found["low2"],
                    "high": found["high"] or found["high2"],
                    "changed": found["way"],
                },
            )

        return read

    return [
        pattern("again", r"Asked again on .*\.", lambda t, _f: t.words == f"Asked again on {day(_closed(of.again))}."),
        pattern("again", rf"{moved}\.", ends(one))
        if isinstance(of.then, PersonalRound)
        else pattern(
            "again",
            rf"(?:(?:Leaders|Staff): )?{moved} \((?P<then>\d+) answered then, (?P<now>\d+) now\)\.",
            ends(several),
        ),
        pattern(
            "answer again",
            r"\u201c(?P<question>[^\u201d]*)\u201d \u201c(?P<before>[^\u201d]*)\u201d then, \u201c(?P<after>[^\u201d]*)\u201d now\.",
            answers,
        ),
        pattern("answer again", r"\u201c[^\u201d]*\u201d Then: \.", lambda _t, _f: isinstance(of.then, GroupRound)),
    ]
