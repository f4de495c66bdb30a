#!/bin/sh
# Tells HAProxy over HTTP whether this node can be written to.
if /cluster/is-in-step.sh > /dev/null 2>&1; then status='200 OK'; else status='503 Service Unavailable'; fi
printf 'HTTP/1.0 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' "$status"
