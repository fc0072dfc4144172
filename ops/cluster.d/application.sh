# Payara Micro with the WAR.
# shellcheck shell=bash

HEAP=${FIXPUNKT_CLUSTER_HEAP:-400m}

payara_jar() {
    local repository=$HOME/.m2/repository jar
    for jar in "${FIXPUNKT_PAYARA_MICRO:-}" "$CHECKOUT/target/server/payara-micro.jar" \
        "$repository"/fish/payara/extras/payara-micro/6.*/payara-micro-6.*.jar; do
        if [ -s "$jar" ]; then
            echo "$jar"
            return
        fi
    done
}

war() {
    echo "${FIXPUNKT_WAR:-$CHECKOUT/target/fixpunkt.war}"
}

require_application() {
    [ -s "$(war)" ] || fail "the WAR is missing: $(war). Build it first: ./mvnw package -DskipTests (or say FIXPUNKT_WAR=)"
    [ -n "$(payara_jar)" ] || fail "Payara Micro is missing; say FIXPUNKT_PAYARA_MICRO=its jar"
    [ -x "$(java_program)" ] || fail "java is missing; install a JDK 17"
}

java_program() {
    if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/java"; else command -v java; fi
}

# The own group's database first: the others are for when it is gone. The first TLS handshake of a cold server takes more than a second
# on a busy machine; with less time to connect, a node began at the other group's database, stayed there, and stood still for 16 s
# when that group was cut off.
database_url() {
    local own=db-${1#app-} member hosts
    hosts=$(address "$own"):3306
    for member in $(databases); do
        [ "$member" = "$own" ] || hosts+=",$(address "$member"):3306"
    done
    echo "jdbc:mariadb:sequential://$hosts/fixpunkt?sessionVariables=innodb_snapshot_isolation=1,wsrep_sync_wait=1&connectTimeout=3000&socketTimeout=10000&timezone=UTC&sslMode=verify-full&serverSslCert=$H/tls/ca.pem"
}

# The person who runs the cluster may add or replace values in $H/application.env.
write_environment() {
    local member=$1 home=$H/$1
    mkdir -p "$home/tmp" "$H/backup"
    {
        cat <<VALUES
FIXPUNKT_NODE=$member
FIXPUNKT_DB_URL=$(database_url "$member")
FIXPUNKT_DB_USER=fixpunkt
FIXPUNKT_DB_PASSWORD=$(secret FIXPUNKT_DB_PASSWORD)
FIXPUNKT_SECRET_KEY=$(secret FIXPUNKT_SECRET_KEY)
FIXPUNKT_SECRET_KEY_FACES=$(secret FIXPUNKT_SECRET_KEY_FACES)
FIXPUNKT_BASE_URL=https://$(address lb)$(https_port_suffix)
FIXPUNKT_MAIL_HOST=$(mail_host)
FIXPUNKT_MAIL_PORT=1025
FIXPUNKT_MAIL_TLS=none
FIXPUNKT_MAIL_FROM=fixpunkt@example.com
FIXPUNKT_FIRST_ORGANISATION=Cluster
FIXPUNKT_FIRST_ADMINISTRATOR=admin@example.com
FIXPUNKT_FIRST_PASSWORD=$(secret FIXPUNKT_FIRST_PASSWORD)
FIXPUNKT_RECEIVER_ADDRESS=$(address "$member")
FIXPUNKT_TRUSTED_PROXIES=$(address lb)
FIXPUNKT_BACKUP_STATUS=$H/backup
FIXPUNKT_TLS_CERTIFICATE=$H/tls/$member.pem
FIXPUNKT_TLS_KEY=$H/tls/$member.key
FIXPUNKT_TLS_CLIENT_CA=$H/tls/ca.pem
VALUES
        cat "$H/application.env" 2>/dev/null || true
    } >"$home/environment"
}

mail_host() {
    if has_namespaces; then address host; else echo 127.0.0.1; fi
}

# Certificate and addresses are set before the server opens a listener.
write_server_commands() {
    local listeners=configs.config.server-config.network-config.network-listeners.network-listener
    local protocol=configs.config.server-config.network-config.protocols.protocol.https-listener
    cat >"$H/$1/preboot.asadmin" <<COMMANDS
set $listeners.http-listener.address=$(address "$1")
set $listeners.https-listener.address=$(address "$1")
set $protocol.ssl.cert-nickname=$1
set $protocol.http.http2-enabled=false
COMMANDS
}

# Whoever starts the cluster may have values for an application of its own, such as ports.
foreign_values() {
    compgen -e FIXPUNKT_ | grep -v '^FIXPUNKT_CLUSTER_' | sed 's/^/--unset=/' || true
}

launch_application() {
    local member=$1 home=$H/$1 values=() line
    write_environment "$member"
    write_server_commands "$member"
    : >"$home/payara.log"
    # An application that the server remembers from last time would be loaded, and then deployed once more.
    rm -rf "$home/unpacked"
    while IFS= read -r line; do
        [ -z "$line" ] || values+=("$line")
    done <"$home/environment"
    # shellcheck disable=SC2046
    launch "$member" "$home/payara.log" env $(foreign_values) "${values[@]}" "$(java_program)" \
        "-Xmx$HEAP" -Xss512k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 \
        "-Djava.io.tmpdir=$home/tmp" \
        "-Djavax.net.ssl.keyStore=$H/tls/$member.p12" -Djavax.net.ssl.keyStorePassword=changeit -Djavax.net.ssl.keyStoreType=PKCS12 \
        -jar "$(payara_jar)" --noHazelcast --disablePhoneHome --unpackDir "$home/unpacked" \
        --preBootCommandFile "$home/preboot.asadmin" --port 8080 --sslPort 8443 --contextRoot / --deploy "$(war)"
}

start_application() {
    require_application
    launch_application "$1"
    say "$1 starts"
}

# They start together; the application itself sees to it that one of them makes the schema.
start_applications() {
    local member
    for member in $(applications); do
        is_running "$member" || start_application "$member"
    done
    for member in $(applications); do
        await_application "$member"
    done
}

is_ready() {
    curl --silent --fail --max-time 5 --cacert "$H/tls/ca.pem" --output /dev/null "https://$(address "$1"):8443/health/ready"
}

ready_or_failed() {
    is_ready "$1" || not_running "$1" || application_failed "$1"
}

# The server goes on living when the application was not deployed.
application_failed() {
    grep -qE 'Exception while (deploying|loading|starting|preparing) the app|Failed to deploy|deployment failed|Deployed 0 archive' \
        "$H/$1/payara.log"
}

application_reason() {
    grep -hoE 'Fixpunkt does not start: .*|WELD-[0-9]+: .*|Caused by: .*|Address already in use.*' "$H/$1/payara.log" | sed -n 1p | grep . \
        || echo "no reason given"
}

await_application() {
    local member=$1 begun=$SECONDS
    wait_until "${FIXPUNKT_CLUSTER_PATIENCE:-240}" ready_or_failed "$member" \
        || fail "$member was not ready within ${FIXPUNKT_CLUSTER_PATIENCE:-240} s (see $H/$member/payara.log)"
    # Ready once is enough: a moment later it may have a database that is busy, or no time to answer.
    is_ready "$member" || { is_running "$member" && ! application_failed "$member"; } \
        || fail "$member does not start: $(application_reason "$member") (see $H/$member/payara.log)"
    say "$member is ready after $((SECONDS - begun)) s"
}

application_state() {
    is_running "$1" || return 0
    if is_ready "$1"; then echo ready; else echo "not ready"; fi
}
