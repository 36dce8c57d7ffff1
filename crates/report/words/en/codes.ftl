### The codes of the report in words. The identifiers end with the code.

# Verdict: The gateway used its own self-signed CA when the package was made.
verdict-affected = Affected
# Verdict: The package proves that the gateway's certificate chains to a public root.
verdict-not-affected = Not affected
# Verdict: The package proves neither.
verdict-undetermined = Can't tell
# Verdict in the middle of a line, after a colon.
short-affected = affected
# Verdict in the middle of a line, after a colon.
short-not-affected = not affected
# Verdict in the middle of a line, after a colon.
short-undetermined = can't tell
# Rule: The input or its outer container can't be read, or a limit was reached.
rule-unreadable = The file couldn't be read, or a limit was reached.
# Rule: Two readers could see different packages in the input.
rule-ambiguous-archive = Different programs could unpack different packages from this archive.
# Rule: The input is readable, but contains no part of a client package.
rule-not-a-package = This file contains no part of a VPN client package.
# Rule: A part that counts can't be read.
rule-part-unreadable = A file needed for the answer couldn't be read.
# Rule: The parts name different gateways.
rule-two-gateways = The files in the package name different gateways.
# Rule: There are parts, but no counted item in them.
rule-no-evidence = Nothing in the package shows which CA issued the gateway's server certificate.
# Rule: The evidence contradicts itself.
rule-contradiction = The package contradicts itself about the CA of the gateway's server certificate.
# Rule: Every counted item is public.
rule-all-public = All evidence points to a known public CA.
# Rule: Every counted item is the gateway's own, except unknown names beside an own certificate.
rule-own-ca = All evidence points to the gateway's own self-signed CA.
# Rule: There are counted items of more than one class.
rule-mixed = The files in the package disagree about the CA of the gateway's server certificate.
# Rule: No other rule matches.
rule-unknown-root = The CA can't be confirmed as a public CA or as the gateway's own.
# Proof: A whole certificate.
proof-certificate = whole certificate
# Proof: A SHA-1 thumbprint.
proof-thumbprint = thumbprint (SHA-1)
# Proof: Only names, which are weak proof.
proof-name = names only
# Proof: No proof: the answer is undetermined.
proof-none = none
# Deployment model: A virtual network gateway of the Resource Manager model.
model-resource-manager = Resource Manager
# Deployment model: A hub or a global profile of Virtual WAN.
model-virtual-wan = Virtual WAN
# Deployment model: The package doesn't identify the model.
model-unknown = not stated in the file (classic and Resource Manager setup programs look alike)
# Kind of evidence: A whole certificate.
kind-certificate = certificate
# Kind of evidence: A SHA-1 thumbprint.
kind-thumbprint = thumbprint (SHA-1)
# Kind of evidence: The name of a root or an issuer.
kind-name = name
# Class of an item of evidence: A known public root or listed intermediate.
class-public = public CA
# Class of an item of evidence: The gateway's own self-signed CA, or a certificate that it issued.
class-own = the gateway's own self-signed CA
# Class of an item of evidence: Neither.
class-unknown = unknown
# State of a root certificate: Valid, in use, and not being retired.
state-current = current
# State of a root certificate: A migration: certificates or thumbprints show several public roots, at least one of which is neither retiring nor expired. Every client needs all of them.
state-ready = several roots: import all of them
# State of a root certificate: Its retirement has begun.
state-retiring = being retired
# State of a root certificate: Its validity has ended.
state-expired = expired
# State of a root certificate: The gateway's own self-signed CA.
state-self-signed = self-signed
# State of a root certificate: A public root that isn't on Azure's list of CAs, or no longer is.
state-public-unlisted = public, but not known to be used by Azure VPN gateways
# State of a root certificate: Anything else.
state-unknown = unknown
# Why an item is not counted (follows "not used"): The root of the customer's RADIUS server.
reason-radius-root = it belongs to your RADIUS server, not to the gateway
# Why an item is not counted (follows "not used"): From `clientauth`: it identifies the client's certificate.
reason-client-auth = it belongs to client authentication (clientauth)
# Why an item is not counted (follows "not used"): From `IssuerHash`: it identifies the customer's client root.
reason-client-issuer = it's your own root certificate for clients (IssuerHash)
# Why an item is not counted (follows "not used"): A pin in .inf, .cms or .pbk. With RADIUS it identifies the RADIUS server's root.
reason-profile-pin = it's a pinned thumbprint, which with RADIUS belongs to the RADIUS server
# Why an item is not counted (follows "not used"): From `<cert>` of an OpenVPN profile: the client's certificate.
reason-client-certificate = it's the client's certificate
# Why an item is not counted (follows "not used"): From an EAP configuration in ProfileXML; it may be the RADIUS server's.
reason-eap-configuration = it's from an EAP configuration, so it may identify your RADIUS server's root
# Why an item is not counted (follows "not used"): From an OpenVPN profile that nothing connects with an Azure gateway.
reason-other-vpn = the profile names no Azure gateway, so it may be for another VPN
# Why an item is not counted (follows "not used"): A certificate that nothing connects with the gateway.
reason-no-place = it isn't in a location where the gateway stores certificates
