# The application itself, from the jar that the build put aside.

# What a first run has loaded is kept beside the jar when it ends, so that the next ones are ready a second sooner.
app_start() { # port, name when it is not the only one
  local name=${2:-app}
  PORT=$1 process_start "$name" "$JAVA_HOME/bin/java" -Xms64m -Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$here/app/$name.jsa" -Dquarkus.profile=demo -jar "$here/app/quarkus-run.jar"
}

app_wait() { # port, name
  for _ in $(seq 1 2400); do
    [ "$(http_status "$1" /q/health/ready)" != 200 ] || return 0
    process_id "${2:-app}" >/dev/null || return 1
    sleep 0.05
  done
  return 1
}

app_up() { # port
  local began=$SECONDS
  app_start "$1"
  app_wait "$1" || app_failed
  progress "Application" "prête ($((SECONDS - began)) s)"
}

# A short cause when the log names a known one, else its end.
app_failed() {
  if grep -q 'Port(s) already bound\|Address already in use' "$here/app.log"; then
    stop "le port de l’application est déjà pris : choisissez-en un autre, par exemple PORT=8081 ./run."
  fi
  show_errors "L’application ne démarre pas" "$here/app.log" 'ERROR|^Caused by:'
  exit 1
}
