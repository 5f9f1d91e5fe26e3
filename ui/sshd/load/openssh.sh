#!/bin/sh
# OpenSSH's own server on a loopback port, for ui/sshd/load: openssh.sh PORT DIR.
# Needs root. Whoever has the key DIR/id.pub gets a terminal that shows a line and
# then waits; so it is comparable in what a connection costs, and in nothing else.
# SHLVL keeps root's shell from reading what root has in its .bashrc.
set -eu
port=$1 dir=$2
mkdir -p /run/sshd # where Debian's has its empty folder
chmod 700 "$dir"
ssh-keygen -q -t ed25519 -N '' -f "$dir/host_key"
cat > "$dir/config" <<CONFIG
ListenAddress 127.0.0.1:$port
HostKey $dir/host_key
PidFile none
AuthorizedKeysFile $dir/id.pub
StrictModes no
PermitRootLogin yes
UsePAM no
PrintMotd no
PrintLastLog no
MaxStartups 4000
PerSourceMaxStartups none
MaxAuthTries 20
SetEnv SHLVL=2
ForceCommand echo 資料日期; exec cat
CONFIG
exec /usr/sbin/sshd -D -e -f "$dir/config"
