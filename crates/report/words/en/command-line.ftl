### The command line itself. Its report has the words of the other files.

## --help and the manual page

# After the name of the program: what it does, in a clause.
help-summary = checks whether a change of the gateway's server certificate cuts off your VPN clients
# Heading of the usage line.
help-usage = Usage
# After the name of the program, in the usage line.
help-arguments = [OPTION]... PATH...
# What PATH of help-arguments is. No line longer than 100 columns.
help-paths =
    PATH is a VPN client package (.zip, .exe), a file from it, or a folder, which is searched.
    The path - is standard input.
# Heading of the options.
help-options = Options
# Heading of the exit codes.
help-exit-codes = Exit codes
# Heading of the examples.
help-examples = Examples
# The end of the text. No line longer than 100 columns.
help-notes =
    Files are read on this machine only. Colors appear only on a terminal, and never if NO_COLOR is set.
    Not a Microsoft product.
# The name of an option's value in the list of options: a file.
value-file = FILE
# The name of an option's value in the list of options: a time.
value-time = TIME
# The name of an option's value in the list of options: a date.
value-date = DATE
# The option --format. All texts of options: at most 94 columns.
option-format = form of the report (default: text)
# The option --json.
option-json = the same as --format json; docs/report.md describes it
# The option --output.
option-output = write the report to this file, and replace the file if it exists (never a PATH)
# The option --quiet.
option-quiet = print errors only, for scripts that use the exit code
# The option --fail-on.
option-fail-on = exit with 3 instead of 0 if anything needs action today
# The option --lang.
option-lang = language (default: from LC_ALL, LC_MESSAGES or LANG)
# The option --now.
option-now = answer as of this time (RFC 3339), for example 2026-11-24T03:00:00Z
# The option --created.
option-created = the gateway's creation date, for example 2017-05-31
# The option --deadline.
option-deadline = the deadline in Microsoft's notification, which completes the steps
# The option --limits.
option-limits = list the size limits and the error for each
# The option --man.
option-man = print the manual page (roff)
# The option --help.
option-help = show this text
# The option --version.
option-version = show the version
# Exit code. All texts of exit codes: at most 94 columns.
exit-not-affected = every input is not affected
# Exit code.
exit-affected = at least one input is affected
# Exit code.
exit-undetermined = none is affected; an input has no answer, nothing was found, or the report can't be written
# Exit code.
exit-action-today = with --fail-on today: every input is not affected, but at least one needs action today
# Exit code.
exit-usage = usage error
# Example: check one file.
example-file = Check one package.
# Example: write a table about all packages in a folder.
example-table = Check every package in a folder, and write a table for a spreadsheet.
# Example: print the result for a ticket.
example-markdown = Check one package, and print the result for a ticket or a wiki.
# Example: only the exit code.
example-script = In a script: learn from the exit code whether any package needs action.
# Example: read from standard input.
example-input = Read a package from standard input, and print JSON for another program.

## Errors

# Follows an error of usage.
usage-hint = For usage, run p2s-check --help.
# The report couldn't be written.
incomplete-output = the report couldn't be written completely.
# The file for the report can't be written. $path: that file.
output-failed = the report can't be written to { $path }. Check the folder, your permissions, and that it isn't a folder itself.
# Error of usage.
usage-no-path = a path is missing
# An option got a value that it doesn't take. $choices: the values that it takes, such as ja|en. $value: what was given.
usage-choice = { $option } takes { $choices }, not { $value }
# Error of usage. $value: what was given.
usage-now = --now needs a time with a time zone, for example 2026-11-24T03:00:00Z (RFC 3339), not { $value }
# An option needs a date. $value: what was given.
usage-date = { $option } needs a date, for example 2017-05-31, not { $value }
# The report would replace a file that is to be checked. $path: that file.
usage-output-is-input = { $path } is to be checked, so the report can't replace it
# Error of usage.
usage-unknown-option = there is no option { $option }
# Error of usage.
usage-missing-value = { $option } needs a value
# Error of usage.
usage-unexpected-value = { $option } takes no value
# Error of usage. $value: what was given.
usage-not-unicode = an argument isn't valid Unicode: { $value }
# Error of usage.
usage-no-clock = this machine's clock can't be read; use --now
