"""The type of a form: everything a person reads has the size that was chosen, or nearly so."""

from dataclasses import dataclass

from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.set_up import known_by_the_others, rows_policy
from trustcheck.domain.checks.group_round import USUAL_THRESHOLD, NotesUse
from trustcheck.domain.questionnaire.model import Definition, Perspective
from trustcheck.report.pdf.lines import one_line
from trustcheck.report.pdf.typography import Style
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words, minutes

# What a form says besides its questions: whose sheet it is, how to answer, who sees what, and where to send it.


@dataclass(frozen=True, slots=True)
class FormWording:
    """How the two kinds of form speak of themselves."""

    tick: str
    finish: str
    blank: str = ""
    """Beside every question, for taking an answer back; empty on paper, where a cross stays."""


def on_paper(order: FormOrder) -> FormWording:
    many = len(order.asked) + len(order.cards)
    return FormWording(
        ngettext(
            "{number} question, about {minutes}. Put one cross for it.",
            "{number} questions, about {minutes}. Put one cross for each.",
            many,
        ).format(number=capitalised(in_words(many)), minutes=_minutes(many)),
        _("When you have finished, fold along the marks at the sides: the first page outside, your answers inside."),
    )


def on_screen(order: FormOrder) -> FormWording:
    many = len(order.asked) + len(order.cards)
    return FormWording(
        ngettext(
            "{number} question, about {minutes}. Choose one answer for it; “{blank}” takes it back.",
            "{number} questions, about {minutes}. Choose one answer for each; “{blank}” takes it back.",
            many,
        ).format(number=capitalised(in_words(many)), minutes=_minutes(many), blank=_blank()),
        _("When you have finished, save this file. The last page says how to send it back."),
        _blank(),
    )


def _blank() -> str:
    """In most programs a button that was chosen stays chosen until another one is: so this is one."""
    return _("Leave blank")


def _minutes(questions: int) -> str:
    minute = minutes(questions)
    return ngettext("{number} minute", "{number} minutes", minute).format(number=in_words(minute))


def whose(order: FormOrder) -> str:
    return _("For leaders") if order.perspective is Perspective.LEADER else _("For staff")


def whose_line(order: FormOrder) -> str:
    """Who takes this sheet, where there are two; empty where there is one."""
    if not order.setup.compares:
        return ""
    if order.perspective is Perspective.LEADER:
        return _("This sheet is for leaders. If you are not one of them, take the sheet for staff.")
    return _(
        "This sheet is for staff, and for anybody who would rather not say which they are:"
        " whoever takes it is counted as staff."
    )


def definitions(order: FormOrder) -> tuple[Definition, ...]:
    """Who leaders are and who staff are, in the organiser's words where there are any, and what *in public* means."""
    own = [(_("Leaders"), order.setup.leaders_are), (_("Staff"), order.setup.staff_are)]
    given = [Definition(word, _sentence(text)) for word, text in own if text.strip()]
    first_words = {each.word.casefold() for each in given}
    rest = [
        each
        for each in order.questionnaire.definitions_for(order.perspective)
        if each.word.partition(",")[0].strip().casefold() not in first_words
    ]
    return (*given, *rest)


def promises(order: FormOrder) -> tuple[str, ...]:
    """Who sees what, read before question 1."""
    setup = order.setup
    lines = [
        _("This is confidential. Your name stands nowhere on this form; leave it out of your notes too."),
        _(
            "Whoever takes the forms in can read this one. Nobody else is shown what one person answered: results are"
            " of {least} people or more, or they are not shown."
        ).format(least=in_words(setup.threshold)),
    ]
    if setup.threshold < USUAL_THRESHOLD:
        lines.append(_("This is a small group. In a group this small, people may guess who said what."))
        lines.append(known_by_the_others(setup.threshold))
    if setup.compares:
        lines.append(_("Leaders and staff are counted apart and never put together in one number."))
    lines.append(_notes_use(setup.notes))
    lines.append(rows_policy(setup))
    lines.append(
        _(
            "You answer of your own free will, and may leave out what you like. A form that was handed in cannot be"
            " taken out again."
        )
    )
    if setup.routes.strip():
        lines.append(
            _("A questionnaire cannot take up a concern or a complaint. This can: {routes}").format(
                routes=_sentence(setup.routes)
            )
        )
    return tuple(lines)


def code_line() -> str:
    return _(
        "The code at the top comes from chance and belongs to this form, not to you. It only shows when a form is"
        " taken in twice, and is forgotten when the check closes."
    )


def _notes_use(notes: NotesUse) -> str:
    return {
        NotesUse.NONE: _("There are no notes this time: only your crosses count."),
        NotesUse.FACILITATOR: _(
            "Notes are read by whoever leads the check and by nobody else, unsigned, in no order, and only if at least"
            " ten people answer."
        ),
        NotesUse.GROUP: _(
            "Notes are shown to the group: unsigned, in no order, and only if at least ten people answer."
        ),
    }[notes]


def sending(order: FormOrder) -> tuple[str, ...]:
    """The closing page of a form that is filled in on a screen."""
    routes = order.setup.routes.strip()
    lines = [
        _("Keep this file with Save, and not with Print: a form that was printed to a file has lost its answers. Then"
          " open it once more and look."),
        _("Send the saved file back the way it came to you, or hand it over as you were asked to."),
        _("Whoever receives it can read your answers, and an e-mail says who sent it. If that is not what you want,"
          " ask for a form on paper."),
        _("Leave the file's name as it is: a name of yours in it would say whose answers these are."),
        _("Send it once. If you change an answer later, send the whole file again and say that it replaces the first."),
    ]  # fmt: skip
    if routes:
        lines.append(_("With a concern of your own, turn to: {routes}").format(routes=_sentence(routes)))
    return tuple(lines)


def _sentence(words: str) -> str:
    words = one_line(words)
    return words if words.endswith((".", "?", "!", "\u2026")) else f"{words}."


@dataclass(frozen=True, slots=True)
class FormStyles:
    """Sizes and distances in points."""

    title: Style
    whose: Style
    place: Style
    heading: Style
    body: Style
    question: Style
    number: Style
    answer: Style
    apart: Style
    """For what is no answer."""
    strip: Style
    foot: Style
    code: Style
    box: float
    """The side of a box to put a cross in."""
    gap: float
    """Between two questions, where that costs no page; it may shrink to :data:`TIGHT` of it."""
    margin: float


TIGHT = (0.84, 0.7, 0.56)
USUAL = FormStyles(
    title=Style("serif-strong", 26, 31),
    whose=Style("sans-strong", 15, 19, "accent"),
    place=Style("serif", 15, 19, "ink2"),
    heading=Style("sans-strong", 12, 16, "accent"),
    body=Style("sans", 12, 16),
    question=Style("sans", 12, 14.6),
    number=Style("sans-strong", 12, 14.6, "ink2"),
    answer=Style("sans", 10.5, 12.4),
    apart=Style("sans", 9.5, 12.4, "ink2"),
    strip=Style("sans", 10.5, 13.2, "ink2"),
    foot=Style("sans", 9.5, 12, "ink2"),
    code=Style("sans-strong", 15, 19),
    box=11.5,
    gap=12.5,
    margin=36.0,
)
LARGE = FormStyles(
    title=Style("serif-strong", 30, 36),
    whose=Style("sans-strong", 20, 26, "accent"),
    place=Style("serif", 20, 26, "ink2"),
    heading=Style("sans-strong", 18, 24, "accent"),
    body=Style("sans", 18, 24),
    question=Style("sans", 18, 23),
    number=Style("sans-strong", 18, 23, "ink2"),
    answer=Style("sans", 18, 21),
    apart=Style("sans", 18, 21, "ink2"),
    strip=Style("sans", 18, 22, "ink2"),
    foot=Style("sans", 14, 18, "ink2"),
    code=Style("sans-strong", 20, 26),
    box=17.0,
    gap=17.0,
    margin=42.0,
)
