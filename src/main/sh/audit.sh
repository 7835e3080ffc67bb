# ./run audit verify, ./run communes import: commands of the application, beside a running ./run or with the database alone.

audit_verify() { application_command "./run audit verify" audit verify "$@"; } # hash of a known seal, or nothing
communes_import() { application_command "./run communes import" communes import "$@"; } # file or address, year or nothing

application_command() { # command shown to the person, words of the command...
  local shown=$1 status=0
  shift
  local_open run
  if [ -z "${TERRAIN_DB_URL:-}" ] && audit_database_runs; then
    jdk_use
  else
    services_open run "$shown"
    jdk_use
    [ -n "${TERRAIN_DB_URL:-}" ] || postgres_provide
    services_up service_database
  fi
  [ -f "$here/app/quarkus-run.jar" ] || { build_check_tools && maven_use && build_up; }
  services_export_database
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$here/app/quarkus-run.jar" "$@" 9>&- || status=$?
  exit "$status"
}

# Another ./run holds this folder, and its database answers.
audit_database_runs() {
  ! flock -n "$here/lock" true 2>/dev/null && [ -s "$here/postgresql.port" ] && port_busy "$(cat "$here/postgresql.port")"
}
