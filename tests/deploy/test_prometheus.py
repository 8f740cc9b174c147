"""The real Prometheus, with the files of deploy/, beside a real collector; only ports and times are others."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import proxies
import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OURS = proxies.ROOT / 'deploy/prometheus'
UNIT_TESTS = proxies.ROOT / 'tests/deploy/alerts.yml'
PROGRAMS = proxies.ROOT / 'build/release/src/host'
NOW = '2026-11-18T12:00:00Z'  # of proxies.Collector
NOW_SECONDS = 1795003200
BROKEN = 5  # the exit code
OFTEN = '1s'


def promtool(*words: str | Path) -> str:
    """Return what it says, when it finds no fault."""
    done = subprocess.run(['promtool', *words], check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Prometheus:
    """It, with our files and only these jobs, each with the targets that it has here."""

    def __init__(self, folder: Path, targets: dict[str, list[str]], exporter: str = '') -> None:
        ours = yaml.safe_load((OURS / 'prometheus.yml').read_text(encoding='utf-8'))
        ours['global'] = {'scrape_interval': OFTEN, 'evaluation_interval': OFTEN}
        ours['rule_files'] = [str(OURS / file) for file in ours['rule_files']]
        ours['scrape_configs'] = [job for job in ours['scrape_configs'] if job['job_name'] in targets]
        for job in ours['scrape_configs']:
            job['static_configs'] = [{'targets': targets[job['job_name']]}]
            for relabelled in job.get('relabel_configs', []):
                if 'replacement' in relabelled:
                    relabelled['replacement'] = exporter
        (folder / 'prometheus.yml').write_text(yaml.safe_dump(ours), encoding='utf-8')
        self.address = f'http://127.0.0.1:{proxies.free_port()}'
        self.log = (folder / 'prometheus.log').open('ab')
        self.process = subprocess.Popen(
            ['prometheus', f'--config.file={folder}/prometheus.yml', f'--storage.tsdb.path={folder}/values',
             f'--web.listen-address={self.address.removeprefix("http://")}'], stdout=self.log, stderr=self.log)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(proxies.PATIENCE)
        self.log.close()

    def ask(self, path: str, **parameters: str) -> Any:
        """Return the data of an answer; nothing while it does not answer yet."""
        with contextlib.suppress(urllib.error.URLError):
            address = f'{self.address}/api/v1/{path}?{urllib.parse.urlencode(parameters)}'
            with urllib.request.urlopen(address, timeout=proxies.PATIENCE) as answer:
                return json.load(answer)['data']
        return None

    def value(self, query: str) -> float:
        """Return the one value of this query, as soon as there is one."""
        def look() -> list[Any]:
            answer = self.ask('query', query=query)
            return answer['result'] if answer else []

        (only,) = until(look, query)
        return float(only['value'][1])

    def rules(self) -> list[dict[str, Any]]:
        """Return all rules, as soon as each was evaluated."""
        def look() -> list[dict[str, Any]]:
            rules = [rule for group in self.ask('rules')['groups'] for rule in group['rules']]
            return [] if 'unknown' in {rule['health'] for rule in rules} else rules

        return until(look, 'every rule')

    def alert(self, name: str) -> dict[str, str]:
        """Return the labels of the one alert of this rule, as soon as there is one."""
        (only,) = until(lambda: [alert for rule in self.rules() if rule['name'] == name for alert in rule['alerts']],
                        name)
        return dict(only['labels'])


def until(look: Callable[[], list[Any]], what: str) -> list[Any]:
    """Return what is seen, as soon as it is something."""
    end, pause = time.monotonic() + proxies.PATIENCE, threading.Event()
    while not (seen := look()):
        assert time.monotonic() < end, f'{what} is not there'
        pause.wait(0.05)
    return seen


def run_aggregation(collector: proxies.Collector) -> int:
    """Let it count, and look whether the promises are kept; return its exit code."""
    folder = collector.database.parent
    return subprocess.run(
        [PROGRAMS / 'aggregate/napari-telemetry-aggregate', 'run', '--raw', collector.database, '--aggregates',
         folder / 'aggregates.sqlite', '--public', folder / 'public', '--now', NOW], check=False, capture_output=True,
        timeout=60).returncode


Watched = tuple[Prometheus, proxies.Collector, proxies.Proxy]


@pytest.fixture(scope='module')
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Watch a collector behind Caddy: people have reported to it, and its aggregation has run."""
    folder, host, port = tmp_path_factory.mktemp('watched'), proxies.HOSTS['basic'], proxies.free_port()
    with contextlib.ExitStack() as stack:
        proxy, collector = stack.enter_context(proxies.behind('caddy', folder))
        subprocess.run(
            [PROGRAMS / 'simulate/napari-telemetry-simulate', '--people', '40', '--from', '2026-W46', '--collector',
             f'http://127.0.0.1:{collector.port}'], check=True, capture_output=True, timeout=60)
        assert run_aggregation(collector) == 0
        # The module of Debian's blackbox.yml, but that nobody knows the name here, nor who signed the certificate.
        module = {'prober': 'http', 'http': {'headers': {'Host': host}, 'tls_config': {
            'ca_file': f'{folder}/authority.pem', 'server_name': host}}}
        (folder / 'blackbox.yml').write_text(yaml.safe_dump({'modules': {'http_2xx': module}}), encoding='utf-8')
        log = stack.enter_context((folder / 'blackbox.log').open('ab'))
        exporter = subprocess.Popen(
            ['prometheus-blackbox-exporter', f'--config.file={folder}/blackbox.yml',
             f'--web.listen-address=127.0.0.1:{port}'], stdout=log, stderr=log)
        stack.callback(exporter.wait, proxies.PATIENCE)
        stack.callback(exporter.terminate)
        prometheus = Prometheus(folder, {
            'napari-telemetry': [f'127.0.0.1:{collector.operator_port}'],
            'tls': [f'https://127.0.0.1:{proxy.port}/v1/endpoints']}, f'127.0.0.1:{port}')
        stack.callback(prometheus.stop)
        yield prometheus, collector, proxy


def names_of_rules() -> list[str]:
    """Return those of deploy/."""
    rules = yaml.safe_load((OURS / 'alerts.yml').read_text(encoding='utf-8'))
    return [rule['alert'] for group in rules['groups'] for rule in group['rules']]


def test_the_files_are_sound() -> None:
    promtool('check', 'config', OURS / 'prometheus.yml')
    promtool('check', 'rules', OURS / 'alerts.yml')


def test_it_does_not_look_often_enough_to_see_when_somebody_came() -> None:
    """docs/privacy.md says every four minutes; the lines to type, for how long."""
    ours = yaml.safe_load((OURS / 'prometheus.yml').read_text(encoding='utf-8'))
    assert ours['global']['scrape_interval'] == '4m'
    assert not any('scrape_interval' in job for job in ours['scrape_configs'])
    page = (OURS / 'README.md').read_text(encoding='utf-8')
    assert '--storage.tsdb.retention.time=14d' in page
    assert page.count('--web.listen-address=127.0.0.1:') == 3


def test_every_rule_fires_when_it_should_and_not_before() -> None:
    firing: set[str] = set()
    quiet: set[str] = set()
    for test in yaml.safe_load(UNIT_TESTS.read_text(encoding='utf-8'))['tests']:
        for one in test['alert_rule_test']:
            (firing if one.get('exp_alerts') else quiet).add(one['alertname'])
    assert firing == quiet == set(names_of_rules())
    promtool('test', 'rules', UNIT_TESTS)


def test_rules_name_only_metrics_that_there_are() -> None:
    asked = set(re.findall(r'\btelemetry_\w+', (OURS / 'alerts.yml').read_text(encoding='utf-8')))
    page = (proxies.ROOT / 'docs/operators.md').read_text(encoding='utf-8')
    assert {re.sub('_(sum|count)$', '', name) for name in asked} <= set(re.findall(r'`(telemetry_\w+)', page))


def test_it_reads_the_collector_and_what_the_aggregation_did(watched: Watched) -> None:
    prometheus, _, _ = watched
    assert prometheus.value('up{job="napari-telemetry"}') == 1
    assert prometheus.value('telemetry_events_accepted_total') > 0
    assert prometheus.value('sum(telemetry_first_in_total)') > 0
    assert prometheus.value('telemetry_requests_total{status="202"}') > 0
    assert prometheus.value('telemetry_commit_seconds_count') > 0
    assert prometheus.value('telemetry_raw_file_bytes') > 0
    assert prometheus.value('telemetry_aggregation_timestamp_seconds') == NOW_SECONDS
    for nothing in ('missed_periods', 'broken_promises', 'candidates'):
        assert prometheus.value(f'telemetry_aggregation_{nothing}') == 0


def test_it_can_evaluate_every_rule(watched: Watched) -> None:
    prometheus, _, _ = watched
    rules = {rule['name']: rule for rule in prometheus.rules()}
    assert sorted(rules) == sorted(names_of_rules())
    assert {rule['health'] for rule in rules.values()} == {'ok'}
    assert rules['CollectorDown']['alerts'] == rules['PromiseBroken']['alerts'] == []


def test_it_sees_when_a_certificate_ends(watched: Watched) -> None:
    """Through the real blackbox exporter and Caddy, whose certificate here holds for two days."""
    prometheus, _, proxy = watched
    assert prometheus.value('probe_success') == 1
    assert 86400 < prometheus.value('probe_ssl_earliest_cert_expiry - time()') < 2 * 86400
    assert prometheus.alert('CertificateEnds')['instance'] == f'https://127.0.0.1:{proxy.port}/v1/endpoints'


def test_it_sees_a_promise_that_is_not_kept(watched: Watched) -> None:
    prometheus, collector, _ = watched
    collector.database.chmod(0o644)  # raw events that others can read
    assert run_aggregation(collector) == BROKEN
    assert prometheus.alert('PromiseBroken')['urgency'] == 'now'


def test_it_sees_a_collector_that_ends(watched: Watched) -> None:
    """The last one, after which there is none."""
    prometheus, collector, _ = watched
    collector.stop()
    assert prometheus.alert('CollectorDown')['instance'] == f'127.0.0.1:{collector.operator_port}'
