"""Noise and budget of the aggregation, held against two libraries of others: OpenDP and Google's dp-accounting."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import dp_accounting.rdp
import numpy
import opendp.prelude as dp
import pytest

BUILD = Path(__file__).resolve().parents[2] / 'build' / 'release'
DRAWS = 100_000

dp.enable_features('contrib')


def ours(sigma: int) -> list[int]:
    """Return draws of our sampler, with a fixed key."""
    program = BUILD / 'tests/host/aggregate/noisedraws'
    printed = subprocess.run([program, str(sigma), str(DRAWS)], capture_output=True, text=True, check=True).stdout
    return [int(word) for word in printed.split()]


def mechanism(sigma: int) -> dp.Measurement:
    """Return OpenDP's discrete Gaussian."""
    return dp.m.make_gaussian(dp.atom_domain(T=int), dp.absolute_distance(T=int), scale=float(sigma))


@pytest.mark.parametrize('sigma', [1, 3, 4])
def test_the_draws_are_distributed_as_opendps(sigma: int) -> None:
    one = Counter(ours(sigma))
    every = dp.vector_domain(dp.atom_domain(T=int))
    draw = dp.m.make_gaussian(every, dp.l2_distance(T=float), scale=float(sigma))
    other = Counter(draw([0] * DRAWS))
    # Two samples of one distribution: the chi-square test of a table with two rows. Rare values are one class.
    classes = [x for x in one.keys() | other.keys() if one[x] + other[x] >= 40]
    rest = tuple(sum(counter[x] for x in counter.keys() - set(classes)) for counter in (one, other))
    rows = [(one[x], other[x]) for x in classes] + ([rest] if sum(rest) else [])
    chi_square = sum((a - b) ** 2 / (a + b) for a, b in rows)
    freedom = len(rows) - 1
    # Wilson and Hilferty: nearly normal. Theirs is drawn anew each time: the chance to fail is below 1e-8.
    deviations = ((chi_square / freedom) ** (1 / 3) - (1 - 2 / (9 * freedom))) / (2 / (9 * freedom)) ** 0.5
    assert len(rows) > 5
    assert deviations < 5.7, chi_square


@pytest.mark.parametrize('sigma', [3, 4])
def test_a_cell_costs_what_opendp_says(sigma: int) -> None:
    assert mechanism(sigma).map(1) == pytest.approx(1 / (2 * sigma**2), rel=1e-9)


def test_the_budget_is_dp_accountings() -> None:
    program = BUILD / 'src/host/aggregate/napari-telemetry-aggregate'
    budget = json.loads(subprocess.run([program, 'budget', '--json'], capture_output=True, check=True).stdout)
    orders = 1 + numpy.logspace(-6, 6, 200_000)
    periods = [period for level in budget['levels'] for period in level['periods']]
    assert len(periods) == 9
    for period in periods:
        epsilon, _ = dp_accounting.rdp.compute_epsilon(orders, orders * period['rho'], budget['delta'])
        assert period['epsilon'] == pytest.approx(epsilon, abs=1e-3)
