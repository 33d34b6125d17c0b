#!/usr/bin/env bash
# Looks which commands and libraries of the system are missing. As root on Debian it installs them, otherwise it
# names them in one line. A machine that has everything is only looked at: no package manager is started.
set -eu

for=${1:-}
missing=()
want_command() { command -v "$1" >/dev/null 2>&1 || missing+=("${2:-$1}"); }
want_library() { libraries | grep -q "$1" || missing+=("$2"); }
want_file() { [ -e "$1" ] || missing+=("$2"); }
libraries() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null; }

new_enough() { python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

look() {
  missing=()
  want_command python3
  python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
  for name in chromium age minisign unzip strace qpdf; do want_command "$name"; done
  want_command pdftotext poppler-utils
  # Debian keeps the server's programs off the path, one folder for each version.
  command -v initdb >/dev/null 2>&1 || want_file "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1)" postgresql
  # Only `make bench` wants it, as a peer; without it one row is left out.
  [ "$for" != bench ] || want_command soffice libreoffice-writer-nogui
  # What asks the citizen's pages over and over.
  [ "$for" != bench ] || want_command wrk
  # Only `make installer` wants it.
  [ "$for" != installer ] || want_command makensis nsis
  want_library libEGL.so.1 libegl1
  want_library libGL.so.1 libgl1
  want_library libxkbcommon.so.0 libxkbcommon0
  want_library libdbus-1.so.3 libdbus-1-3
  want_library libfontconfig.so.1 libfontconfig1
  want_library libglib-2.0.so.0 libglib2.0-0
  want_library libatomic.so.1 libatomic1
  # A font with every Vietnamese letter, or the pictures of the pages would show empty boxes.
  want_file /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
}

install_missing() {
  echo "Cài thêm gói hệ thống: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

look
if [ "${#missing[@]}" -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  install_missing
  look
fi
[ "${#missing[@]}" -eq 0 ] || echo "Missing on this machine, please install: ${missing[*]}" >&2
new_enough || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
