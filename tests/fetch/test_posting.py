"""A service is asked politely, waited for within bounds, and its key goes nowhere else."""

from pathlib import Path

import pytest

from kg.errors import FetchError, UsageError
from kg.fetch.posting import Service, Unanswered
from tests.extractors import service as at
from tests.extractors.service import serving

QUESTION = {"model": "m", "text": "Ñandú"}
DONE = at.body(b"done")


def test_a_question_is_json_and_signed_only_with_the_key_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serving(DONE) as service:
        assert Service(url=f"{service.url}/chat").ask(QUESTION) == b"done"
        Service(url=f"{service.url}/chat", key="k-1").ask(QUESTION)
    assert service.asked == [{"path": "/v1/chat", **QUESTION}] * 2
    assert service.keys == [None, "Bearer k-1"]


@pytest.mark.parametrize(
    "act",
    [
        at.fails(500),
        at.fails(503),
        at.fails(429),
        at.fails(429, Retry_After="0"),
        at.fails(503, Retry_After="soon"),
        at.cuts,
        at.hangs_up,
    ],
)
def test_what_passes_is_tried_again(act: at.Act) -> None:
    waited: list[float] = []
    with serving(act, act, DONE) as service:
        asked = Service(url=service.url, waits=(0.25, 0.5), sleep=waited.append)
        assert asked.ask(QUESTION) == b"done"
    assert waited == [0.25, 0.5]


def test_a_service_that_asks_to_wait_is_waited_for() -> None:
    waited: list[float] = []
    with serving(at.fails(429, Retry_After="7"), DONE) as service:
        assert Service(url=service.url, sleep=waited.append).ask(QUESTION) == b"done"
    assert waited == [7]


def test_a_service_that_asks_to_wait_for_an_hour_is_given_up() -> None:
    with serving(at.fails(429, Retry_After="3600"), DONE) as service:
        answer = Service(url=service.url, sleep=lambda _: pytest.fail("waits")).ask(QUESTION)
    assert answer == Unanswered("the service answers 429")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (at.fails(500), "the service answers 500"),
        (at.cuts, "the answer was cut off"),
        (at.hangs_up, "the connection broke off"),
        (at.trickles, "no answer in 0.2 s"),
        (at.body(b"x" * 1001), "the answer has more than 1000 bytes"),
        (at.fails(400), "the service answers 400"),
    ],
)
def test_one_question_that_is_not_answered_is_a_value(act: at.Act, reason: str) -> None:
    with serving(act) as service:
        asked = Service(url=service.url, seconds=0.2, max_bytes=1000, waits=(0,))
        assert asked.ask(QUESTION) == Unanswered(reason)


@pytest.mark.parametrize(
    "act", [at.fails(401), at.fails(403), at.fails(404), at.fails(307, Location="/v2")]
)
def test_what_would_fail_for_every_question_is_an_error(act: at.Act) -> None:
    with serving(act, DONE) as service, pytest.raises(FetchError, match="the model and the key"):
        Service(url=service.url, key="k-1").ask(QUESTION)
    assert len(service.asked) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "http://[", "http://127.0.0.1:9\n/v1"])
def test_no_service_there_is_an_error(url: str) -> None:
    with pytest.raises(FetchError, match="no answer"):
        Service(url=url, waits=(0,)).ask(QUESTION)


@pytest.mark.parametrize("key", ["k\n-1", "kéy"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(UsageError, match="cannot be sent") as caught:
        Service(url="http://127.0.0.1:9", key=key)
    assert key not in str(caught.value)


def test_the_key_stands_in_no_message() -> None:
    service = Service(url="http://127.0.0.1:9", key="k-1", waits=())
    with pytest.raises(FetchError) as caught:
        service.ask(QUESTION)
    assert "k-1" not in repr(service) + str(caught.value)
