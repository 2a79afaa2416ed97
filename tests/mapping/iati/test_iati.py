"""What holds of the lines of any activity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pyoxigraph import Literal, NamedNode

from kg.iris import Iris, concept
from kg.terms import DCTERMS, OKG
from tests.sources.iati_cases import Mapped, activity, mapped

XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)
REFERENCE = st.text("aA0.-_ /é", min_size=1, max_size=4).filter(lambda ref: ref.strip())


def named(identifier: str, *refs: str) -> Mapped:
    """Answer an activity with a transaction for each reference."""
    root = etree.Element("iati-activity")
    etree.SubElement(root, "iati-identifier").text = identifier
    for ref in refs:
        etree.SubElement(root, "transaction", ref=ref)
    return mapped(etree.tostring(root))


def objects(found: Mapped, predicate: str) -> list[str]:
    """Answer the values of a predicate, in their order."""
    triples = found.triples()
    return sorted(t.object.value for t in triples if t.predicate == NamedNode(predicate))


@given(XML_TEXT)
def test_texts_come_out_as_they_went_in(text: str) -> None:
    root = etree.Element("iati-activity")
    etree.SubElement(root, "title").text = text
    found = {t.object for t in mapped(etree.tostring(root)).triples()}
    assert (Literal(text.strip()) in found) == bool(text.strip())


@given(st.tuples(REFERENCE, REFERENCE), st.tuples(REFERENCE, REFERENCE))
def test_different_names_give_different_iris(one: tuple[str, str], other: tuple[str, str]) -> None:
    same = [part.strip() for part in one] == [part.strip() for part in other]
    (first,) = objects(named(*one), OKG.transaction)
    (second,) = objects(named(*other), OKG.transaction)
    assert (first == second) == same


def test_a_reference_that_looks_like_a_digest_is_no_digest() -> None:
    (by_content,) = objects(mapped(activity("<transaction humanitarian='1'/>")), OKG.transaction)
    digest = by_content.rpartition(".")[2]
    (by_ref,) = objects(mapped(activity(f"<transaction ref='{digest}'/>")), OKG.transaction)
    assert by_ref.rpartition(".")[2] != digest


def test_a_reference_that_two_parts_have_names_neither() -> None:
    names = objects(named("A", "1", "1", "2"), OKG.transaction)
    assert len(names) == 3
    assert [name.rpartition("/")[2] for name in names if name.endswith(".2")] == ["A.2"]
    assert not any(name.endswith(".1") for name in names)


@given(st.permutations(range(5)))
def test_names_do_not_depend_on_order(order: list[int]) -> None:
    parts = [
        '<sector code="15170"/>',
        '<sector code="11220" percentage="3"/>',
        "<budget><value>1</value></budget>",
        '<tag vocabulary="3" code="5.4"/>',
        '<result type="1"><title>R</title><indicator measure="1"/></result>',
    ]
    found = mapped(activity("<iati-identifier>A</iati-identifier>" + "".join(parts)))
    moved = mapped(
        activity("<iati-identifier>A</iati-identifier>" + "".join(parts[n] for n in order))
    )
    assert found.triples() == moved.triples()


def test_equal_parts_of_different_parts_are_two() -> None:
    period = "<period><period-start iso-date='202{}-01-01'/><target value='5'/></period>"
    periods = period.format(1) + period.format(2)
    found = mapped(activity(f"<result><indicator>{periods}</indicator></result>"))
    assert len(set(objects(found, OKG.target))) == 2


def test_equal_parts_of_an_activity_in_two_files_are_one() -> None:
    inside = "<iati-identifier>A</iati-identifier><budget><value>1</value></budget>"
    one, other = (mapped(activity(inside), key) for key in ("one.xml", "other.xml"))
    assert objects(one, OKG.budget) == objects(other, OKG.budget)


def test_activities_without_identifier_are_told_apart_by_source_and_content() -> None:
    one = mapped(activity("<title>A</title>"), "one.xml")
    same = mapped(activity("<title>A</title>"), "one.xml")
    others = [
        mapped(activity("<title>B</title>"), "one.xml"),
        mapped(activity("<title>A</title>"), "other.xml"),
    ]
    subjects = {t.subject for t in one.triples() if t.predicate.value == DCTERMS.title}
    assert {t.subject for t in same.triples() if t.predicate.value == DCTERMS.title} == subjects
    assert objects(one, OKG.unidentified) == ["true"]
    for other in others:
        assert not subjects & {t.subject for t in other.triples()}


def test_an_activity_is_named_by_its_identifier() -> None:
    found = named(" X/1 ")
    assert NamedNode(Iris().of("activity", "X/1")) in {t.subject for t in found.triples()}
    assert ("activity:id:X/1", "class", "Activity", "") in found.output.claims


@pytest.mark.parametrize(
    ("element", "role"), [("baseline", "baseline"), ("target", "target"), ("actual", "result")]
)
@pytest.mark.parametrize("said", ["", " value='7'", " value='-'"])
def test_a_measurement_has_its_role_whatever_else_it_says(
    element: str, role: str, said: str
) -> None:
    inner = f"<{element}{said}/>"
    inside = inner if element == "baseline" else f"<period>{inner}</period>"
    found = mapped(activity(f"<result><indicator>{inside}</indicator></result>"))
    assert objects(found, OKG.role) == [concept("MeasurementRole", role)]
