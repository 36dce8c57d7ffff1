### Findings: additional facts about a package. The identifiers end with the code.

# Finding: No evidence was read from a program or a renamed document.
finding-not-read = This file wasn't used. If there are no other files, choose the whole package (.zip).
# Finding: The zip was packed again, so its dates are uncertain.
finding-rezipped = The zip file was repacked, so the date of the package is uncertain. It's in the local time of the computer that repacked it.
# Finding: The public roots of different parts, or of one part's certificates and thumbprints, differ.
finding-roots-differ = The files in the package name different roots, all of them public. Import all of them on every client.
# Finding: In a migration, a part with certificates or thumbprints lacks the newest root of the package.
finding-part-lacks-root = This file doesn't contain the newest root certificate of the package. A client that is set up with this file alone isn't ready for the migration.
# Finding: The names and certificates of one document, or its root and issuer names, show different public roots.
finding-names-disagree = The certificates, root names and issuer names in this document are public, but don't all name the same root. This can happen during a root certificate migration.
# Finding: Counted items have different classes.
finding-parts-disagree = This file disagrees with the rest of the package about the CA.
# Finding: The counted items are only names, which are weak proof.
finding-names-only = There's no certificate to confirm the names. Anyone can write a name, so this evidence is weak.
# Finding: The answer applies only if the lone certificate is from the gateway's package.
finding-lone-certificate = The answer applies only if this certificate came from that gateway's package.
# Finding: The answer is based on VpnProfileSetup.ps1 alone. With RADIUS, it names the RADIUS server's root.
finding-script-only = The answer is based on VpnProfileSetup.ps1 alone. If the gateway uses RADIUS authentication, the root in this script is your RADIUS server's. It then says nothing about the gateway: check the whole package (.zip).
# Finding: VpnProfileSetup.ps1 names no root, so it isn't evidence. Those of autumn 2026 name none.
finding-script-without-root = VpnProfileSetup.ps1 no longer names a root certificate, so it says nothing about this question. The other files in the package do: if you chose this file alone, choose the whole package (.zip).
# Finding: A lone certificate from an unknown issuer. It may be the customer's client root or a client certificate.
finding-maybe-client-certificate = This may be your own root or client certificate, which isn't affected. To check the gateway, choose the VPN client package.
# Finding: A certificate has a public root's name, or is marked as the gateway's own and names a public root as its issuer.
finding-lookalike = Caution: this certificate uses the name of a public CA, but it isn't that CA's own certificate.
# Finding: A certificate that isn't public or self-issued names a public root as its issuer.
finding-issuer-public = The certificate's issuer has the name of a public CA, which would be enough for the 2019 notice's own check. It isn't enough here: anyone can write a name, and this certificate isn't a known one. Download the package again to be sure.
# Finding: The given creation date contradicts the package.
finding-created-contradicts = The creation date that you entered doesn't match the package. Check the date, and check that the package is from this gateway.
# Finding: The given creation date is too near July 2017 to decide the gateway type.
finding-created-undecided = The gateway was created while new gateways were being switched to public CAs, region by region. Its creation date doesn't show the type.
# Finding: A file in a program's place isn't a program, but for example a Git LFS pointer or a mail filter's notice.
finding-not-a-program = This file is named like a program but isn't one (for example, a placeholder of Git LFS or a mail filter). It wasn't used.
# Finding: Names contain control characters or characters that change direction or have no width. They are shown escaped.
finding-hidden-characters = Names in this file contain control or direction characters. They're shown escaped.
# Finding: `usepinnedroot` is true: clients accept only the root in this document.
finding-pinned-root-on = usepinnedroot is true: clients with this profile accept only the root that it names.
# Finding: `usepinnedroot` is false.
finding-pinned-root-off = usepinnedroot is false.
# Finding: Two parts in different folders have the same file name, ignoring case.
finding-place-twice = The package contains this file more than once. All of them were read.
# Finding: A profile signs in to Azure Government.
finding-cloud-government = The sign-in in this profile shows that the gateway is in Azure Government.
# Finding: A profile signs in to Azure in China, operated by 21Vianet.
finding-cloud-china = The sign-in in this profile shows that the gateway is in Azure operated by 21Vianet (China).
# Finding: A profile signs in to Microsoft Cloud Germany.
finding-cloud-germany = The sign-in in this profile shows that the gateway is in Microsoft Cloud Germany.
# Finding: Users sign in to RADIUS with passwords.
finding-radius-passwords = Users sign in to RADIUS with passwords (EAP-MSCHAPv2). Commands that download the package need this method.
