# HAProxy in front.
# shellcheck shell=bash

# Without namespaces the ports below 1024 may be closed to us.
https_port() {
    if has_namespaces; then echo 443; else echo 8443; fi
}

http_port() {
    if has_namespaces; then echo 80; else echo 8080; fi
}

https_port_suffix() {
    has_namespaces || echo ":8443"
}

start_balancer() {
    local home=$H/lb values member
    mkdir -p "$home"
    ln -sf "$OPS/haproxy.cfg" "$home/haproxy.cfg"
    values=(
        "FIXPUNKT_LB_ADDRESS=$(address lb)"
        "FIXPUNKT_LB_HTTP=$(http_port)"
        "FIXPUNKT_LB_HTTPS=$(https_port)"
        "FIXPUNKT_LB_HTTPS_SUFFIX=$(https_port_suffix)"
        "FIXPUNKT_LB_TLS=$H/tls/lb-both.pem"
        "FIXPUNKT_LB_CA=$H/tls/ca.pem"
        "FIXPUNKT_LB_CRL=$H/tls/ca.crl"
    )
    for member in $(applications); do
        values+=("FIXPUNKT_APP_$(echo "${member#app-}" | tr '[:lower:]' '[:upper:]')=$(address "$member")")
    done
    env "${values[@]}" haproxy -c -q -f "$OPS/haproxy.cfg" || fail "haproxy does not take ops/haproxy.cfg"
    launch lb "$home/haproxy.log" env "${values[@]}" haproxy -db -f "$OPS/haproxy.cfg"
    wait_until 90 balancer_answers || fail "the load balancer does not answer (see $home/haproxy.log)"
    say "lb answers at https://$(address lb)$(https_port_suffix)"
}

balancer_answers() {
    curl --silent --fail --max-time 3 --cacert "$H/tls/ca.pem" --output /dev/null "https://$(address lb):$(https_port)/health/ready"
}
