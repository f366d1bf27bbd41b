#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, then stops the server and removes everything of it.
#
#   scripts/postgres.sh swift test --traits Postgres --filter RegistryTests
#
# The command finds the connection string in INTERLOCAL_POSTGRES. The server listens on 127.0.0.1 and on a socket in
# its folder, both for this user alone; commits wait for the disk, as on a real server.
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: scripts/postgres.sh COMMAND [ARGUMENT ...]" >&2
  exit 2
fi

# Debian keeps the programs of the server out of the path; the newest version counts.
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$programs" ] && PATH="$programs:$PATH"
if ! command -v initdb >/dev/null 2>&1; then
  echo "postgres: initdb is missing; run: scripts/setup.sh postgresql libpq-dev" >&2
  exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/interlocal-postgres.XXXXXX")
user=$(id -un)
as_server=()
# The server refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
  user=postgres
  chown postgres "$folder"
  as_server=(setpriv --reuid postgres --regid postgres --init-groups env HOME="$folder")
fi

stop() {
  status=$?
  trap - EXIT INT TERM
  (cd "$folder" && "${as_server[@]}" pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
  rm -rf "$folder"
  exit "$status"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A password that nobody knows but this run: the port is open to everybody on the machine.
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
umask 077
printf '%s\n' "$password" >"$folder/password"
[ "$(id -u)" -eq 0 ] && chown postgres "$folder/password"
cd "$folder"
"${as_server[@]}" initdb -D "$folder/data" -U "$user" -A scram-sha-256 --pwfile="$folder/password" -E UTF8 \
  --locale=C.UTF-8 --data-checksums --no-instructions >"$folder/initdb.log" ||
  { cat "$folder/initdb.log" >&2; exit 1; }

# A free port is only known by trying.
for attempt in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 20000))
  if "${as_server[@]}" pg_ctl -D "$folder/data" -l "$folder/data/server.log" -w \
    -o "-p $port -k '$folder' -c listen_addresses=127.0.0.1" start >/dev/null; then
    break
  fi
  if [ "$attempt" -eq 5 ]; then
    cat "$folder/data/server.log" >&2
    exit 1
  fi
done
cd "$OLDPWD"

export INTERLOCAL_POSTGRES="postgresql://$user:$password@127.0.0.1:$port/postgres?sslmode=disable"
"$@"
