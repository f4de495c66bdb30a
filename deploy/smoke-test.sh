#!/bin/sh
# usage: deploy/smoke-test.sh <address> [commit]
# Asks a deployed ledger whether it is ready, whether it is the release it should be, and for its page. Exits 1 if not.
set -eu
address=${1%/}
commit=${2:-}
ask() { curl --fail --silent --show-error --max-time 10 --retry 10 --retry-delay 1 --retry-connrefused "$@"; }

health=$(ask "$address/healthz")
case $health in
  *"\"commit\":${commit:+\"$commit}"*) ;;
  *) echo "$address is not of commit $commit: $health" >&2; exit 1 ;;
esac
ask "$address/readyz" >/dev/null
ask "$address/" | grep -q '<title>' || { echo "$address shows no page" >&2; exit 1; }
# Whoever has not signed in is told so: the way to the database and back works.
status=$(curl --silent --output /dev/null --write-out '%{http_code}' --max-time 10 "$address/api/session")
[ "$status" = 401 ] || { echo "$address/api/session answers $status" >&2; exit 1; }
echo "$address is well: $health"
