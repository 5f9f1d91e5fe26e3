#!/usr/bin/env bash
# Makes this copy of rsc.io/markdown anew. See README.md. For another version, change
# it here and in the go.mod of the program.
set -euo pipefail
cd "$(dirname "$0")"
version=v0.0.0-20241212154241-6bf72452917f

upstream=$(cd "$(mktemp -d)" && go mod download -json "rsc.io/markdown@$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
rm -f ./*.go
for file in "$upstream"/*.go; do
  # Neither tests nor the programs that generate the tables.
  case $file in *_test.go) continue ;; esac
  grep -q '^//go:build ignore' "$file" || install -m 644 "$file" .
done
install -m 644 "$upstream/LICENSE" .

# The tables are made when they are first used, and not before main.
for table in emoji:zemoji.go htmlEntity:zentity.go; do
  name=${table%:*} file=${table#*:}
  sed -i -e "s/^var $name = map\[string\]string{/var $name = sync.OnceValue(func() map[string]string { return map[string]string{/" \
    -e 's/^}$/}})/' -e 's/^package markdown$/&\n\nimport "sync"/' "$file"
done
sed -i 's/htmlEntity\[/htmlEntity()[/' html.go
sed -i 's/emoji\[name\]/emoji()[name]/' inline.go
sed -i 's/mdUnescaper\.Replace/mdUnescaper().Replace/' code.go lex.go link.go
sed -i -e 's/range htmlEntity {/range htmlEntity() {/' -e 's/^var mdUnescaper = func() \*strings.Replacer {/var mdUnescaper = sync.OnceValue(func() *strings.Replacer {/' \
  -e 's/^}()$/})/' -e 's/^\t"strings"$/&\n\t"sync"/' lex.go
gofmt -w ./*.go
go vet .
