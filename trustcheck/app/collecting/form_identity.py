"""What a form says of itself: which check and questionnaire it belongs to, whose view it asks for, and its code."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.words import gettext as _

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
"""Nothing that is taken for another sign when it is read from paper, and no vowels: no code reads as a word."""
CODE_LENGTH = 3
"""Of a form on paper: short enough to type. A code only shows that a form comes a second time."""
FILE_CODE_LENGTH = 8
"""Of a form that is sent: nobody types it, and files that come from several makings must not meet by chance."""
IDENTITY_FIELD = "trustcheck-form"
"""The name of the hidden field in which a file says what it is."""
NOTE_FIELD, NOTE_TO_FIELD = "note{number}", "note{number}-to"
"""The names of the fields for a note, and for the number of the question it belongs to."""
DONT_KNOW, NOT_APPLICABLE, BLANK = "dk", "na", "blank"
"""The states of the buttons that are no point of the scale; points are written as digits. ``BLANK`` takes an answer
back: in most programs a button that was chosen stays chosen until another one is."""
DOTS_FIELD, GUESS_FIELD = "dots", "guess-{theme}"
"""What is asked beside the questions: whether somebody agrees to dots (1) or not (2), and a point for each theme."""
AGREED = "1"
NOTES = 3
"""Room for so many notes on one form."""
FORMAT = 1
_LONGEST = 1000

Choose = Callable[[str], str]
"""One sign of a text, by chance."""


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """Travels hidden in every form that can be filled in. No name, no path, no time."""

    round_id: int
    questionnaire_id: str
    version: str
    digest: str
    form: Form
    perspective: Perspective
    code: str

    def text(self) -> str:
        """As it stands in the file: ASCII, one line."""
        return json.dumps(
            {
                "format": FORMAT,
                "check": f"{self.round_id:x}",
                "questionnaire": self.questionnaire_id,
                "version": self.version,
                "digest": self.digest,
                "form": self.form.value,
                "view": self.perspective.value,
                "code": self.code,
            },
            separators=(",", ":"),
        )


def identity_from(text: str) -> FormIdentity:
    """Read what :meth:`FormIdentity.text` wrote. Raises :class:`ValueError` for anything else."""
    if len(text) > _LONGEST:
        message = "too long for an identity"
        raise ValueError(message)
    read = json.loads(text)
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        message = "no identity of a form"
        raise ValueError(message)
    code = _word(read, "code")
    if not is_code(code, FILE_CODE_LENGTH):
        message = "no code"
        raise ValueError(message)
    return FormIdentity(
        int(_word(read, "check"), 16),
        _word(read, "questionnaire"),
        _word(read, "version"),
        _word(read, "digest"),
        Form(_word(read, "form")),
        Perspective(_word(read, "view")),
        code,
    )


def _word(read: dict[str, Any], key: str) -> str:
    word = read.get(key)
    if not isinstance(word, str):
        message = f"{key} is no text"
        raise ValueError(message)
    return word


def digest_of(questionnaire: Questionnaire) -> str:
    """A short mark of everything a person answers to: equal for equal questions, whatever else a questionnaire says."""
    asked: tuple[object, ...] = (
        questionnaire.id,
        questionnaire.version,
        questionnaire.frame,
        questionnaire.scale,
        questionnaire.pulse,
        [
            [item_id, *(questionnaire.wording(item_id, perspective) for perspective in Perspective)]
            for item_id in questionnaire.order
        ],
    )
    if questionnaire.scenarios:
        asked = (*asked, _cards(questionnaire))
    return sha256(json.dumps(asked).encode()).hexdigest()[:16]


def _cards(questionnaire: Questionnaire) -> list[list[object]]:
    return [
        [card.id, card.rungs, *(questionnaire.in_words(text, perspective) for text in texts)]
        for card in questionnaire.scenarios
        for texts in [(card.text, *(each.text for each in card.next))]
        for perspective in Perspective
    ]


def is_code(text: str, length: int = CODE_LENGTH) -> bool:
    return len(text) == length and set(text) <= set(ALPHABET)


def new_codes(choose: Choose, count: int, without: Collection[str] = (), length: int = CODE_LENGTH) -> tuple[str, ...]:
    """``count`` codes by chance, each once and none of ``without``. Refused where too few are left."""
    left = len(ALPHABET) ** length - len(without)
    if count * 2 > left:
        raise Refused(
            _("There are not enough codes for {count} forms.").format(count=count),
            todo=_("Make fewer at a time."),
        )
    found: dict[str, None] = {}
    while len(found) < count:
        code = "".join(choose(ALPHABET) for _each in range(length))
        if code not in without:
            found[code] = None
    return tuple(found)
