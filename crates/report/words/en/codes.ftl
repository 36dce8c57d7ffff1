### The codes of the report in words. The identifiers end with the code.

# Verdict: The gateway used its own self-signed CA when the package was made.
verdict-affected = Affected
# Verdict: The package proves that the gateway's certificate chains to a public root.
verdict-not-affected = Not affected
# Verdict: The package proves neither.
verdict-undetermined = Cannot tell
# Rule: The input or its outer container can't be read, or a limit was reached.
rule-unreadable = The file could not be read, or a limit was reached.
# Rule: Two readers could see different packages in the input.
rule-ambiguous-archive = Two programs could unpack two different packages from this archive.
# Rule: The input is readable, but contains no part of a client package.
rule-not-a-package = Nothing of a VPN client package was found in this file.
# Rule: A part that counts can't be read.
rule-part-unreadable = A part that the answer rests on could not be read.
# Rule: The parts name different gateways.
rule-two-gateways = The parts of the package name different gateways.
# Rule: There are parts, but no counted item in them.
rule-no-evidence = The package says nothing about the CA of its gateway's server certificate.
# Rule: The evidence contradicts itself.
rule-contradiction = What the package says about the CA contradicts itself.
# Rule: Every counted item is public.
rule-all-public = Everything that counts stands under a known public CA.
# Rule: Every counted item is the gateway's own, except unknown names beside an own certificate.
rule-own-ca = Everything that counts is of a CA of the gateway's own.
# Rule: There are counted items of more than one class.
rule-mixed = The parts of the package disagree about the CA.
# Rule: No other rule matches.
rule-unknown-root = The CA is not proven to be a public one, nor recognisably the gateway's own.
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
model-unknown = not told by the file (the program of a classic gateway looks like a newer one)
# Kind of evidence: A whole certificate.
kind-certificate = certificate
# Kind of evidence: A SHA-1 thumbprint.
kind-thumbprint = thumbprint (SHA-1)
# Kind of evidence: The name of a root or an issuer.
kind-name = name
# Class of an item of evidence: A known public root or listed intermediate.
class-public = public CA
# Class of an item of evidence: The gateway's own self-signed CA, or a certificate that it issued.
class-own = the gateway's own CA
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
# Why an item is not counted (follows "not counted"): The root of the customer's RADIUS server.
reason-radius-root = it belongs to your RADIUS server, not to the gateway
# Why an item is not counted (follows "not counted"): From `clientauth`: it identifies the client's certificate.
reason-client-auth = it is the client's side (clientauth)
# Why an item is not counted (follows "not counted"): From `IssuerHash`: it identifies the customer's client root.
reason-client-issuer = it is your own client root (IssuerHash)
# Why an item is not counted (follows "not counted"): A pin in .inf, .cms or .pbk. With RADIUS it identifies the RADIUS server's root.
reason-profile-pin = it is a pin in the profile, which with RADIUS is the RADIUS server's
# Why an item is not counted (follows "not counted"): From `<cert>` of an OpenVPN profile: the client's certificate.
reason-client-certificate = it is the client's certificate
# Why an item is not counted (follows "not counted"): From an EAP configuration in ProfileXML; it may be the RADIUS server's.
reason-eap-configuration = it is from an EAP configuration, so it may identify your RADIUS server's root
# Why an item is not counted (follows "not counted"): From an OpenVPN profile that nothing connects with an Azure gateway.
reason-other-vpn = the profile names no Azure gateway, so it may be for another VPN
# Why an item is not counted (follows "not counted"): A certificate that nothing connects with the gateway.
reason-no-place = it lies at no place where the gateway writes
