# What the scripts say to the person who runs them: French, one line at a time.

say() { printf '%s\n' "$*"; }

progress() { printf '  %s : %s\n' "$1" "$2"; }

stop() {
  printf 'Arrêt : %s\n' "$*" >&2
  exit 1
}

# Prints the end of a log, indented, under a title.
show_log() { # title, file, lines
  printf '%s (fin de %s) :\n' "$1" "$(shown_path "$2")" >&2
  tail -n "${3:-25}" "$2" 2>/dev/null | cut -c1-300 | sed 's/^/  | /' >&2
}

# Prints the lines of a log that tell an error, or its end when none does.
show_errors() { # title, file, pattern
  if grep -qE "$3" "$2"; then
    printf '%s (journal : %s) :\n' "$1" "$(shown_path "$2")" >&2
    grep -E "$3" "$2" | cut -c1-300 | head -n 30 | sed 's/^/  | /' >&2
  else
    show_log "$1" "$2"
  fi
}

shown_path() { printf '%s' "${1#"$root"/}"; }
