"""Which questions two questionnaires have in common: by id and by the very words that were read.

Scores of two versions, or of a full form and a pulse, may stand beside each other on these questions and on no others.
"""

from trustcheck.domain.questionnaire.model import Form, Item, Perspective, Questionnaire


def shared_questions(
    one: Questionnaire,
    other: Questionnaire,
    perspective: Perspective,
    *,
    forms: tuple[Form, Form] = (Form.FULL, Form.FULL),
) -> tuple[str, ...]:
    """The ids both asked in the same words of ``perspective``, in the order of ``one``.

    ``forms`` says how much of each was asked. A question is shared where its sentence as it was read, its theme and
    its direction are equal; the example shown on demand may differ. Where the questionnaires are not the same by id,
    or differ in scale, frame or language, nothing is shared: equal words would not have been answered alike.
    """
    if _read_with(one) != _read_with(other):
        return ()
    there = set(other.asked(forms[1]))
    return tuple(
        each
        for each in one.asked(forms[0])
        if each in there and _as_read(one, each, perspective) == _as_read(other, each, perspective)
    )


def _read_with(asked: Questionnaire) -> tuple[str, str, str, tuple[str, ...]]:
    """What every question is answered with, whichever it is."""
    return asked.id, asked.language, asked.frame, asked.scale


def _as_read(asked: Questionnaire, item_id: str, perspective: Perspective) -> tuple[str, str, bool]:
    item: Item = asked.item_by_id[item_id]
    return asked.wording(item_id, perspective), item.theme, item.reverse
