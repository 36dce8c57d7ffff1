### The notices. The identifiers end with the identifier of the notice.

## Roots that are being retired: retirement-<notice>
##
## $roots: the roots that the notice retires, as a list. $since: the day since which they are being retired. $notice: the
## day of the notice. $deadline: the month of the deadline. $deadline-state: ahead or over.

# Why the roots are being retired. Keep what is our inference in a sentence of its own.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2026-root-rotation = According to an Azure page dated { $notice }, a notification from Microsoft identifies your gateway as affected and gives the deadline. Every client then needs the new profile. { $deadline-state ->
        [ahead] One version of the page gives the end of { $deadline }; what your notification says comes first.
       *[over] One version of the page gave the end of { $deadline }: a gateway that has been migrated accepts no client that has only this root.
    } That the migration is about { $roots } is our inference: the page names no root, but Chrome and Firefox stopped trusting it for web sites on { $since }.
    .wait = If it still contains only { $roots }, { $deadline-state ->
        [ahead] wait for Microsoft's notification; then, and in any case in good time before the end of { $deadline }, download and check again.
       *[over] ask Azure support for your gateway's date; then download and check again.
    }
# Why the roots are being retired: a schedule that says nothing about Azure's gateways.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2029-web-trust = According to a schedule that Mozilla has published, its trust in { $roots } for web sites ends on { $since }. This tool knows of no notice about your gateway: what a notification from Microsoft says comes first.
    .wait = If it still contains only { $roots }, wait for a notification from Microsoft; then download and check again.

## The footer and the banner

# A notice in the footer. $date, $checked: days. $id: the identifier of the notice.
notice-of = Notice of { $date } ({ $id }), its facts last checked on { $checked }
# A banner if all facts were checked more than a year ago. $checked: a day.
facts-outdated = The facts in this page were last checked on { $checked }, over a year ago. There may be newer ones: look for a newer version.
