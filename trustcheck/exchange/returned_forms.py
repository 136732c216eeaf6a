"""A folder of forms that came back: what each file holds, or why it is not taken. Files are only ever read."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trustcheck.app.form_making import FormOrder, ReturnedFile, ReturnedFiles, Why
from trustcheck.app.ports import Progress, Refused
from trustcheck.exchange.data_files import is_of_a_data_file
from trustcheck.exchange.form_file import LARGEST, FieldValue, read_fields
from trustcheck.exchange.forms_apart import FieldReader
from trustcheck.exchange.hostile_pdf import NotTaken, Patience
from trustcheck.exchange.returned_sheets import Read, sheet_from
from trustcheck.words import gettext as _

MOST_FILES = 2_000
SECONDS_A_FILE = 4.0
"""Of work, not of waiting: a sound form takes a small part, and is not turned away while the computer is busy."""

Clock = Callable[[], float]
"""Seconds of work done on this thread; they only ever grow."""
Looked = tuple[ReturnedFile, Read | None]


def read_returned(
    order: FormOrder,
    paths: Sequence[str],
    taken: Collection[str],
    progress: Progress | None = None,
    *,
    clock: Clock,
    read: FieldReader = read_fields,
) -> ReturnedFiles:
    """Look into files and folders. ``taken`` are the codes the check holds already, ``read`` is what reads one form.

    ``progress`` is called with (done, of) after each file; what it raises ends the work. Raises :class:`Refused`
    where there is nothing to look into, or far too much.
    """
    files = _files(paths)
    if len(files) > MOST_FILES:
        raise Refused(
            _("There are more than {most} files here.").format(most=f"{MOST_FILES:,}"),
            _("Nothing was taken."),
            _("Put the forms into a folder of their own, and drop that."),
        )
    looked: list[Looked] = []
    for done, path in enumerate(files, 1):
        looked.append(_look(path, order, lambda content: read(content, _patience(clock))))
        if progress is not None:
            progress(done, len(files))
    return ReturnedFiles(tuple(_each_once(looked, taken)))


def _files(paths: Sequence[str]) -> list[Path]:
    """Every file once, by name. Of a folder what lies in it, without hidden files and without folders inside."""
    found: dict[Path, None] = {}
    try:
        for each in map(Path, paths):
            inside = sorted(each.iterdir()) if each.is_dir() else [each]
            kept = (path for path in inside if path.is_file() and not path.name.startswith("."))
            found |= dict.fromkeys(path.resolve() for path in (inside if inside == [each] else kept))
    except OSError:
        raise Refused(
            _("This folder cannot be read."), _("Nothing was taken."), _("Copy the forms to this computer first.")
        ) from None
    return sorted(found, key=lambda path: (path.name.casefold(), str(path)))


def _patience(clock: Clock) -> Patience:
    ends = clock() + SECONDS_A_FILE

    def wait() -> None:
        if clock() > ends:
            raise NotTaken(Why.TOO_MUCH)

    return wait


def _look(path: Path, order: FormOrder, fields_of: Callable[[bytes], dict[str, FieldValue]]) -> Looked:
    file = ReturnedFile(path.name, asked=len(order.asked))
    try:
        read = sheet_from(fields_of(_content(path)), order)
    except NotTaken as refused:
        return replace(file, why=refused.why), None
    answered = len(read.sheet.response.answers)
    return replace(file, sheet=read.sheet, answered=answered, remarks=read.remarks), read


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NotTaken(Why.UNREADABLE)
        if is_of_a_data_file(path):
            raise NotTaken(Why.NOT_A_FORM)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        raise NotTaken(Why.UNREADABLE) from None
    if len(content) > LARGEST:
        raise NotTaken(Why.TOO_LARGE)
    return content


def _each_once(looked: Sequence[Looked], taken: Collection[str]) -> Iterator[ReturnedFile]:
    """The same answers under the same code are taken once; other answers under a code need somebody's word."""
    first: dict[str, ReturnedFile] = {}
    holders: dict[str, list[ReturnedFile]] = {}
    for file, read in looked:
        if read is not None and read.sheet.code not in first:
            first[read.sheet.code] = file
            holders.setdefault(read.form_code, []).append(file)
    before = {code.partition("-")[0] for code in taken}
    for file, read in looked:
        if read is None:
            yield file
        elif read.sheet.code in taken:
            yield replace(file, why=Why.TAKEN_BEFORE)
        elif (one := first[read.sheet.code]) is not file:
            yield replace(file, why=Why.SAME_AS, other=one.name)
        else:
            others = [each.name for each in holders[read.form_code] if each is not file]
            shared = others or read.form_code in before
            yield replace(file, why=Why.SAME_CODE, other="".join(others[:1])) if shared else file
