# A scanner set to a US keyboard: it presses the keys that type a barcode there, whatever this
# computer's keyboard is. Sourced, not run.

# The X keycode of each character's key (an evdev code and 8), with shift+ where Shift is held.
declare -A us_key=([' ']=65 ['\']=51)
us_row() { # first keycode, characters, the same with Shift
    local place
    for ((place = 0; place < ${#2}; place++)); do
        us_key[${2:place:1}]=$(($1 + place))
        us_key[${3:place:1}]=shift+$(($1 + place))
    done
}
us_row 10 '1234567890-=' '!@#$%^&*()_+'
us_row 24 'qwertyuiop[]' 'QWERTYUIOP{}'
us_row 38 "asdfghjkl;'" 'ASDFGHJKL:"'
us_row 52 'zxcvbnm,./' 'ZXCVBNM<>?'

# Adds the keys of a text to those to be sent.
us_sent=()
us_keys() { # text
    local place
    for ((place = 0; place < ${#1}; place++)); do us_sent+=("${us_key[${1:place:1}]}"); done
}

# Sends them, 2 ms a key.
send() {
    xdotool key --delay 2 "${us_sent[@]}"
    us_sent=()
}

# Barcodes one behind the other without a pause, each with Return or Tab behind it.
us_scan() { # Return|Tab barcode...
    local end=36 barcode
    [[ $1 == Return ]] || end=23
    shift
    for barcode; do
        us_keys "$barcode"
        us_sent+=("$end")
    done
    send
}
