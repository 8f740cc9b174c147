"""What stands between napari and the collector: who else answers, which proxy is used. Nothing is lost by either."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest
from desktop import mounted, recorded, wait_for
from front import Front, Tunnel, certificate
from test_chain import open_preview
from test_ending import consent
from test_sending import states

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector, Napari

HOST = 'basic.telemetry.napari.org'
PAGE = b'<!DOCTYPE html><html><title>Sign in</title><p>Sign in to this network.</html>'
# Status, content, and the words that say who answered.
ANSWERS = [
    ('200 OK', PAGE, 'Somebody else answered'),
    ('202 Accepted', PAGE, 'Somebody else answered'),
    ('202 Accepted', b'{"status":"accepted"}', 'Somebody else answered'),
    ('301 Moved Permanently', PAGE, 'another address'),
    ('304 Not Modified', b'', 'Somebody else answered'),
    ('307 Temporary Redirect', PAGE, 'another address'),
    ('403 Forbidden', PAGE, 'Somebody else answered'),
    ('403 Forbidden', b'{"error":"blocked"}', 'Somebody else answered'),
    ('404 Not Found', PAGE, 'Somebody else answered'),
    ('407 Proxy Authentication Required', PAGE, 'Somebody else answered'),
    ('451 Unavailable For Legal Reasons', PAGE, 'Somebody else answered'),
    ('511 Network Authentication Required', PAGE, 'Somebody else answered'),
]


def http(status: str, content: bytes) -> bytes:
    """Return an answer that has all that could mislead: another address, a wish to wait, a cookie."""
    head = (f'HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:1/sign-in\r\nRetry-After: 3600\r\nSet-Cookie: a=b\r\n'
            f'Proxy-Authenticate: Basic realm="x"\r\nContent-Type: text/html\r\nContent-Length: {len(content)}\r\n\r\n')
    return head.encode() + content


def send(napari: Napari, *words: str) -> str:
    """Click "Send now", and wait until the words stand below; everything is still pending. Return what is said."""
    label = "find('statusLabel')"
    napari.wait("find('sendButton').isEnabled()")
    # What was said before goes, so that it is not taken for what is said of this one.
    napari.ask(f"{label} is not None and {label}.setText('')")
    napari.click('sendButton')
    napari.wait(f"{label} is not None and {label}.text() not in ('', 'Sending…')")
    said = napari.text('statusLabel')
    assert all(word in said for word in ('not sent, everything is kept', *words)), said
    assert states(napari) == {'pending'}
    return said


def sent(napari: Napari, collector: Collector) -> None:
    """Click "Send now", and wait until everything is at the collector."""
    napari.wait("find('sendButton').isEnabled()")
    napari.click('sendButton')
    napari.wait("find('emptyLabel') is not None")
    assert states(napari) == {'sent'}
    bodies = [json.loads(row[3]) for row in napari.spool()]
    assert [row[3] for row in collector.rows()] == [body['value'] for body in bodies]


@pytest.mark.usefixtures('with_telemetry')
def test_somebody_elses_answer_loses_nothing_and_is_called_that(
    start: Start, collector: Collector, tmp_path: Path, binding: str
) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'basic')
    portal = Front(collector.address)
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': portal.address})
    napari.wait_window()
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    open_preview(napari)
    for number, (status, content, words) in enumerate(ANSWERS, 1):
        portal.answer = http(status, content)
        send(napari, words, f'HTTP {status[:3]}')
        assert len(portal.requests) == number
        assert b'ookie' not in portal.requests[-1] and b'Authorization' not in portal.requests[-1]
        assert napari.text('TelemetryStatusIndicator') == 'Telemetry: basic, waiting to send'
    assert len(set(portal.requests)) == 1  # the same bytes each time
    assert collector.rows() == []
    portal.answer = None
    sent(napari, collector)
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: basic'")
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_nothing_goes_around_a_proxy_and_a_portal_behind_it_gets_nothing(
    start: Start, collector: Collector, tmp_path: Path, binding: str
) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'basic')
    # The name leads to this computer, where nobody listens at that port: what goes directly is refused.
    (tmp_path / 'hosts').write_text(f'127.0.0.1 localhost {HOST}\n')
    good = Front(collector.address, certificate(tmp_path, 'ours', HOST))
    portal = Front(collector.address, certificate(tmp_path, 'rogue', HOST))
    proxy = Tunnel(portal.port)
    napari = start(
        extra={'all_proxy': f'socks4://me:secret@{proxy.place}'},
        wrap=mounted(f'mount --bind {tmp_path}/ours /etc/ssl/certs', f'mount --bind {tmp_path}/hosts /etc/hosts'),
    )
    napari.wait_window()
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    open_preview(napari)

    def variables(**values: str) -> None:
        napari.ask(f"[__import__('os').environ.pop(name, None) for name in ('all_proxy', 'no_proxy')] and "
                   f"__import__('os').environ.update({values!r})")

    assert 'secret' not in send(napari, 'The variable all_proxy names a proxy of a kind')
    variables(HTTPS_PROXY='proxy.example:x')
    send(napari, 'The variable HTTPS_PROXY names a proxy in a way that can')
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        variables(https_proxy=f'127.0.0.1:{taken.getsockname()[1]}')  # nobody listens
        assert 'Unknown error' not in send(napari, 'https_proxy', 'refused')
    variables(https_proxy=proxy.place, no_proxy='*')
    assert 'proxy' not in send(napari, 'refused')
    assert proxy.asked == [] and portal.requests == []

    # A portal that takes every connection, with a certificate of its own.
    variables(https_proxy=proxy.place)
    send(napari, 'https_proxy', 'certificate')
    assert proxy.asked == [f'CONNECT {HOST}:443 HTTP/1.1'] and portal.requests == []
    # A filter that people's computers trust.
    proxy.target = good.port
    good.answer = http('403 Forbidden', PAGE)
    send(napari, 'Somebody else answered', 'HTTP 403')
    # A proxy that is for those only whom it knows, and then the collector behind it.
    good.answer = None
    proxy.person = 'me:se@cret'
    send(napari, 'https_proxy', 'asks for a name and a password')
    variables(https_proxy=f'http://me:mistaken@{proxy.place}')
    assert 'mistaken' not in send(napari, 'https_proxy', 'asks for a name and a password')
    variables(https_proxy=f'http://me:se%40cret@{proxy.place}')
    sent(napari, collector)
    assert set(proxy.asked) == {f'CONNECT {HOST}:443 HTTP/1.1'}
    assert not any(b'roxy' in request or b'cret' in request for request in good.requests)
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
