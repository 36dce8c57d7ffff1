### Tables, diagrams and calendar files in the sections of the prose. Facts of the notices, such as $completed or
### $window-1-jst, are variables as in the sections.

## The list of sections

# Heading of the list of sections.
contents = On this page
# Heading of the questions in that list.
contents-questions = Questions
# The last item of that list: the sources, which are on another page.
sources = Sources
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
calendar-event = Azure P2S VPN gateways: the 2019 maintenance ({ $window })
# Text of a calendar entry. $start: a moment in Japan.
calendar-description = From { $start } Japan time (JST, UTC+9), Azure switches type B gateways to a certificate from a public CA, one after another. After the switch, their P2S clients can't connect until the VPN client package has been downloaded again and reinstalled. The end time assumes that "several hours" means { $hours } hours. The automatic maintenance was completed on { $completed }. Not a Microsoft product.

## The diagrams

# Spoken text of the first diagram.
life-title = Timeline of a gateway's own CA (created, renewal due, expiry) for an example of each of the types A, B and C. It also shows about { $public-since }, the windows and the maintenance. The same information follows as text.
# Spoken text of the second diagram.
weeks-title = The weeks of the windows, day by day in Japan time. The same information follows as text.
# Legend: the gateway's own CA. Very short.
legend-own = own CA
# Legend: a public CA. Very short.
legend-public = public CA
# Legend: when renewal is due. Very short.
legend-due = renewal due
# Legend: the expiry of the CA. Very short.
legend-end = expiry
# Label of a period: when new gateways began to use public CAs. Very short.
mark-about = about { $public-since }
# Label of a period. Very short.
mark-windows = windows on request
# Label of a period. Very short.
mark-maintenance = maintenance
# Label of an example.
life-type-a = Type A: renewed by routine maintenance
# Label of an example.
life-type-b = Type B: own CA until the maintenance
# Label of an example.
life-type-c = Type C: public CA from the start
# The example as a sentence. $created, $due, $end: days.
life-example-a = Example of type A: created on { $created }. From { $due }, routine maintenance renewed the certificate, which has come from a public CA since then. The gateway's own CA would have expired on { $end }.
# The example as a sentence. $created, $due, $end: days.
life-example-b = Example of type B: created on { $created }. Renewal wasn't due until { $due }, and the gateway's own CA would have expired on { $end }. The { $notice-year } maintenance came first.
# The example as a sentence. $created, $due, $end: days.
life-example-c = Example of type C: created on { $created }, with a certificate from a public CA from the start. (With its own CA, renewal would have been due on { $due }, and the CA would have expired on { $end }.)
# Label of the package that was read.
life-read = The CA in the package that was checked
# The package that was read, after its label. $from, $due, $to: days.
life-read-days = created { $from }, renewal due { $due }, expiry { $to }.
# Label in the second diagram. Very short.
weeks-notice = notice
# Label in the second diagram. Very short.
weeks-windows = windows 1 to 4
# Label in the second diagram. Very short.
weeks-automatic = automatic, to { $completed }
# The second diagram in words.
weeks-in-words = In Japan time: the notice on { $notice }; window 1 from { $window-1-jst }, window 2 from { $window-2-jst }, window 3 from { $window-3-jst }, window 4 from { $window-4-jst }, each shown as { $hours } hours long (our interpretation of "several hours"); the automatic maintenance from { $automatic-jst } until { $completed }.

## The list of clients, to print

# Caption.
checklist-caption = Clients
# Line to fill in.
checklist-gateway = Gateway:
# Line to fill in.
checklist-downloaded = Package downloaded on:
# Line to fill in.
checklist-deadline = Deadline:
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
