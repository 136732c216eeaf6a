"""What came back of what was filled in: read as the window reads it, and looked at in two engines."""

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from tests.forms_by_programs.steps import CHOSEN_AGAIN, NOTES, expected
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.exchange.forms.returned import read_returned

_DARK = 128
_SCALE = 2


@dataclass(frozen=True, slots=True)
class Came:
    """``wrong`` names what differs from what was filled in; ``unseen`` the notes that an engine draws as nothing."""

    wrong: tuple[str, ...]
    unseen: tuple[str, ...]
    again: str = ""
    """What became of an answer that was chosen twice."""


def judged(saved: Path, order: FormOrder) -> Came:
    (file,) = read_returned(order, [str(saved)], (), clock=time.thread_time).files
    if file.sheet is None:
        return Came((f"not taken: {file.why}",), ())
    wrong = [f"{file.why}"] if file.why else []
    wrong += file.remarks
    given, meant = dict(file.sheet.response.answers), expected(order)
    for number, item_id in enumerate(order.asked, 1):
        if number != CHOSEN_AGAIN + 1 and given.get(item_id) != meant.get(item_id):
            wrong.append(f"question {number}: {given.get(item_id)} and not {meant.get(item_id)}")
    for (script, text), item_id in zip(NOTES.items(), order.asked, strict=False):
        if file.sheet.notes.get(item_id) != text:
            wrong.append(f"{script} note: {file.sheet.notes.get(item_id)!r}")
    again = "stays" if order.asked[CHOSEN_AGAIN] in given else "taken back"
    return Came(tuple(wrong), tuple(_unseen(saved)), again)


def _unseen(saved: Path) -> list[str]:
    """Each note is a box on one page: its share of dark pixels without its frame says whether anything stands in it."""
    boxes = {script: _box(saved, f"note{number}") for number, script in enumerate(NOTES, 1)}
    found = []
    for engine, draw in (("PDFium", _by_pdfium), ("poppler", _by_poppler)):
        for script, (page, box) in boxes.items():
            with draw(saved, page) as picture:
                inside = (
                    box[0] + 2,
                    picture.height / _SCALE - box[3] + 2,
                    box[2] - 2,
                    picture.height / _SCALE - box[1] - 2,
                )
                cut = picture.crop(tuple(round(each * _SCALE) for each in inside)).convert("L")
                dark = sum(cut.histogram()[:_DARK])
            if dark < 20 * _SCALE:
                found.append(f"{script} in {engine}")
    return found


def _box(saved: Path, name: str) -> tuple[int, tuple[float, ...]]:
    import pikepdf

    with pikepdf.open(saved) as file:
        for at, page in enumerate(file.pages):
            for widget in page.get("/Annots", []):
                if str(widget.get("/T", "")) == name:
                    return at, tuple(float(each) for each in widget.Rect)
    raise LookupError(name)


def _by_pdfium(saved: Path, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(saved) as file:
        file.init_forms()
        return file[page].render(scale=_SCALE, may_draw_forms=True).to_pil()


def _by_poppler(saved: Path, page: int) -> Image.Image:
    with TemporaryDirectory() as folder:
        picture = Path(folder, "page")
        drawn = ["pdftoppm", "-r", str(72 * _SCALE), "-f", str(page + 1), "-l", str(page + 1), "-singlefile", "-png"]
        subprocess.run([*drawn, str(saved), str(picture)], check=True, timeout=60)
        with Image.open(picture.with_suffix(".png")) as image:
            return image.copy()
