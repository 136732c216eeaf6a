"""What a phone asks for and is given: the code, what is promised, one question after the other, the look back, the end.

A page is only ever shown by GET, and something only ever changes by POST, which leads to the next page.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from hmac import compare_digest
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from trustcheck.app.collecting.page_look import style_sheet
from trustcheck.app.collecting.room_order import PageKind, PhoneView
from trustcheck.room import pages
from trustcheck.room.drafts import Drafts, Entered, PhoneDraft, as_a_code
from trustcheck.room.guards import PhoneRequest, protect, refusal
from trustcheck.room.handing_over import SheetPipe
from trustcheck.room.look import KEYS
from trustcheck.room.speaking import is_another, speaking
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

COOKIE = "room"
WAITS = 3.0
"""Seconds for which the end waits for word from the disk, before a page says that it is on its way."""
Begun = Callable[[str], None]


class PhonePages:
    """The WSGI application of one room at ``host``."""

    def __init__(self, drafts: Drafts, handing_over: SheetPipe, host: str, begun: Begun, waits: float = WAITS) -> None:
        self._drafts, self._order, self._handing_over = drafts, drafts.order, handing_over
        self._host, self._begun, self._waits = host, begun, waits
        # The session of a phone whose sheet is put away: of this room alone, as a phone keeps it for another one at
        # the same address. That it changes is also what has a browser forget the pages before: Chromium keeps pages
        # that must not be stored, and shows them again on the way back, until a cookie changes.
        self._ended = f"ended-{token_urlsafe(9)}"
        self._views = {each.perspective: each for each in self._order.views}
        self._style = style_sheet(self._order.inks or {"light": {}, "dark": {}})

    def application(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return self.answer(PhoneRequest(environ))(environ, start_response)

    def answer(self, request: PhoneRequest) -> Response:
        number = refusal(request, self._host)
        try:
            response = self._refuse(number) if number else self._page(request)
        except HTTPException as wrong:
            response = self._refuse(wrong.code or 400)
        return protect(response)

    def _refuse(self, number: int) -> Response:
        said = pages.plain_page(self._order, _("Not here"), _("Nothing was changed. Go on from the first page."))
        return _html(said, number)

    def _page(self, request: PhoneRequest) -> Response:
        path, is_post = request.path, request.method == "POST"
        if path == "/look.css":
            return Response(self._style, mimetype="text/css")
        if path == "/keys.js":
            return Response(KEYS, mimetype="text/javascript")
        session = request.cookies.get(COOKIE, "")
        if path == "/begin" and is_post:
            return self._begin(request, session)
        if session == self._ended and path == "/" and "code" in request.args:
            # Somebody else with the same phone, and a code of their own.
            return self._without_a_sheet(request)
        if session == self._ended or self._drafts.has_ended(session):
            return self._thank(path)
        draft = self._drafts.of_session(session)
        if draft is None:
            return self._without_a_sheet(request)
        if is_post and not compare_digest(request.form.get("key", "").encode(), draft.key.encode()):
            return self._refuse(403)
        return self._of_a_sheet(request, draft)

    # -- before there is a sheet

    def _without_a_sheet(self, request: PhoneRequest) -> Response:
        if request.path == "/":
            return _html(pages.code_page(self._order, as_a_code(request.args.get("code", ""))))
        if request.path == "/thanks":
            return _html(pages.thanks_page(self._order))
        if request.method == "POST" or request.path.startswith(("/q/", "/before", "/review", "/waiting")):
            words = _("This page needs your code again. Within ten minutes it leads to where you were.")
            return _html(pages.code_page(self._order, trouble=words), 403 if request.method == "POST" else 200)
        return self._refuse(404)

    def _begin(self, request: PhoneRequest, session: str) -> Response:
        typed = request.form.get("code", "")
        entered, draft = self._drafts.enter(typed, request.remote_addr or "", session)
        if draft is None:
            words = {
                Entered.WRONG: _("That is not one of the codes of this room. Look at your card once more."),
                Entered.USED: _("The sheet of this code is put away already, and counted once."),
                Entered.TAKEN: _("Somebody has begun with this code already. Take the one that is on the screen now."),
                Entered.TOO_MANY: _("Many wrong codes were tried. Wait a minute, then try again."),
            }[entered]
            status = 429 if entered is Entered.TOO_MANY else 403
            return _html(pages.code_page(self._order, as_a_code(typed), words), status)
        with suppress(OSError):
            # Where nobody listens any more, the end of the sheet says so.
            self._begun(draft.code)
        return _with_session(_to(self._where(draft)), draft.session)

    # -- with one

    def _of_a_sheet(self, request: PhoneRequest, draft: PhoneDraft) -> Response:
        if draft.is_handed_over:
            return self._wait(draft, request.path)
        if request.path == "/before":
            return self._choose_view(request, draft) if request.method == "POST" else self._before(draft)
        view = self._views.get(draft.view)
        if request.path == "/" or view is None:
            return _to(self._where(draft))
        if request.path == "/review" and request.method != "POST":
            return self._review(view, draft)
        if request.path == "/finish" and request.method == "POST":
            return self._finish(view, draft)
        number = _number(request.path, len(view.questions))
        if number is None:
            return self._refuse(404) if not request.path.startswith("/waiting") else _to("/review")
        if request.method == "POST":
            return self._take(request, view, draft, number)
        order = self._order.as_read_by(view)
        with speaking(order.language):
            return _html(pages.question_page(order, view, draft, number))

    def _before(self, draft: PhoneDraft, trouble: str = "") -> Response:
        view = self._views.get(draft.view)
        if view is None or view.words is None:
            return _html(pages.before_page(self._order, draft, trouble))
        order = self._order.as_read_by(view)
        with speaking(order.language):
            return _html(pages.before_page(order, draft, trouble))

    def _choose_view(self, request: PhoneRequest, draft: PhoneDraft) -> Response:
        chosen = request.form.get("view", "") if len(self._order.views) > 1 else self._order.views[0].perspective
        view = self._order.views[-1].perspective if chosen == pages.RATHER_NOT else chosen
        before = draft.view
        if not self._drafts.choose_view(draft, view, dots=request.form.get("dots") == "yes"):
            return self._before(draft, _("One choice first: as a leader, as staff, or rather not."))
        words = self._views[view].words
        # Nobody begins before they were promised everything in the language they read.
        reads_again = words is not None and view != before and is_another(words.language)
        return _to("/before" if reads_again else "/q/1")

    def _take(self, request: PhoneRequest, view: PhoneView, draft: PhoneDraft, number: int) -> Response:
        self._drafts.answer(draft, number, request.form.get("answer"), request.form.get("note"))
        go = request.form.get("go", "on")
        if go == "back":
            return _to(f"/q/{number - 1}" if number > 1 else "/before")
        if go == "review" or number == len(view.questions):
            return _to("/review")
        return _to(f"/q/{number + 1}")

    def _review(self, view: PhoneView, draft: PhoneDraft, *, is_empty: bool = False) -> Response:
        order, trouble = self._order.as_read_by(view), ""
        with speaking(order.language):
            if is_empty:
                trouble = _("Nothing has an answer yet, so there would be nothing to count.")
            if draft.was_not_kept:
                trouble = _("Your sheet could not be saved. Your answers are still here: press Finish once more.")
            return _html(pages.review_page(order, view, draft, trouble))

    def _finish(self, view: PhoneView, draft: PhoneDraft) -> Response:
        if draft.is_empty:
            return self._review(view, draft, is_empty=True)
        if self._drafts.hand_over(draft):
            try:
                given = {each.value: self._drafts.given(draft, each) for each in PageKind}
                self._handing_over.send(draft, given)
            except OSError:
                self._drafts.settle(draft.code, kept=False)
        return self._wait(draft, "/finish")

    def _wait(self, draft: PhoneDraft, path: str) -> Response:
        """Say thank you once the sheet is on the disk, and not before."""
        self._handing_over.wait(lambda: self._is_settled(draft), self._waits if path == "/finish" else 0.0)
        if self._drafts.has_ended(draft.session):
            return self._thank(path)
        if draft.was_not_kept:
            return _to("/review")
        return _html(pages.waiting_page(self._order)) if path == "/waiting" else _to("/waiting")

    def _is_settled(self, draft: PhoneDraft) -> bool:
        return draft.was_not_kept or self._drafts.has_ended(draft.session)

    def _thank(self, path: str) -> Response:
        response = _html(pages.thanks_page(self._order)) if path == "/thanks" else _to("/thanks")
        return _with_session(response, self._ended)

    def _where(self, draft: PhoneDraft) -> str:
        """The first question that is open; the look back where none is; what is promised where nobody began."""
        view = self._views.get(draft.view)
        if view is None:
            return "/before"
        still = (at for at, each in enumerate(view.questions, 1) if each.key not in draft.answers)
        first = next(still, None)
        return "/review" if first is None else f"/q/{first}"


def _number(path: str, most: int) -> int | None:
    """Of the question that a path names."""
    said = path.removeprefix("/q/")
    is_one = path.startswith("/q/") and said.isascii() and said.isdigit() and len(said) < 4
    return int(said) if is_one and 1 <= int(said) <= most else None


def _with_session(response: Response, session: str) -> Response:
    """Plain http keeps no cookie that is marked as secure; without an age it goes when the browser is closed."""
    response.set_cookie(COOKIE, session, httponly=True, samesite="Strict", path="/")
    return response


def _html(page: str, status: int = 200) -> Response:
    return Response(page, status, mimetype="text/html")


def _to(place: str) -> Response:
    return redirect(place, 303)
