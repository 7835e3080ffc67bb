# The private Keycloak of a use: the server distribution resolved through Maven, the demonstration realm imported at first start.

keycloak_version() { sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' "$root/pom.xml"; }

# Fetches and optimises the distribution once for the checkout.
keycloak_provide() {
  local version
  version=$(keycloak_version)
  dist=$root/.local/keycloak-$version
  [ ! -f "$dist/built" ] || return 0
  progress "Keycloak" "préparation du serveur $version (une seule fois)…"
  rm -rf "$dist"
  maven_unpack "org.keycloak:keycloak-quarkus-dist:$version:zip" "$dist"
  env -u DEBUG -u JAVA_OPTS JAVA="$JAVA_HOME/bin/java" sh "$dist/keycloak-$version/bin/kc.sh" build --db=dev-file >"$root/.local/keycloak-build.log" 2>&1 9>&- ||
    { show_log "Keycloak n’a pas pu être préparé" "$root/.local/keycloak-build.log" && exit 1; }
  touch "$dist/built"
}

# Gives the use its own home: hard links to the distribution, data of its own that outlive a version.
keycloak_home() {
  home=$here/keycloak/home
  data=$here/keycloak/data
  if [ "$(cat "$home.version" 2>/dev/null)" != "$(keycloak_version)" ]; then
    rm -rf "$home"
    mkdir -p "$here/keycloak"
    cp -al "$dist/keycloak-$(keycloak_version)" "$home" || cp -a "$dist/keycloak-$(keycloak_version)" "$home"
    rm -rf "$home/data"
    ln -s ../data "$home/data"
    keycloak_version >"$home.version"
  fi
}

# Lays out the realm files; data imported from another file or with another secret are put aside, not mixed.
keycloak_realms() { # realm files...
  local stamp
  stamp=$({ cat "$@" && secret TERRAIN_OIDC_SECRET; } | sha256sum)
  if [ -d "$data/h2" ] && [ "$(cat "$data/realms.stamp" 2>/dev/null)" != "$stamp" ]; then
    progress "Keycloak" "le fichier des comptes ou son secret a changé, import à neuf (les anciennes données restent dans $(shown_path "$data").ancien)"
    keycloak_set_aside
  fi
  rm -rf "$data/import" "$data/tmp"
  mkdir -p "$data/import"
  chmod 700 "$data"
  cp "$@" "$data/import/"
}

keycloak_set_aside() { rm -rf "$data.ancien" && mv "$data" "$data.ancien" && mkdir -p "$data"; }

keycloak_launch() { # port
  process_start keycloak env -u DEBUG -u JAVA_OPTS JAVA="$JAVA_HOME/bin/java" JAVA_OPTS_KC_HEAP="-Xms64m -Xmx384m -XX:TieredStopAtLevel=1" \
    TERRAIN_OIDC_SECRET="$(secret TERRAIN_OIDC_SECRET)" KC_BOOTSTRAP_ADMIN_USERNAME=keycloak \
    KC_BOOTSTRAP_ADMIN_PASSWORD="$(secret TERRAIN_KEYCLOAK_ADMIN_PASSWORD)" \
    sh "$home/bin/kc.sh" start --optimized --import-realm --cache=local --http-enabled=true --http-host=127.0.0.1 \
    --http-port="$1" --hostname="http://127.0.0.1:$1"
}

keycloak_wait() { # port
  for _ in $(seq 1 600); do
    [ "$(http_status "$1" /realms/terrain)" != 200 ] || return 0
    process_id keycloak >/dev/null || return 1
    sleep 0.3
  done
  return 1
}

keycloak_up() { # realm files...
  local began=$SECONDS port
  with_lock keycloak keycloak_provide
  dist=$root/.local/keycloak-$(keycloak_version)
  keycloak_home
  [ "$use" = run ] || rm -rf "$data"
  keycloak_realms "$@"
  port=$(port_for keycloak)
  keycloak_launch "$port"
  keycloak_wait "$port" || keycloak_retry "$port" "$@"
  { cat "$@" && secret TERRAIN_OIDC_SECRET; } | sha256sum >"$data/realms.stamp"
  progress "Keycloak" "prêt (port $port, $((SECONDS - began)) s)"
}

# A database file damaged by a kill, or a half-made import, is put aside and made again.
keycloak_retry() { # port, realm files...
  local port=$1
  shift
  process_stop keycloak
  if [ -d "$data/h2" ] && { [ ! -f "$data/realms.stamp" ] || grep -qE 'org\.h2|MVStore' "$here/keycloak.log"; }; then
    progress "Keycloak" "données abîmées par un arrêt brutal, import à neuf"
    keycloak_set_aside
    keycloak_realms "$@"
    keycloak_launch "$port"
    keycloak_wait "$port" && return
    process_stop keycloak
  fi
  show_errors "Keycloak ne démarre pas" "$here/keycloak.log" 'ERROR'
  exit 1
}

keycloak_check_configured() {
  [ -n "${TERRAIN_OIDC_SECRET:-}" ] || stop "TERRAIN_OIDC_URL est indiquée sans TERRAIN_OIDC_SECRET, le secret du client terrain-pages."
  node -e 'fetch(process.argv[1] + "/.well-known/openid-configuration", { signal: AbortSignal.timeout(10000) })
    .then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))' "$TERRAIN_OIDC_URL" ||
    stop "le serveur indiqué par TERRAIN_OIDC_URL ne répond pas : $TERRAIN_OIDC_URL"
  progress "Keycloak" "celui de TERRAIN_OIDC_URL"
}
