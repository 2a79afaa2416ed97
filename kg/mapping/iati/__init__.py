"""Activities and organisations of IATI files as lines, by the table of the standard.

Graph:
    <activity> a okg:Activity ; dcterms:identifier ; dcterms:title ; okg:publisher <organisation> ;
        okg:country <place> ; okg:budget <budget> ; okg:transaction <transaction> ;
        okg:result <result> .
    <participation> okg:in <activity> ; okg:participant <organisation> ; okg:role <role> .
    <result> okg:indicator <indicator> . <indicator> okg:baseline <measurement> ;
        okg:period <period> . <period> okg:target <measurement> ; okg:actual <measurement> .
"""

from kg import nquads
from kg.mapping.iati.names import named_parts
from kg.mapping.iati.plan import Plan, plan
from kg.mapping.iati.record import begin_activity, begin_organisation
from kg.mapping.iati.writing import Writing
from kg.mapping.output import Output
from kg.records import Issue, Narrative, Node
from kg.standard.iati import ACTIVITIES, ORGANISATIONS
from kg.terms import OKG, RDF, XSD


def map_node(node: Node, output: Output) -> list[Issue | Narrative]:
    """Add the lines and claims of a file, an activity or an organisation.

    Answers what could not be read, and the texts that wait for extraction. Narratives come from
    here and not from the reader, because their names follow from the IRI of what they describe.
    """
    match node.kind:
        case "activity":
            at = plan(ACTIVITIES).parts[node.kind]
            writing = begin_activity(node, output)
            _begin(writing, node, writing.subject, at)
        case "organisation":
            at = plan(ORGANISATIONS).parts[node.kind]
            writing = begin_organisation(node, output)
        case file:
            at = plan(file)
            writing = Writing(output, nquads.iri(output.graph))
    _write(writing, node, writing.subject, at)
    return [*writing.issues.values(), *writing.narratives]


def _write(writing: Writing, node: Node, subject: str, at: Plan) -> None:
    """Add what a node says, and its parts."""
    for value in node.values:
        write = at.fields.get(value.field)
        if write is not None:
            write(writing, subject, node, value)
    for add in at.things:
        add(writing, subject, node)
    if not node.parts:
        return
    for part, inner, name in named_parts(writing, node, subject, at):
        of_part = subject
        if name:
            of_part = f"<{writing.output.iris.base}{inner.namespace}/{name}>"
            ends = (of_part, subject) if inner.inverse else (subject, of_part)
            writing.lines.append(f"{ends[0]}{inner.link}{ends[1]}{writing.end}")
            _begin(writing, part, of_part, inner)
        _write(writing, part, of_part, inner)


def _begin(writing: Writing, node: Node, subject: str, at: Plan) -> None:
    """Add the classes of a node, and the line at which it begins."""
    lines, end = writing.lines, writing.end
    for class_iri in at.classes:
        lines.append(f"{subject} <{RDF.type}> <{class_iri}>{end}")
    lines.append(f'{subject} <{OKG.line}> "{node.line}"^^<{XSD.integer}>{end}')
