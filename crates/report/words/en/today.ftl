### The answer about the gateway's root certificate today.
###
### Variables of most messages: $server: the message server-of-gateway or server-in-file. $file: the name of the file.
### $roots: names of root certificates, as a list. $count: their number. $certainty: whether the gateway's certificate
### chains to these roots. certain; uncertain; lone: if the file is from the gateway's package; script: if the gateway
### doesn't use RADIUS.

## The answer in a few words

# The root is current, but the rest is undetermined.
today-word-uncertain = Not confirmed
# All is well, but by weak evidence: a lone certificate, a script or names.
today-word-weak = Probably nothing to do
# A root is being retired.
today-word-get-ready = Get ready
# All is well.
today-word-nothing = Nothing to do today
# Several roots: a migration.
today-word-ready = Import all root certificates
# A root has expired.
today-word-act = Action needed
# The gateway's own CA, after the 2019 maintenance.
today-word-new-package = New package needed
# A public root that isn't on the list.
today-word-look-again = Check again
# The root is unknown.
today-word-unknown = Can't tell

# Today's answer in the middle of a line, after a colon: there is something to do.
today-short-action = action needed
# Today's answer in the middle of a line, after a colon: all is well.
today-short-nothing = nothing to do
# Today's answer in the middle of a line, after a colon: all is well, but by weak evidence.
today-short-weak = probably nothing to do
# Today's answer in the middle of a line, after a colon.
today-short-open = can't tell

## First sentences

# Begins the first sentences: whose root it is, and on which condition. A predicate follows. $kind: root, or intermediate
# if it is an intermediate that has expired.
part-subject = { $certainty ->
    [uncertain] If this file is right, the
    [lone] If { $file } came from your gateway's package, the
    [script] Unless the gateway uses RADIUS, the
    [names] By names alone, the
   *[certain] The
} { $kind ->
    [intermediate] CA
   *[root] root
}{ $count ->
    [1] {""}
   *[other] s
} of { $certainty ->
    [lone] the gateway's server certificate
   *[other] { $server }
} { $count ->
    [1] is
   *[other] are
}
# All roots are current.
today-current = { part-subject } valid and not being retired.
# All roots are current, but the answer about 2019 is undetermined. $package: the message package-of-gateway or package-of-file.
today-unconfirmed = The public roots in { $package } are valid today, but the gateway's server certificate may not chain to them.
# Several roots: a migration. $package: the message package-of-gateway or package-of-file.
today-ready = For a root certificate migration, { $package } contains several root certificates for the gateway's server certificate.
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
# Roots are being retired or have expired. $retiring-count, $expired-count: numbers of roots.
today-outgoing = { part-subject } { $retiring-count ->
    [0] expired
   *[other] being retired{ $expired-count ->
        [0] {""}
       *[other] {" "}or expired
    }
}.
# A name in a list of expired roots. $root: the root that the intermediate chains to.
expired-intermediate = { $name } (an intermediate issued by { $root })
# The gateway's own CA, after the 2019 maintenance. $parts: all or some files of the package show it.
today-own-ca = { $parts ->
    [all] This package is outdated
   *[some] Some files in this package are outdated
}: { $server } came from the gateway's own self-signed CA.
# The gateway's own CA, before and during the 2019 maintenance. $parts: all or some files of the package show it.
today-own-ca-before = { $parts ->
    [all] This package shows
   *[some] Some files in this package show
} that { $server } comes from the gateway's own self-signed CA.
# A public root that isn't on the list.
today-unlisted = { part-subject } public, but not known from Azure VPN gateways.
# The root is unknown.
today-unknown = The root of { $server } isn't known, so its state today can't be determined.

## Explanations

# Explains today-current if names in the package show another root.
explain-names-disagree = { part-roots }The names in the package don't all show that root. This can happen during a root certificate migration. { -not-yours }
# A sentence after the reasons if DigiCert Global Root CA is being retired and the gateway is in Azure Government or Azure in China.
explain-other-cloud = In Azure Government and in Azure operated by 21Vianet (China), Azure's IoT endpoints still chained to this root in 2026. Our inference: it may be too early to act on this gateway.
# Explains today-current.
explain-current = { part-roots }A package shows its gateway only as it was on the day of the download. { -not-yours }
# Explains today-ready.
explain-ready = { part-roots }Clients that trust all of them keep working after the gateway switches to a new root.
# Which roots are being retired or have expired, as a sentence. $retiring, $expired: lists. $retiring-count, $expired-count.
explain-outgoing = { part-outgoing }.
# Which root is being retired or has expired, as a sentence.
explain-root = The root is { $root }.
# The reader's own certificates, at the end of an explanation.
explain-not-yours = { -not-yours }
# Roots that aren't on the list, as a sentence of explain-ready.
explain-ready-unlisted = { $roots } { $count ->
    [1] is
   *[other] are
} public, but not known from Azure VPN gateways.
# Explains today-outgoing if all roots have expired.
explain-expired = Clients that check expiry dates reject a server certificate that chains to an expired root. The gateway has most likely switched to another root since. { -not-yours }
# Explains today-own-ca after the 2019 maintenance. $completed: a day. $dated: later if the package was created after that day; $day: when it was created.
explain-own-ca-past = According to Azure, all gateways had been switched to public CAs by { $completed }. { $dated ->
    [later] This package was created later, on { $day }, which doesn't fit. If clients set up with it can still connect, ask Azure support which CA issued the gateway's server certificate.
   *[earlier] Clients set up with this package have most likely been unable to connect since then.
} { -not-yours }
# Explains today-own-ca before and during the 2019 maintenance. $completed: a day.
explain-own-ca-before = The 2019 maintenance switches all such gateways to public CAs, the last by { $completed }. Until then, a new package can still contain this CA: see "The 2019 maintenance".
# Explains today-unlisted.
explain-unlisted = { part-roots }It may be newer than this tool's list, or no longer on Azure's list. Compare it with Azure's pages and with your notification. { -not-yours }
# Explains today-unknown.
explain-unknown = See "Evidence" for what's missing or unknown.
# What an unknown root may be.
newer-root = This may be a root certificate migration to a root that is newer than this tool.
# What to do before trusting an unknown root.
compare-fingerprint = Before you import anything, compare the fingerprint of { $roots } under "Evidence" with the one in a newly downloaded package. If they differ, don't import it.
# What to do about a root of which only the name is known.
download-before-change = Download the package again before you change anything on the clients.

## Steps

# Steps of most answers. $portal: the message portal-path or portal-path-hub, or nothing. $dated: yes if the date of the package is known. $day: that day.
step-download-and-check = Download the VPN client package again{ $portal }, and check the new one here.{ $dated ->
    [yes] {" "}The one you checked was created on { $day }.
   *[no] {""}
}
# Step after a good answer. $dated: yes if the date of the package is known. $day: that day.
step-if-notified = If Microsoft has notified you of a root certificate migration since { $dated ->
    [yes] { $day }, when this package was created
   *[no] this package was downloaded
}, download it again and check the new one here.
# Step after a migration package or an expired root.
step-import-if-several = If the new package contains another root certificate, alone or beside the old one, import all of its root certificates on every client, regardless of authentication method (certificate, Microsoft Entra ID, RADIUS).
# Step of a migration. $known: yes if the reader entered the deadline. $day: that day.
step-deadline = Make sure that every client is ready before { $known ->
    [yes] { $day },{" "}
   *[no] {""}
}the deadline in your notification.
# Step after an expired root.
step-install-every-client = Install the new package on every client. You don't need to change your own certificates.
# Step after an expired root.
step-ask-if-expired = If the new package still contains only expired certificates, ask Azure support.
# Step after the gateway's own CA.
step-ask-if-own-ca = If the new package still contains the gateway's own self-signed CA, ask Azure support.
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
