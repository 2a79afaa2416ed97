"""A question to a service: JSON is posted, the body of the answer comes back, or why there is none.

What would fail for every question (no such host, a key that is refused) is an error; what failed
for this one (too busy, too slow, cut off, too long) is a value, after some tries.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import requests
from urllib3.exceptions import HTTPError, InvalidHeader, NewConnectionError, ReadTimeoutError
from urllib3.util.retry import Retry

from kg.errors import FetchError, UsageError

WAITS_SECONDS: Final = (0.5, 1.0, 2.0, 4.0)
"""How long is waited before each further try, where the service does not say."""

LONGEST_WAIT_SECONDS: Final = 60.0
"""A service that asks to wait longer is not waited for."""

MAX_BYTES: Final = 4 * 1024 * 1024
_CONNECT_SECONDS: Final = 10
_CHUNK_BYTES: Final = 1 << 14
_PASSING: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_HEADERS: Final = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
_FOR_THIS_ONE: Final = frozenset({400, 413, 422})
"""Also what services answer to a text that is too long for a model, or that a filter keeps out."""


class Unanswered(NamedTuple):
    """Why a question has no answer."""

    reason: str


class _PassingError(Exception):
    """A try that failed and may be made again, after so many seconds where the service says."""

    def __init__(self, reason: str, after_seconds: float | None = None) -> None:
        super().__init__(reason)
        self.after_seconds = after_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service at an address; `key` is sent to it and stands nowhere else.

    `seconds` bounds one try from its first to its last byte.
    """

    url: str
    key: str = ""
    seconds: float = 120
    max_bytes: int = MAX_BYTES
    waits: tuple[float, ...] = WAITS_SECONDS
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        """Refuse a key that cannot be sent, before a library names it in an exception."""
        if not (self.key.isascii() and self.key.isprintable()):
            raise UsageError(f"{self.url}: the key has characters that cannot be sent: mend it")

    def __repr__(self) -> str:
        """Name the service without its key."""
        return f"Service({self.url!r})"

    def ask(self, question: Mapping[str, Any]) -> bytes | Unanswered:
        """Answer the body that the service sends back.

        Raises:
            FetchError: it would fail for every question: nothing listens, or access is refused.
        """
        body = json.dumps(question, ensure_ascii=False, sort_keys=True).encode()
        for wait in (*self.waits, None):
            try:
                return self._try(body)
            except requests.RequestException as error:
                if wait is None or not _is_passing(error):
                    raise self._unreached(error) from None
                self.sleep(wait)
            except _PassingError as error:
                seconds = error.after_seconds or 0
                if wait is None or seconds > LONGEST_WAIT_SECONDS:
                    return Unanswered(str(error))
                self.sleep(max(wait, seconds))
        raise AssertionError("the last try answers or raises")

    def _try(self, body: bytes) -> bytes | Unanswered:
        begin = time.monotonic()
        try:
            with requests.post(
                self.url,
                data=body,
                headers=_HEADERS,
                auth=self._signed,
                timeout=(_CONNECT_SECONDS, self.seconds),
                stream=True,
                allow_redirects=False,
            ) as response:
                return self._refusal(response) or self._body(response, begin)
        except (requests.ReadTimeout, ReadTimeoutError):
            raise _PassingError(self._too_slow) from None
        except HTTPError:
            raise _PassingError("the answer was cut off") from None
        except requests.ConnectionError as error:
            if _is_unreached(error):
                raise
            raise _PassingError("the connection broke off") from None

    def _unreached(self, error: requests.RequestException) -> FetchError:
        """Answer the error that names what happened; what an exception says may hold the key."""
        reason = type(error).__name__
        return FetchError(f"{self.url}: no answer ({reason}): check the address and the network")

    def _signed(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the key; being asked at all keeps requests from looking for one in ~/.netrc."""
        if self.key:
            request.headers["Authorization"] = f"Bearer {self.key}"
        return request

    def _refusal(self, response: requests.Response) -> Unanswered | None:
        status = response.status_code
        if status == requests.codes.ok:
            return None
        if status in _PASSING:
            raise _PassingError(f"the service answers {status}", _asked_to_wait(response))
        if status in _FOR_THIS_ONE:
            return Unanswered(f"the service answers {status}")
        raise FetchError(
            f"{self.url}: the service answers {status}: check the address, the model and the key"
        )

    def _body(self, response: requests.Response, begin: float) -> bytes | Unanswered:
        """Answer the body, read as it comes: a service that trickles is too slow as well."""
        body = bytearray()
        while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=True):
            body += chunk
            if len(body) > self.max_bytes:
                return Unanswered(f"the answer has more than {self.max_bytes} bytes")
            if time.monotonic() - begin > self.seconds:
                raise _PassingError(self._too_slow)
        return bytes(body)

    @property
    def _too_slow(self) -> str:
        return f"no answer in {self.seconds:g} s"


def _asked_to_wait(response: requests.Response) -> float | None:
    """Answer the seconds that a service asks to wait, where it says so in a way that is known.

    Source: RFC 9110, section 10.2.3.
    """
    try:
        return Retry().get_retry_after(response.raw)
    except InvalidHeader:
        return None


def _is_unreached(error: requests.ConnectionError) -> bool:
    """Answer whether no connection came about, rather than that one broke off."""
    never = requests.exceptions.SSLError, requests.exceptions.ProxyError, requests.ConnectTimeout
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(error, never) or isinstance(reason, NewConnectionError)


def _is_passing(error: requests.RequestException) -> bool:
    """Answer whether a further try may help."""
    return isinstance(error, requests.ConnectionError)
