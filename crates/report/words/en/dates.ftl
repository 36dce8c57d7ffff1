### Dates, times and lists. Numbers are written without leading zeros.

# The name of a month. $month: 1 to 12.
part-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# An hour with two digits. $hour: 0 to 23.
part-hour = { $hour ->
    [0] 00
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $hour }
}
# A day: 12 May 2019. $month: 1 to 12.
day = { $day } { part-month } { $year }
# A day without its year, as short as possible, for a diagram: 25 Feb. $month: 1 to 12.
short-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# A month of a year: May 2019. $month: 1 to 12.
month = { part-month } { $year }
# A moment: 26 February 2019, 03:00. $minute has two digits.
moment = { $day } { part-month } { $year }, { part-hour }:{ $minute }
# A moment to the second. $time: 2024-01-20 10:30:00.
exact-moment = { $time } UTC
# A range of years: 2020 to 2024.
years = { $first } to { $last }
# The last two items of a list: "one, two and three". $first is the list so far.
list-end = { $first } and { $last }
# An item in the middle of a list. $first is the list so far.
list-middle = { $first }, { $next }
# A list of which only the first items are shown. $count: how many more there are.
list-cut = { $names } and { $count } more
# Two sentences, one after the other.
sentences = { $first } { $next }
# A sentence about a part of a package. $place: where the part is, such as Generic/VpnSettings.xml.
about-place = { $place }: { $sentence }
