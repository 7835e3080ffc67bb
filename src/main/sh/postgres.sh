# The private PostgreSQL cluster of a use, with PostGIS, on a loopback port, never run as root.

postgres_extensions="postgis btree_gist pg_trgm unaccent"

# ---- binaries

# Prints the folder of the newest local binaries that come with every extension; with a number, of that version only.
postgres_find() { # version or nothing
  local bin
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(pg_config --bindir 2>/dev/null)" | sort -rV); do
    if [ ! -x "$bin/initdb" ] || ! postgres_has_extensions "$bin"; then continue; fi
    [ -z "$1" ] || [[ "$("$bin/postgres" --version)" == *" $1."* ]] || continue
    echo "$bin" && return
  done
  return 1
}

postgres_has_extensions() { # bin
  local share extension
  share=$("$1/pg_config" --sharedir 2>/dev/null || echo "/usr/share/postgresql/$(basename "$(dirname "$1")")")
  for extension in $postgres_extensions; do
    [ -f "$share/extension/$extension.control" ] || return 1
  done
}

postgres_provide() {
  local version=
  [ ! -f "$cluster/PG_VERSION" ] || version=$(cat "$cluster/PG_VERSION")
  bin=$(postgres_find "$version") && return
  local package
  package=$(postgres_package "$version")
  [ -n "$package" ] || ! package_may_install || { package_refresh && package=$(postgres_package "$version"); }
  if [ -n "$package" ] && package_may_install && package_install "$package" && bin=$(postgres_find "$version"); then return; fi
  stop "PostgreSQL${version:+ $version} avec PostGIS introuvable : installez le paquet ${package:-postgresql-${version:-15}-postgis-3}, ou indiquez une base dans TERRAIN_DB_URL."
}

postgres_package() { # version or nothing
  apt-cache --names-only search "^postgresql-${1:-[0-9]+}-postgis-3\$" 2>/dev/null | cut -d' ' -f1 | sort -rV | head -n 1
}

# ---- place and user

# Sets the user and the folder of the cluster: under .local/, or under /var/lib/terrain/ when that user cannot reach the checkout.
postgres_place() {
  cluster=$here/postgresql
  postgres_user=
  [ "$(id -u)" = 0 ] || return 0
  postgres_user=postgres
  id "$postgres_user" >/dev/null 2>&1 || postgres_user=nobody
  local parent=$here
  if ! postgres_as test -x "$here"; then
    parent=/var/lib/terrain/$(printf %s "$root" | sha256sum | cut -c1-12)/$use
    (umask 022 && mkdir -p "$parent")
  fi
  cluster=$parent/postgresql
}

# Runs a command as the user of the cluster.
postgres_as() {
  if [ -z "$postgres_user" ]; then
    "$@"
  elif command -v setpriv >/dev/null 2>&1; then
    setpriv --reuid="$postgres_user" --regid="$(id -g "$postgres_user")" --init-groups env HOME=/ "$@"
  else
    runuser -u "$postgres_user" -- "$@"
  fi
}

# ---- cluster

# Makes the cluster in a folder of another name, so that an interrupted making never looks finished.
postgres_make() {
  [ ! -f "$cluster/PG_VERSION" ] || return 0
  local new=$cluster.new password=$cluster.password
  rm -rf "$cluster" "$new" "$password"
  (umask 077 && mkdir "$new" && secret TERRAIN_DB_ADMIN_PASSWORD >"$password")
  [ -z "$postgres_user" ] || chown "$postgres_user" "$new" "$password"
  (cd / && postgres_as "$bin/initdb" -D "$new" -U postgres -E UTF8 --locale=C.UTF-8 -A scram-sha-256 --pwfile="$password") \
    >"$here/initdb.log" 2>&1 || { show_log "La base de données n’a pas pu être créée" "$here/initdb.log" 8 && rm -f "$password" && exit 1; }
  rm -f "$password"
  mv "$new" "$cluster"
}

# Ends the server that a killed start left behind, or forgets the trace of a dead one.
postgres_clear() {
  local pid
  pid=$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null || true)
  [ -n "$pid" ] || return 0
  if { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qF -- "-D $cluster"; then
    say "Un lancement précédent a été interrompu : arrêt de ce qu’il a laissé (postgresql, processus $pid)."
    postgres_stop
  else
    rm -f "$cluster/postmaster.pid"
  fi
}

postgres_launch() { # port
  local options="-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
  [ "$use" != verify ] || options="$options -c fsync=off -c full_page_writes=off"
  local log=$cluster/server.log
  (cd / && postgres_as "$bin/pg_ctl" -D "$cluster" -l "$log" -w -t 60 -o "$options" start) >/dev/null 2>&1 9>&- 8>&-
}

postgres_stop() {
  [ -n "${cluster:-}" ] && [ -f "$cluster/postmaster.pid" ] || return 0
  [ -n "${bin:-}" ] || bin=$(postgres_find "$(cat "$cluster/PG_VERSION")") || return 0
  (cd / && postgres_as "$bin/pg_ctl" -D "$cluster" -m fast -w -t 60 stop) >/dev/null 2>&1 ||
    (cd / && postgres_as "$bin/pg_ctl" -D "$cluster" -m immediate -w -t 20 stop) >/dev/null 2>&1 || true
}

# Starts the server; a port taken in between or backends that still die after a kill deserve another try.
postgres_start() {
  local attempt port
  for attempt in 1 2 3; do
    port=$(port_for postgresql)
    postgres_launch "$port" && return
    sleep "$attempt"
  done
  show_log "La base de données ne démarre pas" "$cluster/server.log" 8
  stop "corrigez la cause ci-dessus, ou supprimez $(shown_path "$cluster") (les données de démonstration seront recréées)."
}

postgres_sql() { # psql options...
  PGPASSWORD=$(secret TERRAIN_DB_ADMIN_PASSWORD) PGCONNECT_TIMEOUT=10 "$bin/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(cat "$here/postgresql.port")" -U postgres "$@"
}

# The secrets were lost or replaced: gives the administrator the new password, from inside.
postgres_recover_password() {
  postgres_sql -d postgres -c 'select' >/dev/null 2>&1 && return
  postgres_stop
  printf "alter role postgres password '%s'\n" "$(secret TERRAIN_DB_ADMIN_PASSWORD)" |
    (cd / && postgres_as "$bin/postgres" --single -D "$cluster" postgres) >/dev/null 2>&1 || true
  postgres_start
}

# Makes the roles, the database, its schema and its extensions; what exists stays.
postgres_provision() { # database
  postgres_sql -d postgres >>"$here/provision.log" 2>&1 <<SQL &&
select format('create role %I login', name) from unnest(array['terrain_migration', 'terrain_service']) name
 where not exists (select from pg_roles where rolname = name) \gexec
alter role terrain_migration password '$(secret TERRAIN_DB_MIGRATION_PASSWORD)';
alter role terrain_service password '$(secret TERRAIN_DB_PASSWORD)';
alter role terrain_migration set search_path = terrain, public;
alter role terrain_service set search_path = terrain, public;
select 'create database $1' where not exists (select from pg_database where datname = '$1') \gexec
SQL
    postgres_sql -d "$1" >>"$here/provision.log" 2>&1 <<SQL
set client_min_messages = warning;
$(for extension in $postgres_extensions; do echo "create extension if not exists $extension schema public;"; done)
revoke create on schema public from public;
create schema if not exists terrain authorization terrain_migration;
grant usage on schema terrain to terrain_service;
$([ "$use" = run ] || echo "grant create on database $1 to terrain_migration;")
SQL
}

# ---- the whole of it

postgres_up() { # database
  local began=$SECONDS
  postgres_clear
  [ "$use" != verify ] || rm -rf "$cluster"
  postgres_make
  postgres_start
  postgres_recover_password
  : >"$here/provision.log"
  postgres_provision "$1" || { show_log "La base de données n’a pas pu être préparée" "$here/provision.log" 8 && exit 1; }
  progress "Base de données" "prête (port $(cat "$here/postgresql.port"), $((SECONDS - began)) s)"
}

# Checks the database that the person configured.
postgres_check_configured() {
  [[ $TERRAIN_DB_URL == jdbc:postgresql://* ]] ||
    stop "TERRAIN_DB_URL doit avoir la forme jdbc:postgresql://machine:port/base."
  local psql reason missing url=${TERRAIN_DB_URL#jdbc:}
  psql=$(command -v psql || printf '%s\n' /usr/lib/postgresql/*/bin/psql | tail -n 1)
  [ -x "$psql" ] || return 0
  missing=$(PGUSER=${TERRAIN_DB_USER:-terrain_service} PGPASSWORD=${TERRAIN_DB_PASSWORD:-} PGCONNECT_TIMEOUT=10 "$psql" -X -w -tA \
    -d "${url%%\?*}" -c "select string_agg(name, ', ') from unnest(string_to_array('$postgres_extensions', ' ')) name
      where not exists (select from pg_extension where extname = name)" 2>"$here/configured.log") || {
    reason=$(head -n 1 "$here/configured.log")
    stop "la base indiquée par TERRAIN_DB_URL ne répond pas : $reason"
  }
  [ -z "$missing" ] ||
    stop "la base indiquée par TERRAIN_DB_URL n’a pas les extensions : $missing. Son administrateur peut les ajouter par « create extension »."
  progress "Base de données" "celle de TERRAIN_DB_URL"
}
