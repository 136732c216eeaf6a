"""For each kind of sentence of a group's result what must be so for it to be true."""
# A pattern stands on one line, beside the sentence it is read with.
# ruff: noqa: C901, E501

import re
from fractions import Fraction

from tests.app.truth.numbers import number
from tests.app.truth.one_group import CUTS, FEW, HALF_A_STEP, LEADER, OFTEN, STAFF, VIEWS, OneGroup
from tests.app.truth.patterns_of_sums import worked_out
from tests.app.truth.raw_answers import BANDS, band, how_often, kinds_apart, whole, wholly
from tests.app.truth.told import Found, Pattern, Told, pattern
from trustcheck.app.results.group import GapShown, Shown
from trustcheck.domain.questionnaire.answers import Fact
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.words.days import day


def patterns_for(of: OneGroup) -> list[Pattern]:
    return [
        *_story(of),
        *_why(of),
        *_values(of),
        *_themes(of),
        *_between(of),
        *_steps(of),
        *_rest(of),
        *_in_short(of),
        *worked_out(of),
    ]


def says_why(found: Found, points: int, beside: tuple[int, int]) -> bool:
    """ "Before rounding" stands where a difference is not that of the two whole numbers beside it, and nowhere else."""
    return bool(found["rounded"]) == (abs(beside[0] - beside[1]) != points)


def _story(of: OneGroup) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)
    seldom = f"(?P<seldom>{often}|less often still|less often)"

    def lower(high: Fraction, low: Fraction, words: str) -> bool:
        if words.startswith("less often"):
            return band(high) == band(low) and high > low and (band(low) == 0) == words.endswith("still")
        return how_often(low) == words

    def gap(told: Told, found: Found) -> bool:
        theme = of.names.ids[found["theme"]]
        more, less = (LEADER, STAFF) if told.words.startswith("Leaders") else (STAFF, LEADER)
        high, low = of.mean(more, theme), of.mean(less, theme)
        return (
            high - low >= HALF_A_STEP
            and how_often(high) == found["often"]
            and lower(high, low, found["seldom"])
            and of.own(found["theme"]) < CUTS[1]
        )

    def apart(_told: Told, found: Found) -> bool:
        high, low = of.own(found["high"]), of.own(found["low"])
        return (
            whole(high) - whole(low) >= HALF_A_STEP
            and how_often(high) == found["often"]
            and lower(high, low, found["seldom"])
        )

    def level(words: str) -> Pattern:
        wanted = next(each for each in OFTEN if each in words)
        said = words.replace("NAMES", f"(?P<names>{name}(?: and {name})?)")

        def is_so(_told: Told, found: Found) -> bool:
            named = re.findall(of.names.any, found["names"])
            everything = {of.names.ids[each] for each in named} == of.shown_means(pillars=True).keys()
            return everything and all(how_often(of.own(each)) == wanted for each in named) and of.nothing_stands_out()

        return pattern("story", said, is_so)

    def between(_told: Told, found: Found) -> bool:
        words = how_often(of.own(found["high"])), how_often(of.own(found["low"]))
        return words == (found["often"], found["seldom"]) and of.nothing_stands_out()

    def in_place(_told: Told, found: Found) -> bool:
        theme = of.names.ids[found["theme"]]
        return (
            of.has_fact(theme, Fact.YES)
            and band(of.mean(VIEWS[found["who"]], theme)) == 0
            and of.believer() is VIEWS[found["who"]]
        )

    def not_felt(_told: Told, found: Found) -> bool:
        theme = of.names.ids[found["theme"]]
        return of.has_fact(theme, Fact.YES) and of.mean(LEADER, theme) >= CUTS[1] and of.mean(STAFF, theme) < CUTS[0]

    def widest(_told: Told, found: Found) -> bool:
        assert of.headline is not None
        people, theme = of.people[of.headline], of.names.ids[found["theme"]]
        split = [each for each in of.shown_means() if of.is_split(each)]
        return theme in split and people.lie_apart(theme) == max(people.lie_apart(each) for each in split)

    def below(_told: Told, found: Found) -> bool:
        return (
            of.is_far_below(found["themes"], found["pillar"]) and how_often(of.own(found["pillar"])) == found["often"]
        )

    def tasks(_told: Told, _found: Found) -> bool:
        assert of.headline is not None
        items, means = of.asked.item_by_id, of.shown_means()
        left, decided = (of.told_level(items[each], of.headline) for each in ("TT1", "RD1"))
        themes = means["TT"] >= CUTS[1] and all(means.get(each, 0) < CUTS[1] for each in ("RD", "RV"))
        return left >= CUTS[1] and decided <= CUTS[0] and themes

    def quieter(_told: Told, _found: Found) -> bool:
        both = all(band(of.shown_means()[each]) == 0 for each in ("FR", "SC"))
        return both and any(band(each) for each in of.shown_means(pillars=True).values())

    def seen(_told: Told, _found: Found) -> bool:
        means, around = of.shown_means(), of.shown_means(pillars=True)["openness"]
        usual = all(means[each] >= CUTS[1] for each in ("RV", "SC"))
        return usual and whole(means["RV"]) - whole(around) >= 5 and of.nothing_stands_out()

    some = f"(?P<themes>{name}(?:(?:, | and ){name})*)"
    return [
        pattern(
            "story",
            r"(?:Staff describe important tasks left in their hands; what they say|As you describe it, important tasks lie in people\u2019s hands; their words) in public (?:is|are) decided for them\.",
            tasks,
        ),
        pattern(
            "story",
            r"(?:Staff|You) seldom see slips heard fairly or criticism answered[;:] what was scaled down (?:here )?for fear of the next headline\?",
            quieter,
        ),
        pattern(
            "story",
            r"As (?:staff|you) describe it, outsiders hear real voices and get answers: that can be a reason to work or buy here\.",
            seen,
        ),
        pattern("story", rf"Leaders see (?P<theme>{name}) (?P<often>{often}); staff see it {seldom}\.", gap),
        pattern("story", rf"Staff see (?P<theme>{name}) (?P<often>{often}); leaders themselves see it {seldom}\.", gap),
        pattern(
            "story",
            rf"(?:Staff|You) see (?P<high>{name}) (?P<often>{often}); (?P<low>{name}) (?:they|you) see {seldom}\.",
            apart,
        ),
        pattern(
            "story",
            rf"(?:Staff|You) see (?P<pillar>{name}) (?P<often>{often}); {some} (?:stays? behind the rest of it|is the part you see less of|are the parts you see less of)\.",
            below,
        ),
        pattern(
            "story",
            rf"(?:Staff|You) see (?P<high>{name}) (?P<often>{often}) and (?P<low>{name}) (?P<seldom>{often}); the two lie close together\.",
            between,
        ),
        pattern(
            "story",
            rf"Something is in place for (?P<theme>{name}), but (?P<who>leaders|staff) seldom see it\.",
            in_place,
        ),
        pattern(
            "story", rf"Leaders have put something in place for (?P<theme>{name}); staff hardly notice it\.", not_felt
        ),
        pattern(
            "story",
            rf"Staff describe several places at once, most of all for (?P<theme>{name}); the mean hides it\.",
            widest,
        ),
        pattern(
            "story",
            rf"You do not describe the same place, least of all for (?P<theme>{name}); the mean hides it\.",
            widest,
        ),
        level("(?:Staff|You) seldom see NAMES; .*"),
        level("(?:Staff|You) see NAMES now and then; what makes the good days good is worth finding out\\."),
        level("(?:Staff|You) often see NAMES; .*"),
        level("(?:Staff|You) nearly always see NAMES; .*"),
        pattern(
            "story",
            r"There is nothing to show here yet: .*",
            lambda _t, _f: of.headline is None or not of.shown_means(pillars=True),
        ),
    ]


def _why(of: OneGroup) -> list[Pattern]:
    name = f"(?:{of.names.any})"

    def stands(_told: Told, found: Found) -> bool:
        return whole(of.own(found["name"])) == int(found["score"])

    def by(_told: Told, found: Found) -> bool:
        return whole(of.mean(VIEWS[found["who"].lower()], of.names.ids[found["name"]])) == int(found["score"])

    def both(_told: Told, found: Found) -> bool:
        return (whole(of.own(found["high"])), whole(of.own(found["low"]))) == (int(found["most"]), int(found["least"]))

    def sides(_told: Told, found: Found) -> bool:
        theme = of.names.ids[found["name"]]
        numbers = whole(of.mean(LEADER, theme)), whole(of.mean(STAFF, theme))
        points = abs(wholly(of.gap(theme)))
        apart = found["apart"] is None or (points == int(found["apart"]) and says_why(found, points, numbers))
        return numbers == (int(found["leaders"]), int(found["staff"])) and apart

    def widest(_told: Told, found: Found) -> bool:
        kinds = {
            each.theme.id: each.gap
            for each in of.result.themes
            if isinstance(each.gap, GapShown) and each.gap.kind.is_strong
        }
        means = of.shown_means()
        low = {each: abs(of.gap(each)) for each in kinds if each in means and means[each] < CUTS[1]}
        return any(kinds[each].kind.value == found["kind"] and low[each] == max(low.values()) for each in low)

    def answered(_told: Told, found: Found) -> bool:
        view = VIEWS[found["who"]]
        item, people = of.item_of(found["question"], view), of.people[view]
        n = len(people.points(item))
        if found["count"] is None:
            return number(found["n"]) == n and of.is_usual_answer(found["answer"], item, view)
        count = of.gave_good_answers(item, view)
        told = number(found["count"]) == count and min(count, n - count) >= 3 and n >= FEW
        return told and number(found["n"]) == n and (found["good"] == "seldom or less") == item.reverse

    return [
        pattern("why", rf"(?P<name>{name}) stands at (?P<score>\d+) of 100\.", stands),
        pattern("why", rf"(?P<who>Leaders|Staff) put (?P<name>{name}) at (?P<score>\d+) of 100\.", by),
        pattern("why", rf"(?P<high>{name}) stands at (?P<most>\d+), (?P<low>{name}) at (?P<least>\d+)\.", both),
        pattern(
            "why",
            rf"(?P<name>{name}): leaders (?P<leaders>\d+), staff (?P<staff>\d+)(?:, (?P<apart>\d+) points apart(?P<rounded>, before rounding)?)?\.",
            sides,
        ),
        pattern(
            "why",
            r"Of the clear and possible gaps in themes below 62.5 it is the widest: a (?P<kind>clear gap|possible gap)\.",
            widest,
        ),
        pattern(
            "why",
            r"On average one question stands at 62.5 or more, another at 37.5 or less, and no theme disagrees\.",
            lambda _t, _f: of.shown_means()["RD"] < CUTS[1] <= of.shown_means()["TT"],
        ),
        pattern(
            "why",
            r"Both themes stand below 37.5, and not every pillar does\.",
            lambda _t, _f: any(each >= CUTS[0] for each in of.shown_means(pillars=True).values()),
        ),
        pattern(
            "why",
            r"Both themes stand at 62.5 or above, the first of them above its pillar\.",
            lambda _t, _f: of.shown_means()["RV"] > of.shown_means(pillars=True)["openness"],
        ),
        pattern("why", r"It names a direction and does not say who is right\.", lambda _t, _f: True),
        pattern(
            "why",
            r"A fact is answered \u201cyes\u201d, (?:leaders often see the theme, and staff seldom do|and (?:leaders|staff) seldom see the theme)\.",
            lambda _t, _f: True,
        ),
        pattern(
            "why",
            r"The fact: (?P<fact>.*)",
            lambda _t, f: any(
                each.text == f["fact"] and of.facts.get(each.id) is Fact.YES for each in of.asked.practices
            ),
        ),
        pattern(
            "why",
            r"Two pillars lie at least 12\.5 points \(half an answer step\) apart\.",
            lambda _t, _f: (
                wholly(max(of.shown_means(pillars=True).values())) - whole(min(of.shown_means(pillars=True).values()))
                >= HALF_A_STEP
            ),
        ),
        pattern(
            "why", r"A theme lies 15 points or more below its pillar\.", lambda _t, _f: not of.nothing_stands_out()
        ),
        pattern(
            "why",
            r"The answers of (?P<who>leaders|staff) to at least one theme lie too far apart .*",
            lambda _t, f: of.headline is VIEWS[f["who"]] and any(map(of.is_split, of.shown_means())),
        ),
        pattern("why", rf"Furthest apart: (?P<theme>{name})\.", lambda _t, f: of.is_split(of.names.ids[f["theme"]])),
        pattern("why", r"There is no clear or possible gap in a low theme, .*", lambda _t, _f: of.nothing_stands_out()),
        pattern(
            "why",
            r"No view has a pillar that may be shown\.",
            lambda _t, _f: of.headline is None or not of.shown_means(pillars=True),
        ),
        pattern(
            "answers",
            r"(?:(?P<count>\w+) of )?(?P<n>\w+) (?P<who>leaders|staff) answered (?:(?P<good>often or more|seldom or less)|\u201c(?P<answer>[^\u201d]*)\u201d on average): (?P<question>.*)",
            answered,
        ),
    ]


def _values(of: OneGroup) -> list[Pattern]:
    def value(told: Told, found: Found) -> bool:
        people = of.people[Perspective(told.view)]
        known = people.scores(told.about)
        invited = max(of.round.setup.invited[Perspective(told.view)], len(people.sheets))
        if found["band"] == "no band":
            called = 10 * len(people.sheets) < 6 * invited
        else:
            first, _to, last = found["band"].partition(" to ")
            called = (
                BANDS.index(first) <= band(people.mean(told.about)) <= BANDS.index(last or first)
                and 10 * len(people.sheets) >= 6 * invited
            )
        return (
            len(known) == int(found["n"]) >= of.round.setup.threshold
            and whole(people.mean(told.about)) == int(found["mean"])
            and called
        )

    def classes(told: Told, _found: Found) -> bool:
        known = of.people[Perspective(told.view)].scores(told.about)
        counted = [sum(score < CUTS[0] for score in known), 0, sum(score >= CUTS[1] for score in known)]
        counted[1] = len(known) - counted[0] - counted[2]
        parts = [tuple(map(int, re.findall(r"\d+", part))) for part in told.words.split(", ")]
        return (
            len(known) >= FEW
            and all(n == sum(counted[a : b + 1]) and n >= 3 for a, b, n in parts)
            and sum(n for _a, _b, n in parts) == len(known)
        )

    def counted(told: Told, found: Found) -> bool:
        view, item = Perspective(told.view), of.asked.item_by_id[told.about]
        n, count = len(of.people[view].points(item)), of.gave_good_answers(item, view)
        return (
            (int(found["count"]), int(found["n"])) == (count, n)
            and n >= FEW
            and min(count, n - count) >= 3
            and (found["good"] == "seldom or less") == item.reverse
        )

    def average(told: Told, found: Found) -> bool:
        return of.is_usual_answer(found["answer"], of.asked.item_by_id[told.about], Perspective(told.view))

    def unseen(told: Told, found: Found) -> bool:
        view, item = Perspective(told.view), of.asked.item_by_id[told.about]
        dark, points = of.people[view].could_not_see(item), len(of.people[view].points(item))
        share = Fraction(100 * dark, dark + points)
        told_share = whole(share) == int(found["share"]) if found["share"] else number(found["count"]) == dark
        return told_share and number(found["n"]) == dark + points and share >= 30 and VIEWS[found["who"]] is view

    def headline(_told: Told, found: Found) -> bool:
        dark = of.unseen()
        least = min((share for _view, _item, share in dark), default=Fraction(0))
        wanted = "nobody could" if least == 100 else "many could not" if least >= 50 else "some could not"
        return number(found["count"]) == len({item for _view, item, _share in dark}) and found["part"] == wanted

    return [
        pattern("value", r"(?P<mean>\d+) of 100 from (?P<n>\d+), (?P<band>[A-Za-z ]+)", value),
        pattern("classes", r"\d-\d \d+(?:, \d-\d \d+)*", classes),
        pattern("item", r"(?P<count>\d+) of (?P<n>\d+) (?P<good>often or more|seldom or less)", counted),
        pattern("item", r"\u201c(?P<answer>[^\u201d]*)\u201d on average", average),
        pattern(
            "unseen",
            r"(?:(?P<count>\w+) of |(?P<share>\d+) % of )(?P<n>\w+) (?P<who>leaders|staff) could not see this: .*",
            unseen,
        ),
        pattern(
            "unseen headline",
            r"(?P<count>\w+) things? (?P<part>nobody could|many could not|some could not) see",
            headline,
        ),
        pattern(
            "unseen headline",
            r"(?P<some>Of what may be told, n|N)othing stayed in the dark for three in ten or more",
            lambda _t, f: not of.unseen() and f["some"].startswith("Of") == any(of.round.told_beside.values()),
        ),
        pattern(
            "unseen headline", r"Too few answers to say what stayed in the dark", lambda _t, _f: of.headline is None
        ),
    ]


def _themes(of: OneGroup) -> list[Pattern]:
    unit = (
        r"(?:(?P<split>Leaders|Staff) (?P<how>are in two camps|describe different places)\. )?"
        r"(?P<n>\w+) (?P<who>leaders?|staff) describe this as there \u201c(?P<answer>[^\u201d]*)\u201d on average: (?P<mean>\d+) of 100, "
        r"(?:and everyone invited has answered|and (?P<low>\d+) to (?P<high>\d+) if the (?P<silent>\w+) without a score here counted 0, or 100)\."
    )

    def one(theme_id: str, found: Found) -> bool:
        view = VIEWS["leaders" if found["who"].startswith("leader") else "staff"]
        people, known = of.people[view], of.people[view].scores(theme_id)
        invited = max(of.round.setup.invited[view], len(people.sheets))
        mean, silent = people.mean(theme_id), invited - len(known)
        answer = of.asked.scale[whole(Fraction(whole(mean), 25))].lower()
        if number(found["n"].lower()) != len(known) or whole(mean) != int(found["mean"]) or found["answer"] != answer:
            return False
        camps, apart = people.are_in_two_camps(theme_id), people.describe_different_places(theme_id)
        wanted = "are in two camps" if camps else "describe different places" if apart else None
        if found["how"] != wanted:
            return False
        if found["low"] is None:
            return silent == 0
        low = Fraction(len(known)) * mean / invited
        ends = whole(low), whole(low + Fraction(100 * silent, invited))
        return (
            ends == (int(found["low"]), int(found["high"])) and number(found["silent"].replace("one", "one")) == silent
        )

    def theme(told: Told, _found: Found) -> bool:
        found = list(re.finditer(unit, told.words))
        whole_of_it = " ".join(each.group(0) for each in found) == told.words
        return whole_of_it and all(one(told.about, each.groupdict()) for each in found)

    def tag(told: Told, _found: Found) -> bool:
        means = of.shown_means()
        return {
            "start here": lambda: of.first[:1] == [told.about],
            "a strength": lambda: means[told.about] >= CUTS[1] and not of.is_split(told.about),
            "relatively strongest": lambda: whole(means[told.about]) == max(map(whole, means.values())),
            "opinions differ": lambda: of.is_split(told.about),
        }[told.words]()

    return [
        pattern("theme", r".*", theme),
        pattern("tag", r"start here|a strength|relatively strongest|opinions differ", tag),
    ]


def _between(of: OneGroup) -> list[Pattern]:
    often = "|".join(OFTEN)

    def alike(told: Told, _found: Found) -> bool:
        return abs(wholly(of.gap(told.about))) < 5

    def shown(told: Told) -> GapShown:
        parts = {each.theme.id: each.gap for each in of.result.themes} | {
            each.pillar.id: each.gap for each in of.result.pillars
        }
        found = parts[told.about]
        assert isinstance(found, GapShown)
        return found

    def apart(told: Told, found: Found) -> bool:
        gap, kind = of.gap(told.about), found["kind"]
        if (
            int(found["points"]) != abs(wholly(gap))
            or (gap > 0) != (found["higher"] == "Leaders")
            or (found["higher"] == "Leaders") != (found["lower"] == "staff")
            or not says_why(
                found, abs(wholly(gap)), (whole(of.mean(LEADER, told.about)), whole(of.mean(STAFF, told.about)))
            )
        ):
            return False
        if (abs(gap) < HALF_A_STEP) != kind.startswith(": similar views"):
            return False
        ends = [int(each) for each in re.findall(r"\d+", kind)]
        interval = shown(told).interval
        crosses = interval.low <= 0 <= interval.high
        if "wide" in kind:
            near = (not crosses and len(ends) == 2 and ends[0] <= abs(gap) <= ends[1]) or (
                crosses and kind.count("up to") == 1 and abs(gap) <= ends[0]
            )
            return near and not ("possible" in kind and crosses)
        return True

    def sides(told: Told, found: Found) -> bool:
        gap = of.gap(told.about)
        return abs(gap) >= HALF_A_STEP and (gap > 0) == found["sides"].startswith("Leaders")

    def fact(told: Told, found: Found) -> bool:
        theme = told.about
        if found["habit"]:
            return (
                of.believer() is VIEWS[found["habit"].lower()]
                and how_often(of.belief(theme)) == found["often1"]
                and of.belief(theme) >= CUTS[1]
                and of.has_fact(theme, Fact.NO)
            )
        if found["paper"]:
            return (
                of.believer() is VIEWS[found["paper"]]
                and how_often(of.belief(theme)) == found["often2"]
                and of.belief(theme) <= CUTS[0]
                and of.has_fact(theme, Fact.YES)
            )
        return (
            how_often(of.mean(LEADER, theme)) == found["often3"]
            and of.mean(STAFF, theme) < CUTS[0]
            and of.has_fact(theme, Fact.YES)
        )

    said_sides = (
        r"(?P<sides>Leaders describe more of this than staff do\.|Staff describe more of this than leaders do\.)"
    )
    said_fact = (
        rf"(?:(?P<habit>Leaders|Staff) see this (?P<often1>{often}), and a fact says that nothing holds it up\."
        rf"|A fact says it is in place, and (?P<paper>leaders|staff) see it (?P<often2>{often})\."
        rf"|It is in place and leaders see it (?P<often3>{often}); staff seldom do\.)"
    )
    asks = r"(?: Ask both sides for two recent examples: [^?]*\?| Staff are kinder to you than you are: [^?]*\?)?"
    wonders = (
        r"(?: It works by habit: [^?]*\?| The paper exists: [^?]*\?| What would staff have to see to notice it\?)?"
    )

    def both(told: Told, found: Found) -> bool:
        return (found["sides"] is None or sides(told, found)) and (
            not any(found[each] for each in ("habit", "paper", "often3")) or fact(told, found)
        )

    def similar(told: Told, found: Found) -> bool:
        points = abs(wholly(of.gap(told.about)))
        return (
            points < 5
            if found["points"] is None
            else points == int(found["points"]) and abs(of.gap(told.about)) < HALF_A_STEP
        )

    def alone(told: Told, _found: Found) -> bool:
        return sum(isinstance(each, Shown) for each in of.result.theme(told.about).views.values()) == 1

    words = rf"(?:{said_sides}{asks} ?)?(?:{said_fact}{wonders})?"
    return [
        pattern("gap", r"Leaders and staff describe this much alike\.", alike),
        pattern(
            "gap",
            r"(?P<higher>Leaders|Staff) describe this (?P<points>\d+) points (?P<rounded>\(before rounding\) )?higher than (?P<lower>leaders|staff)(?P<kind>[:.].*)",
            apart,
        ),
        pattern("conflict", words, both),
        pattern("together", words, both),
        pattern(
            "together",
            r"Leaders and staff describe this (?:much alike|similarly, (?P<points>\d+) points apart(?:, before rounding)?)\. Ask for one .*",
            similar,
        ),
        pattern("together", r"One view only\. .*", alone),
    ]


def _steps(of: OneGroup) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)

    def beside(told: Told, found: Found) -> bool:
        score = of.own(found["theme"])
        if (
            of.names.ids[found["theme"]] != told.about
            or whole(score) != int(found["score"])
            or of.headline is not VIEWS[found["who"].lower()]
        ):
            return False
        if found["same"]:
            return abs(whole(score) - whole(of.own(found["same"]))) < 5
        return not found["pillar"] or whole(of.own(found["pillar"])) == int(found["around"])

    def low(told: Told, found: Found) -> bool:
        assert of.headline is not None
        item = of.item_of(found["question"], of.headline)
        levels = of.people[of.headline].levels(item)
        mean = sum(levels, Fraction(0)) / len(levels)
        raw = Fraction(sum(of.people[of.headline].points(item)), len(levels))
        nearest = found["answer"] is None or abs(
            raw - [label.lower() for label in of.asked.scale].index(found["answer"]) - 1
        ) <= Fraction(52, 100)
        coarse = len(levels) < FEW or of.headline in of.round.joined_late
        return (
            item.theme == told.about
            and (found["about"] is not None) == coarse
            and (
                int(found["mean"]) in of.steps and abs(mean - int(found["mean"])) <= Fraction(25, 2)
                if found["about"]
                else whole(mean) == int(found["mean"])
            )
            and int(found["mean"]) <= 50
            and nearest
            and (found["answer"] is not None) == item.reverse
        )

    def gap(told: Told, found: Found) -> bool:
        value = of.gap(told.about)
        return (
            abs(value) >= HALF_A_STEP
            and (value > 0) == found["sides"].startswith("Leaders")
            and of.result.theme(told.about).gap.kind.value == found["kind"]
        )  # type: ignore[union-attr]

    def against(told: Told, found: Found) -> bool:
        practices = [each for each in of.asked.practices_of(told.about) if each.text == found["text"]]
        if len(practices) != 1:
            return False
        fact = of.facts[practices[0].id]
        if found["often"]:
            return (
                fact is Fact.YES
                and of.believer() is VIEWS[found["who"]]
                and how_often(of.belief(told.about)) == found["often"]
                and of.belief(told.about) <= CUTS[0]
            )
        if found["no"]:
            return fact is Fact.NO and of.belief(told.about) >= CUTS[1]
        return fact is Fact.YES and of.mean(LEADER, told.about) >= CUTS[1] and of.mean(STAFF, told.about) < CUTS[0]

    def gate(_told: Told, found: Found) -> bool:
        score, cut = of.own(found["theme"]), Fraction(found["cut"])
        shown = score < cut and (whole(score) == int(found["score"]) < cut if found["score"] else whole(score) >= cut)
        offered = [each for proposal in of.result.proposals for each in proposal.suggestions]
        if "speak in public" in found["what"]:
            return shown and not any(each.sends_public for each in offered) and "RV" not in of.first
        return shown and not any(each.new_promise for each in offered) and of.ruled[:1] == ["WD"]

    def dark(told: Told, _found: Found) -> bool:
        assert of.headline is not None
        people = of.people[of.headline]
        shares = [(people.could_not_see(each), len(people.points(each))) for each in of.asked.items_of(told.about)]
        return sum(10 * dont >= 3 * (dont + known) and dont > 0 for dont, known in shares) >= 2

    def strength(told: Told, found: Found) -> bool:
        means, place = of.shown_means(), [each.theme_id for each in of.result.strengths].index(told.about)
        higher = sum(whole(each) > whole(means[told.about]) for each in means.values())
        top = found["kind"] == "a strength" or higher <= place
        sure = found["kind"] != "a strength" or (means[told.about] >= CUTS[1] and not of.is_split(told.about))
        return whole(means[told.about]) == int(found["score"]) and top and sure

    stands = rf"(?P<theme>{name}) stands (?:at (?P<score>\d+), below|just below) (?P<cut>[\d.]+): (?P<what>nobody is asked to speak in public before that is better|old promises come before new ones)\."
    return [
        pattern(
            "rule",
            r"Repair comes before promise: .*",
            lambda t, _f: t.about == "WD" and of.own(of.asked.theme_by_id["WD"].name) < CUTS[0],
        ),
        pattern(
            "rule",
            r"Moved here by hand; by the rules it would be number (?P<place>\d+)\.",
            lambda t, f: of.ruled[int(f["place"]) - 1] == t.about != of.first[int(f["place"]) - 1],
        ),
        pattern(
            "finding",
            r"It can be taken back on the page of suggestions\.",
            lambda _t, _f: bool(of.put_aside()) and not any(each.suggestions for each in of.result.proposals),
        ),
        pattern(
            "aside",
            r"(?P<count>\w+) suggestions? (?:was|were) put aside and (?:is|are) not printed here\.",
            lambda _t, f: number(f["count"]) == len(of.put_aside()),
        ),
        pattern(
            "rule",
            r"(?P<place>First|Next) in the order: how far below (?P<target>[\d.]+) a theme lies, .*",
            lambda t, f: (
                (f["place"] == "First") is (t.view == "0") and of.round.setup.target_of(t.about) == float(f["target"])
            ),
        ),
        pattern(
            "reason",
            rf"(?P<who>Leaders|Staff) put (?P<theme>{name}) at (?P<score>\d+) of 100(?:, about the same as (?P<same>{name})|, (?P<pillar>{name}) at (?P<around>\d+))?\.",
            beside,
        ),
        pattern(
            "reason",
            r"(?:Answered \u201c(?P<answer>[^\u201d]*)\u201d on average, which counts as )?(?P<about>[Aa]bout )?(?P<mean>\d+) of 100(?: on)?: (?P<question>.*)",
            low,
        ),
        pattern(
            "reason",
            r"(?P<sides>Leaders see more of it than staff do|Staff see more of it than leaders do): a (?P<kind>[a-z ]+)\.",
            gap,
        ),
        pattern(
            "reason",
            r"People describe different places: .*",
            lambda t, _f: of.is_split(t.about),
        ),
        pattern(
            "reason",
            rf"(?:A fact is answered \u201c(?:(?P<no>no)|yes)\u201d(?:, and still (?P<who>leaders|staff) see the theme (?P<often>{often}))?|Leaders see this fact and staff do not feel it): (?P<text>.*)",
            against,
        ),
        pattern(
            "reason",
            r"It was set as important before anybody saw a score\.",
            lambda t, _f: of.round.setup.importance.get(t.about, 2) > 2,
        ),
        pattern(
            "reason",
            r"It was set as less important before anybody saw a score, .*",
            lambda t, _f: of.round.setup.importance.get(t.about, 2) < 2,
        ),
        pattern(
            "reason",
            r"Its target was set at (?P<target>[\d.]+) before anybody saw a score\.",
            lambda t, f: of.round.setup.target_of(t.about) == float(f["target"]) != 75,
        ),
        pattern("reason", r"Three in ten or more could not see at least two of its questions: .*", dark),
        pattern(
            "reason",
            r"Where people describe different places, listening comes before acting\.",
            lambda t, _f: of.is_split(t.about),
        ),
        pattern(
            "reason",
            r"Where leaders and staff lie clearly apart, listening comes before acting\.",
            lambda t, _f: not of.is_split(t.about) and abs(of.gap(t.about)) >= HALF_A_STEP,
        ),
        pattern("reason", stands, gate),
        pattern("reason", rf"(?P<waits>{name}) waits for now\. {stands}", gate),
        pattern("held", stands, gate),
        pattern("strength", r"(?P<kind>a strength|relatively strongest), at (?P<score>\d+)", strength),
        pattern(
            "carry",
            rf"What do we do here that we could carry over to (?P<theme>{name})\?",
            lambda _t, f: of.first[:1] == [of.names.ids[f["theme"]]],
        ),
        pattern(
            "carry",
            r"What keeps this going here, and who would notice first if it faded\?",
            lambda _t, _f: not of.first,
        ),
        pattern("nothing", r"The short form asks too little .*", lambda _t, _f: of.result.summary.form is Form.PULSE),
        pattern(
            "nothing",
            r"There are too few answers to say where to begin\.",
            lambda _t, _f: of.headline is None or not of.shown_means(),
        ),
        pattern(
            "nothing",
            r"Nothing urgent: no theme lies far below its target\. .*",
            lambda _t, _f: bool(of.round.setup.targets) and not of.result.proposals,
        ),
        pattern(
            "nothing",
            r"Nothing urgent: (?P<who>leaders|staff) describe every theme as often there\. .*",
            lambda _t, f: of.headline is VIEWS[f["who"]] and min(of.shown_means().values()) >= CUTS[1],
        ),
    ]


def _rest(of: OneGroup) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)

    def fact(told: Told, found: Found) -> bool:
        practice = of.asked.practice_by_id[told.about]
        theme, score = practice.theme, of.belief(practice.theme)
        wanted = Fact.NO if "not in place" in told.words else Fact.YES
        not_felt = "staff seldom see it" not in told.words or (of.mean(STAFF, theme) < CUTS[0] and score >= CUTS[1])
        return (
            of.facts[told.about] is wanted
            and of.names.ids[found["theme"]] == theme
            and whole(score) == int(found["score"])
            and how_often(score) == found["often"]
            and not_felt
            and of.believer() is VIEWS[found["who"].lower()]
        )

    def answered(_told: Told, found: Found) -> bool:
        view = VIEWS[found["who"]]
        n, invited = len(of.people[view].sheets), of.round.setup.invited[view]
        share = Fraction(n, max(invited, n))
        return (
            n == int(found["n"])
            and invited == int(found["invited"])
            and (share < Fraction(3, 10) if found["few"] else Fraction(3, 10) <= share < Fraction(6, 10))
        )

    def near(_told: Told, found: Found) -> bool:
        before, views = of.round.earlier, of.round.setup.perspectives
        view = VIEWS[found["who"]] if len(views) > 1 else views[0]
        assert before is not None
        apart = abs(int(found["n"]) - int(found["before"]))
        counted = (int(found["n"]), int(found["before"])) == (len(of.people[view].sheets), before.answered[view])
        return counted and apart < of.round.setup.threshold and day(before.closed_on[view]) == found["day"]

    def told_beside(_told: Told, found: Found) -> bool:
        view = VIEWS[found["who"]] if found["who"] in VIEWS else of.round.setup.perspectives[0]
        hidden = of.round.told_beside[view]
        return bool(hidden) and not any(
            isinstance(each.views[view], Shown)
            for theme in of.result.themes
            if theme.theme.id in hidden
            for each in (theme, *theme.items)
        )

    def kinds(_told: Told, found: Found) -> bool:
        sheets = of.people[VIEWS[found["who"]]].sheets
        apart = kinds_apart(sheets)
        assert apart is not None
        enough = of.is_shown(VIEWS[found["who"]]) and len(sheets) >= FEW
        way = ("lower", "saying yes") if apart > 0 else ("higher", "low answers")
        return enough and abs(apart) >= 25 and (found["way"], found["habit"]) == way

    def languages(_told: Told, found: Found) -> bool:
        read = of.round.setup.translated.get(LEADER)
        both_shown = of.is_shown(LEADER) and of.is_shown(STAFF)
        return both_shown and read is not None and (found["leaders"], read.language) == ("German", "de")

    return [
        pattern(
            "banner",
            r"Leaders answered in (?P<leaders>\w+), staff in English: part of a difference may be the words\.",
            languages,
        ),
        pattern(
            "fact",
            rf"(?P<who>Leaders|Staff) see (?P<theme>{name}) (?P<often>{often}) \((?P<score>\d+)\), yet this is not in place\. .*",
            fact,
        ),
        pattern(
            "fact",
            rf"This is in place, (?:yet|and) (?P<who>leaders|staff) see (?P<theme>{name}) (?P<often>{often}) \((?P<score>\d+)\)(?:\. .*|, yet staff seldom see it\.)",
            fact,
        ),
        pattern(
            "banner",
            r"(?P<n>\d+) of (?P<invited>\d+) (?P<who>leaders|staff) answered(?:, fewer than six in ten|(?P<few>: these are the views of those who did)).*",
            answered,
        ),
        pattern(
            "banner",
            r"(?P<who>Leaders|Staff)(?:: fewer than (?P<k>\w+) answered.*|\. Not shown.*)",
            lambda _t, f: not of.is_shown(VIEWS[f["who"].lower()]),
        ),
        pattern(
            "banner",
            r"Among (?P<who>leaders|staff), questions asked the other way round put the scores a quarter of the scale (?P<way>lower|higher) than the others do, or more\. Part of that may be a habit of (?P<habit>saying yes|low answers): .*",
            kinds,
        ),
        pattern(
            "banner",
            r"(?P<n>\w+) sheets? looks? hurried; .*",
            lambda _t, f: number(f["n"].lower()) == sum(n for view, n in of.round.hurried.items() if of.is_shown(view)),
        ),
        pattern(
            "banner",
            r"(?P<n>\d+) (?P<who>leaders|staff|people|person) answered, and (?P<before>\d+) in the check that was closed on (?P<day>[^.]*)\. If they are the same people .*",
            near,
        ),
        pattern(
            "banner",
            r"Most (?P<who>leaders|staff|people) answered some of the questions word for word as in the check before, .*",
            told_beside,
        ),
        pattern(
            "banner",
            r"Some (?P<who>leaders|staff|people) joined after a first result was shown\. .*",
            lambda _t, f: of.told_as_nearest(VIEWS.get(f["who"])),
        ),
        pattern(
            "banner",
            r"This check shows numbers from (?P<n>\w+) answers on: .*",
            lambda _t, f: number(f["n"]) == of.round.setup.threshold < 5,
        ),
    ]


def _in_short(of: OneGroup) -> list[Pattern]:
    name = f"(?:{of.names.any})"

    def scored(told: Told, found: Found) -> bool:
        """The number beside a name is the headline's, and says so where two views are shown."""
        return (
            of.names.ids[found["theme"]] == told.about
            and whole(of.own(found["theme"])) == int(found["score"])
            and (not found["who"] or VIEWS[found["who"]] is of.headline)
        )

    def widest(told: Told, found: Found) -> bool:
        gaps = of.shown_gaps()
        points = abs(wholly(of.gap(told.about)))
        return of.names.ids[found["theme"]] == told.about and int(found["points"]) == points == max(
            abs(wholly(each)) for each in gaps.values()
        )

    def alike(_told: Told, _found: Found) -> bool:
        return all(abs(each) < HALF_A_STEP for each in of.shown_gaps().values())

    def direction(_told: Told, found: Found) -> bool:
        gaps, theme = of.shown_gaps(), of.names.ids[found["theme"]]
        return abs(wholly(gaps[theme])) == max(abs(wholly(each)) for each in gaps.values()) and (gaps[theme] > 0) == (
            found["more"] == "Leaders"
        )

    def two(told: Told, found: Found) -> bool:
        pillar = next(each for each in of.asked.pillars if told.words.startswith(each.address))
        leaders, staff = of.mean(LEADER, pillar.id), of.mean(STAFF, pillar.id)
        apart = abs(wholly(of.gap(pillar.id)))
        said = found["apart"] in (None, "about the same" if apart < 5 else f"{apart} apart")
        numbers = whole(leaders), whole(staff)
        why = found["apart"] in (None, "about the same") or says_why(found, apart, numbers)
        return numbers == (int(found["leaders"]), int(found["staff"])) and said and why

    def alone(_told: Told, found: Found) -> bool:
        view = VIEWS[found["who"].lower()]
        named = re.findall(rf"({of.names.any}) (\d+)", found["pillars"])
        numbers = [whole(of.mean(view, of.names.ids[each])) for each, _score in named]
        apart = found["apart"]
        right = apart is None or (
            abs(numbers[0] - numbers[1]) < 5
            if apart == "about the same"
            else int(apart.split()[0]) == abs(numbers[0] - numbers[1])
        )
        return numbers == [int(score) for _each, score in named] and right

    theme = rf"(?P<theme>{name}) \((?:(?P<who>leaders|staff) )?(?P<score>\d+)\)"
    return [
        pattern("finding", rf"{theme}\. Worth protecting\.", scored),
        pattern(
            "finding",
            rf"(?P<theme>{name}): leaders and staff are (?P<points>\d+) points apart(?:, before rounding)?\.",
            widest,
        ),
        pattern(
            "finding",
            rf"{theme}: (?:people describe different places|two camps)\.",
            lambda t, f: scored(t, f) and of.is_split(t.about),
        ),
        pattern(
            "finding",
            r"(?:Nowhere do they lie|Where both may be shown they lie nowhere) 12\.5 points \(half an answer step\) apart\. .*",
            alike,
        ),
        pattern(
            "finding",
            rf"(?P<theme>{name}): (?P<title>[A-Z].*)\.",
            lambda t, f: of.first_to_try() == t.about == of.names.ids[f["theme"]],
        ),
        pattern(
            "finding",
            r"(?:The short form asks too little|There are too few answers|Nothing urgent: ).*",
            lambda _t, _f: not of.first,
        ),
        pattern(
            "sides", rf"(?P<more>Leaders|Staff) describe more of (?P<theme>{name}) than (?:leaders|staff) do", direction
        ),
        pattern(
            "sides",
            r"Leaders and staff describe the same place",
            lambda _t, _f: all(abs(wholly(each)) < 5 for each in of.shown_gaps().values()),
        ),
        pattern("sides", r"Leaders and staff describe similar places", alike),
        pattern(
            "sides", r"The two views cannot be compared here|Where views lie apart", lambda _t, _f: not of.shown_gaps()
        ),
        pattern(
            "row",
            rf"{name}(?:, where they lie furthest apart)?\. Leaders (?P<leaders>\d+), staff (?P<staff>\d+)(?:, (?P<apart>about the same|\d+ apart)(?P<rounded>, before rounding)?)?\.",
            two,
        ),
        pattern(
            "row",
            rf"{name}\. Not shown[^.]*\. Leaders (?P<leaders>\d+), staff (?P<staff>\d+)(?P<apart>)?\.",
            lambda t, f: two(t, {**f, "apart": None}),
        ),
        pattern(
            "row",
            rf"(?:[^.]*protect people\. )?(?P<who>Leaders|Staff): (?P<pillars>{name}:? (?:\d+|not shown)(?:, {name}:? (?:\d+|not shown))*)(?:, (?P<apart>about the same|\d+ apart))?\.",
            alone,
        ),
        pattern(
            "row",
            r"Short form\. Its numbers are in its result: they are not compared with those of all the questions\.",
            lambda _t, _f: of.round.summary.form is Form.PULSE and of.headline is not None,
        ),
        pattern(
            "row",
            r"Not shown, to protect people\.|Nothing can be shown\.",
            lambda _t, _f: of.headline is None or not of.shown_means(pillars=True),
        ),
    ]
