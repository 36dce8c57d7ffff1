//! The closed lists of the report: every word that stands in it as a code, in kebab case.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code as it stands in the report.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }
        }
    };
}

codes! {
    /// The 2019 answer.
    Verdict {
        /// The gateway used a CA of its own when the package was made.
        Affected = "affected",
        /// Positive proof that the gateway stands under a public CA.
        NotAffected = "not-affected",
        /// Neither could be shown.
        Undetermined = "undetermined",
    }
}

codes! {
    /// The rule that decided the 2019 answer, in the order in which they are tried.
    Rule {
        /// The input or its outer container can't be read, or a limit was reached.
        Unreadable = "unreadable",
        /// Two readers could see different packages in it.
        AmbiguousArchive = "ambiguous-archive",
        /// Readable, but nothing of a client package is in it.
        NotAPackage = "not-a-package",
        /// A part that counts is there but can't be read.
        PartUnreadable = "part-unreadable",
        /// The parts name different gateways.
        TwoGateways = "two-gateways",
        /// Parts, but no item of evidence in them.
        NoEvidence = "no-evidence",
        /// Evidence that speaks against itself.
        Contradiction = "contradiction",
        /// Every counted item is public.
        AllPublic = "all-public",
        /// Every counted item is the gateway's own.
        OwnCa = "own-ca",
        /// Items of more than one class.
        Mixed = "mixed",
        /// All that is left.
        UnknownRoot = "unknown-root",
    }
}

codes! {
    /// The strongest kind of evidence behind an answer.
    Proof {
        /// A whole certificate.
        Certificate = "certificate",
        /// A SHA-1 thumbprint.
        Thumbprint = "thumbprint",
        /// Names only: weak.
        Name = "name",
        /// No proof: the answer is undetermined.
        None = "none",
    }
}

codes! {
    /// The types of gateway of the 2019 notice.
    GatewayType {
        /// Made before about July 2017, moved to a public CA by a routine maintenance.
        A = "A",
        /// Made before about July 2017, still under its own CA.
        B = "B",
        /// Under a public CA from the start.
        C = "C",
    }
}

codes! {
    /// The deployment model, where the package tells it.
    Model {
        /// A virtual network gateway of the Resource Manager model.
        ResourceManager = "resource-manager",
        /// A hub or a WAN profile of Virtual WAN.
        VirtualWan = "virtual-wan",
        /// Not told by the package.
        Unknown = "unknown",
    }
}

codes! {
    /// What sort of evidence an item is.
    Kind {
        /// A whole certificate.
        Certificate = "certificate",
        /// A SHA-1 thumbprint.
        Thumbprint = "thumbprint",
        /// A name in words.
        Name = "name",
    }
}

codes! {
    /// What an item was found to be.
    Class {
        /// A known public root or listed intermediate.
        Public = "public",
        /// A CA of the gateway's own.
        Own = "own",
        /// Neither.
        Unknown = "unknown",
    }
}

codes! {
    /// The state of a root today; `ready` is said only of all roots together.
    State {
        /// Trusted, nothing known against it.
        Current = "current",
        /// A migration: several public roots by certificate or thumbprint, at least one of which is neither retiring nor
        /// expired. Import all of them on every client.
        Ready = "ready",
        /// Being retired.
        Retiring = "retiring",
        /// Its own end has passed.
        Expired = "expired",
        /// The gateway's own.
        SelfSigned = "self-signed",
        /// A public root that is not, or no longer, on Azure's list of CAs.
        PublicUnlisted = "public-unlisted",
        /// Not known.
        Unknown = "unknown",
    }
}

codes! {
    /// Why an item is shown but does not count.
    NotCounted {
        /// The root of the customer's RADIUS server.
        RadiusRoot = "radius-root",
        /// From `clientauth`: the client's side.
        ClientAuth = "client-auth",
        /// `IssuerHash`: the customer's client root.
        ClientIssuer = "client-issuer",
        /// A pin in .inf, .cms or .pbk; with RADIUS it is the RADIUS server's.
        ProfilePin = "profile-pin",
        /// `<cert>` of an .ovpn: the client's certificate.
        ClientCertificate = "client-certificate",
        /// From an EAP configuration outside VpnProfileSetup.ps1; it may be the RADIUS server's.
        EapConfiguration = "eap-configuration",
        /// A certificate at no place of a package.
        NoPlace = "no-place",
        /// From an OpenVPN profile that nothing connects with an Azure gateway.
        OtherVpn = "other-vpn",
    }
}

codes! {
    /// What else is worth telling about an input; decides nothing by itself.
    FindingCode {
        /// A setup program out of which nothing was read.
        NotRead = "not-read",
        /// The zip was packed again: its dates are uncertain.
        Rezipped = "rezipped",
        /// Public roots differ between places.
        RootsDiffer = "roots-differ",
        /// In a migration: a part with certificates or thumbprints that lacks the newest root of the package.
        PartLacksRoot = "part-lacks-root",
        /// Names and certificates of one document, or its root names and issuer names, are public but not the same.
        NamesDisagree = "names-disagree",
        /// Parts or items disagree about what the gateway stands under.
        PartsDisagree = "parts-disagree",
        /// Names only, no certificate beside them: weak proof.
        NamesOnly = "names-only",
        /// The answer holds if the lone certificate came out of the gateway's package.
        LoneCertificate = "lone-certificate",
        /// The answer rests on VpnProfileSetup.ps1 alone: with RADIUS it names the RADIUS server's root.
        ScriptOnly = "script-only",
        /// VpnProfileSetup.ps1 names no root, as those of autumn 2026 do: it is no evidence.
        ScriptWithoutRoot = "script-without-root",
        /// A lone certificate of nobody known: perhaps the customer's own client root or client certificate.
        MaybeClientCertificate = "maybe-client-certificate",
        /// A certificate that bears a public root's name and is not that root.
        Lookalike = "lookalike",
        /// An intermediate or cross-signed root that names a public root as its issuer.
        IssuerPublic = "issuer-public",
        /// The creation date given contradicts the package.
        CreatedContradicts = "created-contradicts",
        /// The creation date given is too near July 2017 to tell.
        CreatedUndecided = "created-undecided",
        /// A file at a program's place that is no program (a Git LFS pointer, a mail filter's text).
        NotAProgram = "not-a-program",
        /// Control or bidirectional characters in names; they are shown escaped.
        HiddenCharacters = "hidden-characters",
        /// `usepinnedroot` is true: clients accept only the root in this file.
        PinnedRootOn = "pinned-root-on",
        /// `usepinnedroot` is false.
        PinnedRootOff = "pinned-root-off",
        /// A part twice in different folders.
        PlaceTwice = "place-twice",
    }
}
