r"""What people decided about who is who: a text file that builds replay.

A line is a verdict, the keys of two things, their names for readers, and a note, with tabs between;
lines are sorted by keys. Lines that begin with `#` are comments: those at the head of the file up
to an empty line stay there, others stay above the line that they stand above.

Example:
    same<TAB>org:id:XM-EXAMPLE-1<TAB>org:name:MX:water board<TAB>Water Board<TAB>WB<TAB>asked by mail
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, get_args

from kg.errors import UsageError
from kg.identity import keys
from kg.identity.kinds import NAMED, family
from kg.records import Key
from kg.settings import JUDGEMENTS

Verdict = Literal["same", "different", "unsure"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

_HEAD: Final = (
    "# Who is who, as people judged it. A line: verdict, key, key, name, name, note; tabs between.",
    "# same: one thing. different: two things. unsure: asked, and left open. `kg build` reads this file.",
)
_LEAST_CELLS: Final = 3
_MOST_CELLS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two keys mean one thing. `keys` are in order, `names` are theirs, for readers.

    `comments` are the lines above it, `line` is where it stands (0: not yet in a file).
    """

    verdict: Verdict
    keys: tuple[Key, Key]
    names: tuple[str, str] = ("", "")
    note: str = ""
    comments: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judgements of a file, by their keys in order."""

    listed: tuple[Judgement, ...] = ()
    head: tuple[str, ...] = _HEAD
    tail: tuple[str, ...] = ()

    def with_(self, judgement: Judgement) -> "Judgements":
        """Answer these and one more, which stands for an older one of the same keys."""
        old = next((j for j in self.listed if j.keys == judgement.keys), None)
        kept = replace(judgement, comments=judgement.comments or (old.comments if old else ()))
        return self._of([*(j for j in self.listed if j is not old), kept])

    def without(self, judgement: Judgement) -> "Judgements":
        """Answer these but one."""
        return self._of([j for j in self.listed if j.keys != judgement.keys])

    def _of(self, listed: Iterable[Judgement]) -> "Judgements":
        return replace(self, listed=tuple(sorted(listed, key=lambda j: j.keys)))

    def text(self) -> str:
        """Answer the text of the file, sorted."""
        lines = [*self.head, ""] if self.head else []
        for judgement in self.listed:
            lines += [*judgement.comments, _line(judgement)]
        return "".join(f"{line}\n" for line in [*lines, *self.tail])

    @property
    def digest(self) -> str:
        """Answer the SHA-256 of what is decided; comments, names and notes decide nothing."""
        decided = sorted(f"{j.verdict}\t{j.keys[0]}\t{j.keys[1]}\n" for j in self.listed)
        return hashlib.sha256("".join(decided).encode()).hexdigest() if decided else ""


def judgement(
    verdict: Verdict, first: tuple[Key, str], second: tuple[Key, str], note: str = ""
) -> Judgement:
    """Answer a judgement of two things, each given by key and name.

    Raises:
        UsageError: they can never be one thing.
    """
    one, two = sorted((first, second))
    if problem := _problem(one[0], two[0]):
        raise UsageError(f"{one[0]} and {two[0]}: {problem}")
    return Judgement(verdict=verdict, keys=(one[0], two[0]), names=(one[1], two[1]), note=note)


def load(path: Path | None) -> Judgements:
    """Answer the judgements in a file; there are none where there is no file.

    Raises:
        UsageError: the file cannot be read, or a line is no judgement.
    """
    if path is None or not path.exists():
        return Judgements()
    try:
        return parse(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}): save it as UTF-8 text") from error


def save(judgements: Judgements, path: Path) -> None:
    """Write all judgements to a file; it is the old one or the new one at any moment."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(judgements.text(), encoding="utf-8", newline="\n")
    partial.replace(path)


def parse(text: str, where: str = JUDGEMENTS) -> Judgements:
    r"""Answer the judgements that stand in a text.

    Raises:
        UsageError: a line is no judgement, or two judge the same keys.

    Example:
        >>> parse("same\torg:id:B\torg:id:A\tBe\tA\n").listed[0].names
        ('A', 'Be')
    """
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = tuple(lines[:end]) if end < len(lines) and not lines[end].strip() else ()
    found: dict[tuple[Key, Key], Judgement] = {}
    above: list[str] = []
    for number, line in enumerate(lines[len(head) :], len(head) + 1):
        if line.startswith("#"):
            above.append(line)
        elif line.strip():
            made = _parsed(line, f"{where}: line {number}", number, tuple(above))
            if made.keys in found:
                first = found[made.keys].line
                raise UsageError(f"{where}: line {number}: judged in line {first} too: keep one")
            found[made.keys] = made
            above.clear()
    return Judgements(tuple(sorted(found.values(), key=lambda j: j.keys)), head, tuple(above))


def _parsed(line: str, where: str, number: int, above: tuple[str, ...]) -> Judgement:
    cells = [cell.strip() for cell in line.split("\t")]
    if not _LEAST_CELLS <= len(cells) <= _MOST_CELLS:
        raise UsageError(
            f"{where}: {len(cells)} cells: write verdict, key, key, name, name, note with tabs between"
        )
    word, one, two, name, other, note = [*cells, "", "", ""][:_MOST_CELLS]
    verdict = next((known for known in VERDICTS if known == word), None)
    if verdict is None:
        raise UsageError(f"{where}: verdict '{word}': write one of {', '.join(VERDICTS)}")
    if problem := _problem(Key(one), Key(two)):
        raise UsageError(f"{where}: {problem}")
    first, second = sorted([(Key(one), name), (Key(two), other)])
    return Judgement(
        verdict=verdict,
        keys=(first[0], second[0]),
        names=(first[1], second[1]),
        note=note,
        comments=above,
        line=number,
    )


def _problem(one: Key, two: Key) -> str:
    """Answer why two keys cannot be judged, or "" where they can."""
    for key in (one, two):
        if key.count(":") < len(("kind", "scheme")) or keys.kind(key) not in NAMED:
            return f"'{key}' is no key of a thing: copy it from kg review --format json"
    if one == two:
        return "the same key twice: name two things"
    if family(keys.kind(one)) != family(keys.kind(two)):
        return f"a {keys.kind(one)} is never a {keys.kind(two)}: name two things of one kind"
    return ""


def _line(judgement: Judgement) -> str:
    cells: Sequence[str] = (judgement.verdict, *judgement.keys, *judgement.names, judgement.note)
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")
