# Packages of the distribution, installed only by someone who may: root, or sudo without a password.

package_may_install() {
  command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

package_apt() { # words of apt-get...
  local as=()
  [ "$(id -u)" = 0 ] || as=(sudo -n)
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@" >>"$root/.local/packages.log" 2>&1 9>&-
}

package_refresh() { package_apt update || true; }

package_install() { # packages...
  say "Installation de $* (quelques minutes)…"
  package_apt install -y --no-install-recommends "$@" ||
    { package_refresh && package_apt install -y --no-install-recommends "$@"; } ||
    { show_log "L’installation a échoué" "$root/.local/packages.log" 8 && return 1; }
}

# Makes sure that a program exists, else says what to install.
package_provide() { # program, package
  command -v "$1" >/dev/null 2>&1 && return
  if package_may_install && package_install "$2" && command -v "$1" >/dev/null 2>&1; then return; fi
  stop "il manque « $1 » : installez le paquet $2."
}
