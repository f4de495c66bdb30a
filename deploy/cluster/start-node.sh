#!/bin/sh
# Starts node $NODE of the cluster in a container of MariaDB's image, and beside it what tells HAProxy how it is. It begins a cluster only
# if BOOTSTRAP names it, and if nothing says that the others may know more than it does; otherwise it joins them.
set -eu
state=/var/lib/mysql/grastate.dat
set -- mariadbd --wsrep-node-name="$NODE" --wsrep-node-address="$NODE"
if [ "${BOOTSTRAP:-}" = "$NODE" ]; then
  if [ ! -f "$state" ] || grep -q '^safe_to_bootstrap: 1' "$state"; then set -- "$@" --wsrep-new-cluster; fi
fi
socat TCP-LISTEN:9200,fork,reuseaddr EXEC:/cluster/node-state.sh &
exec docker-entrypoint.sh "$@"
