### The answer about the maintenance of 2019.
###
### The question is whether the change of the gateway's server certificate cuts off clients. Readers think of their own
### certificates first, so every first sentence says that these are not the question.
###
### Variables of most messages: $package: the message package-of-gateway or package-of-file. $server: the message
### server-of-gateway or server-in-file. $file: the name of the file. $roots: names of root certificates, as a list.
### $count: their number. $portal: the message portal-path or portal-path-hub.

## Phrases inside sentences

# A package by its gateway. $gateway: a host name or an identifier.
package-of-gateway = the package of { $gateway }
# A package by its file, if it names no gateway.
package-of-file = { $file }
# The server certificate of a gateway. $gateway: a host name or an identifier.
server-of-gateway = the server certificate of { $gateway }
# The server certificate of a gateway whose package doesn't name it.
server-in-file = the server certificate of the gateway in { $file }
# Where the Azure portal offers the package. Use the portal's own words.
portal-path = portal > Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client
# Where the Azure portal offers the package of a Virtual WAN hub. Use the portal's own words.
portal-path-hub = portal > the hub > User VPN (Point to site) > Download virtual Hub User VPN profile

-not-yours = your own root and client certificates are not concerned
# The public CAs of a gateway.
part-public-cas = { $roots }, { $count ->
    [0] a public CA
    [1] a public CA
   *[other] public CAs
}

## First sentences

# Not affected, proven by a certificate file alone.
answer-lone-certificate = Not affected by the 2019 maintenance, if { $file } came out of your gateway's package: the gateway's server certificate is then under { part-public-cas }; { -not-yours }.
# Not affected, but proven by names only.
answer-names-only = Not affected by the 2019 maintenance, going by names alone: { $package } says that the gateway's server certificate is under { part-public-cas }; { -not-yours }.
# Not affected, proven by the script VpnProfileSetup.ps1 alone.
answer-script-only = Not affected by the 2019 maintenance, if the gateway does not check its users by RADIUS: going by VpnProfileSetup.ps1 alone, { $server } is under { part-public-cas }; { -not-yours }.
# Not affected.
answer-all-public = Not affected by the 2019 maintenance: { $server } is under { part-public-cas }; { -not-yours }.
# Affected.
answer-own-ca = Affected by the 2019 maintenance: when this package was made, { $server } was under a CA of the gateway's own; { -not-yours }.
# Undetermined: the parts name different gateways.
answer-two-gateways = Cannot tell: the parts of { $file } name different gateways, so it is not clear whose server certificate they describe; { -not-yours }.
# Undetermined: the package has no evidence.
answer-no-evidence = Cannot tell: { $package } says nothing about the CA of the gateway's server certificate; { -not-yours }.
# Undetermined: the package contradicts itself, which may be a forgery.
answer-contradiction = Cannot tell, and don't install it: what { $package } says about the CA of the gateway's server certificate contradicts itself; { -not-yours }.
# Undetermined: the parts show different kinds of CAs.
answer-mixed = Cannot tell: the parts of { $package } disagree about the CA of the gateway's server certificate; { -not-yours }.
# Undetermined: the CA is unknown.
answer-unknown-root = Cannot tell: the CA that { $package } gives for the gateway's server certificate is neither proven to be a public one nor recognisably the gateway's own; { -not-yours }.
# The file can't be read. $happened: the message of the error.
answer-refusal = Cannot tell from { $package }; the question is the gateway's server certificate, not your own root or client certificates. { $happened }

## Explanations

# Explains answer-two-gateways.
explain-two-gateways = Files of two packages were probably put together. Check each gateway's package by itself.
# Explains answer-no-evidence.
explain-no-evidence = The elements and files that would tell are missing or empty. Nothing that is missing counts as safe.
# Explains answer-contradiction.
explain-contradiction = A certificate or a name in it doesn't fit the rest. Download the package again from the portal yourself, and check the new one.
# Explains answer-mixed and answer-unknown-root if the root may be newer than this tool. $advice: compare-fingerprint or download-before-change.
explain-newer-root = { newer-root } { $advice } Until that is clear, it doesn't count as safe.
# Explains answer-mixed.
explain-mixed = Files of different packages are probably mixed. Until that is clear, it doesn't count as safe.
# Explains answer-unknown-root.
explain-unknown-root = Nothing here proves that the CA is a public one. Until that is clear, it doesn't count as safe. Download the package again and check it.
# Explains answer-all-public.
explain-all-public = The change from self-signed to public CAs does not cut off clients set up from this package.
# Explains answer-script-only: "on that condition" is that the gateway doesn't use RADIUS.
explain-script-only = On that condition the change from self-signed to public CAs does not cut off clients that were set up with this script.
# Follows explain-all-public if there are only names.
explain-names-only = There is no certificate beside the names, and anyone can write a name: take this as a hint, and check the whole package to be sure.
# The gateway's type according to the notice of 2019. $from, $to: days.
type-undecided-by-date = The gateway is type A or C of the notice; between { $from } and { $to } the creation date does not tell which.
# The gateway's type according to the notice of 2019.
type-undecided = The gateway is type A or C of the notice; only its creation date can tell which.
# The gateway's type according to the notice of 2019.
type-a = By its creation date the gateway is type A of the notice.
# The gateway's type according to the notice of 2019.
type-c = By its creation date the gateway is type C of the notice.
# Why the type can't be determined: a type B gateway has had a public CA since the maintenance.
part-type-open = so the type stays open: a type B gateway has been moved since and looks the same
# The gateway's type can't be determined. $day: the first day of the windows, in Japan.
type-open-after-windows = The package was made after the first maintenance window ({ $day }, JST), { part-type-open }.
# The gateway's type can't be determined.
type-open-without-date = The file has no usable date, { part-type-open }.
# The zip was packed again.
explain-rezipped = The zip was packed again, so its date is uncertain.
# Ends the explanation unless today's answer is also good.
explain-only-2019 = All this is about 2019 only; what holds today is answered separately.
# The type of an affected gateway.
own-ca-type = That is type B of the notice.
# The type of an affected gateway. $notice: the day of the notice.
own-ca-type-before-notice = That was type B of the notice; the package is older than the notice ({ $notice }), and a routine maintenance may have made the gateway type A since.
# Explains answer-own-ca after the maintenance. $maintenance, $completed: days.
own-ca-past = All such gateways were moved to a public CA, automatically from { $maintenance } (JST) on and the last by { $completed }, so clients set up from this package have most likely been unable to connect since.
# Explains answer-own-ca during the maintenance. $maintenance: a day.
own-ca-under-way = Such gateways are being moved to a public CA, automatically from { $maintenance } (JST) on and before in the windows on request. Once this one has had its turn, clients set up from this package cannot connect until the new package is installed on them.
# Explains answer-own-ca before the maintenance. $maintenance: a day.
own-ca-upcoming = Such gateways will be moved to a public CA, automatically from { $maintenance } (JST) on and before in a window on request. Afterwards clients set up from this package cannot connect until the new package is installed on them.

## Steps

# Step after a weakly proven "not affected".
step-check-whole-package = To be sure, check the whole package (.zip) of that gateway.
# Step after a weakly proven "not affected". $today: action if today's answer asks for something.
step-nothing-else = For the 2019 maintenance nothing else is left to do{ $today ->
    [action] , but today there is: see the answer for today.
   *[other] ; for today see the answer for today.
}
# Step after "not affected". $today: action if today's answer asks for something, nothing if all is well.
step-nothing = For the 2019 maintenance nothing is left to do{ $today ->
    [nothing] .
    [action] , but today there is: see the answer for today.
   *[other] ; for today see the answer for today.
}
# Step after "not affected".
step-each-gateway = A package is a picture of the day it was made. Check each gateway, and each Virtual WAN hub, with a package of its own.
# Step for a file that may be the reader's own certificate.
step-own-certificate = If this is your own client root or client certificate, leave it as it is: it is not concerned.
# Step for a file that may be the reader's own certificate.
step-download = Download the VPN client package: { $portal }.
# Step for a file that may be the reader's own certificate.
step-check-that = Check that package instead.
# Step for a file that can't be read.
step-where-to-download = Where to download it: { $portal }.
# Step for a file that can't be read.
step-by-hand = If it can't be downloaded again, check by hand what you have.
# Step.
step-download-again = Download the VPN client package again: { $portal }.
# Step for an undetermined answer.
step-check-unchanged = Check the new package as it was downloaded, without unpacking or changing it.
# Step for an undetermined answer.
step-ask-about-ca = If the answer stays the same, ask Azure support which CA the gateway's server certificate is under.
# Step for an affected package.
step-check-new = Check the new package in the same way.
# Step for an affected package.
step-try-one = Remove the old VPN connection from one client, install the new package and connect.
# Step for an affected package.
step-every-client = Do the same on every client. Your root and client certificates stay as they are.
# Step for an affected package during the maintenance of 2019.
step-if-cut-off = If clients can't connect any more, the gateway has probably had its turn: download the VPN client package again, in the portal or with the command.
# Step for an affected package during the maintenance of 2019.
step-check-and-install = Check the new package in the same way, and install it on every client. Your root and client certificates stay as they are.
# Step for an affected package during the maintenance of 2019.
step-if-connected = If they still connect, its turn is yet to come, by itself: prepare the list of clients, and tell your users.
# Step for an affected package before the maintenance of 2019.
step-choose-window = Choose: request one of the four windows, or wait for the automatic maintenance.
# Step for an affected package before the maintenance of 2019.
step-tell-users = Tell your users when the connection will end, and prepare the list of clients.
# Step for an affected package before the maintenance of 2019.
step-afterwards = Afterwards: download the VPN client package again and check it here.
# Step for an affected package before the maintenance of 2019.
step-install-afterwards = Install the new package on every client. Your root and client certificates stay as they are.

## Files that say nothing about the gateway

# The file may be the reader's own root or client certificate. It follows the heading "Cannot tell".
answer-maybe-yours = { $file } looks like one of your own root or client certificates, so it says nothing about the gateway's server certificate.
# The file is the root certificate of the reader's RADIUS server. It follows the heading "Cannot tell".
answer-radius-root = { $file } is the root certificate of your own RADIUS server, so it says nothing about the gateway's server certificate.
# Explains answer-maybe-yours and answer-radius-root.
explain-not-the-gateway = The 2019 maintenance doesn't affect certificates of your own. To check the gateway, choose its VPN client package.
