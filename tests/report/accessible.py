"""What the checker for accessible files says of one. A rule that broke over a file is no rule that was kept."""

from pathlib import Path

from pdfua.validator import validate


def rules_not_kept(path: Path) -> set[str]:
    """The ids of the rules a file breaks, and of those that could not be tried on it: its own verdict and exit code
    leave the latter out.
    """
    report = validate(str(path))
    return {each.rule_id for each in report.findings} | {f"{each.rule_id} was not tried" for each in report.skipped}
