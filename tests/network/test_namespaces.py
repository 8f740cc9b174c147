"""Each level blocked in every way: the lower ones keep flowing, and nothing of the blocked one takes another way.

In network namespaces, with the shipped host names over HTTPS. Needs root; tools/test --full runs it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from world import ADDRESSES, LEVELS, NAMES, PROXY, PROXY_PORT, World, make_certificates

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / 'build/release'
CLIENT = PROGRAMS / 'tests/network/networkclient'
TOPICS = {
    level: {topic['topic'] for topic in json.loads((ROOT / 'resources/dictionary.json').read_text())['topics']
            if topic['level'] == level} for level in LEVELS
}
Build = Callable[..., World]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Build a world; it ends with the test."""
    worlds: list[World] = []

    def make(**options: str) -> World:
        make_certificates(tmp_path)
        worlds.append(World(tmp_path, PROGRAMS / 'src/host/collector/napari-telemetry-collector', **options))
        return worlds[-1]

    yield make
    for world in worlds:
        world.close()


def recipe(name: str) -> str:
    """Return the lines of a recipe of docs/network.md, as it is written there for the level full."""
    text = (ROOT / 'docs/network.md').read_text()
    found = re.search(rf'<!-- recipe: {name} -->\n+```\w*\n(.*?)```', text, re.DOTALL)
    assert found, f'docs/network.md has no recipe {name}'
    return found.group(1)


def check(world: World, blocked: str, sent: dict[str, tuple[str, str]], proxy: bool = False) -> None:
    """The blocked level is tried again later, all others arrived, each at its own host, and nothing went elsewhere."""
    assert {level: kind for level, (kind, _) in sent.items()} == {
        level: 'later' if level == blocked else 'accepted' for level in LEVELS
    }, sent
    assert all(detail or level != blocked for level, (_, detail) in sent.items())
    assert world.topics() == set().union(*(TOPICS[level] for level in LEVELS if level != blocked))
    for entry in world.seen():
        assert entry['sni'] in ('', NAMES[entry['host']])
        if entry['line']:
            assert entry['line'] == f'POST /v1/{entry["host"]}/events HTTP/1.1'
            assert entry['host'] != blocked
    ours = ' or '.join(f'(dst host {address} and tcp dst port 443)' for address in ADDRESSES.values())
    if proxy:
        ours = f'dst host {PROXY} and tcp dst port {PROXY_PORT}'
    assert world.packets(f'ip and not ({ours}) and not (dst host {world.resolver} and udp dst port 53)') == []


def test_unblocked_each_level_goes_to_its_own_host(build: Build) -> None:
    world = build()
    check(world, '', world.send(CLIENT))
    for level, address in ADDRESSES.items():
        assert world.packets(f'dst host {address} and tcp[tcpflags] & tcp-syn != 0'), level


@pytest.mark.parametrize('verdict', ['drop', 'reject'])
@pytest.mark.parametrize('blocked', LEVELS)
def test_a_firewall(build: Build, blocked: str, verdict: str) -> None:
    world = build()
    rules = recipe('nftables').replace('reject', verdict).replace(NAMES['full'], NAMES[blocked])
    (world.folder / 'rules.nft').write_text(rules)
    world.in_client('nft', '-f', world.folder / 'rules.nft')
    check(world, blocked, world.send(CLIENT))
    assert world.packets(f'dst host {ADDRESSES[blocked]} and tcp') == []


@pytest.mark.parametrize('blocked', LEVELS)
def test_a_dns_server_that_does_not_know_the_name(build: Build, blocked: str) -> None:
    world = build(hidden=blocked)
    check(world, blocked, world.send(CLIENT))
    assert world.packets(f'dst host {ADDRESSES[blocked]}') == []


@pytest.mark.parametrize('blocked', LEVELS)
def test_dnsmasq(build: Build, blocked: str) -> None:
    world = build()
    world.start_dnsmasq(recipe('dnsmasq').replace(NAMES['full'], NAMES[blocked]))
    check(world, blocked, world.send(CLIENT))
    assert world.packets(f'dst host {ADDRESSES[blocked]}') == []


@pytest.mark.parametrize('blocked', ['', *LEVELS])
def test_a_proxy(build: Build, blocked: str) -> None:
    world = build()
    world.start_squid(recipe('squid').replace(NAMES['full'], NAMES[blocked]) if blocked else '')
    check(world, blocked, world.send(CLIENT, 'env', f'https_proxy=http://{PROXY}:{PROXY_PORT}'), proxy=True)
    assert world.packets(f'dst host {PROXY} and tcp[tcpflags] & tcp-syn != 0')


def test_a_network_that_is_lost_and_comes_back(build: Build) -> None:
    world = build()
    world.set_link('down')
    assert {kind for kind, _ in world.send(CLIENT).values()} == {'later'}
    world.set_link('up')
    check(world, '', world.send(CLIENT))


@pytest.mark.parametrize('blocked', LEVELS)
def test_the_hosts_file(build: Build, blocked: str) -> None:
    world = build()
    lines = recipe('hosts').replace(NAMES['full'], NAMES[blocked])
    with (world.folder / 'hosts').open('a') as hosts:
        hosts.write(lines)
    check(world, blocked, world.send(CLIENT))
    assert world.packets(f'dst host {ADDRESSES[blocked]}') == []


@pytest.mark.parametrize('blocked', LEVELS)
def test_a_proxy_that_breaks_the_encryption_gets_nothing(build: Build, blocked: str) -> None:
    world = build(intercepted=blocked)
    check(world, blocked, world.send(CLIENT))
    # It was asked, and ended without one byte behind the encryption.
    assert [entry['line'] for entry in world.seen() if entry['host'] == blocked] in ([''], [])
    assert world.packets(f'dst host {ADDRESSES[blocked]} and tcp[tcpflags] & tcp-syn != 0')
