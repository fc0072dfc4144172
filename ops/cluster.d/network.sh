# One network namespace per member, joined by a bridge, so that a link can be cut as in a machine room. Without root, or where the
# kernel has no namespaces, the members live on loopback addresses; then links cannot be cut.
# shellcheck shell=bash

BRIDGE=fpbr
# One cluster per machine uses these names; the file says whose it is.
OWNER_FILE=/run/fixpunkt-cluster

has_namespaces() {
    [ "$(cat "$H/network" 2>/dev/null)" = namespaces ]
}

subnet() {
    if has_namespaces; then echo 10.77.0; else echo 127.77.0; fi
}

# Only asked at the start of a cluster; afterwards the file says it.
namespaces_work() {
    [ "${FIXPUNKT_CLUSTER_LOOPBACK:-0}" != 1 ] && [ "$(id -u)" = 0 ] || return 1
    command -v ip >/dev/null && command -v nft >/dev/null || return 1
    ip netns add fp-try 2>/dev/null && ip link add fpv-try type veth peer name eth0 netns fp-try 2>/dev/null \
        && ip netns exec fp-try nft list ruleset >/dev/null 2>&1
    local works=$?
    ip link del fpv-try 2>/dev/null || true
    ip netns del fp-try 2>/dev/null || true
    return $works
}

inside() {
    case $1 in
        # Beside its database node; a drill needs no network.
        backup-*) set -- "db-${1#backup-}" ;;
        drills) return ;;
    esac
    if has_namespaces; then echo "ip netns exec fp-$1"; fi
}

make_network() {
    if [ -e "$H/network" ] && { ! has_namespaces || ip link show "$BRIDGE" >/dev/null 2>&1; }; then
        return
    fi
    if ! namespaces_work; then
        echo loopback >"$H/network"
        say "Network: loopback addresses 127.77.0.*; links cannot be cut (that needs root, iproute2 and nftables)"
        return
    fi
    refuse_other_cluster
    echo namespaces >"$H/network"
    echo "$H" >"$OWNER_FILE"
    ip link add "$BRIDGE" type bridge
    ip addr add "$(address host)/24" dev "$BRIDGE"
    ip link set "$BRIDGE" up
    for member in $(members); do
        join_network "$member"
    done
    say "Network: namespaces fp-* on bridge $BRIDGE, 10.77.0.0/24"
}

refuse_other_cluster() {
    local owner
    owner=$(cat "$OWNER_FILE" 2>/dev/null || true)
    if [ -n "$owner" ] && [ "$owner" != "$H" ] && cluster_lives "$owner"; then
        fail "another cluster uses this machine's network: FIXPUNKT_CLUSTER_HOME=$owner ops/cluster down"
    fi
    remove_network
}

# One that starts has no process yet. Of one whose processes were all killed from outside only the network is left: that is taken over.
cluster_lives() {
    grep -qzsF -- "FIXPUNKT_CLUSTER_MEMBER=$1/" /proc/[0-9]*/environ && return
    [ -e "$1/up.lock" ] && ! flock --nonblock "$1/up.lock" true
}

join_network() {
    local member=$1
    ip netns add "fp-$member"
    ip link add "fpv-$member" type veth peer name eth0 netns "fp-$member"
    ip link set "fpv-$member" master "$BRIDGE" up
    ip -n "fp-$member" link set lo up
    ip -n "fp-$member" addr add "$(address "$member")/24" dev eth0
    ip -n "fp-$member" link set eth0 up
}

# Also what a half finished start left, and members of a third group that this call does not know of.
remove_network() {
    local name
    [ "$(id -u)" = 0 ] && command -v ip >/dev/null || return 0
    for name in $(everybody); do
        # Deleting the link first makes its name free at once; the namespace may live on a moment in the kernel.
        ip link del "fpv-$name" 2>/dev/null || true
        ip netns del "fp-$name" 2>/dev/null || true
    done
    ip link del "$BRIDGE" 2>/dev/null || true
    rm -f "$OWNER_FILE"
}

require_namespaces() {
    has_namespaces || fail "links cannot be cut on loopback addresses; that needs root, iproute2 and nftables"
}

cut_links() {
    require_namespaces
    case $# in
        1) cut_off "$1" ;;
        2) drop_between "$1" "$2"; drop_between "$2" "$1" ;;
        *) fail "say cut WHAT, or cut ONE OTHER" ;;
    esac
}

# A node loses its cable. A group loses its room's: its two nodes still reach each other.
cut_off() {
    local member other expanded
    expanded=$(expand "$1")
    if [ "$expanded" = "$1" ]; then
        ip link set "fpv-$1" down
        return
    fi
    for member in $expanded; do
        for other in $(members) host; do
            if ! [[ " $(xargs <<<"$expanded") " == *" $other "* ]]; then
                drop_between "$member" "$other"
                drop_between "$other" "$member"
            fi
        done
    done
}

cut_one_way() {
    require_namespaces
    [ $# = 2 ] || fail "say cut-one-way FROM TO"
    drop_between "$1" "$2"
}

# Packets that leave the first do not arrive at the second. They vanish at the receiver, as in a cut cable: no error comes back.
drop_between() {
    local from to froms tos
    froms=$(expand_with_host "$1")
    tos=$(expand_with_host "$2")
    for from in $froms; do
        for to in $tos; do
            if [ "$to" = host ]; then
                drop "$from" postrouting daddr "$(address host)"
            else
                drop "$to" prerouting saddr "$(address "$from")"
            fi
        done
    done
}

expand_with_host() {
    if [ "$1" = host ]; then echo host; else expand "$1"; fi
}

drop() {
    local member=$1 hook=$2 field=$3 peer=$4
    ip netns exec "fp-$member" nft -f - <<RULES
add table ip fixpunkt_cut
add chain ip fixpunkt_cut $hook { type filter hook $hook priority -300; }
add rule ip fixpunkt_cut $hook ip $field $peer drop
RULES
}

heal() {
    has_namespaces || return 0
    for member in $(members); do
        ip netns exec "fp-$member" nft delete table ip fixpunkt_cut 2>/dev/null || true
        ip link set "fpv-$member" up
    done
}

cuts() {
    has_namespaces || return 0
    local member peers
    for member in $(members); do
        ip link show "fpv-$member" 2>/dev/null | grep 'state DOWN\|,DOWN\|<BROADCAST,MULTICAST>' >/dev/null && echo "$member: whole"
        peers=$(ip netns exec "fp-$member" nft list table ip fixpunkt_cut 2>/dev/null | sed -n 's/.*ip \([sd]addr [0-9.]*\) drop/\1/p' | xargs)
        [ -z "$peers" ] || echo "$member: $peers"
    done
}
