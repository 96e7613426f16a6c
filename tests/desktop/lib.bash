# What the scripts of tests/desktop are made of. Sourced, not run; the folder is the repository.

passed=0
failed=0
# Everything a script starts, to be ended at the end: by id, never by name.
started=()

# ---------------------------------------------------------------------------------------- machine

# Installs what is missing: a display, a hand for keys, and what the window needs of a desktop.
install_packages() { # more packages
    local package missing=()
    for package in xvfb openbox xdotool imagemagick x11-utils x11-xkb-utils libgl1-mesa-dri libgl1 libegl1 \
        libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libxrandr2 libxrender1 procps python3 "$@"; do
        dpkg-query -Wf '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${missing[@]}"
}

# Builds the programs, and works with copies: a build meanwhile changes nothing. OFFCIRC_PROGRAMS
# names a folder that has them built already.
prepare() {
    local built=${OFFCIRC_PROGRAMS:-${CARGO_TARGET_DIR:-target}/release}
    [[ -n ${OFFCIRC_PROGRAMS:-} ]] || cargo build --release --bins
    work=$(mktemp -d)
    trap clean_up EXIT
    mkdir "$work/bin" "$work/home"
    cp "$built/offcirc" "$built/offcirc-cli" "$work/bin/"
    # A user of its own: nothing of this machine's user is read or written.
    export HOME=$work/home XDG_DATA_HOME=$work/home/data XDG_RUNTIME_DIR=$work/home USER=desk
    export LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
    unset WAYLAND_DISPLAY OFFCIRC_RENDERER
    data=$work/files
    dat=$data/OffCirc.dat
}

clean_up() {
    local id
    for id in "${started[@]}"; do
        kill -9 "$id" 2>/dev/null || true
    done
    # Else the folder is still being written to.
    wait "${started[@]}" 2>/dev/null || true
    local mount
    for mount in $(awk -v work="$work/" 'index($2, work) == 1 { print $2 }' /proc/mounts); do
        umount -l "$mount"
    done
    # Never through a mount that is still there.
    rm -rf --one-file-system "$work"
}

# Starts an X server, which picks a free number itself. Without -noreset it would start anew whenever
# its last client leaves.
start_display() {
    rm -f "$work/display"
    Xvfb -displayfd 3 -screen 0 1280x1300x24 -nolisten tcp -noreset 3>"$work/display" \
        >/dev/null 2>&1 &
    started+=($!)
    within 20 test -s "$work/display"
    DISPLAY=:$(<"$work/display")
    export DISPLAY
    # Out of the way: what the pointer stands on looks different.
    xdotool mousemove 1279 1299
}

start_window_manager() {
    openbox >/dev/null 2>&1 &
    started+=($!)
    within 20 sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"'
}

# ----------------------------------------------------------------------------------------- checks

# check WHAT COMMAND...: one line a check, whatever the command prints.
check() {
    local what=$1
    shift
    if "$@" >>"$work/details" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $what"
    else
        failed=$((failed + 1))
        echo "FAILED  $what"
        mkdir -p target/desktop-test
        import -window root "target/desktop-test/failed-$failed.png" || true
    fi
}

# The last line of a script, and what it ends with.
sum_up() {
    if ((failed)); then cp "$work/details" target/desktop-test/details.txt; fi
    echo "$passed passed, $failed failed"
    ((failed == 0))
}

# within SECONDS COMMAND...: waits until the command succeeds; fails when it does not in time.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < end)) || return 1
        sleep 0.05
    done
}

not() { ! "$@"; }

# ----------------------------------------------------------------------------------------- window

# Starts the program on a data folder and waits until its window takes keys: its process is $id.
start() { # folder
    LC_ALL=${language:-$LC_ALL} "$work/bin/offcirc" --data-dir "$1" 2>>"$work/details" &
    id=$!
    started+=("$id")
    within 30 has_focus "$id" && within 10 still
}

window() { # process
    xdotool search --all --onlyvisible --pid "$1" --name '^OffCirc$' | head -n 1
}

has_focus() { # process
    local window
    window=$(window "$1")
    [[ -n $window ]] && xdotool windowactivate "$window" && [[ $(xdotool getwindowfocus) == "$window" ]]
}

# Nothing has been drawn for a moment.
still() { [[ $(screen frames 0.2) -eq 0 ]]; }

screen() { python3 tests/desktop/screen.py "$@"; }

# Where a window is, as "x y width height".
place() { # window
    local X Y WIDTH HEIGHT WINDOW SCREEN
    eval "$(xdotool getwindowgeometry --shell "$1")"
    echo "$X $Y $WIDTH $HEIGHT"
}

kill_hard() { # process
    kill -9 "$1"
    wait "$1" 2>/dev/null || true
}

# The process ends by itself, with this code.
ends_with() { # code process
    local code=0
    within 20 not running "$2" || return 1
    wait "$2" || code=$?
    ((code == $1))
}

running() { [[ -d /proc/$1 && $(ps -o stat= "$1") != Z* ]]; }

# A scanner: the keys of each barcode, 5 ms each, and Return.
scan() {
    local barcode
    for barcode; do
        xdotool type --delay 5 -- "$barcode"
        xdotool key Return
    done
}

# ------------------------------------------------------------------------------------ OffCirc.dat

# What the format demands, made without the program: a line for each "L borrower item" or "R item"
# on standard input, the minute left out.
expected() {
    awk '$1 == "L" { printf "L%-80s%s\r\n", $3, $2 } $1 == "R" { printf "R%-80s\r\n", $2 }'
}

# A file is that, line by line, each at a minute between $begin and now.
is_expected() { # file
    awk -v from="$begin" -v to="$(now)" '
        { minute = substr($0, 1, 12) }
        minute !~ /^[0-9]+$/ || minute < from || minute > to { print "bad minute in line " NR; exit 1 }
        { print substr($0, 13) }' "$1" >"$work/without-minutes" &&
        cmp "$work/without-minutes" "$work/expected"
}

lines() { [[ -f $1 && $(wc -l <"$1") -eq $2 ]]; } # file count

now() { date +%Y%m%d%H%M; }

# So many transactions of an earlier day, in the format.
earlier() { # count
    awk -v count="$1" 'BEGIN {
        for (n = 0; n < count; n++)
            printf "20260102%02d%02dL%-80.0f%.0f\r\n", 8 + int(n * 10 / count), n % 60, 30001000000000 + n, 20001000000000 + n % 977
    }'
}

# Pastes lines, as somebody does who copied them elsewhere.
paste() { # line...
    printf '%s\n' "$@" | xclip -selection clipboard
    xdotool key ctrl+v
}
