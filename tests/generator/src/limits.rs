//! One input beyond each limit that no other fixture reaches. The sizes are those of docs/limits.md plus one.

use crate::Case;
use crate::der::Certificate;
use crate::own::public_with;
use crate::parts::*;
use crate::zip::{Archive, Entry};

pub fn cases() -> Vec<Case> {
    let over_limit =
        |path: &str, condition: &str, error| Case::error(path, condition, "unreadable", error);
    let remotes: String = (0..257)
        .map(|number| format!("remote vpn{number}.invalid 443\r\n"))
        .collect();
    let large = Certificate {
        extensions: vec![(vec![0x2A, 0x03], vec![0; 64 * 1024])],
        ..Certificate::own("A large one")
    };
    let roots: String = (0..257).map(|_| pem(G2)).collect();
    let pieces = public_with((1..130).map(|number| {
        let pair = pem(G2) + &pem(G2);
        Entry::new(&format!("Generic\\VpnServerRoot.cer_{number}"), pair)
    }));
    let many = public_with((0..65).map(|number| Entry::new(&format!("{number}.zip"), "no zip")));
    let unpacked = public_with((0..10).map(|number| {
        let folder = format!("{number}\\VpnClientSetup.exe");
        Entry::new(&folder, vec![b' '; 4 << 20])
    }));
    let named = public_with((0..9).map(|folder| {
        let hosts: String = (0..32)
            .map(|number| format!("remote azuregateway-0badcafe-0000-4000-8000-0000000{folder:02}{number:03}-0.vpn.azure.com 443\r\n"))
            .collect();
        Entry::new(
            &format!("OpenVPN\\{folder}\\vpnconfig.ovpn"),
            hosts + &ovpn(GUID, &[G2]),
        )
    }));
    vec![
        over_limit(
            "limits/names-of-all.zip",
            "more than 256 gateways in nine parts together",
            "limit-names",
        )
        .zip(&named),
        over_limit("limits/names.ovpn", "257 hosts to dial", "limit-names")
            .text(remotes + &ovpn(GUID, &[G2])),
        over_limit(
            "limits/certificate.cer",
            "a certificate of more than 64 KiB",
            "limit-certificate",
        )
        .binary(
            large.der(),
            "a self-issued certificate with one extension of 64 KiB\n",
        ),
        over_limit(
            "limits/items.pem",
            "257 certificates in one file",
            "limit-items",
        )
        .text(roots),
        over_limit("limits/items.zip", "262 items in 131 parts", "limit-items").zip(&pieces),
        over_limit("limits/inner.zip", "65 packages in one zip", "limit-inner").zip(&many),
        over_limit(
            "limits/unpacked.zip",
            "ten parts of 4 MiB",
            "limit-unpacked",
        )
        .zip(&unpacked.note("the programs are blanks")),
        Case::new(
            "limits/stray-certificates.zip",
            "300 certificates and one of more than 64 KiB beside a package: nothing rests on them",
            "all-public",
            "current",
        )
        .zip(&{
            let large = Entry::new("certificates\\large.cer", large.der());
            let name = |number| format!("certificates\\{number}.pem");
            let small = (0..300).map(|number| Entry::new(&name(number), pem(G1)));
            public_with([large].into_iter().chain(small))
        }),
        Case::new(
            "limits/passed-over.zip",
            "a program of more than 4 MiB at no place of a package: told, not counted",
            "all-public",
            "current",
        )
        .zip(&public_with([Entry::new(
            "tools\\large.exe",
            vec![b' '; (4 << 20) + 1],
        )])),
        Case::error(
            "limits/encrypted-program.zip",
            "an encrypted program that may be the VPN client's",
            "part-unreadable",
            "zip-encrypted",
        )
        .today("current")
        .zip(&{
            let mut program = Entry::new("setup.exe", "MZ");
            program.flags = 1;
            public_with([program])
        }),
        Case::error(
            "hiding/zip-at-a-programs-place.zip",
            "a zip of an own CA under a setup program's name",
            "part-unreadable",
            "program-unknown",
        )
        .today("current")
        .zip(&{
            let own = crate::own::own_ca().der();
            let (inside, _) = Archive::of(vec![Entry::new("g.cer", own)]).build();
            public_with([Entry::new("WindowsAmd64\\VpnClientSetupAmd64.exe", inside)])
        }),
    ]
}
