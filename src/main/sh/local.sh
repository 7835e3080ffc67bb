# The folder .local/: everything that belongs to this checkout and this machine, and nothing of it is committed.
# A use (run, verify, bench) has its own subfolder, services and lock, so that they live beside each other.

local_open() { # use
  use=$1
  here=$root/.local/$use
  local owner
  owner=$(stat -c %U "$root/.local" 2>/dev/null || true)
  [ -z "$owner" ] || [ "$owner" = "$(id -un)" ] ||
    stop "le dossier .local/ appartient à « $owner » : lancez la commande sous ce compte, ou supprimez .local/."
  mkdir -p "$here" 2>/dev/null || stop "impossible d’écrire dans $root : vérifiez les droits du dossier."
  need flock "util-linux"
  need setsid "util-linux"
}

# Held as long as this script lives; what it starts closes descriptor 9.
local_lock() { # command shown to the person
  exec 9>>"$here/lock"
  flock -n 9 || stop "$1 tourne déjà dans ce dossier (processus $(cat "$here/lock.pid" 2>/dev/null || echo inconnu)) : arrêtez-le d’abord."
  echo $$ >"$here/lock.pid"
}

# Serialises what writes into target/ and the shared parts of .local/.
with_lock() { # name, command...
  local name=$1
  shift
  (
    flock -n 8 || { say "  (attente de la fin d’une autre commande : $name)" && flock 8; }
    "$@"
  ) 8>>"$root/.local/$name.lock"
}

need() { # program, package
  command -v "$1" >/dev/null 2>&1 || stop "il manque le programme « $1 » : installez le paquet $2."
}

content_hash() { # files and folders...
  { find "$@" -type f -not -path '*/node_modules/*' -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum | cut -d' ' -f1
}
