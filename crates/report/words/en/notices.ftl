### The notices. The identifiers end with the identifier of the notice.

## Roots that are being retired: retirement-<notice>
##
## $roots: the roots that the notice retires, as a list. $since: the day since which they are being retired. $notice: the
## day of the notice. $deadline: the month of the deadline. $deadline-state: ahead or over.
## $state: ready if the package already has several roots.

# Why the roots are being retired. Keep what is our inference in a sentence of its own.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2026-root-rotation = According to an Azure page dated { $notice }, Microsoft notifies you if your gateway is affected. { $state ->
        [ready] {""}
       *[retiring] Every client then needs a new package by the deadline in that notification.{" "}
    }{ $deadline-state ->
        [ahead] One version of the page gives the end of { $deadline } as the deadline.
       *[over] One version of the page gave the end of { $deadline } as the deadline. Clients that have only this root can't connect to a gateway that has been migrated.
    } Our inference: the root being replaced is { $roots }. The page doesn't name it, but Chrome and Firefox stopped trusting it for websites on { $since }.
    .wait = If it still contains only { $roots }, { $deadline-state ->
        [ahead] wait for Microsoft's notification, then download and check again. If none arrives, check again well before the end of { $deadline }.
       *[over] ask Azure support for your gateway's date. Then download and check again.
    }
# Why the roots are being retired: a schedule that says nothing about Azure's gateways.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2029-web-trust = According to a schedule published by Mozilla, its trust in { $roots } for websites ends on { $since }. This tool knows of no notice about your gateway. A notification from Microsoft takes precedence.
    .wait = If it still contains only { $roots }, wait for a notification from Microsoft, then download and check again.

## The footer and the banner

# A notice in the footer. $date, $checked: days. $id: the identifier of the notice.
notice-of = Notice of { $date } ({ $id }), last checked on { $checked }
# A banner if all facts were checked more than a year ago. $checked: a day.
facts-outdated = The facts in this tool were last checked on { $checked }, over a year ago. Check whether a newer version is available.
