"""Makes a picture of every state of our windows, looks at each for flaws, and lists all in build/gallery/index.html."""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from desktop import BUILD, Napari, Screen  # noqa: E402

FOLDER = BUILD / 'gallery'
PLUGIN = BUILD / 'release' / 'tests' / 'gallery' / 'libgallery.so'
THEMES = ('dark', 'light')
LANGUAGES = {'en': 'English', 'de': 'German', 'pl': 'Polish', 'xx': 'made up, twice as long',
             'ar': 'made up, from right to left'}
SCALES = (100, 150, 200)

Picture = dict[str, Any]


def jobs(smoke: bool, window: str) -> list[dict[str, Any]]:
    """Return what each process does: one for each scale, because Qt takes it at its start."""
    if smoke:
        # What is cut off depends on the scale, contrast on the theme: each of them with one of the other is enough.
        themes = {100: THEMES, 150: ['light'], 200: ['dark']}
        every = [{'scale': scale, 'languages': ['en'], 'themes': themes[scale]} for scale in SCALES]
        every.append({'scale': 100, 'languages': ['de', 'pl', 'xx', 'ar'], 'themes': ['dark']})
    else:
        every = [{'scale': scale, 'languages': list(LANGUAGES), 'themes': THEMES} for scale in SCALES]
    return [{**job, 'window': window} for job in every]


def start(number: int, job: dict[str, Any], binding: str, screen: Screen) -> subprocess.Popen[bytes]:
    """Start one process."""
    options = FOLDER / f'options-{number}.json'
    options.write_text(json.dumps({**job, 'scale': str(job['scale']), 'folder': str(FOLDER)}))
    home = FOLDER / 'home'
    environment = {
        **screen.environment(),
        'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'TZ': 'UTC',
        'QT_SCALE_FACTOR': str(job['scale'] / 100), 'PYTHONWARNINGS': 'ignore',
    }
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    return subprocess.Popen(
        [python, HERE / 'pictures.py', PLUGIN, options, FOLDER / f'result-{number}.json'], env=environment
    )


def our_windows(binding: str, smoke: bool, window: str) -> list[Picture]:
    """Make the pictures of our windows, two processes at a time."""
    made: list[Picture] = []
    waiting = list(enumerate(jobs(smoke, window)))
    running: list[tuple[int, dict[str, Any], subprocess.Popen[bytes], Screen]] = []
    (FOLDER / 'home').mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        while waiting or running:
            while waiting and len(running) < 2:
                number, job = waiting.pop(0)
                # As large as a screen of that scale is, so that there is the same room at each.
                width, height = (side * job['scale'] // 100 for side in (1400, 1000))
                screen = Screen(f'{width}x{height}x24')
                running.append((number, job, start(number, job, binding, screen), screen))
            number, job, process, screen = running.pop(0)
            status = process.wait(timeout=1200)
            screen.stop()
            if status != 0:
                raise SystemExit(f'error: the pictures could not be made: job {number} ended with {status}')
            made += json.loads((FOLDER / f'result-{number}.json').read_text())
    finally:
        for _, _, process, screen in running:
            process.kill()
            process.wait()
            screen.stop()
    return made


def real_napari(binding: str) -> list[Picture]:
    """Make the pictures in napari itself, with what is around our windows there; the theme is switched under them."""
    made: list[Picture] = []
    settings = "__import__('napari.settings').settings.get_settings().appearance"
    print('    napari itself', flush=True)
    screen = Screen()
    napari = Napari(screen, binding, FOLDER / f'ada-{time.time_ns()}')  # somebody who was not asked yet

    def picture(state: str) -> None:
        for theme in THEMES:
            napari.ask(f"setattr({settings}, 'theme', {theme!r})")
            for _ in range(5):
                napari.ask('QtWidgets.QApplication.processEvents()')
            file = f'napari-{state}-{theme}.png'
            screen.picture(FOLDER / file)
            made.append({'file': file, 'window': 'In napari itself', 'state': state, 'theme': theme,
                         'language': 'en', 'scale': '100', 'tooltip': '', 'flaws': []})

    try:
        napari.wait("find('TelemetryConsentDialog') is not None", 90)
        picture('question')
        napari.keys('Escape')
        napari.wait("find('TelemetryConsentDialog') is None")
        napari.choose_menu('Settings…')
        napari.wait("find('TelemetrySettingsPane') is not None")
        picture('preferences')
    finally:
        napari.kill()
        screen.stop()
    return made


def index(pictures: list[Picture]) -> str:
    """Return the page: windows, their states, and of each state every theme, language and scale."""
    parts = ['<!doctype html><meta charset="utf-8"><title>Gallery</title><style>body{font:14px sans-serif;margin:2em}'
             'figure{display:inline-block;margin:8px;vertical-align:top;max-width:300px}'
             'img{max-width:300px;max-height:260px;border:1px solid #888}'
             'figcaption{color:#444}.flaw{color:#a00}</style><h1>Gallery</h1>']
    windows = list(dict.fromkeys(one['window'] for one in pictures))
    parts.append('<p>' + ' · '.join(f'<a href="#{html.escape(w)}">{html.escape(w)}</a>' for w in windows))
    for window in windows:
        parts.append(f'<h2 id="{html.escape(window)}">{html.escape(window)}</h2>')
        for state in dict.fromkeys(one['state'] for one in pictures if one['window'] == window):
            parts.append(f'<h3>{html.escape(state)}</h3>')
            for one in pictures:
                if (one['window'], one['state']) != (window, state):
                    continue
                caption = f'{one["theme"]}, {LANGUAGES[one["language"]]}, {one["scale"]} %'
                more = ''.join(f'<br><span class="flaw">{html.escape(flaw)}</span>' for flaw in one['flaws'])
                tooltip = f'<br>Tooltip: {html.escape(one["tooltip"])}' if one['tooltip'] else ''
                parts.append(f'<figure><a href="{one["file"]}"><img loading="lazy" src="{one["file"]}"></a>'
                             f'<figcaption>{caption}{tooltip}{more}</figcaption></figure>')
    return '\n'.join(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--binding', choices=['pyqt6', 'pyside6'], default='pyqt6')
    parser.add_argument('--smoke', action='store_true')
    parser.add_argument('--window', default='', help='only the window of this name')
    arguments = parser.parse_args()
    began = time.monotonic()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in [*FOLDER.glob('*.png'), *FOLDER.glob('*.json')]:
        old.unlink()
    pictures = our_windows(arguments.binding, arguments.smoke, arguments.window)
    if not arguments.smoke and not arguments.window:
        pictures += real_napari(arguments.binding)
    (FOLDER / 'index.html').write_text(index(pictures))
    flawed = [one for one in pictures if one['flaws']]
    for one in flawed:
        print(f'flaw: {one["file"]}: {"; ".join(one["flaws"])}')
    print(f'{len(pictures)} pictures, {len(flawed)} with flaws, in {time.monotonic() - began:.0f} s: '
          f'{FOLDER / "index.html"}')
    return 1 if flawed else 0


if __name__ == '__main__':
    os.environ.pop('QT_SCALE_FACTOR', None)
    sys.exit(main())
