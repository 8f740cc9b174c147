"""Nobody gets code to run in the name of napari-telemetry: each attack works on a plain import, and not on ours."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from attacks import ABSENT, ATTACKS, LOADED, REFUSED
from place import LIBRARIES, Place, release


@pytest.mark.parametrize('name', ATTACKS)
def test_attack(name: str, binding: str, display: str, evil_library: Path, tmp_path: Path) -> None:
    attack = ATTACKS[name]
    if attack.needs_root and os.geteuid() != 0:
        pytest.skip('only root can be two users')
    place = Place(tmp_path, binding, evil_library)
    attack.arrange(place)
    result = place.run('verified', display)
    assert place.fired() == ''
    assert result['outcome'] == attack.outcome, result
    if attack.outcome == LOADED:
        check_the_real_one_runs(place, result)
    else:
        assert result['mapped'] == []
        assert attack.outcome == ABSENT or attack.why in result['why'], result['why']
        assert result['text'] == ('Telemetry: off, needs attention' if attack.outcome == REFUSED else 'Telemetry: off')

    if attack.races:  # the files are not as they were
        place = Place(tmp_path / 'plain', binding, evil_library)
        attack.arrange(place)
    place.run('plain', display)
    assert place.fired(), 'the attack does not work even where nothing is checked: it proves nothing'


def modules_of_the_release() -> list[str]:
    with zipfile.ZipFile(release()) as wheel:
        files = [name for name in wheel.namelist() if name.endswith('.py') and not name.endswith('__main__.py')]
    return sorted(name.removesuffix('.py').replace('/', '.').removesuffix('.__init__') for name in files)


def check_the_real_one_runs(place: Place, result: dict[str, Any]) -> None:
    """The real modules run, and the library was mapped from a private copy that is gone."""
    assert result['modules'] == modules_of_the_release()
    (mapped,) = result['mapped']
    path, name = mapped.removesuffix(' (deleted)').rsplit('/', 1)
    assert mapped.endswith(' (deleted)') and name == LIBRARIES[0]
    assert Path(path).parent == place.folder / 'runtime'
    assert list((place.folder / 'runtime').iterdir()) == []


@pytest.mark.parametrize('linked', [False, True], ids=['as it is', 'through a link to the environment'])
def test_the_release_is_loaded(linked: bool, binding: str, display: str, evil_library: Path, tmp_path: Path) -> None:
    place = Place(tmp_path, binding, evil_library)
    place.install_release()
    if linked:
        (place.folder / 'link').symlink_to(place.folder / 'venv')
        place.python = place.folder / 'link' / 'bin' / 'python'
    plain = place.run('plain', display)
    assert place.fired() == '' and plain['stderr'] == ''
    result = place.run('verified', display)
    assert result['outcome'] == LOADED, result
    check_the_real_one_runs(place, result)
    assert result['stderr'] == ''
