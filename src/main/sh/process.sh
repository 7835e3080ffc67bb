# Long-lived processes of a use: each leads a group of its own, known by its id and its start time,
# so that a recycled id is never taken for ours.

process_start() { # name, command...
  local name=$1
  shift
  rm -f "$here/$name.pid" "$here/$name.pid.new"
  : >"$here/$name.starting"
  # shellcheck disable=SC2016
  setsid sh -c 'echo $$ >"$0"; exec "$@"' "$here/$name.pid.new" "$@" >"$here/$name.log" 2>&1 </dev/null 8>&- 9>&- &
  disown
  for _ in $(seq 1 100); do
    [ -s "$here/$name.pid.new" ] && break
    sleep 0.05
  done
  local pid
  pid=$(cat "$here/$name.pid.new")
  process_note "$name" "$pid"
  rm -f "$here/$name.pid.new" "$here/$name.starting"
}

process_note() { # name, id
  echo "$2 $(process_birth "$2")" >"$here/$1.pid"
}

# Prints when a process started, in clock ticks since the machine did; nothing for a dead one, even unburied.
process_birth() { sed -n 's/.*) //; /^[^ZX]/p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# Prints the id of a process of ours that still lives.
process_id() { # name
  local pid birth
  read -r pid birth 2>/dev/null <"$here/$1.pid" || return 1
  [ -n "$birth" ] && [ "$(process_birth "$pid")" = "$birth" ] && echo "$pid"
}

process_stop() { # name
  local pid
  process_adopt "$1"
  if pid=$(process_id "$1"); then
    kill -TERM -- "-$pid" 2>/dev/null || true
    for _ in $(seq 1 150); do
      kill -0 -- "-$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL -- "-$pid" 2>/dev/null || true
  fi
  rm -f "$here/$1.pid"
}

# Who starts a process may be stopped before the process is noted: waits until it says its id, and notes it if it is of this checkout.
process_adopt() { # name
  [ -f "$here/$1.starting" ] || return 0
  local pid=
  for _ in $(seq 1 40); do
    pid=$(cat "$here/$1.pid.new" 2>/dev/null) && [ -n "$pid" ] && break
    sleep 0.05
  done
  if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$here"; then process_note "$1" "$pid"; fi
  rm -f "$here/$1.starting" "$here/$1.pid.new"
}

# Ends what a killed start of the same use left behind.
process_clear() { # name
  local pid
  if pid=$(process_id "$1"); then
    say "Un lancement précédent a été interrompu : arrêt de ce qu’il a laissé ($1, processus $pid)."
  fi
  process_stop "$1"
}
