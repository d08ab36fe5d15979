#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the throw-away keys of this folder anew (README.md). Needs GnuPG 2.2 and leaves nothing else behind.
set -eu
out=$(CDPATH='' cd "$(dirname "$0")" && pwd)
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
chmod 700 "$GNUPGHOME"
trap 'gpgconf --kill gpg-agent; rm -rf "$GNUPGHOME"' EXIT

# gpg-agent re-encrypts on export and takes the count from its own option.
agent() {
  printf 'allow-loopback-pinentry\n%s\n' "$1" > "$GNUPGHOME/gpg-agent.conf"
  gpgconf --kill gpg-agent
}
quiet_gpg() { gpg --batch --quiet --no-tty --yes --pinentry-mode loopback "$@"; }

fingerprint() { gpg --batch --list-keys --with-colons "=$1 <$1@example.org>" | awk -F: '/^fpr/{print $10; exit}'; }

# key NAME PASSPHRASE PRIMARY-ALGORITHM [ALGORITHM:USAGE]…
key() {
  name=$1 pass=$2 primary=$3
  shift 3
  quiet_gpg --passphrase "$pass" --quick-generate-key "$name <$name@example.org>" "$primary" cert never
  fpr=$(fingerprint "$name")
  for sub in "$@"; do
    quiet_gpg --passphrase "$pass" --quick-add-key "$fpr" "${sub%:*}" "${sub#*:}" never
  done
  quiet_gpg --passphrase "$pass" --armor --export-secret-keys "$fpr" > "$out/$name.asc"
}

agent 's2k-count 1024'
key rsa2048 'rsa2048 passphrase' rsa2048 rsa2048:sign rsa2048:encr rsa2048:auth
key rsa3072 'rsa3072 passphrase' rsa3072 rsa3072:sign rsa3072:encr rsa3072:auth
key rsa4096 'rsa4096 passphrase' rsa4096 rsa4096:sign rsa4096:encr rsa4096:auth
for curve in nistp256 nistp384 nistp521 brainpoolP256r1 brainpoolP384r1 brainpoolP512r1; do
  key "$curve" "$curve passphrase" "$curve/ecdsa" "$curve/ecdsa:sign" "$curve/ecdh:encr" "$curve/ecdsa:auth"
done
key ed25519 'ed25519 passphrase' ed25519 ed25519:sign cv25519:encr ed25519:auth
key unprotected '' ed25519 ed25519:sign cv25519:encr ed25519:auth
key elgamal 'elgamal passphrase' rsa2048 rsa2048:sign elg2048:encr
key secp256k1 'secp256k1 passphrase' ed25519 secp256k1/ecdsa:sign
key rsa1024 'rsa1024 passphrase' rsa2048 rsa1024:sign
key cert-only 'cert passphrase' ed25519

quiet_gpg --passphrase 'primary passphrase' --quick-generate-key 'primary-only <primary-only@example.org>' ed25519 'cert,sign' never
quiet_gpg --passphrase 'primary passphrase' --armor --export-secret-keys "$(fingerprint primary-only)" > "$out/primary-only.asc"

# The primary key signs; an older and a newer decryption subkey; one revoked, one expired.
quiet_gpg --passphrase 'choice passphrase' --faked-system-time 20240101T000000 \
  --quick-generate-key 'choice <choice@example.org>' ed25519 'cert,sign' never
fpr=$(fingerprint choice)
for day in 20240102 20240103; do
  quiet_gpg --passphrase 'choice passphrase' --faked-system-time "${day}T000000" --quick-add-key "$fpr" cv25519 encr never
done
quiet_gpg --passphrase 'choice passphrase' --faked-system-time 20240104T000000 --quick-add-key "$fpr" cv25519 encr 7d
quiet_gpg --passphrase 'choice passphrase' --faked-system-time 20240105T000000 --quick-add-key "$fpr" cv25519 encr never
printf 'key 4\nrevkey\ny\n0\n\ny\nsave\n' |
  gpg --no-tty --quiet --command-fd 0 --pinentry-mode loopback --passphrase 'choice passphrase' --edit-key "$fpr" >/dev/null 2>&1
quiet_gpg --passphrase 'choice passphrase' --armor --export-secret-keys "$fpr" > "$out/choice.asc"

# Only the subkeys leave, as gpg --export-secret-subkeys does it: the primary becomes a gnu-dummy.
fpr=$(fingerprint ed25519)
quiet_gpg --passphrase 'ed25519 passphrase' --armor --export-secret-subkeys "$fpr" > "$out/dummy-primary.asc"
quiet_gpg --passphrase 'ed25519 passphrase' --export-secret-keys "$fpr" > "$out/ed25519.gpg"
quiet_gpg --armor --export "$fpr" > "$out/public-only.asc"

agent 's2k-count 65011712'
key default-count 'default passphrase' rsa4096 rsa4096:sign rsa4096:encr rsa4096:auth
