"""Write kg/terms.py from ontology/: one class a namespace, one Final a term.

Run `python scripts/terms.py` after a change to ontology/; `--check` fails where the file is behind.
"""

import keyword
import sys
from pathlib import Path

from rdflib import RDF, Graph, Namespace
from rdflib.namespace import OWL, VANN
from rdflib.term import Node

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
TARGET = ROOT / "kg" / "terms.py"
HEAD = '''"""The terms of ontology/ as Python constants. Written by scripts/terms.py; do not edit."""

from typing import Final
'''


def namespaces() -> dict[str, str]:
    """Answer prefix to namespace, as ontology/namespaces.ttl lists them."""
    graph = Graph().parse(ONTOLOGY / "namespaces.ttl")
    return {
        str(graph.value(node, VANN.preferredNamespacePrefix)): str(uri)
        for node, uri in graph.subject_objects(VANN.preferredNamespaceUri)
    }


def terms(spaces: dict[str, str]) -> dict[str, set[str]]:
    """Answer prefix to local names: all we define, and those that ontology/reused.ttl lists."""
    okg = Namespace(spaces["okg"])
    found: set[Node] = set()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        graph = Graph().parse(path)
        kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        found |= {s for k in kinds for s in graph.subjects(RDF.type, k) if str(s).startswith(okg)}
        found |= set(graph.objects(None, okg.reuses))
    by_prefix: dict[str, set[str]] = {}
    for term in map(str, found):
        prefix = next(p for p, uri in spaces.items() if term.startswith(uri) and p != "base")
        by_prefix.setdefault(prefix, set()).add(term.removeprefix(spaces[prefix]))
    return by_prefix


def identifier(name: str) -> str:
    """Answer a legal Python name: keywords get a trailing underscore."""
    return f"{name}_" if keyword.iskeyword(name) else name


def source() -> str:
    """Answer the text of kg/terms.py."""
    spaces = namespaces()
    lines = [HEAD]
    lines.append("PREFIXES: Final[dict[str, str]] = {")
    lines += [f'    "{p}": "{spaces[p]}",' for p in sorted(spaces) if p != "base"]
    lines.append("}\n")
    lines.append(f'DEFAULT_BASE: Final = "{spaces["base"]}"')
    for prefix, names in sorted(terms(spaces).items()):
        lines.append(f'\n\nclass {prefix.upper()}:\n    """Terms of <{spaces[prefix]}>."""\n')
        for name in sorted(names):
            lines.append(f'    {identifier(name)}: Final = "{spaces[prefix]}{name}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = source()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit("kg/terms.py is behind ontology/: run python scripts/terms.py")
    else:
        TARGET.write_text(text, encoding="utf-8")
