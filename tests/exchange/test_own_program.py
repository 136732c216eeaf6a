"""What reads hostile files and what listens is a program of its own, from a bundle without an interpreter as well."""

import sys
from pathlib import Path

import pytest

from tests.forms import few, filled, some_answers
from trustcheck.app.ports import Refused
from trustcheck.exchange.forms.child_process import FormsApart
from trustcheck.exchange.own_program import PART, started
from trustcheck.exchange.room_process import own_addresses

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands in for the part by a script of a shell")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program, with the part that runs lines as ``packaging/part.py`` does."""
    part = tmp_path / PART
    part.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/lines\nexec {sys.executable} -I -c "$1"\n')
    part.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "trustcheck"))
    return tmp_path


def test_a_bundle_reads_forms_apart(bundle: Path) -> None:
    content = filled(few(), some_answers(few()))
    with FormsApart(10.0) as apart:
        assert apart.read(content, lambda: None)

    assert "trustcheck.exchange.forms.child" in (bundle / "lines").read_text()


def test_a_bundle_opens_its_room_apart(bundle: Path) -> None:
    own_addresses()

    assert "trustcheck.room.addresses" in (bundle / "lines").read_text()


def test_a_bundle_without_its_part_says_so_where_a_room_is_wanted(bundle: Path) -> None:
    (bundle / PART).unlink()

    assert started("print()") is None
    with pytest.raises(Refused, match="listens for phones could not be started"):
        own_addresses()
