# Maven 3.9 or later: the one on the path, else one that the system Maven fetches as an artifact into .local/.

maven_version=3.9.11
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1

maven_use() {
  local fetched=$root/.local/maven/apache-maven-$maven_version/bin/mvn
  command -v mvn >/dev/null 2>&1 || [ -x "$fetched" ] || stop "Maven introuvable : installez le paquet maven."
  if [ -x "$fetched" ]; then
    mvn=$fetched
  elif maven_is_recent; then
    mvn=mvn
  else
    mvn=mvn
    say "Maven 3.9 : téléchargement de la version $maven_version…"
    with_lock maven maven_unpack "org.apache.maven:apache-maven:$maven_version:zip:bin" "$root/.local/maven"
    mvn=$fetched
  fi
}

maven_is_recent() {
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  [ -n "$version" ] && [ "$((${version% *} * 100 + ${version#* }))" -ge 309 ]
}

# Unpacks an artifact into a folder that appears only when it is whole.
maven_unpack() { # artifact, folder
  [ ! -d "$2" ] || return 0
  local new=$2.new log=$2.log
  rm -rf "$new"
  mkdir -p "$new"
  (cd "$new" && "$mvn" -B -q "$dependency_plugin:unpack" "-Dartifact=$1" -DoutputDirectory=whole) >"$log" 2>&1 9>&- ||
    { show_log "Maven n’a pas pu obtenir $1" "$log" 8 && stop "sans $1, impossible de continuer : vérifiez l’accès au dépôt Maven."; }
  mv "$new/whole" "$2"
  rm -rf "$new"
}
