"""Organisations as IATI files name them: a reference, a name, a type, none of them certain.

A reference names an organisation where a published list has it, or where it begins with the code
of a registration agency; publishers' own codes are used for many organisations, so a name goes
before them. What was published stays beside the organisation as evidence.

Source: IATI Standard 2.03, organisation identifiers.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from kg import codelists
from kg.identity import keys
from kg.identity.names import fold
from kg.iris import token
from kg.mapping.iati.writers import Field
from kg.mapping.iati.writing import Writing, first, texts
from kg.records import Claim, Key, LangText, Node

_PUBLISHED_LISTS: Final = ("OrganisationIdentifier", "IATIOrganisationIdentifier")
_AGENCIES: Final = "OrganisationRegistrationAgency"
_GOVERNMENTS: Final = frozenset({"10", "11", "15"})
"""Organisation types of governments: the one that pays is seldom that of the country it pays for."""

_WITH_ACRONYM: Final = re.compile(r"(?P<name>.+\S)\s*\((?P<acronym>[^\s()]{2,15})\)")


def organisation(field: Field) -> Callable[[Writing, str, Node], None]:
    """Write the organisation that a node's reference and name mean, and what they say of it."""
    predicate = f" <{field.predicate}> "

    def add(writing: Writing, subject: str, node: Node) -> None:
        ref, kind = first(node, "ref"), first(node, "type")
        names = tuple(texts(node, "name"))
        is_payer = _pays(node) and kind in _GOVERNMENTS
        country = None if is_payer else writing.country
        key, term, claims = _known(ref, names, kind, country, writing.publisher)
        if key is None:
            writing.report(field.path, "an organisation without reference and name", node.line)
            return
        writing.output.claims.update(claims)
        if is_payer and writing.country:
            writing.output.claim(key, "paysFor", writing.country)
        writing.lines.append(f"{subject}{predicate}{term}{writing.end}")

    return add


def organisation_key(
    ref: str, names: Sequence[LangText], country: str | None, publisher: str
) -> Key | None:
    """Answer the key of an organisation, or None where it has neither reference nor name.

    Example:
        >>> organisation_key("GB-COH-1234567", [LangText("A", "en")], "MX", "")
        'org:id:GB-COH-1234567'
        >>> organisation_key("7", [LangText("Water Users Board (WUB)", "en")], "MX", "")
        'org:name:MX:water users board'
    """
    if is_identifier(ref):
        return keys.by_id("org", ref)
    if names and fold(names[0].text):
        return keys.by_name("org", split_acronym(names[0].text)[0], country)
    return keys.by_id("org", f"{publisher}:{ref}", "ref") if ref else None


@lru_cache(maxsize=4096)
def is_identifier(ref: str) -> bool:
    """Answer whether a reference means the same organisation whoever uses it.

    Example:
        >>> is_identifier("XM-DAC-99999"), is_identifier("21000"), is_identifier("1234")
        (True, False, False)
    """
    if any(ref in codelists.notations(scheme) for scheme in _PUBLISHED_LISTS):
        return True
    agency, _, number = ref.partition("-")
    register, _, number = number.partition("-")
    return bool(number) and f"{agency}-{register}" in codelists.notations(_AGENCIES)


def split_acronym(name: str) -> tuple[str, str]:
    """Answer a name and the acronym behind it, "" where the letters are not those of the name.

    Example:
        >>> split_acronym("Instituto de Ejemplos (INSEJE)")
        ('Instituto de Ejemplos', 'INSEJE')
        >>> split_acronym("Example Relief (UK)")
        ('Example Relief (UK)', '')
    """
    match = _WITH_ACRONYM.fullmatch(name)
    if not match or match["acronym"] != match["acronym"].upper():
        return name, ""
    letters = iter(fold(match["name"]))
    stands_for_it = all(letter in letters for letter in fold(match["acronym"]) if letter != " ")
    return (match["name"], match["acronym"]) if stands_for_it else (name, "")


@lru_cache(maxsize=1 << 13)
def _known(
    ref: str, names: tuple[LangText, ...], kind: str, country: str | None, publisher: str
) -> tuple[Key | None, str, frozenset[Claim]]:
    """Answer the key and term of an organisation and what is claimed of it; names repeat."""
    key = organisation_key(ref, names, country, publisher)
    if key is None:
        return None, "", frozenset()
    claims = {Claim(key, "class", "Organisation")}
    for text, lang in names:
        name, acronym = split_acronym(text)
        claims.add(Claim(key, "label", name, lang))
        if acronym:
            claims |= {Claim(key, "alias", acronym, lang), Claim(key, "alias", text, lang)}
    if kind in codelists.notations("OrganisationType"):
        claims.add(Claim(key, "classification", kind, "OrganisationType"))
    return key, token(key), frozenset(claims)


def _pays(node: Node) -> bool:
    return node.kind == "provider-org" or first(node, "role") in {"1", "Funding"}
