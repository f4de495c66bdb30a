#!/bin/sh
# usage: deploy/first-admin.sh <name> <email> < password
# Registers the first admin of a stack: a ledger that listens to a network does not start without one. Run it on a manager, or with
# DOCKER_HOST set, after the first deployment. The password is a secret of the Swarm for the moment in which it is needed.
set -eu
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
stack=${STACK:-ledger}
image=$(docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${stack}_ledger")
job="${stack}_first-admin"

clean_up() {
  docker service rm "$job" >/dev/null 2>&1 || true
  docker secret rm ledger-first-password >/dev/null 2>&1 || true
}
trap clean_up EXIT
docker secret create ledger-first-password - >/dev/null

# A task has no standard input; a shell gives it the file. Name and address are arguments of that shell, not words of its script.
docker service create --quiet --detach --with-registry-auth --name "$job" --network "${stack}_default" --restart-condition on-failure \
  --restart-delay 2s --restart-max-attempts 30 --no-healthcheck --read-only --user node \
  --secret source=ledger-first-password,target=password,uid=1000,mode=0400 \
  --secret source=ledger-database-url,target=database-url,uid=1000,mode=0400 \
  --env DATABASE_URL_FILE=/run/secrets/database-url --env WAIT_SECONDS=120 --mount type=tmpfs,target=/tmp \
  "$image" sh -euc 'exec node src/main.ts user add --role admin --name "$1" --email "$2" < /run/secrets/password' sh "$1" "$2" >/dev/null

# The task that was done. Others may have come too early: while the database was starting, or its account not made yet.
completed() {
  docker service ps --no-trunc --filter desired-state=shutdown --format '{{.ID}} {{.CurrentState}}' "$job" | sed -n 's/ Complete.*//p'
}

waited=0
until task=$(completed) && [ -n "$task" ]; do
  waited=$((waited + 1))
  if [ "$waited" -gt 180 ]; then
    # Asked for a service it waits for tasks that are yet to come, too.
    timeout 10 docker service logs --raw "$job" >&2 || true
    exit 1
  fi
  sleep 1
done
docker service logs --raw "$task" 2>&1
