#compdef voxatlas
compdef _voxatlas voxatlas

# zsh completion for voxatlas                              -*- shell-script -*-

_voxatlas() {
    local -a before values shown flags
    local current out directive line value longest=0 tab=$'\t'
    # The words before the cursor without their quotes; of the one at the cursor, the
    # part up to the cursor, which may have an open quote.
    before=("${(@Q)words[2,CURRENT-1]}")
    compset -P '--*='
    current="${(Q)IPREFIX}${(Q)PREFIX}"
    out=$("${(Q)words[1]/#\~/$HOME}" __complete "${before[@]}" "$current" 2> /dev/null) || return 1
    directive=${out##*:}
    out=${out%:*}
    (( directive & 1 )) && return 1
    if (( directive & 8 )); then
        _files -g "*.${out%%$'\n'*}"
        return
    elif (( directive & 16 )); then
        _files -/
        return
    fi
    for line in "${(@f)out}"; do
        value=${line%%$tab*}
        [[ -n $value ]] || continue
        values+=("$value")
        (( $#value > longest )) && longest=$#value
    done
    for line in "${(@f)out}"; do
        value=${line%%$tab*}
        [[ -n $value ]] || continue
        [[ $line == *$tab* ]] && value="${(r:longest:)value}  -- ${line#*$tab}"
        shown+=("$value")
    done
    (( directive & 2 )) && flags+=(-S '')
    (( directive & 32 )) && flags+=(-V voxatlas)
    (( ${#values} )) && compadd "${flags[@]}" -l -d shown -a values && return
    (( directive & 4 )) || _files
}

# Loaded by the completion system from a file in $fpath, or evaluated.
if [[ $funcstack[1] == _voxatlas ]]; then _voxatlas; fi
