#!/bin/sh
# Thinks up the secrets that deploy/swarm.yaml names and gives them to the Swarm, which shows them to nobody again; those that it has
# already stay. Run it once on a manager, or with DOCKER_HOST set. The signing key is also printed: it belongs in a safe.
set -eu

think_up() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
there() { docker secret inspect "ledger-$1" >/dev/null 2>&1; }
# Secrets come by standard input, never as arguments, which every process can see.
keep() { docker secret create "ledger-$1" - >/dev/null && echo "ledger-$1 is made"; }

if ! there database-password; then
  root=$(think_up 24)
  printf %s "$root" | keep database-password
  printf 'mysql://root:%s@database/ledger' "$root" | keep database-admin-url
fi
if ! there database-url; then printf 'mysql://ledger:%s@database/ledger' "$(think_up 24)" | keep database-url; fi
if ! there metrics-token; then think_up 24 | keep metrics-token; fi
if ! there signing-key; then
  key=$(think_up 32)
  printf %s "$key" | keep signing-key
  echo "Keep this signing key where neither this machine nor the database's admin can lose it: $key"
fi
