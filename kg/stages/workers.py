"""One function over many inputs: in this process, or in a pool of processes."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Final, TypeVar

Input = TypeVar("Input")
Answer = TypeVar("Answer")

SMALL_BYTES: Final = 4 * 1024 * 1024
"""Below this much input the start of a process costs more than it saves."""


def count(asked: int | None, total_bytes: int) -> int:
    """Answer how many processes to use: those asked for, else one a core for more than a little."""
    if asked is not None:
        return max(1, asked)
    return 1 if total_bytes < SMALL_BYTES else (os.cpu_count() or 1)


Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Crew:
    """So many processes, and who is told how far they are."""

    processes: int
    progress: Progress

    def each(
        self, stage: str, function: Callable[[Input], Answer], inputs: Sequence[Input]
    ) -> list[Answer]:
        """Answer the function's answers in the order of the inputs."""
        answers: list[Answer] = []
        self.progress(stage, 0, len(inputs))
        for answer in _each(function, inputs, self.processes):
            answers.append(answer)
            self.progress(stage, len(answers), len(inputs))
        return answers


def _each(
    function: Callable[[Input], Answer], inputs: Sequence[Input], processes: int
) -> Iterator[Answer]:
    if processes == 1 or len(inputs) < 2:  # noqa: PLR2004  one input needs no pool
        yield from map(function, inputs)
        return
    context = multiprocessing.get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)
    with (
        lifeline,
        ProcessPoolExecutor(
            processes, mp_context=context, initializer=_bind, initargs=(lifeline,)
        ) as pool,
        held,
    ):
        with _uninterrupted():
            tasks = [pool.submit(function, one) for one in inputs]
        for task in tasks:
            yield task.result()
        pool.shutdown()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Begin processes whole, and let them know of no interrupt: who began them answers for all."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _bind(lifeline: Connection) -> None:
    """Let this process live no longer than the one that holds the other end of a pipe.

    The end is closed by who holds it, or by the system where that process was killed.
    """
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    wait([lifeline])
    os._exit(1)
