"""Lines of a benchmark's table, which stand at the end of the run."""

told: list[str] = []


class Figures:
    """``print_figures("report  1.2 x bare ReportLab")``: each call adds one line to the closing table."""

    def __call__(self, *lines: str) -> None:
        told.extend(lines)
