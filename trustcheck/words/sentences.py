"""Names and labels as a sentence wants them: in a row, without their capital, in quotation marks."""

from collections.abc import Sequence

from trustcheck.words import gettext as _


def in_a_row(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{several} and {last}").format(several=", ".join(names[:-1]), last=names[-1])


def lowered(label: str) -> str:
    """A label inside a sentence; the word for oneself keeps its capital."""
    return label if label.startswith("I ") else label[:1].lower() + label[1:]


def quoted(label: str) -> str:
    """The same in quotation marks: an answer of the scale, as it stands in a sentence."""
    return in_quotes(lowered(label))


def in_quotes(words: str) -> str:
    """Words as they are, in the quotation marks of the language."""
    return _("\u201c{words}\u201d").format(words=words)


def leading(label: str) -> str:
    """A label before what it leads, with the colon as the language sets it: French leaves room before it."""
    return _("{name}:").format(name=label)
