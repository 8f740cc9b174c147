"""Fixtures of the tests in a real napari window. `--binding` chooses an environment in build/venv."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desktop import BUILD, Collector, Napari, Screen, install_telemetry, remove_telemetry


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption('--binding', default='pyqt6', help='pyqt6 or pyside6, the newest; pyqt6-oldest or pyside6-oldest')
    parser.addoption('--every-row', action='store_true', help='rows that the bindings share, with this one, too')


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        'markers', 'shared_rows: what differs is the disk or the order of windows; each binding takes half of the rows'
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the rows that the other binding takes; not when a test is named."""
    if config.getoption('--every-row') or any('::' in word for word in config.args):
        return
    ours = str(config.getoption('--binding')).startswith('pyside6')
    rows = [item for item in items if item.get_closest_marker('shared_rows')]
    left_out = [item for place, item in enumerate(rows) if (place % 2 == 1) != ours]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


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


class Installation:
    """napari-telemetry in the environment: pip installs it once, and what it wrote is put back for each test.

    Running pip three times for each test takes minutes. Tests of installing run it themselves.
    """

    def __init__(self, binding: str, kept: Path) -> None:
        self._binding = binding
        self._site = next((BUILD / 'venv' / binding / 'lib').glob('python*/site-packages'))
        self._kept = kept
        remove_telemetry(binding)
        install_telemetry(binding)
        for folder in self._folders():
            shutil.copytree(folder, kept / folder.name)
        self.remove()

    def _folders(self) -> list[Path]:
        names = ('napari_telemetry', 'napari_telemetry-*.dist-info')
        return [path for name in names for path in self._site.glob(name)]

    def remove(self) -> None:
        """Take it away, whatever a test has made of it."""
        for folder in self._folders():
            shutil.rmtree(folder)

    def put(self) -> None:
        """Put it there, as pip had."""
        self.remove()
        for folder in self._kept.iterdir():
            shutil.copytree(folder, self._site / folder.name)


@pytest.fixture(scope='session')
def installation(binding: str, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """What pip installs."""
    return Installation(binding, tmp_path_factory.mktemp('installed'))


@pytest.fixture
def without_telemetry(installation: Installation) -> Iterator[None]:
    """napari-telemetry is not installed when the test begins."""
    installation.remove()
    yield
    installation.remove()


@pytest.fixture
def with_telemetry(installation: Installation) -> Iterator[None]:
    """napari-telemetry is installed when the test begins."""
    installation.put()
    yield
    installation.remove()


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Collector]:
    """A collector that runs."""
    collector = Collector(tmp_path / 'collector')
    yield collector
    if collector.process.poll() is None:
        collector.stop()
