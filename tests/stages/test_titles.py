"""What activities are called renames nothing that registers or a text know as another kind."""

from pathlib import Path

import pytest

import kg
from kg.inputs import gather
from kg.settings import Settings
from kg.stages.pipeline import build
from tests.conftest import ROOT
from tests.stages.test_pipeline import no_network

PAGE = """outcome XM-DAC-41146-MEX_D_1.1

By 2030, women of Mexico decide.

In 2021, UN Women trained 300 women in Mexico together with UNDP. UNDP funded the Safe Homes Programme.
The Ministry of Health supported the centres in Puebla. Women led the Alliance for Blue Water.
Gender equality was a theme of UNDP.
Showing 1 - 1 of 1
"""
HOSTILE = (
    "UNDP", "Ministry of Health", "The Ministry of Health", "Mexico", "Women", "Puebla",
    "Alliance for Blue Water", "Gender Equality",
)  # fmt: skip
ACTIVITY = """<iati-activity xml:lang="en"><iati-identifier>SE-0-{number}</iati-identifier>
<reporting-org ref="SE-0" type="10"><narrative>Sweden</narrative></reporting-org>
<title><narrative>{title}</narrative></title><activity-status code="2"/>
<recipient-country code="MX"/></iati-activity>"""


def rows(folder: Path, query: str, *columns: str) -> set[tuple[str, ...]]:
    sources = gather([str(folder / "in")], Settings(), no_network)
    build(sources, Settings(), folder / "out", count=1)
    found = kg.open(folder / "out").query(query)
    return {tuple(str(row[name] or "") for name in columns) for row in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    titles = (*HOSTILE, "Safe Homes Programme")
    told = [ACTIVITY.format(number=n, title=title) for n, title in enumerate(titles)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "MX_2021.txt").write_text(PAGE, "utf-8")
    activities = f'<iati-activities version="2.03">{"".join(told)}</iati-activities>'
    (tmp_path / "in" / "activities.xml").write_text(activities, "utf-8")
    return tmp_path


def test_titles_rename_no_body_and_no_place(folder: Path) -> None:
    mentions = rows(folder, "mentions", "text", "type")
    assert ("UNDP", "Organisation") in mentions
    assert ("Mexico", "Place") in mentions
    assert ("Ministry of Health", "Organisation") in mentions
    assert ("Alliance for Blue Water", "Network") in mentions
    assert {text for text, kind in mentions if kind == "Programme"} == {"Safe Homes Programme"}


def test_who_is_called_as_an_activity_still_takes_part(folder: Path) -> None:
    acts = rows(folder, "participations", "organisation", "role", "target", "targetType")
    undp = "United Nations Development Programme"
    assert (undp, "partner", "UN Women", "Organisation") in acts
    assert (undp, "funder", "Safe Homes Programme", "Activity") in acts


def test_the_alliance_of_the_examples_is_a_network(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for path in (ROOT / "examples").iterdir():
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    mentions = rows(tmp_path, "mentions", "text", "type")
    kinds = {kind for text, kind in mentions if text == "Global Alliance for Care"}
    assert kinds == {"Network"}
