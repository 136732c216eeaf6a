"""The text of a policy, from TXT, Markdown, DOCX or PDF. The file is only ever read."""

import json
from pathlib import Path
from threading import Timer

from trustcheck.app.refusals import Refused
from trustcheck.domain.policy.reading import MOST_LETTERS
from trustcheck.exchange.files.data_files import is_of_a_data_file
from trustcheck.exchange.own_program import started
from trustcheck.exchange.policies.child import NoPolicy, text_of
from trustcheck.words import gettext as _

LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
WAITS = 120.0
"""Seconds of the clock after which the program that reads is not waited for; its work is limited where it is done."""
_PROGRAM = "from trustcheck.exchange.policies.child import serve\nserve({kind!r})"
_PACKED, _PDF = b"PK\x03\x04", b"%PDF-"


def policy_text(path: str) -> str:
    """Raises :class:`Refused` in one sentence where no text can be had."""
    name, content = Path(path).name, _content(path)
    if content.startswith(_PDF):
        return _apart("pdf", content, name)
    if content.startswith(_PACKED):
        return _apart("docx", content, name)
    return _plain(content, name)


def _content(path: str) -> bytes:
    name, file = Path(path).name, Path(path)
    try:
        if not file.is_file() or is_of_a_data_file(file):
            raise _no_policy(name)
        with file.open("rb") as source:
            content = source.read(LARGEST + 1)
    except (OSError, ValueError):
        raise Refused(
            _("{name} cannot be read.").format(name=name),
            _("Nothing was changed."),
            _("Copy it to this computer first, or paste its text."),
        ) from None
    if len(content) > LARGEST:
        raise Refused(
            _("{name} is larger than any policy.").format(name=name),
            _("Nothing was changed."),
            _("Paste the text of the policy instead."),
        )
    return content


def _plain(content: bytes, name: str) -> str:
    """As UTF-8, or UTF-16 where it says so, else as Windows writes Western European text."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    text = text[:MOST_LETTERS].replace("\r\n", "\n").replace("\r", "\n")
    kept = _readable(text)
    # A file of another kind decodes to something as well, and much of it is no text.
    if not kept.strip() or "\x00" in text or len(kept) < 0.95 * len(text):
        raise _no_policy(name)
    return kept


def _readable(text: str) -> str:
    """Without what no text needs and a terminal would act on."""
    return "".join(each for each in text if each.isprintable() or each in "\n\t\u00ad").replace("\u00ad", "")


def _apart(kind: str, content: bytes, name: str) -> str:
    """In a program of its own, which ends where a file wants too much; here, where none can be started."""
    child = started(_PROGRAM.format(kind=kind))
    if child is None:
        try:
            return _readable(text_of(kind, content))
        except NoPolicy as refused:
            raise _refused(refused.why, name) from None
        except MemoryError:
            raise _refused("too much", name) from None
    waiting = Timer(WAITS, child.kill)
    waiting.start()
    try:
        said, _nothing = child.communicate(content)
    except OSError:
        said = b""
    finally:
        waiting.cancel()
    if not said.endswith(b"\n"):
        raise _refused("too much", name)
    answer = json.loads(said)
    if "why" in answer:
        raise _refused(answer["why"], name)
    return _readable(str(answer["text"]))


def _refused(why: str, name: str) -> Refused:
    sentences = {
        "locked": _("{name} is locked with a password."),
        "pictures": _("{name} holds pictures and no text that could be read."),
        "too much": _("{name} asks for more work than a policy does, and was not read."),
    }
    sentence = sentences.get(why, _("{name} is damaged, or is no PDF or Word document."))
    return Refused(sentence.format(name=name), _("Nothing was changed."), _("Paste the text of the policy instead."))


def _no_policy(name: str) -> Refused:
    return Refused(
        _("{name} is no text, no PDF and no Word document.").format(name=name),
        _("Nothing was changed."),
        _("Paste the text of the policy instead."),
    )
