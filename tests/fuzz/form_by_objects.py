"""Forms written from what a PDF form may be: a tree of fields, in every shape it may have, with one thing at odds."""

from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import Any

from tests.fuzz.door import Door
from tests.fuzz.form_at_odds import FORM, PAGE, PAGES, ROOT, SHAPES, Objects, added, odd_object, odd_value
from tests.fuzz.form_door import let_form_in, sound_form
from tests.fuzz.pdf_by_hand import LAYOUTS, LIES, File, Name, Raw, To, Values, pdf
from trustcheck.exchange.forms.fields import read_fields


@cache
def _fields() -> tuple[tuple[str, str], ...]:
    """Name and value of every field of a form as it comes back."""
    return tuple((name, value.text) for name, value in read_fields(sound_form(), lambda: None).items())


def _form(chance: Random) -> Objects:
    """A sound form in one of its shapes: values in fields or beside them, buttons with and without kids."""
    objects: Objects = {
        ROOT: {"Type": Name("Catalog"), "Pages": To(PAGES), "AcroForm": To(FORM)},
        PAGES: {"Type": Name("Pages"), "Kids": [To(PAGE)], "Count": 1},
        PAGE: {"Type": Name("Page"), "Parent": To(PAGES), "MediaBox": [0, 0, 595, 842]},
        FORM: {},
    }
    top = [_field(objects, name, value, chance) for name, value in _fields()]
    objects[PAGE]["Annots"] = [each for each in top if isinstance(each, To)]
    objects[FORM] = {"Fields": top, "DA": b"/F 9 Tf", "NeedAppearances": True}
    return objects


def _field(objects: Objects, name: str, value: str, chance: Random) -> Any:
    is_button = value in ("1", "2", "3", "4", "5", "dk", "na")
    said: Any = Name(value) if is_button else value
    field: Values = {"FT": Name("Btn" if is_button else "Tx"), "T": name, "V": said}
    if is_button and chance.random() < 0.5:
        states = ("1", "2", "3", value)
        kids = [
            added(objects, {"Subtype": Name("Widget"), "AS": Name(each if each == value else "Off")}) for each in states
        ]
        field |= {"Kids": kids, "Ff": 49_152}
        if chance.random() < 0.3:
            del field["V"]
    if chance.random() < 0.1:
        field |= {"V": added(objects, said), "T": added(objects, name)}
    if chance.random() < 0.1:
        field["Opt"] = chance.choice(([], ["a", "b"], [["1", "a"], ["2"]], "a", To(PAGE)))
    if chance.random() < 0.05:
        return field
    return added(objects, field)


TRAILERS: Sequence[Values] = (
    {"Encrypt": None}, {"Encrypt": {"Filter": Name("Standard"), "V": 1, "R": 2}}, {"Encrypt": To(10**9)},
    {"Root": {}}, {"Root": None}, {"Info": To(PAGE)}, {"XRefStm": 15}, {"XRefStm": 10**9}, {"ID": [b"a", b"b"]},
    {"Size": None}, {"Prev": 0}, {"Prev": [0]}, {"Root": To(FORM)}, {"Root": Raw(b"")},
)  # fmt: skip
BEFORE = (b"x" * 30, b"\n" * 900, b"%PDF-1.4\n", b"%!PS-Adobe-3.0\n", b"x" * 2_000, b"MZ", b"PK\x03\x04")


def _case(chance: Random) -> bytes:
    """A whole form with one thing at odds: in its fields, in how its objects are listed, or in what came later."""
    file = File(_form(chance), layout=chance.choice(LAYOUTS[:4]))
    amiss = chance.choice(("shape", "shape", "shape", "shapes", "list", "list", "trailer", "later", "before", ""))
    for _each in range({"shape": 1, "shapes": 3}.get(amiss, 0)):
        _attempt(chance.choice(SHAPES), file.objects, chance)
    if amiss == "list":
        file.lie, file.layout = chance.choice(LIES), chance.choice(LAYOUTS)
    if amiss == "trailer":
        file.trailer = dict(chance.choice(TRAILERS))
    if amiss == "before":
        file.before = chance.choice(BEFORE)
    return pdf(file, chance, _later(file, chance) if amiss == "later" or chance.random() < 0.1 else ())


def _attempt(shape: Callable[[Objects, Random], None], objects: Objects, chance: Random) -> None:
    """After one change the place for another may be gone."""
    try:
        shape(objects, chance)
    except (KeyError, IndexError, TypeError, AttributeError):
        objects[max(objects) + 1] = None


def _later(file: File, chance: Random) -> list[File]:
    """Changes saved behind the file, as programs for forms do: some objects anew, others gone."""
    found = []
    for _each in range(chance.choice((1, 2, 30))):
        some = {each: file.objects[each] for each in chance.sample(list(file.objects), min(3, len(file.objects)))}
        if chance.random() < 0.3:
            _attempt(chance.choice((odd_value, odd_object)), some, chance)
        found.append(File(some, layout=chance.choice(LAYOUTS[:3]), lie=chance.choice(("", "", *LIES))))
    return found


def _sound() -> bytes:
    chance = Random(1)
    return pdf(File(_form(chance)), chance)


DOORS = {"returned form by its objects": Door(_case, _sound, let_form_in)}
