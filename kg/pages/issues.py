"""What of a page was not read, or does not agree with itself."""

from collections.abc import Iterator

from kg.pages.sections import Parts, Span
from kg.records import Issue


def issues(page: Parts, text: str) -> Iterator[Issue]:
    """Answer the issues of a page's parts, in the order of their kinds."""
    for name, skipped in page.skipped.items():
        yield _issue(
            text, skipped.first, "not-handled", "this part of the page is not read yet",
            path=name, count=skipped.lines,
        )  # fmt: skip
    for section in page.sections:
        span = section.title or section.note or (0, 0)
        if section.is_outcome and section.identified is None:
            yield _issue(text, span, "missing-identifier", "an outcome without identifier")
        elif section.identified and section.identified.others:
            others = ", ".join(section.identified.others)
            yield _issue(
                text, span, "identifier-conflict",
                f"{section.identified.published} names {others} too; its first is taken",
            )  # fmt: skip
    yield from _miscounted(page)
    if page.left_over:
        yield _issue(
            text, page.left_over[0], "unread-text", "no known heading tells what this is",
            count=len(page.left_over),
        )  # fmt: skip


def _miscounted(page: Parts) -> Iterator[Issue]:
    said = sum(last - first + 1 for first, last, _ in page.shown)
    found = sum(section.is_outcome for section in page.sections)
    if page.shown and said != found:
        yield Issue(
            code="count-mismatch",
            message=f"the page says that it shows {said} outcomes; {found} are in this copy",
            path="shown",
        )


def _issue(
    text: str, span: Span, code: str, message: str, *, path: str = "", count: int = 1
) -> Issue:
    start, end = span
    return Issue(
        code=code,
        message=message,
        path=path,
        line=text.count("\n", 0, start) + 1,
        start=start,
        raw=text[start : min(end, start + 200)],
        count=count,
    )
