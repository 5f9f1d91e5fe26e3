package sshd

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

func TestHostKeyIsMadeOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "voxatlas", "host_key")
	var wg sync.WaitGroup
	keys := make([]gossh.Signer, 8)
	for i := range keys { // servers that start together share the key
		wg.Go(func() {
			var err error
			if keys[i], err = HostKey(file); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	again, err := HostKey(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		if !bytes.Equal(k.PublicKey().Marshal(), again.PublicKey().Marshal()) {
			t.Fatal("not the same key each time")
		}
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if left, err := os.ReadDir(filepath.Dir(file)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestHostKeysThatAreRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, text []byte, mode os.FileMode) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, text, mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		return file
	}
	text := func(block *pem.Block, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return pem.EncodeToMemory(block)
	}
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := text(gossh.MarshalPrivateKey(ed, ""))
	for _, test := range []struct{ name, file, want string }{
		{"open", write("open", good, 0o644), "chmod 600"},
		{"group", write("group", good, 0o640), "chmod 600"},
		{"junk", write("junk", []byte("junk"), 0o600), "no private key"},
		{"empty", write("empty", nil, 0o600), "no private key"},
		{"large", write("large", bytes.Repeat(good, 100), 0o600), "too large"},
		{"kind", write("kind", text(gossh.MarshalPrivateKey(ec, "")), 0o600), "ecdsa"},
		{"locked", write("locked", text(gossh.MarshalPrivateKeyWithPassphrase(ed, "", []byte("x"))), 0o600), "passphrase"},
		{"folder", dir, "regular"},
		{"under a file", filepath.Join(write("file", good, 0o600), "key"), "not a directory"},
		{"nowhere", "/proc/none/key", "--host-key"},
	} {
		key, err := HostKey(test.file)
		if err == nil || key != nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.file) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	if after, err := os.ReadFile(filepath.Join(dir, "junk")); err != nil || string(after) != "junk" {
		t.Errorf("the refused file was changed: %q, %v", after, err)
	}
}
