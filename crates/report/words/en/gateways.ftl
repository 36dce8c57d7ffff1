### The packages of one gateway compared, and its clients. $id: what identifies the gateway.

# Heading: the packages of each gateway compared, and its clients.
gateways-title = Packages and clients by gateway
# Button: save the table of clients.
save-clients = Save the list of clients (CSV)
# Heading: the packages and clients of a gateway.
gateway-heading = Gateway { $id }
# Heading: the clients of which the gateway isn't known.
gateway-unknown = Clients whose gateway isn't known

## Packages

# What two packages can differ in: the root certificates.
aspect-roots = Root certificates
# What two packages can differ in: the gateway's host and the clients' addresses.
aspect-addresses = Addresses
# What two packages can differ in: how users sign in.
aspect-authentication = Authentication type
# What two packages can differ in: the tunnel types.
aspect-tunnel-types = Tunnel type
# A way to sign in: users have passwords in RADIUS.
sign-in-eap-mschapv2 = RADIUS with passwords (EAP-MSCHAPv2)
# A way to sign in: Microsoft Entra ID.
sign-in-entra-id = Microsoft Entra ID
# A way to sign in: client certificates.
sign-in-certificate = Azure certificate
# A tunnel type, as the portal calls it.
tunnel-sstp = SSTP (SSL)
# A tunnel type, as the portal calls it.
tunnel-ikev2 = IKEv2
# A tunnel type, as the portal calls it.
tunnel-openvpn = OpenVPN (SSL)
# Line above the differences of two packages. $old, $new: their names. $old-day, $new-day: when they were created.
compare-packages = From { $old } ({ $old-day }) to { $new } ({ $new-day })
# A difference. $aspect: what differs. $old, $new: all values in the older and in the newer package.
compare-difference = { $aspect }: old: { $old } · new: { $new }
# The two packages don't differ in anything.
compare-same = No differences in root certificates, addresses, authentication or tunnel types.
# What isn't compared. $aspects: a list.
compare-unknown = Not compared, because a package doesn't show it with certainty: { $aspects }.
# What to do about the roots of the newer package. $count: their number.
compare-import = Import { $count ->
    [1] it
    [2] both
   *[other] all of them
} on every client.
# What to do about clients with the older package.
compare-clients = Clients with the old package need the new one before the deadline in your notification.
# Packages that aren't compared. $packages: a list.
compare-unordered = Not compared, because their date or content isn't certain: { $packages }.

## Clients

# State of a client.
client-state-old-root-only = Trusts only the old root
# State of a client.
client-state-lacks-root = Lacks a root of the newest package
# State of a client.
client-state-unknown = Can't tell
# State of a client.
client-state-trusts-all = Trusts every root of the newest package
# Why the state of a client is unknown.
client-reason-profile-unreadable = The profile can't be read.
# Why the state of a client is unknown.
client-reason-no-gateway = The profile doesn't identify its gateway.
# Why the state of a client is unknown.
client-reason-profile-uncertain = The profile doesn't show with certainty which roots it trusts.
# Why the state of a client is unknown.
client-reason-not-pinned = usepinnedroot is false, so the client may trust other roots, too.
# Why the state of a client is unknown.
client-reason-no-package = No package of this gateway with a certain date was checked.
# Why the state of a client is unknown.
client-reason-package-uncertain = The newest package of this gateway doesn't show its roots with certainty.
# Numbers of clients. $total: all of the gateway. Each other variable: those in the state of its name.
clients-counted = Of { $total } client { $total ->
    [1] profile
   *[other] profiles
}, { $old-root-only } { $old-root-only ->
    [1] trusts
   *[other] trust
} only the old root.
# What to do about clients that trust only the old root.
clients-to-do = Install the newest package on these computers before the deadline in your notification.
# Clients that lack a root. $count: their number.
clients-lacking = { $count } { $count ->
    [1] lacks
   *[other] lack
} a root of the newest package.
# Clients in an unknown state. $count: their number.
clients-unknown = { $count } can't be determined.
# The newest package doesn't help.
clients-newest-old = The newest package contains only roots that are being retired or have expired: download it again.

## Column titles of the table of clients

# The computer: the folder that the profile was collected in.
column-computer = Computer
# The profile: a path.
column-profile = Profile
# What the profile trusts.
column-trust = Root certificates compared with the newest package
# Why the state is unknown.
column-reason = Reason
