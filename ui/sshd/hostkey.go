package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	gossh "golang.org/x/crypto/ssh"
)

// maxKeyFile is the size in bytes above which a file cannot be an ed25519 key.
const maxKeyFile = 16 << 10

// HostKey loads an ed25519 key from a file in OpenSSH's format. If there is no such
// file, it creates one with a new key, which only its owner may read. The error
// names the file, the fault and its remedy.
func HostKey(file string) (gossh.Signer, error) {
	key, err := loadHostKey(file)
	if errors.Is(err, fs.ErrNotExist) {
		if err := createHostKey(file); err != nil && !errors.Is(err, fs.ErrExist) { // another server was faster
			return nil, fmt.Errorf("host key %s: %w; name a place for it with --host-key", file, withoutPath(err))
		}
		key, err = loadHostKey(file)
	}
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", file, withoutPath(err))
	}
	return key, nil
}

// loadHostKey reads a key from a regular file that only its owner may read.
func loadHostKey(file string) (gossh.Signer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // was only read
	switch info, err := f.Stat(); {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("is no regular file; name another with --host-key")
	case info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows": // which has no such bits
		return nil, fmt.Errorf("others may read or write it (mode %#o); chmod 600 it, or make a new one if it was read", info.Mode().Perm())
	case info.Size() > maxKeyFile:
		return nil, errors.New("is too large for a key; name another with --host-key")
	}
	text, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return nil, err
	}
	key, err := gossh.ParsePrivateKey(text)
	var locked *gossh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return nil, errors.New("has a passphrase; ssh-keygen -p takes it off")
	case err != nil:
		return nil, errors.New("is no private key in OpenSSH's format; ssh-keygen -t ed25519 makes one")
	case key.PublicKey().Type() != gossh.KeyAlgoED25519:
		return nil, fmt.Errorf("is of type %s; ssh-keygen -t ed25519 makes the right one", key.PublicKey().Type())
	}
	return key, nil
}

// createHostKey writes a new key to a file that does not exist; otherwise it fails
// with fs.ErrExist. A reader never sees half of a key.
func createHostKey(file string) error {
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(secret, "voxatlas host key")
	if err != nil {
		return err
	}
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".host-key-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // the link stays
	_, err = f.Write(pem.EncodeToMemory(block))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), file)
}

// withoutPath returns err without the path, which the caller names itself.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
