"""Which pairs are asked about, which are not, and why."""

import random
import time

import pytest

from kg.identity.judgements import Judgements, parse
from kg.records import Key, LangText
from kg.registers import Registers, load
from kg.review import Doubt, Thing, doubts
from kg.review.vetoes import vetoes

REGISTERS = load()


def thing(key: str, *names: str, lang: str = "en", **more: str) -> Thing:
    listed = [name.partition("@") for name in names]
    return Thing(
        iri=f"https://example.org/{key}",
        label=names[0].partition("@")[0],
        keys=(Key(key),),
        names=tuple(LangText(text, tag or lang) for text, _, tag in listed),
        **more,
    )


def asked(*things: Thing, judged: str = "", registers: Registers = REGISTERS) -> list[Doubt]:
    return doubts(things, parse(judged), registers)


def test_a_translation_is_a_doubt() -> None:
    [doubt] = asked(
        thing("org:name:MX:a", "Instituto Nacional de las Mujeres@es"),
        thing("org:name:MX:b", "National Institute for Women"),
    )
    assert doubt.is_open
    assert (doubt.likeness.reason, doubt.likeness.score) == ("translation", 1)


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("WHO", "World Health Organization", "abbreviation"),
        ("INMUJERES", "Instituto Nacional de las Mujeres@es", "abbreviation"),
        ("Megacable", "Megacabel", "spelling"),
        ("Union of Domestic Workers", "Domestic Workers Union", "same words"),
        ("Ministère de la Santé@fr", "Ministerio de Salud@es", "translation"),
        ("Sembrando Futuro Foundation", "Fundación Sembrando Futuro de Oaxaca@es", "words"),
    ],
)
def test_names_that_are_alike_are_asked_about(one: str, two: str, reason: str) -> None:
    [doubt] = asked(thing("org:name:MX:a", one), thing("org:name:MX:b", two))
    assert doubt.likeness.reason.startswith(reason)
    assert doubt.is_open


@pytest.mark.parametrize(
    ("one", "two", "veto"),
    [
        (
            thing("org:name:MX:a", "Ministry of Health"),
            thing("org:name:CO:a", "Ministry of Health"),
            "other country: MX, CO",
        ),
        (
            thing("org:name:MX:a", "Congress of the State of Mexico"),
            thing("org:name:MX:b", "Congress of the State of Puebla"),
            "other place",
        ),
        (
            thing("org:name:MX:a", "Congress of the State of Mexico"),
            thing("org:name:MX:b", "Congress"),
            "other level",
        ),
        (
            thing("org:name:MX:a", "Congress of the State of Mexico"),
            thing("org:name:MX:b", "Federal Congress of Mexico"),
            "other level",
        ),
        (
            thing("org:name:MX:a", "Ministry of Labour and Health"),
            thing("org:name:MX:b", "Ministry of Labour and Education"),
            "other portfolio: health, education",
        ),
        (
            thing("org:id:XM-DAC-1", "Water Fund"),
            thing("org:id:XM-DAC-2", "Water Fund"),
            "other identifier: XM-DAC-1, XM-DAC-2",
        ),
        (
            thing("place:iso:MX-CHH", "Chihuahua"),
            thing("place:inegi:08019", "Chihuahua", within="https://example.org/place:iso:MX-CHH"),
            "one lies in the other",
        ),
        (
            thing("place:inegi:20043", "Juchitán", within="https://example.org/oaxaca"),
            thing("place:inegi:12039", "Juchitán", within="https://example.org/guerrero"),
            "in two places",
        ),
        (
            thing("event:name:MX:a", "Earthquakes of 2017"),
            thing("event:name:MX:b", "Earthquakes of 1985"),
            "other number: 2017, 1985",
        ),
        (
            thing("org:name:MD:a", "Water Fund Moldova", unit_of="https://example.org/org:id:X"),
            thing("org:id:X", "Water Fund"),
            "one is an office of the other",
        ),
        (
            thing("org:name:MD:a", "Water Fund Moldova", unit_of="https://example.org/org:id:X"),
            thing("org:name:NP:a", "Water Fund Nepal", unit_of="https://example.org/org:id:X"),
            "offices in two countries",
        ),
        (
            thing("org:name:MD:a", "Water Fund Pay", brand_of="https://example.org/org:id:X"),
            thing("org:id:X", "Water Fund"),
            "one is a brand of the other",
        ),
        (
            thing("event:name::a", "Day of Rural Women", register="events"),
            thing("event:name::b", "Rural Women's Day", register="events"),
            "two entries of the register events",
        ),
    ],
)
def test_a_veto_says_why_two_things_are_never_one(one: Thing, two: Thing, veto: str) -> None:
    for found in (vetoes(one, two, REGISTERS), vetoes(two, one, REGISTERS)):
        assert any(said.startswith(veto.partition(":")[0]) for said in found), found
    assert any(said.startswith(veto) for said in vetoes(one, two, REGISTERS))


def test_what_has_a_veto_is_not_asked_about() -> None:
    [doubt] = asked(thing("org:id:XM-DAC-1", "Water"), thing("org:id:XM-DAC-2", "Water"))
    assert doubt.vetoes == ("other identifier: XM-DAC-1, XM-DAC-2",)
    assert not doubt.is_open


def test_initials_of_other_words_are_no_likeness() -> None:
    assert not asked(thing("org:name::a", "WEP"), thing("org:name::b", "UN Women Ethiopia"))
    assert not asked(
        thing("org:name::a", "RWEE"), thing("org:name::b", "Roma Women Empowerment Campaign")
    )


def test_two_identifiers_of_two_schemes_are_no_veto() -> None:
    [doubt] = asked(thing("org:id:GB-CHC-1", "Water Aid"), thing("org:id:XM-DAC-2", "Water Aid"))
    assert doubt.is_open


def test_other_kinds_are_not_compared() -> None:
    assert not asked(thing("org:name:MX:a", "Care"), thing("law:name:MX:a", "Care"))
    assert asked(
        thing("org:name:MX:a", "Care Alliance"), thing("network:name:MX:a", "Care Alliance")
    )


A, B, C = (thing(f"org:name::{name}", "Water Aid", name) for name in ("a1", "b2", "c3"))


def judged_as(*lines: str) -> list[str | None]:
    return [d.judged for d in asked(A, B, C, judged="\n".join(lines))]


def test_what_was_judged_is_said_and_what_follows_from_it() -> None:
    same = f"same\t{A.key}\t{B.key}"
    assert judged_as() == [None] * 3
    assert judged_as(same) == ["same", None, None]
    assert judged_as(same, f"same\t{B.key}\t{C.key}") == ["same"] * 3
    assert judged_as(same, f"different\t{B.key}\t{C.key}") == ["same", "different", "different"]
    assert judged_as(f"unsure\t{B.key}\t{C.key}") == [None, None, "unsure"]


def made_up(count: int) -> list[Thing]:
    chosen = random.Random(5)
    syllables = ("ka", "ro", "mi", "ta", "lu", "ne", "so", "pa", "vi", "de", "gu", "ben", "tor")
    heads = ("Ministry of Health of", "Women's Network", "University", "Foundation", "Union")
    names = [
        f"{chosen.choice(heads)} {''.join(chosen.choices(syllables, k=3)).capitalize()}"
        for _ in range(count)
    ]
    return [
        thing(f"org:name:{chosen.choice(['MX', 'KE', 'NP'])}:{number:05}", name)
        for number, name in enumerate(names)
    ]


def test_ten_thousand_organisations_take_seconds_and_any_order_gives_the_same_pairs() -> None:
    things = made_up(10_000)
    before = time.process_time()
    found = doubts(things, Judgements(), REGISTERS)
    assert time.process_time() - before < 20
    assert found
    chosen = things[:1_000]
    once = doubts(chosen, Judgements(), REGISTERS)
    again = doubts(chosen[::-1], Judgements(), REGISTERS)
    assert once == again
