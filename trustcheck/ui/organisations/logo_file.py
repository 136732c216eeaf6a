"""A logo from a file somebody chose: looked at as a picture, and kept as nothing but its pixels."""

import os
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _
from trustcheck.words.numbers import grouped

LARGEST_FILE = 2 * 1024 * 1024
LEAST_WIDTH = 200
_MOST_ACROSS = 4000
"""Pixels a side of the picture in the file may have; a small file can unfold into a very large one."""
_KEPT_ACROSS = (1200, 800)
"""Sharper than print in the box of a cover, 150 by 50 points."""
_THINNEST = 100
"""Times as long as wide. A report would refuse to be made with a line, long after the logo was taken."""
_USUAL_DEPTH = 32
"""Bits of a pixel."""
_FORMATS = (b"png", b"jpeg")


def read_logo(path: str) -> bytes:
    """The picture as PNG bytes without anything else that was in the file. Raises :class:`Refused`.

    Safe on any thread. Pixels are copied into a new picture: what a file says about itself, and what hides behind its
    pixels, stays behind.
    """
    return _as_png(_bare(_decoded(_bytes_of(path))))


def picture_of(logo: bytes) -> QImage:
    """A kept logo as a picture; an empty one where there is none, or where it cannot be read."""
    picture = QImage()
    picture.loadFromData(logo)
    return picture


def _bytes_of(path: str) -> bytes:
    file = Path(path)
    try:
        # A pipe would be waited for.
        if not S_ISREG(file.stat().st_mode):
            raise _refused(_("That is no file with a picture in it."))
        if os.path.lexists(f"{os.path.realpath(file)}-lock"):
            # An open data file; closing another handle on it would drop the locks that keep its log (POSIX).
            raise _refused(_("That file is not a PNG or JPEG picture."))
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        raise _refused(_("That file could not be read.")) from None
    if len(content) > LARGEST_FILE:
        raise _refused(_("That picture is larger than two megabytes."))
    return content


def _decoded(content: bytes) -> QImage:
    """The picture in the bytes, whatever the file is called. The picture's size is asked before it is unfolded."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise _refused(_("That file is not a PNG or JPEG picture."))
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_ACROSS:
        raise _refused(_("That picture has more than {number} pixels a side.").format(number=grouped(_MOST_ACROSS)))
    picture = reader.read()
    if picture.isNull():
        raise _refused(_("That picture is damaged."))
    if picture.width() < LEAST_WIDTH:
        said = _("That picture is {width} pixels wide and would look like a stamp. 600 or more looks good.")
        raise _refused(said.format(width=picture.width()))
    if max(picture.width(), picture.height()) > _THINNEST * min(picture.width(), picture.height()):
        raise _refused(_("That picture is a thin line and would not be seen."))
    return picture


def _bare(picture: QImage) -> QImage:
    """The same pixels, not larger than needed, in a picture that knows nothing else."""
    if picture.depth() > _USUAL_DEPTH:
        # Twice as much memory, and scaling takes as much again.
        picture.convertTo(QImage.Format.Format_RGBA8888)
    across, along = _KEPT_ACROSS
    if picture.width() > across or picture.height() > along:
        picture = picture.scaled(
            across, along, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    plain = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = bytes(memoryview(plain.constBits()))
    # A copied picture would bring its texts and its colour profile along; one made from pixels has neither.
    return QImage(pixels, plain.width(), plain.height(), plain.bytesPerLine(), plain.format()).copy()


def _as_png(picture: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    if kept.size() > LARGEST_FILE:
        raise _refused(_("That picture is larger than two megabytes once it is unpacked."))
    return bytes(kept.data())


def _refused(sentence: str) -> Refused:
    return Refused(sentence, _("The logo is as it was."), _("Choose a PNG or JPEG picture."))
