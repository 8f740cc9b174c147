"""A small internet in two network namespaces: a client, and the three hosts with names, certificates and a DNS server.

Started as a program inside the servers' namespace it is those servers (see `serve`); imported, it builds both.
Nothing of it touches the computer's own network.
"""

from __future__ import annotations

import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import uuid
from pathlib import Path

LEVELS = ['basic', 'middle', 'full']
CLIENT = '10.77.0.10'
ADDRESSES = {'basic': '10.77.0.1', 'middle': '10.77.0.2', 'full': '10.77.0.3'}
RESOLVER = '10.77.0.53'
DNSMASQ = '10.77.0.54'
PROXY = '10.77.0.80'
PROXY_PORT = 3128
NAMES = {level: f'{level}.telemetry.napari.org' for level in LEVELS}


def run(*words: str | Path, text: str | None = None) -> str:
    """Run a program that must succeed; return its output."""
    done = subprocess.run([str(word) for word in words], input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f'{" ".join(map(str, words))}: {done.stderr or done.stdout}')
    return done.stdout


def make_certificates(folder: Path) -> None:
    """Make two authorities, `ours` and `rogue`, and from each a certificate for every host."""
    key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    for authority in ('ours', 'rogue'):
        run('openssl', 'req', '-x509', *key, '-keyout', folder / f'{authority}.key',
            '-out', folder / f'{authority}.crt', '-subj', f'/CN={authority}', '-days', '2')
        for level, name in NAMES.items():
            stem = folder / f'{authority}-{level}'
            run('openssl', 'req', *key, '-keyout', f'{stem}.key', '-out', f'{stem}.csr', '-subj', f'/CN={name}')
            Path(f'{stem}.ext').write_text(f'subjectAltName=DNS:{name}\n')
            run('openssl', 'x509', '-req', '-in', f'{stem}.csr', '-CA', folder / f'{authority}.crt',
                '-CAkey', folder / f'{authority}.key', '-CAcreateserial', '-days', '2', '-extfile', f'{stem}.ext',
                '-out', f'{stem}.crt')


class World:
    """The two namespaces, with the servers running in one of them.

    Parameters
    ----------
    folder
        Where certificates and logs are.
    collector
        The real collector's program.
    hidden
        The level whose name the DNS server does not know.
    intercepted
        The level whose host shows a certificate of an authority that nobody trusts.

    """

    def __init__(self, folder: Path, collector: Path, hidden: str = '', intercepted: str = '') -> None:
        self.folder = folder
        tag = uuid.uuid4().hex[:6]
        self.client, self.servers = f'nt-c-{tag}', f'nt-s-{tag}'
        self.database = folder / 'raw.sqlite'
        self.log = folder / 'servers.log'
        self.capture = folder / 'capture.pcap'
        for name in (self.client, self.servers):
            run('ip', 'netns', 'add', name)
        run('ip', 'link', 'add', 'c', 'netns', self.client, 'type', 'veth', 'peer', 'name', 's', 'netns', self.servers)
        for address in (*ADDRESSES.values(), RESOLVER, DNSMASQ, PROXY):
            self.inside(self.servers, 'ip', 'address', 'add', f'{address}/24', 'dev', 's')
        self.inside(self.client, 'ip', 'address', 'add', f'{CLIENT}/24', 'dev', 'c')
        for name, link in ((self.client, 'c'), (self.servers, 's')):
            self.inside(name, 'ip', 'link', 'set', 'lo', 'up')
            self.inside(name, 'ip', 'link', 'set', link, 'up')
        self.processes: list[subprocess.Popen[str]] = []
        configuration = json.dumps({'folder': str(folder), 'collector': str(collector), 'hidden': hidden,
                                    'intercepted': intercepted})
        self.start(self.servers, sys.executable, __file__, configuration, ready='ready')
        self.start(self.servers, 'tcpdump', '--immediate-mode', '-U', '-Z', 'root', '-i', 's', '-w', str(self.capture),
                   ready='listening')
        self.tcpdump = self.processes[-1]
        self.ask_names_from(RESOLVER)
        (folder / 'hosts').write_text('127.0.0.1 localhost\n')

    def ask_names_from(self, resolver: str) -> None:
        """Let the client's computer ask this DNS server."""
        self.resolver = resolver
        (self.folder / 'resolv.conf').write_text(f'nameserver {resolver}\noptions timeout:2 attempts:1\n')

    def start_dnsmasq(self, lines: str) -> None:
        """Run a DNS server for the client, with these lines in its configuration."""
        configuration = self.folder / 'dnsmasq.conf'
        configuration.write_text(f'listen-address={DNSMASQ}\nbind-interfaces\nno-hosts\nno-resolv\nuser=root\n'
                                 f'pid-file\nserver={RESOLVER}\n{lines}')
        self.start(self.servers, '/usr/sbin/dnsmasq', '--keep-in-foreground', '--log-facility=-',
                   f'--conf-file={configuration}', ready='using nameserver')
        self.ask_names_from(DNSMASQ)

    def start_squid(self, lines: str) -> None:
        """Run a proxy, with these lines in its configuration."""
        configuration = self.folder / 'squid.conf'
        configuration.write_text(f'{lines}http_access allow all\nhttp_port {PROXY}:{PROXY_PORT}\n'
                                 f'dns_nameservers {RESOLVER}\nvisible_hostname proxy\npid_filename none\n'
                                 'access_log none\ncache_log /dev/null\ncache deny all\ncache_mem 1 MB\n'
                                 'netdb_filename none\npinger_enable off\nshutdown_lifetime 0 seconds\n')
        self.start(self.servers, '/usr/sbin/squid', '-N', '-d', '1', '-f', str(configuration),
                   ready='Accepting HTTP Socket connections')

    def set_link(self, state: str) -> None:
        """Take the client's network away (`down`), or give it back (`up`)."""
        self.inside(self.client, 'ip', 'link', 'set', 'c', state)

    def start(self, namespace: str, *words: str, ready: str) -> None:
        """Start a program and wait until it says that it is ready."""
        process = subprocess.Popen(['ip', 'netns', 'exec', namespace, *words], stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True)
        self.processes.append(process)
        assert process.stdout is not None
        said = ''
        while ready not in said:
            line = process.stdout.readline()
            assert line, f'{words[0]} did not start: {said}'
            said += line

    @staticmethod
    def inside(namespace: str, *words: str | Path, text: str | None = None) -> str:
        """Run a program in a namespace."""
        return run('ip', 'netns', 'exec', namespace, *words, text=text)

    def in_client(self, *words: str | Path) -> str:
        """Run a program as on the client's computer: with its own hosts file and DNS server."""
        mount = ('mount --bind "$1/hosts" /etc/hosts && mount --bind "$1/resolv.conf" /etc/resolv.conf && shift && '
                 'exec "$@"')
        return self.inside(self.client, 'unshare', '--mount', 'sh', '-ec', mount, 'sh', self.folder, *words)

    def send(self, program: Path, *before: str) -> dict[str, tuple[str, str]]:
        """Send one event of each level; return what became of each, and the words for people."""
        spool = self.folder / 'client'
        spool.mkdir(exist_ok=True)
        answer = self.in_client(*before, program, spool, self.folder / 'ours.crt')
        lines = [line.split(' ', 2) for line in answer.splitlines()]
        return {level: (kind, detail) for level, kind, detail in lines}

    def seen(self) -> list[dict[str, str]]:
        """Return what the servers' own log says: which host was asked what, by which name."""
        return [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []

    def packets(self, expression: str) -> list[str]:
        """Return the packets that left the client and fit the expression, as tcpdump writes them. It sees no more."""
        if self.tcpdump in self.processes:
            self.processes.remove(self.tcpdump)
            self.tcpdump.terminate()  # it then writes what it has seen
            self.tcpdump.wait(timeout=10)
        done = subprocess.run(['tcpdump', '-n', '-r', str(self.capture), f'src host {CLIENT} and ({expression})'],
                              capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    def topics(self) -> set[str]:
        """Return the topics that the collector has."""
        import sqlite3

        with sqlite3.connect(self.database) as database:
            return {topic for (topic,) in database.execute('SELECT topic FROM event')}

    def close(self) -> None:
        """End everything."""
        for process in reversed(self.processes):
            process.terminate()
            process.wait(timeout=10)
        for name in (self.client, self.servers):
            run('ip', 'netns', 'del', name)


def serve(folder: Path, collector: Path, hidden: str, intercepted: str) -> None:
    """Be the servers: the collector, an HTTPS front for each host, and DNS."""
    process = subprocess.Popen([collector, '--listen', '127.0.0.1:0', '--database', folder / 'raw.sqlite'],
                               stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    port = int(process.stdout.readline().split()[-1].rsplit(':', 1)[1])
    lock = threading.Lock()

    def note(**entry: str) -> None:
        with lock, (folder / 'servers.log').open('a') as log:
            log.write(json.dumps(entry) + '\n')

    def answer(level: str, raw: socket.socket, context: ssl.SSLContext) -> None:
        named: list[str] = []
        context.sni_callback = lambda _socket, name, _context: named.append(name or '')  # type: ignore[assignment]
        try:
            with context.wrap_socket(raw, server_side=True) as secure:
                request = b''
                while b'\r\n\r\n' not in request:
                    piece = secure.recv(65536)
                    if not piece:
                        break
                    request += piece
                if request:
                    note(host=level, sni=''.join(named), line=request.split(b'\r\n')[0].decode())
                    with socket.create_connection(('127.0.0.1', port)) as inner:
                        inner.sendall(request)
                        threading.Thread(target=pass_on, args=(secure, inner), daemon=True).start()
                        while piece := inner.recv(65536):
                            secure.sendall(piece)
        except (OSError, ssl.SSLError) as error:
            note(host=level, sni=''.join(named), line='', error=type(error).__name__)

    def pass_on(source: socket.socket, target: socket.socket) -> None:
        try:
            while piece := source.recv(65536):
                target.sendall(piece)
        except OSError:
            pass

    def front(level: str) -> None:
        authority = 'rogue' if level == intercepted else 'ours'
        listener = socket.create_server((ADDRESSES[level], 443))
        listening.release()
        while True:
            raw, _ = listener.accept()
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(folder / f'{authority}-{level}.crt', folder / f'{authority}-{level}.key')
            threading.Thread(target=answer, args=(level, raw, context), daemon=True).start()

    def names() -> None:
        resolver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        resolver.bind((RESOLVER, 53))
        listening.release()
        while True:
            query, client = resolver.recvfrom(512)
            end = query.index(0, 12) + 5
            asked = []
            place = 12
            while query[place]:
                asked.append(query[place + 1:place + 1 + query[place]].decode())
                place += 1 + query[place]
            kind = struct.unpack('>H', query[end - 4:end - 2])[0]
            level = next((one for one, name in NAMES.items() if name == '.'.join(asked) and one != hidden), '')
            answers = int(bool(level) and kind == 1)
            head = query[:2] + struct.pack('>HHHHH', 0x8180 if level else 0x8183, 1, answers, 0, 0)
            record = b''
            if answers:
                record = struct.pack('>HHHIH', 0xC00C, 1, 1, 1, 4) + socket.inet_aton(ADDRESSES[level])
            resolver.sendto(head + query[12:end] + record, client)

    listening = threading.Semaphore(0)
    for level in LEVELS:
        threading.Thread(target=front, args=(level,), daemon=True).start()
    threading.Thread(target=names, daemon=True).start()
    for _ in range(len(LEVELS) + 1):
        listening.acquire()
    print('ready', flush=True)
    try:
        process.wait()
    finally:
        process.kill()


if __name__ == '__main__':
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    wanted = json.loads(sys.argv[1])
    os.umask(0o022)
    serve(Path(wanted['folder']), Path(wanted['collector']), wanted['hidden'], wanted['intercepted'])
