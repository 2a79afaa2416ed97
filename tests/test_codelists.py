import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from kg import codelists, records, resources
from kg.errors import KGError
from kg.identity import joins
from kg.iris import concept
from kg.records import LangText

ROOT = Path(__file__).resolve().parent.parent
OWN = {
    "ParticipationRole": records.ParticipationRole,
    "MeasureKind": records.MeasureKind,
    "Qualifier": records.Qualifier,
    "MeasurementRole": records.MeasureRole,
    "OutcomeStatus": records.Status,
    "ActStatus": records.ActStatus,
    "Basis": records.Basis,
    "CountryFigure": records.FigureKind,
    "UNSystemFunction": records.SystemFunction,
    "IdentityBasis": joins.Basis,
}


@pytest.fixture(params=codelists.schemes())
def described(request: pytest.FixtureRequest) -> list[codelists.Concept]:
    found = (codelists.describe(request.param, code) for code in codelists.notations(request.param))
    return [concept for concept in found if concept]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("codelists", ROOT / "scripts" / "codelists.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_list_has_codes_and_one_label_a_language(described: list[codelists.Concept]) -> None:
    assert described
    for code in described:
        languages = Counter(label.lang for label in code.labels)
        assert languages
        assert set(languages.values()) == {1}, code


def test_a_concept_is_named_as_the_iri_maker_names_it(described: list[codelists.Concept]) -> None:
    for code in described:
        scheme = code.scheme_iri.rsplit("/", 1)[-1]
        assert code.iri == concept(scheme, code.notation)


def test_what_is_broader_is_a_concept_of_a_list(described: list[codelists.Concept]) -> None:
    broader = {code.broader for code in described} - {""}
    for iri in broader:
        scheme = iri.rsplit("/", 2)[-2]
        assert iri in {concept(scheme, code) for code in codelists.notations(scheme)}


def test_a_notation_stands_once_in_a_file() -> None:
    for scheme in codelists.schemes():
        text = (resources.folder("ontology") / "codelists" / f"{scheme}.ttl").read_text("utf-8")
        assert text.count("skos:notation") == len(codelists.notations(scheme)), scheme


@pytest.mark.parametrize("scheme", OWN)
def test_own_lists_hold_the_words_of_the_records_in_three_languages(scheme: str) -> None:
    assert codelists.notations(scheme) == set(get_args(OWN[scheme]))
    for code in codelists.notations(scheme):
        known = codelists.describe(scheme, code)
        assert known
        assert {label.lang for label in known.labels} == {"en", "es", "fr"}


def test_a_withdrawn_code_is_still_described() -> None:
    assert codelists.describe("Country", "AN") == codelists.Concept(
        concept("Country", "AN"),
        "https://w3id.org/okg/codelist/Country",
        "AN",
        (LangText("NETHERLAND ANTILLES", "en"),),
        withdrawn=True,
    )


def test_a_code_that_is_not_in_the_list_is_no_concept() -> None:
    assert codelists.describe("ResultType", "outcome") is None


def test_an_unknown_list_is_an_error_that_names_the_lists() -> None:
    with pytest.raises(KGError, match=r"ResultTypes: there is none: use one of .*ResultType,"):
        codelists.notations("ResultTypes")


def test_files_are_what_the_script_writes(shared_data: Path) -> None:
    folder = resources.folder("ontology") / "codelists"
    written = dict(script().files(shared_data))
    assert {f"{scheme}.ttl" for scheme in codelists.schemes()} == written.keys() | {
        f"{scheme}.ttl" for scheme in OWN
    }
    for name, text in written.items():
        assert (folder / name).read_text(encoding="utf-8") == text, name
