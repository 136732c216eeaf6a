"""What must hold between the parts of a questionnaire: ids, references, order, pulse, tokens, bands, scale.

The rules look at the data as it was read, so that they can speak beside mistakes of shape: whatever has the wrong
shape is passed over here and told there. A rule yields places with a sentence each.
"""

from collections.abc import Iterator
from itertools import pairwise

from trustcheck.catalog.document import Digits, Path
from trustcheck.domain.questionnaire.model import tokens_in
from trustcheck.domain.questionnaire.roles import OF_ITEMS, OF_THEMES
from trustcheck.words import gettext as _

FoundMistakes = Iterator[tuple[Path, str]]
Data = dict[str, object]

LISTS = ("pillars", "themes", "items", "practices", "suggestions", "scenarios")
RESERVED = "perspective"
"""The column of an answers file that says whose view a row is; no item can have this id."""


def broken_rules(data: Data) -> FoundMistakes:
    for rule in (_ids, _references, _empty, _order, _pulse, _tokens, _bands, _scale, _ladders, _roles):
        yield from rule(data)


def _ids(data: Data) -> FoundMistakes:
    for name in LISTS:
        seen: set[str] = set()
        for place, each in _entries(data, name):
            known = _text(each, "id")
            if known in seen:
                yield (name, place, "id"), _("Another entry above has the id {id} already.").format(id=known)
            elif known == RESERVED and name == "items":
                yield (name, place, "id"), _("This id is the name of a column in answers files. Choose another.")
            seen.add(known)
        seen.discard("")


def _references(data: Data) -> FoundMistakes:
    yield from _refers(data, "themes", "pillar", set(_id_list(data, "pillars")))
    for name in ("items", "practices", "suggestions"):
        yield from _refers(data, name, "theme", set(_id_list(data, "themes")))
    practices = set(_id_list(data, "practices"))
    for place, each in _entries(data, "suggestions"):
        for at, practice in _texts(each, "when_practice_no"):
            if practice not in practices:
                path = ("suggestions", place, "when_practice_no", at)
                yield path, _("There is no practice with the id {id}.").format(id=practice[:64])
        only = _text(each, "only_when_no")
        if only and only not in practices:
            yield (
                ("suggestions", place, "only_when_no"),
                _("There is no practice with the id {id}.").format(id=only[:64]),
            )


def _refers(data: Data, name: str, key: str, known: set[str]) -> FoundMistakes:
    no_pillar, no_theme = _("There is no pillar with the id {id}."), _("There is no theme with the id {id}.")
    sentence = no_pillar if key == "pillar" else no_theme
    for place, each in _entries(data, name):
        named = _text(each, key)
        if named and known and named not in known:
            yield (name, place, key), sentence.format(id=named[:64])


def _empty(data: Data) -> FoundMistakes:
    for name, within, key, sentence in (
        ("themes", "items", "theme", _("No item belongs to the theme {id}.")),
        ("pillars", "themes", "pillar", _("No theme belongs to the pillar {id}.")),
    ):
        used = {_text(each, key) for _place, each in _entries(data, within)}
        for place, each in _entries(data, name):
            known = _text(each, "id")
            if known and known not in used:
                yield (name, place), sentence.format(id=known[:64])


def _order(data: Data) -> FoundMistakes:
    if not isinstance(data.get("order"), list):
        return
    yield from _named_once(data, "order")
    named = {item for _at, item in _texts(data, "order")}
    for item in dict.fromkeys(_id_list(data, "items")):
        if item not in named:
            yield ("order",), _("The item {id} is missing from the order.").format(id=item[:64])


def _pulse(data: Data) -> FoundMistakes:
    yield from _named_once(data, "pulse")
    named = {item for _at, item in _texts(data, "pulse")}
    if not named:
        return
    theme_of = {_text(each, "id"): _text(each, "theme") for _place, each in _entries(data, "items")}
    pillar_of = {_text(each, "id"): _text(each, "pillar") for _place, each in _entries(data, "themes")}
    for at, item in _texts(data, "pulse"):
        if theme_of.get(item) == "":
            yield (
                ("pulse", at),
                _("The item {id} belongs to no theme; the pulse asks items of themes.").format(id=item[:64]),
            )
    asked = {pillar_of.get(theme_of.get(item, "")) for item in named}
    for pillar in dict.fromkeys(_id_list(data, "pillars")):
        if pillar not in asked:
            yield ("pulse",), _("No item of the pulse belongs to the pillar {id}.").format(id=pillar[:64])


def _named_once(data: Data, name: str) -> FoundMistakes:
    items = set(_id_list(data, "items"))
    seen: set[str] = set()
    for at, item in _texts(data, name):
        if item not in items:
            yield (name, at), _("There is no item with the id {id}.").format(id=item[:64])
        elif item in seen:
            yield (name, at), _("The item {id} stands here twice.").format(id=item[:64])
        seen.add(item)


def _tokens(data: Data) -> FoundMistakes:
    tokens = data.get("tokens")
    known = set(tokens) if isinstance(tokens, dict) else set()
    for path, text in _templates(data):
        used = dict.fromkeys(tokens_in(text))
        for token in used:
            if token not in known:
                sentence = _("{token} is used here, and tokens does not say what it stands for.")
                yield path, sentence.format(token="{" + token[:64] + "}")
        if text.count("{") + text.count("}") != 2 * len(tokens_in(text)):
            yield path, _("A curly bracket stands here alone. Tokens look like {leaders}.")


def _templates(data: Data) -> Iterator[tuple[Path, str]]:
    """Every text that is read in two wordings, with its place."""
    for name in ("items", "scenarios"):
        for place, each in _entries(data, name):
            yield (name, place, "text"), _text(each, "text")
            for at, outcome in _entries(each, "next"):
                yield (name, place, "next", at, "text"), _text(outcome, "text")


def _ladders(data: Data) -> FoundMistakes:
    """A card is a choice between more and less open, and its answers stand in the same table as those to items."""
    items = set(_id_list(data, "items"))
    for place, each in _entries(data, "scenarios"):
        if _text(each, "id") in items | {RESERVED}:
            yield ("scenarios", place, "id"), _("An item, or a column in answers files, has this id. Choose another.")
        seen: set[str] = set()
        for at, outcome in _entries(each, "next"):
            rung = outcome.get("rung")
            if isinstance(rung, Digits) and rung in seen:
                yield ("scenarios", place, "next", at, "rung"), _("Another entry of this card stands on this rung.")
            seen.add(str(rung))


def _bands(data: Data) -> FoundMistakes:
    listed = data.get("bands")
    numbers = [cut for cut in listed if isinstance(cut, (Digits, int, float))] if isinstance(listed, list) else []
    cuts = [float(cut) if isinstance(cut, Digits) else cut for cut in numbers]
    if any(low >= high for low, high in pairwise(cuts)):
        yield ("bands",), _("The three numbers must rise.")
    if any(not 0 <= cut <= 100 for cut in cuts):
        yield ("bands",), _("The three numbers lie between 0 and 100.")


def _scale(data: Data) -> FoundMistakes:
    seen: set[str] = set()
    for at, label in _texts(data, "scale"):
        if label.casefold() in seen:
            yield ("scale", at), _("Another answer of the scale has the same words.")
        seen.add(label.casefold())


def _roles(data: Data) -> FoundMistakes:
    """A role is one that gates and stories know, and is had by themes or by questions, never by something else."""
    named = data.get("roles")
    if not isinstance(named, dict):
        return
    for role in named:
        if role not in OF_THEMES + OF_ITEMS:
            known = ", ".join(OF_THEMES + OF_ITEMS)
            yield ("roles", role), _("There is no such role. There are: {known}.").format(known=known)
            continue
        there = set(_id_list(data, "themes" if role in OF_THEMES else "items"))
        no_theme, no_item = _("There is no theme with the id {id}."), _("There is no item with the id {id}.")
        seen: set[str] = set()
        for at, each in _texts(named, role):
            if each not in there:
                sentence = no_theme if role in OF_THEMES else no_item
                yield ("roles", role, at), sentence.format(id=each[:64])
            elif each in seen:
                yield ("roles", role, at), _("{id} stands here twice.").format(id=each[:64])
            seen.add(each)


def _entries(data: Data, name: str) -> list[tuple[int, Data]]:
    listed = data.get(name)
    return [(at, each) for at, each in enumerate(listed) if isinstance(each, dict)] if isinstance(listed, list) else []


def _text(entry: Data, key: str) -> str:
    value = entry.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(entry: Data, key: str) -> list[tuple[int, str]]:
    listed = entry.get(key)
    if not isinstance(listed, list):
        return []
    return [(at, " ".join(each.split())) for at, each in enumerate(listed) if isinstance(each, str)]


def _id_list(data: Data, name: str) -> list[str]:
    return [known for _place, each in _entries(data, name) if (known := _text(each, "id"))]
