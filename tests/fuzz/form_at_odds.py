"""What may be at odds in the objects of a form: values, circles, depth, numbers, acts, and parts that are packed."""

import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from tests.fuzz.pdf_by_hand import NUMBERS, Name, Packed, Raw, To, Values, flate

Objects = dict[int, Any]
ROOT, PAGES, PAGE, FORM = 1, 2, 3, 4
FILTERS = (
    "FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode", "DCTDecode", "Crypt", "Fl", "x",
)  # fmt: skip


def added(objects: Objects, value: Any) -> To:
    number = max(objects) + 1
    objects[number] = value
    return To(number)


def _dictionaries(objects: Objects) -> list[Values]:
    return [each for each in objects.values() if isinstance(each, dict)]


def _some_field(objects: Objects, chance: Random) -> Values:
    return chance.choice([each for each in _dictionaries(objects) if "FT" in each] or [objects[FORM]])


def _odd(objects: Objects, chance: Random) -> Any:
    """A value of any kind, pointers that lead nowhere or in circles among them."""
    many = chance.choice((3, 600, 25_000))
    values: Sequence[Any] = (
        None, True, 0, -1, *NUMBERS, 0.5, Raw(b"--1"), Raw(b"1.2.3"), Raw(b"+"), Raw(b"."), Raw(b"9" * 5_000),
        Name(""), Name("x" * 9_000), b"", b"\xfe\xff\xd8\x00", b"\xff\xfea", b"\xef\xbb\xbf\xff", "x" * 12_000,
        "\u202e", "a.b.c", ".", "\n" * 9_000, [], {}, [[]], [To(chance.choice(list(objects)))] * many,
        {f"a{at}": at for at in range(many)}, To(10**9), To(0), To(5, 65_535), To(-3), To(ROOT), To(FORM), To(PAGE),
        Raw(b"1 0 R 2 0 R"), Raw(b"(("), Raw(b"))"), Raw(b"<0"), Raw(b"<zz>"), Raw(b"(\\777\\8\\)"), Raw(b"[" * many),
        Raw(b"<<" * many), Raw(b"[" * 60 + b"]" * 60), Raw(b"<</A " * 60 + b"1" + b">>" * 60), Raw(b"% words"),
        Raw(b"R"), Raw(b"endobj"), Raw(b"stream\nx\nendstream"), Raw(b"/#4a#53"), Raw(b"/A#"), Raw(b"\x00"),
        Raw(b"true false"), Raw(b"null null null"),
    )  # fmt: skip
    return chance.choice(values)


def odd_value(objects: Objects, chance: Random) -> None:
    field = chance.choice((_some_field(objects, chance), chance.choice(_dictionaries(objects))))
    field[chance.choice(("T", "V", "FT", "Kids", "AS", "Parent", "Opt", "Ff", "Fields", "Type", "DA"))] = _odd(
        objects, chance
    )


def odd_object(objects: Objects, chance: Random) -> None:
    objects[chance.choice(list(objects))] = _odd(objects, chance)


def _circle(objects: Objects, chance: Random) -> None:
    """Kids, parents and values that lead to where one came from."""
    number = chance.choice([each for each, value in objects.items() if isinstance(value, dict)])
    way = chance.choice(("Kids", "Parent", "V", "T", "Fields", "AcroForm", "itself", "long"))
    if way == "itself":
        objects[number] = To(number)
    elif way == "long":
        steps = [added(objects, None) for _each in range(chance.choice((2, 50, 1_500)))]
        for one, other in zip(steps, [*steps[1:], chance.choice((To(number), steps[0]))], strict=True):
            objects[one.number] = other
        objects[number]["V"] = steps[0]
    else:
        back = To(chance.choice((number, FORM, ROOT, PAGES)))
        objects[number][way] = [back, back] if way in ("Kids", "Fields") else back


def _deep(objects: Objects, chance: Random) -> None:
    """Fields inside fields, each with a name."""
    below = chance.choice(objects[FORM]["Fields"])
    for level in range(chance.choice((1, 7, 8, 9, 40, 2_000))):
        below = added(
            objects, {"T": chance.choice(("a", f"n{level}", "")), "Kids": [below] * chance.choice((1, 1, 1, 2))}
        )
    objects[FORM]["Fields"].append(below)


def _many(objects: Objects, chance: Random) -> None:
    number = chance.choice((480, 501, 3_000, 19_000, 21_000))
    match chance.randrange(4):
        case 0:
            objects[FORM]["Fields"] += [To(FORM + 1)] * number
        case 1:
            start = max(objects) + 1
            objects |= {start + at: {"FT": Name("Tx"), "T": f"more{at}", "V": "x"} for at in range(number)}
            objects[FORM]["Fields"] += [To(start + at) for at in range(number)]
        case 2:
            _some_field(objects, chance)["Kids"] = [{"AS": Name("1"), "T": f"k{at}"} for at in range(number)]
        case _:
            objects[PAGE]["Annots"] = [{"A": [at]} for at in range(number)]


def _acts(objects: Objects, chance: Random) -> None:
    """What a form may not hold: it would do something where it is opened by another program."""
    act = dict(chance.choice(ACTS))
    holder = chance.choice(_dictionaries(objects))
    holder[chance.choice(("A", "AA", "OpenAction", "Next", "X"))] = chance.choice(
        (act, [act], {"E": act}, added(objects, act))
    )


def _streams(objects: Objects, chance: Random) -> None:
    """Something packed, where a value should be or where nobody looks."""
    content = chance.choice((b"", b"x" * 300, bytes(12_000_000), chance.randbytes(90)))
    names = [Name(chance.choice(FILTERS)) for _each in range(chance.choice((1, 2, 5, 40)))]
    odd = chance.choice((0, 1, 2, 12, 15, 99, 10**6, 10**12, -1))
    parameters = {
        chance.choice(("Predictor", "Columns", "Colors", "BitsPerComponent", "EarlyChange")): odd,
        "Predictor": 12,
    }
    whole = flate(content, {"DecodeParms": parameters})
    choice = chance.choice(
        (whole, Packed({"Filter": names}, content[:9_000]), Packed({}, zlib.compress(content), To(10**6)))
    )
    choice.length = chance.choice((None, None, To(max(objects) + 1), 0, -1, 10**9, To(ROOT), b"x"))
    place = added(objects, choice)
    if chance.random() < 0.5:
        _some_field(objects, chance)[chance.choice(("V", "T", "Kids"))] = place
    elif chance.random() < 0.5:
        objects[FORM] = choice


def _gone(objects: Objects, chance: Random) -> None:
    if chance.random() < 0.5:
        del objects[chance.choice(list(objects))]
    else:
        chosen = chance.choice([each for each in _dictionaries(objects) if each] or [{"x": 1}])
        del chosen[chance.choice(list(chosen))]


SHAPES: Sequence[Callable[[Objects, Random], None]] = (
    odd_value, odd_value, odd_value, odd_object, _circle, _circle, _deep, _many, _acts, _streams, _gone,
)  # fmt: skip
ACTS: Sequence[Values] = (
    {"S": Name("JavaScript"), "JS": b""}, {"S": Name("Launch")}, {"S": Name("SubmitForm")}, {"S": Name("GoToR")},
    {"S": Name("URI"), "URI": b""}, {"XFA": []}, {"Names": {"EmbeddedFiles": {}}}, {"Subtype": Name("FileAttachment")},
    {"Type": Name("Filespec")}, {"Type": Name("EmbeddedFile")}, {"S": Name("Named"), "N": Name("NextPage")},
)  # fmt: skip
