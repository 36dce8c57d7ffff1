### Labels of the page: buttons, headings, column names, and short texts with a number or a name.

# The name of the product.
title = P2S certificate check
# Navigation: the check.
check = Check
# Navigation: the migration of 2026.
migration = 2026 migration
# Navigation: the maintenance of 2019.
maintenance = 2019 maintenance
# Navigation: about.
about = About
# The accessible name of the navigation.
pages = Pages
# Button: switch from light to dark colours.
to-dark = Switch to dark colours
# Button: switch from dark to light colours.
to-light = Switch to light colours
# The accessible name of the area that takes files.
intake = Choose a package
# Button: choose files.
choose-files = Choose files
# Button: choose a folder.
choose-folder = Choose a folder
# The other ways to choose files: drop and paste.
or-drop = or drag and drop or paste them here
# Shown while files are dragged over the page.
drop-now = Drop to start the check
# Link: how to get the package.
how-to-get = How to get the package
# Link: the list of error codes and messages.
find-error = Clients can't connect: find the error
# Opens the choices of examples.
try-example = Examples
# Choice of an example: affected by the maintenance of 2019.
example-affected = Affected in 2019
# Choice of an example: its root certificate is being retired.
example-retiring = Retiring root
# Choice of an example: the root certificates before and after the migration.
example-both-roots = Both roots
# Choice of an example: its root certificate is current.
example-current = Current root
# Choice of an example: a file that can't be checked.
example-refusal = Not a package
# The name of an example as a file. $name: the choice.
example-name = Example (invented): { $name }
# Opens the field for pasted text.
paste-text = Paste text
# Input: pasted text.
paste-hint = Text of VpnSettings.xml, azurevpnconfig.xml or an .ovpn file, or a certificate as PEM or Base64
# The name of pasted text as a file.
pasted-name = Pasted text
# Link: why the page sends nothing.
why-private = Why your files stay on this device
# Shown for a folder without files to check.
nothing-found = Nothing was found to check.
# Button: stop reading.
cancel = Cancel
# Button: start a new check.
new-check = New check
# Button: copy the report as text.
copy-text = Copy as text
# Button: copy the report as Markdown.
copy-markdown = Copy as Markdown
# Button: give the report to another app.
share = Share
# Button: return to the results before the last change.
undo = Undo (back to the results before)
# Shown if every file that was given is in the results already.
all-repeated = These files are already in the results.
# Button: save the report as JSON.
save-json = Save the report (JSON)
# Button: save the report as CSV.
save-csv = Save as a table (CSV)
# Button: print the page.
print = Print
# Heading: save, print and share.
pass-on = Save and share
# Heading: the answer about 2019.
about-2019 = The 2019 maintenance
# Heading: the answer about today.
about-today = Root certificate today
# Heading: the answer about a package that contradicts itself.
about-package = The package
# Heading: the answer about a file that can't be read.
about-file = Reading the file
# One line about an answer below another. $about: about-2019 or about-today. $answer: the answer in a word.
answer-line = { $about }: { $answer }
# Heading: next steps.
steps = What to do next
# Below the name of the file, and at the end of the text. $moment: when it was checked.
checked-on = Checked: { $moment }
# Link below the steps: the check by hand.
more-by-hand = How to check by hand
# Link below the steps: the background of the notice.
more-background = About the 2019 maintenance
# Link below the steps: what to do about an affected gateway.
more-affected = What to do about an affected gateway
# Link below the steps: how to reinstall clients.
more-reinstall = How to reinstall each type of client
# Link below the steps: how to get the package.
more-get-package = How to get the package (portal, PowerShell, Azure CLI)
# Link below the steps: the root rotation of 2026.
more-rotation = The 2026 root certificate migration
# Heading: evidence.
evidence = Evidence
# Shown if there is no evidence.
no-evidence = No certificate information was found.
# Heading: findings.
findings = Also worth knowing
# Field: the rule that decided the verdict.
rule = Rule applied
# Button: copy a fingerprint or a command.
copy = Copy
# The shell of a command.
command-shell = PowerShell (Az.Network module)
# Below a command: what it does. $placeholders: yes if it contains some. $method: the authentication method in it.
command-use = It prints a URL. Open it in a browser to save the package.{ $placeholders ->
    [yes] {" "}Replace the names in angle brackets first.
   *[no] {""}
}{ $method ->
    [EapTls] {" "}For RADIUS with passwords, use EapMSChapv2.
   *[other] {""}
}
# Input: the deadline in the reader's notification.
deadline = Deadline in Microsoft's notification (optional)
# Hint below this input.
deadline-hint = Completes the steps. It isn't sent or stored.
# Button: save the deadline for a calendar.
deadline-save = Save the deadline for your calendar (.ics)
# The entry in the calendar. $gateway: a host name or a file.
deadline-entry = Deadline: new VPN package on every client ({ $gateway })
# Shown after copying.
copied = Copied
# Collapsed section: items that aren't counted. $count: a number.
not-counted-items = Not used ({ $count })
# Collapsed section: the fields of certificates.
certificate-fields = Certificate details
# Field: subject.
subject = Subject
# Field: issuer.
issuer = Issuer
# Field: serial number.
serial = Serial number
# Field: SHA-1.
sha1 = Thumbprint (SHA-1)
# Field: SHA-256.
sha256 = Fingerprint (SHA-256)
# Field: start of validity.
not-before = Valid from
# Field: end of validity.
not-after = Valid to
# Field: the gateway's host name or identifier.
gateway = Gateway
# Field: the virtual network.
network = Virtual network
# Field: when the package was made.
packaged = Package created
# Field: the deployment model.
model = Deployment model
# Field: the strongest kind of counted evidence.
proof = Proof
# Field: the gateway types of the 2019 notice.
types = Type of gateway (2019 notice)
# Input: the gateway's creation date.
created = When the gateway was created (optional)
# Hint: what the creation date is used for.
created-hint = Narrows down the type of an unaffected gateway (A or C). The answer doesn't change.
# Link: where to find the creation date.
created-where = Where to find the creation date
# Request input: the gateway's name.
request-name = Gateway name
# Request input: the subscription ID.
request-subscription = Subscription ID
# Request input: the window.
request-window = Window
# Request input: no window chosen yet.
request-choose = Choose one
# Request checkbox: the request is opened on the gateway's page.
request-on-gateway = I'm opening the request from the gateway's page (no name or ID needed)
# Request button: add a gateway.
request-add = Add a gateway
# Request button: remove the last gateway.
request-remove = Remove the last gateway
# Request heading: what the checked package contains.
request-known = From the package that was checked
# Request input: the language of the text.
request-language = Language of the text
# Request heading: the text.
request-text = Text of the support request
# Request hint: the input is neither sent nor stored.
request-private = What you enter isn't sent or stored.
# Request button: save the text.
request-save = Save as a text file
# Input: find an error code.
code-find = Find an error: a code (0x800B0109, -2146762487, 13801) or words of the message
# Shown for a code that isn't in the list.
code-unknown = This code isn't in the list. It may have nothing to do with the server certificate.
# Shown for text that isn't a code.
code-none = No error in the list has this code or these words.
# Banner: the value of `now=` in the address can't be read.
now-unreadable = The time in the URL (now=) isn't valid, so the answers are for now.
# Link: the page as a single file.
keep-offline = Keep this page for offline use
# Heading above a text that couldn't be copied to the clipboard.
select-to-copy = The browser blocked copying. Select the text below and copy it.
# Button: close that text.
close = Close
# Progress: a file is being read. $number of $total.
reading = Reading { $number } of { $total }
# Progress, above results that are already shown. $count: the number of files and packages being read.
not-included = The results below don't include the new files yet ({ $count } being read).
# Progress: the time left, under a minute. $count: a number.
seconds-left = About { $count } s left
# Progress: the time left. $count: a number.
minutes-left = About { $count } min left
# Heading above a text that couldn't be saved as a file. $name: the name of the file.
select-to-save = This page is shown in a frame that blocks saving. Select the whole text below, copy it, and save it as { $name }.
# Heading above a text that perhaps couldn't be saved as a file. $name: the name of the file.
select-if-not-saved = This page is shown in a frame that may block saving. If { $name } wasn't saved, select the whole text below, copy it, and save it under that name.
# Banner: the answers are for another moment than the present. $moment: a time.
for-moment = Answers are as of { $moment }, not now.
# The value of a column with its reason: "No: it belongs to your RADIUS server".
with-reason = { $value }: { $reason }
# Column of the table of several inputs: the answer on top in a word.
table-action = What to do
# Column of the table of several inputs, and what its rows are grouped by.
table-gateway = Network or gateway
# Column of the table of several inputs: the answer about 2019.
table-2019 = 2019
# Column of the table of several inputs: the day on which the package was made.
table-packaged = Package date
# What the rows of the table are grouped by: the folder or zip that contains the input.
table-folder = Folder
# Input: rows must contain these words.
table-filter = Filter by text
# Input: rows with this answer.
table-show = Show
# Choice: rows with any answer.
table-all = All
# Input: what rows are grouped by.
table-group-by = Group by
# Choice: rows aren't grouped.
table-not-grouped = Nothing
# The accessible name of the titles of columns, which sort the rows.
table-sort = Sort by
# A choice or a heading with the number of its rows. $count: a number. $name: an answer in a word, or the name of a group.
table-count = { $name } ({ $count })
# Heading of rows that lack what they are grouped by.
table-none = Not known
# Below the filters. $count: the number of rows that are shown. $total: the number of all rows.
table-shown = Shown: { $count } of { $total }
