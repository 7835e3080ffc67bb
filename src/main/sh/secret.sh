# Generated passwords and secrets, kept in .local/<use>/secrets with mode 600.

secret_names="TERRAIN_DB_ADMIN_PASSWORD TERRAIN_DB_PASSWORD TERRAIN_DB_MIGRATION_PASSWORD TERRAIN_OIDC_SECRET TERRAIN_STATE_SECRET TERRAIN_KEYCLOAK_ADMIN_PASSWORD"

random_word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

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
  )
}

secret() { sed -n "s/^$1=//p" "$here/secrets"; }
