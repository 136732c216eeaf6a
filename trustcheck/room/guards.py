"""What is let through to the pages: requests for this very address, from its own pages, of a reasonable size."""

from werkzeug.wrappers import Request, Response

LARGEST = 16 * 1024
"""Bytes of a request; a note of 500 characters has at most 6,000."""
_SENT = "application/x-www-form-urlencoded"

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    # Not "no-referrer": with it a browser says of a page's own form that it comes from nowhere ("Origin: null").
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Of every answer, errors too."""


class PhoneRequest(Request):
    max_content_length = LARGEST
    max_form_memory_size = LARGEST


def refusal(request: Request, host: str) -> int | None:
    """The number of the HTTP status to refuse with; ``None`` where the request may be answered.

    Another name for this address is refused: a page from elsewhere could have its own name lead here (rebinding).
    """
    if request.headers.getlist("Host") != [host]:
        return 421
    if request.method not in ("GET", "HEAD", "POST"):
        return 405
    if request.method == "POST":
        if request.headers.get("Origin", f"http://{host}") != f"http://{host}":
            return 403
        if request.mimetype != _SENT or request.content_length is None:
            return 415
        if request.content_length > LARGEST:
            return 413
    return None


def protect(response: Response) -> Response:
    """Put the headers on that every answer has."""
    response.headers.update(HEADERS)
    return response
