"""`kg review`: pairs of things that may be one, to be judged; builds follow what was said."""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Final

import click

from kg import registers, store
from kg.cli import _console, _options, _pairs
from kg.errors import KGError, UnknownName, UsageError
from kg.identity import judgements
from kg.identity.judgements import Judgement, Judgements, Verdict, judgement
from kg.identity.names import fold
from kg.query import find
from kg.records import Key
from kg.review import Doubt, Thing, doubts, read
from kg.review.likeness import LEAST
from kg.settings import JUDGEMENTS, load
from kg.stages import folder as folders
from kg.store import Store

_KINDS: Final = ("org", "programme", "place", "event", "law")
_ANSWERS: Final[dict[str, Verdict]] = {"y": "same", "n": "different", "u": "unsure"}
_QUESTION: Final = "One thing? yes, no, unsure; back, skip, quit"
_HELP: Final = (
    "yes: one thing; no: two things; unsure: left open, and not asked again; back: take back the last"
    " answer; skip, or Enter: asked another time; quit: stop, answers are kept. The first letter will do."
)
_WORDS: Final = ("yes", "no", "unsure", "back", "skip", "quit")


def _pair(flag: str, what: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        flag, nargs=2, multiple=True, metavar="THING THING", help=f"Judge that two are {what}."
    )


@click.command(
    epilog="""\b
Examples:
  kg review
  kg review --format json | less
  kg review --same "WFP" "World Food Programme" --note "its own web site"
  kg review --undo WFP
"""
)
@_options.directory
@_options.config
@click.option("--kind", type=click.Choice(_KINDS), default=None, help="Only things of one kind.")
@click.option(
    "--least", type=click.FloatRange(0, 1), default=LEAST, show_default=True,
    help="How alike two things have to be.",
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Also what a veto or a judgement decides.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many pairs.")
@_pair("--same", "one thing")
@_pair("--different", "two things")
@_pair("--unsure", "a question to leave open")
@click.option("--note", default="", help="Why, to be kept with these judgements.")
@click.option("--undo", multiple=True, metavar="THING", help="Take back the judgement of a thing.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default=None)
def command(
    *,
    folder: Path,
    config: Path | None,
    kind: str | None,
    least: float,
    everything: bool,
    limit: int | None,
    same: tuple[tuple[str, str], ...],
    different: tuple[tuple[str, str], ...],
    unsure: tuple[tuple[str, str], ...],
    note: str,
    undo: tuple[str, ...],
    form: str | None,
) -> None:
    """Show which things may be one, ask on a terminal, and keep the answers for later builds.

    THING is a name, an IRI, or a key. The answers stand in the file of judgements that the
    settings name (judgements.tsv), a text file to be edited and kept under version control.
    """
    settings = load(config)
    path = settings.judgements or Path(JUDGEMENTS)
    judged = judgements.load(path)
    if undo:
        _save(judged.without(_of(judged, undo, folder)), path)
        return
    index = store.open_read_only(folders.opened(folder) / "store")
    things = read(index)
    told: dict[Verdict, Sequence[tuple[str, str]]] = {
        "same": same, "different": different, "unsure": unsure,
    }  # fmt: skip
    if any(told.values()):
        for verdict, given in told.items():
            for names in given:
                sides = _sides(names, things, index, judged)
                judged = judged.with_(judgement(verdict, *sides, note))
        _save(judged, path)
        return
    places = registers.load(settings.registers)
    found = [
        doubt
        for doubt in doubts(things, judged, places, least)
        if kind in {None, doubt.one.family} and (everything or doubt.is_open)
    ][:limit]
    if form is None and sys.stdin.isatty() and sys.stdout.isatty():
        if not found:
            _console.say("Nothing to judge: no two things are so alike.")
            return
        _ask(found, index, judged, path)
    elif form == "json":
        listed = [_pairs.record(doubt, index) for doubt in found]
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
    else:
        _console.table(_pairs.COLUMNS, map(_pairs.row, found))


def _ask(found: Sequence[Doubt], index: Store, judged: Judgements, path: Path) -> None:
    """Ask about each pair; every answer is kept at once."""
    at, before = 0, judged
    while at < len(found):
        doubt = found[at]
        _pairs.show(doubt, index, f"{at + 1} of {len(found)}")
        answer = _answer()
        if answer == "q":
            break
        if answer == "b":
            at = max(at - 1, 0)
            judged = judged.without(_judgement("unsure", found[at].one, found[at].two))
            judgements.save(judged, path)
            continue
        if verdict := _ANSWERS.get(answer):
            judged = judged.with_(_judgement(verdict, doubt.one, doubt.two))
            judgements.save(judged, path)
        at += 1
    if judged != before:
        _save(judged, path)


def _answer() -> str:
    """Answer the first letter of what is said; what is no answer is told, and asked for again."""
    while True:
        said = click.prompt(_QUESTION, default="skip", show_default=False).strip().lower()
        if said and any(word.startswith(said) for word in _WORDS):
            return str(said[0])
        _console.say(_HELP)


def _judgement(verdict: Verdict, one: Thing, two: Thing, note: str = "") -> Judgement:
    return judgement(verdict, (one.key, one.label), (two.key, two.label), note)


def _save(judged: Judgements, path: Path) -> None:
    judgements.save(judged, path)
    count = len(judged.listed)
    said = f"{count} judgement{'' if count == 1 else 's'}"
    _console.say(f"Wrote {path} with {said}: the next kg build follows it.")


def _thing(name: str, things: Sequence[Thing], index: Store) -> Thing:
    """Answer the thing of a key, an IRI or a name."""
    for thing in things:
        if name == thing.iri or name in thing.keys:
            return thing
    iri = find(index, name).iri
    for thing in things:
        if thing.iri == iri:
            return thing
    raise UsageError(f"{name}: is not known by name only: name an organisation, programme or place")


def _sides(
    names: tuple[str, str], things: Sequence[Thing], index: Store, judged: Judgements
) -> tuple[tuple[Key, str], tuple[Key, str]]:
    """Answer what a pair names, by key and name; of one thing the keys that came together in it.

    Raises:
        UsageError: both names have one key, so that no judgement can part them.
    """
    one, two = (_thing(name, things, index) for name in names)
    if one.iri != two.iri or len(one.keys) == 1:
        return (one.key, one.label), (two.key, two.label)
    first, second = (_called(name, one, judged) for name in names)
    for mine, other in product(first or set(one.keys) - second, second or set(one.keys) - first):
        if mine != other:
            return (mine, names[0]), (other, names[1])
    raise UsageError(f"{' and '.join(names)}: documents say both of {one.key}: name two keys of it")


def _called(name: str, thing: Thing, judged: Judgements) -> set[Key]:
    """Answer the keys of a thing that a name is of, by the key or by what was judged before."""
    said = {
        key
        for one in judged.listed
        for key, label in zip(one.keys, one.names, strict=True)
        if key in thing.keys and fold(label) == fold(name)
    }
    own = {key for key in thing.keys if key == name or key.endswith(f":{fold(name)}")}
    return own or said


def _of(judged: Judgements, names: Sequence[str], folder: Path) -> Judgement:
    """Answer the one judgement that names all these, as it is written or as the build knows them."""
    found = [j for j in judged.listed if all(_is_of(j, name) for name in names)]
    if not found:
        keys = [{name, *_keys(name, folder)} for name in names]
        found = [j for j in judged.listed if not any(known.isdisjoint(j.keys) for known in keys)]
    if len(found) == 1:
        return found[0]
    wanted = " and ".join(names)
    if not found:
        raise UnknownName(f"{wanted}: not judged: see the lines of the file of judgements")
    listed = "; ".join(" and ".join(j.keys) for j in found)
    raise UnknownName(f"{wanted}: judged {len(found)} times: give --undo for both of {listed}")


def _keys(name: str, folder: Path) -> Sequence[Key]:
    """Answer the keys of what a build knows by a name, none where it knows no such thing."""
    try:
        index = store.open_read_only(folders.opened(folder) / "store")
        return _thing(name, read(index), index).keys
    except KGError:
        return ()


def _is_of(judged: Judgement, name: str) -> bool:
    return name in judged.keys or fold(name) in map(fold, judged.names)
