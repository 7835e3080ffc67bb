# Generated passwords and secrets, kept in .local/<use>/secrets with mode 600.

secret_names="TERRAIN_DB_ADMIN_PASSWORD TERRAIN_DB_PASSWORD TERRAIN_DB_MIGRATION_PASSWORD TERRAIN_OIDC_SECRET TERRAIN_STATE_SECRET TERRAIN_KEYCLOAK_ADMIN_PASSWORD"

random_word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# An Ed25519 key as PKCS#8 in Base64: sixteen bytes that say so, then thirty-two by chance.
random_seal_key() { { printf '\060\056\002\001\000\060\005\006\003\053\145\160\004\042\004\040' && head -c 32 /dev/urandom; } | base64 | tr -d '\n'; }

# Completes the file (an interrupted or older one lacks lines), then reads one value from it on demand.
secrets_open() {
  local file=$here/secrets name
  (
    umask 077
    touch "$file"
    chmod 600 "$file"
    for name in $secret_names; do
      grep -q "^$name=[0-9a-f]\{48\}$" "$file" || { sed -i "/^$name=/d" "$file" && printf '%s=%s\n' "$name" "$(random_word)" >>"$file"; }
    done
    grep -q '^TERRAIN_SEAL_KEY=MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]\{43\}$' "$file" ||
      { sed -i '/^TERRAIN_SEAL_KEY=/d' "$file" && printf 'TERRAIN_SEAL_KEY=%s\n' "$(random_seal_key)" >>"$file"; }
  )
}

secret() { sed -n "s/^$1=//p" "$here/secrets"; }
