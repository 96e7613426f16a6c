# Every sentence the program says, in English. The other files of this folder say the same, key by key.
# Column and line numbers count from 1, as text editors show them.

# Words of the field
mode-loan = Loan
mode-return = Return
field-borrower = Borrower
field-item = Item barcode
field-borrower-hint = Scan the borrower’s card
field-item-hint = Scan the item
choose-transaction = Choose transaction
kind-loan = Loan
kind-return = Return

# Buttons; their shortcut stands beside them
command-loan = Loan
command-return = Return
command-end-borrower = Next borrower
command-save = Save to file
command-exit = Exit
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-reset = Usual size
button-exit-anyway = Exit all the same
button-stay = Back to the desk
button-try-again = Try again
button-clock-right = The clock is right
button-close-message = Close

# The band: the last result, and what comes next
band-ready-loan = Ready to lend
band-ready-return = Ready to take back
band-next-borrower = Scan the borrower’s card.
band-next-item = Scan the item.
band-next-item-or-borrower = Scan the next item, or press { $key } for the next borrower.
band-borrower = Borrower { $borrower }
band-borrower-ended = Borrower done
band-borrower-ended-items = { $items ->
    [0] Nothing was lent to { $borrower }.
    [one] One item lent to { $borrower }.
   *[other] { $items } items lent to { $borrower }.
}
band-loan-pending = Lending { $item } …
band-loan-saved = Lent: { $item }
band-return-pending = Taking back { $item } …
band-return-saved = Returned: { $item }
band-to-borrower = to borrower { $borrower }
band-set-aside = Set aside: { $item }
band-set-aside-what = On this computer, not in OffCirc.dat yet. Go on scanning: it moves over by itself.
band-not-saved = Not saved: { $item }
band-not-saved-what = It exists only on this screen. Write it down, keep this window open.
band-refused = Refused: { $text }
band-borrower-first = Nothing lent: no borrower
band-borrower-first-what = Scan the borrower’s card, then the item again.
band-no-such-time = The computer’s date can’t be written
band-no-such-time-what = Set the computer’s clock, then scan again.
items-lent = { $items ->
    [one] { $items } item lent
   *[other] { $items } items lent
}

# Why a barcode is refused
barcode-empty = The barcode is empty.
barcode-too-long = It has { $length } characters; the file has room for 80. Scan again.
barcode-control-character = Character { $column } is no letter, digit or sign. Scan again.
barcode-foreign-character = Character { $column }, “{ $character }”, can’t stand in a barcode. Scan again.
barcode-outer-space = Character { $column } is a space at its start or end. Scan again.
barcode-double-space = Character { $column } starts two spaces in a row. Scan again.

# The list
list-empty = Nothing scanned yet. What you scan appears here, the newest on top.
list-time = Time
list-kind = Type
list-item = Item
list-borrower = Borrower
list-state = State
state-pending = Saving …
state-saved = Saved
state-set-aside = Set aside
state-not-saved = Not saved
state-earlier = Earlier
row = { $time }, { $kind }, item { $item }, { $borrower ->
    [none] no borrower
   *[other] borrower { $borrower }
}, { $state }

# The line at the bottom
status-in-file = { $count ->
    [one] { $count } transaction in { $file }
   *[other] { $count } transactions in { $file }
}
status-all-saved = All saved
status-pending = { $count } being saved
status-set-aside = { $count } set aside
status-not-saved = { $count } not saved
status-opening = Opening the folder …

# Save to file
save-waiting = Waiting until all is written …
save-all = { $count ->
    [0] Nothing was scanned in this session, so there is nothing to save.
    [one] The one transaction of this session is in { $file }.
   *[other] All { $count } transactions of this session are in { $file }.
}
save-missing = { $found } of { $count } transactions of this session are in { $file }.
save-missing-what = { $missing ->
    [one] One is not there: see its state in the list. Somebody may have moved or edited the file.
   *[other] { $missing } are not there: see their state in the list. Somebody may have moved or edited the file.
}
save-failed = { $file } could not be read back.

# Messages above the fields
folder-failed = The data folder can’t be used
folder-failed-what = Go on scanning: what you scan is kept on this computer and moves over by itself.
trouble-no-space = The disk is full ({ $path }). Delete or move something from it.
trouble-not-allowed = This account may not write there ({ $path }). Ask IT for the right to write, or use another folder.
trouble-gone = It is not there ({ $path }). Plug the stick in, or connect the drive or the share.
trouble-busy = Another program holds it ({ $path }). Close that program.
trouble-spool = This computer’s own folder fails too: { $trouble }
trouble-other = { $detail } ({ $path })
recovered = A transaction was cut short
recovered-what = The computer or the program stopped while it was being written. Scan it again: { $text }
a-loan = loan of { $item } to { $borrower }, { $time }
a-return = return of { $item }, { $time }
recovered-empty-what = The computer stopped while writing. If the last item scanned is not in the list, scan it again.
recovered-kept = The bytes are kept in { $path }.
moved-over = { $count ->
    [one] One transaction that had been set aside is in OffCirc.dat now.
   *[other] { $count } transactions that had been set aside are in OffCirc.dat now.
}
elsewhere = Transactions wait for another folder
elsewhere-what = { $count ->
    [one] One waits for { $folder }.
   *[other] { $count } wait for { $folder }.
} They move over when OffCirc is started with that folder. Until then they are in { $file }.
unreadable = { $count ->
    [one] One line of OffCirc.dat can’t be read
   *[other] { $count } lines of OffCirc.dat can’t be read
}
unreadable-what = Nothing is lost: they stay as they are, and work goes on. Show them to whoever uploads the file.
unreadable-line = Line { $line }, column { $column }: { $reason }
unreadable-more = … and { $count } more.
unreadable-file = What OffCirc.dat held before can’t be shown
unreadable-file-what = New transactions are recorded all the same.
reason-ends-early = the line ends too early
reason-too-long = the line is too long ({ $length } bytes)
reason-not-a-digit = a digit of date and time was expected
reason-no-such-time = there is no such date and time
reason-unknown-kind = L (loan) or R (return) was expected
reason-item = the item is no barcode
reason-no-borrower = the loan has no borrower
reason-borrower = the borrower is no barcode
reason-text-after-item = a return has nothing after its item

# The clock
clock-before-build = The computer’s clock is wrong
clock-before-build-what = It shows { $now }, but this program was made on { $built }.
clock-jumped = The computer’s clock has jumped
clock-jumped-forward-what = It went forward by { $minutes } minutes. If the computer was asleep, all is well.
clock-jumped-back-what = It went back by { $minutes } minutes.
clock-behind = The computer’s clock may be wrong
clock-behind-what = It shows { $now }, but the latest transaction of the file is of { $last }.
clock-how-windows = Alma computes due dates from it. To set it: right-click the clock of the taskbar, “Adjust date and time”.
clock-how-macos = Alma computes due dates from it. To set it: System Settings, General, Date & Time.
clock-how-other = Alma computes due dates from it. Set it in the system’s settings for date and time.

# Closing
close-title = Not everything is in OffCirc.dat
close-pending = { $count ->
    [one] One transaction is still being written. It would be lost:
   *[other] { $count } transactions are still being written. They would be lost:
}
close-not-saved = { $count ->
    [one] One transaction exists only on this screen. It would be lost:
   *[other] { $count } transactions exist only on this screen. They would be lost:
}
close-set-aside = { $count ->
    [one] One transaction is set aside on this computer. It is safe, and moves to OffCirc.dat when OffCirc is started again.
   *[other] { $count } transactions are set aside on this computer. They are safe, and move to OffCirc.dat when OffCirc is started again.
}
close-more = … and { $count } more.

# Another window
in-use = OffCirc is open already
in-use-what = The folder { $folder } is open in another window since { $since } (user { $user }, computer { $computer }). Work there, or close it and try again.
in-use-unknown = unknown
no-folder = No folder for OffCirc.dat
no-folder-what = This account has no folder of its own for data. Start OffCirc with --data-dir and a folder.

# When there is no window
no-renderer = OffCirc can’t open its window: nothing on this computer can draw it.
    Update the driver of the graphics card, or ask IT to do it. Until then, offcirc-cli records without a window.
    { $causes }
crashed = OffCirc has failed and must be started again. Everything that was shown as saved is saved. The report is in { $path }.
crashed-unwritten = OffCirc has failed and must be started again. Everything that was shown as saved is saved. No report could be written: { $why }

# offcirc-cli
cli-kind = the line starts with neither L nor R
cli-fields-loan = a loan has three fields: L, borrower, item
cli-fields-return = a return has two fields: R, item
cli-not-text = the line is not text in UTF-8
cli-borrower = borrower: { $reason }
cli-item = item: { $reason }
