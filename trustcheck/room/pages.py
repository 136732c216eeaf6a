"""The pages as text: plain HTML that needs no script. Whatever is put into a page is escaped by ``Markup.format``."""

from collections.abc import Iterable

from markupsafe import Markup

from trustcheck.app.collecting.page_words import place_words, still_words
from trustcheck.app.collecting.room_order import (
    DONT_KNOW,
    NOT_APPLICABLE,
    NOTE_LENGTH,
    PageKind,
    PhoneQuestion,
    PhoneView,
    RoomOrder,
)
from trustcheck.room.drafts import PhoneDraft
from trustcheck.words import gettext as _

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">{more}'
    '<title>{title}</title><link rel="stylesheet" href="/look.css"><script src="/keys.js" defer></script></head>'
    "<body><main>{body}</main></body></html>\n"
)
_TOLD = Markup('<p class="told" role="alert">{}</p>')
RATHER_NOT = "-"
"""Sent by whoever would rather not say whether they lead."""
_AGAIN = Markup('<meta http-equiv="refresh" content="2">')


def page(order: RoomOrder, title: str, body: Markup, *, looks_again: bool = False) -> Markup:
    return _PAGE.format(
        language=order.language, title=f"{title} \u00b7 TrustCheck", body=body, more=_AGAIN if looks_again else ""
    )


def told(words: str) -> Markup:
    """A sentence that is read out as soon as the page is there; nothing where there is none."""
    return _TOLD.format(words) if words else Markup("")


def code_page(order: RoomOrder, code: str = "", trouble: str = "") -> Markup:
    """Where everybody begins: the code of their card."""
    title = _("Your code")
    body = Markup(
        '{told}<p class="quiet">{who}</p><h1>{title}</h1><form method="post" action="/begin">'
        '<p><label for="code">{label}</label></p><input class="code" id="code" name="code" value="{code}" required'
        ' maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="go">'
        '<p class="quiet small">{help}</p><div class="foot"><button class="primary">{go}</button></div></form>'
        '<p class="told">{weak}</p>'
    ).format(
        told=told(trouble),
        who=order.organisation,
        title=title,
        label=_("The code on your card, nine letters and digits"),
        code=code,
        help=_("It lets one person in, and says nothing of who you are. Capitals and hyphens do not matter."),
        go=_("Go on"),
        weak=on_this_wifi(),
    )
    return page(order, title, body)


def on_this_wifi() -> str:
    """What cannot be promised here, and what can be done about it."""
    return _(
        "Whoever is on this Wi-Fi with the right tools could read along. If that matters to you, ask for paper or for"
        " the laptop itself."
    )


def before_page(order: RoomOrder, draft: PhoneDraft, trouble: str = "") -> Markup:
    """What happens with the answers, and whose view this is."""
    title = _("Before you begin")
    body = Markup(
        '{told}<p class="quiet">{who}</p><h1>{title}</h1><p>{much}</p><h2>{promised}</h2><ul>{lines}</ul>'
        '<form method="post" action="/before">{key}{asking}{dots}'
        '<div class="foot"><button class="primary">{go}</button></div></form>'
    ).format(
        told=told(trouble),
        who=order.organisation,
        title=title,
        much=order.how_much,
        promised=_("What happens with your answers"),
        lines=_all(Markup("<li>{}</li>").format(each) for each in (on_this_wifi(), *order.promises)),
        key=_key(draft),
        asking=_asking(order, draft) if len(order.views) > 1 else Markup(""),
        dots=_dots(order, draft),
        go=_("Begin"),
    )
    return page(order, title, body)


def _asking(order: RoomOrder, draft: PhoneDraft) -> Markup:
    leaders, staff = (each.perspective for each in order.views)
    choices = ((leaders, _("As a leader")), (staff, _("As staff")), (RATHER_NOT, _("I\u2019d rather not say")))
    return Markup('<fieldset><legend><h2>{}</h2></legend>{}</fieldset><p class="quiet small">{}</p>').format(
        _("Are you answering as a leader or as staff?"),
        _all(
            _radio("view", value or "-", words, chosen=bool(value) and draft.view == value) for value, words in choices
        ),
        _(
            "It chooses the wording of the questions, and whom you are counted with. Whoever would rather not say is"
            " counted with staff."
        ),
    )


def _dots(order: RoomOrder, draft: PhoneDraft) -> Markup:
    if order.dots is None:
        return Markup("")
    asked, explained, agree = order.dots
    return Markup(
        '<h2>{}</h2><p class="quiet small" id="dots">{}</p><label class="answer">'
        '<input type="checkbox" name="dots" value="yes" aria-describedby="dots"{}><span>{}</span></label>'
    ).format(asked, explained, Markup(" checked") if draft.dots else "", agree)


def question_page(order: RoomOrder, view: PhoneView, draft: PhoneDraft, number: int) -> Markup:
    """One question with its answers, and apart from them the ways of declining."""
    question, many = view.questions[number - 1], len(view.questions)
    given, title = draft.answers.get(question.key), place_words(view.questions, number)
    choices = question.choices or tuple(enumerate(order.scale, start=1))
    # Digits stand for places: the codes of a card are no numbers that somebody sees.
    points = ((str(code), words, str(at)) for at, (code, words) in enumerate(choices, start=1))
    declines = (
        (str(DONT_KNOW), _("I don\u2019t know"), "0"),
        (str(NOT_APPLICABLE), _("Doesn\u2019t apply here"), "n"),
    )
    apart = (*(() if question.choices else declines), ("", _("Leave it blank"), ""))
    chosen = "nothing" if given is None else str(given)
    body = Markup(
        '<form method="post" action="/q/{number}">{key}<p class="quiet small">{title}</p>'
        '<progress max="{many}" value="{number}" aria-label="{title}"></progress><p class="quiet">{frame}</p>'
        '<fieldset><legend><h1 class="question">{words}</h1></legend>{points}'
        '<div class="apart">{apart}</div></fieldset>'
        '{note}<div class="foot"><button class="primary" name="go" value="on">{next}</button>'
        '<button name="go" value="back">{back}</button>'
        '<button class="quiet" name="go" value="review">{look}</button></div></form>{help}'
    ).format(
        number=number,
        key=_key(draft),
        title=title,
        many=many,
        frame=question.lead or order.frame,
        words=question.words,
        points=_all(_radio("answer", value, words, key, chosen=value == chosen) for value, words, key in points),
        apart=_all(_radio("answer", value, words, key, chosen=value == chosen) for value, words, key in apart),
        note=_note(order, draft.notes.get(question.id, "")) if question.asked is PageKind.QUESTION else Markup(""),
        next=_("Next") if number < many else _("On to the look back"),
        back=_("Back"),
        look=_("Look at all my answers"),
        help=_help(question.meaning, view),
    )
    return page(order, title, body)


def _note(order: RoomOrder, written: str) -> Markup:
    if not order.notes:
        return Markup("")
    return Markup(
        '<details{open}><summary>{words}</summary><p class="quiet small" id="readers">{readers}</p>'
        '<textarea name="note" maxlength="{most}" aria-label="{words}" aria-describedby="readers">\n'
        "{written}</textarea></details>"
    ).format(
        open=Markup(" open") if written else "",
        words=_("A short example, if you have one"),
        readers=order.notes,
        most=NOTE_LENGTH,
        written=written,
    )


def _help(meaning: str, view: PhoneView) -> Markup:
    if not meaning and not view.definitions:
        return Markup("")
    lines = _all(Markup("<dt><strong>{}</strong></dt><dd>{}</dd>").format(*each) for each in view.definitions)
    return Markup("<details><summary>{}</summary><p>{}</p><dl>{}</dl></details>").format(
        _("What does this mean?"), meaning, lines
    )


def review_page(order: RoomOrder, view: PhoneView, draft: PhoneDraft, trouble: str = "") -> Markup:
    """The look back: every question with its answer, what is open, and the end."""
    title, said = _("Your answers"), still_words(len(view.questions) - len(draft.answers))
    body = Markup(
        '{told}<h1>{title}</h1><p>{said}</p><p class="quiet">{final}</p><form method="post" action="/finish">{key}'
        '<div class="foot"><button class="primary">{go}</button></div></form><ol class="lines">{lines}</ol>'
    ).format(
        told=told(trouble),
        title=title,
        said=said,
        final=_("After this no screen reopens your answers, for you or for anyone else."),
        key=_key(draft),
        go=_("Finish and put away"),
        lines=_all(_line(order, draft, number, each) for number, each in enumerate(view.questions, 1)),
    )
    return page(order, title, body)


def _line(order: RoomOrder, draft: PhoneDraft, number: int, question: PhoneQuestion) -> Markup:
    given = draft.answers.get(question.key)
    return Markup('<li class="{}"><a href="/q/{}">{} {} <span class="given">{}</span></a></li>').format(
        "open" if given is None else "", number, f"{number}.", question.words, _answer_words(order, question, given)
    )


def _answer_words(order: RoomOrder, question: PhoneQuestion, given: int | None) -> str:
    if given is None:
        return _("Still open")
    if question.choices:
        return dict(question.choices)[given]
    declined = {DONT_KNOW: _("I don\u2019t know"), NOT_APPLICABLE: _("Doesn\u2019t apply here")}
    return declined[given] if given in declined else order.scale[given - 1]


def waiting_page(order: RoomOrder) -> Markup:
    """The sheet is on its way; the page looks again by itself."""
    title = _("One moment")
    body = Markup('<h1>{}</h1><p role="status">{}</p><p><a class="button" href="/waiting">{}</a></p>').format(
        title,
        _("Your sheet is on its way to the laptop. It is not put away yet: keep this page open."),
        _("Look again"),
    )
    return page(order, title, body, looks_again=True)


def thanks_page(order: RoomOrder) -> Markup:
    """The sheet is on the disk, and nothing of it is here."""
    title = _("Thank you.")
    body = Markup('<h1>{}</h1><p role="status">{}</p><p>{}</p>').format(
        title,
        _("Your sheet is put away. No screen reopens it, this phone's neither."),
        _("You can close this page."),
    )
    return page(order, title, body)


def plain_page(order: RoomOrder, title: str, words: str) -> Markup:
    """A page that only says something, with the way to the beginning."""
    body = Markup('<h1>{}</h1><p>{}</p><p><a href="/">{}</a></p>').format(title, words, _("To the first page"))
    return page(order, title, body)


def _key(draft: PhoneDraft) -> Markup:
    return Markup('<input type="hidden" name="key" value="{}">').format(draft.key)


def _radio(name: str, value: str, words: str, key: str = "", *, chosen: bool = False) -> Markup:
    digit = Markup('<span class="key" aria-hidden="true">{}</span>').format(key.upper()) if key else Markup("")
    return Markup(
        '<label class="answer"><input type="radio" name="{}" value="{}"{}{}><span>{}</span>{}</label>'
    ).format(
        name,
        value,
        Markup(' data-key="{}"').format(key) if key else "",
        Markup(" checked") if chosen else "",
        words,
        digit,
    )


def _all(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
