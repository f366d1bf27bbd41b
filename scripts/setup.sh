#!/usr/bin/env bash
# Brings a machine to the point where `swift build` works. Says what it installs; does nothing when nothing is missing.
# Arguments: further packages this run needs, such as `chromium` for the browser checks.
set -euo pipefail

say() { printf 'setup: %s\n' "$*"; }

if ! command -v swift >/dev/null 2>&1; then
  say "Swift is missing. Install Swift 6.2 or later from https://www.swift.org/install, then run this again." >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
  say "Swift $major.$minor is too old; 6.2 or later is needed (https://www.swift.org/install)." >&2
  exit 1
fi

# What is missing: LAPACK's C interface (linear systems), SQLite with its shell (the record and its tests), pkg-config
# (finds them), git (fetches packages).
missing=()
has_header() { for folder in /usr/include /usr/local/include /opt/homebrew/opt/lapack/include /usr/local/opt/lapack/include; do
  [ -e "$folder/$1" ] && return 0; done; [ -n "$(find /usr/include -maxdepth 2 -name "$1" -print -quit 2>/dev/null)" ]; }
has_header lapacke.h || missing+=(liblapacke-dev)
has_header sqlite3.h || missing+=(libsqlite3-dev)
command -v sqlite3 >/dev/null 2>&1 || missing+=(sqlite3)
command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
command -v git >/dev/null 2>&1 || missing+=(git)
for extra in "$@"; do
  case "$extra" in
    chromium) command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing+=(chromium) ;;
    chromium-driver) command -v chromedriver >/dev/null 2>&1 || missing+=(chromium-driver) ;;
    python3-pip) python3 -m pip --version >/dev/null 2>&1 || missing+=(python3-pip) ;;
    fonts-noto-cjk) [ -n "$(find /usr/share/fonts -name 'NotoSansCJK*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-cjk) ;;
    *) dpkg -s "$extra" >/dev/null 2>&1 || missing+=("$extra") ;;
  esac
done

if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null 2>&1; then
  say "these are missing and there is no apt here to install them: ${missing[*]}" >&2
  say "install them with your system's package manager (on macOS: brew install lapack pkg-config), then run this again." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    say "these are missing: ${missing[*]}; run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
say "installing with apt-get: ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
say "done"
