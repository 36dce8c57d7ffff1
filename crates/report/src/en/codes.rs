//! English texts for the codes of the report.

use p2s_verdict::{Class, FindingCode, Kind, Model, NotCounted, Proof, Rule, State, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Affected => "Affected",
        Verdict::NotAffected => "Not affected",
        Verdict::Undetermined => "Cannot tell",
    }
}

pub(crate) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Unreadable => "The file could not be read, or a limit was reached.",
        Rule::AmbiguousArchive => {
            "Two programs could unpack two different packages from this archive."
        }
        Rule::NotAPackage => "Nothing of a VPN client package was found in this file.",
        Rule::PartUnreadable => "A part that the answer rests on could not be read.",
        Rule::TwoGateways => "The parts of the package name different gateways.",
        Rule::NoEvidence => {
            "The package says nothing about the CA of its gateway's server certificate."
        }
        Rule::Contradiction => "What the package says about the CA contradicts itself.",
        Rule::AllPublic => "Everything that counts stands under a known public CA.",
        Rule::OwnCa => "Everything that counts is of a CA of the gateway's own.",
        Rule::Mixed => "The parts of the package disagree about the CA.",
        Rule::UnknownRoot => {
            "The CA is not proven to be a public one, nor recognisably the gateway's own."
        }
    }
}

pub(crate) fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Certificate => "whole certificate",
        Proof::Thumbprint => "thumbprint (SHA-1)",
        Proof::Name => "names only",
        Proof::None => "none",
    }
}

pub(crate) fn model(model: Model) -> &'static str {
    match model {
        Model::ResourceManager => "Resource Manager",
        Model::VirtualWan => "Virtual WAN",
        Model::Unknown => {
            "not told by the file (the program of a classic gateway looks like a newer one)"
        }
    }
}

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Certificate => "certificate",
        Kind::Thumbprint => "thumbprint (SHA-1)",
        Kind::Name => "name",
    }
}

pub(crate) fn class(class: Class) -> &'static str {
    match class {
        Class::Public => "public CA",
        Class::Own => "the gateway's own CA",
        Class::Unknown => "unknown",
    }
}

pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Current => "current",
        State::Ready => "several roots: import all of them",
        State::Retiring => "being retired",
        State::Expired => "expired",
        State::SelfSigned => "self-signed",
        State::PublicUnlisted => "public, but not known to be used by Azure VPN gateways",
        State::Unknown => "unknown",
    }
}

pub(crate) fn reason(reason: NotCounted) -> &'static str {
    match reason {
        NotCounted::RadiusRoot => "it belongs to your RADIUS server, not to the gateway",
        NotCounted::ClientAuth => "it is the client's side (clientauth)",
        NotCounted::ClientIssuer => "it is your own client root (IssuerHash)",
        NotCounted::ProfilePin => {
            "it is a pin in the profile, which with RADIUS is the RADIUS server's"
        }
        NotCounted::ClientCertificate => "it is the client's certificate",
        NotCounted::EapConfiguration => {
            "it is from an EAP configuration, so it may identify your RADIUS server's root"
        }
        NotCounted::OtherVpn => "the profile names no Azure gateway, so it may be for another VPN",
        NotCounted::NoPlace => "it lies at no place where the gateway writes",
    }
}

pub(crate) fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::NotRead => {
            "Nothing was read out of this part. The answer rests on the other parts; without any, choose the whole package (.zip)."
        }
        FindingCode::Rezipped => {
            "The zip is not as Azure wrote it: it was packed again, so the date of the package is uncertain (local time of whoever packed it)."
        }
        FindingCode::RootsDiffer => {
            "The files of the package name different roots, all of them public. Import all of them on the clients."
        }
        FindingCode::PartLacksRoot => {
            "This file lacks the newest root certificate of the package. A client that is set up with this file alone isn't ready for the migration."
        }
        FindingCode::NamesDisagree => {
            "The certificates, root names and issuer names of this document are public, but don't all name the same root. This can happen during a root certificate migration."
        }
        FindingCode::PartsDisagree => {
            "What this part says about the CA does not agree with the rest."
        }
        FindingCode::NamesOnly => {
            "There are only names and no certificate to check them against. Anyone can write a name, so this proof is weak."
        }
        FindingCode::LoneCertificate => {
            "The answer holds only if this certificate came out of that gateway's package."
        }
        FindingCode::ScriptOnly => {
            "The answer rests on VpnProfileSetup.ps1 alone. Where the gateway checks its users by RADIUS, the root in it is your RADIUS server's and says nothing about the gateway: check the whole package (.zip)."
        }
        FindingCode::ScriptWithoutRoot => {
            "VpnProfileSetup.ps1 no longer names a root certificate, so it says nothing about this question. The other parts of the package do."
        }
        FindingCode::MaybeClientCertificate => {
            "This may be your own client root or client certificate. Those are not concerned; choose the VPN client package instead."
        }
        FindingCode::Lookalike => {
            "Caution: this certificate uses the name of a public CA, but is not that CA's own certificate."
        }
        FindingCode::IssuerPublic => {
            "The issuer of the certificate has a public CA's name. By the notice's own test (look at the issuer) that would be safe. It does not count here: anyone can write a name, and this certificate is not one of the known ones. Download the package again to be sure."
        }
        FindingCode::CreatedContradicts => {
            "The creation date that you gave does not fit the package. Check the date, and that the package is of this gateway."
        }
        FindingCode::CreatedUndecided => {
            "Created in the months in which new gateways moved to public CAs region by region, so the date does not tell the type."
        }
        FindingCode::NotAProgram => {
            "This file has a program's name but is none (a placeholder of Git LFS or a mail filter); it was left out."
        }
        FindingCode::HiddenCharacters => {
            "Names in this part hold control or direction characters; they are shown escaped."
        }
        FindingCode::PinnedRootOn => {
            "usepinnedroot is true: clients with this profile accept only the root named in it."
        }
        FindingCode::PinnedRootOff => "usepinnedroot is false.",
        FindingCode::PlaceTwice => {
            "This part is in the package more than once; all of them were read."
        }
    }
}
