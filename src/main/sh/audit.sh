# ./run audit verify: is the trail as it was written and sealed? Beside a running ./run or with the database alone.

audit_verify() { # hash of a known seal, or nothing
  local status=0
  local_open run
  if [ -z "${TERRAIN_DB_URL:-}" ] && audit_database_runs; then
    jdk_use
  else
    services_open run "./run audit verify"
    jdk_use
    [ -n "${TERRAIN_DB_URL:-}" ] || postgres_provide
    services_up service_database
  fi
  [ -f "$here/app/quarkus-run.jar" ] || { build_check_tools && maven_use && build_up; }
  services_export_database
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$here/app/quarkus-run.jar" audit verify "$@" 9>&- || status=$?
  exit "$status"
}

# Another ./run holds this folder, and its database answers.
audit_database_runs() {
  ! flock -n "$here/lock" true 2>/dev/null && [ -s "$here/postgresql.port" ] && port_busy "$(cat "$here/postgresql.port")"
}
