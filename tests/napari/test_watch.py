"""What is counted at full: each press once, every kind of layer, and nothing that stays behind in napari."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from desktop import BUILD, HERE, ROOT, topics, wait_for
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

VIEWER = "__import__('napari').current_viewer()"
NUMPY = "__import__('numpy')"
ACTIONS = "__import__('napari.utils.action_manager', fromlist=['x']).action_manager"
COMMANDS = "__import__('napari')._app_model.get_app_model().commands"


# A plugin with one dock widget.
WIDGET = """
import npe2
from qtpy import QtWidgets
plugin = npe2.DynamicPlugin('lab-widgets', plugin_manager=npe2.PluginManager.instance())
plugin.register()
def make():
    label = QtWidgets.QLabel('lab')
    label.setObjectName('LabWidget')
    return label
plugin.contribute.widget(make, display_name='A widget', command='lab-widgets.make')
"""


def values(napari: Napari, topic: str) -> list[dict[str, Any]]:
    return [json.loads(row[3])['value'] for row in napari.spool() if row[0] == topic]


def classes(napari: Napari) -> dict[str, str]:
    return {value['command']: value['count_class'] for value in values(napari, 'command')}


def wait_noted(napari: Napari, *expected: str) -> None:
    """Wait until these uses were noted, each as often as it is here, and no other."""
    seen: Counter[str] = Counter()

    def all_there() -> bool:
        seen.update(napari.ask('take_noted()'))
        return seen.total() >= len(expected)

    wait_for(all_there, what=f'{expected}, not only {seen}')
    napari.ask('QtWidgets.QApplication.processEvents()')
    seen.update(napari.ask('take_noted()'))
    assert seen == Counter(expected)


@pytest.mark.usefixtures('with_telemetry')
def test_each_press_is_counted_once_and_nothing_stays_in_napari(start: Start, tmp_path: Path) -> None:
    napari = start()
    napari.wait("find('TelemetryConsentDialog') is not None", 90)
    napari.ask(f"{VIEWER}.add_image({NUMPY}.zeros((4, 8, 8)), name='my private sample') and None")
    before = napari.ask('hooks()')
    answer(napari, 'full')
    wait_level(napari, 'full')
    napari.wait(f"'execute_command' in vars({COMMANDS})")
    # A layer that was there before the grant.
    wait_for(lambda: values(napari, 'layer-dimensions'), what='the layer that was there')

    # One press of a key in the canvas, of a button, and of a menu's shortcut: one use each, in the first class.
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+g')
    napari.click_at(napari.wait("mode_button_place('ndisplay_button')"))
    napari.keys('ctrl+alt+p')
    expected = {'napari:toggle_grid': '1', 'napari:toggle_ndisplay': '1', 'napari.window.view.toggle_play': '1'}
    wait_for(lambda: classes(napari).keys() >= expected.keys(), what=f'{expected} in {classes(napari)}')
    assert classes(napari) == expected
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+g')
    wait_for(lambda: classes(napari)['napari:toggle_grid'] == '2-9', what='a second use')
    assert classes(napari) == {**expected, 'napari:toggle_grid': '2-9'}

    napari.ask('note_uses()')
    # The command palette.
    napari.keys('ctrl+shift+p')
    wait_noted(napari, 'napari.window.view.toggle_command_palette')
    field = 'QtWidgets.QApplication.focusWidget()'
    napari.wait(f'isinstance({field}, QtWidgets.QLineEdit)')
    napari.screen.xdotool('type', '--delay', '50', 'toggle menubar')
    napari.wait(f"{field}.text() == 'toggle menubar'")
    napari.keys('Return')
    wait_noted(napari, 'napari.window.view.toggle_menubar')
    napari.ask(f"{COMMANDS}.execute_command('napari.window.view.toggle_menubar') and None")
    wait_noted(napari, 'napari.window.view.toggle_menubar')
    # A sample goes through a menu entry and a command of a plugin: the latter alone is on the public list.
    napari.ask(f"{COMMANDS}.execute_command('napari.balls_2d') and None")
    wait_noted(napari, 'napari.balls_2d', 'napari.data.balls_2d')
    listed = set(json.loads((ROOT / 'resources' / 'public-list.json').read_text())['napari_commands'])
    assert 'napari.data.balls_2d' in listed and 'napari.balls_2d' not in listed
    # The list has every command of this napari, but for the menu entries of samples and of empty menus.
    registered = set(napari.ask(f'[id for id, _ in {COMMANDS}] + list({ACTIONS}._actions)'))
    samples = napari.ask(
        "[s.key for s in __import__('npe2').PluginManager.instance().get_manifest('napari').contributions.sample_data]"
    )
    missing = {id for id in registered - listed if id.startswith('napari') and not id.endswith('.empty_dummy')}
    assert missing - {'napari-svg.svg_writer'} == {f'napari.{key}' for key in samples}
    # A reader, and a writer of a plugin.
    picture = tmp_path / 'private picture.tif'
    napari.ask(f'{VIEWER}.layers[0].save({str(picture)!r}) and None')
    wait_noted(napari, 'napari.write_image')
    napari.ask(f'{VIEWER}.open({str(picture)!r}) and None')
    wait_noted(napari, 'napari.get_reader')
    # A dock widget of a plugin.
    napari.ask(f'exec({WIDGET!r})')
    napari.ask(f"{VIEWER}.window.add_plugin_dock_widget('lab-widgets', 'A widget') and None")
    wait_noted(napari, 'lab-widgets.make')
    napari.wait("find('LabWidget') is not None")
    # A key that is held: the action goes on when it is let go.
    napari.ask(f"setattr({VIEWER}.add_labels({NUMPY}.zeros((8, 8), int)), 'mode', 'paint')")
    napari.click_at(napari.ask('main_place()'))
    mode = f'str({VIEWER}.layers.selection.active.mode)'
    assert napari.ask(mode) == 'paint'
    napari.ask('take_noted()')
    napari.screen.xdotool('keydown', 'space')
    napari.wait(f"{mode} == 'pan_zoom'")
    napari.screen.xdotool('keyup', 'space')
    napari.wait(f"{mode} == 'paint'")
    wait_noted(napari, 'napari:hold_for_pan_zoom')
    # A button of the layer controls.
    napari.click_at(napari.wait("mode_button_place('erase')"))
    napari.wait(f"{mode} == 'erase'")
    wait_noted(napari, 'napari:activate_labels_erase_mode')
    # What raises still raises the same, is counted, and does not spoil what comes next.
    with pytest.raises(AssertionError, match=r'KeyError.*no\.such.command'):
        napari.ask(f"{COMMANDS}.execute_command('no.such.command')")
    wait_noted(napari, 'no.such.command')  # C++ drops it
    with pytest.raises(AssertionError, match='ZeroDivisionError'):
        napari.ask(f"{ACTIONS}.register_action('lab:later', lambda: 1 / 0, '', None) or {ACTIONS}.trigger('lab:later')")
    wait_noted(napari, 'lab:later')
    with pytest.raises(AssertionError, match=r'KeyError.*no\.such.plugin'):
        napari.ask("__import__('npe2').PluginManager.instance().commands.get('no.such.plugin')")
    assert napari.ask('take_noted()') == []
    # A command that is called by another one is not another press.
    napari.ask(
        f"{ACTIONS}.register_action('lab:outer', lambda: {ACTIONS}.trigger('napari:toggle_grid'), '', None)"
        f" or {ACTIONS}.trigger('lab:outer')"
    )
    wait_noted(napari, 'lab:outer')

    # Lowering the level takes everything out again, whatever was registered meanwhile.
    napari.ask(f"[{ACTIONS}._actions.pop(name) for name in ('lab:later', 'lab:outer')] and None")
    napari.choose_menu('Middle')
    wait_level(napari, 'middle')
    assert napari.ask('hooks()') == before
    wait_for(lambda: not {row[0] for row in napari.spool()} & topics('full'), what='the events to go')
    napari.click_at(napari.ask('main_place()'))
    napari.keys('ctrl+g')
    napari.ask(f'{VIEWER}.add_image({NUMPY}.zeros((4, 4))) and None')
    napari.wait(f'not {VIEWER}.canvas.grid.enabled')
    assert not {row[0] for row in napari.spool()} & topics('full')
    for file in napari.our_files():
        for private in (b'my private', b'private picture', b'lab:', b'no.such'):
            assert private not in file.read_bytes()
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_every_kind_of_layer_in_every_window(start: Start, binding: str) -> None:
    napari = start()
    answer(napari, 'full')
    wait_level(napari, 'full')
    napari.wait(f"'execute_command' in vars({COMMANDS})")
    square = '[[0, 0], [0, 9], [9, 9], [9, 0]]'
    surface = f'({NUMPY}.zeros((4, 3)), {NUMPY}.array([[0, 1, 2]]), {NUMPY}.zeros(4))'
    pyramid = f"[{NUMPY}.zeros((n, n), 'uint8') for n in (2048, 1024, 512)]"
    dask = "__import__('dask.array').array.zeros((3, 5, 100, 100), dtype='float32', chunks=50)"
    for made in (
        f"add_image({NUMPY}.zeros((64, 64, 3), 'uint8'), rgb=True)",
        f"add_labels({NUMPY}.zeros((8, 8), 'int32'))", f'add_points({NUMPY}.zeros((7, 3)))',
        f"add_shapes([{square}], shape_type='polygon')", f'add_surface({surface})',
        f'add_tracks({NUMPY}.array([[1, 0, 1.0, 1.0], [1, 1, 2.0, 2.0]]))', f'add_vectors({NUMPY}.zeros((5, 2, 2)))',
    ):
        napari.ask(f'{VIEWER}.{made} and None')
    # A second window, with a layer from before anybody could see it, and one from later.
    napari.ask(f"setattr(__import__('builtins'), 'second', __import__('napari').Viewer()) or "
               f'second.add_image({dask}) and None')
    napari.wait("second.window._qt_window.isActiveWindow()")
    wait_for(lambda: {'layer_type': 'image', 'dtype': 'float32'} in values(napari, 'layer-dtype'), what='that layer')
    napari.ask(f'second.add_image({pyramid}, multiscale=True) and None')
    wait_for(lambda: {'layer_type': 'image', 'size_class': '<1e8'} in values(napari, 'layer-size'), what='the other')

    def cells(topic: str, field: str) -> list[tuple[str, Any]]:
        assert all(value.keys() == {'layer_type', field} for value in values(napari, topic))
        return sorted((value['layer_type'], value[field]) for value in values(napari, topic))

    # One fact an event: that the image of this size is the one of dask is in none of them.
    assert cells('layer-size', 'size_class') == sorted([
        ('image', '<1e6'), ('image', '<1e8'), ('labels', '<1e6'), ('points', '<1e6'), ('shapes', '<1e6'),
        ('surface', '<1e6'), ('tracks', '<1e6'), ('vectors', '<1e6'),
    ])
    assert cells('layer-array', 'array_type') == sorted([
        ('image', 'numpy'), ('image', 'dask'), ('labels', 'numpy'), ('points', 'numpy'), ('shapes', 'list'),
        ('surface', 'numpy'), ('tracks', 'numpy'), ('vectors', 'numpy'),
    ])
    assert cells('layer-dtype', 'dtype') == sorted([
        ('image', 'uint8'), ('image', 'float32'), ('labels', 'int32'), ('points', 'float64'), ('shapes', 'other'),
        ('surface', 'float64'), ('tracks', 'float64'), ('vectors', 'float64'),
    ])
    assert cells('layer-dimensions', 'ndim') == sorted([
        ('image', 2), ('image', 4), ('labels', 2), ('points', 3), ('shapes', 2), ('surface', 3), ('tracks', 3),
        ('vectors', 2),
    ])
    if binding == 'pyside6-oldest':
        assert napari.errors.read_text() == ''
        napari.kill()  # napari itself, without us, crashes when one of two windows is closed with PySide6 6.7.1
        return
    napari.ask('second.close()')
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


def test_no_data_is_read(binding: str, tmp_path: Path) -> None:
    arrays = BUILD / 'venv' / 'arrays'
    assert (arrays / 'zarr').is_dir(), f'{arrays} is missing: run tools/test, which installs what is needed'
    watch = ROOT / 'python' / 'telemetry' / 'napari_telemetry' / '_watch.py'
    child = subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', HERE / 'layers_child.py', watch],
        env={'PATH': os.environ['PATH'], 'HOME': str(tmp_path), 'PYTHONPATH': str(arrays)},
        check=True, capture_output=True, text=True, timeout=120,
    )
    answer = json.loads(child.stdout.splitlines()[-1])
    assert answer['read_by_us'] == []
    assert answer['trapped'] == ['numpy', 'dask', 'zarr', 'xarray', 'duck', 'labels']  # or this proves nothing
    facts = {name: (kind, module.split('.')[0], *rest) for name, (kind, module, *rest) in answer['facts'].items()}
    assert facts == {
        'numpy': ('image', '__main__', 'uint8', 2, 81), 'rgb': ('image', 'numpy', 'uint8', 2, 64 * 64 * 3),
        'multiscale': ('image', 'dask', 'uint16', 2, 4096 ** 2),
        'dask': ('image', 'dask', 'uint16', 4, 200 * 9 * 2048 ** 2),
        'zarr': ('image', 'zarr', 'uint16', 3, 4 * 300 ** 2), 'xarray': ('image', 'xarray', 'float64', 3, 7500),
        'duck': ('image', '__main__', 'float32', 2, 6_000_000), 'labels': ('labels', 'dask', 'int32', 2, 2500),
        'points': ('points', 'numpy', 'float64', 3, 21), 'no points': ('points', 'numpy', 'float64', 2, 0),
        'shapes': ('shapes', 'builtins', 'other', 2, 2), 'surface': ('surface', 'numpy', 'float32', 3, 12),
        'tracks': ('tracks', 'numpy', 'float64', 3, 8), 'vectors': ('vectors', 'numpy', 'float64', 2, 20),
    }
