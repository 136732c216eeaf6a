#!/usr/bin/env bash
# start_in_clean_root.sh PACKAGE.deb: install it in a root that holds Debian's base and nothing else, and do there what
# people do. Needs root and debootstrap; $MIRROR names another mirror than debootstrap's own.
set -euo pipefail
package=$(realpath "${1:?which package?}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(mktemp -d)
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" ${MIRROR:+"$MIRROR"} >/dev/null
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
cp "$package" "$root/trustcheck.deb"
cp "$here/../try_program.sh" "$root/try_program.sh"
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /trustcheck.deb >/dev/null
inside sh -c 'ls /usr/bin/python3* 2>/dev/null' && { echo "there is a Python, so nothing is proved"; exit 1; }
echo "installed: $(inside dpkg-query -W -f='${Version}, ${Installed-Size} KiB' trustcheck)"
inside bash /try_program.sh /usr/bin/trustcheck
inside apt-get purge -y -qq trustcheck >/dev/null
inside sh -c '[ ! -e /opt/trustcheck ]' && echo "and gone again"
