"""Networks small enough to compute by hand, written as lines: `partner role target`.

A target that begins with `@` is an organisation that is worked with. The agency is `unit`.
"""

from kg.network import Act, Acts, Network, Thing, project
from kg.terms import DEFAULT_BASE

KINDS = {"p": "Programme", "o": "Outcome", "n": "Network", "g": "UnnamedGroup"}

# Without the agency, dora has only the programme that nobody else takes part in.
PAGE = """
unit funder p1
ana lead p1
ana funder p1
bea partner p1
bea partner p2
cid lead p2
unit lead p3
dora implementer p3
"""


def iri(name: str) -> str:
    return f"{DEFAULT_BASE}thing/{name}"


def acts(lines: str, **fields: object) -> Acts:
    listed = [_act(i, line, fields) for i, line in enumerate(lines.strip().splitlines())]
    names = {end for act in listed for end in (act.participant, act.target)}
    things = {name: _thing(name) for name in sorted(names)}
    return Acts(acts=tuple(listed), things=things, agencies=frozenset({iri("unit")}))


def network(lines: str, **fields: object) -> Network:
    return project(acts(lines, **fields))


def _act(number: int, line: str, fields: dict[str, object]) -> Act:
    who, role, what = line.split()
    given: dict[str, object] = {
        "iri": f"{DEFAULT_BASE}participation/{number:02}",
        "participant": iri(who),
        "role": role,
        "relation": "with" if what.startswith("@") else "in",
        "target": iri(what.lstrip("@")),
        "other_role": "partner" if what.startswith("@") else "",
    }
    return Act(**(given | fields))  # type: ignore[arg-type]  # fields are those of the act


def _thing(name: str) -> Thing:
    local = name.rpartition("/")[2]
    kind = KINDS.get(local[0], "Organisation") if local[1:].isdigit() else "Organisation"
    return Thing(iri=name, type=kind, label=local.title())
