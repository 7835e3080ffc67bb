# The JDK 25: JAVA_HOME, the path, then the usual folders.

jdk_is_25() { [[ "$("$1/bin/javac" -version 2>/dev/null)" == "javac 25"* ]]; }

jdk_find() {
  local home on_path
  on_path=$(readlink -f "$(command -v javac || true)" 2>/dev/null || true)
  for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    [ -x "$home/bin/javac" ] && jdk_is_25 "$home" && echo "$home" && return
  done
  return 1
}

jdk_use() {
  JAVA_HOME=$(jdk_find) ||
    stop "JDK 25 introuvable : installez-le (paquet temurin-25-jdk ou openjdk-25-jdk) ou indiquez son dossier dans JAVA_HOME."
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}
