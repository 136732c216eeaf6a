"""A torn-down process leaves paths behind; what is taken over of them is modules, lines and functions."""

from hypothesis import given
from hypothesis import strategies as st

from trustcheck.commands.crash.unclean_exit import LARGEST, places_in

HOME = "/home/joan/northgate"
DUMP = f"""Fatal Python error: Segmentation fault

Thread 0x00007f3a5c9fe6c0 [QThreadPool] (most recent call first):
  File "{HOME}/trustcheck/trustcheck/ui/saving.py", line 92 in _write
  File "/usr/lib/python3.11/threading.py", line 975 in run

Current thread 0x00007f3a6e1fc740 (most recent call first):
  File "{HOME}/.venv/lib/python3.11/site-packages/reportlab/pdfgen/canvas.py", line 12 in <module>
  File "{HOME}/letter-to-joan.py", line 3 in <lambda>
  File "{HOME}/trustcheck/trustcheck/ui/run.py", line 40 in open_window
  Garbage-collecting
  <no Python frame>

Extension modules: sqlcipher3._sqlite3, joans_module (total: 2)
"""


def test_a_dump_is_told_as_places_and_nothing_else() -> None:
    assert places_in(DUMP.encode()).splitlines() == [
        "Segmentation fault",
        "another thread",
        "  trustcheck.ui.saving, line 92, in _write",
        "  threading, line 975, in run",
        "the thread it happened in",
        "  reportlab.pdfgen.canvas, line 12, in <module>",
        "  ?, line 3, in <lambda>",
        "  trustcheck.ui.run, line 40, in open_window",
    ]


def test_windows_paths_are_understood() -> None:
    dump = (
        "Windows fatal exception: access violation\n\nCurrent thread 0x00001a2c (most recent call first):\n"
        '  File "D:\\\\Joan\\\\trustcheck\\\\ui\\\\run.py", line 40 in open_window\n'
    ).replace("\\\\", "\\")

    assert places_in(dump.encode()).splitlines() == [
        "access violation",
        "the thread it happened in",
        "  trustcheck.ui.run, line 40, in open_window",
    ]


def test_a_reason_nobody_knows_is_not_quoted() -> None:
    assert places_in(b"Fatal Python error: Joan said so") == "another reason"


def test_a_process_that_was_ended_from_outside_left_nothing_to_tell() -> None:
    assert places_in(b"") == ""


def test_a_dump_without_end_is_looked_at_so_far() -> None:
    line = b'  File "/x/trustcheck/ui/run.py", line 40 in open_window\n'

    assert len(places_in(line * (2 * LARGEST // len(line)))) < LARGEST


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: f'  File "{text}", line 1 in f\n'.encode()))
def test_whatever_lies_there_becomes_places_or_nothing(dump: bytes) -> None:
    known = ("  ?, line ", "Segmentation", "Aborted", "another ", "the thread")

    assert all(line.startswith(known) for line in places_in(dump).splitlines())
