### The answer about the gateway's root certificate today.
###
### Variables of most messages: $server: the message server-of-gateway or server-in-file. $file: the name of the file.
### $roots: names of root certificates, as a list. $count: their number. $certainty: whether the gateway's certificate
### chains to these roots. certain; uncertain; lone: if the file is from the gateway's package; script: if the gateway
### doesn't use RADIUS.

## The answer in a few words

# The root is current, but the rest is undetermined.
today-word-uncertain = Not certain
# All is well.
today-word-nothing = Nothing to do today
# Several roots: a migration.
today-word-ready = Import all root certificates
# A root is being retired, has expired or is the gateway's own.
today-word-act = Act
# A public root that isn't on the list.
today-word-look-again = Look again
# The root is unknown.
today-word-unknown = Cannot tell

## First sentences

# Refers to roots.
part-them = { $count ->
    [0] it
    [1] it
   *[other] them
}
# The verb for roots.
part-are = { $count ->
    [0] is
    [1] is
   *[other] are
}
# Whether the gateway's certificate chains to the roots.
part-chain = { $certainty ->
    [uncertain] but it is not certain that { $server } (not your own certificates) chains to { part-them }
    [lone] and the gateway's server certificate chains to { part-them } if { $file } came from its package
    [script] and { $server } (not your own certificates) chains to { part-them }, unless the gateway uses RADIUS authentication
   *[certain] and { $server } (not your own certificates) chains to { part-them }
}
# All roots are current.
today-current = Today: { $roots } { part-are } current, { part-chain }.
# Several roots: a migration. $package: the message package-of-gateway or package-of-file.
today-ready = Today: { $package } contains several root certificates for the gateway's server certificate ({ $roots }), as for a root certificate migration. Import all of them on every client.
# Which roots are being retired and which have expired. $retiring, $expired: lists. $retiring-count, $expired-count.
part-outgoing = { $retiring-count ->
    [0] { part-expired }
   *[other] { $retiring } { $retiring-count ->
        [1] is
       *[other] are
    } being retired{ $expired-count ->
        [0] {""}
       *[other] , { part-expired }
    }
}
# Which roots have expired. $expired: a list. $expired-count.
part-expired = { $expired } { $expired-count ->
    [0] has
    [1] has
   *[other] have
} expired
# Roots are being retired or have expired. $retiring, $expired: lists. $retiring-count, $expired-count.
today-outgoing = Act: { part-outgoing }, { part-chain }.
# As today-outgoing, but an intermediate is among those that have expired.
today-outgoing-intermediate = Act: { part-outgoing }, { part-chain }.
# A name in a list of expired roots. $root: the root that the intermediate chains to.
expired-intermediate = { $name } (an intermediate under { $root })
# The gateway's own CA. $parts: all or some parts of the package show it. $stage of the maintenance of 2019: past, under-way or upcoming.
today-own-ca = Act: by { $parts ->
    [all] this package
   *[some] parts of this package
}, { $server } (not your own certificates) is under a CA of the gateway's own, { $stage ->
    [past] which no gateway should use any more
   *[other] which the maintenance of 2019 replaces
}.
# A public root that isn't on the list.
today-unlisted = Today: { $roots } { part-are } public, but not known to be used by Azure VPN gateways, { part-chain }.
# The root is unknown.
today-unknown = Today: the root of { $server } (not your own certificates) isn't known, so its state can't be determined.

## Explanations

# Explains today-current if names in the package show another root.
explain-names-disagree = The names in the package don't all show that root. This can happen during a root certificate migration: download the package again and check it.
# Explains today-current.
explain-current = No retirement is known. A package is a snapshot of one day: if Microsoft notifies you of a root certificate migration, download the package again and check it.
# Explains today-ready.
explain-ready = Clients that trust all of them keep connecting when the gateway changes its server certificate. Your own root and client certificates aren't affected.
# Which roots are being retired or have expired, as a sentence of explain-ready.
explain-outgoing = { part-outgoing }.
# Roots that aren't on the list, as a sentence of explain-ready.
explain-ready-unlisted = { $roots } { part-are } public, but not known to be used by Azure VPN gateways.
# Explains today-outgoing if all roots have expired.
explain-expired = A client that checks the period of validity refuses a server certificate that chains to an expired root. The gateway's root has most likely changed since.
# Explains today-own-ca after the maintenance of 2019. $completed: a day.
explain-own-ca-past = By { $completed } all gateways had been moved to public CAs.
# Explains today-own-ca before and during the maintenance of 2019. $completed: a day.
explain-own-ca-before = The maintenance of 2019 moves all such gateways to public CAs, the last by { $completed }.
# Explains today-unlisted.
explain-unlisted = It may be newer than this tool's list, or no longer on Azure's list. Compare with Azure's own pages and with your notification.
# Explains today-unknown.
explain-unknown = The evidence below shows what is missing or unknown.
# What an unknown root may be.
newer-root = This may be a root certificate migration to a root that is newer than this tool.
# What to do before trusting an unknown root.
compare-fingerprint = Before you import it, compare the fingerprint of { $roots } with the one in a package that you download again.
# What to do about a root of which only the name is known.
download-before-change = Download the package again before you change anything on the clients.

## Steps

# First step of most answers.
step-download-and-check = Download the VPN client package again and check it in the same way.
# Step after a migration package or an expired root.
step-import-if-several = If the new package contains several roots, import all of them on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).
# Step of a migration.
step-deadline = Have every client ready before the deadline in your own notification.
# Step.
step-install-new = Install the new package on every client.
# Step after an expired root.
step-ask-if-expired = If the new package holds only what has expired, ask Azure support.
# Step after the gateway's own CA.
step-ask-if-own-ca = If the new package still rests on a CA of the gateway's own, ask Azure support.
# Step of a migration to a root that isn't on the list.
step-compare-fingerprint = Download the package again and compare the fingerprint of { $roots } in both.
# Step of a migration.
step-import-all = Import every root certificate of the package on every client, whatever the authentication (certificate, Microsoft Entra ID, RADIUS).
# Step of a migration. $parts: files of the package.
step-complete-parts = The newest root certificate is missing from { $parts }. A client that is set up with this alone isn't ready: download the package again, and if it is still missing there, add it.

## Other answers

# In a few words, for the gateway's own CA before and during the maintenance of 2019.
today-word-see-2019 = See the answer about 2019
# The file is a certificate of the reader's own.
today-not-the-gateway = { $file } doesn't contain the root of the gateway's server certificate.
