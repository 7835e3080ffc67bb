# The application: built by Maven (which builds the pages' assets too) when its sources changed, and kept apart from target/,
# so that a build beside a running application does not pull its files away.

build_check_tools() {
  [ ! -f "$root/src/main/webui/package.json" ] || need npm "nodejs (20.19 ou plus récent) et npm"
  [ ! -f "$root/src/main/webui/package.json" ] || node_is_recent ||
    stop "Node $(node --version 2>/dev/null) est trop ancien : installez la version 20.19 ou une version plus récente."
}

node_is_recent() { node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

build_stamp() { (cd "$root" && content_hash pom.xml src/main/java src/main/resources src/main/webui templates && "$JAVA_HOME/bin/javac" -version 2>&1) | sha256sum | cut -d' ' -f1; }

build_up() {
  local began=$SECONDS stamp log=$root/.local/build.log
  stamp=$(build_stamp)
  if [ "$(cat "$here/app/stamp" 2>/dev/null)" = "$stamp" ]; then
    progress "Application" "inchangée depuis la dernière construction"
    return
  fi
  progress "Application" "construction…"
  with_lock build build_run "$log" || { show_errors "La construction a échoué" "$log" '^\[ERROR\] .*[a-z]' && exit 1; }
  echo "$stamp" >"$here/app.new/stamp"
  rm -rf "$here/app"
  mv "$here/app.new" "$here/app"
  progress "Application" "construite ($((SECONDS - began)) s)"
}

build_run() { # log
  cd "$root" && "$mvn" -B package -Dmaven.test.skip=true >"$1" 2>&1 </dev/null 9>&- &&
    rm -rf "$here/app.new" && cp -a target/quarkus-app "$here/app.new"
}
