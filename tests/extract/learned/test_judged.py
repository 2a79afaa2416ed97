"""What weighs more than the rules: ties that they do not tell, names and roles they do not know."""

from pathlib import Path

import pytest

from kg.extract.learned import weights as learned
from kg.records import Measurement, Mention, Participation
from tests.extract.cases import read

TEXT = "The Ministry of Health welcomed the Ministry of Labour. Nurya had trained 240 women."


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tables that say what those of the tests say, until one is written anew."""
    for path in learned.FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(learned, "FOLDER", tmp_path)
    learned.weights.cache_clear()
    return tmp_path


def test_a_likely_tie_is_told_that_no_rule_tells(table: Path) -> None:
    assert [fact for fact in read(TEXT, country="SN") if isinstance(fact, Participation)] == []
    (table / "ties.tsv").write_text("clue\tnone\ttie\nwith|at|word=welcom\t\t200\n", "utf-8")
    learned.weights.cache_clear()
    (act,) = [fact for fact in read(TEXT, country="SN") if isinstance(fact, Participation)]
    assert (act.role, act.relation, act.status) == ("partner", "with", "done")
    assert str(act.confidence) == "0.88"
    assert act.evidence.exact == "The Ministry of Health welcomed the Ministry of Labour."


def test_an_unlikely_tie_is_left_out_that_a_rule_tells(table: Path) -> None:
    text = "The Ministry of Health and the Ministry of Labour signed an agreement."
    assert any(isinstance(fact, Participation) for fact in read(text, country="SN"))
    (table / "ties.tsv").write_text("clue\tnone\ttie\nwith\t200\t\n", "utf-8")
    learned.weights.cache_clear()
    assert not any(isinstance(fact, Participation) for fact in read(text, country="SN"))


def test_a_name_is_guessed_at_all_its_places(table: Path) -> None:
    text = "Nurya had trained 240 women. The fund pays Nurya."
    (table / "names.tsv").write_text("clue\tProgramme\tnone\nword=nurya\t300\t\n", "utf-8")
    learned.weights.cache_clear()
    found = [fact for fact in read(text, country="SN") if isinstance(fact, Mention)]
    assert [(m.label, m.type, m.evidence.start) for m in found] == [
        ("Nurya", "Programme", 0),
        ("Nurya", "Programme", 43),
    ]
    assert len({m.thing for m in found}) == 1


def test_the_role_of_a_number_is_that_of_the_rules_unless_clues_outweigh_it(table: Path) -> None:
    def role() -> str:
        (number,) = [fact for fact in read(TEXT, country="SN") if isinstance(fact, Measurement)]
        return number.role

    assert role() == "result"
    head = "clue\tbaseline\tcontext\tresult\ttarget\nrule=result\t\t\t50\t\n"
    (table / "numbers.tsv").write_text(
        f"{head}sign+group\t\t900\t\t\nword-1=trained\t900\n", "utf-8"
    )
    learned.weights.cache_clear()
    assert role() == "baseline"


def test_no_tie_is_told_of_who_does_what_takes_nobody_in(table: Path) -> None:
    (table / "ties.tsv").write_text("clue\tnone\ttie\n\t\t200\n", "utf-8")
    learned.weights.cache_clear()
    for verb, told in (("criticised", False), ("was evaluated by", False), ("welcomed", True)):
        text = f"The Ministry of Health {verb} the Ministry of Labour."
        acts = [fact for fact in read(text, country="SN") if isinstance(fact, Participation)]
        assert bool(acts) is told, verb


def test_what_one_does_to_another_parts_nobody_from_a_programme_named_before(table: Path) -> None:
    text = (
        "The Blue Nets Programme began. Nobody criticised the boats. "
        "The Ministry of Health trained 40 divers."
    )
    assert not any(isinstance(fact, Participation) for fact in read(text, country="SN"))
    (table / "ties.tsv").write_text("clue\tnone\ttie\nearlier\t\t200\n", "utf-8")
    learned.weights.cache_clear()
    (act,) = [fact for fact in read(text, country="SN") if isinstance(fact, Participation)]
    assert (act.role, act.relation) == ("partner", "in")
