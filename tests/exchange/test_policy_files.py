"""Policies as files: text, PDF and Word are read in a program of their own; anything else ends in one sentence."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from trustcheck.app.refusals import Refused
from trustcheck.exchange.policies import child
from trustcheck.exchange.policies.policy_text import policy_text


def word() -> bytes:
    made, kept = Document(), BytesIO()
    made.add_heading("A policy with a long heading of its own")
    made.add_paragraph("Staff must not:")
    made.add_paragraph("share secrets", style="List Bullet")
    made.add_table(1, 1).cell(0, 0).text = "You may talk about your work."
    made.save(kept)
    return kept.getvalue()


def pdf(*lines: str) -> bytes:
    kept = BytesIO()
    canvas = Canvas(kept)
    for at, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * at, line)
    canvas.save()
    return kept.getvalue()


def read(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    try:
        return policy_text(str(path))
    finally:
        assert path.read_bytes() == content


def test_word_gives_paragraphs_lists_and_tables_without_headings(tmp_path: Path) -> None:
    assert read(tmp_path, "policy.docx", word()).split("\n") == [
        "", "Staff must not:", "- share secrets", "", "You may talk about your work.", "",
    ]  # fmt: skip


def test_word_gives_what_was_inserted_while_changes_were_tracked(tmp_path: Path) -> None:
    plain = b"<w:t>Staff must not:</w:t></w:r>"
    by = b'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
    tracked = b"<w:t>Staff </w:t></w:r><w:ins %s><w:r><w:t>must not:</w:t></w:r></w:ins>" % by
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(word())) as before, zipfile.ZipFile(made, "w") as after:
        for part in before.infolist():
            after.writestr(part, before.read(part).replace(plain, tracked))

    assert "Staff must not:" in read(tmp_path, "tracked.docx", made.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_as_it_was_saved(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "policy.txt", "Größe zählt.\r\nJa.".encode(encoding)) == "Größe zählt.\nJa."


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    assert "You may talk about your work." in read(tmp_path, "policy.pdf", pdf("You may talk about your work."))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.pdf", pdf(), "none.pdf holds pictures and no text that could be read."),
        ("cut.pdf", pdf("You may.")[:200], "cut.pdf is damaged, or is no PDF or Word document."),
        ("cut.docx", word()[:900], "cut.docx is damaged, or is no PDF or Word document."),
        (
            "picture.png",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
            "picture.png is no text, no PDF and no Word document.",
        ),
        ("empty.txt", b" \n", "empty.txt is no text, no PDF and no Word document."),
    ],
)
def test_what_holds_no_policy_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, name, content)

    assert str(refused.value) == f"{sentence} Nothing was changed. Paste the text of the policy instead."


def test_a_document_that_unpacks_too_far_or_is_packed_in_a_strange_way_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = BytesIO()
    with zipfile.ZipFile(strange, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("word/document.xml", "words")
    with pytest.raises(Refused, match="is damaged"):
        read(tmp_path, "strange.docx", strange.getvalue())
    monkeypatch.setattr(child, "MOST_UNPACKED", 1000)
    with pytest.raises(child.NoPolicy):
        child.text_of("docx", word())


def test_what_a_terminal_would_act_on_is_left_out(tmp_path: Path) -> None:
    assert (
        read(tmp_path, "policy.txt", b"You may \x1b[2Jpost about what you do at work, in your own words.").count("\x1b")
        == 0
    )


@pytest.mark.parametrize("path", [lambda folder: folder / "nowhere.txt", lambda folder: folder])
def test_what_is_no_file_is_refused(tmp_path: Path, path: Callable[[Path], Path]) -> None:
    with pytest.raises(Refused):
        policy_text(str(path(tmp_path)))
