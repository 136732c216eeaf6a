"""Each mistake a consultant can make, and the line, key and sentence that answer it."""

from pathlib import Path

import pytest

from tests.catalog.small_file import CARDS, MistakesIn, Read
from trustcheck.catalog.document import MOST_TOLD, QuestionnaireMistakes

LONG = "word " * 500


def card(old: str, new: str) -> tuple[str, str]:
    assert old in CARDS
    return "items:\n", CARDS.replace(old, new, 1)


# What is replaced in the small file, by what, and then the line, the key and a part of the sentence.
MISTAKES = {
    "a key that is not known": ("frame: Think", "frames: Think", 6, "frames", "Is “frame” meant?"),
    "a key that is not known in an item": (
        "    reverse: true",
        "    revers: true",
        23,
        "items.ST2.revers",
        "“reverse”",
    ),
    "a key like no other": ("    reverse: true", "    zzz: true", 23, "items.ST2.zzz", "There can be: id, theme, text"),
    "a missing key": ("    theme: LI\n", "", 24, "items.LI1", "“theme” is missing"),
    "a missing title": ("title: Our meetings\n", "", 1, "", "“title” is missing"),
    "another format": ("format: 1", "format: 2", 1, "format", "Write 1 here"),
    "a format in quotes": ("format: 1", 'format: "1"', 1, "format", "Write 1 here"),
    "a format that is true": ("format: 1", "format: true", 1, "format", "Write 1 here"),
    "a key twice": (
        "title: Our meetings",
        "title: Our meetings\ntitle: Ours",
        6,
        "title",
        "the first one is in line 5",
    ),
    "a key twice in an item": ("    theme: LI\n", "    theme: LI\n    theme: ST\n", 26, "items.LI1.theme", "twice"),
    "yes for true": ("reverse: true", "reverse: yes", 23, "items.ST2.reverse", "Write true or false"),
    "True for true": ("reverse: true", "reverse: True", 23, "items.ST2.reverse", "Write true or false"),
    "true for a text": ("title: Our meetings", "title: true", 5, "title", "A text is needed"),
    "nothing for a text": ("title: Our meetings", "title:", 5, "title", "A text is needed"),
    "an empty text": ("title: Our meetings", 'title: " "', 5, "title", "it is empty"),
    "a list for a text": ("title: Our meetings", "title: [Our, meetings]", 5, "title", "A text is needed"),
    "a text for a list": ("[Never, Seldom, Often, Always]", "Never to always", 7, "scale", "A list is needed"),
    "a text for an entry": ("  - {id: talk, name: Talk}", "  - talk", 12, "pillars.2", "Keys with values"),
    "a list for tokens": ("{staff: leaders here, leader: we leaders}", "[us, them]", 9, "tokens.leaders", "Keys"),
    "a text that is too long": ("text: Meetings here", f"text: {LONG}", 19, "items.ST1.text", "2000 characters"),
    "a name that is too long": ("title: Our", f"title: {LONG}", 5, "title", "120 characters"),
    "a scale of three": (", Always]", "]", 7, "scale", "At least 4 entries are needed here, and there are 3"),
    "a scale of eight": ("Always]", "Always, A, B, C, D]", 7, "scale", "At most 7"),
    "two answers of one name": ("Seldom", "never", 7, "scale.2", "same words"),
    "an id with a space": ("id: meetings", "id: our meetings", 2, "id", "Only small letters"),
    "an item id with a dot": ("id: LI1", "id: LI.1", 24, "items.LI.1.id", "Only letters"),
    "a version in words": ("version: 1.0.0", "version: the first", 3, "version", "such as 1.0.0"),
    "a language in words": ("language: en-GB", "language: British English", 4, "language", "such as en-GB"),
    "an effort of four": ("effort: 1", "effort: 4", 37, "suggestions.begin.effort", "1, 2 or 3"),
    "an effort of zero": ("effort: 1", "effort: 0", 37, "suggestions.begin.effort", "1, 2 or 3"),
    "an effort in quotes": ("effort: 1", 'effort: "1"', 37, "suggestions.begin.effort", "1, 2 or 3"),
    "an effort and a half": ("effort: 1", "effort: 1.5", 37, "suggestions.begin.effort", "1, 2 or 3"),
    "a grade of D": ("evidence: C", "evidence: D", 38, "suggestions.begin.evidence", "A, B or C"),
    "a grade of C+": ("evidence: C", "evidence: C+", 38, "suggestions.begin.evidence", "A, B or C"),
    "two items of one id": ("id: ST2", "id: ST1", 20, "items.ST1.id", "the id ST1 already"),
    "two themes of one id": ("id: LI, pillar", "id: ST, pillar", 15, "themes.ST.id", "the id ST already"),
    "an item named like a column": ("id: LI1", "id: perspective", 24, "items.perspective.id", "Choose another"),
    "a theme nobody knows": ("    theme: LI", "    theme: XX", 25, "items.LI1.theme", "no theme with the id XX"),
    "a pillar nobody knows": ("pillar: talk", "pillar: tack", 15, "themes.LI.pillar", "no pillar with the id tack"),
    "a fact of no theme": (
        "{id: F1, theme: ST",
        "{id: F1, theme: S",
        28,
        "practices.F1.theme",
        "no theme with the id S",
    ),
    "a suggestion of no theme": (
        "    theme: ST\n    title",
        "    theme: S\n    title",
        31,
        "suggestions.begin.theme",
        "id S.",
    ),
    "a practice nobody knows": (
        "[F1]",
        "[F2]",
        39,
        "suggestions.begin.when_practice_no.1",
        "no practice with the id F2",
    ),
    "a token nobody knows": ("{Leaders}", "{Chiefs}", 22, "items.ST2.text", "{chiefs} is used here"),
    "half a token": ("{Leaders}", "{Leaders", 22, "items.ST2.text", "curly bracket stands here alone"),
    "a token with a digit": ("leaders: {", "leaders2: {", 9, "tokens.leaders2", "only small letters"),
    "a theme without items": ("    theme: LI", "    theme: ST", 15, "themes.LI", "No item belongs to the theme LI"),
    "a pillar without themes": (
        "pillar: talk",
        "pillar: time",
        12,
        "pillars.talk",
        "No theme belongs to the pillar talk",
    ),
    "an order with a stranger": (
        "items:",
        "order: [ST1, ST2, LI1, LI9]\nitems:",
        16,
        "order.4",
        "no item with the id LI9",
    ),
    "an order that repeats": ("items:", "order: [ST1, ST2, LI1, ST1]\nitems:", 16, "order.4", "stands here twice"),
    "an order with a hole": ("items:", "order: [ST1, LI1]\nitems:", 16, "order", "ST2 is missing from the order"),
    "a pulse with a stranger": ("items:", "pulse: [ST1, LI1, X]\nitems:", 16, "pulse.3", "no item with the id X"),
    "a pulse that repeats": ("items:", "pulse: [ST1, LI1, ST1]\nitems:", 16, "pulse.3", "stands here twice"),
    "a pulse with a question beside the themes": (
        "items:",
        'pulse: [ST1, LI1, OWN]\nitems:\n  - {id: OWN, theme: "", text: It rains.}',
        16,
        "pulse.3",
        "to no theme",
    ),
    "a pulse that leaves a pillar out": ("items:", "pulse: [ST1, ST2]\nitems:", 16, "pulse", "the pillar talk"),
    "bands that fall": ("items:", "bands: [60, 40, 80]\nitems:", 16, "bands", "must rise"),
    "bands that stand still": ("items:", "bands: [40, 40, 80]\nitems:", 16, "bands", "must rise"),
    "bands beyond a hundred": ("items:", "bands: [40, 60, 120]\nitems:", 16, "bands", "between 0 and 100"),
    "two bands": (
        "items:",
        "bands: [40, 60]\nitems:",
        16,
        "bands",
        "At least 3 entries are needed here, and there are 2",
    ),
    "four bands": ("items:", "bands: [20, 40, 60, 80]\nitems:", 16, "bands", "At most 3"),
    "bands in words": ("items:", "bands: [low, 40, 60]\nitems:", 16, "bands.1", "Write a number"),
    "a definition for nobody": (
        "items:",
        "definitions:\n  - {word: A, text: B, only: guests}\nitems:",
        17,
        "definitions.1.only",
        "leader or staff",
    ),
    "seven pillars": (
        "pillars:",
        "pillars:\n" + "".join(f"  - {{id: p{n}, name: P}}\n" for n in range(5)),
        10,
        "pillars",
        "At most 6",
    ),
    "a rung above the ladder": (
        *card("rung: 4", "rung: 5"),
        24,
        "scenarios.S1.next.4.rung",
        "0 (closed), 1, 2, 3 or 4",
    ),
    "a rung in quotes": (*card("rung: 4", 'rung: "4"'), 24, "scenarios.S1.next.4.rung", "0 (closed), 1, 2, 3 or 4"),
    "a rung that is true": (*card("rung: 4", "rung: true"), 24, "scenarios.S1.next.4.rung", "0 (closed), 1, 2, 3 or 4"),
    "a key that no outcome has": (
        *card("{rung: 4, text", "{rung: 4, words: A, text"),
        24,
        "scenarios.S1.next.4.words",
        "There can be: rung, text",
    ),
    "a key that no suggestion of a card has": (
        *card("title: Listen", "heading: Listen"),
        25,
        "scenarios.S1.suggestion.heading",
        "There can be: title, this_week, ask",
    ),
    "a card with three outcomes": (
        *card("      - {rung: 4, text: Everybody hears the guest out.}\n", ""),
        20,
        "scenarios.S1.next",
        "At least 4 entries are needed here, and there are 3",
    ),
    "two outcomes on one rung": (*card("rung: 4", "rung: 0"), 24, "scenarios.S1.next.4.rung", "stands on this rung"),
    "a card named like a question": (*card("id: S1", "id: ST1"), 17, "scenarios.ST1.id", "Choose another"),
    "a card named like a column": (
        *card("id: S1", "id: perspective"),
        17,
        "scenarios.perspective.id",
        "Choose another",
    ),
    "a role nobody knows": ("items:", "roles: {loud: [ST]}\nitems:", 16, "roles.loud", "no such role"),
    "a role of no theme": ("items:", "roles: {own-voices: [ST1]}\nitems:", 16, "roles.own-voices.1", "no theme with"),
    "a role of no question": (
        "items:",
        "roles: {own-say-in-public: [ST]}\nitems:",
        16,
        "roles.own-say-in-public.1",
        "no item with the id ST",
    ),
    "a token nobody knows on a card": (
        *card("{Leaders} send", "{Chiefs} send"),
        21,
        "scenarios.S1.next.1.text",
        "{chiefs} is used here",
    ),
    "a name for a value": ("title: Our", "title: &t Our", 5, "title", "Short names with & and *"),
    "a value by its name": ("name: Talk", "name: *t", 12, "pillars.talk.name", "Short names with & and *"),
    "a type with a mark": ("format: 1", "format: !!int 1", 1, "format", "Types with !"),
    "a type of another program": ("title: Our", "title: !python/name:os.system Our", 5, "title", "Types with !"),
    "a list for a key": ("title: Our meetings", "? [a, b]\n: c", 5, "", "A key must be a single word"),
    "an escape for a control character": ("title: Our meetings", 'title: "Our\\0"', 5, "title", "control character"),
    "a quote that never ends": ("ask: Whom", 'ask: "Whom', 36, "", "A quote begins here"),
    "a tab for an indent": ("    text: Meetings", "\ttext: Meetings", 19, "", "Indent with spaces"),
    "a colon in a text": ("text: Meetings here", "text: Meetings here: they", 19, "", "Put quotes round the text"),
    "a bracket at the start of a text": (
        '"{Leaders} arrive late."',
        "{Leaders} arrive late.",
        22,
        "",
        "needs quotes round",
    ),
    "a second document": ("items:", "---\nitems:", 16, "", "One file holds one questionnaire"),
}


@pytest.mark.parametrize("spoilt", MISTAKES.values(), ids=[name.replace(" ", "-") for name in MISTAKES])
def test_the_mistake_is_told_by_file_line_and_key(
    mistakes_in: MistakesIn, own_file: Path, spoilt: tuple[str, str, int, str, str]
) -> None:
    old, new, line, key, sentence = spoilt
    found = mistakes_in(old, new)
    told = [mistake for mistake in found if (mistake.line, mistake.key) == (line, key) and sentence in mistake.sentence]
    assert told, [str(mistake) for mistake in found]
    assert told[0].file == str(own_file)


def test_the_small_file_itself_has_no_mistake(read: Read) -> None:
    assert read().id == "meetings"


def test_mistakes_of_every_kind_are_told_together_from_top_to_bottom(mistakes_in: MistakesIn) -> None:
    whole = """\
format: 1
id: meetings
version: 1.0.0
language: en-GB
title: &here Our meetings
frame: Think of the last month.
scale: [Never, Seldom, Often, Always]
pillars:
  - {id: time, name: Time}
themes:
  - {id: ST, pillar: times, name: Start, name: Begin}
items:
  - {id: ST1, theme: ST, text: "{They} start.", reverse: on}
  - {id: ST1, theme: XX, text: 5, colour: red}
"""
    found = [(mistake.line, mistake.key) for mistake in mistakes_in(whole=whole)]
    assert sorted(found) == [
        (5, "title"),
        (9, "pillars.time"),
        (11, "themes.ST.name"),
        (11, "themes.ST.pillar"),
        (13, "items.ST1.reverse"),
        (13, "items.ST1.text"),
        (14, "items.ST1.colour"),
        (14, "items.ST1.id"),
        (14, "items.ST1.theme"),
    ]
    assert [line for line, _key in found] == sorted(line for line, _key in found)


def test_too_many_items_are_refused(mistakes_in: MistakesIn) -> None:
    more = "".join(f"  - {{id: X{n}, theme: ST, text: Something happens.}}\n" for n in range(198))
    (found,) = mistakes_in("items:\n", f"items:\n{more}")
    assert (found.line, found.key) == (16, "items")
    assert "At most 200" in found.sentence


def test_too_many_themes_are_refused(mistakes_in: MistakesIn) -> None:
    more = "".join(f"  - {{id: X{n}, pillar: time, name: More}}\n" for n in range(29))
    assert any("At most 30" in mistake.sentence for mistake in mistakes_in("themes:\n", f"themes:\n{more}"))


def test_a_mistake_reads_as_one_line_and_the_refusal_lists_them_all(read: Read, own_file: Path) -> None:
    with pytest.raises(QuestionnaireMistakes) as refused:
        read("reverse: true", "reverse: yes")
    assert str(refused.value) == (
        "This questionnaire cannot be used yet; there is 1 mistake to mend. Nothing was changed.\n"
        f"{own_file}, line 23, items.ST2.reverse: Write true or false here, without quotes."
    )


def test_a_key_with_line_ends_stays_on_the_line_of_its_mistake(read: Read) -> None:
    with pytest.raises(QuestionnaireMistakes) as refused:
        read("format: 1\n", 'format: 1\n"a\\n\\n\\x1b[2Jb": 1\n')

    _opening, *told = str(refused.value).split("\n")
    assert len(told) == len(refused.value.mistakes)
    assert [each for each in told if not each.isprintable()] == []


def test_the_sentences_use_no_word_of_the_machine(mistakes_in: MistakesIn) -> None:
    for old, new, *_told in MISTAKES.values():
        for mistake in mistakes_in(old, new):
            words = mistake.sentence.lower()
            assert not [bad for bad in ("string", "boolean", "dict", "int ", "null value", "invalid") if bad in words]
            assert mistake.sentence.endswith((".", "?"))


def test_of_many_mistakes_the_first_fifty_are_told_and_how_many_more_there_are(read: Read) -> None:
    """Nobody reads two million characters, and no window can show them."""
    spoilt = "".join(f"key{at}: 1\n" for at in range(3_000))
    with pytest.raises(QuestionnaireMistakes) as refused:
        read("format: 1\n", "format: 1\n" + spoilt)

    opening, *told, more = str(refused.value).split("\n")
    assert "there are 3000 mistakes to mend" in opening
    assert len(told) == MOST_TOLD == 50
    assert [f", key{at}: " in each for at, each in enumerate(told)] == [True] * 50
    assert more == "and 2950 more."


def test_fifty_mistakes_are_told_without_a_word_of_more(read: Read) -> None:
    with pytest.raises(QuestionnaireMistakes) as refused:
        read("format: 1\n", "format: 1\n" + "".join(f"key{at}: 1\n" for at in range(50)))

    assert str(refused.value).count("\n") == 50
    assert "more." not in str(refused.value)
