"""The real nginx and Caddy with the files of deploy/ that serve the public pages; only ports and places are others."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import proxies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ('usage.napari.org', 'telemetry.napari.org')
SITE = '/srv/napari-telemetry/site'


def replaced(text: str, places: dict[str, str]) -> str:
    """Return the text with these in the place of those, each of which is there."""
    for old, new in places.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


class Nginx(proxies.Nginx):
    """It with our file for the pages, included as Debian's nginx.conf includes it."""

    user = 'user root;\n' if os.geteuid() == 0 else ''  # nobody else may look into the folders of a test

    def configuration(self, port: int, folder: Path) -> str:
        """Return our file with the places of this test."""
        return replaced((proxies.ROOT / 'deploy/nginx/napari-telemetry-site.conf').read_text(encoding='utf-8'), {
            'listen 443 ssl': f'listen 127.0.0.1:{port} ssl',
            '/etc/letsencrypt/live/usage.napari.org/fullchain.pem': f'{folder}/host.pem',
            '/etc/letsencrypt/live/usage.napari.org/privkey.pem': f'{folder}/host.key',
            '/var/log/nginx/napari-telemetry-site.log': f'{folder}/napari-telemetry-site.log',
            SITE: f'{folder}/site'})


class Caddy(proxies.Caddy):
    """It with our file for the pages."""

    def configuration(self, port: int, folder: Path) -> str:
        """Return our file with the places of this test."""
        ours = (proxies.ROOT / 'deploy/caddy/Caddyfile.site').read_text(encoding='utf-8')
        names = ', '.join(NAMES)
        return replaced(ours, {
            '\tadmin off\n': self.given(folder),
            f'{names} {{\n': ', '.join(f'https://{name}:{port}' for name in NAMES)
                             + f' {{\n\ttls {folder}/host.pem {folder}/host.key\n',
            SITE: f'{folder}/site'})


@contextlib.contextmanager
def serving(kind: str, folder: Path) -> Iterator[proxies.Proxy]:
    """Serve folder/site."""
    proxies.make_authority(folder, NAMES)
    server = {'nginx': Nginx, 'caddy': Caddy}[kind](folder)
    try:
        yield server
    finally:
        server.stop()
