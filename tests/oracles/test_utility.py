"""What tools/bench utility says that mechanisms cost, held against Google's dp-accounting."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import dp_accounting.rdp
import numpy
import pytest
from dp_accounting.pld import privacy_loss_distribution as pld

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'bench'))

import _utility_mechanisms as utility  # noqa: E402

CAP = 5
DICTIONARY: dict[str, Any] = json.loads((ROOT / 'resources' / 'dictionary.json').read_text(encoding='utf-8'))
MECHANISMS = {each.name: each for each in utility.mechanisms(DICTIONARY, CAP)}
(BASIC, BASIC_RHO), (PLUGINS, _) = utility.cells_of(DICTIONARY, 'basic'), utility.cells_of(DICTIONARY, 'middle')


def of_laplace(*parts: tuple[int, float]) -> float:
    """Return dp-accounting's ε of so many cells with discrete Laplace noise of this scale."""
    whole = None
    for cells, scale in parts:
        of_part = pld.from_discrete_laplace_mechanism(1 / scale, value_discretization_interval=1e-4).self_compose(cells)
        whole = of_part if whole is None else whole.compose(of_part)
    assert whole is not None
    return float(whole.get_epsilon_for_delta(utility.DELTA))


def of_rho(rho: float) -> float:
    """Return dp-accounting's ε."""
    orders = 1 + numpy.logspace(-6, 6, 200_000)
    epsilon, _ = dp_accounting.rdp.compute_epsilon(orders, orders * rho, utility.DELTA)
    return float(epsilon)


def test_ours_costs_what_the_aggregation_says() -> None:
    program = ROOT / 'build/release/src/host/aggregate/napari-telemetry-aggregate'
    budget = json.loads(subprocess.run([program, 'budget', '--json'], capture_output=True, check=True).stdout)
    months = {level['level']: period['epsilon'] for level in budget['levels'] for period in level['periods']
              if period['period'] == 'month'}
    assert MECHANISMS['ours'].epsilon == pytest.approx((months['basic'], months['middle']), abs=1e-3)


def test_the_one_before_costs_what_dp_accounting_says() -> None:
    basic, middle = 7 * utility.WEEKS, 128 * utility.WEEKS
    assert MECHANISMS['before'].epsilon == pytest.approx(
        (of_laplace((basic, 1.0)), of_laplace((basic + middle, 1.0))), rel=1e-3)


def test_laplace_has_our_budget() -> None:
    mechanism = MECHANISMS['Laplace']
    basic, plugins = mechanism.basic[0], mechanism.plugins[0]
    assert (of_laplace((BASIC, basic)), of_laplace((BASIC, basic), (PLUGINS, plugins))) == pytest.approx(
        MECHANISMS['ours'].epsilon, abs=0.02)


def test_fewer_plugins_have_our_budget() -> None:
    cap = next(topic['cap'] for topic in DICTIONARY['topics'] if topic['topic'] == 'plugin')
    cells, sigma = PLUGINS * CAP // cap, MECHANISMS['5 plugins'].plugins[0]
    assert of_rho(BASIC_RHO + cells / (2 * sigma**2)) == pytest.approx(MECHANISMS['ours'].epsilon[1], abs=1e-3)


def test_a_month_of_weekly_tables_has_our_budget() -> None:
    mechanism = MECHANISMS['every week']
    names = ['users', 'napari-versions', 'python-versions', 'systems', 'system-versions', 'architectures']
    basic = utility.WEEKS * len(names) / (2 * mechanism.basic[0] ** 2)
    plugins = utility.WEEKS * 2 * 20 / (2 * mechanism.plugins[0] ** 2)
    assert (of_rho(basic), of_rho(basic + plugins)) == pytest.approx(MECHANISMS['ours'].epsilon, abs=1e-3)


@pytest.mark.parametrize('name', [name for name in MECHANISMS if name != 'before'])
def test_the_threshold_is_the_least_that_hides_who_is_alone(name: str) -> None:
    for scale, threshold in (MECHANISMS[name].basic, MECHANISMS[name].plugins):
        x, probability = utility.NOISES[MECHANISMS[name].noise](scale)
        assert probability[x >= threshold - 1].sum() < utility.ALONE
        assert threshold == utility.FLOOR or probability[x >= threshold - 2].sum() >= utility.ALONE
