"""`kg export`: the graph, or a part of it, in an RDF syntax."""

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from kg import exports, resources, store
from kg.cli import _console, _files, _options
from kg.errors import UsageError
from kg.exports import Selection
from kg.query import find, load
from kg.settings import load as load_settings
from kg.stages import folder as folders
from kg.stages.record import base_of
from kg.store import Triples

_NAMES = [form.NAME for form in exports.formats()]


@click.command(
    epilog="""\b
Examples:
  kg export > graph.ttl
  kg export --format jsonld --about "UN Women" -o un-women.jsonld
  kg export --format nquads --source portal/MX_2021.txt
"""
)
@_options.directory
@click.option("--format", "form", type=click.Choice(_NAMES), default="turtle", show_default=True)
@_options.config
@click.option("--source", help="Only what this source says, by its key.")
@click.option("--about", help="Only this thing, by IRI or name, with its facts and quotes.")
@click.option("--query", help="Only the answer of a CONSTRUCT query, by name or file.")
@click.option(
    "--without-contacts",
    is_flag=True,
    help="Leave out names, mail and telephone of the contact persons that publishers name.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; without it, standard output.",
)  # fmt: skip
def command(
    *,
    folder: Path,
    config: Path | None,
    form: str,
    source: str | None,
    about: str | None,
    query: str | None,
    without_contacts: bool,
    output: Path | None,
) -> None:
    """Write the graph, or a part of it, in an RDF syntax.

    Addresses, accounts and telephone numbers in texts are overwritten; the build keeps them.
    """
    chosen = [name for name in (source, about, query) if name]
    if len(chosen) > 1:
        raise UsageError("export: --source, --about and --query: give one of them")
    build = folders.opened(folder)
    base = base_of(build)
    selection = _selection(build, (source, about, query), load_settings(config).queries)
    selection = exports.published(selection)
    if without_contacts:
        selection = exports.without_contacts(selection)
    with ExitStack() as stack:
        stream = stack.enter_context(_files.writing(output)) if output else sys.stdout.buffer
        exports.export(selection, form, stream, base=base)
    if output:
        _console.say(f"Wrote {output}.")


def _selection(
    build: Path,
    chosen: tuple[str | None, str | None, str | None],
    queries: tuple[Path, ...],
) -> Selection:
    source, about, query = chosen
    graph = build / "graph.nq"
    if not (source or about or query):
        return exports.whole(graph)
    index = store.open_read_only(build / "store")
    if source:
        return exports.of_source(graph, index, source)
    if about:
        return exports.about(index, find(index, about).iri)
    library = load((resources.folder("queries"), *queries))
    answer = index.query(library.find(query or "").text)
    if not isinstance(answer, Triples):
        raise UsageError(f"export: {query}: answers rows and no graph: use kg query {query}")
    return exports.constructed(answer.triples)
