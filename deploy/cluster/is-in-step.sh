#!/bin/sh
# Ends with 0 if this node is in step with a majority of the cluster: a server that merely answers may be one that was cut off, or that
# is still fetching what it has missed.
set -eu
MYSQL_PWD=$(cat /run/admin-secrets/database-password)
export MYSQL_PWD
said=$(mariadb --user=root --skip-column-names --batch --execute \
  "show status where variable_name in ('wsrep_cluster_status', 'wsrep_local_state_comment')")
echo "$said" | grep -qw Primary
echo "$said" | grep -qw Synced
