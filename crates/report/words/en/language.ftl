### The language itself.

# The name of the language in the language itself. The page shows it where the reader chooses a language.
language-name = English
# Not a text: the locale (BCP 47) by which the browser names time zones.
locale = en-GB
