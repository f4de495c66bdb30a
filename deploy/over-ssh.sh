#!/bin/sh
# usage: SSH_HOST=… SSH_KEY=<file> SSH_KEY_USR=<user> SSH_KNOWN_HOSTS=<file> deploy/over-ssh.sh <command> …
# Runs a command whose docker talks to the engine of SSH_HOST. Only its socket comes over here: compose files and what the registry
# knows us by stay on this side, and nothing is left on the other.
set -eu
folder=$(mktemp -d)
tunnel=
close() {
  if [ -n "$tunnel" ]; then kill "$tunnel" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap close EXIT
trap 'exit 130' INT TERM

ssh -i "$SSH_KEY" -l "$SSH_KEY_USR" -p "${SSH_PORT:-22}" -N -n \
  -o BatchMode=yes -o IdentitiesOnly=yes -o ExitOnForwardFailure=yes -o ServerAliveInterval=15 \
  -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$SSH_KNOWN_HOSTS" \
  -L "$folder/docker.sock:${REMOTE_SOCKET:-/var/run/docker.sock}" "$SSH_HOST" &
tunnel=$!
until [ -S "$folder/docker.sock" ]; do
  kill -0 "$tunnel" 2>/dev/null || { echo "There is no way to $SSH_HOST" >&2; exit 1; }
  sleep 0.2
done
DOCKER_HOST="unix://$folder/docker.sock" "$@"
