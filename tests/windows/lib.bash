# What the checks of tests/windows/run are made of. Sourced, not run.

passed=0
failed=0
# Everything this run starts, to be ended at the end: by id, never by name.
started=()

# check WHAT COMMAND...: one line a check, whatever the command prints.
check() {
    local what=$1
    shift
    if "$@" >>"$work/details.txt" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $what"
    else
        failed=$((failed + 1))
        echo "FAILED  $what"
        picture "failed-$failed" || true
    fi
}

# within SECONDS COMMAND...: waits until the command succeeds; fails when it does not in time.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < end)) || return 1
        sleep 0.1
    done
}

not() { ! "$@"; }

# ------------------------------------------------------------------------------------------ machine

# Starts a display with a window manager and leaves its name in new_display; arguments go to the X
# server, which picks a free number itself. Without -noreset it would start anew, and lose the window
# manager, whenever its last client leaves.
start_display() {
    local name=$work/display-${#started[@]}
    Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset "$@" 3>"$name" >/dev/null 2>&1 &
    started+=($!)
    within 20 test -s "$name" || return 1
    new_display=:$(<"$name")
    DISPLAY=$new_display openbox >/dev/null 2>&1 &
    started+=($!)
    within 20 env DISPLAY="$new_display" \
        sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"'
}

stop_everything() {
    local id
    [[ -d ${WINEPREFIX:-} ]] && timeout 20 wineserver -k || true
    for id in "${started[@]}"; do
        kill "$id" 2>/dev/null || true
    done
}

wine() { /usr/lib/wine/wine64 "$@"; }

# Wine 8 has no bcryptprimitives.dll, which every Rust program for Windows 10 imports for its random
# numbers. This one lets it start; it is a test aid and goes nowhere else.
make_prefix() {
    rm -rf "$WINEPREFIX"
    wine wineboot -i >/dev/null 2>&1
    timeout 60 wineserver -w
    cat >"$work/bcryptprimitives.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
C
    x86_64-w64-mingw32-gcc -shared -O2 -s -o "$c/windows/system32/bcryptprimitives.dll" \
        "$work/bcryptprimitives.c" -ladvapi32
}

# Wine keeps the display of its first program: a program for another display needs a fresh start.
stop_wine() {
    timeout 60 wineserver -k || true
    timeout 60 wineserver -w || true
}

# The ids of our programs that run in this prefix.
running() {
    local id
    for id in $(pgrep -f 'offcirc[a-z-]*\.exe' || true); do
        if tr '\0' '\n' <"/proc/$id/environ" 2>/dev/null | grep -qxF "WINEPREFIX=$WINEPREFIX"; then
            echo "$id"
        fi
    done
}
nothing_runs() { [[ -z $(running) ]]; }

kill_program() {
    local id
    for id in $(running); do kill -9 "$id" 2>/dev/null || true; done
    within 20 nothing_runs
}

# ------------------------------------------------------------------------------------------- window

window() { xdotool search --onlyvisible --name '^OffCirc$' | head -n 1; }
window_shows() { [[ -n $(window) ]]; }
no_window() { [[ -z $(window) ]]; }

# Waits for the window, and until it takes keys.
ready() {
    within 60 window_shows || return 1
    xdotool windowactivate --sync "$(window)" 2>/dev/null || true
    within 10 sh -c '[ "$(xdotool getactivewindow getwindowname)" = OffCirc ]'
}

close_window() { ready && xdotool key alt+F4 && within 30 nothing_runs; }

# Taken when nothing moves any more: the file is there before the frame that says so.
picture() {
    within 5 still || true
    import -window root "$work/$1.png"
}
still() { [[ $(pixels) == "$(sleep 0.2 && pixels)" ]]; }
pixels() { import -window root rgb:- | md5sum; }

# A scanner: the keys of a barcode, 5 ms each, and Return.
scan() {
    xdotool type --delay 5 -- "$1"
    xdotool key Return
}

# -------------------------------------------------------------------------------------- OffCirc.dat

# What FORMAT says, made without the program: a line for each "L borrower item" or "R item" on
# standard input, the minute left out.
expected() {
    awk '$1 == "L" { printf "L%-80s%s\r\n", $3, $2 } $1 == "R" { printf "R%-80s\r\n", $2 }'
}

# The same of a file, when each of its lines starts with a minute between the two given.
without_minutes() { # file from to
    awk -v from="$2" -v to="$3" '
        { minute = substr($0, 1, 12) }
        minute !~ /^[0-9]+$/ || minute < from || minute > to { print "bad minute in line " NR; exit 1 }
        { print substr($0, 13) }' "$1"
}

lines() { [[ -f $1 && $(wc -l <"$1") -eq $2 ]]; }

now() { date +%Y%m%d%H%M; }

same_as_expected() { # file from: against "$work/expected"
    without_minutes "$1" "$2" "$(now)" >"$work/written" && cmp "$work/written" "$work/expected"
}
