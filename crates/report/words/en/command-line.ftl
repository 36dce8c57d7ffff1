### The command line itself. Its report has the words of the other files.

# The text of --help. Keep the columns aligned, and no line longer than 100 columns. $languages: the language tags, such as ja|en.
help =
    p2s-check: checks whether a change of the gateway's server certificate cuts off your VPN clients

    usage: p2s-check [--json] [--lang { $languages }] [--now TIME] [--created DATE] PATH...

      PATH            a VPN client package (.zip, .exe), a file from it, or a folder; - is stdin
      --json          write the report as JSON (docs/report.md)
      --lang { $languages }    language; by default from LC_ALL, LC_MESSAGES or LANG
      --now TIME      answer as of this time (RFC 3339), for example 2026-11-24T03:00:00Z
      --created DATE  the gateway's creation date, for example 2017-05-31
      --limits        list the size limits and the error for each
      -h, --help      show this text
      -V, --version   show the version

    exit: 0 every input not affected; 1 at least one affected; 2 none affected, but at least one
          undetermined or unreadable, or nothing found; 64 usage error

    Files are read on this machine only. Not a Microsoft product.
# Follows an error of usage.
usage-hint = For usage, run p2s-check --help.
# The report couldn't be written.
incomplete-output = the report couldn't be written completely.
# Error of usage.
usage-no-path = a path is missing
# Error of usage. $languages: the language tags, such as ja|en. $value: what was given.
usage-language = --lang takes { $languages }, not { $value }
# Error of usage. $value: what was given.
usage-now = --now needs a time with a time zone, for example 2026-11-24T03:00:00Z (RFC 3339), not { $value }
# Error of usage. $value: what was given.
usage-created = --created needs a date, for example 2017-05-31, not { $value }
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
