### The text of a support request, and its input fields.

# Subject of a request for a 2019 maintenance window.
request-window-subject = Subject: Azure VPN Gateway: request for a point-to-site (P2S) certificate maintenance window
# A request for a 2019 maintenance window. The window follows.
request-window-text = Please switch the server certificate of the following virtual network gateway to one from a public CA in this window:
# Stands for a window that isn't chosen yet.
request-window-missing = (window not chosen yet)
# Subject of a request during the 2019 maintenance.
request-status-subject = Subject: Azure VPN Gateway: status of the point-to-site (P2S) certificate maintenance
# A request during the 2019 maintenance.
request-status-text = Please tell us whether the server certificate of the following virtual network gateway has already been switched to one from a public CA.
# Subject of a request about the migration of 2026.
request-rotation-subject = Subject: Azure VPN Gateway: date of the point-to-site (P2S) root certificate migration
# A request about the migration of 2026.
request-rotation-text = Please tell us whether a date has been set for the P2S root certificate migration (rotation) of the following virtual network gateway. If so, when will its VPN client package include the new root certificate, and when will the old certificate be removed?
# The request is opened on the gateway's page in the portal, so it needs neither name nor subscription.
request-opened-on-gateway = This request was opened from the gateway's page.
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
# A 2019 maintenance window. $number: 1 to 4. $japan, $utc: moments.
request-window-of = Window { $number }: from { $japan } JST ({ $utc } UTC)
# The value of the field isn't a subscription ID.
field-not-a-guid = This isn't a subscription ID. A subscription ID is 32 hexadecimal digits in five groups, such as 12345678-90ab-cdef-1234-567890abcdef. It isn't the subscription's name. You can find it under Subscriptions in the portal. It's left out of the text until it's valid.
# The gateway's name is too long.
field-too-long = Gateway names can have up to 80 characters, so this name isn't added to the text. You can find the name under Virtual network gateways in the portal.
# The gateway's name contains a character that names can't have.
field-invalid-character = Gateway names can contain only letters from A to Z, digits, hyphens, underscores and dots, so this name isn't added to the text. The gateway's address isn't its name. You can find the name under Virtual network gateways in the portal.
