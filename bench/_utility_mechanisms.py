"""Ways to add noise to counts of people, each with what it costs: for bench/utility.py, tested by tests/oracles.

One person is in several cells and changes each by one, so a budget is a sum over cells. What is published of a cell
that holds one person alone is decided by the threshold.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

DELTA = 1e-6  # at which every ε is stated
ALONE = 1e-9  # the chance that one person alone in a cell is published is below this
FLOOR = 15  # no threshold is below this
WEEKS = 5  # of the longest month

Part = tuple[int, float]  # so many cells, each with Laplace noise of this ε


def gaussian(sigma: float) -> tuple[np.ndarray, np.ndarray]:
    """Return values and probabilities of the discrete Gaussian."""
    x = np.arange(-math.ceil(40 * sigma), math.ceil(40 * sigma) + 1)
    weight = np.exp(-((x / sigma) ** 2) / 2)
    return x, weight / weight.sum()


def laplace(scale: float) -> tuple[np.ndarray, np.ndarray]:
    """Return values and probabilities of the discrete Laplace distribution."""
    x = np.arange(-math.ceil(50 * scale), math.ceil(50 * scale) + 1)
    weight = np.exp(-np.abs(x) / scale)
    return x, weight / weight.sum()


NOISES = {'Gaussian': gaussian, 'Laplace': laplace}


@dataclass(frozen=True)
class Mechanism:
    """One way to publish: noise and threshold of a table with one cell for each person, and of the plugins' tables."""

    name: str
    noise: str
    basic: tuple[float, int]
    plugins: tuple[float, int]
    epsilon: tuple[float, float]  # of a month of five weeks at DELTA: level basic, level middle
    weekly: bool = False  # counted and published each week; a month's number is the mean of its weeks
    capped: bool = False  # fewer plugins of each person than ours


def threshold(noise: str, scale: float) -> int:
    """Return the least that keeps somebody alone unpublished but for a chance below ALONE."""
    x, probability = NOISES[noise](scale)
    tail = np.cumsum(probability[::-1])[::-1]
    return max(FLOOR, int(x[np.argmax(tail < ALONE)]) + 1)


def epsilon_of_rho(rho: float) -> float:
    """Return what holds for this much zCDP: Canonne, Kamath and Steinke (2020), proposition 12, as budget.cpp does."""
    order = 1 + np.exp(np.linspace(math.log(1e-6), math.log(1e6), 200_001))
    part = math.log(1 / DELTA) - np.log(order - 1) + order * np.log1p(-1 / order)
    return float(np.min(order * rho + part / (order - 1)))


def epsilon_of_laplace(parts: list[Part]) -> float:
    """Return what holds for so many cells with Laplace noise, exactly.

    In one cell the privacy loss is ε or -ε and nothing between, so that of all cells is a sum of binomials.
    """
    loss, chance = np.zeros(1), np.ones(1)
    for cells, epsilon in parts:
        heads = np.arange(cells + 1)
        choose = np.array([math.lgamma(cells + 1) - math.lgamma(i + 1) - math.lgamma(cells - i + 1) for i in heads])
        chance = np.outer(chance, np.exp(choose + heads * epsilon - cells * math.log1p(math.exp(epsilon)))).ravel()
        loss = np.add.outer(loss, (2 * heads - cells) * epsilon).ravel()

    def delta(epsilon: float) -> float:
        return float(np.sum(chance * np.maximum(0, -np.expm1(np.minimum(0, epsilon - loss)))))

    return least(lambda epsilon: delta(epsilon) <= DELTA, 0, float(loss.max()))


def least(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Return the least number between for which it holds, as it does for high."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def cells_of(dictionary: dict[str, Any], level: str) -> tuple[int, float]:
    """Return the cells that one person is in during a month of five weeks at this level alone, and their zCDP."""
    cells, rho = 0, 0.0
    for topic in dictionary['topics']:
        for table in topic['aggregate']:
            if topic['level'] == level:
                times = topic['cap'] * (WEEKS if table['period'] == 'week' else 1)
                cells += times
                rho += times / (2 * table['sigma'] ** 2)
    return cells, rho


def mechanisms(dictionary: dict[str, Any], cap: int) -> list[Mechanism]:
    """Return ours, the one before, and the others with our budget: ours first."""
    topics = {topic['topic']: topic for topic in dictionary['topics']}
    users, plugins = topics['user']['aggregate'][0], topics['plugin']['aggregate'][0]
    basic_cells, basic_rho = cells_of(dictionary, 'basic')
    plugin_cells, plugin_rho = cells_of(dictionary, 'middle')
    epsilon = (epsilon_of_rho(basic_rho), epsilon_of_rho(basic_rho + plugin_rho))
    ours = Mechanism('ours', 'Gaussian', (users['sigma'], users['threshold']),
                     (plugins['sigma'], plugins['threshold']), epsilon)

    # Seven tables with one cell for each person, and two with 64 plugins, with ε = 1 in each cell of each week.
    old = [(7 * WEEKS, 1.0), (2 * 64 * WEEKS, 1.0)]
    before = Mechanism('before', 'Laplace', (1.0, 15), (1.0, 15),
                       (epsilon_of_laplace(old[:1]), epsilon_of_laplace(old)), weekly=True)

    def with_noise(name: str, noise: str, basic: float, of_plugins: float, **options: bool) -> Mechanism:
        return Mechanism(name, noise, (basic, threshold(noise, basic)), (of_plugins, threshold(noise, of_plugins)),
                         epsilon, **options)

    one = least(lambda scale: epsilon_of_laplace([(basic_cells, 1 / scale)]) <= epsilon[0], 0.5, 1000)
    two = least(lambda scale: epsilon_of_laplace([(basic_cells, 1 / one), (plugin_cells, 1 / scale)]) <= epsilon[1],
                0.5, 1000)
    # Each table once a week: those that have a week or a month, not those that count the same people once more.
    basic_tables = 2 + sum(len(topic['aggregate']) for name, topic in topics.items()
                           if topic['level'] == 'basic' and name not in ('user', 'napari'))
    cells_of_plugins = topics['plugin']['cap'] * len(topics['plugin']['aggregate'])
    weekly = with_noise('every week', 'Gaussian', math.sqrt(WEEKS * basic_tables / (2 * basic_rho)),
                        math.sqrt(WEEKS * cells_of_plugins / (2 * plugin_rho)), weekly=True)
    sigma = math.sqrt(cap / topics['plugin']['cap'] * plugin_cells / (2 * plugin_rho))
    fewer = Mechanism(f'{cap} plugins', 'Gaussian', ours.basic, (sigma, threshold('Gaussian', sigma)), epsilon,
                      capped=True)
    return [ours, before, with_noise('Laplace', 'Laplace', one, two), fewer, weekly]
