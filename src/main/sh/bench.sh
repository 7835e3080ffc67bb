# The rows of ./bench: name, value, bare, ratio, target, ok or short, separated by tabs.

# A part in Java is a class fr.terrain.bench.<Part>Bench among the tests, with a main that prints such rows.
bench_class() { local part=$1 && echo "fr.terrain.bench.${part^}Bench"; }

bench_compile() {
  with_lock build bench_compile_now || { show_errors "La construction des mesures a échoué" "$here/compile.log" '^\[ERROR\] .*[a-z]' && exit 1; }
}

bench_compile_now() {
  cd "$root" && "$mvn" -B test-compile "$dependency_plugin:build-classpath" -Dmdep.includeScope=test \
    "-Dmdep.outputFile=$here/classpath" >"$here/compile.log" 2>&1 </dev/null
}

bench_java() { # part
  "$JAVA_HOME/bin/java" -Duser.timezone=UTC "-Dterrain.bench.folder=$here" ${BENCH_TIMES:+"-Dterrain.bench.times=$BENCH_TIMES"} -cp "$root/target/test-classes:$root/target/classes:$(cat "$here/classpath")" "$(bench_class "$1")"
}

bench_row() { # name, value, bare, ratio, target, ok or short
  local IFS=$'\t'
  printf '%s\n' "$*"
}

# The part that needs no Java: how fast the application is ready, and how much it holds after some load.
bench_start() {
  local began ready resident
  process_stop app
  began=$(date +%s%N)
  app_start "$bench_port"
  app_wait "$bench_port" || app_failed
  ready=$((($(date +%s%N) - began) / 1000000))
  bench_row "start: ready (ms)" "$ready" - - 3000 "$(bench_verdict "$ready" 3000)"
  bench_load
  resident=$(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$(process_id app)/status") / 1024))
  bench_row "start: resident after load (MB)" "$resident" - - 400 "$(bench_verdict "$resident" 400)"
}

bench_verdict() { if [ "$1" -le "$2" ]; then echo ok; else echo short; fi; }

# Two thousand readings of the home page and of the catalogue, eight at a time.
bench_load() {
  node -e '
    const [base] = process.argv.slice(1);
    const paths = ["/", "/api/sites?limit=50"];
    let left = 2000;
    const reader = async () => { while (left-- > 0) await (await fetch(base + paths[left & 1])).arrayBuffer(); };
    Promise.all(Array.from({ length: 8 }, reader));' "http://127.0.0.1:$bench_port"
}

# Two applications on one database.
bench_race() { bench_beside "$TERRAIN_DB_URL" race; }

# The second application has a database of its own, with ten times the sites; here "bare" is the first one.
bench_growth() {
  postgres_provision terrain_growth || return 2
  bench_beside "${TERRAIN_DB_URL%/*}/terrain_growth" growth
}

# Runs a part beside a second application, on a database that may be another one.
bench_beside() { # database, part
  local port
  port=$(port_for second)
  TERRAIN_DB_URL=$1 app_start "$port" second
  app_wait "$port" second || { show_errors "La seconde application ne démarre pas" "$here/second.log" 'ERROR|^Caused by:' && return 2; }
  TERRAIN_SECOND_URL=http://127.0.0.1:$port TERRAIN_SECOND_DB_URL=$1 bench_java "$2" 2>"$here/$2.log" || return 2
  process_stop second
}

# Runs the part `measured`, keeps its rows, and shows them.
bench_part() {
  case $measured in start | race | growth) "bench_$measured" ;; *) bench_java "$measured" 2>"$here/$measured.log" ;; esac >"$here/$measured.rows" ||
    { show_log "La mesure « $measured » a échoué" "$here/$measured.log" && exit 2; }
  awk -F '\t' 'NF != 6 || $6 !~ /^(ok|short)$/ { print "unreadable row: " $0 > "/dev/stderr"; bad = 1; next }
    { printf "%-52s %12s %12s %8s %10s  %s\n", $1, $2, $3, $4, $5, $6 } $6 == "short" { short = 1 }
    END { exit bad ? 2 : short ? 1 : 0 }' "$here/$measured.rows"
}
