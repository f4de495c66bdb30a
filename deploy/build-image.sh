#!/bin/sh
# usage: deploy/build-image.sh <image:tag>
# Builds the image of this checkout, labelled with the version and the commit. On a network with certificates of its own, NODE_EXTRA_CA_CERTS
# names them; on one with a registry of its own, BASE the image to build on. BUILD_OPTIONS is for whatever else an engine needs.
set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
commit=${COMMIT:-$(git rev-parse HEAD)}
set -- --tag "$1" --build-arg VERSION="$version" --build-arg COMMIT="$commit"
if [ -n "${BASE:-}" ]; then set -- "$@" --build-arg BASE="$BASE"; fi
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then set -- "$@" --secret "id=extra_ca,src=$NODE_EXTRA_CA_CERTS"; fi
# shellcheck disable=SC2086 # a list of options
DOCKER_BUILDKIT=1 docker build "$@" ${BUILD_OPTIONS:-} .
