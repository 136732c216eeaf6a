"""How a group's numbers are said to be worked out, worked out once more."""
# A pattern stands on one line, beside the sentence it is read with.
# ruff: noqa: C901, E501

import re
from fractions import Fraction

from tests.app.truth.numbers import number
from tests.app.truth.one_group import CUTS, FEW, OneGroup, band
from tests.app.truth.raw_answers import SPLIT, People, mean, whole
from tests.app.truth.told import Found, Pattern, Told, pattern
from trustcheck.domain.privacy.told_words import CLOSE_WORDS_FROM
from trustcheck.domain.questionnaire.model import Form, Item, Perspective

ALWAYS = (
    "Counted as answered: ",
    "Asked the other way round",
    "Each answer counts from 0",
    "A person has a score here who ",
    "A person’s score for a pillar is the mean ",
    "It needs at least ",
    "In the short form a person’s score is the mean ",
    "“I don’t know”, “doesn’t apply here” and skipped ",
    "This is arithmetic about who is missing, ",
    "Three classes are shown from ten people on",
    "Fewer than three people are never counted apart",
    "Shares and classes are shown from ten people on, standard deviation and median from 14.",
    "Wilson’s 95 % interval for that share ",
    "It is an answer about what people can see",
    "For each question, how far the answers lie ",
    "Two camps are named from ten people on",
    "Below ten people, and where answers with these means ",
    "Where people lie this far apart, ",
)
"""Rules that hold for every result alike; they have no number of this one."""


def worked_out(of: OneGroup) -> list[Pattern]:
    def people(told: Told) -> People:
        return of.people[Perspective(told.view)]

    def invited(told: Told) -> int:
        return max(of.round.setup.invited[Perspective(told.view)], len(people(told).sheets))

    def items(told: Told) -> list[Item]:
        themes = {told.about} | {each.id for each in of.asked.themes if each.pillar == told.about}
        asked = set(of.asked.asked(of.round.summary.form))
        return [each for each in of.asked.items if each.theme in themes and each.id in asked]

    def have_a_score(told: Told, found: Found) -> bool:
        known = people(told).scores(told.about)
        return number(found["n"]) == len(known) and whole(mean(known)) == int(found["mean"])

    def silent(told: Told, found: Found) -> bool:
        known, asked = people(told).scores(told.about), invited(told)
        low = sum(known, Fraction(0)) / asked
        ends = whole(low), whole(low + Fraction(100 * (asked - len(known)), asked))
        numbers = number(found["invited"]), number(found["n"]), int(found["mean"]), number(found["silent"])
        right = numbers == (asked, len(known), whole(mean(known)), asked - len(known))
        return right and ends == (int(found["low"]), int(found["high"]))

    def classes(told: Told, found: Found) -> bool:
        known = people(told).scores(told.about)
        counts = {
            "below 37.5": sum(each < CUTS[0] for each in known),
            "below 62.5": sum(each < CUTS[1] for each in known),
            "between": sum(CUTS[0] <= each < CUTS[1] for each in known),
            "at 37.5 or more": sum(each >= CUTS[0] for each in known),
            "at 62.5 or more": sum(each >= CUTS[1] for each in known),
            "counted together": len(known),
        }
        parts = [re.fullmatch(r"(?:all )?(\d+) (.*)", each) for each in found["parts"].split(", ")]
        right = all(each is not None and int(each[1]) == counts[each[2]] >= 3 for each in parts)
        return right and number(found["n"]) == len(known) >= FEW

    def favourable(told: Told, found: Found) -> bool:
        known = people(told).scores(told.about)
        count = sum(each >= CUTS[1] for each in known)
        percent = round(Fraction(100 * count, len(known)))
        said = int(found["count"]), number(found["n"]), int(found["share"] or percent)
        return said == (count, len(known), percent) and min(count, len(known) - count) >= 3

    def unknown(told: Told, found: Found) -> bool:
        dark = sum(people(told).could_not_see(each) for each in items(told))
        points = sum(len(people(told).points(each)) for each in items(told))
        return whole(Fraction(100 * dark, dark + points)) == int(found["share"])

    def apart(told: Told, found: Found) -> bool:
        if told.about in of.asked.pillar_by_id or of.round.summary.form is Form.PULSE:
            return True
        if people(told).are_in_two_camps(told.about):
            return found["words"] == "two camps"
        if people(told).say_too_much(told.about):
            return False
        distance = people(told).lie_apart(told.about)
        if distance > SPLIT:
            return found["words"] == "people describe different places"
        closer = "people describe much the same place" if distance <= Fraction("12.5") else "some variety"
        is_of_few = len(people(told).scores(told.about)) < CLOSE_WORDS_FROM
        return found["words"] == "no more than some variety" or (found["words"] == closer and not is_of_few)

    def solid(told: Told, _found: Found) -> bool:
        known = people(told).scores(told.about)
        total, own = sum(known, Fraction(0)), band(mean(known))
        hangs = any(band((total - each) / (len(known) - 1)) != own for each in known)
        return hangs == (told.words == "hanging on one answer")

    who = "(?:leaders?|staff)"
    rules = "|".join(re.escape(each) for each in ALWAYS)
    return [
        pattern(
            "worked out",
            rf"(?P<n>\w+) {who} have a score\. Everybody weighs the same: the mean of their scores is (?P<mean>\d+) of 100\.",
            have_a_score,
        ),
        pattern(
            "worked out",
            r"(?P<invited>\w+) were invited and (?P<n>\w+) have a score, (?P<mean>\d+) on average\. If the (?P<silent>\w+) without a score all stood at 0, the mean of everybody would be (?P<low>\d+); if they all stood at 100, it would be (?P<high>\d+)\.",
            silent,
        ),
        pattern(
            "worked out",
            r"Everyone who was invited has a score here: .*",
            lambda t, _f: invited(t) == len(people(t).scores(t.about)),
        ),
        pattern("worked out", rf"(?P<n>\w+) {who} have a score: (?P<parts>[^:]*)\.", classes),
        pattern(
            "worked out",
            rf"(?P<count>\d+) of (?P<n>\w+) {who} stand at 62\.5[^:]*?(?:: (?P<share>\d+) %)?\.",
            favourable,
        ),
        pattern(
            "worked out",
            r"Of all answers that were a point of the scale or “I don’t know”, (?P<share>\d+) % were “I don’t know”\. .*",
            unknown,
        ),
        pattern("worked out", r"Here: (?P<words>[^.]*)\.", apart),
        pattern("worked out", rf"(?:{rules}).*", lambda _t, _f: True),
        pattern("solidity", r"solid|borderline|hanging on one answer", solid),
    ]
