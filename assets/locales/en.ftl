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
band-ready-return = Ready for returns
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
band-return-pending = Returning { $item } …
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
row-typed-item = item typed by hand
row-typed-borrower = borrower typed by hand
row-typed-both = both typed by hand

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
trouble-may-not-read = This account may not read it ({ $path }). Ask IT for the right to read it.
trouble-gone = It is not there ({ $path }). Plug the stick in, or connect the drive or the share.
trouble-busy = Another program holds it ({ $path }). Close that program.
trouble-no-answer = It does not answer ({ $path }). It may be slow, or the network interrupted.
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
file-changed-by-others = Somebody changed OffCirc.dat
file-changed-by-others-what = It was moved, deleted or edited by another program. What is scanned now goes into the file that is there, and the list shows what that file holds. Save to file shows what of this session is in it.
lines-added = Another program added lines to OffCirc.dat
lines-added-what = They stay where they are and are uploaded with the file. Check the file before you upload it.
put-aside = Something was put aside
put-aside-what = A part of { $file } was not written by OffCirc, or nobody can tell any more what became of it. It is kept in { $kept }: look at it before you upload.
perhaps-twice = { $count ->
    [one] One transaction may be uploaded twice
   *[other] { $count } transactions may be uploaded twice
}
perhaps-twice-what = They were being written when the folder failed, and somebody has moved the file since. They are in OffCirc.dat now. Check whether they are in the file that was moved as well.
spool-failed = What was set aside can’t be read
spool-failed-what = Transactions of an earlier session may wait there. Until it can be read, the file can’t be closed. { $trouble }
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
reason-torn-end = a crash cut the file short: NUL bytes stand from here to its end

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

# Taking back
command-take-back = Take back
button-take-back = Take back
button-take-back-chosen = Take back …
button-keep = Keep
button-choose-none = Choose none
list-chosen = { $count ->
    [one] One transaction chosen
   *[other] { $count } transactions chosen
}
state-taken-back = Taken back
state-closed = For upload
band-taken-back = { $count ->
    [one] Taken back: { $item }
   *[other] { $count } transactions taken back
}
band-nothing-to-take-back = Nothing to take back in this session
band-not-read-yet = Taking back has to wait until OffCirc.dat has been read
take-back-title = { $count ->
    [one] Take this transaction back?
   *[other] Take these { $count } transactions back?
}
take-back-what = It leaves OffCirc.dat, and Alma never hears of it. taken-back.csv keeps a note.
take-back-reason = Reason
take-back-reason-hint = Wrong book, wrong card …
not-taken-back = Nothing was taken back

# After the outage: the pages
command-upload = Upload
command-report = Report
command-combine = Combine
command-history = History
command-back = Back to the desk
button-after-outage = After the outage
page-upload = Upload to Alma
page-report = Match Alma’s job report
page-combine = Combine several desks
page-history = All batches
page-again = Record again
work-reading = Reading the files …
work-stop = Stop
path-copy = Copy path
path-copied = Path copied
path-open-folder = Open folder
path-open-failed = The folder could not be opened ({ $why }). Copy the path instead.

# Batches
batch-current = Still open
batch-to-upload = To be uploaded
batch-uploaded = Alma has it
batch-same = Alma has the same already
batch-same-what = Alma has { $name } already: { $same } holds exactly the same. Don’t upload it; set it aside with the others that Alma has.
batch-copy = Copy of another batch
batch-copy-what = { $name } and { $same } hold exactly the same. Upload { $same } only: what is uploaded twice, Alma carries out twice.
batch-unread = What is in it is not known, nor whether Alma still needs it. { $why }
batch-has = Alma has it
batch-has-name = Alma has it: { $name }
mend = Mend this file
mend-name = Mend { $name }
mend-what = This file isn’t in the form that Alma expects. Mending writes it anew in that form, keeps the original beside it, and shows what can’t be read.
mended = { $path } is in the form that Alma expects, with { $count ->
    [one] one transaction
   *[other] { $count } transactions
}. The original is kept: { $original }
mended-left-out = { $count ->
    [one] One line can’t be read and was left out:
   *[other] { $count } lines can’t be read and were left out:
}
batch-moved = { $name } is among the batches that Alma has.
batch-row = { $name }: { $state }. { $summary }
batch-summary = { $span }: { $counts }
count-none = no transactions
count-loans = { $count ->
    [one] { $count } loan
   *[other] { $count } loans
}
count-returns = { $count ->
    [one] { $count } return
   *[other] { $count } returns
}
count-borrowers = { $count ->
    [one] { $count } borrower
   *[other] { $count } borrowers
}
span-hours = { $day }, { $from } to { $to }
span-days = { $from } to { $to }

# Upload to Alma, step by step
upload-1 = 1  Close OffCirc.dat
upload-1-empty = OffCirc.dat is empty: nothing was scanned since the last file was closed.
upload-1-what = When the network is back and all is scanned, close the file. It becomes a batch; later scans go into a new file.
upload-close-file = Close this file
upload-closed = OffCirc.dat is closed. Its batch is { $name }.
upload-2 = 2  Upload the batch in Alma
upload-2-nothing = Nothing to upload: Alma has every batch. What you scan at the desk appears in step 1.
upload-2-close-first = Nothing to upload yet: first close OffCirc.dat in step 1.
upload-2-several = { $count } batches are to be uploaded, in order of date. Do all three steps for this one, the oldest; then the next appears.
upload-2-then = Then: { $names }
alma-desk = Sign in to Alma at the circulation desk that the transactions belong to, here “{ $desk }”. Alma books everything at the desk of the person who uploads.
alma-block = See that the block preference “Item is currently on loan by another patron” is not set to “Handle Automatically”.
alma-menu = Open Fulfillment > Advanced Tools > Offline Circulation.
alma-file = Choose the file by the path above.
alma-upload = Press “Upload and Validate File Content”.
alma-job = Wait until the job has completed, then open its report with “View”.
alma-holds = A returned item that somebody has requested must be scanned in once more in Alma.
upload-3 = 3  Say that Alma has it
upload-3-what = When the job has completed, say so here. { $name } is then kept with the batches that Alma has, and nobody uploads it twice.
upload-3-nothing = Comes after the upload.
upload-3-report = Next, see what Alma could not carry out: match its job report.

# Every batch
history-empty = No batches yet. What you scan at the desk appears here.
history-delete = { $count ->
    [one] Delete the one batch older than { $days } days
   *[other] Delete { $count } batches older than { $days } days
}
history-deleted = { $count ->
    [one] One batch is deleted.
   *[other] { $count } batches are deleted.
}

# What is asked once
ask-uploaded = Does Alma have { $name }?
ask-uploaded-what = Say yes only if you have uploaded it and its job in Alma has completed. It is not offered for upload again.
ask-uploaded-yes = Yes, Alma has it
ask-uploaded-no = Not yet
ask-delete = { $count ->
    [one] Delete this batch?
   *[other] Delete these { $count } batches?
}
ask-delete-what = Alma has these transactions. Here they are gone for good: no report can be matched to them any more.
ask-delete-yes = Delete
ask-delete-no = Keep

# Why an order was refused
refusal-waiting = { $count ->
    [one] One transaction is not in OffCirc.dat yet. Go back to the desk, wait until it says “All saved”, then close the file.
   *[other] { $count } transactions are not in OffCirc.dat yet. Go back to the desk, wait until it says “All saved”, then close the file.
}
refusal-nothing = There is nothing to do: the file is empty or no longer there.
refusal-nothing-to-mend = Nothing was mended: { $path } is in the form that Alma expects already, or holds no transaction.
refusal-not-there = OffCirc.dat does not hold this: { $transaction }
refusal-not-a-batch = { $path } is no longer where batches are kept. Somebody may have moved it.
refusal-spool-failed = What was set aside can’t be read, and transactions may wait there. { $trouble }
refusal-file-changed = OffCirc.dat is another file than the one you were asked about. Nothing was changed.
refusal-not-known = It is not known whether it was done. It is looked up as soon as the folder can be read. { $trouble }

# Pages for files that are dropped
report-how = In Alma, open the job’s report with “View”, copy its messages and paste them here. A report that was saved as text or CSV can be dropped on this window.
combine-how = Drop the files of all desks on this window, or add them. Combine only desks of one library: Alma books everything at the desk of the person who uploads.

# Transactions of an earlier day
earlier-days = { $count ->
    [one] OffCirc.dat holds a transaction of an earlier day. Does Alma have it?
   *[other] OffCirc.dat holds { $count } transactions of earlier days. Does Alma have them?
}
earlier-days-what = From { $from } to { $to }. If they were uploaded, they leave the file, so that nobody uploads them twice.
button-alma-has-them = Yes, Alma has them
button-go-on-adding = No, go on adding
archived = { $count ->
    [one] One transaction that Alma has is in a batch of its own now.
   *[other] { $count } transactions that Alma has are in a batch of their own now.
}
not-archived = They are still in OffCirc.dat

# After the upload: Alma's report, recording again, exporting
meaning-item-not-found = No item in Alma has this barcode: it was misread, mistyped or never catalogued.
meaning-user-not-found = No user in Alma has this identifier: often another card or number was scanned.
meaning-not-on-loan = The item was not on loan, so there was nothing to return. Alma has recorded it as used in the library.
meaning-later-action = The item was handled in Alma after the time of this transaction, which was not carried out.
meaning-unknown = OffCirc does not know this message.
to-do-item-not-found = Find the item, correct its barcode, and record the loan or return again.
to-do-user-not-found = Find the borrower, correct the identifier, and record the loan again.
to-do-not-on-loan = There is nothing to do.
to-do-later-action = Check the item in Alma. If its state is right, there is nothing to do; if not, record the transaction again.
to-do-unknown = Read the message, and check the transaction in Alma.
unmatched-unknown-wording = The wording is not known, so it is not certain which transaction is meant. Check in Alma each one that has this barcode.
unmatched-no-barcode = The message names no barcode that a file can hold. Look it up in Alma’s report.
unmatched-not-in-files = No transaction in these files has this barcode. Choose the file that was uploaded.
unmatched-not-a-borrower = This barcode is in these files, but no borrower has it. Choose the file that was uploaded.
unmatched-not-returned = This item is in these files, but none of them returns it. Choose the file that was uploaded.
unmatched-not-an-item = This barcode is in these files as a borrower, not as an item. Choose the file that was uploaded.
left-out-returned = It is a return already, so there is nothing to undo.
left-out-lent-later = The same item was lent again later, and one return is enough.
left-out-no-such-time = Its new date can’t be written. Set the computer’s clock.
head-file = File
head-line = Line
head-batch = Batch
head-meaning = What it means
head-to-do = What to do
head-message = Message
cli-folder-gone = There is no folder { $path }. Name the folder of OffCirc.dat with --data-dir.
cli-no-files = { $path } has no OffCirc.dat and no batches. Name files, or another folder with --data-dir.
cli-report-not-text = { $path } is not text. Copy the messages of Alma’s job report into a text file, or save the report as CSV, and name that file.
cli-report-empty = { $path } holds no message of Alma’s job report, so there is nothing to match. Name the file into which the report was saved.
cli-standard-input = The standard input
cli-match-times = { $times ->
    [one] once
   *[other] { $times } times
}
cli-match-summary = { $messages ->
    [one] 1 message
   *[other] { $messages } messages
}, { $matched } matched, { $unmatched } not matched.
cli-match-passed-over = { $count ->
    [one] 1 line of the report is no message and was passed over.
   *[other] { $count } lines of the report are no messages and were passed over.
}
cli-place = { $file }, line { $line }: { $transaction }
cli-line-without = { $path }: line { $line } holds no transaction. Nothing was written. Choose the number of a line that holds one.
cli-nothing-chosen = Nothing was written: no transaction was chosen.
cli-nothing-left = Nothing was written: of the chosen transactions none is left to record again.
cli-not-corrected = Nothing was written: no chosen transaction has the barcode { $barcode }. Correct what stands after --correct.
cli-correction-form = the old and the new barcode with an equals sign between them were expected
cli-correction-old = old barcode: { $reason }
cli-correction-new = new barcode: { $reason }
cli-again-written = { $count ->
    [one] 1 transaction written to { $path }:
   *[other] { $count } transactions written to { $path }:
}
cli-again-left-out = { $count ->
    [one] 1 transaction left out:
   *[other] { $count } transactions left out:
}
cli-again-unreadable = { $count ->
    [one] 1 line of { $path } can’t be read and was not chosen. It stays as it is.
   *[other] { $count } lines of { $path } can’t be read and were not chosen. They stay as they are.
}
cli-again-several = { $message } – { $count } transactions fit this message, and all were chosen. See whether each of them failed.
cli-again-unmatched = { $message } – nothing was chosen for this message. { $reason }
cli-output-exists = { $path } is there already. Nothing was written. Name another file, or use --force to replace it.
cli-output-is-input = { $path } is one of the files that are read. Nothing was written. Name another file.
cli-output-in-use = { $path } would be the file of an open data folder. Nothing was written. Name another file.
cli-output-folder = { $path } is a folder. Nothing was written. Name a file in it.
cli-export-nothing = Nothing was found.
cli-batches-to-upload = { $count ->
    [0] No batch waits for its upload.
    [one] 1 batch is STILL TO BE UPLOADED.
   *[other] { $count } batches are STILL TO BE UPLOADED.
}
cli-batches-current = { $count ->
    [0] OffCirc.dat holds no transactions.
    [one] OffCirc.dat holds 1 transaction that is not uploaded yet.
   *[other] OffCirc.dat holds { $count } transactions that are not uploaded yet.
}
cli-batch-current = CURRENT, NOT UPLOADED YET
cli-batch-to-upload = STILL TO BE UPLOADED
cli-batch-unread = CAN’T BE READ
cli-batch = { $stage }: { $path }

# offcirc-cli: changing the data folder
cli-taken-back = { $count ->
    [one] One transaction is taken back.
   *[other] { $count } transactions are taken back.
}
cli-no-such-line = Line { $line } of OffCirc.dat holds no transaction. Nothing was changed.
cli-not-closed = OffCirc.dat was not closed: look at what the check found above, or close it with --anyway.
cli-line-too-long = The line is too long
cli-in-doubt = It may be in the file: { $reason }
cli-no-answer = The disk did not answer in time. Look with “offcirc-cli batches” what was done.

# Files that are looked through: why one can’t be
file-gone = { $path } is not there. Check its name; plug the stick in, or connect the drive or the share.
file-changed = { $path } became shorter or was removed while it was read. Close the program that works on it, then try again.
file-once = { $path } is a pipe: it can be read only once, and its lines that can’t be read would be lost. Save what comes from it as a file, and use that.
file-too-many = { $path } is one file too many. Look through fewer files at once.
foreign-picture = { $path } is a picture, not a file of transactions. Choose a file like OffCirc.dat.
foreign-document = { $path } is a document or an archive, not a file of transactions. Choose a file like OffCirc.dat; if it is inside an archive, unpack it first.
foreign-utf16 = { $path } is text in UTF-16, which Alma can’t read: an editor has saved it so. Save it in the editor as UTF-8, or use the file as it was before.
foreign-binary = { $path } is not text, so it is not a file of transactions. Choose a file like OffCirc.dat.
foreign-text = { $path } is text without transactions. Choose a file like OffCirc.dat.
foreign-folder = { $path } is a folder. Name the files in it.
review-stopped = Stopped. Nothing was changed.

# What a check finds
severity-information = information
severity-warning = warning
severity-error = error
finding-unreadable = This line can’t be read (column { $column }: { $reason }). Correct it by hand, or take it out and record the transaction in Alma.
finding-torn-end = The file ends with NUL bytes, which a crash can leave. Compare what was scanned last with the lines before; mend the file, which leaves the NUL bytes out.
finding-borrower-column = The borrower starts at column { $column }, not at { $wanted } as the format has it. Alma may read it wrongly: mend the file, which puts all columns where they should be.
finding-lent-twice = Item { $item } is lent on line { $other } too, to borrower { $borrower }, and not returned between. Find out who has it, and take the other loan out.
finding-returned-later = Item { $item } is returned on line { $other }. Nothing needs to be done.
finding-lent-before = Item { $item } was lent on line { $other }. Nothing needs to be done.
finding-returned-twice = Item { $item } is returned on line { $other } too, and not lent between. If it was lent between, record that loan in Alma.
finding-double-scan = Line { $other } says the same about item { $item } within two minutes: it was probably scanned twice. One of the two lines can be taken out.
finding-same-barcode = Item and borrower are the same barcode, { $barcode }. Find the right card or the right item, and correct the line.
finding-item-is-borrower = Item { $barcode } stands as the borrower on line { $other }. One of the two was scanned into the wrong field: correct that line.
finding-borrower-is-item = Borrower { $barcode } stands as the item on line { $other }. One of the two was scanned into the wrong field: correct that line.
finding-time-back = The time goes back: { $time } comes after { $previous } of line { $other }. See whether the clock was changed; Alma carries the lines out in their order.
finding-future = { $time } is in the future. See whether the computer’s clock was right, and correct the time: Alma computes due dates from it.
finding-before-2000 = { $time } is before the year 2000. The computer’s clock was wrong: correct the time, Alma computes due dates from it.
finding-set-back = { $time } was there twice, because the clock was set back in this hour. Look at the order of the lines when several files are merged.
finding-in-other-file = The same transaction stands in { $file }, line { $other }. Upload it only once: merge the files without duplicates, or leave one file out.
finding-other-desk = By its name, this file is of desk { $desk }. Whoever uploads it must be signed in there: Alma books everything at the desk of the person who uploads.
finding-empty = There is no transaction in this file. It needs no upload.
finding-no-line-end = The last line has no end: it may have been cut short. Compare it with what was scanned.
finding-byte-order-mark = A byte order mark stands in front of this line: an editor has put it there, and Alma may stumble over it. Mend the file, which leaves it out.
finding-line-end = From this line on, lines end as Alma may not expect (with CR, or with CR CR LF). Mend the file, which ends each line as it should be.
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
count-transactions = { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}
count-errors = { $count ->
    [0] no error
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [0] no warning
    [one] { $count } warning
   *[other] { $count } warnings
}
count-information = { $count ->
    [0] no information
    [one] { $count } piece of information
   *[other] { $count } pieces of information
}
check-summary = { $files }, { $transactions }: { $errors }, { $warnings }, { $information }.

# Merging files
merge-duplicate = In two files: { $what } stands in { $file }, line { $line }, and in { $otherFile }, line { $otherLine }. Both are written; --leave-out-duplicates leaves the second out.
merge-duplicate-left-out = In two files: { $what } stands in { $file }, line { $line }, and in { $otherFile }, line { $otherLine }. The second is left out.
merge-same-minute = Order not sure: { $what } ({ $file }, line { $line }) and { $otherWhat } ({ $otherFile }, line { $otherLine }) are of the same minute. Find out which came first: see whether the item is on the shelf.
merge-two-borrowers = Lent to two borrowers: { $what } ({ $file }, line { $line }), then { $otherWhat } ({ $otherFile }, line { $otherLine }), and not returned between. Find out who has the item.
count-duplicates = { $count ->
    [0] none in two files
   *[other] { $count } in two files
}
count-conflicts = { $count ->
    [0] none in doubt
    [one] { $count } pair in doubt
   *[other] { $count } pairs in doubt
}
count-unreadable = { $count ->
    [0] every line readable
    [one] { $count } line that can’t be read
   *[other] { $count } lines that can’t be read
}
merge-summary = { $files } merged: { $transactions } in { $out }; { $duplicates }, { $conflicts }, { $unreadable }.
merge-unreadable = { $count ->
    [one] One line can’t be read. It is in { $path }, as it stands: correct it there and record it.
   *[other] { $count } lines can’t be read. They are in { $path }, as they stand: correct them there and record them.
}
unreadable-head = # { $file }, { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}. { $why }
merge-nothing-written = Nothing was written. { $why }
merge-exists = { $path } exists. Choose another name, or add --force to replace it.
merge-is-input = { $path } is one of the files to merge. Choose another name.
merge-is-folder = { $path } is a folder. Name a file in it.
merge-is-desk = { $path } is where a desk records its transactions. Choose another name or folder.

# What separates the cells of a sheet: what a spreadsheet in this language expects
sheet-separator = ,

# Slips of the hand
command-use-anyway = Use anyway
band-double-scan = Scanned twice: { $item }
band-double-scan-what = { $seconds ->
    [one] It was recorded one second ago, and is not recorded again. Was it meant? { $key } records it once more.
   *[other] It was recorded { $seconds } seconds ago, and is not recorded again. Was it meant? { $key } records it once more.
}
band-lent-to-another = Lent already: { $item }
band-lent-to-another-what = It went to borrower { $borrower } and has not come back. Nothing is recorded. { $key } lends it all the same.
band-same-as-borrower = This is the borrower’s card: { $item }
band-same-as-borrower-what = Nothing is lent. Scan the item.
band-borrower-left = Borrower done: nothing was scanned for a while
band-borrower-left-what = Scan the card of whoever is here now.
cli-same-as-borrower = it is the borrower’s barcode

# The pages: what the check says before an upload
check-going = Looking for what stands in Alma’s way …
check-stopped = The check was stopped: nothing is known of what stands in Alma’s way.
check-again = Check again
check-of = Check of { $name }
in-the-way-nothing = Nothing stands in Alma’s way.
in-the-way = Look at this before the upload: { $what }.
in-the-way-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
in-the-way-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
finding-head = Line { $line }: { $severity }
finding-error = error
finding-warning = warning
finding-information = good to know
information-show = { $count ->
    [one] Show { $count } more thing to know
   *[other] Show { $count } more things to know
}
information-hide = { $count ->
    [one] Hide { $count } more thing to know
   *[other] Hide { $count } more things to know
}
information-of = Good to know of { $name }
upload-close-anyway = Close it all the same
paged-back = Back
paged-on = Next
paged-where = { $first } to { $last } of { $count }
control-of = { $control }: { $name }
origin = { $file }, line { $line }

# Combine several desks, step by step
combine-1 = 1  Choose the files
combine-2 = 2  Look at what is in doubt
combine-3 = 3  Write the one file
combine-add = Add files …
combine-up = Up
combine-down = Down
combine-remove = Remove
combine-order = Everything is put in order of time. Where the minute is the same, the order of this list decides.
combine-unread = Not read yet
combine-left-out = Left out: { $why }
combine-own-open = This is this desk’s own file, and it is still open. Close it first on the page Upload, then add its batch instead.
combine-own-to-upload = This is a batch of this desk. When Alma has the combined file, say on the page History that it has this one too.
combine-own-uploaded = Alma has this batch already. Remove it here: Alma would carry it out twice.
combine-stopped = The reading was stopped.
combine-read-again = Read the files again
doubts-none = Nothing is in doubt.
doubts-duplicates = { $count ->
    [one] One transaction stands in two files. If a file was copied, write it only once: else Alma carries it out twice.
   *[other] { $count } transactions stand in two files. If a file was copied, write them only once: else Alma carries them out twice.
}
doubts-leave-out = Write each of them only once
doubts-duplicates-title = Transactions in two files
doubts-is-kept = And again: { $origin }
doubts-is-left-out = Left out: { $origin }
doubts-conflicts = { $count ->
    [one] The order of two transactions is not sure.
   *[other] The order of the transactions of { $count } pairs is not sure.
} They are written in the order shown.
doubts-conflicts-title = Pairs in doubt
doubt-same-minute = Lent at one desk and returned at another in the same minute. See whether the item is on the shelf: then the return came last.
doubt-two-borrowers = Lent to two borrowers, and not returned between. Find out who has the item: that loan comes last.
doubt-swap = The second came first
doubts-unreadable = { $count ->
    [one] One line can’t be read. It goes, as it stands, to a file of its own beside the combined one.
   *[other] { $count } lines can’t be read. They go, as they stand, to a file of their own beside the combined one.
}
combine-what = { $transactions ->
    [one] { $transactions } transaction
   *[other] { $transactions } transactions
} of { $files ->
    [one] { $files } file
   *[other] { $files } files
}, in order of time
combine-write = Write the file
combine-write-elsewhere = Write it elsewhere …
work-writing = Writing the file …
combine-outdated = Something was changed above since the file was written. Write it again.
combine-written = { $name } is written: { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}{ $left ->
    [0] .
   *[other] , and { $left } left out.
}
combine-unreadable = { $count ->
    [one] One line can’t be read and is in { $name }, beside it. Record by hand in Alma what it says.
   *[other] { $count } lines can’t be read and are in { $name }, beside it. Record by hand in Alma what they say.
}
combine-only-this = Upload this one file, and none of the files that it was made of: else Alma carries everything out twice.
combine-stale = { $path } has changed since it was read. It is read again now: look at step 2, then write the file again.

# The history: looking for transactions
search-barcode = Item or borrower
search-barcode-hint = A barcode, or a part of it
search-day = Day
search-day-hint = 2026-11-23
search-kind = Show
search-both = Both
search-loans = Loans
search-returns = Returns
search-clear = Show all batches
search-no-day = Write the day as 2026-11-23.
search-stopped = The search was stopped.
found-nothing = No transaction found.
found-count = { $count ->
    [one] { $count } transaction
   *[other] { $count } transactions
}{ $chosen ->
    [0] { "" }
   *[other] , { $chosen } chosen
}
found-below = { $time }, { $origin }
found-row = { $what }. { $origin }. { $state }
found-again = { $count ->
    [one] Record this one again …
   *[other] Record these { $count } again …
}
sheet-here = Export
sheet-elsewhere = Export elsewhere …
sheet-done = { $count ->
    [one] { $count } transaction is in { $name }.
   *[other] { $count } transactions are in { $name }.
}
sheet-is-input = { $path } holds transactions. Choose another name.

# Matching the report in the window
report-hint = Paste the messages here: Ctrl+V
report-field = Messages of the report
report-open = Open file …
report-clear = Clear
report-long = A report of { $count ->
    [one] { $count } line
   *[other] { $count } lines
}, too long to be shown here. Its messages stand below.
report-not-text = This file is not text. In Alma, copy the messages of the job report and paste them here, or save the report as CSV.
report-too-long = This file is too large for a report. Open the file into which the job report was saved.
report-none = No message of Alma’s job report was found here. Copy the lines that end in “Barcode: …”, and paste them.
report-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}: { $matched } matched, { $unmatched } not.
report-of = This seems to be the report of { $batch }. Transactions of other batches are listed too, but not chosen.
report-no-transaction = Nothing certain was found for these messages
report-not-in-files = No batch of this computer has this barcode. Perhaps it was scanned at another desk: match the report there.
report-not-a-borrower = This barcode is in the batches, but no borrower has it. Perhaps the loan was scanned at another desk: match the report there.
report-not-returned = This item is in the batches, but was not returned in any. Perhaps it was scanned at another desk: match the report there.
report-not-an-item = This barcode is in the batches as a borrower, not as an item. Perhaps the item was scanned at another desk: match the report there.
report-choose-all = Choose all { $count } of these
report-several = { $count } transactions
report-place = { $time } · { $batch }, line { $line }
report-again = Record again …
report-export = Export for the shelves …
export-title = Export for the shelves
export-name = For the shelves { $time }.csv
export-no-place = No place was chosen, so nothing is written yet.
export-here = Write it beside the batches
export-done = The sheet for the shelves is written.

# Recording again
again-1 = 1  Correct what was wrong
again-1-what = Scan or type over a barcode that was wrong. Take the tick away from what is not to be recorded again.
again-take = Record again, { $number }: { $transaction }
again-item = Item barcode, { $number }: { $transaction }
again-borrower = Borrower, { $number }: { $transaction }
again-before = Before: { $barcode }
again-2 = 2  Choose time and type
again-own = Its own time
again-own-what = Alma computes the due date as if nothing had gone wrong. Usually right.
again-yesterday = Yesterday at the same hour
again-yesterday-what = When the clock of the desk was wrong by days and the outage was yesterday.
again-now = Now
again-now-what = When Alma has refused the old time because the item was handled later.
again-returns = Turn loans into returns
again-returns-what = To undo loans that should not be there: each item is returned.
again-3 = 3  See what will be written
again-preview = { $count ->
    [0] Nothing is left to be written.
    [one] One transaction will be written:
   *[other] { $count } transactions will be written, in this order:
}
again-left-out = { $count ->
    [one] One is left out. { $why }
   *[other] { $count } are left out. { $why }
}
again-untouched = The original batch stays exactly as it is.
again-wrong = First correct the barcodes that are marked in red.
again-write = Write a new batch
again-written = The new batch is written: { $name }
again-upload-what = Alma does not have it yet: upload it like every batch.
again-upload = Upload it

# Scans

band-dismissed = Nothing recorded
band-next-borrower-card = Next borrower: { $borrower }
band-next-borrower-before = { $items ->
    [0] The one before has no items.
    [one] The one before has { $items } item.
   *[other] The one before has { $items } items.
}
band-item-waits = Waiting for the card: { $item }
band-item-waits-what = This is an item. Scan the borrower’s card, and it is lent.
band-not-taken = Not taken: { $item }
band-not-taken-what = { $item } waits for the borrower’s card already. Scan the card, then this item again.
band-item-left = Not lent, no card came: { $item }
band-flooded = Refused: too many keys
band-flooded-what = More came in a row than any barcode has. Is something lying on the keyboard? Scan again.
band-breaks = Not by the rules: { $item }
band-held-what = Nothing is recorded. Scan again; { $key } uses it anyway.
band-is-a-card = This is a card: { $item }
band-is-a-card-what = Items come back here.
band-looks-like-an-item = Looks like an item: { $item }
band-looks-like-an-item-what = A borrower’s card is expected.
band-looks-like-a-card = Looks like a card: { $item }
band-looks-like-a-card-what = Nothing is recorded. For the next borrower press F4, then scan the card again; { $key } uses it as an item.
breach-length = { $found ->
    [one] It has { $found } character, not { $wanted }.
   *[other] It has { $found } characters, not { $wanted }.
}
breach-pattern = It is built in another way than the library’s barcodes.
breach-check-digit = Its check digit does not fit: a digit is wrong, or two are swapped.
breach-only-signs = It has no letter and no digit: is the scanner set to another keyboard?
kept-page = { $count ->
    [one] Scanned here: { $barcodes }. It is entered when you go back to the desk.
   *[other] Scanned here: { $barcodes }. They are entered when you go back to the desk.
}
button-forget-kept = Forget what was scanned here
kept-question = { $count ->
    [one] Scanned meanwhile: { $barcodes }. It is entered after your answer.
   *[other] Scanned meanwhile: { $barcodes }. They are entered after your answer.
}
kept-close = { $count ->
    [one] Scanned and not entered yet: { $barcodes }. It is entered if you stay.
   *[other] Scanned and not entered yet: { $barcodes }. They are entered if you stay.
}
report-has-scan = Something was scanned here and is not recorded. Go back to the desk and scan it again.

controls-title = Control barcodes
controls-how = Scan one of these with OffCirc open: the whole desk works without keyboard and mouse. They are never anybody’s barcode.
control-loan = Loan
control-loan-what = Lend from now on
control-return = Return
control-return-what = Take items back from now on
control-new-borrower = New borrower
control-new-borrower-what = This borrower is done; the next card comes
control-take-back = Take back
control-take-back-what = Ask whether the last transaction is to be taken back
control-yes = Yes
control-yes-what = Yes to a question; use anyway
control-no = No
control-no-what = No to a question; scan again
learned = { $fits } of { $examples } examples fit.
learned-not = Not these, for example: { $barcodes }

# Settings
command-scanners = Scanners
command-settings = Settings
command-help = Help
page-scanners = Scanners
page-settings = Settings
setting-language = Language
setting-language-what = The language of the window and of offcirc-cli.
setting-desk = Name of this desk
setting-desk-what = It stands in the names of batches. When it is empty, the computer’s name does.
setting-library = Name of the library
setting-library-what = It stands on slips and in the names of batches.
setting-data-folder = Folder of OffCirc.dat
setting-data-folder-what = When it is empty, the usual folder. It counts from the next start.
setting-keep-uploaded-days = Days to keep batches
setting-keep-uploaded-days-what = For so many days batches that Alma has are kept; then the window offers to delete them.
setting-theme = Colours
setting-theme-what = As the system has them, or one of these.
setting-theme-system = As the system
setting-theme-light = Light
setting-theme-dark = Dark
setting-theme-high-contrast = High contrast
setting-text-size = Size of everything, in percent
setting-text-size-what = From 100 to 300. Ctrl with + and - changes it for a while.
setting-sounds = Sounds
setting-sounds-what = Three sounds: recorded, question, refused.
setting-sounds-on = Three sounds
setting-sounds-beep = The system’s beep
setting-sounds-off = None
setting-slips = Slips for borrowers
setting-slips-what = Offers a slip with the borrower’s items, to be printed.
setting-scanner-end = A scan ends with
setting-scanner-end-what = Most scanners send Enter behind a barcode.
setting-scanner-end-enter-or-tab = Enter or Tab
setting-scanner-end-pause = also a pause
setting-scanner-pause-ms = Longest pause between keys, in milliseconds
setting-scanner-pause-ms-what = What is slower is typed by a hand. A wireless scanner may need more.
setting-scanner-us-keyboard = Understand scanners set to a US keyboard
setting-scanner-us-keyboard-what = Whatever this computer’s keyboard is. A text that is a barcode as it stands is never changed.
setting-scanner-control-barcodes = Understand control barcodes
setting-scanner-control-barcodes-what = Printed barcodes for loan, return, next borrower, take back, yes and no.
setting-scanner-prefix = Put in front by the scanner
setting-scanner-prefix-what = It is taken off.
setting-scanner-suffix = Put behind by the scanner
setting-scanner-suffix-what = It is taken off.
setting-scanner-remove-aim = Take off an AIM prefix
setting-scanner-remove-aim-what = Such as ]C1, which tells the kind of barcode.
setting-scanner-remove-codabar-letters = Take off the letters of Codabar
setting-scanner-remove-codabar-letters-what = A to D at both ends.
setting-scanner-remove-spaces = Take out spaces
setting-scanner-remove-spaces-what = Spaces within a barcode.
setting-scanner-remove-check-character = Take off the check character
setting-scanner-remove-check-character-what = The last one, once it has been checked.
setting-borrower-lengths = Length of cards
setting-borrower-lengths-what = Such as 14, or 8-10, 14. Empty: any.
setting-borrower-pattern = Pattern of cards
setting-borrower-pattern-what = A regular expression for the whole barcode, such as 2\d*. Empty: any.
setting-borrower-check-digit = Check digit of cards
setting-borrower-check-digit-what = How the last character is computed.
setting-item-lengths = Length of items
setting-item-lengths-what = Such as 14, or 8-10, 14. Empty: any.
setting-item-pattern = Pattern of items
setting-item-pattern-what = A regular expression for the whole barcode, such as 3\d*. Empty: any.
setting-item-check-digit = Check digit of items
setting-item-check-digit-what = How the last character is computed.
setting-check-none = None
setting-check-luhn = Modulo 10 (Luhn)
setting-check-mod43 = Modulo 43
setting-watch-double-scan-minutes = Double scan, in minutes
setting-watch-double-scan-minutes-what = The same item again within this time is asked about. 0: never.
setting-watch-idle-seconds = Borrower gone, in seconds
setting-watch-idle-seconds-what = A borrower without a scan for so long is done. 0: never.
setting-watch-lent-to-another = Ask about items lent to somebody else
setting-watch-lent-to-another-what = Items that were lent in this session and have not come back.
setting-watch-wrong-field = Tell cards from items
setting-watch-wrong-field-what = By the rules: a card in the place of an item starts the next borrower, an item in the place of a card waits for the card. Without rules, what looks like the other is asked about.
settings-locked = Locked by the administrator
settings-file = These settings are kept in { $path }
settings-group-desk = This desk
settings-group-look = Look and sound
settings-group-scanner = Scanner
settings-group-cards = Borrowers’ cards
settings-group-items = Items
settings-group-watch = What the desk watches for
settings-system-language = As the system
settings-choose-folder = Choose …
settings-folder-good = A file could be written there.
settings-start-again = Start again with this folder now
settings-folder-relative = A folder’s whole path is needed, such as { $example }.
settings-folder-bad = Nothing can be written there: { $why }
fault-at = { $path }, line { $line }, character { $column }: { $what }
fault-in = { $path }: { $what }
fault-not-readable = the file can’t be read ({ $detail }).
fault-not-a-file = this is no file.
fault-too-large = the file has { $bytes } bytes; settings have at most { $most }.
fault-not-utf8 = this is no text in UTF-8 (byte { $byte }). Save the file as UTF-8.
fault-syntax = this can’t be read: { $message }.
fault-backslash = in double quotes a backslash has a meaning of its own. Put the text in single quotes.
fault-unusable = so much can’t be read that nothing of this file is used.
fault-newer = a newer version of OffCirc wrote this file (version { $version }). What this one knows is used.
fault-not-a-version = version has to be a whole number from 1.
fault-unknown-key = there is no setting { $key }.
did-you-mean = Did you mean { $name }?
fault-not-a-table = { $table } has to be a table, [{ $table }].
fault-wrong-type = { $key } has to be { $wanted }.
fault-out-of-range = { $key } is { $found }; it has to be from { $least } to { $most }.
fault-not-a-choice = { $key } is “{ $found }”; it has to be one of { $choices }.
fault-too-long = { $key } has { $found } characters; { $most } at most.
fault-control-character = { $key } has a control character. In double quotes a backslash has a meaning of its own, in single quotes it has not.
fault-not-unicode = { $key } has a name that can’t be written as text.
fault-not-lengths = { $key }: “{ $part }” is no length from 1 to { $most } and no range of them.
fault-rule = { $key }: { $message }.
fault-locked = { $key } is locked by the settings of this computer.
fault-locks-in-user-file = only the settings of the computer can lock settings.
fault-not-locks = locked has to be a list of names in quotes.
fault-unknown-lock = there is no setting { $key } to lock.
fault-more = { $count ->
    [one] { $count } more fault in this file.
   *[other] { $count } more faults in this file.
}
not-written = It could not be written to { $path } ({ $detail }).
not-written-no-file = This user has no folder for settings.
not-written-newer = A newer version of OffCirc wrote { $path }; it is left as it is.
not-written-not-readable = { $path } can’t be read ({ $detail }), so nothing is added to it.
not-written-not-kept = { $path } is broken and can’t be kept under another name ({ $detail }).
holds-for-this-run = It holds until the program ends.
kind-of-text = a text in quotes
kind-of-pattern = a regular expression in quotes
kind-of-folder = a folder in quotes
kind-of-lengths = lengths such as 14 or "8-10, 14"
kind-of-switch = true or false
kind-of-number = a whole number from { $least } to { $most }
kind-of-choice = one of { $choices }

# Scanners
trial-title = Try a scanner
trial-what = Scan anything: below stands key by key what arrived, what was made of it and why. Nothing is recorded.
trial-field = To try it by hand, type here and press Enter
trial-key = { $arrived }, on a US keyboard { $us }, after { $after } ms
made-nothing = Nothing arrived but spaces
made-control = A control barcode: { $action }
made-card = A borrower’s card: { $barcode }
made-item = An item: { $barcode }
made-either = A barcode, a card’s or an item’s: { $barcode }
made-neither = Neither a card nor an item by the rules: { $barcode }
made-two = Two barcodes run together: { $first } and { $second }
step-other-layout = Read as the keys of a US keyboard: as this computer’s keyboard has them it can’t be a barcode.
step-stripped = What the scanner adds was taken off.
step-check-character = The check character fits and was taken off.
step-split = Parted where the rules leave one way to do it.
not-a-card = No card: { $why }
not-an-item = No item: { $why }
came-by-hand = { $keys ->
    [one] Typed by hand, { $keys } key.
   *[other] Typed by hand, { $keys } keys.
}
came-by-scanner = { $keys ->
    [one] Sent by a scanner: { $keys } key, { $slowest } ms between two at most, then { $end }.
   *[other] Sent by a scanner: { $keys } keys, { $slowest } ms between two at most, then { $end }.
}
came-end-enter = Enter
came-end-tab = Tab
came-end-pause = a pause
rules-title = The library’s rules
rules-what = With rules the desk tells cards from items and holds what can’t be either. Start with one of these, or learn from an old file.
preset-none = No rules
preset-fourteen-digits = 14-digit library barcodes
learn-from-file = Learn from a file …
learn-title = A file of transactions, or a list of barcodes
learn-use = Use these rules
learn-list = A list of barcodes
learn-use-cards = Use for cards
learn-use-items = Use for items
proposed-lengths = length { $lengths }
proposed-pattern = pattern { $pattern }
controls-print = Print the page …
print-failed = The page could not be shown ({ $why }). offcirc-cli controls -o FILE writes it to a file.
band-other-layout = Read as sent by a scanner set to a US keyboard.
button-set-up = Scanners, settings, help
language-name = English

# Help and what the program is
page-help = Help
about-title = About OffCirc
about-version = OffCirc { $version }, free software under the MIT licence.
about-what = Offline circulation for libraries that run on Ex Libris Alma. It is no product of Ex Libris.
about-licences = Licences …
about-copy = Copy details for support
about-copied = Details copied
about-log = What the program did is noted here, without any barcode:
open-failed = It could not be shown ({ $why }).

origin-default = the usual value
command-slip = Slip
slip-title = { $items ->
    [one] { $items } item lent
   *[other] { $items } items lent
}
slip-date = to borrower { $borrower }, { $time }
slip-foot = Lent while the library’s system was away. The due date is set when it is back.
message-settings =
    { $count ->
        [one] Something in the settings is not used
       *[other] { $count } things in the settings are not used
    }
message-settings-what = { $fault } Everything else in them is in force. The page Settings (F12) shows all of it.
message-slip = The slip could not be shown
message-slip-what = { $why }. Nothing else is affected: the loans are recorded.
fresh-offer = Name this desk and tell OffCirc your barcodes’ rules; both can wait.

# The help of offcirc-cli
arguments-no-such-command = There is no command “{ $command }”.
arguments-no-command = A command is needed.
arguments-unknown = “{ $argument }” is not known here.
arguments-missing = This is missing: { $argument }
arguments-conflict = “{ $argument }” can’t be used together with “{ $other }”.
arguments-twice = “{ $argument }” is given more than once.
arguments-no-value = “{ $argument }” needs a value.
arguments-not-one-of = “{ $value }” can’t be the value of “{ $argument }”. It can be: { $values }
arguments-wrong-value = “{ $value }” can’t be the value of “{ $argument }”: { $why }
arguments-not-understood = This command line can’t be understood.
arguments-meant = Did you mean “{ $meant }”?
arguments-help = More is said by --help.
help-any-help = Prints this help
help-any-version = Prints the version
help-any-data-dir = The folder of OffCirc.dat, instead of the usual one
help-any-lang = The language, instead of the one that is set or the system’s
help-any-output = The file for the result, instead of standard output
help-any-output-needed = The file for the result
help-any-force = Replaces OUT if it is there
help-any-format = The form of the result
help-any-format-text = for people
help-any-format-csv = a sheet
help-any-format-json = for programs: one array
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-command-name = COMMAND
help-value = { $value }: { $what }
help-values = Values: { $values }
help-default = Otherwise: { $value }
help-of-command = Prints this help, or that of a command
help = Offline circulation for libraries that run on Alma, without a window
help-window = Offline circulation for libraries that run on Alma: the window
help-again =
    Writes chosen transactions of a file to a new file: corrected, dated anew, or as returns.

    Ends with 0 when the file is written, with 1 when it is written and something is left to look at, with 2 when nothing is written.
help-again-as-returns = Makes a return of each chosen loan, to undo it
help-again-correct = Replaces an item or a borrower in the chosen transactions, all at once
help-again-failed = Chooses the transactions that the messages of Alma’s job report speak of; `-` is standard input
help-again-file = The file of the old transactions; it stays as it is
help-again-lines = The numbers of the lines to choose, counted from 1; all lines when nothing is chosen
help-again-time = When the new transactions happened
help-again-time-own = when the old ones did
help-again-time-yesterday = on the day before today, at their own hour and minute
help-again-time-now = now
help-archive =
    Alma has the transactions of OffCirc.dat of all days before one: they move to a batch in `uploaded/`, whose path is printed; the others stay.

    Ends with 0 when they have moved, with 2 when nothing was changed.
help-archive-before = Alma has the transactions of all days before this one
help-batches =
    Lists OffCirc.dat and all batches of the data folder: what is in each, and which are still to be uploaded.

    Ends with 0 when all could be read, with 2 when not.
help-check =
    Says what Alma would stumble over in files of transactions.

    Ends with 0 when nothing is wrong, with 1 when there is a warning or an error, with 2 when a file can’t be checked.
help-check-files = The files
help-close =
    Checks OffCirc.dat and closes it for upload: it becomes a batch in `uploads/`, whose path is printed.

    Ends with 0 when it is closed, with 2 when it is not.
help-close-anyway = Close the file even if the check finds something
help-controls =
    Writes the page of control barcodes, a PDF to be printed.

    Ends with 0 when it is written, with 2 when not.
help-delete-uploaded =
    Deletes old batches that Alma has, and prints which.

    Ends with 0 when they are gone or there are none, with 2 when nothing was changed.
help-delete-uploaded-older-than = Delete batches whose last transaction is older than this; without it, older than the settings keep them (90 days)
help-export =
    Exports transactions, the newest first.

    Ends with 0 when all is written, with 1 when a file of the data folder can’t be read and the rest is written, with 2 when a file that was named can’t be read or nothing is written.
help-export-barcode = Only transactions whose item or borrower contains this, without regard to spaces and letter case
help-export-day = Only transactions of this day
help-export-files = Files of transactions; without them OffCirc.dat and all batches of the data folder
help-export-kind = Only loans, or only returns
help-learn =
    Reads off an old file what the library’s barcodes look like, and prints the rules as the settings file has them.

    Ends with 0 when rules are proposed, with 2 when there is nothing to learn from.
help-learn-file = A file of transactions, or a list with a barcode in each line
help-learn-list = Whose barcodes a list holds
help-match =
    Matches the messages of Alma’s job report to the transactions they speak of.

    Ends with 0 when every message is matched, with 1 when one is not or a file of the data folder can’t be read, with 2 when a file that was named can’t be read or the report holds no message.
help-match-files = The files that were uploaded; without them OffCirc.dat and all batches of the data folder
help-match-report = The messages of the report, in text or a table (CSV); `-` is standard input
help-mend =
    Writes a batch of `uploads/` in the form that Alma expects, when an editor or another program has left it in another one. The original is kept beside it.

    Prints the batch. Ends with 0 when all of it could be read, with 1 when lines could not and were left out, with 2 when nothing was changed.
help-mend-file = The batch in `uploads/`, or a file that was put aside in `unfinished/`
help-merge =
    Makes one file of the files of several desks, in order of time.

    Lines that can’t be read go to a file beside it, named like it with `-unreadable.txt`. Ends with 0 when all is well, with 1 when something should be looked at, with 2 when nothing was written.
help-merge-files = The files to merge
help-merge-leave-out-duplicates = Writes a transaction that stands in several files only once
help-record =
    Records transactions from standard input, one a line, fields separated by a tab: `L`, borrower, item or `R`, item.

    Says of each what became of it: `saved` or `set-aside` with its running number, `rejected` or `failed` with the number of its line. Ends with 0 when all was saved or rejected, with 1 when anything was set aside or failed.
help-settings =
    Prints the settings in force, each with where it comes from; or checks a settings file.

    Ends with 0 when all is well, with 1 when something in a file was passed over, with 2 when the file can’t be read.
help-settings-check = Says what is wrong with a settings file, with line and column
help-settings-check-file = The file
help-settings-sample = Prints a settings file with every setting in it, as comments
help-take-back =
    Takes transactions of OffCirc.dat back: the last one, the last N, or those of some lines.

    Prints exactly which. Ends with 0 when they are out of the file, with 2 when nothing was changed.
help-take-back-dry-run = Only show what would be taken back
help-take-back-last = Take back the last N transactions of the file
help-take-back-line = Take back the transactions of these lines, counted from 1
help-take-back-reason = Why; kept in taken-back.csv
help-uploaded =
    Alma has this batch of `uploads/`: it moves to `uploaded/`.

    Prints where it is now. Ends with 0 when it has moved, with 2 when not.
help-uploaded-file = The batch in `uploads/`
format-date = %Y-%m-%d
format-short-date = %m-%d
format-group = ,
not-entered = Scanned before, and not entered
not-entered-what = { $barcodes }. Scan again.

# The setup program. The first says what its maker, NSIS, calls the language.
setup-language = English
setup-comment = Lend and take back items while the network is down
setup-desktop-shortcut = Put a shortcut on the desktop
setup-ready = OffCirc is ready: in the Start menu it is called Offline Circulation (OffCirc).
setup-kept-in = Loans and returns are kept in:
setup-keeps-files = The program will be removed. Every transaction file stays where it is:
setup-kept-files = The program was removed. Every transaction file is still where it was:
setup-still-open = OffCirc is still open, here or in another user’s session, and was not closed. Close it there, then try again. It is never ended by force: a transaction that is not saved yet would be lost.
setup-no-folder = The data folder could not be made now; OffCirc will try again when it starts:
setup-no-uninstall-all = OffCirc was installed for all users: an administrator must remove it.
