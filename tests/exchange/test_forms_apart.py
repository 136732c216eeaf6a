"""Forms are read in a program that can be ended: what takes too long or too much costs one form and nothing else."""

import os
import resource
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.forms import few, filled, saved, some_answers
from trustcheck.app.collecting.returned_forms import ReturnedFiles, Why
from trustcheck.app.ports import Cancelled
from trustcheck.bootstrap import build
from trustcheck.exchange.forms import child_process
from trustcheck.exchange.forms.child_process import FormsApart
from trustcheck.exchange.forms.fields import FormNotTaken, read_fields
from trustcheck.exchange.forms.returned import read_returned

SECONDS = 1.0
# A library that goes astray, in the program that reads: by the words of a file that is harmless everywhere else.
ASTRAY = """
import re
from trustcheck.exchange.forms import child as form_child
sound = form_child.read_fields
def read(content, patience):
    if b"never ends" in content:
        while True:
            pass
    if b"hears nothing" in content:
        re.match(b"(a+)+$", b"a" * 60 + b"b")
    if b"takes all" in content:
        held = [bytes(100 << 20) for _each in range(100)]
    if b"breaks down" in content:
        import os
        os.abort()
    return sound(content, patience)
form_child.read_fields = read
form_child.serve({seconds})
"""


@pytest.fixture(scope="module")
def answered() -> bytes:
    return filled(few(), some_answers(few()))


@pytest.fixture
def apart() -> Iterator[FormsApart]:
    with FormsApart(SECONDS, ASTRAY) as reader:
        yield reader


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every program that is started from here on."""
    programs: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            programs.append(self)

    monkeypatch.setattr(subprocess, "Popen", Remembered)
    return programs


def patience() -> None:
    """Never at an end."""


def returned(folder: Path, reader: FormsApart) -> ReturnedFiles:
    return read_returned(few(), [str(folder)], (), clock=time.thread_time, read=reader.read)


def test_a_form_read_apart_gives_what_it_gives_here(apart: FormsApart, answered: bytes) -> None:
    assert apart.read(answered, patience) == read_fields(answered, patience)


@pytest.mark.parametrize("harm", ["never ends", "hears nothing", "takes all", "breaks down"])
def test_a_form_that_does_harm_is_put_aside_and_the_others_are_read(
    tmp_path: Path, apart: FormsApart, answered: bytes, harm: str
) -> None:
    for name, content in {"a": answered, "b": b"%PDF-1.7\n" + harm.encode(), "c": answered + b"\n"}.items():
        saved(tmp_path, f"{name}.pdf", content)

    before = work_of_programs()

    assert [each.why for each in returned(tmp_path, apart).files] == [None, Why.TOO_MUCH, Why.SAME_AS]
    assert work_of_programs() - before < 5 * SECONDS


def packed_tightly(megabytes: int) -> bytes:
    """A PDF of a few kilobytes in which one part unpacks to lists of numbers: read slowly, and never asked about."""
    numbers = b"[" + b"0 " * 150_000 + b"]"
    body = zlib.compress(b"2 0 <</Fields[" + numbers * (megabytes * 1024 * 1024 // len(numbers)) + b"]>>", 9)
    packed = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(body), body)
    out, places = b"%PDF-1.5\n", []
    for number, content in ((1, b"<</Type/Catalog/AcroForm 2 0 R>>"), (3, packed)):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    rows = ((0, 0, 0), (1, places[0], 0), (2, 3, 0), (1, places[1], 0), (1, len(out), 0))
    where = b"".join(struct.pack(">BIB", *row) for row in rows)
    table = b"<</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>\nstream\n%b\nendstream" % (len(where), where)
    return b"%b4 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (out, table, len(out))


def test_a_few_kilobytes_that_are_read_for_long_take_no_more_work_than_a_form_may(
    tmp_path: Path, answered: bytes
) -> None:
    slow = packed_tightly(3)
    saved(tmp_path, "a.pdf", slow)
    saved(tmp_path, "b.pdf", answered)
    before = work_of_programs()
    with FormsApart(SECONDS) as apart:
        found = returned(tmp_path, apart)

    assert len(slow) < 10_000
    assert [each.why for each in found.files] == [Why.TOO_MUCH, None]
    # Two programs started, and a sound form beside it.
    assert work_of_programs() - before < 3 * SECONDS


def work_of_programs() -> float:
    """Seconds of work done by programs that were started here and have ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def test_work_is_limited_for_each_form_and_not_for_all_of_them(apart: FormsApart, answered: bytes) -> None:
    began = time.process_time()
    read_fields(answered, patience)
    one = time.process_time() - began

    for _each in range(int(1.5 * SECONDS / one) + 1):
        assert apart.read(answered, patience)


def test_one_program_reads_a_whole_folder_and_is_gone_after_it(
    tmp_path: Path, answered: bytes, started: list[subprocess.Popen[bytes]]
) -> None:
    for at in range(3):
        saved(tmp_path, f"{at}.pdf", answered)
    build(os.environ).forms().read_returned(few(), [str(tmp_path)], ())

    assert [each.returncode is not None for each in started] == [True]


def test_nothing_is_started_for_what_is_no_form(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    saved(tmp_path, "letter.docx", b"PK\x03\x04")
    (file,) = build(os.environ).forms().read_returned(few(), [str(tmp_path)], ()).files

    assert file.why is Why.NOT_A_FORM
    assert started == []


def test_the_program_is_gone_when_the_work_is_stopped(
    tmp_path: Path, answered: bytes, started: list[subprocess.Popen[bytes]]
) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    saved(tmp_path, "form.pdf", answered)
    with pytest.raises(Cancelled):
        build(os.environ).forms().read_returned(few(), [str(tmp_path)], (), stop)

    assert [each.returncode is not None for each in started] == [True]


def test_a_program_that_does_nothing_is_not_waited_for(answered: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    program = ASTRAY.replace("while True:", "import time").replace("            pass", "        time.sleep(600)")
    with FormsApart(SECONDS, program) as apart:
        assert apart.read(answered, patience)
        monkeypatch.setattr(child_process, "WAITS", 0.3)

        with pytest.raises(FormNotTaken, match=Why.TOO_MUCH.value):
            apart.read(b"%PDF-1.7\nnever ends", patience)


def test_a_file_of_the_folder_somebody_works_in_is_no_part_of_the_program(
    tmp_path: Path, answered: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "pypdf", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'was here')!r}, 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with FormsApart(SECONDS) as apart:
        assert apart.read(answered, patience)

    assert not (tmp_path / "was here").exists()


@pytest.mark.parametrize("without", ["an interpreter", "one that starts", "one that is ready", "thawing"])
def test_where_no_program_can_be_started_forms_are_read_here(
    answered: bytes, monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    if without == "thawing":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    elif without != "one that is ready":
        monkeypatch.setattr(sys, "executable", "" if without == "an interpreter" else "/nowhere/python")
    with FormsApart(SECONDS, "raise SystemExit") as apart:
        assert apart.read(answered, patience) == read_fields(answered, patience)

        def no_patience() -> None:
            raise FormNotTaken(Why.TOO_MUCH)

        with pytest.raises(FormNotTaken, match=Why.TOO_MUCH.value):
            apart.read(answered, no_patience)
