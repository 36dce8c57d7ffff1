### Tables, diagrams and calendar files in the sections of the prose. Facts of the notices, such as $completed or
### $window-1-jst, are variables as in the sections.

## The list of sections

# Heading of the list of sections.
contents = On this page
# Heading of the questions in that list.
contents-questions = Questions
# Precedes a conclusion of ours.
inference = Our inference:

## The table of windows

# Caption.
windows-caption = The five windows
# Column: the name of the window.
windows-window = Window
# Column: the start in Japan.
windows-jst = Japan (JST)
# Column: the start in UTC.
windows-utc = UTC
# Column: the start in the reader's time zone.
windows-local = Your time
# Column: upcoming, under way or past.
windows-state = State
# Column: the calendar file.
windows-calendar = Calendar
# The name of the automatic maintenance.
window-automatic = Automatic
# The name of a window that customers could request. $number: 1 to 4.
window-on-request = Window { $number } (on request)
# The start of a window. $time: a moment.
window-from = from { $time }
# State of a window.
stage-upcoming = upcoming
# State of a window.
stage-under-way = under way
# State of a window.
stage-past = past
# Link to the calendar file of one window.
calendar-save = .ics
# Link to the calendar file of all windows.
calendar-save-all = All five windows as one calendar file (.ics)
# Title of a calendar entry. $window: window-automatic or window-on-request.
calendar-event = Azure P2S VPN gateways: certificate change ({ $window })
# Text of a calendar entry. $start: a moment in Japan.
calendar-description = From { $start } Japan time (JST, UTC+9) on, type B gateways get a certificate of a public CA, one after another. Afterwards their P2S clients cannot connect until the VPN client package has been downloaded again and reinstalled. The end is a reading of "several hours" ({ $hours }); the automatic maintenance was completed on { $completed }. Not a Microsoft product.

## The diagrams

# Spoken text of the first diagram.
life-title = The life of a gateway's own CA: made, renewal due, end; for an example of each of the types A, B and C, against about { $public-since }, the windows and the maintenance. The same stands in words below.
# Spoken text of the second diagram.
weeks-title = The weeks of the windows, day by day in Japan time. The same stands in words below.
# Legend: the gateway's own CA. Very short.
legend-own = own CA
# Legend: a public CA. Very short.
legend-public = public CA
# Legend: when renewal is due. Very short.
legend-due = renewal due
# Legend: the end of the CA. Very short.
legend-end = end
# Label of a period: when new gateways began to use public CAs. Very short.
mark-about = about { $public-since }
# Label of a period. Very short.
mark-windows = windows on request
# Label of a period. Very short.
mark-maintenance = maintenance
# Label of an example.
life-type-a = Type A: renewed by a routine maintenance
# Label of an example.
life-type-b = Type B: own CA until the maintenance
# Label of an example.
life-type-c = Type C: public CA from the start
# The example as a sentence. $created, $due, $end: days.
life-example-a = Type A, for example: created on { $created }. From { $due } on a routine maintenance renews the certificate, now under a public CA; the own CA would have ended on { $end }.
# The example as a sentence. $created, $due, $end: days.
life-example-b = Type B, for example: created on { $created }. Renewal was due on { $due } only, and the own CA would have ended on { $end }; the maintenance of { $notice-year } came first.
# The example as a sentence. $created, $due, $end: days.
life-example-c = Type C, for example: created on { $created }, under a public CA from the start. (With an own CA, renewal would have been due on { $due } and the end would have come on { $end }.)
# Label of the package that was read.
life-read = The CA of the package that was read
# The package that was read, after its label. $from, $due, $to: days.
life-read-days = made { $from }, renewal due { $due }, end { $to }.
# Label in the second diagram. Very short.
weeks-notice = notice
# Label in the second diagram. Very short.
weeks-windows = windows 1 to 4
# Label in the second diagram. Very short.
weeks-automatic = automatic, to { $completed }
# The second diagram in words.
weeks-in-words = In Japan time: the notice on { $notice }; window 1 from { $window-1-jst }, window 2 from { $window-2-jst }, window 3 from { $window-3-jst }, window 4 from { $window-4-jst }, each drawn { $hours } hours long (our reading of "several hours"); the automatic maintenance from { $automatic-jst } until { $completed }.

## The list of clients, to print

# Caption.
checklist-caption = Clients
# Line to fill in.
checklist-gateway = Gateway:
# Line to fill in.
checklist-downloaded = Package downloaded on:
# Line to fill in.
checklist-deadline = To be done by:
# Column.
checklist-device = Device, user
# Column: the kind of client.
checklist-client = Client
# Column with a checkbox.
checklist-package = New package
# Column with a checkbox.
checklist-roots = All roots
# Column with a checkbox.
checklist-connected = Connected
# Column.
checklist-initials = Date, initials
# Button.
checklist-print = Print this list
