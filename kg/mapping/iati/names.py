"""What the parts of a record are called: a function of what was published, never of its order.

The local name of a part is that of its record, a dot, and the publisher's reference where no other
part has it, else a digest of what it stands in and of its content; an exact repeat gets `-2`.
A reference that has a dot or looks like a digest is not used, so that names stay distinct.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from kg.iris import encode
from kg.mapping.iati.plan import Plan
from kg.mapping.iati.writing import Writing, first
from kg.mapping.names import short
from kg.records import Node

_BETWEEN: Final = "\x1e"
_PLAIN: Final = re.compile(r"(?![0-9a-f]{16}(-\d+)?\Z)[^.]+")


def named_parts(
    writing: Writing, node: Node, subject: str, plan: Plan
) -> Iterator[tuple[Node, Plan, str]]:
    """Answer each part with its plan and its local name, "" where it is no node of its own."""
    refs = Counter((part.kind, _ref(part, plan)) for part in node.parts)
    repeats: Counter[tuple[str, str]] = Counter()
    for part in node.parts:
        inner = plan.parts[part.kind]
        if not inner.classes:
            yield part, inner, ""
            continue
        name = ref = _ref(part, plan)
        if not name or refs[part.kind, ref] > 1 or not _PLAIN.fullmatch(name):
            name = short(f"{subject}\n{content(part, writing.contents)}")
            repeats[inner.namespace, name] += 1
            count = repeats[inner.namespace, name]
            name = name if count == 1 else f"{name}-{count}"
        yield part, inner, f"{writing.root}.{name}"


def content(node: Node, known: dict[int, str]) -> str:
    """Answer what a node and its parts say, whatever the order; control characters divide it.

    `known` keeps the answers by identity, since a part is asked for again by all it stands in.

    Source: W3C XML 1.0, section 2.2: none of these characters can stand in a document.
    """
    said = known.get(id(node))
    if said is None:
        values = sorted([f"{v.field}\x1f{v.lang}\x1f{v.raw.strip()}" for v in node.values])
        parts = sorted([content(part, known) for part in node.parts])
        said = f"{node.kind}\x1d{_BETWEEN.join(values)}\x1d{''.join(parts)}\x1c"
        known[id(node)] = said
    return said


def _ref(part: Node, plan: Plan) -> str:
    """Answer the reference that a part may be called by, as a local name."""
    return encode(first(part, "ref")) if plan.parts[part.kind].named_by_ref else ""
