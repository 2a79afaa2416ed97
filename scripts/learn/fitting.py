"""From answered lessons to a table of weights, by multinomial logistic regression."""

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from answers import Answered
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

_UNIT: Final = 100
_LEAST_SEEN: Final = 2
_MOST_STEPS: Final = 400


class Setting(NamedTuple):
    """How a table is fitted: how little weights are held down, and what counts for how much."""

    strength: float
    told: float = 1.0
    """What a lesson counts whose name rules know: it tells what stands around such names."""
    rare: Mapping[str, float] = {}
    """What lessons of rare answers count."""
    passages: float = 1.0
    """What lessons of passages count that were written to be hard, and are unlike whole pages."""


SETTINGS: Final[Mapping[str, Setting]] = {
    "names": Setting(1.0, 0.1, {"Programme": 2.0, "Event": 2.0, "Law": 2.0}, passages=0.5),
    "numbers": Setting(0.2, passages=0.3),
    "ties": Setting(0.1),
}
"""By cross-validation over the pages of `benchmarks/gold/train`."""


def fitted(lessons: Sequence[Answered], setting: Setting) -> list[list[str]]:
    """Answer the rows of a table: a head with the answers, then each clue with its weights."""
    seen = Counter(clue for one in lessons for clue in one.lesson.clues)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        {clue: 1 for clue in one.lesson.clues if seen[clue] >= _LEAST_SEEN} for one in lessons
    )
    counts = [_counts(one, setting) for one in lessons]
    model = LogisticRegression(C=setting.strength, max_iter=_MOST_STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(matrix, [one.answer for one in lessons], sample_weight=counts)
    weights, starts = model.coef_, model.intercept_
    if len(weights) == 1:  # of two answers, only the second has weights
        weights, starts = ([-weights[0] / 2, weights[0] / 2], [-starts[0] / 2, starts[0] / 2])
    rows = sorted(zip(vectorizer.get_feature_names_out(), zip(*weights, strict=True), strict=True))
    written = [[clue, *_written(row)] for clue, row in rows]
    head = ["clue", *map(str, model.classes_)]
    return [head, ["", *_written(starts)], *(row for row in written if any(row[1:]))]


def _counts(one: Answered, setting: Setting) -> float:
    counts = setting.rare.get(one.answer, 1.0)
    counts *= setting.told if one.lesson.told else 1.0
    return counts * (setting.passages if one.is_passage else 1.0)


def _written(weights: Iterable[float]) -> list[str]:
    """Answer weights in hundredths; nothing where there is none."""
    return [str(round(weight * _UNIT) or "") for weight in weights]
