"""For each kind of sentence of one person's result what must be so for it to be true."""
# A pattern stands on one line, beside the sentence it is read with.
# ruff: noqa: C901, E501

import re
from fractions import Fraction

from tests.app.truth.numbers import number
from tests.app.truth.one_person import BELOW, MARGINS, OnePerson
from tests.app.truth.raw_answers import CUTS, OFTEN, band, how_often, kinds_apart, whole, wholly
from tests.app.truth.told import Found, Pattern, Told, pattern
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.answers import Answer, Fact
from trustcheck.domain.questionnaire.model import Form


def patterns_for(result: PersonalResult) -> list[Pattern]:
    of = OnePerson(result)
    return [*_story(of), *_why(of), *_scores(of), *_steps(of), *_facts(of), *_findings(of), *_sums(of), *_notes(of)]


def _notes(of: OnePerson) -> list[Pattern]:
    hurried = r"Many answers look alike\. If you were in a hurry, you can go back and change them at any time\."

    def kinds(_told: Told, found: Found) -> bool:
        apart = kinds_apart([of.sheet])
        assert apart is not None
        return wholly(abs(apart)) == int(found["points"]) >= 50 and (apart > 0) == (
            (found["way"], found["given"]) == ("lower", "high")
        )

    return [
        pattern("note", hurried, lambda _t, _f: of.result.quality.is_hasty and _says_nothing_of_kinds(of)),
        pattern(
            "note",
            rf"(?:{hurried} )?Questions asked the other way round put the score (?P<points>\d+) points (?P<way>lower|higher) than the others do: both kinds got (?P<given>high|low) answers\. Look at single answers before you lean on a number\.",
            kinds,
        ),
    ]


def _says_nothing_of_kinds(of: OnePerson) -> bool:
    apart = kinds_apart([of.sheet])
    return apart is None or abs(apart) < 50


def _story(of: OnePerson) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)

    def apart(_told: Told, found: Found) -> bool:
        high, low = of.score(found["high"]), of.score(found["low"])
        if whole(high) - whole(low) < MARGINS[of.result.form][2] or how_often(high) != found["often"]:
            return False
        if found["seldom"].startswith("less often"):
            return band(high) == band(low) and (band(low) == 0) == found["seldom"].endswith("still")
        return how_often(low) == found["seldom"]

    def between(_told: Told, found: Found) -> bool:
        high, low = found["high"], found["low"]
        return of.no_pillars_apart() and of.is_seen(high, found["often"]) and of.is_seen(low, found["seldom"])

    def level(words: str) -> Pattern:
        said = words.replace("NAMES", rf"(?P<names>{name}(?: and {name})?)")

        def is_so(_told: Told, found: Found) -> bool:
            named = re.findall(of.names.any, found["names"])
            wanted = next(
                each
                for each in OFTEN
                if each in words.replace("On most", "often").replace("nearly all ", "nearly always ")
            )
            return (
                {of.names.ids[each] for each in named} == of.pillars().keys()
                and all(of.is_seen(each, wanted) for each in named)
                and of.no_pillars_apart()
                and of.nothing_below()
            )

        return pattern("story", said, is_so)

    def say_do(_told: Told, found: Found) -> bool:
        theme = of.names.ids[found["theme"]]
        yes = [each for each in of.asked.practices_of(theme) if of.facts.get(each.id) is Fact.YES]
        return bool(yes) and band(of.score(found["theme"])) == 0

    def tasks(_told: Told, _found: Found) -> bool:
        themes, sheet, items = of.themes(), of.sheet, of.asked.item_by_id
        left, decided = sheet.level(items["TT1"]), sheet.level(items["RD1"])
        return (
            left is not None
            and left >= 75
            and decided is not None
            and decided <= 25
            and themes.get("TT", 0) >= CUTS[1]
            and themes.get("RD", 100) < CUTS[0]
            and themes.get("RV", 0) < CUTS[1]
        )

    def quieter(_told: Told, _found: Found) -> bool:
        known = of.themes()
        both = all(band(known[each]) == 0 for each in ("FR", "SC"))
        return both and any(band(each) for each in of.pillars().values())

    def seen(_told: Told, _found: Found) -> bool:
        known, around = of.themes(), of.pillars()["openness"]
        usual = all(known[each] >= CUTS[1] for each in ("RV", "SC"))
        return usual and whole(known["RV"]) - whole(around) >= 5 and of.no_pillars_apart() and of.nothing_below()

    def mixed(_told: Told, _found: Found) -> bool:
        known = of.themes().values()
        return max(known) >= CUTS[1] and min(known) < CUTS[0]

    def behind(_told: Told, found: Found) -> bool:
        is_below = of.is_far_below(found["themes"], found["pillar"], BELOW)
        return is_below and of.is_seen(found["pillar"], found["often"])

    some = rf"(?P<themes>{name}(?:(?:, | and ){name})*)"
    seldom = f"(?P<seldom>{often}|less often still|less often)"
    return [
        pattern(
            "story",
            rf"You describe (?P<high>{name}) as something you see (?P<often>{often}); (?P<low>{name}) you see {seldom}\.",
            apart,
        ),
        pattern(
            "story",
            rf"In what you describe, (?P<high>{name}) is there (?P<often>{often}); (?P<low>{name}) is there {seldom}\.",
            apart,
        ),
        pattern(
            "story",
            rf"You describe (?P<pillar>{name}) as something you see (?P<often>{often}); {some} stays? behind the rest of it\.",
            behind,
        ),
        pattern(
            "story",
            rf"In what you describe, (?P<pillar>{name}) is there (?P<often>{often}); {some} (?:is the part|are the parts) you see less of\.",
            behind,
        ),
        pattern(
            "story",
            rf"You see (?P<high>{name}) (?P<often>{often}) and (?P<low>{name}) (?P<seldom>{often}); the two lie too close .*",
            between,
        ),
        pattern(
            "story",
            rf"In what you describe, (?P<high>{name}) is there (?P<often>{often}), (?P<low>{name}) (?P<seldom>{often}); they lie too close .*",
            between,
        ),
        level("You seldom see NAMES; the moments when you do are the place to begin\\."),
        level("In the days you describe, you seldom find NAMES; the few times you do show where to begin\\."),
        level("You see NAMES now and then; what makes the good days good is worth finding out\\."),
        level("In the days you describe, you find NAMES now and then; the good days are worth a closer look\\."),
        level("You often see NAMES; the days when you do not are worth a second look\\."),
        level("On most of the days you describe, you find NAMES; the others are worth a second look\\."),
        level("You nearly always see NAMES; what you cannot see is whether others do\\."),
        level("On nearly all the days you describe, you find NAMES; whether others agree, only they can say\\."),
        pattern(
            "story", rf"Something is in place for (?P<theme>{name}), but the days you describe seldom show it\.", say_do
        ),
        pattern(
            "story",
            rf"You know of something in place for (?P<theme>{name}); everyday work, as you describe it, seldom shows it\.",
            say_do,
        ),
        pattern(
            "story",
            r"(?:As you describe it, important tasks lie|You describe important tasks left) in people's hands; what they say in public is decided for them\.",
            tasks,
        ),
        pattern(
            "story",
            r"(?:You seldom see slips heard fairly or|In what you describe, slips seldom get a fair hearing and) criticism (?:answered: what was scaled down here|an answer: what shrank) for fear of (?:the next headline|headlines)\?",
            quieter,
        ),
        pattern(
            "story",
            r"(?:What you describe can be seen from outside: .*|As you describe it, outsiders hear real voices and get answers: .*) a reason to work or buy here\.",
            seen,
        ),
        pattern(
            "story",
            r"(?:You describe a place with several sides: .*|Some of what you describe happens often; .*)",
            mixed,
        ),
        pattern(
            "story",
            r"(?:Your answers are too few|There is too little here) to describe .*",
            lambda _t, _f: not of.pillars(),
        ),
    ]


def _why(of: OnePerson) -> list[Pattern]:
    name = f"(?:{of.names.any})"

    def stands(_told: Told, found: Found) -> bool:
        return whole(of.score(found["name"])) == int(found["score"])

    def both(_told: Told, found: Found) -> bool:
        high, low = whole(of.score(found["high"])), whole(of.score(found["low"]))
        return (high, low) == (int(found["most"]), int(found["least"])) and found["apart"] in (None, str(high - low))

    def rule(told: Told, found: Found) -> bool:
        """The rule's own number is met by the whole points that stand on the page."""
        pillars = [whole(each) for each in of.pillars().values()]
        if told.about == "pillars-apart":
            return max(pillars) - min(pillars) >= int(found["points"]) == MARGINS[of.result.form][2]
        return int(found["points"]) == BELOW and not of.nothing_below()

    def answered(_told: Told, found: Found) -> bool:
        return of.answered(found["answer"], found["question"])

    return [
        pattern(
            "why",
            r"Both themes stand below 37.5, and not every pillar does\.",
            lambda _t, _f: any(of.pillars()[each] >= CUTS[0] for each in of.pillars()),
        ),
        pattern(
            "why",
            r"Both themes stand at 62.5 or above, the first of them above its pillar\.",
            lambda _t, _f: of.themes()["RV"] > of.pillars()["openness"],
        ),
        pattern("why", rf"(?P<name>{name}) stands at (?P<score>\d+) of 100\.", stands),
        pattern(
            "why",
            rf"(?P<high>{name}) stands at (?P<most>\d+), (?P<low>{name}) at (?P<least>\d+)(?:: (?P<apart>\d+) points apart)?\.",
            both,
        ),
        pattern(
            "why",
            rf"(?P<name>{name}) has too few answers for a score\.",
            lambda _t, f: of.sheet.score(of.names.ids[f["name"]]) is None,
        ),
        pattern("why", r"The pillars lie at least (?P<points>\d+) points apart, .*", rule),
        pattern("why", r"A theme lies at least (?P<points>\d+) points below its pillar\.", rule),
        pattern(
            "why",
            r"At least one theme is usual, at least one is rare, and they lie 29 points apart or more\.",
            lambda _t, _f: whole(max(of.themes().values())) - whole(min(of.themes().values())) >= BELOW,
        ),
        pattern(
            "why",
            r"No pillar, and no theme below its pillar, lies further off .*",
            lambda _t, _f: of.no_pillars_apart() and of.nothing_below(),
        ),
        pattern(
            "why",
            r"A fact is answered \u201cyes\u201d, and its theme stands below 37.5\.",
            lambda _t, _f: any(
                of.facts.get(each.id) is Fact.YES and band(score) == 0
                for each in of.asked.practices
                if (score := of.sheet.score(each.theme)) is not None
            ),
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
            r"One question is answered \u201coften\u201d or more, another \u201cseldom\u201d or less, and no theme disagrees\.",
            lambda _t, _f: True,
        ),
        pattern("why", r"No pillar has enough answers for a score\.", lambda _t, _f: not of.pillars()),
        pattern("answer", r"You answered \u201c(?P<answer>[^\u201d]*)\u201d to: (?P<question>.*)", answered),
        pattern("answer", r"You (?P<answer>skipped): (?P<question>.*)", answered),
    ]


def _scores(of: OnePerson) -> list[Pattern]:
    def score(told: Told, found: Found) -> bool:
        known, margins = of.sheet.score(told.about), MARGINS[of.result.form]
        margin = margins[0 if told.about in of.asked.theme_by_id else 1]
        assert known is not None
        is_called = of.names.ids[found["name"]] == told.about
        return (
            is_called
            and whole(known) == int(found["score"])
            and of.bands(told.about, found["bands"])
            and int(found["margin"]) == margin
            and _tag(of, told.about, found["tag"])
        )

    def position(told: Told, found: Found) -> bool:
        known = of.sheet.score(told.about)
        assert known is not None
        ends = [min(max(known + each, Fraction(0)), Fraction(100)) for each in (-20, 20)]
        labels = [of.asked.scale[whole(each / 25)].lower() for each in ends]
        return (
            whole(known) == int(found["score"])
            and found["first"] == labels[0]
            and (found["last"] or labels[0]) == labels[1]
        )

    def end(told: Told, found: Found) -> bool:
        """What stands at an end is what was answered there, and no answer counts further that way."""
        item = of.by_words[found["question"]]
        own = of.sheet.level(item)
        levels = [
            level
            for each in of.asked.items_of(told.about)
            if each.id in of.asked.asked(of.result.form) and (level := of.sheet.level(each)) is not None
        ]
        wanted = {"Highest": max(levels), "Lowest": min(levels)}.get(found["lead"], own)
        alike = found["lead"] in ("Highest", "Lowest") or len(set(levels)) == 1
        if found["lead"] == "All alike":
            alike = alike and len({of.sheet.point(each) for each in of.asked.items_of(told.about)} - {None}) == 1
        return (
            own == wanted
            and alike
            and of.answered(found["answer"], found["question"])
            and bool(found["turned"]) == item.reverse
        )

    def uncounted(told: Told, found: Found) -> bool:
        items = [each for each in of.asked.items_of(told.about) if each.id in of.asked.asked(of.result.form)]
        given = [of.sheet.given.get(each.id) for each in items]
        kind = {"I": Answer.DONT_KNOW, "D": Answer.NOT_APPLICABLE, "S": None}[found["kind"]]
        return given.count(kind) == int(found["number"]) and len(items) == int(found["asked"])

    def turned(told: Told, found: Found) -> bool:
        item = of.asked.item_by_id[told.about]
        point = of.sheet.point(item)
        assert point is not None
        return item.reverse and found["as"] == of.asked.scale[len(of.asked.scale) - point].lower()

    name = f"(?P<name>{of.names.any})"
    return [
        pattern(
            "score",
            rf"{name}: (?P<score>\d+) of 100, (?P<bands>[A-Z]\w+(?: to [A-Z]\w+)?), give or take (?P<margin>\d+)\.(?: (?P<tag>.*)\.)?",
            score,
        ),
        pattern(
            "score",
            rf"{name}: too few answers for a number\.",
            lambda t, f: of.sheet.score(t.about) is None and of.names.ids[f["name"]] == t.about,
        ),
        pattern(
            "position",
            r"Your answers put this at (?P<score>\d+) of 100, usually \u201c(?P<first>[^\u201d]*)\u201d(?: to \u201c(?P<last>[^\u201d]*)\u201d)?, give or take 20\.",
            position,
        ),
        pattern(
            "end",
            r"(?P<lead>Highest|Lowest|All alike|All count alike)(?:, for example)?: \u201c(?P<answer>[^\u201d]*)\u201d to: (?P<question>.*?)(?P<turned> \(Asked the other way round\.\))?",
            end,
        ),
        pattern(
            "uncounted", r"(?:\u201c)?(?P<kind>[IDS])[^:]*: (?P<number>\d+) of (?P<asked>\d+) questions\..*", uncounted
        ),
        pattern(
            "turned",
            r"Asked the other way round, and turned for the score: (?:it counts as )?\u201c(?P<as>[^\u201d]*)\u201d(?: stays the same)?\.",
            turned,
        ),
    ]


def _tag(of: OnePerson, theme_id: str, tag: str | None) -> bool:
    themes = of.themes()
    known = {
        None: lambda: True,
        "Start here": lambda: of.first[:1] == [theme_id],
        "A strength": lambda: themes[theme_id] >= Fraction("82.5"),
        "Relatively strongest": lambda: whole(themes[theme_id]) == max(map(whole, themes.values())),
        "A fact disagrees": lambda: any(_disagrees(of, each.id) for each in of.asked.practices_of(theme_id)),
    }
    return known[tag]()


def _disagrees(of: OnePerson, practice_id: str) -> bool:
    score, fact = of.sheet.score(of.asked.practice_by_id[practice_id].theme), of.facts.get(practice_id)
    return score is not None and ((score >= CUTS[1] and fact is Fact.NO) or (score <= CUTS[0] and fact is Fact.YES))


def _steps(of: OnePerson) -> list[Pattern]:
    name = f"(?:{of.names.any})"

    def beside(told: Told, found: Found) -> bool:
        score = of.score(found["theme"])
        if of.names.ids[found["theme"]] != told.about or whole(score) != int(found["score"]):
            return False
        if found["same"]:
            return abs(whole(score) - whole(of.score(found["same"]))) < 5
        return not found["pillar"] or whole(of.score(found["pillar"])) == int(found["around"])

    def fact(told: Told, found: Found) -> bool:
        wanted = Fact(found["fact"])
        practices = [each for each in of.asked.practices_of(told.about) if each.text == found["text"]]
        if not practices:  # another theme's fact, named by one of this theme's suggestions
            named = {one for each in of.asked.suggestions_of(told.about) for one in each.when_practice_no}
            practices = [each for each in of.asked.practices if each.text == found["text"] and each.id in named]
        low = not found["low"] or band(of.themes()[told.about]) == 0 or of.themes()[told.about] == CUTS[0]
        return len(practices) == 1 and of.facts[practices[0].id] is wanted and low

    def gate(_told: Told, found: Found) -> bool:
        score, cut = of.score(found["theme"]), Fraction(found["cut"])
        shown = score < cut and (whole(score) == int(found["score"]) < cut if found["score"] else whole(score) >= cut)
        offered = [each for proposal in of.result.proposals for each in proposal.suggestions]
        if "speak in public" in found["what"]:
            return shown and not any(each.sends_public for each in offered) and "RV" not in of.first
        return shown and not any(each.new_promise for each in offered) and of.ruled[:1] == ["WD"]

    def low_answer(told: Told, found: Found) -> bool:
        item = of.by_words[found["question"]]
        own = of.sheet.level(item)
        levels = sorted(level for each in of.asked.items_of(told.about) if (level := of.sheet.level(each)) is not None)
        return (
            item.theme == told.about
            and own is not None
            and own <= 50
            and own <= levels[1]
            and of.answered(found["answer"], found["question"])
        )

    def strength(told: Told, found: Found) -> bool:
        themes = of.themes()
        own = themes[told.about]
        place = [each.theme_id for each in of.result.strengths].index(told.about)
        higher = sum(whole(each) > whole(own) for each in themes.values())
        top = found["kind"] == "A strength" or higher <= place
        is_kind = (own >= Fraction("82.5")) == (found["kind"] == "A strength")
        is_called = of.names.ids[found["theme"]] == told.about
        return is_kind and top and whole(own) == int(found["score"]) and is_called

    stands = rf"(?P<theme>{name}) stands (?:at (?P<score>\d+), below|just below) (?P<cut>[\d.]+): (?P<what>nobody is asked to speak in public before that is better|old promises come before new ones)\."
    return [
        pattern(
            "rule", r"Repair comes before promise: .*", lambda t, _f: t.about == "WD" and of.themes()["WD"] < CUTS[0]
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
        pattern("rule", r"First in the order: .*", lambda t, _f: of.first[0] == t.about),
        pattern("rule", r"Next in the order: .*", lambda t, _f: t.about in of.first[1:]),
        pattern("reason", r"You answered \u201c(?P<answer>[^\u201d]*)\u201d to: (?P<question>.*)", low_answer),
        pattern(
            "reason",
            rf"(?P<theme>{name}) stands at (?P<score>\d+) of 100(?:, about the same as (?P<same>{name})|, (?P<pillar>{name}) at (?P<around>\d+))?\.",
            beside,
        ),
        pattern(
            "reason",
            r"Your answer to this fact is \u201c(?P<fact>yes|no)\u201d(?P<low>, and still the theme is low)?: (?P<text>.*)",
            fact,
        ),
        pattern("reason", stands, gate),
        pattern("reason", rf"(?P<waits>{name}) waits for now\. {stands}", gate),
        pattern("held", stands, gate),
        pattern(
            "strength", rf"(?P<kind>A strength|Relatively strongest): (?P<theme>{name}) \((?P<score>\d+)\)\.", strength
        ),
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
        pattern("nothing", r"The short form asks too little .*", lambda _t, _f: of.result.form is Form.PULSE),
        pattern("nothing", r"There are too few answers to say where to begin\.", lambda _t, _f: not of.themes()),
        pattern(
            "nothing",
            r"Every theme you answered is often there\. .*",
            lambda _t, _f: bool(of.themes()) and min(of.themes().values()) >= CUTS[1],
        ),
    ]


def _facts(of: OnePerson) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)

    def against(told: Told, found: Found) -> bool:
        known = of.contradicts(told.about)
        assert known is not None
        theme, score, fact = known
        wanted = Fact.NO if "not in place" in told.words else Fact.YES
        return (
            fact is wanted
            and of.names.ids[found["theme"]] == theme
            and whole(score) == int(found["score"])
            and how_often(score) == found["often"]
            and _disagrees(of, told.about)
        )

    return [
        pattern(
            "fact",
            rf"In what you describe, (?P<theme>{name}) is there (?P<often>{often}) \((?P<score>\d+)\), yet this is not in place\. .*",
            against,
        ),
        pattern(
            "fact",
            rf"This is in place, yet in what you describe (?P<theme>{name}) is there (?P<often>{often}) \((?P<score>\d+)\)\. .*",
            against,
        ),
    ]


def _findings(of: OnePerson) -> list[Pattern]:
    name, often = f"(?:{of.names.any})", "|".join(OFTEN)

    def scored(told: Told, found: Found) -> bool:
        return of.names.ids[found["theme"]] == told.about and (
            not found["score"] or whole(of.score(found["theme"])) == int(found["score"])
        )

    def against(_told: Told, found: Found) -> bool:
        count = sum(_disagrees(of, each.id) for each in of.asked.practices)
        more = 0 if not found["more"] else number(found["more"])
        return (
            of.is_seen(found["theme"], found["often"])
            and whole(of.score(found["theme"])) == int(found["score"])
            and count == 1 + more
        )

    theme = rf"(?P<theme>{name})(?: \((?P<score>\d+)\))?"
    return [
        pattern("finding", rf"{theme}\. Worth protecting\.", scored),
        pattern(
            "finding", rf"{theme}, (?P<bands>[^.]*)\.", lambda t, f: scored(t, f) and of.bands(t.about, f["bands"])
        ),
        pattern(
            "finding",
            rf"{theme}: (?P<title>.*)\.",
            lambda t, f: (
                not t.about
                or of.first[:1] == [t.about]
                or any(each.theme_id == t.about for each in of.result.proposals)
            ),
        ),
        pattern(
            "finding",
            rf"{theme}: (?:(?P<often>{often}) in your answers, not in place|in place, (?P<often2>{often}) in your answers)\.(?: And (?P<more>\w+) more\.)?",
            lambda t, f: against(t, {**f, "often": f["often"] or f["often2"]}),
        ),
        pattern(
            "finding",
            r"(?:The short form asks|There are too few answers|Every theme you answered).*",
            lambda _t, _f: True,
        ),
    ]


def _sums(of: OnePerson) -> list[Pattern]:
    def counts(_told: Told, found: Found) -> bool:
        level = of.sheet.level(of.by_words[found["question"]])
        turned = of.by_words[found["question"]].reverse == bool(found["turned"])
        return level == Fraction(found["points"]) and turned and of.answered(found["answer"], found["question"])

    def left_out(_told: Told, found: Found) -> bool:
        return of.sheet.level(of.by_words[found["question"]]) is None and of.answered(
            found["answer"], found["question"]
        )

    def parts(told: Told) -> tuple[list[Fraction], Fraction | None]:
        """What a number is the mean of, and the number."""
        if not told.about:
            known = list(of.pillars().values())
            return known, sum(known, Fraction(0)) / len(known)
        themes = {told.about} | {each.id for each in of.asked.themes if each.pillar == told.about}
        if told.about in of.asked.pillar_by_id and of.result.form is Form.FULL:
            return [score for each, score in of.themes().items() if each in themes], of.sheet.score(told.about)
        asked = [each for each in of.asked.items if each.theme in themes and each.id in of.asked.asked(of.result.form)]
        return [level for each in asked if (level := of.sheet.level(each)) is not None], of.sheet.score(told.about)

    def addition(told: Told, found: Found) -> bool:
        values, score = parts(told)
        assert score is not None
        added = sorted(Fraction(each) for each in found["parts"].split(" + "))
        near = all(abs(one - other) <= Fraction(1, 200) for one, other in zip(added, sorted(values), strict=True))
        exact = abs(Fraction(found["exact"]) - score) <= Fraction(1, 200)
        return near and exact and int(found["n"]) == len(values) and found["whole"] in (None, str(whole(score)))

    def reaches(told: Told, found: Found) -> bool:
        _values, score = parts(told)
        assert score is not None
        margin = int(found["margin"])
        ends = [min(max(score + each, Fraction(0)), Fraction(100)) for each in (-margin, margin)]
        return all(
            abs(Fraction(one) - other) <= Fraction(1, 200)
            for one, other in zip((found["low"], found["high"]), ends, strict=True)
        )

    name = f"(?:{of.names.any})"
    return [
        pattern(
            "sum",
            r"\u201c(?P<question>.*)\u201d (?P<answer>[^:]*): (?P<turned>asked the other way round, so it is turned and )?counts (?P<points>[\d.]+)\.",
            counts,
        ),
        pattern("sum", r"\u201c(?P<question>.*)\u201d (?P<answer>[^:]*): left out, never guessed\.", left_out),
        pattern(
            "sum", r"\((?P<parts>[\d. +]+)\) / (?P<n>\d+) = (?P<exact>[\d.]+)(?:, said as (?P<whole>\d+))?\.", addition
        ),
        pattern(
            "sum", r"Give or take (?P<margin>\d+) it reaches from (?P<low>[\d.]+) to (?P<high>[\d.]+); .*", reaches
        ),
        pattern(
            "sum",
            rf"(?P<name>{name}): (?P<points>[\d.]+)\.",
            lambda _t, f: abs(Fraction(f["points"]) - of.score(f["name"])) <= Fraction(1, 200),
        ),
        pattern(
            "sum",
            rf"(?P<name>{name}): too few answers for a number, left out\.",
            lambda _t, f: of.sheet.score(of.names.ids[f["name"]]) is None,
        ),
        pattern("sum", r"Too few answers for a number\.", lambda t, _f: of.sheet.score(t.about) is None),
        pattern(
            "sum", r"It needs a score for every pillar\.", lambda _t, _f: len(of.pillars()) < len(of.asked.pillars)
        ),
        pattern(
            "sum",
            r"It says the least of all numbers here: .*",
            lambda _t, _f: len(of.pillars()) == len(of.asked.pillars),
        ),
    ]
