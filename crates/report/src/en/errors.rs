//! English words for what can be wrong with an input: what happened, and what to do.

use p2s_package::{ErrorKind, Limit};

const AGAIN: &str =
    "Download the VPN client package again from the Azure portal and choose that file.";
const RAW: &str =
    "Choose the package as the portal gives it: not unpacked, changed or packed again.";
const OTHER: &str = "Choose the VPN client package: the .zip or .exe from the portal, or VpnSettings.xml out of it.";

/// Returns what happened, and what to do.
pub(crate) fn error(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::ReadFailed => (
            "The file could not be read. It may have been changed, moved or deleted meanwhile.",
            "Choose it again.",
        ),
        ErrorKind::NotFound => ("There is no such file or folder.", "Check the path."),
        ErrorKind::ReaderStopped => (
            "The part of the page that reads files stopped while reading this one.",
            "The page goes on working. Choose another file, or check by hand.",
        ),
        ErrorKind::ReaderTimeout => (
            "Reading this file took too long and was ended.",
            "The page goes on working. Choose another file, or check by hand.",
        ),
        ErrorKind::Cancelled => (
            "You stopped the reading of this file.",
            "Choose it again when you like.",
        ),
        ErrorKind::ZipTruncated => ("The zip has no end: it is cut off or damaged.", AGAIN),
        ErrorKind::ZipDamaged => ("The zip's table of contents is damaged.", AGAIN),
        ErrorKind::ZipSplit => (
            "This is one part of a zip that was split over several files; the others are missing.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Entries) => (
            "The zip or cabinet holds more than 1,000 files, the most that are read.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Directory) => (
            "The zip's table of contents is larger than 1 MiB, the most that is read.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Before) => (
            "More than 4 MiB stand in front of the zip, the most that is looked through.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Part) => (
            "A part is larger than 4 MiB, the most that is unpacked of one part and more than any part of a real package has.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Unpacked) => (
            "The parts together are larger than 32 MiB, the most that is unpacked of one package.",
            RAW,
        ),
        ErrorKind::Limit(Limit::ReadBytes) => (
            "Answering this file would take reading more than 64 MiB of it, the most that is read.",
            RAW,
        ),
        ErrorKind::Limit(Limit::ReadCalls) => (
            "Answering this file would take more than 20,000 reads, the most that are made.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Cabinet) => (
            "More than 128 KiB of a cabinet would have to be unpacked, the most that is.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::CabinetBlocks) => (
            "More than 6 blocks of a cabinet would have to be unpacked, the most that are.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::Programs) => (
            "There are more than 128 programs and cabinets of the VPN client, the most that are taken apart.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Resources) => (
            "A program has more than 4,096 resources, the most that are looked through.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::Items) => (
            "The package holds more than 256 certificates, thumbprints and names, the most that are read.",
            RAW,
        ),
        ErrorKind::Limit(Limit::Names) => (
            "The gateway is named more than 256 times, the most that is read.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::Certificate) => (
            "A certificate is larger than 64 KiB, the most that is read.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlDepth) => (
            "The elements of an XML document stand more than 32 deep in one another, the deepest that is read.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlElements) => (
            "An XML document has more than 5,000 elements, the most that are read.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlAttributes) => (
            "An element of an XML document has more than 16 attributes, the most that are read.",
            AGAIN,
        ),
        ErrorKind::Limit(Limit::Folder) => (
            "The folder holds more than 20,000 files or folders, or folders more than 32 deep in one another, the most that are searched.",
            "Choose the package itself, or a smaller folder.",
        ),
        ErrorKind::Limit(Limit::Inner) => (
            "The zip holds more than 64 packages, the most that are read out of one zip.",
            "Unpack it and choose the packages.",
        ),
        ErrorKind::Limit(Limit::Nesting) => (
            "This zip lies in a zip that lies in another. Zips are opened 1 level deep inside a zip, no deeper.",
            "Unpack the outer zip and choose the ones in it.",
        ),
        ErrorKind::Limit(Limit::Renamed) => (
            "The package contains more than 256 documents under other than their usual names, or more than 1 MiB of them, the most that are read.",
            "Choose the package as the portal gives it, without the copies.",
        ),
        ErrorKind::ZipDuplicateName => (
            "Two entries of the zip have one and the same name (or names that differ only in case, slashes or dots).",
            RAW,
        ),
        ErrorKind::ZipHeadersDiffer => (
            "The zip describes an entry in two places, and they disagree.",
            AGAIN,
        ),
        ErrorKind::ZipDescriptorDiffers => (
            "The sizes behind an entry disagree with the zip's table of contents.",
            AGAIN,
        ),
        ErrorKind::ZipSeveralEnds => ("The zip has more than one end.", AGAIN),
        ErrorKind::ZipDirectoryMismatch => (
            "The zip's table of contents does not fit its own size, number or place.",
            AGAIN,
        ),
        ErrorKind::ZipZip64Mismatch => ("The zip's large and small size fields disagree.", AGAIN),
        ErrorKind::ZipTrailingData => ("There is data behind the end of the zip.", RAW),
        ErrorKind::ZipHiddenData => (
            "The zip holds data that its table of contents does not list.",
            RAW,
        ),
        ErrorKind::ZipOverlap => ("Entries of the zip share the same bytes.", AGAIN),
        ErrorKind::ZipName => (
            "The name of an entry is read differently by different programs or systems.",
            RAW,
        ),
        ErrorKind::ZipUnicodeName => ("An entry has two different names.", RAW),
        ErrorKind::ZipFileOrFolder => (
            "An entry is a file to one program and a folder to another.",
            RAW,
        ),
        ErrorKind::ZipEncryptionDiffers => (
            "The zip says in one place that it is encrypted and in another that it is not.",
            RAW,
        ),
        ErrorKind::ZipAndCabinet => ("The file is a zip and a cabinet program at once.", AGAIN),
        ErrorKind::ZipAndDocument => (
            "The file is a document and a zip at once.",
            "Choose the zip's content or the document by itself, as the portal gives it.",
        ),
        ErrorKind::Empty => ("The file is empty.", AGAIN),
        ErrorKind::NoPlace => (
            "The file can be read, but nothing of a VPN client package is in it.",
            OTHER,
        ),
        ErrorKind::Picture => ("This is a picture.", OTHER),
        ErrorKind::Text => ("This is a text file, not a VPN client package.", OTHER),
        ErrorKind::WebPage => (
            "This is a web page, perhaps a sign-in page that was saved instead of the package.",
            AGAIN,
        ),
        ErrorKind::OtherXml => ("This is an XML document of another kind.", OTHER),
        ErrorKind::Pdf => ("This is a PDF document.", OTHER),
        ErrorKind::Office => ("This is an Office document.", OTHER),
        ErrorKind::Msi => (
            "This is a Windows Installer file (.msi), for instance the Azure VPN Client itself.",
            OTHER,
        ),
        ErrorKind::SevenZip => (
            "This is a 7z archive.",
            "Unpack it with 7-Zip and choose the package in it.",
        ),
        ErrorKind::Rar => (
            "This is a RAR archive.",
            "Unpack it and choose the package in it.",
        ),
        ErrorKind::OtherArchive => (
            "This is an archive of a kind that is not read here.",
            "Unpack it and choose the package in it.",
        ),
        ErrorKind::Nsis => (
            "This is an installer made with NSIS, not the VPN client's setup program.",
            OTHER,
        ),
        ErrorKind::OtherProgram => ("This program holds no VPN client profile.", OTHER),
        ErrorKind::LargeProgram => (
            "This program is too large to be the VPN client's setup program, which has less than 300 KB.",
            OTHER,
        ),
        ErrorKind::OtherCabinet => ("This cabinet holds no VPN client profile.", OTHER),
        ErrorKind::Pkcs12 => (
            "This is a certificate with its private key (.pfx), most likely a client certificate of your own. The change does not concern it.",
            OTHER,
        ),
        ErrorKind::Pkcs7 => ("This is a bundle of certificates (.p7b).", OTHER),
        ErrorKind::PrivateKey => (
            "This file holds a private key. It was not kept or shown. The change does not concern it.",
            OTHER,
        ),
        ErrorKind::RevocationList => (
            "This is a list of revoked certificates (.crl), not a certificate.",
            OTHER,
        ),
        ErrorKind::PublicKey => (
            "This is a public key, not a certificate. The change does not concern it.",
            OTHER,
        ),
        ErrorKind::LfsPointer => (
            "This is a Git LFS pointer that stands in for the file itself.",
            "Fetch the file (git lfs pull) and choose it, or download the package from the portal.",
        ),
        ErrorKind::SigningRequest => ("This is a certificate signing request.", OTHER),
        ErrorKind::MobileConfig => (
            "This is an Apple configuration profile (.mobileconfig).",
            OTHER,
        ),
        ErrorKind::EapConfiguration => (
            "This is an EAP configuration. The root certificate in it may be your RADIUS server's, so it says nothing about the gateway.",
            OTHER,
        ),
        ErrorKind::UnknownContent => ("This file is of no kind that is known here.", OTHER),
        ErrorKind::ZipEncrypted => (
            "A part of the package is encrypted. The portal's packages are not.",
            "Unpack it with the password and choose VpnSettings.xml, or download the package again.",
        ),
        ErrorKind::ZipMethod => (
            "A part is packed by a method that is not read here.",
            "Unpack the zip and choose the unpacked folder, or download the package again.",
        ),
        ErrorKind::ZipCrc => (
            "The content of a part does not match its check sum: the file is damaged.",
            AGAIN,
        ),
        ErrorKind::ZipContent => (
            "The content of a part is not as long as the zip says, or is damaged.",
            AGAIN,
        ),
        ErrorKind::ZipLink => ("A part is only a link to another file.", RAW),
        ErrorKind::PartEmpty => ("A part of the package is empty.", AGAIN),
        ErrorKind::XmlBroken => (
            "The XML of a part is not well-formed. It may have been edited or cut off.",
            AGAIN,
        ),
        ErrorKind::XmlDoctype => (
            "The XML of a part has a DOCTYPE. The portal's files have none, so it is not read.",
            AGAIN,
        ),
        ErrorKind::Encoding => (
            "The text of a part is in an encoding that is not read here.",
            "Save it as UTF-8, or download the package again.",
        ),
        ErrorKind::Base64 => ("A certificate in a part is not valid Base64.", AGAIN),
        ErrorKind::Hex => (
            "A thumbprint in a part is not 40 hexadecimal digits.",
            AGAIN,
        ),
        ErrorKind::OtherDocument => (
            "A part has the name of one of the package's documents, but is another document.",
            AGAIN,
        ),
        ErrorKind::Certificate => ("A certificate in a part is damaged.", AGAIN),
        ErrorKind::Pem => (
            "The lines around a certificate (BEGIN and END) do not fit each other.",
            AGAIN,
        ),
        ErrorKind::OvpnBroken => (
            "The .ovpn file contains a block that isn't closed, or a line that OpenVPN clients read differently.",
            AGAIN,
        ),
        ErrorKind::ScriptComment => (
            "The PowerShell script names a root in a comment that it names nowhere else.",
            AGAIN,
        ),
        ErrorKind::ProgramBroken => ("The program is cut off or damaged.", AGAIN),
        ErrorKind::ProgramUnknown => (
            "A program lies where the VPN client's should be, but is of another kind.",
            AGAIN,
        ),
        ErrorKind::CabinetBroken => ("The cabinet can't be read.", AGAIN),
        ErrorKind::CabinetAmbiguous => (
            "There are several cabinets, or one that is read differently by different programs.",
            AGAIN,
        ),
        ErrorKind::CabinetMethod => (
            "The cabinet is packed by a method that is not read here.",
            AGAIN,
        ),
    }
}
