import pytest

from kg.network import Acts, Gap, cautions, project, tabulate
from kg.network.measures import betweenness
from tests.network.small import PAGE, acts


def said(data: Acts) -> dict[str, str]:
    return {c.code: c.message for c in cautions(data, tabulate(project(data)))}


def test_few_partners_and_the_agency() -> None:
    assert said(acts(PAGE)) == {
        "few": "5 partners are few: one more sentence can change every rank",
        "agency": "published by Unit: with the publisher 5 partners stand in 1 part(s), "
        "without 4 in 2",
    }


def test_many_publishers_are_not_all_named() -> None:
    data = acts("".join(f"x{i} lead p{i}\n" for i in range(1, 6)))
    everyone = frozenset(act.participant for act in data.acts)
    data = Acts(acts=data.acts, things=data.things, agencies=everyone)
    assert said(data)["agency"].startswith("published by X1, X2, X3 and 2 more: ")


def test_nobody() -> None:
    assert list(said(Acts(acts=()))) == ["empty"]


def test_many_partners_are_no_caution() -> None:
    assert said(acts("".join(f"x{i} lead p1\n" for i in range(50)))) == {}


def test_estimates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(betweenness, "EXACT_NODES", 4)
    monkeypatch.setattr(betweenness, "PIVOTS", 2)
    assert said(acts(PAGE))["estimate"] == "betweenness is estimated from 2 of 5 partners"


@pytest.mark.parametrize(
    ("gap", "message"),
    [
        (Gap(document="a.txt", shown=5, total=11), "a.txt shows 5 of 11 items"),
        (Gap(document="a.txt", truncated=2), "a.txt cuts 2 narratives off"),
        (
            Gap(document="a.txt", shown=5, total=11, truncated=1),
            "a.txt shows 5 of 11 items and cuts 1 narratives off",
        ),
        (Gap(document="a.txt", shown=11, total=11, truncated=1), "a.txt cuts 1 narratives off"),
    ],
)
def test_sources_cut_short(gap: Gap, message: str) -> None:
    data = acts(PAGE)
    data = Acts(acts=data.acts, things=data.things, gaps=(gap,))
    assert said(data)["partial"] == f"{message}: counts are a lower bound"
