#!/usr/bin/env bash
# build_deb.sh FOLDER OUT.deb: a Debian package of the folder that packaging/trustcheck.spec made.
set -euo pipefail
made=${1:?the folder with the program}
out=${2:?the name of the package}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$("$made/trustcheck" --version | cut -d' ' -f2)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

install -d "$root/opt" "$root/usr/bin" "$root/DEBIAN" "$root/usr/share/doc/trustcheck"
cp -a "$made" "$root/opt/trustcheck"
ln -s /opt/trustcheck/trustcheck "$root/usr/bin/trustcheck"
install -Dm644 "$here/trustcheck.desktop" "$root/usr/share/applications/trustcheck.desktop"
install -Dm644 "$here/trustcheck.svg" "$root/usr/share/icons/hicolor/scalable/apps/trustcheck.svg"
install -Dm644 "$here/trustcheck-mime.xml" "$root/usr/share/mime/packages/trustcheck.xml"
install -Dm644 "$here/trustcheck.metainfo.xml" "$root/usr/share/metainfo/trustcheck.metainfo.xml"
install -Dm644 "$here/trustcheck.1" "$root/usr/share/man/man1/trustcheck.1"
gzip -9n "$root/usr/share/man/man1/trustcheck.1"
install -m644 "$here/../../LICENSE" "$root/usr/share/doc/trustcheck/copyright"

# What Qt takes from the system, as the README names it; the bundle holds the rest.
needs="libc6 (>= 2.36), libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1, libxcb-cursor0, libxkbcommon-x11-0,
 libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libglib2.0-0"
cat >"$root/DEBIAN/control" <<CONTROL
Package: trustcheck
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The TrustCheck founders <founders@trustcheck.invalid>
Installed-Size: $(du -sk "$root/opt" | cut -f1)
Depends: $(tr -d '\n' <<<"$needs")
Section: misc
Priority: optional
Description: look at trust in people and openness in an organisation
 One person answers alone, or several on one laptop, on paper, by form or on
 their phones in one room. Everything stays on this computer.
CONTROL
chmod -R u=rwX,go=rX "$root"
# The last bit of smallness takes minutes.
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$out" >/dev/null
echo "Made: $out, $(du -h "$out" | cut -f1)"
