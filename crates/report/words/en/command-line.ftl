### The command line itself. Its report has the words of the other files.

# The text of --help. Keep the columns aligned, and no line longer than 100 columns. $languages: the language tags, such as ja|en.
help =
    p2s-check: does the change of the gateway's server certificate cut off your VPN clients?

    usage: p2s-check [--json] [--lang { $languages }] [--now TIME] [--created DATE] PATH...

      PATH            a VPN client package (.zip, .exe), a part of one, or a folder; - is standard input
      --json          the report as JSON (docs/report.md)
      --lang { $languages }    language; else that of LC_ALL, LC_MESSAGES or LANG
      --now TIME      answer as of this time, RFC 3339 with a zone, as 2026-11-24T03:00:00Z
      --created DATE  the gateway's creation date, as 2017-05-31
      --limits        what is read of an input at most, and the error of one that needs more
      -h, --help      this text
      -V, --version   the version

    exit: 0 every input not affected; 1 one affected; 2 none affected, but one can't be told or read,
          or nothing found; 64 wrong usage

    Files are read on this machine only. Not a Microsoft product.
# Follows an error of usage.
usage-hint = p2s-check --help tells how it is used.
# The report couldn't be written.
incomplete-output = the report could not be written to its end.
# Error of usage.
usage-no-path = a path is missing
# Error of usage. $languages: the language tags, such as ja|en. $value: what was given.
usage-language = --lang takes { $languages }, not { $value }
# Error of usage. $value: what was given.
usage-now = --now takes a time with its zone such as 2026-11-24T03:00:00Z (RFC 3339), not { $value }
# Error of usage. $value: what was given.
usage-created = --created takes a date such as 2017-05-31, not { $value }
# Error of usage.
usage-unknown-option = there is no option { $option }
# Error of usage.
usage-missing-value = { $option } needs a value
# Error of usage.
usage-unexpected-value = { $option } takes no value
# Error of usage. $value: what was given.
usage-not-unicode = this is not Unicode: { $value }
# Error of usage.
usage-no-clock = the clock of this machine can't be read; give --now
