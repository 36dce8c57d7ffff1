### The answer about the 2019 maintenance.
###
### The question is whether the switch of the gateway's server certificate to a public CA cuts off clients. Readers think
### of their own certificates first, so every first sentence names the server certificate, and the explanation says that
### their own certificates aren't affected.
###
### Variables of most messages: $package: the message package-of-gateway or package-of-file. $server: the message
### server-of-gateway or server-in-file. $file: the name of the file. $roots: names of root certificates, as a list.
### $count: their number. $portal: the message portal-path or portal-path-hub, or nothing.

## Phrases inside sentences

# A package by its gateway. $gateway: a host name or an identifier.
package-of-gateway = the package of { $gateway }
# A package by its file, if it names no gateway.
package-of-file = { $file }
# The server certificate of a gateway. $gateway: a host name or an identifier.
server-of-gateway = the server certificate of { $gateway }
# The server certificate of a gateway whose package doesn't name it.
server-in-file = the gateway's server certificate in { $file }
# Where the Azure portal offers the package, inside a step. Left out where there is no room. Use the portal's own words.
portal-path = {" "}(portal > Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client)
# Where the Azure portal offers the package of a Virtual WAN hub. Use the portal's own words.
portal-path-hub = {" "}(portal > the hub > User VPN (Point to site) > Download virtual Hub User VPN profile)

-not-yours = Your own root and client certificates aren't affected.

## First sentences

# Not affected, proven by a certificate file alone.
answer-lone-certificate = If { $file } came from your gateway's package, the gateway's server certificate comes from a public CA.
# Not affected, but proven by names only.
answer-names-only = According to { $package }, but by names alone, the gateway's server certificate comes from a public CA.
# Not affected, proven by the script VpnProfileSetup.ps1 alone.
answer-script-only = Unless the gateway uses RADIUS, { $server } comes from a public CA.
# Not affected.
answer-all-public = A public CA issued { $server }.
# Affected.
answer-own-ca = When this package was created, { $server } came from the gateway's own self-signed CA.
# Undetermined: the files name different gateways.
answer-two-gateways = { $file } contains files from different gateways, so it isn't clear which gateway's server certificate they describe.
# Undetermined: the package has no evidence.
answer-no-evidence = Nothing in { $package } shows which CA issued the gateway's server certificate.
# Undetermined: the package contradicts itself, which may be a forgery.
answer-contradiction = The files or names in { $package } contradict each other about the CA of the gateway's server certificate.
# Undetermined: the files show different kinds of CAs.
answer-mixed = The contents of { $package } disagree about the CA of the gateway's server certificate.
# Undetermined: the CA is unknown.
answer-unknown-root = Nothing in { $package } confirms whether the gateway's server certificate comes from a public CA or from the gateway's own self-signed CA.
# The file can't be read. $happened: the message of the error.
answer-refusal = { $happened } The gateway's server certificate can't be checked from { $package }.

# The answer in a few words if the package contradicts itself.
word-contradiction = Don't install this package
# The answer in a few words if the file wasn't read because the user cancelled.
word-not-read = Not read
# The same in the middle of a line, after a colon.
short-not-read = not read

## Explanations

# Explains answer-two-gateways.
explain-two-gateways = Files from different packages are probably mixed. Check each gateway's package separately. { -not-yours }
# Explains answer-no-evidence.
explain-no-evidence = The information needed is missing or empty. Missing information never counts as safe. { -not-yours }
# Explains answer-contradiction.
explain-contradiction = A certificate or a name in it doesn't match the rest. Someone may have changed the package. Download it again from the portal yourself. { -not-yours }
# Explains answer-mixed and answer-unknown-root if the root may be newer than this tool. $advice: compare-fingerprint or download-before-change.
explain-newer-root = { newer-root } { $advice } Until that's clear, don't set up clients with this file. { -not-yours }
# Explains answer-mixed.
explain-mixed = Files from different packages are probably mixed. Until that's clear, don't set up clients with this file. { -not-yours }
# Explains answer-unknown-root.
explain-unknown-root = Until that's clear, don't set up clients with this file. Download the package again and check it. { -not-yours }
# Explains answer-all-public.
explain-all-public = { part-roots }{ $certainty ->
    [lone] In that case, the
    [script] Without RADIUS authentication, the
    [names] If the names are right, the
   *[certain] The
} switch to public CAs in 2019 doesn't stop clients set up with this file from connecting. { -not-yours }
# The names of the roots, as a sentence.
part-roots = { $count ->
    [0] {""}
    [1] The root is { $roots }.{" "}
   *[other] The roots are { $roots }.{" "}
}
# Follows explain-all-public if there are only names.
explain-names-only = There's no certificate to confirm the names, and anyone can write a name. Treat this as a first indication.
# The gateway's type according to the notice of 2019. $from, $to: days.
type-undecided-by-date = A or C. For gateways created between { $from } and { $to }, the creation date doesn't show which.
# The gateway's type according to the notice of 2019.
type-undecided = A or C. Only the gateway's creation date can show which.
# The gateway's type according to the notice of 2019.
type-a = A, according to its creation date.
# The gateway's type according to the notice of 2019.
type-c = C, according to its creation date.
# Why the type can't be determined: a type B gateway has had a public CA since the maintenance.
part-type-open = After the switch, type B gateways look like the other types.
# The gateway's type can't be determined. $day: the first day of the windows, in Japan.
type-open-after-windows = Can't be determined: the package was created after the first maintenance window ({ $day }, JST). { part-type-open }
# The gateway's type can't be determined.
type-open-without-date = Can't be determined: the file has no usable date. { part-type-open }
# The type of an affected gateway.
own-ca-type = B.
# The type of an affected gateway. $notice: the day of the notice.
own-ca-type-before-notice = B. The package is older than the notice ({ $notice }), so routine maintenance may have made the gateway type A since.
# Explains answer-own-ca after the maintenance. $maintenance, $completed: days.
own-ca-past = Azure switched such gateways to public CAs automatically from { $maintenance } (JST). According to Azure, all had been switched by { $completed }. Clients set up with this package have most likely been unable to connect since then. { -not-yours }
# Explains answer-own-ca during the maintenance. $maintenance: a day.
own-ca-under-way = Azure is switching such gateways to public CAs automatically from { $maintenance } (JST), or earlier in a requested window. Once this gateway has been switched, its clients can't connect until you install the new package on them. According to Azure's page of 12 March 2019, you receive an email when the switch is complete. { -not-yours }
# Explains answer-own-ca before the maintenance. $maintenance: a day.
own-ca-upcoming = Azure switches such gateways to public CAs automatically from { $maintenance } (JST), or earlier in a window that you request. After the switch, clients can't connect until you install the new package on them. { -not-yours }

## Steps

# Step after a weakly proven "not affected".
step-check-whole-package = To be sure, check the whole package (.zip) of that gateway.
# Step after "not affected".
step-each-gateway = Check each of your gateways and Virtual WAN hubs with its own package.
# Step for a file that may be the reader's own certificate.
step-own-certificate = If this is your own root or client certificate, leave it as it is. It isn't affected.
# Step for a file that may be the reader's own certificate.
step-download = Download the VPN client package{ $portal }.
# Step for a file that may be the reader's own certificate.
step-check-that = Check that package instead.
# Step for a file that can't be read.
step-where-to-download = Download the package{ $portal }.
# Step for a file that can't be read.
step-by-hand = If you can't download it again, check the file you have by hand.
# Step.
step-download-again = Download the VPN client package again{ $portal }.
# Step for an undetermined answer.
step-check-unchanged = Check the new package exactly as you downloaded it, without unzipping or changing it.
# Step for a package that contradicts itself.
step-replace-installed = If clients already use this package, install the new one on them.
# Step for an undetermined answer.
step-ask-about-ca = If the answer stays the same, ask Azure support which CA issued the gateway's server certificate.
# Step for an affected package.
step-try-one = On one client, remove the old VPN connection, install the new package and connect.
# Step for an affected package.
step-every-client = Do the same on every client. You don't need to change your own certificates.
# Step for an affected package during the 2019 maintenance.
step-if-cut-off = If clients can't connect any more, the gateway has probably been switched. To download the VPN client package again, use the portal or the command.
# Step for an affected package during the 2019 maintenance.
step-check-and-install = Check the new package here, and install it on every client. You don't need to change your own certificates.
# Step for an affected package during the 2019 maintenance.
step-if-connected = If clients still connect, the gateway will be switched automatically later. Prepare the list of clients, and tell your users.
# Step for an affected package before the 2019 maintenance.
step-choose-window = Decide whether to request one of the four windows or wait for the automatic maintenance.
# Step for an affected package before the 2019 maintenance.
step-tell-users = Tell your users when to expect the connection to stop working, and prepare the list of clients.
# Step for an affected package before the 2019 maintenance.
step-afterwards = After the switch, download the VPN client package again and check it here.
# Step for an affected package before the 2019 maintenance.
step-install-afterwards = Install the new package on every client. You don't need to change your own certificates.

## Files that say nothing about the gateway

# The file may be the reader's own root or client certificate. It follows the heading "Cannot tell".
answer-maybe-yours = { $file } looks like one of your own root or client certificates, so it says nothing about the gateway's server certificate.
# The file is the root certificate of the reader's RADIUS server. It follows the heading "Cannot tell".
answer-radius-root = { $file } is the root certificate of your own RADIUS server, so it says nothing about the gateway's server certificate.
# Explains answer-maybe-yours and answer-radius-root.
explain-not-the-gateway = { -not-yours } To check the gateway, choose its VPN client package.
