"""Words that would act if they were not escaped, and how it is seen whether they did."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

CORPUS = {
    "unclosed markup": "I feel <b>unheard & tired",
    "an image by its path": "<img src='/etc/passwd'/> <img src=\"file:///etc/hosts\">",
    "an image of the network": "<img src='http://example.org/a.png'/>",
    "a link": "<a href='javascript:alert(1)'>here</a> <link href='file:///'>there</link>",
    "an address": "Bob <bob@example.org> said so",
    "a colour expression": '<font color="[[c for c in ().__class__.__base__]]">x</font>',
    "entities": "&amp; &#x0; &lt;para&gt; &nbsp;",
    "backslashes and brackets": "\\( \\) ((( ))) \\\\ \\n % <</A>> endstream endobj",
    "a call back": "<onDraw name='showPage' label='x'/><seq id='a'/>",
}


ACTS = {"/AA", "/OpenAction", "/JavaScript", "/JS", "/XFA", "/EmbeddedFiles", "/URI", "/Launch"}
"""What makes a file do something, or carries something else in it."""


AUDITED = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "urllib.Request")
_listeners: list[list[tuple[str, str]]] = []


def _listen(event: str, given: tuple[Any, ...]) -> None:
    if event in AUDITED:
        for heard in _listeners:
            heard.append((event, str(given[0]) if given else ""))


sys.addaudithook(_listen)


@contextmanager
def listening() -> Iterator[list[tuple[str, str]]]:
    """Files opened and connections made meanwhile. An audit hook stays for good, and finds nobody listening later."""
    heard: list[tuple[str, str]] = []
    _listeners.append(heard)
    try:
        yield heard
    finally:
        _listeners[:] = [each for each in _listeners if each is not heard]


def acting(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """What would do something, wherever in a file that stands."""
    found = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
    return [each for each in found if ACTS & set(each.keys()) or _has_an_action(each.get("/A"))]


def _has_an_action(attribute: object) -> bool:
    """Under the same name the parts of a document's structure have what they look like, which is of no kind."""
    return isinstance(attribute, pikepdf.Dictionary) and "/S" in attribute
