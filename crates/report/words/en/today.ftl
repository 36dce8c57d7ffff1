### The answer about the gateway's root certificate today.
###
### Variables of most messages: $server: the message server-of-gateway or server-in-file. $file: the name of the file.
### $roots: names of root certificates, as a list. $count: their number. $certainty: whether the gateway's certificate
### chains to these roots. certain; uncertain; lone: if the file is from the gateway's package; script: if the gateway
### doesn't use RADIUS.

## The answer in a few words

# The root is current, but the rest is undetermined.
today-word-uncertain = Not confirmed
# All is well.
today-word-nothing = Nothing to do today
# Several roots: a migration.
today-word-ready = Import all root certificates
# A root is being retired, has expired or is the gateway's own.
today-word-act = Action needed
# A public root that isn't on the list.
today-word-look-again = Check again
# The root is unknown.
today-word-unknown = Can't tell

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
# The negated verb for roots.
part-are-not = { $count ->
    [0] isn't
    [1] isn't
   *[other] aren't
}
# Whether the gateway's certificate chains to the roots.
part-chain = { $certainty ->
    [uncertain] but it isn't confirmed that { $server } chains to { part-them }
    [lone] and if { $file } came from the gateway's package, the gateway's server certificate chains to { part-them }
    [script] and unless the gateway uses RADIUS authentication, { $server } chains to { part-them }
   *[certain] and { $server } chains to { part-them }
}
# All roots are current.
today-current = { $certainty ->
    [certain] { $roots }, the root of { $server }, { part-are } valid and { part-are-not } being retired.
   *[other] { $roots } { part-are } valid and { part-are-not } being retired, { part-chain }.
}
# Several roots: a migration. $package: the message package-of-gateway or package-of-file.
today-ready = Import all root certificates on every client: { $package } contains several for the gateway's server certificate ({ $roots }), as for a root certificate migration.
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
# Roots are being retired or have expired. $retiring, $expired: lists, one of which can be empty. $retiring-count,
# $expired-count.
today-outgoing = { $certainty ->
    [certain] { $count ->
        [1] { $retiring }{ $expired }, the root of { $server }, { $retiring-count ->
            [1] is being retired
           *[other] has expired
        }.
       *[other] { part-outgoing }, { part-chain }.
    }
   *[other] { part-outgoing }, { part-chain }.
}
# As today-outgoing, but an intermediate is among those that have expired.
today-outgoing-intermediate = { part-outgoing }, { part-chain }.
# A name in a list of expired roots. $root: the root that the intermediate chains to.
expired-intermediate = { $name } (an intermediate issued by { $root })
# The gateway's own CA. $parts: all or some files of the package show it. $stage of the 2019 maintenance: past, under-way or upcoming.
today-own-ca = { $stage ->
    [past] { $parts ->
        [all] This package is outdated
       *[some] Some files in this package are outdated
    }: { $server } came from the gateway's own self-signed CA, which no gateway should still be using.
   *[other] { $parts ->
        [all] This package shows
       *[some] Some files in this package show
    } that { $server } comes from the gateway's own self-signed CA, which the 2019 maintenance replaces.
}
# A public root that isn't on the list.
today-unlisted = { $roots } { part-are } public, but { part-are-not } known to be used by Azure VPN gateways, { part-chain }.
# The root is unknown.
today-unknown = The root of { $server } isn't known, so its state today can't be determined.

## Explanations

# Explains today-current if names in the package show another root.
explain-names-disagree = The names in the package don't all show that root. This can happen during a root certificate migration: download the package again and check it.
# A sentence after the reasons if DigiCert Global Root CA is being retired and the gateway is in Azure Government or Azure in China.
explain-other-cloud = In Azure Government and in Azure operated by 21Vianet (China), Azure's IoT endpoints still chained to this root in 2026. Our inference: it may be too early to act on this gateway.
# Explains today-current.
explain-current = A package is a snapshot of the day it was created. If Microsoft notifies you of a root certificate migration, download the package again and check it.
# Explains today-ready.
explain-ready = Clients that trust all of them keep working after the gateway switches to a new root. Your own root and client certificates aren't affected.
# Which roots are being retired or have expired, as a sentence of explain-ready.
explain-outgoing = { part-outgoing }.
# Roots that aren't on the list, as a sentence of explain-ready.
explain-ready-unlisted = { $roots } { part-are } public, but { part-are-not } known to be used by Azure VPN gateways.
# Explains today-outgoing if all roots have expired.
explain-expired = Clients that check expiry dates reject a server certificate that chains to an expired root. The gateway has most likely switched to another root since. { -not-yours }
# Explains today-own-ca after the 2019 maintenance. $completed: a day.
explain-own-ca-past = According to Azure, all gateways had been switched to public CAs by { $completed }.
# Explains today-own-ca before and during the 2019 maintenance. $completed: a day.
explain-own-ca-before = The 2019 maintenance switches all such gateways to public CAs, the last by { $completed }. Until then, a new package can still contain this CA: see "The 2019 maintenance".
# Explains today-unlisted.
explain-unlisted = It may be newer than this tool's list, or no longer on Azure's list. Compare it with Azure's pages and with your notification.
# Explains today-unknown.
explain-unknown = See "Evidence" for what's missing or unknown.
# What an unknown root may be.
newer-root = This may be a root certificate migration to a root that is newer than this tool.
# What to do before trusting an unknown root.
compare-fingerprint = Before you import it, compare the fingerprint of { $roots } with the one in a newly downloaded package.
# What to do about a root of which only the name is known.
download-before-change = Download the package again before you change anything on the clients.

## Steps

# First step of most answers.
step-download-and-check = Download the VPN client package again and check it here.
# Step after a migration package or an expired root.
step-import-if-several = If the new package contains several root certificates, import all of them on every client, regardless of authentication method (certificate, Microsoft Entra ID, RADIUS).
# Step of a migration.
step-deadline = Make sure that every client is ready before the deadline in your notification.
# Step.
step-install-new = Install the new package on every client.
# Step after an expired root.
step-ask-if-expired = If the new package still contains only expired certificates, ask Azure support.
# Step after the gateway's own CA.
step-ask-if-own-ca = If the new package still contains the gateway's own self-signed CA after the 2019 maintenance, ask Azure support.
# Step of a migration to a root that isn't on the list.
step-compare-fingerprint = Download the package again and compare the fingerprint of { $roots } in both.
# Step of a migration.
step-import-all = Import every root certificate in the package on every client, regardless of authentication method (certificate, Microsoft Entra ID, RADIUS).
# Step of a migration. $parts: files of the package.
step-complete-parts = The newest root certificate is missing from { $parts }. A client that is set up with this alone isn't ready. Download the package again, and if the root is still missing, add it.

## Other answers

# In a few words, for the gateway's own CA before and during the maintenance of 2019.
today-word-see-2019 = See "The 2019 maintenance"
# The file is a certificate of the reader's own.
today-not-the-gateway = { $file } doesn't contain the root of the gateway's server certificate.
