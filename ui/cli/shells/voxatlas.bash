# bash completion for voxatlas                             -*- shell-script -*-
#
# bash hands over the command line as it was typed, quotes and all. Here it is split as
# bash would, so that words may stand in quotes, and the proposals begin where readline
# begins to replace: behind an open quote, or behind the last colon, equals sign ...

# __voxatlas_split sets words to the words of a command line without quotes, the last of
# which is to be completed; quote to the quote that is open in it; and head to the part
# of it that readline leaves alone.
__voxatlas_split() {
    local line=$1 c i word= started=
    words=() quote= head=
    for ((i = 0; i < ${#line}; i++)); do
        c=${line:i:1}
        if [[ $quote == "'" && $c != "'" ]]; then
            word+=$c
        elif [[ $c == "$quote" ]]; then
            quote= head=$word
        elif [[ $c == "\\" ]]; then
            i=$((i + 1)) started=1
            [[ $quote && ${line:i:1} != [\"\\\$\`] ]] && word+=$c
            word+=${line:i:1}
        elif [[ $quote ]]; then
            word+=$c
        elif [[ $c == [\"\'] ]]; then
            quote=$c head=$word started=1
        elif [[ $c == [[:space:]] ]]; then
            [[ $started ]] && words+=("$word")
            word= head= started=
        else
            word+=$c started=1
            [[ $COMP_WORDBREAKS == *"$c"* ]] && head=$word
        fi
    done
    words+=("$word")
}

# __voxatlas_quote sets reply to a text as it must stand on the command line.
__voxatlas_quote() {
    reply=$1
    case $quote in
    "'")
        reply=${reply//\'/\'\\\'\'}
        ;;
    '"')
        reply=${reply//\\/\\\\} reply=${reply//\"/\\\"} reply=${reply//\$/\\\$} reply=${reply//\`/\\\`}
        ;;
    *)
        [[ $reply == *[[:space:]\'\"\\\`\$\&\|\;\<\>\(\)\{\}\[\]\*\?\!\#\~]* ]] && printf -v reply %q "$reply"
        ;;
    esac
}

# __voxatlas_files proposes folders, and the files whose names match $1, if it is given.
__voxatlas_files() {
    local file
    compopt -o filenames 2> /dev/null
    while IFS= read -r file; do
        COMPREPLY+=("$file")
    done < <(compgen -d -- "$part"; [[ $1 ]] && compgen -f -X "!$1" -- "$part")
}

# __voxatlas_describe appends to each of several proposals its description.
__voxatlas_describe() {
    local i text longest=0 room
    for i in "${!COMPREPLY[@]}"; do
        ((${#COMPREPLY[i]} > longest)) && longest=${#COMPREPLY[i]}
    done
    room=$((${COLUMNS:-80} - longest - 4))
    ((${#COMPREPLY[@]} > 1 && room > 8 && COMP_TYPE != 37 && COMP_TYPE != 42)) || return
    for i in "${!COMPREPLY[@]}"; do
        [[ ${descriptions[i]} ]] || continue
        ((${#descriptions[i]} > room)) && descriptions[i]="${descriptions[i]:0:room-3}..."
        printf -v text "%-${longest}s  (%s)" "${COMPREPLY[i]}" "${descriptions[i]}"
        COMPREPLY[i]=$text
    done
}

__voxatlas_complete() {
    local words quote head
    __voxatlas_split "${COMP_LINE:0:COMP_POINT}"
    local n=$((${#words[@]} - 1))
    local word=${words[n]}
    local part=${word#"$head"} out directive line value reply tab=$'\t'
    local descriptions=()
    COMPREPLY=()
    if ((n > 0)) && [[ ${words[n - 1]} == *[\<\>] ]]; then
        __voxatlas_files '*'
        return
    fi
    out=$("${1/#\~\//$HOME/}" __complete "${words[@]:1}" 2> /dev/null) || return
    directive=${out##*:}
    out=${out%:*}
    ((directive & 1)) && return
    if type -t compopt > /dev/null; then
        ((directive & 2)) && compopt -o nospace 2> /dev/null
        ((directive & 4)) && compopt +o default 2> /dev/null
        ((directive & 32 && (BASH_VERSINFO[0] > 4 || BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] > 3))) && compopt -o nosort 2> /dev/null
    fi
    if ((directive & 8)); then
        __voxatlas_files "*.${out%%$'\n'*}"
        return
    elif ((directive & 16)); then
        __voxatlas_files
        return
    fi
    [[ $word == -*=* && $head != -*=* ]] && head=${word%%=*}=
    while IFS= read -r line; do
        value=${line%%"$tab"*}
        # A proposal for --flag=value is the value alone.
        [[ $word == -*=* ]] && value=${word%%=*}=$value
        [[ $value && $value == "$word"* ]] || continue
        __voxatlas_quote "${value#"$head"}"
        COMPREPLY+=("$reply")
        [[ $line == *"$tab"* ]] && descriptions[${#COMPREPLY[@]} - 1]=${line#*"$tab"}
    done <<< "$out"
    __voxatlas_describe
}

if type -t compopt > /dev/null; then
    complete -o default -F __voxatlas_complete voxatlas
else
    complete -o default -o nospace -F __voxatlas_complete voxatlas
fi
