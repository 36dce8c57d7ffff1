### Errors that VPN clients show: client-error-<id>.
###
### The value says what the error means. .shown: the client's own message; if it has none in this language, as in English.
### .to-do: what to do. The value and .to-do are Markdown.

# Heading of the column of codes and messages.
codes-code = Error
# Heading of the column that says what the error means.
codes-meaning = What it means
# Heading of the column that says what to do.
codes-to-do = What to do
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-yes = The server certificate is the cause.
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-maybe = The server certificate may be the cause.
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-no = The server certificate isn't the cause.

# Error code 0x800b0109.
client-error-0x800b0109 = The client doesn't trust the root that the gateway's certificate chains to.
    .shown = A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.
    .to-do = The client's package is probably old. [Download the package again](get-package.md), [check it](by-hand.md) and [reinstall](reinstall.md) it.
# Error code 0x800b0101.
client-error-0x800b0101 = The gateway's certificate has expired, or the client's clock is wrong.
    .shown = A required certificate is not within its validity period.
    .to-do = Check the date on the client. If it's right, ask Azure support about this gateway.
# Error code 0x80092013.
client-error-0x80092013 = The client can't check whether the gateway's certificate has been revoked. The root isn't the problem.
    .shown = The revocation function was unable to check revocation because the revocation server was offline.
    .to-do = Let the client reach `crl3.digicert.com` and `crl4.digicert.com` over HTTP. Check the proxy and the firewall.
# Error code 13801.
client-error-13801 = IKEv2: the client doesn't trust the gateway's certificate, or the gateway rejects the client's.
    .shown = IKE authentication credentials are unacceptable.
    .to-do = [Reinstall](reinstall.md) the new package. If that doesn't help, check the client certificate.
# Error code 864.
client-error-864 = The root that the gateway's certificate chains to isn't in the client's store.
    .shown = The remote access connection completed, but authentication failed because a certificate that validates the server certificate was not found in the Trusted Root Certification Authorities certificate store.
    .to-do = [Reinstall](reinstall.md) the new package, with all of its roots.
# A message of OpenVPN without a code.
client-error-openvpn-local-issuer = The gateway's certificate doesn't chain to any root in the `<ca>` of the profile.
    .shown = VERIFY ERROR: unable to get local issuer certificate
    .to-do = [Download the package again](get-package.md) and use its `vpnconfig.ovpn`.
# A message of strongSwan without a code.
client-error-strongswan-issuer = The root that the gateway's certificate chains to isn't among the client's CA certificates.
    .shown = no issuer certificate found … no trusted RSA public key found
    .to-do = Copy every root of the new package to the client's folder of CA certificates (`/etc/ipsec.d/cacerts` or `/etc/swanctl/x509ca`).
# Error code 405.
client-error-405 = The root certificate isn't installed on the client.
    .shown = Error 405 when you download root certificate from VPN Gateway
    .to-do = [Reinstall](reinstall.md) the package, with all of its roots.
# Error code 800.
client-error-800 = No tunnel could be established. Azure's page names an outdated network driver.
    .shown = The remote connection was not made because the attempted VPN tunnels failed.
    .to-do = Update the driver of the network adapter. Check that the network lets VPN connections through.
# Error code 809.
client-error-809 = The gateway's answer doesn't arrive. Over IKEv2, a firewall may block UDP 500 and 4500, or fragments may be lost.
    .shown = The network connection between your computer and the VPN server could not be established because the remote server is not responding.
    .to-do = Allow these ports, or use a package with SSTP or OpenVPN.
# Error code 812.
client-error-812 = The RADIUS server rejects the user, or the gateway can't reach it.
    .shown = The connection was prevented because of a policy configured on your RAS/VPN server.
    .to-do = Check the RADIUS server and its shared secret.
# Error code 853.
client-error-853 = The server rejects the client certificate.
    .shown = The remote access connection completed, but authentication failed because the certificate that authenticates the client to the server is not valid.
    .to-do = Check the client certificate: its period of validity, its root on the gateway, and whether it has been revoked.
# Error code 13806.
client-error-13806 = IKEv2: the client has no certificate that it can use.
    .shown = IKE failed to find valid machine certificate.
    .to-do = Check the client certificate.
# Error code 798.
client-error-798 = The client has no client certificate that it can use.
    .shown = A certificate could not be found that can be used with this Extensible Authentication Protocol.
    .to-do = Install the client certificate in the user's personal store.
# Error code 0x80090326.
client-error-0x80090326 = This usually means that your client root is missing on the gateway, is damaged or has expired. A route table on GatewaySubnet can cause it too.
    .shown = The message received was unexpected or badly formatted.
    .to-do = Check the root certificates in the gateway's point-to-site configuration, and upload yours again. Remove the route table from GatewaySubnet.
# Error code 0x8007026f.
client-error-0x8007026f = The script that sets the routes failed.
    .shown = Custom script (to update your routing table) failed.
    .to-do = Connect from Windows' list of connections, not with a shortcut.
# Error code 1460.
client-error-1460 = Windows doesn't let the Azure VPN Client run in the background.
    .shown = VPN Platform did not trigger connection
    .to-do = Turn on background apps for the Azure VPN Client in Windows' privacy settings, and restart.
# A message of Azure VPN Client without a code.
client-error-key-material-sent = The gateway doesn't accept the sign-in with Microsoft Entra ID: another tenant, audience or account.
    .shown = Server did not respond properly to VPN Control Packets. Session State: Key Material sent
    .to-do = Sign in with an account of the tenant that the gateway is configured for. Compare tenant, audience and issuer in the profile.
# Error code 0x87d101f4.
client-error-0x87d101f4 = The XML of the VPN profile in Intune isn't well-formed.
    .shown = Unable to parse XML
    .to-do = Copy the whole content of `azurevpnconfig.xml` again, without changes.
