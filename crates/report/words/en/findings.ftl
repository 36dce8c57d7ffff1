### Findings: additional facts about a package. The identifiers end with the code.

# Finding: No evidence was read from a program or a renamed document.
finding-not-read = Nothing was read out of this part. The answer rests on the other parts; without any, choose the whole package (.zip).
# Finding: The zip was packed again, so its dates are uncertain.
finding-rezipped = The zip is not as Azure wrote it: it was packed again, so the date of the package is uncertain (local time of whoever packed it).
# Finding: The public roots of different parts, or of one part's certificates and thumbprints, differ.
finding-roots-differ = The files of the package name different roots, all of them public. Import all of them on the clients.
# Finding: In a migration, a part with certificates or thumbprints lacks the newest root of the package.
finding-part-lacks-root = This file lacks the newest root certificate of the package. A client that is set up with this file alone isn't ready for the migration.
# Finding: The names and certificates of one document, or its root and issuer names, show different public roots.
finding-names-disagree = The certificates, root names and issuer names of this document are public, but don't all name the same root. This can happen during a root certificate migration.
# Finding: Counted items have different classes.
finding-parts-disagree = What this part says about the CA does not agree with the rest.
# Finding: The counted items are only names, which are weak proof.
finding-names-only = There are only names and no certificate to check them against. Anyone can write a name, so this proof is weak.
# Finding: The answer holds only if the lone certificate is from the gateway's package.
finding-lone-certificate = The answer holds only if this certificate came out of that gateway's package.
# Finding: The answer is based on VpnProfileSetup.ps1 alone. With RADIUS, it names the RADIUS server's root.
finding-script-only = The answer rests on VpnProfileSetup.ps1 alone. Where the gateway checks its users by RADIUS, the root in it is your RADIUS server's and says nothing about the gateway: check the whole package (.zip).
# Finding: VpnProfileSetup.ps1 names no root, so it isn't evidence. Those of autumn 2026 name none.
finding-script-without-root = VpnProfileSetup.ps1 no longer names a root certificate, so it says nothing about this question. The other parts of the package do.
# Finding: A lone certificate from an unknown issuer. It may be the customer's client root or a client certificate.
finding-maybe-client-certificate = This may be your own client root or client certificate. Those are not concerned; choose the VPN client package instead.
# Finding: A certificate has a public root's name, or is marked as the gateway's own and names a public root as its issuer.
finding-lookalike = Caution: this certificate uses the name of a public CA, but is not that CA's own certificate.
# Finding: A certificate that isn't public or self-issued names a public root as its issuer.
finding-issuer-public = The issuer of the certificate has a public CA's name. By the notice's own test (look at the issuer) that would be safe. It does not count here: anyone can write a name, and this certificate is not one of the known ones. Download the package again to be sure.
# Finding: The given creation date contradicts the package.
finding-created-contradicts = The creation date that you gave does not fit the package. Check the date, and that the package is of this gateway.
# Finding: The given creation date is too near July 2017 to decide the gateway type.
finding-created-undecided = Created in the months in which new gateways moved to public CAs region by region, so the date does not tell the type.
# Finding: A file in a program's place isn't a program, but for example a Git LFS pointer or a mail filter's notice.
finding-not-a-program = This file has a program's name but is none (a placeholder of Git LFS or a mail filter); it was left out.
# Finding: Names contain control characters or characters that change direction or have no width. They are shown escaped.
finding-hidden-characters = Names in this part hold control or direction characters; they are shown escaped.
# Finding: `usepinnedroot` is true: clients accept only the root in this document.
finding-pinned-root-on = usepinnedroot is true: clients with this profile accept only the root named in it.
# Finding: `usepinnedroot` is false.
finding-pinned-root-off = usepinnedroot is false.
# Finding: Two parts in different folders have the same file name, ignoring case.
finding-place-twice = This part is in the package more than once; all of them were read.
