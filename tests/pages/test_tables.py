"""Cells of tables: what stands where a cell is blank or lost, and values that look like years."""

import pytest

from kg.pages.funding import FundingTable
from kg.pages.indicators import IndicatorTable
from kg.pages.layout import Layout, layouts
from kg.pages.pieces import pieces
from kg.pages.resources import ResourceTable


@pytest.fixture
def layout() -> Layout:
    return layouts()[0]


def funding(text: str, layout: Layout) -> list[tuple[str, str, str]]:
    cells = FundingTable(layout, layout.tables["funding"]).read(pieces(text, (0, len(text))))
    return [(cell.title.raw, cell.raw, cell.year) for cell in cells]


def resources(text: str, layout: Layout) -> list[tuple[str, str, str]]:
    table = ResourceTable(layout, layout.tables["resources"], f"{layout.prefix}KEN_D_3.1")
    cells = table.read(pieces(text, (0, len(text))))
    return [(cell.of.removeprefix(layout.prefix), cell.measure, cell.raw) for cell in cells]


def indicators(text: str, layout: Layout) -> list[tuple[str, str, str, str]]:
    table = IndicatorTable(layout, layout.tables["indicators"])
    table.read(pieces(text, (0, len(text))))
    return [(one.code, c.role, c.year, c.raw) for one in table.found for c in one.values]


def test_an_amount_is_of_the_year_above_it(layout: Layout) -> None:
    text = "| Partner | 2023 | 2022 |\n|---|---|---|\n| Norway | | $5 |\n| Sida | SEK 1.5M | |"
    assert funding(text, layout) == [("Norway", "$5", "2022"), ("Sida", "SEK 1.5M", "2023")]


def test_where_a_cell_is_lost_an_amount_is_of_no_year(layout: Layout) -> None:
    text = "Partner\n2023\n2022\nNorway\n$5\nSida\nSEK 1.5M\nSEK 2M"
    found = [("Norway", "$5", ""), ("Sida", "SEK 1.5M", "2023"), ("Sida", "SEK 2M", "2022")]
    assert funding(text, layout) == found


def test_what_goes_on_about_a_partner_is_no_partner(layout: Layout) -> None:
    text = "2023 |\nChad | $7 2023\nChadOECD-DAC donor\nTotal contribution:$7\n|\nTotal | $7 |"
    assert funding(text, layout) == [("Chad", "$7", "2023")]


def test_a_blank_cell_is_of_the_heading_above_it(layout: Layout) -> None:
    text = "ID | Planned budget | Expenditure |\nKEN_D_3.1 | | $5 |\nKEN_D_3.1.2 Milk | $3 | |"
    assert resources(text, layout) == [
        ("KEN_D_3.1", "expenditure", "$5"),
        ("KEN_D_3.1.2", "budget", "$3"),
    ]


def test_where_a_cell_is_lost_nothing_tells_what_an_amount_is(layout: Layout) -> None:
    text = "Planned budget\nExpenditure\nKEN_D_3.1\n$5\nKEN_D_3.1.2\nMilk\n$3\n$2"
    assert resources(text, layout) == [
        ("KEN_D_3.1", "", "$5"),
        ("KEN_D_3.1.2", "budget", "$3"),
        ("KEN_D_3.1.2", "expenditure", "$2"),
    ]


def test_a_result_of_another_outcome_is_no_part_of_this_one(layout: Layout) -> None:
    text = "Planned budget\nKEN_D_4.1 Roads\n$5"
    assert resources(text, layout) == [("KEN_D_3.1", "", "$5")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2022\nResult\n2015\n2023\nResult\n7",
            [("result", "2022", "2015"), ("result", "2023", "7")],
        ),
        ("2022\nMilestone\n2023\nMilestone\n8", [("target", "2023", "8")]),
        (
            "Baseline\n2019\n12\nResult\n2022\n45%",
            [("baseline", "2019", "12"), ("result", "2022", "45%")],
        ),
        ("2022\nMilestone\nResult\n9", [("result", "2022", "9")]),
        ("Baseline (2019): 12\n-\nTarget\n5", [("baseline", "2019", "12"), ("target", "", "5")]),
        (
            "2022 Result 7 (new)\nBaseline\n1",
            [("result", "2022", "7 (new)"), ("baseline", "", "1")],
        ),
        ("Resultado 2021\n-\nHito 2022\n4", [("target", "2022", "4")]),
    ],
)
def test_a_value_is_of_its_label_and_year(
    text: str, found: list[tuple[str, str, str]], layout: Layout
) -> None:
    assert indicators(f"KEN_D_3.1A\nWells dug\n{text}", layout) == [
        ("KEN_D_3.1A", *one) for one in found
    ]


def test_an_indicator_may_have_no_code_and_a_code_no_title_of_its_own_line(layout: Layout) -> None:
    text = "KEN_D_3.1A Wells dug\n2022 Result 7\nPumps mended\n2022 Result 8\nSP_D_1.2 Roads\n2021 Target 1"
    assert indicators(text, layout) == [
        ("KEN_D_3.1A", "result", "2022", "7"),
        ("", "result", "2022", "8"),
        ("SP_D_1.2", "target", "2021", "1"),
    ]
