"""The type of every tone and heading, in one place. Sizes in points."""

from trustcheck.report.typography import Style

STYLES = {
    "eyebrow": Style("sans-strong", 9.5, 13, "accent"),
    "title": Style("serif-strong", 23, 28),
    "title-below": Style("serif-strong", 17, 21),
    "heading3": Style("serif-strong", 14, 18),
    "heading4": Style("sans-strong", 12, 15.5),
    "body": Style("sans", 10.5, 14.5),
    "compact": Style("sans", 9.5, 12.8),
    "quiet": Style("sans", 9.5, 12.8, "ink2"),
    "small": Style("sans", 8.5, 11.5, "ink2"),
    "cell": Style("sans", 8.8, 11.2),
    "cell-strong": Style("sans-medium", 8.8, 11.2),
    "cell-quiet": Style("sans", 8.5, 11.2, "ink2"),
    "annex": Style("sans", 8.0, 9.8),
    "annex-strong": Style("sans-medium", 8.0, 9.8),
    "annex-quiet": Style("sans", 7.8, 9.8, "ink2"),
    "head": Style("sans-strong", 8.5, 11.5, "ink2"),
    "label": Style("sans-strong", 9.5, 14.5, "ink2"),
    "accent": Style("sans-strong", 10.5, 14.5, "accent"),
}
