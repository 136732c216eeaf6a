"""A page for a browser that is answered anywhere: one file without any address in it, which saves a sealed reply.

It reads and looks as the pages of phones do. A content policy forbids it every connection; it runs one script, known by
its hash, and whatever others wrote is escaped where it is put into the page.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from trustcheck import assets
from trustcheck.app.answering.beside import dots_asked
from trustcheck.app.collecting.form_identity import ALPHABET, FILE_CODE_LENGTH
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import REPLY_MAGIC, check_of, label_of, room_of
from trustcheck.app.collecting.page_look import style_sheet
from trustcheck.app.collecting.page_words import place_words, still_words
from trustcheck.app.collecting.promises_read import how_much, promises, readers_of_notes
from trustcheck.app.collecting.room_order import DONT_KNOW, NOT_APPLICABLE, NOTE_LENGTH, PageKind, PhoneQuestion
from trustcheck.app.collecting.table_files import REPLY_ENDING
from trustcheck.report.forms.words import definitions, whose, whose_line
from trustcheck.words import gettext as _
from trustcheck.words import reads_from_the_right

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    '<meta name="referrer" content="no-referrer"><title>{title}</title><style>{style}</style></head>\n'
    '<body><main><noscript><p class="told">{no_script}</p></noscript>'
    '<p class="told" id="unsealed" role="alert" hidden>{unsealed}</p>'
    '<p class="told" id="told" role="alert" hidden></p>'
    '<form id="sheet" autocomplete="off" hidden>{steps}</form></main>\n'
    '<script type="application/json" id="kit">{kit}</script>\n<script>{script}</script></body></html>\n'
)
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'none'; base-uri 'none';"
    " form-action 'none'"
)
_STEP = Markup('<section id="{id}" data-title="{title}" hidden>{body}</section>\n')
_HEADING = Markup('<h1 tabindex="-1">{}</h1>')
# What the pages of phones do not have: a step with a heading that is led to, and what is only read out.
_MORE = """
h1:focus { outline: none; }
[hidden] { display: none !important; }
button:disabled { opacity: .5; cursor: default; }
code { font: inherit; font-weight: 600; overflow-wrap: anywhere; }
"""


def make_kit(order: FormOrder, public: bytes, inks: Mapping[str, Mapping[str, str]]) -> bytes:
    """The page of one view, as HTML in UTF-8. ``public`` is the point that replies are sealed to. The same order, point
    and inks give the same bytes."""
    questions = check_of(order).questions(order.perspective)
    style = Markup(style_sheet(inks) + _MORE)  # noqa: S704 - our own text and colours
    script = Markup(assets.path("kit", "kit.js").read_text("utf-8"))  # noqa: S704 - our own text
    return _PAGE.format(
        language=order.questionnaire.language,
        direction="rtl" if reads_from_the_right() else "ltr",
        policy=_POLICY.format(script=_hash(script), style=_hash(style)),
        title=f"{_start_title()} \u00b7 TrustCheck",
        style=style,
        no_script=_("This page needs its script, and this browser runs none. Ask for the PDF form, or for paper."),
        unsealed=_(
            "This browser cannot seal answers on a page that is opened from a file. Nothing was asked yet. Ask for the"
            " PDF form instead, or open this file with another browser."
        ),
        steps=_steps(order, questions),
        kit=_as_data(_kit(order, public, questions)),
        script=script,
    ).encode()


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _as_data(value: Mapping[str, object]) -> Markup:
    """JSON in which nothing ends the element that it stands in, or begins another."""
    text = json.dumps(value, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - nothing in it is a sign of HTML any more


def _kit(order: FormOrder, public: bytes, questions: tuple[PhoneQuestion, ...]) -> dict[str, object]:
    """What the script is told."""
    many = len(questions)
    return {
        "magic": REPLY_MAGIC.decode(),
        "label": label_of(order, public).text(),
        "view": order.perspective.value,
        "key": base64.b64encode(public).decode(),
        "room": room_of(order),
        "alphabet": ALPHABET,
        "codeLength": FILE_CODE_LENGTH,
        "ending": REPLY_ENDING,
        "questions": [
            {"name": _name(number), "kind": each.asked.value, "id": each.id} for number, each in enumerate(questions, 1)
        ],
        "still": [still_words(number) for number in range(many + 1)],
        "words": {
            "open": _("Still open"),
            "nothing": _("Nothing has an answer yet, so there would be nothing to count."),
            "file": _("answers"),
            "keepsNothing": _("This browser keeps nothing for a page that is opened from a file. Answer in one go."),
            "notKept": _("There is no room left to keep your half-filled sheet in this browser. Answer in one go."),
            "takenUp": _("Your half-filled sheet is here again."),
            "notSealed": _("Your answers could not be sealed. They are still here: press the button once more."),
        },
    }


def _name(number: int) -> str:
    """Of a question's step and its answers: ids of questions, themes and cards may be alike, and are anybody's."""
    return f"q{number}"


def _start_title() -> str:
    return _("Before you begin")


def _steps(order: FormOrder, questions: tuple[PhoneQuestion, ...]) -> Markup:
    return _all(
        (
            _start(order),
            *(_question(order, questions, number) for number in range(1, len(questions) + 1)),
            _review(questions),
            _end(),
        )
    )


def _start(order: FormOrder) -> Markup:
    asked, setup = order.questionnaire, order.setup
    body = Markup(
        '<p class="quiet">{who}</p>{heading}<p><strong>{whose}.</strong> {line}</p><p>{much}</p><h2>{promised}</h2>'
        '<ul>{lines}</ul>{words}{dots}<h2>{kept}</h2><label class="answer"><input type="checkbox" id="keep"'
        ' aria-describedby="keeping"><span>{keep}</span></label><p class="quiet small" id="keeping">{keeping}</p>'
        '<div class="foot"><button class="primary" id="start-on" data-to="q1" disabled>{go}</button></div>'
    ).format(
        who=order.summary.organisation.name,
        heading=_HEADING.format(_start_title()),
        whose=whose(order),
        line=whose_line(order),
        much=how_much(asked, setup),
        promised=_("What happens with your answers"),
        lines=_all(Markup("<li>{}</li>").format(each) for each in (*_sealed_here(), *_promised(order))),
        words=_definitions(order),
        dots=_dots(order),
        kept=_("If you stop in between"),
        keep=_("Keep my half-filled sheet in this browser"),
        keeping=_(
            "Only if you want it: until then whoever uses this browser, or another page opened from a file, could read"
            " it. It is erased as soon as your answers are saved."
        ),
        go=_("Begin"),
    )
    return _STEP.format(id="start", title=_start_title(), body=body)


def _sealed_here() -> tuple[str, ...]:
    """What this way promises of itself, and what it cannot."""
    return (
        _(
            "This page sends nothing. At the end it saves one small file with your answers, sealed so that only the"
            " data file of this check opens it. All of these files are of one size, and no name and no time stands in"
            " them."
        ),
        _(
            "Whoever holds the e-mail with your file sees that you answered. While the check is open, whoever has that"
            " e-mail and the data file too could open yours with other tools. When it closes, the key is"
            " erased; a copy of the data file that somebody made before that still holds it."
        ),
    )


def _promised(order: FormOrder) -> tuple[str, ...]:
    return tuple(words for _icon, words in promises(order.questionnaire, order.setup))


def _definitions(order: FormOrder) -> Markup:
    lines = _all(
        Markup("<dt><strong>{}</strong></dt><dd>{}</dd>").format(each.word, each.text) for each in definitions(order)
    )
    return (
        Markup("<h2>{}</h2><dl>{}</dl>").format(_("Words that mean the same to everybody"), lines)
        if lines
        else Markup("")
    )


def _dots(order: FormOrder) -> Markup:
    dots = dots_asked(order.setup)
    if dots is None:
        return Markup("")
    return Markup(
        '<h2>{}</h2><p class="quiet small" id="dots">{}</p><label class="answer">'
        '<input type="checkbox" id="agree" aria-describedby="dots"><span>{}</span></label>'
    ).format(dots.asked, dots.explained, dots.agree)


def _question(order: FormOrder, questions: tuple[PhoneQuestion, ...], number: int) -> Markup:
    """One question with its answers, and apart from them the ways of declining."""
    question, name = questions[number - 1], _name(number)
    title, last = place_words(questions, number), number == len(questions)
    choices = question.choices or tuple(enumerate(order.questionnaire.scale, start=1))
    points = ((str(code), words, str(at)) for at, (code, words) in enumerate(choices, start=1))
    declines = (
        (str(DONT_KNOW), _("I don\u2019t know"), "0"),
        (str(NOT_APPLICABLE), _("Doesn\u2019t apply here"), "n"),
    )
    apart = (*(() if question.choices else declines), ("", _("Leave it blank"), ""))
    body = Markup(
        '<p class="quiet small" id="{name}-at">{title}</p><progress max="{many}" value="{number}" aria-hidden="true">'
        '</progress><p class="quiet" id="{name}-frame">{frame}</p><fieldset><legend><h1 class="question" tabindex="-1"'
        ' aria-describedby="{name}-at {name}-frame">{words}</h1></legend>{points}'
        '<div class="apart">{apart}</div></fieldset>{note}'
        '<div class="foot"><button class="primary" data-to="{on}">{next}</button>'
        '<button data-to="{before}">{back}</button><button class="quiet" data-to="review">{look}</button></div>{help}'
    ).format(
        name=name,
        title=title,
        many=len(questions),
        number=number,
        frame=question.lead or order.questionnaire.frame,
        words=question.words,
        points=_all(_radio(name, *each) for each in points),
        apart=_all(_radio(name, *each) for each in apart),
        note=_note(order, name) if question.asked is PageKind.QUESTION else "",
        on="review" if last else _name(number + 1),
        before="start" if number == 1 else _name(number - 1),
        next=_("On to the look back") if last else _("Next"),
        back=_("Back"),
        look=_("Look at all my answers"),
        help=_help(question.meaning),
    )
    return _STEP.format(id=name, title=title, body=body)


def _radio(name: str, value: str, words: str, key: str) -> Markup:
    digit = Markup('<span class="key" aria-hidden="true">{}</span>').format(key.upper()) if key else ""
    known = Markup(' data-key="{}"').format(key) if key else ""
    return Markup('<label class="answer"><input type="radio" name="{}" value="{}"{}><span>{}</span>{}</label>').format(
        name, value, known, words, digit
    )


def _note(order: FormOrder, name: str) -> Markup:
    readers = readers_of_notes(order.setup.notes)
    if not readers:
        return Markup("")
    return Markup(
        '<details><summary>{words}</summary><p class="quiet small" id="readers-{name}">{readers}</p>'
        '<textarea id="note-{name}" maxlength="{most}" aria-label="{words}" aria-describedby="readers-{name}">'
        "</textarea></details>"
    ).format(words=_("A short example, if you have one"), readers=readers, most=NOTE_LENGTH, name=name)


def _help(meaning: str) -> Markup:
    if not meaning:
        return Markup("")
    return Markup("<details><summary>{}</summary><p>{}</p></details>").format(_("What does this mean?"), meaning)


def _review(questions: tuple[PhoneQuestion, ...]) -> Markup:
    """The look back: every question with its answer, what is open, and the end."""
    title = _("Your answers")
    lines = (
        Markup('<li id="line-{name}"><a href="#{name}">{number}. {words} <span class="given"></span></a></li>').format(
            name=_name(number), number=number, words=each.words
        )
        for number, each in enumerate(questions, 1)
    )
    body = Markup(
        '{heading}<p id="still"></p><p class="quiet">{final}</p><div class="foot"><button class="primary" id="finish">'
        '{go}</button></div><ol class="lines">{lines}</ol>'
    ).format(
        heading=_HEADING.format(title),
        final=_("After this the page forgets your answers. What is left of them is the file, and it is sealed."),
        go=_("Seal and save my answers"),
        lines=_all(lines),
    )
    return _STEP.format(id="review", title=title, body=body)


def _end() -> Markup:
    """The file is saved: what to do with it."""
    title = _("Your answers are saved")
    lines = (
        _("Send the file back the way this page came to you, or hand it over as you were asked to."),
        _("Leave the file's name as it is: a name of yours in it would say whose answers these are."),
        _("Send it once. It lies where your browser puts downloads, and may be deleted there once it is sent."),
    )
    body = Markup(
        '{heading}<p role="status">{said} <code id="file"></code></p><ul>{lines}</ul>'
        '<div class="foot"><button id="again">{again}</button></div><p class="quiet">{close}</p>'
    ).format(
        heading=_HEADING.format(title),
        said=_("The file is called"),
        lines=_all(Markup("<li>{}</li>").format(each) for each in lines),
        again=_("Save the file once more"),
        close=_("You can close this page."),
    )
    return _STEP.format(id="end", title=title, body=body)


def _all(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
