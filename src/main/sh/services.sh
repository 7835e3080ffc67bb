# Database, Keycloak and build of a use, started side by side and stopped together, each by its own id.

service_parts="service_database service_keycloak build_up tests_up bench_compile bench_part"

services_open() { # use, command shown to the person
  local_open "$1"
  local_lock "$2"
  trap services_down EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  secrets_open
  postgres_place
  local part
  for part in $service_parts app second keycloak; do process_clear "$part"; done
}

# Starts the named parts side by side; the first that fails ends all.
services_up() { # functions...
  local part jobs=()
  for part in "$@"; do
    set -m
    "$part" 9>&- &
    set +m
    jobs+=($!)
    process_note "$part" $!
  done
  for part in "${jobs[@]}"; do
    wait -n || return $?
  done
}

services_down() {
  trap '' INT TERM HUP
  trap - EXIT
  local part
  for part in $service_parts app second keycloak; do process_stop "$part"; done
  postgres_stop
  rm -f "$here/lock.pid"
}

service_database() {
  if [ "$use" = run ] && [ -n "${TERRAIN_DB_URL:-}" ]; then postgres_check_configured; else postgres_up "$(services_database)"; fi
}

service_keycloak() {
  local realms=("$root/src/main/keycloak/terrain.json")
  if [ "$use" = run ] && [ -n "${TERRAIN_OIDC_URL:-}" ]; then keycloak_check_configured && return; fi
  [ "$use" != verify ] || realms+=("$root/src/main/keycloak/autre.json")
  keycloak_up "${realms[@]}"
}

services_database() { case $use in run) echo terrain ;; verify) echo terrain_test ;; *) echo "terrain_$use" ;; esac; }

# Tells what is started later (application, tests, dev mode) where the services are.
services_export() {
  services_export_database
  if [ "$use" != run ] || [ -z "${TERRAIN_OIDC_URL:-}" ]; then
    TERRAIN_OIDC_URL=http://127.0.0.1:$(cat "$here/keycloak.port")/realms/terrain TERRAIN_OIDC_SECRET=$(secret TERRAIN_OIDC_SECRET)
    export TERRAIN_OIDC_URL TERRAIN_OIDC_SECRET
  fi
  export TERRAIN_STATE_SECRET="${TERRAIN_STATE_SECRET:-$(secret TERRAIN_STATE_SECRET)}"
}

# The database, and the key that seals what it keeps: a database of one's own comes with a key of one's own.
services_export_database() {
  if [ "$use" != run ] || [ -z "${TERRAIN_DB_URL:-}" ]; then
    TERRAIN_DB_URL=jdbc:postgresql://127.0.0.1:$(cat "$here/postgresql.port")/$(services_database)
    TERRAIN_DB_USER=terrain_service TERRAIN_DB_PASSWORD=$(secret TERRAIN_DB_PASSWORD)
    TERRAIN_DB_MIGRATION_USER=terrain_migration TERRAIN_DB_MIGRATION_PASSWORD=$(secret TERRAIN_DB_MIGRATION_PASSWORD)
    export TERRAIN_DB_URL TERRAIN_DB_USER TERRAIN_DB_PASSWORD TERRAIN_DB_MIGRATION_USER TERRAIN_DB_MIGRATION_PASSWORD
  fi
  export TERRAIN_SEAL_KEY="${TERRAIN_SEAL_KEY:-$(secret TERRAIN_SEAL_KEY)}"
}
