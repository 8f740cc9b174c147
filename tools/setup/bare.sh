# Sourced by what tries a bare Debian 12, after common.sh. Needs root.

bare=$build/bare-root
# bare_root PACKAGES: a Debian 12 in $bare that has these packages (with commas between them) and nothing else. apt's proxy
# and mirror, certificates, and what pip and npm are told by variables or files are taken from here; $variables has them.
bare_root() {
    local packages=$1 path file name value sources home=/home
    [ "$(id -u)" = 0 ] || fail "this needs root: it mounts and changes its root"
    rm -rf --one-file-system "$bare"
    # Where Debian itself comes from here; what else this computer takes packages from is not part of a bare Debian.
    sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        grep ' bookworm' | sort -u) || fail "apt has no lists of Debian 12: run apt-get update"
    step "making a Debian 12 with nothing but ${packages//,/, }" bare-debootstrap.log \
        debootstrap --variant=minbase --include="ca-certificates,$packages" bookworm "$bare" \
        "$(awk '$3 == "bookworm" { print $2; exit }' <<<"$sources")"

    echo "$sources" >"$bare/etc/apt/sources.list"
    echo force-unsafe-io >"$bare/etc/dpkg/dpkg.cfg.d/thrown-away" # nothing of it needs to outlive a power cut
    apt-config dump Acquire | grep -v '^Acquire::IndexTargets' >"$bare/etc/apt/apt.conf.d/99host" || true
    for path in /etc/apt/auth.conf /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt \
        /usr/local/share/ca-certificates /etc/pip.conf /etc/npmrc /usr/etc/npmrc; do
        [ ! -e "$path" ] || cp -rL --parents "$path" "$bare"
    done
    for file in .npmrc .config/pip/pip.conf; do
        [ ! -e "$HOME/$file" ] || install -D -m 600 "$HOME/$file" "$bare$home/$file"
    done
    variables=("HOME=$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
    while IFS= read -r name; do
        value=${!name}
        variables+=("$name=$value")
        # A file that a variable names, such as certificates; of a folder only the name is taken along.
        if [ -f "$value" ] && [ "${value#/}" != "$value" ]; then cp -L --parents "$value" "$bare"; fi
    done < <(compgen -e | grep -iE '^(pip|uv|npm_config|ssl_cert|git_ssl|requests_ca|curl_ca|node_extra)(_|$)|_proxy$' || true)
}
