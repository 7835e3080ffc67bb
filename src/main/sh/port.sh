# Loopback ports: the one a person chooses, and free ones remembered from one start to the next.

port_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port_valid() { [[ $1 =~ ^[0-9]{1,5}$ ]] && [ "$1" -ge 1 ] && [ "$1" -le 65535 ]; }

# Prints a free port for a service: the remembered one unless another program took it since.
port_for() { # service
  local file=$here/$1.port port
  port=$(cat "$file" 2>/dev/null || true)
  if ! port_valid "$port" || port_busy "$port"; then
    for _ in $(seq 1 50); do
      port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
      port_busy "$port" || break
    done
    echo "$port" >"$file"
  fi
  echo "$port"
}

# Prints the HTTP status of a page of this machine, nothing when nobody answers.
http_status() { # port, path
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 0
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
    read -r -t 10 -u 3 _ status _ && echo "$status"
  ) 2>/dev/null || true
}
