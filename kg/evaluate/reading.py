"""Gold files and the pages that their spans count in."""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from kg.errors import SourceError
from kg.evaluate.checks import check
from kg.evaluate.gold import Gold, Page
from kg.records import Issue
from kg.text.decoding import decode
from kg.text.language import language
from kg.text.reading import read as read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """The pages of a folder of gold files, by the name of the file, and what is wrong with it."""

    pages: tuple[Page, ...]
    issues: tuple[Issue, ...]


def read(folder: Path, pages: Path | None = None) -> GoldSet:
    """Answer the gold of a folder; the pages stand in `pages`, or beside the gold.

    Raises:
        SourceError: no file of the folder is a gold file.
    """
    issues: list[Issue] = []
    found: dict[str, Page] = {}
    for path in sorted(folder.glob("*.json")):
        page, flaws = _page(path, pages or folder)
        issues += flaws
        if page and page.name in found:
            message = f"a second gold file for {page.name}: left out"
            issues.append(Issue(code="gold-twice", message=message, path=path.name))
        elif page:
            found[page.name] = page
    if not found:
        why = f": {issues[0].path}: {issues[0].message}" if issues else ""
        raise SourceError(f"{folder}: no gold files{why}: name a folder of .json annotations")
    return GoldSet(pages=tuple(found.values()), issues=tuple(issues))


def _page(path: Path, pages: Path) -> tuple[Page | None, list[Issue]]:
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"no gold file ({error}): left out"
        return None, [Issue(code="gold-file", message=message, path=path.name)]
    file = pages / (gold.document.file or f"{path.stem}.txt")
    page = Page(name=file.name, gold=gold, lang=gold.document.language)
    text, flaws = _text(path.name, file)
    flaws += check(path.name, gold, text)
    if text is None:
        return page, flaws
    lang = page.lang or language(read_text(text).text)
    return replace(page, path=file, text=text, lang=lang), flaws


def _text(name: str, file: Path) -> tuple[str | None, list[Issue]]:
    try:
        text, _, flaws = decode(file.read_bytes(), file.name)
    except OSError as error:
        message = f"{file}: not read ({error.strerror}): its spans are not checked: see --pages"
    except (SourceError, ValueError) as error:
        message = f"{error}: its spans are not checked"
    else:
        return text, [replace(flaw, path=f"{name}: {file.name}") for flaw in flaws]
    return None, [Issue(code="gold-page", message=message, path=name)]
