### The text of a support request, and its input fields.

# Subject of a request for a maintenance window of 2019.
request-window-subject = Subject: Azure VPN Gateway: window for the certificate change of point-to-site
# A request for a maintenance window of 2019. The window follows.
request-window-text = Please change the server certificate of the virtual network gateway below to that of a public CA in this window:
# Stands for a window that isn't chosen yet.
request-window-missing = (window to be chosen)
# Subject of a request during the maintenance of 2019.
request-status-subject = Subject: Azure VPN Gateway: state of the certificate change of point-to-site
# A request during the maintenance of 2019.
request-status-text = Please tell us whether the server certificate of the virtual network gateway below has been changed to that of a public CA already.
# Subject of a request about the migration of 2026.
request-rotation-subject = Subject: Azure VPN Gateway: date of the root certificate rotation of point-to-site
# A request about the migration of 2026.
request-rotation-text = Please tell us whether the root certificate rotation (migration) of point-to-site has a date for the virtual network gateway below: from when on its VPN client package holds the new root certificate, and when the old certificate is removed.
# The request is opened on the gateway's page in the portal, so it needs neither name nor subscription.
request-opened-on-gateway = This request is opened on the gateway itself.
# Field in the text of the request.
request-gateway-name = Gateway name
# Field in the text of the request.
request-subscription-id = Subscription ID
# Stands for a value that the reader has to fill in.
request-missing = (to be filled in)
# Heading of the facts from the package.
request-from-package = From the VPN client package:
# Field about the package.
request-server = gateway address
# Field about the package.
request-network = virtual network
# Field about the package.
request-root = root certificate
# A maintenance window of 2019. $number: 1 to 4. $japan, $utc: moments.
request-window-of = Window { $number }: from { $japan } JST ({ $utc } UTC)
# The value of the field isn't a subscription ID.
field-not-a-guid = That is not a subscription ID. It has 32 digits from 0 to 9 and a to f in five groups, as in 12345678-90ab-cdef-1234-567890abcdef, and is not the subscription's name. Portal > Subscriptions shows it. Until it is right it is left out of the text.
# The gateway's name is too long.
field-too-long = That is longer than a gateway's name can be (80 characters), so it is left out of the text. Portal > Virtual network gateways shows the name.
# The gateway's name contains a character that names can't have.
field-invalid-character = A gateway's name has only letters from A to Z, digits, hyphens, underscores and dots; this one is left out of the text. The gateway's address is not its name. Portal > Virtual network gateways shows it.
