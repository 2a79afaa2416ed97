"""Where a link leads, without those who count clicks on the way (`trackers.toml`)."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple
from urllib.parse import unquote

_MOST_WRAPPERS: Final = 5
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)


class _Wrapper(NamedTuple):
    """A kind of link around another, and how the other one is written in it."""

    link: re.Pattern[str]
    decoding: dict[int, int]


class _Trackers(NamedTuple):
    wrappers: tuple[_Wrapper, ...]
    click: re.Pattern[str]


def target(address: str) -> str:
    """Answer the address that a link leads to in the end, "" where a tracker alone knows it.

    Example:
        >>> target("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&h=AT0")
        'https://example.org/a?b=1'
    """
    found = address.strip()
    for _ in range(_MOST_WRAPPERS):
        inner = _inner(found)
        if inner is None:
            return _without_clicks(found)
        found = inner
    return ""


def _inner(address: str) -> str | None:
    """Answer what a tracking link wraps, "" where it does not tell; None for any other link."""
    scheme = _SCHEME.match(address)
    if not scheme:
        return None
    for wrapper in _trackers().wrappers:
        if match := wrapper.link.match(address, scheme.end()):
            inner = unquote(match.groupdict().get("target", "").translate(wrapper.decoding))
            return inner if _SCHEME.match(inner) else ""
    return None


def _without_clicks(address: str) -> str:
    """Answer an address without the parameters that name a click; all else is as it was."""
    before, mark, query = address.partition("?")
    query, hash_, fragment = query.partition("#")
    if not _trackers().click.search(f"&{query}"):
        return address
    kept = _trackers().click.sub("", f"&{query}").lstrip("&")
    return f"{before}{mark if kept else ''}{kept}{hash_}{fragment}"


@lru_cache(maxsize=1)
def _trackers() -> _Trackers:
    content = tomllib.loads((files("kg.text") / "trackers.toml").read_text("utf-8"))
    wrappers = (
        _Wrapper(
            re.compile(one["link"], re.IGNORECASE),
            str.maketrans(one.get("from", ""), one.get("to", "")),
        )
        for one in content["wrapper"]
    )
    names = "|".join(map(re.escape, content["clicks"]))
    return _Trackers(tuple(wrappers), re.compile(rf"&(?:{names})=[^&#]*"))
