"""Fixtures of the tests in a real napari window. `--binding` chooses pyqt6 or pyside6."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desktop import BUILD, Collector, Napari, Screen, install_telemetry, remove_telemetry


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption('--binding', choices=['pyqt6', 'pyside6'], default='pyqt6')


@pytest.fixture(scope='session')
def binding(request: pytest.FixtureRequest) -> str:
    """The binding that napari uses."""
    return str(request.config.getoption('--binding'))


@pytest.fixture(scope='session')
def screen() -> Iterator[Screen]:
    """One screen for all tests of a run."""
    screen = Screen()
    yield screen
    screen.stop()


Start = Callable[..., Napari]


@pytest.fixture
def start(screen: Screen, binding: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Start napari; with the same `user` again it is the same person's next start. Ends it after the test."""
    processes: list[Napari] = []

    def run(user: str = 'ada', **options: object) -> Napari:
        processes.append(Napari(screen, binding, tmp_path / user, **options))  # type: ignore[arg-type]
        return processes[-1]

    yield run
    report = getattr(request.node, 'report', None)
    if report is not None and report.failed:
        pictures = BUILD / 'logs' / 'pictures'
        pictures.mkdir(parents=True, exist_ok=True)
        name = re.sub(r'\W', '_', request.node.name)  # import takes brackets for a part of the picture
        screen.picture(pictures / f'{name}-{binding}.png')
    for process in processes:
        process.kill()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.when == 'call':
        item.report = report  # type: ignore[attr-defined]


@pytest.fixture
def without_telemetry(binding: str) -> Iterator[None]:
    """napari-telemetry is not installed when the test begins."""
    remove_telemetry(binding)
    yield
    remove_telemetry(binding)


@pytest.fixture
def with_telemetry(binding: str) -> Iterator[None]:
    """napari-telemetry is installed when the test begins."""
    remove_telemetry(binding)
    install_telemetry(binding)
    yield
    remove_telemetry(binding)


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Collector]:
    """A collector that runs."""
    collector = Collector(tmp_path / 'collector')
    yield collector
    if collector.process.poll() is None:
        collector.stop()
