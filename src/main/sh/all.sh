# Loads every part; a verb sets `root` first.
# shellcheck shell=bash

for part in say local secret port process jdk maven package postgres keycloak build app services audit bench; do
  # shellcheck source=/dev/null
  . "$root/src/main/sh/$part.sh"
done
unset part
