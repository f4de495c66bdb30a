#!/bin/sh
# usage: IMAGE=… TAG=… deploy/deploy.sh
# Deploys the stack to the Swarm that DOCKER_HOST names (or this machine's) and waits until every replica of the ledger runs that image, or
# the Swarm has put the old one back. Exits 1 then, and says what the tasks said; also after PATIENCE_SECONDS, and then leaves the update
# as it is: what it waits for may still come, and `docker service rollback` takes it back.
set -eu
cd "$(dirname "$0")/.."
stack=${STACK:-ledger}
service="${stack}_ledger"
patience=${PATIENCE_SECONDS:-600}

# State and start of the update that was last begun, empty before the first.
update() {
  docker service inspect --format '{{with .UpdateStatus}}{{.State}} {{.StartedAt}}{{end}}' "$service" 2>/dev/null || true
}

# How many replicas run the wanted image, and how many are wanted.
running() {
  docker service ps --no-trunc --filter desired-state=running --format '{{.Image}} {{.CurrentState}}' "$service" |
    grep -c "^$IMAGE:$TAG\(@[^ ]*\)\? Running" || true
}
wanted() { docker service inspect --format '{{.Spec.Mode.Replicated.Replicas}}' "$service"; }

files="--compose-file docker-compose.yaml --compose-file deploy/swarm.yaml"
# What one Swarm has otherwise than others.
for file in ${MORE_FILES:-}; do files="$files --compose-file $file"; done
# A config of a Swarm never changes: another text is another config.
PROXY_CONFIG=$(cksum < deploy/haproxy.cfg | tr -d ' ')
export PROXY_CONFIG
before=$(update)
# shellcheck disable=SC2086 # a list of options
docker stack deploy --with-registry-auth $files "$stack"

waited=0
while :; do
  now=$(update)
  case ${now%% *} in
    rollback_completed | rollback_paused | paused)
      if [ "$now" != "$before" ]; then
        echo "$service does not run $IMAGE:$TAG: ${now%% *}" >&2
        docker service ps --no-trunc --format '{{.Image}} {{.CurrentState}} {{.Error}}' "$service" >&2
        exit 1
      fi ;;
    updating | rollback_started) ;;
    *) if [ "$(running)" -eq "$(wanted)" ]; then break; fi ;;
  esac
  waited=$((waited + 1))
  if [ "$waited" -gt "$patience" ]; then
    echo "$service does not run $IMAGE:$TAG after $patience seconds" >&2
    docker service ps --no-trunc "$service" >&2
    exit 1
  fi
  sleep 1
done
echo "$service runs $IMAGE:$TAG on $(wanted) replicas"
