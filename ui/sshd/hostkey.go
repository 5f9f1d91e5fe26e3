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

// maxKey is the size in bytes beyond which a file is no ed25519 key.
const maxKey = 16 << 10

// HostKey is the ed25519 key in a file in OpenSSH's format. When there is no
// such file it makes one that nobody else can read, with a new key. The error
// names the file, what is wrong with it and what to do.
func HostKey(file string) (gossh.Signer, error) {
	key, err := readKey(file)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeKey(file); err != nil && !errors.Is(err, fs.ErrExist) { // another server was faster
			return nil, fmt.Errorf("host key %s: %w; name a place for it with --host-key", file, reason(err))
		}
		key, err = readKey(file)
	}
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", file, reason(err))
	}
	return key, nil
}

func readKey(file string) (gossh.Signer, error) {
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
	case info.Size() > maxKey:
		return nil, errors.New("is too large for a key; name another with --host-key")
	}
	text, err := io.ReadAll(io.LimitReader(f, maxKey))
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

// makeKey writes a new key. A file that exists is left alone, and a reader never
// sees half of one.
func makeKey(file string) error {
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

// reason is err without the path, which has been named.
func reason(err error) error {
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
