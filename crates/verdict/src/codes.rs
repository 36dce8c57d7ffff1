//! The report's codes: closed lists, in kebab case. docs/report.md describes each one for readers of the JSON report.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Returns the code in the report.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }
        }
    };
}

codes! {
    /// The 2019 answer: was the gateway's server certificate issued by the gateway's own self-signed CA?
    Verdict {
        /// The gateway used its own self-signed CA when the package was made.
        Affected = "affected",
        /// The package proves that the gateway's certificate chains to a public root.
        NotAffected = "not-affected",
        /// The package proves neither.
        Undetermined = "undetermined",
    }
}

codes! {
    /// The rule that decided the 2019 answer. The rules are tried in this order.
    Rule {
        /// The input or its outer container can't be read, or a limit was reached.
        Unreadable = "unreadable",
        /// Two readers could see different packages in the input.
        AmbiguousArchive = "ambiguous-archive",
        /// The input is readable, but contains no part of a client package.
        NotAPackage = "not-a-package",
        /// A part that counts can't be read.
        PartUnreadable = "part-unreadable",
        /// The parts name different gateways.
        TwoGateways = "two-gateways",
        /// There are parts, but no counted item in them.
        NoEvidence = "no-evidence",
        /// The evidence contradicts itself.
        Contradiction = "contradiction",
        /// Every counted item is public.
        AllPublic = "all-public",
        /// Every counted item is the gateway's own, except unknown names beside an own certificate.
        OwnCa = "own-ca",
        /// There are counted items of more than one class.
        Mixed = "mixed",
        /// No other rule matches.
        UnknownRoot = "unknown-root",
    }
}

codes! {
    /// The strongest kind of evidence for an answer, from the strongest to none.
    Proof {
        /// A whole certificate.
        Certificate = "certificate",
        /// A SHA-1 thumbprint.
        Thumbprint = "thumbprint",
        /// Only names, which are weak proof.
        Name = "name",
        /// No proof: the answer is undetermined.
        None = "none",
    }
}

codes! {
    /// The gateway types of the 2019 notice.
    GatewayType {
        /// Created before about July 2017, and moved to a public CA by routine maintenance.
        A = "A",
        /// Created before about July 2017, and not moved: it used its own self-signed CA.
        B = "B",
        /// Used a public CA from the start.
        C = "C",
    }
}

codes! {
    /// The deployment model.
    Model {
        /// A virtual network gateway of the Resource Manager model.
        ResourceManager = "resource-manager",
        /// A hub or a global profile of Virtual WAN.
        VirtualWan = "virtual-wan",
        /// The package doesn't identify the model.
        Unknown = "unknown",
    }
}

codes! {
    /// Where an input comes from, from the strongest sign to none.
    Origin {
        /// A package that Azure made for the gateway, or a part that only packages have.
        Package = "package",
        /// A profile as it is installed on a client: a Connection Manager profile, or the profile of the Azure VPN Client,
        /// Intune or OpenVPN.
        Client = "client",
        /// Nothing shows it.
        Unknown = "unknown",
    }
}

codes! {
    /// What two packages of a gateway can differ in.
    Aspect {
        /// The root certificates.
        Roots = "roots",
        /// The host to which clients connect, and the addresses that they get.
        Addresses = "addresses",
        /// The ways to sign in.
        Authentication = "authentication",
        /// The tunnel types.
        TunnelTypes = "tunnel-types",
    }
}

codes! {
    /// What a client's profile trusts, compared with the newest package of its gateway.
    ClientState {
        /// It lacks a root of the newest package, and every root that it trusts is known to be an old one.
        OldRootOnly = "old-root-only",
        /// It lacks a root of the newest package, and isn't known to trust only old ones.
        LacksRoot = "lacks-root",
        /// Nothing shows which roots it trusts, or there is no package to compare it with.
        Unknown = "unknown",
        /// It trusts every root of the newest package.
        TrustsAll = "trusts-all",
    }
}

codes! {
    /// Why the state of a client is unknown.
    ClientReason {
        /// The profile can't be read.
        ProfileUnreadable = "profile-unreadable",
        /// The profile names no gateway, or more than one.
        NoGateway = "no-gateway",
        /// The roots that the profile trusts aren't certain: they are unknown, only names, or not the same in all parts.
        ProfileUncertain = "profile-uncertain",
        /// `usepinnedroot` is false, so the client may trust other roots than the one in the profile.
        NotPinned = "not-pinned",
        /// No package of the gateway was read, or none with a date.
        NoPackage = "no-package",
        /// The newest package isn't certain: it can't be read, its roots are unknown, or another one with the same date
        /// differs.
        PackageUncertain = "package-uncertain",
    }
}

codes! {
    /// The kind of an item of evidence.
    Kind {
        /// A whole certificate.
        Certificate = "certificate",
        /// A SHA-1 thumbprint.
        Thumbprint = "thumbprint",
        /// The name of a root or an issuer.
        Name = "name",
    }
}

codes! {
    /// The class of an item of evidence.
    Class {
        /// A known public root or listed intermediate.
        Public = "public",
        /// The gateway's own self-signed CA, or a certificate that it issued.
        Own = "own",
        /// Neither.
        Unknown = "unknown",
    }
}

codes! {
    /// The state of a root today. `Ready` is a state of all roots together only.
    State {
        /// Valid, in use, and not being retired.
        Current = "current",
        /// A migration: certificates or thumbprints show several public roots, at least one of which is neither
        /// retiring nor expired. Every client needs all of them.
        Ready = "ready",
        /// Its retirement has begun.
        Retiring = "retiring",
        /// Its validity has ended.
        Expired = "expired",
        /// The gateway's own self-signed CA.
        SelfSigned = "self-signed",
        /// A public root that isn't on Azure's list of CAs, or no longer is.
        PublicUnlisted = "public-unlisted",
        /// Anything else.
        Unknown = "unknown",
    }
}

codes! {
    /// Why an item isn't counted, only shown.
    NotCounted {
        /// The root of the customer's RADIUS server.
        RadiusRoot = "radius-root",
        /// From `clientauth`: it identifies the client's certificate.
        ClientAuth = "client-auth",
        /// From `IssuerHash`: it identifies the customer's client root.
        ClientIssuer = "client-issuer",
        /// A pin in .inf, .cms or .pbk. With RADIUS it identifies the RADIUS server's root.
        ProfilePin = "profile-pin",
        /// From `<cert>` of an OpenVPN profile: the client's certificate.
        ClientCertificate = "client-certificate",
        /// From an EAP configuration in ProfileXML; it may be the RADIUS server's.
        EapConfiguration = "eap-configuration",
        /// A certificate that nothing connects with the gateway.
        NoPlace = "no-place",
        /// From an OpenVPN profile that nothing connects with an Azure gateway.
        OtherVpn = "other-vpn",
    }
}

codes! {
    /// An additional fact about an input. It decides nothing.
    FindingCode {
        /// No evidence was read from a program or a renamed document.
        NotRead = "not-read",
        /// The zip was packed again, so its dates are uncertain.
        Rezipped = "rezipped",
        /// The public roots of different parts, or of one part's certificates and thumbprints, differ.
        RootsDiffer = "roots-differ",
        /// In a migration, a part with certificates or thumbprints lacks the newest root of the package.
        PartLacksRoot = "part-lacks-root",
        /// The names and certificates of one document, or its root and issuer names, show different public roots.
        NamesDisagree = "names-disagree",
        /// Counted items have different classes.
        PartsDisagree = "parts-disagree",
        /// The counted items are only names, which are weak proof.
        NamesOnly = "names-only",
        /// The answer holds only if the lone certificate is from the gateway's package.
        LoneCertificate = "lone-certificate",
        /// The answer is based on VpnProfileSetup.ps1 alone. With RADIUS, it names the RADIUS server's root.
        ScriptOnly = "script-only",
        /// VpnProfileSetup.ps1 names no root, so it isn't evidence. Those of autumn 2026 name none.
        ScriptWithoutRoot = "script-without-root",
        /// A lone certificate from an unknown issuer. It may be the customer's client root or a client certificate.
        MaybeClientCertificate = "maybe-client-certificate",
        /// A certificate has a public root's name, or is marked as the gateway's own and names a public root as its
        /// issuer.
        Lookalike = "lookalike",
        /// A certificate that isn't public or self-issued names a public root as its issuer.
        IssuerPublic = "issuer-public",
        /// The given creation date contradicts the package.
        CreatedContradicts = "created-contradicts",
        /// The given creation date is too near July 2017 to decide the gateway type.
        CreatedUndecided = "created-undecided",
        /// A file in a program's place isn't a program, but for example a Git LFS pointer or a mail filter's notice.
        NotAProgram = "not-a-program",
        /// Names contain control characters or characters that change direction or have no width. They are shown
        /// escaped.
        HiddenCharacters = "hidden-characters",
        /// `usepinnedroot` is true: clients accept only the root in this document.
        PinnedRootOn = "pinned-root-on",
        /// `usepinnedroot` is false.
        PinnedRootOff = "pinned-root-off",
        /// Two parts in different folders have the same file name, ignoring case.
        PlaceTwice = "place-twice",
        /// A profile signs in to Azure Government.
        CloudGovernment = "cloud-government",
        /// A profile signs in to Azure in China, operated by 21Vianet.
        CloudChina = "cloud-china",
        /// A profile signs in to Microsoft Cloud Germany.
        CloudGermany = "cloud-germany",
        /// Users sign in to RADIUS with passwords (EAP-MSCHAPv2).
        RadiusPasswords = "radius-passwords",
    }
}
