#!/usr/bin/env bash
# Tries both commands of the README on a bare Debian 12: debootstrap's minbase, Python and nothing else.
#
#   packaging/debian/try_bare.sh FOLDER [pytest arguments for run.py test]
#
# FOLDER must not exist yet; it is left there to look around in (about 2 GB). Needs root and debootstrap.
# Proxies, certificates and the package index of this machine are taken over, as a company's image would
# have them. $DEBIAN_MIRROR names another mirror than debootstrap's own.
set -euo pipefail

target=${1:?usage: try_bare.sh FOLDER [pytest arguments]}
shift
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [[ -e $target ]]; then
    echo "$target is there already; name a new folder." >&2
    exit 2
fi

timed() {
    local start=${EPOCHREALTIME/./} code=0
    echo "=== $*"
    inside "$@" || code=$?
    printf '=== exit %d after %d ms\n\n' "$code" $(((${EPOCHREALTIME/./} - start) / 1000))
}

inside() {
    local settings
    mapfile -t settings < <(env | grep -E '^(PIP_INDEX_URL|UV_DEFAULT_INDEX|[A-Za-z]+_(proxy|PROXY))=')
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "${settings[@]}" \
        PIP_CERT=$certificates SSL_CERT_FILE=$certificates chroot "$target" sh -c 'cd /quickdesk && exec "$@"' sh "$@"
}

# apt brings ca-certificates, which writes its own bundle anew: this machine's lies beside it.
certificates=/etc/ssl/this-machine.crt
take_over() {
    local path
    for path in /etc/resolv.conf /etc/pip.conf /etc/apt/apt.conf.d/*proxy*; do
        [[ -e $path ]] && cp -L "$path" "$target$path"
    done
    mkdir -p "$target/etc/ssl"
    cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$target$certificates"
}

debootstrap --variant=minbase --include=python3 bookworm "$target" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} \
    >"$target.debootstrap.log"
trap 'umount -l "$target/proc" "$target/dev/pts" "$target/dev/shm" "$target/dev" 2>/dev/null || true' EXIT
mount -t proc proc "$target/proc"
mount --bind /dev "$target/dev"
mount --bind /dev/pts "$target/dev/pts" # terminals
mount --bind /dev/shm "$target/dev/shm" # browsers
take_over
mkdir "$target/quickdesk"
tar -C "$checkout" --exclude=./.venv --exclude=./.git --exclude='./.*_cache' --exclude=__pycache__ -c . |
    tar -C "$target/quickdesk" -x

timed python3 run.py find 退款
timed python3 run.py find 退款
timed python3 run.py
timed .venv/bin/python -c 'import PySide6.QtWidgets as q; q.QApplication(["qt", "-platform", "offscreen"]); print("Qt runs")'
timed python3 run.py test "$@"
