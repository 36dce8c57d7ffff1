### Dates, times and lists. Numbers are written without leading zeros.

# A day: 2019 年 5 月 12 日. $month: 1 to 12.
day = { $year } 年 { $month } 月 { $day } 日
# A day without its year, as short as possible, for a diagram: 2月25日. $month: 1 to 12.
short-day = { $month }月{ $day }日
# A month of a year: 2019 年 5 月. $month: 1 to 12.
month = { $year } 年 { $month } 月
# A moment: 2019 年 2 月 26 日 3:00. $minute has two digits.
moment = { $year } 年 { $month } 月 { $day } 日 { $hour }:{ $minute }
# A moment to the second. $time: 2024-01-20 10:30:00.
exact-moment = { $time } UTC
# A range of years: 2020 年から 2024 年.
years = { $first } 年から { $last } 年
# The last two items of a list. $first is the list so far.
list-end = { $first }、{ $last }
# An item in the middle of a list. $first is the list so far.
list-middle = { $first }、{ $next }
# A list of which only the first items are shown. $count: how many more there are.
list-cut = { $names } ほか { $count } 件
# Two sentences, one after the other.
sentences = { $first }{ $next }
# A sentence about a part of a package. $place: where the part is, such as Generic/VpnSettings.xml.
about-place = { $place }: { $sentence }
