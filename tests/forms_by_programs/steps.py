"""What is done to a form in each program, in two sittings, and what must come back."""

from trustcheck.app.collecting.form_identity import BLANK
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.domain.questionnaire.answers import Answer

Step = tuple[str, str, str]
"""``choose``, a group's name and a state; or ``type``, a field's name and what is typed."""

LATIN = "Grüße, ça va: naïve façade.\nŁódź, Dvořák, “twice”, 5 € –\n\nLast line."
GREEK = "Ναι, τον Μάρτιο: δύο φορές."
CYRILLIC = "Да, в марте: дважды."
NOTES = {"Latin": LATIN, "Greek": GREEK, "Cyrillic": CYRILLIC}
CHANGED, TAKEN_BACK, LEFT = 8, 9, 10
"""Questions, counted from 0: changed in one sitting, taken back in one sitting, never touched."""
CHANGED_LATER, TAKEN_BACK_LATER = 11, 12
"""Changed and taken back in another sitting, in the file as it was saved."""
CHOSEN_AGAIN = 13
"""The same answer chosen twice: some programs take it back then, most do not."""


def first_sitting(order: FormOrder) -> list[Step]:
    asked = order.asked
    states = ("1", "2", "3", "4", "5", "dk", "na", "1")
    steps: list[Step] = [("choose", item_id, state) for item_id, state in zip(asked, states, strict=False)]
    steps += [("choose", asked[CHANGED], "2"), ("choose", asked[CHANGED], "5")]
    steps += [("choose", asked[TAKEN_BACK], "3"), ("choose", asked[TAKEN_BACK], BLANK)]
    steps += [("choose", asked[CHANGED_LATER], "2"), ("choose", asked[TAKEN_BACK_LATER], "na")]
    steps += [("choose", asked[CHOSEN_AGAIN], "4"), ("choose", asked[CHOSEN_AGAIN], "4")]
    for number, text in enumerate(NOTES.values(), 1):
        steps += [("type", f"note{number}-to", str(number)), ("type", f"note{number}", text)]
    return steps


def second_sitting(order: FormOrder) -> list[Step]:
    return [("choose", order.asked[CHANGED_LATER], "4"), ("choose", order.asked[TAKEN_BACK_LATER], BLANK)]


def expected(order: FormOrder) -> dict[str, Answer]:
    """Every answer after both sittings but that of :data:`CHOSEN_AGAIN`, which is the program's to say."""
    codes = dict(zip(order.asked, (1, 2, 3, 4, 5, -1, -2, 1), strict=False))
    codes |= {order.asked[CHANGED]: 5, order.asked[CHANGED_LATER]: 4}
    return {item_id: Answer(code) for item_id, code in codes.items()}
