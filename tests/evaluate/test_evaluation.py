"""Figures: by class, for all pages, for each language and country."""

from dataclasses import replace

from kg.evaluate import Evaluation, Figure, GoldSet, evaluate
from tests.evaluate.conftest import perfect

CLASSES = {
    "organisation", "place", "programme", "law", "identity", "measurement", "participation",
}  # fmt: skip


def figure(found: Evaluation, class_: str, value: str = "") -> Figure:
    return next(f for f in found.figures if f.criterion.class_ == class_ and f.value == value)


def test_a_perfect_reading_has_ones_only(gold: GoldSet) -> None:
    found = evaluate(gold.pages, perfect(gold.pages))
    assert {f.criterion.class_ for f in found.figures} == CLASSES
    assert {(f.counts.precision, f.counts.recall, f.counts.f1) for f in found.figures} == {
        (1, 1, 1)
    }
    assert (found.errors, found.issues) == ((), ())


def test_parts_add_up_to_the_whole(gold: GoldSet) -> None:
    answers = perfect(gold.pages)
    answers = replace(answers, mentions={k: v[:-2] for k, v in answers.mentions.items()})
    found = evaluate(gold.pages, answers)
    for part in ("language", "country"):
        of_part = [f for f in found.figures if f.part == part]
        for whole in (f for f in found.figures if f.part == "all"):
            parts = [f.counts for f in of_part if f.criterion == whole.criterion]
            assert tuple(map(sum, zip(*parts, strict=True))) == whole.counts
    assert {f.value for f in found.figures if f.part == "language"} == {"en", "es", "fr"}
    assert {f.value for f in found.figures if f.part == "country"} == {"KE", "PE", "SN"}


def test_an_interval_needs_two_pages(gold: GoldSet) -> None:
    found = evaluate(gold.pages, perfect(gold.pages))
    assert {f.intervals is None for f in found.figures if f.part == "all"} == {False}
    assert {f.intervals for f in found.figures if f.part == "country"} == {None}


def test_an_empty_reading_misses_all(gold: GoldSet) -> None:
    nothing = replace(perfect(gold.pages), mentions={}, measurements={}, participations={})
    found = evaluate(gold.pages, nothing)
    assert {f.counts.recall for f in found.figures} == {0}
    assert {error.kind for error in found.errors} == {"missed"}
    assert figure(found, "place").counts.missed == 8
    assert all(f.criterion.class_ != "identity" for f in found.figures)


def test_who_reports_may_be_named_by_the_gold(gold: GoldSet) -> None:
    found = evaluate(gold.pages, perfect(gold.pages))
    assert figure(found, "identity").counts.right == 4
    english = tuple(page for page in gold.pages if page.lang == "en")
    assert figure(evaluate(english, perfect(english), "unicef"), "identity").counts.right == 4


def test_pages_that_the_build_does_not_hold_are_told(gold: GoldSet) -> None:
    answers = perfect(gold.pages)
    names = dict(answers.documents)
    names["PE_2021_nota.txt"] = 2
    del names["SN_2020_note.txt"]
    found = evaluate(gold.pages, replace(answers, documents=names))
    assert [(issue.code, issue.path) for issue in found.issues] == [
        ("gold-twice", "PE_2021_nota.txt"),
        ("gold-unbuilt", "SN_2020_note.txt"),
    ]
    assert {f.counts.f1 for f in found.figures} == {1}
