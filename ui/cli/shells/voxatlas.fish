# fish completion for voxatlas                             -*- shell-script -*-

function __voxatlas_complete
    set -l before (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $before[1])
    # The word at the cursor without its quote, which may be open, also behind --flag=.
    set -l current (commandline -ct)
    if not set current (string replace -r '^(--[^=]*=)?[\'"]' '$1' -- $current)
        set current (string unescape -- (commandline -ct))
    end
    set -l out ($program __complete $before[2..-1] "$current" 2>/dev/null)
    or return
    set -l directive (string replace ':' '' -- $out[-1])
    set -e out[-1]
    test (math "bitand($directive, 1)") -ne 0; and return
    if test (math "bitand($directive, 8)") -ne 0
        __fish_complete_path "$current" | string match -r "^[^\t]*(?:/|\.$out[1])(?:\t.*)?\$"
        return
    else if test (math "bitand($directive, 16)") -ne 0
        __fish_complete_directories "$current" ''
        return
    else if test (math "bitand($directive, 4)") -eq 0
        __fish_complete_path "$current"
    end
    # A proposal for --flag=value is the value alone.
    set -l flag (string match -r -- '^--[^=]*=' "$current")
    for line in $out
        echo "$flag$line"
    end
end

complete -c voxatlas -f -k -a '(__voxatlas_complete)'
