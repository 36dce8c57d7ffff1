### The report as text and as a table for spreadsheets (CSV).

## Text

# An item of evidence that is counted.
item-counted = used
# An item of evidence that isn't counted.
item-not-counted = not used
# Field: the creation date of the gateway, which the reader gave.
gateway-created = Gateway created
# Field: the SHA-256 of the file that was checked.
file-sha256 = SHA-256 of the file
# What the inputs ask for today. $count: a list of the following counts. Counts of zero are left out.
summary-today = Today: { $count }.
# Inputs that ask for something, in the heading of several results. $count: a number.
summary-action = { $count } { $count ->
    [1] needs
   *[other] need
} action
# Inputs that weren't read because the user cancelled, in the heading of several results. $count: a number.
summary-unread = { $count } not read
# Inputs with several root certificates, in the list of summary-today. $count: a number.
summary-import-roots = { $count } { $count ->
    [1] needs
   *[other] need
} action (import all root certificates)
# Inputs with another thing to do, in the list of summary-today. $count: a number.
summary-download-again = { $count } { $count ->
    [1] needs
   *[other] need
} action (download the package again)
# Inputs with nothing to do, in the list of summary-today. $count: a number.
summary-nothing = { $count } { $count ->
    [1] is
   *[other] are
} fine
# Inputs with nothing to do according to weak evidence, in the list of summary-today. $count: a number.
summary-probably-nothing = { $count } { $count ->
    [1] is
   *[other] are
} probably fine
# Inputs without an answer for today, in the list of summary-today. $count: a number.
summary-unclear = { $count } can't be determined
# The counts about 2019. $count: a list of them.
summary-2019 = 2019 maintenance: { $count }.
# Inputs that the 2019 maintenance affects, in the list of summary-2019.
summary-affected = { $count } affected
# Inputs without an answer about 2019, and files that can't be read, in the list of summary-2019.
summary-undetermined = { $count } undetermined
# Inputs that the 2019 maintenance doesn't affect, in the list of summary-2019.
summary-not-affected = { $count } not affected
# Files in a folder that are no part of a package.
summary-skipped = { $count } { $count ->
    [1] file
   *[other] files
} skipped.
# Files that weren't read because the user cancelled. $count: a number.
summary-not-read = { $count } { $count ->
    [1] file
   *[other] files
} not read, because you cancelled.
# Stands in the list of limits for a limit without an error.
limit-without-error = Anything beyond this limit isn't examined. It doesn't affect the answer.

## Column titles of the table

# The name of the file.
column-file = File
# The answer about 2019 in a word.
column-answer-2019 = The 2019 maintenance
# The answer about 2019 as a sentence.
column-meaning-2019 = What it means
# The rule that decided, as a code.
column-rule = Rule applied
# The strongest kind of evidence.
column-proof = Proof
# The type of the gateway, A to C.
column-types = Type of gateway (2019 notice)
# The deployment model.
column-model = Deployment model
# The gateway's host name.
column-gateway = Gateway
# The gateway's identifier.
column-gateway-id = Gateway ID
# The name of the virtual network.
column-network = Virtual network
# When the package was made.
column-packaged = Package created (UTC)
# Today's answer in a word.
column-today = Today
# Today's answer as a sentence.
column-meaning-today = What it means today
# The root certificates with their states.
column-roots = Root certificates
# The error, as a code.
column-error = Error
# The findings.
column-findings = Also worth knowing

## First line about a file

# Both answers in a word. $name: the file. $answer: the answer about 2019. $today: today's answer.
input-answered = { $name }: 2019: { $answer } · today: { $today }
# A file that can't be read. $name: the file.
input-refused = { $name }: { $answer }
