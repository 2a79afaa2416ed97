"""A model's word counts only where the text has it; whatever the service does, the build goes on."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import FetchError, UsageError
from kg.extract.gazetteer import Gazetteer, Name
from kg.extractors import UNANSWERED, Task, endpoint, verified
from kg.extractors._endpoint import chat
from kg.extractors._endpoint.piece import pieces
from kg.extractors._endpoint.proof import Proof
from kg.fetch import posting
from kg.records import (
    Context,
    Issue,
    Key,
    Measurement,
    Mention,
    Narrative,
    Participation,
    TextRef,
)
from tests.extractors import service as at
from tests.extractors.service import serving

TEXT = (
    "The <b>Ministry of Water</b> led the Clean Wells programme with the Blue&nbsp;Fund,\n"
    "mail wells@example.org. About 12,450 women in Port Alba (41%) and 12,450 men gained water. "
    "The Blue Fund gave US$ 2 million."
)
MENTION = {"quote": "Ministry of Water", "type": "Organisation"}
PROGRAMME = {"quote": "Clean Wells programme", "type": "Programme"}
WOMEN = {
    "quote": "12,450 women",
    "value": 12450,
    "kind": "count",
    "qualifier": "about",
    "role": "result",
    "counted": "women",
    "currency": "",
}
LED = {
    "organisation": "Ministry of Water",
    "role": "lead",
    "target": "Clean Wells programme",
    "status": "done",
    "clause": "Ministry of Water led the Clean Wells programme",
}


def narrative(raw: str = TEXT) -> Narrative:
    return Narrative(
        id="n",
        text=TextRef("source", "s"),
        start=100,
        end=100 + len(raw),
        raw=raw,
        lang="en",
        outcome="X-1",
    )


def task(folder: Path, raw: str = TEXT, **options: Any) -> Task:
    return Task(
        narrative=narrative(raw),
        context=Context(country="ZZ", year=2021, publisher=None, lang="en"),
        gazetteer=Gazetteer.of([Name("Port Alba", Key("place:geonames:1"), "Place")]),
        options={"model": "m", **options},
        folder=folder / "answers",
    )


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "Service", lambda **k: posting.Service(**k, waits=(0, 0)))


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Any]:
    def reading(*acts: at.Act, raw: str = TEXT, **options: Any) -> list[Any]:
        with serving(*acts) as service:
            given = {"url": service.url} | options
            return list(endpoint.extract(task(tmp_path, raw, **given)))

    return reading


def reasons(found: list[Any]) -> dict[str, int]:
    return {one.message: one.count for one in found if isinstance(one, Issue)}


def test_what_the_text_has_becomes_facts_whose_quotes_are_the_source(read: Any) -> None:
    fund = {"quote": "Blue Fund", "type": "Organisation"}
    place = {"quote": "Port Alba", "type": "Place"}
    found = read(
        at.says(
            mentions=[MENTION, PROGRAMME, fund, fund, place],
            measurements=[WOMEN],
            participations=[LED],
        )
    )
    for fact in found:
        assert TEXT[fact.evidence.start - 100 : fact.evidence.end - 100] == fact.evidence.exact
    mentions = [fact for fact in found if isinstance(fact, Mention)]
    assert [(m.evidence.exact, m.label, m.thing) for m in mentions] == [
        ("Ministry of Water", "Ministry of Water", "org:name:ZZ:ministry of water"),
        (
            "Clean Wells programme",
            "Clean Wells programme",
            "programme:name:ZZ:clean wells programme",
        ),
        ("Blue&nbsp;Fund", "Blue Fund", "org:name:ZZ:blue fund"),
        ("Blue Fund", "Blue Fund", "org:name:ZZ:blue fund"),
        ("Port Alba", "Port Alba", "place:geonames:1"),
    ]
    (number,) = (fact for fact in found if isinstance(fact, Measurement))
    assert (number.evidence.exact, number.value, number.qualifier) == ("12,450", 12450, "about")
    assert number.counted == "women"
    (act,) = (fact for fact in found if isinstance(fact, Participation))
    assert act.evidence.exact == "Ministry of Water</b> led the Clean Wells programme"
    assert (act.relation, act.target) == ("in", mentions[1].thing)
    assert {fact.confidence for fact in found} == {Decimal("0.6")}
    assert {fact.extractor for fact in found} == {"endpoint"}


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (MENTION | {"quote": "Ministry of Fire"}, "the quote is not in the text"),
        (MENTION | {"quote": "ministry of water"}, "the quote is not in the text"),
        (MENTION | {"quote": "Ministry of Wat"}, "the quote is not in the text"),
        (MENTION | {"quote": "wells@example.org"}, "the quote is not in the text"),
        (MENTION | {"quote": " "}, "the quote is not in the text"),
        (MENTION | {"type": "Person"}, "not of the shape or the codes that were asked for"),
        (MENTION | {"start": 3}, "not of the shape or the codes that were asked for"),
        ({"quote": 7, "type": "Place"}, "not of the shape or the codes that were asked for"),
    ],
)
def test_an_invented_mention_is_left_out_and_counted(
    read: Any, item: dict[str, Any], reason: str
) -> None:
    found = read(at.says(mentions=[item, MENTION, item]))
    assert [fact.label for fact in found if isinstance(fact, Mention)] == ["Ministry of Water"]
    assert reasons(found) == {f"endpoint: {reason}: left out": 2}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": 12451}, "the number does not read as the value"),
        ({"quote": "women"}, "the number does not read as the value"),
        ({"quote": "41%", "value": 41}, "the number does not read as the value"),
        ({"kind": "currency", "currency": "USD"}, "the text has no currency beside the number"),
        ({"quote": "13,000 women", "value": 13000}, "the quote is not in the text"),
        ({"role": "wish"}, "not of the shape or the codes that were asked for"),
        ({"value": "12450"}, "not of the shape or the codes that were asked for"),
    ],
)
def test_a_number_must_read_as_its_value(read: Any, change: dict[str, Any], reason: str) -> None:
    found = read(at.says(measurements=[WOMEN | change]))
    assert reasons(found) == {f"endpoint: {reason}: left out": 1}
    assert len(found) == 1


def test_the_number_that_is_meant_is_told_by_its_quote(read: Any) -> None:
    men = WOMEN | {"quote": "12,450 men", "counted": "boys", "qualifier": "exact"}
    money = WOMEN | {"quote": "US$ 2 million", "value": 2e6, "kind": "currency", "currency": "XXY"}
    women, other, sum_ = read(at.says(measurements=[WOMEN, men, money]))
    assert women.evidence.start < other.evidence.start
    assert other.counted == ""
    assert (sum_.evidence.exact, sum_.value, sum_.currency) == ("2 million", 2_000_000, "USD")


@pytest.mark.parametrize(
    "change",
    [
        {"organisation": "Ministry of Fire"},
        {"organisation": "Blue Fund"},
        {"target": "Dry Wells programme"},
        {"clause": "Ministry of Water left the Clean Wells programme"},
        {"clause": "led the Clean Wells programme"},
        {"clause": "Ministry of Water led"},
        {"target": "Ministry of Water"},
        {"status": "maybe"},
    ],
)
def test_an_act_needs_proved_names_and_a_clause_with_them(
    read: Any, change: dict[str, str]
) -> None:
    found = read(at.says(mentions=[MENTION, PROGRAMME], participations=[LED | change]))
    assert not [fact for fact in found if isinstance(fact, Participation)]
    assert sum(reasons(found).values()) == 1


def test_a_qualifier_and_a_kind_are_what_the_text_says(read: Any) -> None:
    men = WOMEN | {"quote": "12,450 men", "qualifier": "moreThan", "kind": "multiple"}
    (found,) = read(at.says(measurements=[men]))
    assert (found.qualifier, found.kind, found.currency) == ("exact", "count", "")


FENCED = (
    '```json\n{"mentions": ['
    + json.dumps(MENTION)
    + '], "measurements": [], "participations": []}\n```\n'
)


@pytest.mark.parametrize(
    "content",
    [FENCED, [{"type": "text", "text": FENCED[:40]}, {"type": "text", "text": FENCED[40:]}]],
)
def test_an_answer_may_be_fenced_and_in_parts(read: Any, content: Any) -> None:
    answer = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    (found,) = read(at.body(answer))
    assert found.label == "Ministry of Water"


def test_an_act_without_a_named_target_is_part_of_what_is_reported_on(read: Any) -> None:
    found = read(at.says(mentions=[MENTION], participations=[LED | {"target": ""}]))
    assert found[-1].target == "outcome:id:X-1"


def test_what_is_said_twice_is_one_fact(read: Any) -> None:
    items = {"mentions": [MENTION, PROGRAMME] * 2, "measurements": [WOMEN] * 2}
    found = read(at.says(**items, participations=[LED] * 3))
    assert reasons(found) == {"endpoint: said again: left out": 5}
    assert len(found) == 5


QUOTES = st.sampled_from([TEXT[a:b] for a in range(0, 90, 7) for b in (a + 4, a + 17, a + 40)])
WORDS = st.one_of(
    QUOTES, st.sampled_from(["Ministry of Water", "Blue Fund", "12,450", ""]), st.text()
)
MENTIONS = st.fixed_dictionaries(
    {"quote": WORDS, "type": st.sampled_from(["Organisation", "Place", "x"])}
)
NUMBERS = st.fixed_dictionaries(
    {
        name: WORDS if name in {"quote", "counted"} else st.just(value)
        for name, value in WOMEN.items()
    }
    | {"value": st.sampled_from([12450, 41, 2e6, -1e300, 0])}
)
ACTS = st.fixed_dictionaries(
    {
        name: WORDS if name in {"organisation", "target", "clause"} else st.just(value)
        for name, value in LED.items()
    }
)


@settings(deadline=None)
@given(st.lists(MENTIONS), st.lists(NUMBERS), st.lists(ACTS))
def test_whatever_is_said_only_what_the_text_proves_becomes_a_fact(
    mentions: list[Any], measurements: list[Any], participations: list[Any]
) -> None:
    piece = next(pieces(task(Path()), 6000))
    proof = Proof(piece)
    items = {"mentions": mentions, "measurements": measurements, "participations": participations}
    found = list(proof.facts(chat.said(json.dumps(items))))
    assert len(found) + proof.rejected.total() == sum(map(len, items.values()))
    assert list(verified(found, narrative(), "endpoint")) == found
    named = {fact.thing for fact in found if isinstance(fact, Mention)}
    assert {fact.participant for fact in found if isinstance(fact, Participation)} <= named


@pytest.mark.parametrize(
    "act",
    [
        at.fails(500),
        at.fails(429),
        at.fails(400),
        at.cuts,
        at.hangs_up,
        at.trickles,
        at.body(b"<html>busy</html>"),
        at.body(b""),
        at.body(b"[]"),
        at.body(b'{"choices": []}'),
        at.body(b'{"choices": [{"message": {"content": null}}]}'),
        at.body(b'{"error": {"message": "no"}}'),
        at.content("Sure! Here it is"),
        at.content("{}"),
        at.content('{"mentions": {}, "measurements": [], "participations": []}'),
        at.content('{"mentions": [', reason="length"),
        at.content("[" * 100_000),
        at.content('{"mentions": ' + "[" * 100_000),
        at.content(
            '{"measurements": [], "participations": [], "mentions": '
            + "[" * 99_999
            + "]" * 99_999
            + "}"
        ),
        at.body(b"\xff\xfe"),
        at.body(b" " * (posting.MAX_BYTES + 1)),
    ],
)
def test_a_service_that_misbehaves_costs_one_reading_and_is_asked_again(
    read: Any, act: at.Act, tmp_path: Path
) -> None:
    (issue,) = read(act, seconds=0.3)
    assert issue.code == UNANSWERED
    assert (issue.path, issue.start) == ("n", 100)
    assert not list(tmp_path.rglob("*.json"))
    assert read(at.says(mentions=[MENTION]))[0].label == "Ministry of Water"


def test_a_key_that_is_refused_ends_the_build(read: Any) -> None:
    with pytest.raises(FetchError, match="401"):
        read(at.fails(401))


def test_what_is_sent_is_the_prompt_and_the_text_without_addresses(tmp_path: Path) -> None:
    with serving(at.says()) as service:
        list(endpoint.extract(task(tmp_path, url=service.url)))
    (asked,) = service.asked
    assert asked["path"] == "/v1/chat/completions"
    assert (asked["model"], asked["temperature"]) == ("m", 0)
    assert asked["response_format"]["json_schema"]["strict"]
    sent = asked["messages"][-1]["content"]
    assert sent.startswith("The Ministry of Water led")
    assert "example.org" not in json.dumps(asked)


def test_a_known_answer_needs_no_service_and_no_key(tmp_path: Path) -> None:
    with serving(at.says(mentions=[MENTION])) as service:
        first = list(endpoint.extract(task(tmp_path, url=service.url)))
    assert list(endpoint.extract(task(tmp_path, key="NOT_SET_ANYWHERE"))) == first
    (kept,) = (tmp_path / "answers").iterdir()
    assert service.url not in kept.read_text()
    kept.write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="NOT_SET_ANYWHERE is not set"):
        list(endpoint.extract(task(tmp_path, url=service.url, key="NOT_SET_ANYWHERE")))


def test_a_long_narrative_is_asked_in_pieces_of_whole_sentences(tmp_path: Path) -> None:
    raw = "".join(f"The Fund {'of' * n} gave {n} wells to Port Alba. " for n in range(1, 60))
    with serving(at.says(mentions=[{"quote": "Port Alba", "type": "Place"}])) as service:
        found = list(endpoint.extract(task(tmp_path, raw, url=service.url, characters=500)))
    texts = [asked["messages"][-1]["content"] for asked in service.asked]
    assert " ".join(texts) == raw.strip()
    assert all(text.startswith("The Fund") and len(text) <= 500 for text in texts)
    places = [fact.evidence.start for fact in found]
    assert len(places) == len(set(places)) == len(texts)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"model": 3}, "model"),
        ({"modle": "m"}, "modle"),
        ({"seconds": 0}, "seconds"),
        ({"url": ""}, "url"),
        ({"url": "ftp://x"}, "url"),
        ({"url": "http://me:pass@127.0.0.1"}, "url"),
        ({"url": "http://models.example.org/v1", "key": "A_KEY"}, "in the clear"),
        ({"url": "https://127.0.0.1/v1", "key": "NOT_SET_ANYWHERE"}, "is not set"),
    ],
)
def test_options_that_cannot_be_meant_are_told(
    tmp_path: Path, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        list(endpoint.extract(task(tmp_path, **options)))


def test_the_version_is_the_model_not_where_it_runs() -> None:
    here, there = ({"model": "m", "url": url} for url in ("http://a/v1", "http://b/v1"))
    assert endpoint.version(here) == endpoint.version(there)
    assert endpoint.version(here) != endpoint.version({"model": "n"})
    with pytest.raises(UsageError, match="model"):
        endpoint.version({})
