//! English texts for errors: what happened and what to do.

use p2s_package::{ErrorKind, Limit};

const DOWNLOAD_AGAIN: &str =
    "Download the VPN client package again from the Azure portal and choose that file.";
const USE_ORIGINAL: &str =
    "Choose the package as the portal gives it: not unpacked, changed or packed again.";
const CHOOSE_PACKAGE: &str = "Choose the VPN client package: the .zip or .exe from the portal, or VpnSettings.xml out of it.";

/// Returns what happened and what to do about an error.
pub(crate) const fn error(kind: ErrorKind) -> (&'static str, &'static str) {
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
        ErrorKind::ZipTruncated => (
            "The zip has no end: it is cut off or damaged.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipDamaged => ("The zip's table of contents is damaged.", DOWNLOAD_AGAIN),
        ErrorKind::ZipSplit => (
            "This is one part of a zip that was split over several files; the others are missing.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Entries) => (
            "The zip or cabinet holds more than 1,000 files, the most that are read.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Directory) => (
            "The zip's table of contents is larger than 1 MiB, the most that is read.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Before) => (
            "More than 4 MiB stand in front of the zip, the most that is looked through.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Part) => (
            "A part is larger than 4 MiB, the most that is unpacked of one part and more than any part of a real package has.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Unpacked) => (
            "The parts together are larger than 32 MiB, the most that is unpacked of one package.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::ReadBytes) => (
            "Answering this file would take reading more than 64 MiB of it, the most that is read.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::ReadCalls) => (
            "Answering this file would take more than 20,000 reads, the most that are made.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Cabinet) => (
            "More than 128 KiB of a cabinet would have to be unpacked, the most that is.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::CabinetBlocks) => (
            "More than 6 blocks of a cabinet would have to be unpacked, the most that are.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Programs) => (
            "There are more than 128 programs and cabinets of the VPN client, the most that are taken apart.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Resources) => (
            "A program has more than 4,096 resources, the most that are looked through.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Items) => (
            "The package holds more than 256 certificates, thumbprints and names, the most that are read.",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Names) => (
            "The gateway is named more than 256 times, the most that is read.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Certificate) => (
            "A certificate is larger than 64 KiB, the most that is read.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlDepth) => (
            "The elements of an XML document stand more than 32 deep in one another, the deepest that is read.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlElements) => (
            "An XML document has more than 5,000 elements, the most that are read.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlAttributes) => (
            "An element of an XML document has more than 16 attributes, the most that are read.",
            DOWNLOAD_AGAIN,
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
            USE_ORIGINAL,
        ),
        ErrorKind::ZipHeadersDiffer => (
            "The zip describes an entry in two places, and they disagree.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipDescriptorDiffers => (
            "The sizes behind an entry disagree with the zip's table of contents.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipSeveralEnds => ("The zip has more than one end.", DOWNLOAD_AGAIN),
        ErrorKind::ZipDirectoryMismatch => (
            "The zip's table of contents does not fit its own size, number or place.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipZip64Mismatch => (
            "The zip's large and small size fields disagree.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipTrailingData => ("There is data behind the end of the zip.", USE_ORIGINAL),
        ErrorKind::ZipHiddenData => (
            "The zip holds data that its table of contents does not list.",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipOverlap => ("Entries of the zip share the same bytes.", DOWNLOAD_AGAIN),
        ErrorKind::ZipName => (
            "The name of an entry is read differently by different programs or systems.",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipUnicodeName => ("An entry has two different names.", USE_ORIGINAL),
        ErrorKind::ZipFileOrFolder => (
            "An entry is a file to one program and a folder to another.",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipEncryptionDiffers => (
            "The zip says in one place that it is encrypted and in another that it is not.",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipAndCabinet => (
            "The file is a zip and a cabinet program at once.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipAndDocument => (
            "The file is a document and a zip at once.",
            "Choose the zip's content or the document by itself, as the portal gives it.",
        ),
        ErrorKind::Empty => ("The file is empty.", DOWNLOAD_AGAIN),
        ErrorKind::NoPlace => (
            "The file can be read, but nothing of a VPN client package is in it.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::Picture => ("This is a picture.", CHOOSE_PACKAGE),
        ErrorKind::Text => (
            "This is a text file, not a VPN client package.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::WebPage => (
            "This is a web page, perhaps a sign-in page that was saved instead of the package.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::OtherXml => ("This is an XML document of another kind.", CHOOSE_PACKAGE),
        ErrorKind::Pdf => ("This is a PDF document.", CHOOSE_PACKAGE),
        ErrorKind::Office => ("This is an Office document.", CHOOSE_PACKAGE),
        ErrorKind::Msi => (
            "This is a Windows Installer file (.msi), for instance the Azure VPN Client itself.",
            CHOOSE_PACKAGE,
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
            CHOOSE_PACKAGE,
        ),
        ErrorKind::OtherProgram => ("This program holds no VPN client profile.", CHOOSE_PACKAGE),
        ErrorKind::LargeProgram => (
            "This program is too large to be the VPN client's setup program, which has less than 300 KB.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::OtherCabinet => ("This cabinet holds no VPN client profile.", CHOOSE_PACKAGE),
        ErrorKind::Pkcs12 => (
            "This is a certificate with its private key (.pfx), most likely a client certificate of your own. The change does not concern it.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::Pkcs7 => ("This is a bundle of certificates (.p7b).", CHOOSE_PACKAGE),
        ErrorKind::PrivateKey => (
            "This file holds a private key. It was not kept or shown. The change does not concern it.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::RevocationList => (
            "This is a list of revoked certificates (.crl), not a certificate.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::PublicKey => (
            "This is a public key, not a certificate. The change does not concern it.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::LfsPointer => (
            "This is a Git LFS pointer that stands in for the file itself.",
            "Fetch the file (git lfs pull) and choose it, or download the package from the portal.",
        ),
        ErrorKind::SigningRequest => ("This is a certificate signing request.", CHOOSE_PACKAGE),
        ErrorKind::MobileConfig => (
            "This is an Apple configuration profile (.mobileconfig).",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::UnknownContent => (
            "This file is of no kind that is known here.",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::EapConfiguration => (
            "This is an EAP configuration, or a ProfileXML with one and without an Azure VPN profile. The root that it names may be your RADIUS server's, not the gateway's.",
            CHOOSE_PACKAGE,
        ),
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
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipContent => (
            "The content of a part is not as long as the zip says, or is damaged.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipLink => ("A part is only a link to another file.", USE_ORIGINAL),
        ErrorKind::PartEmpty => ("A part of the package is empty.", DOWNLOAD_AGAIN),
        ErrorKind::XmlBroken => (
            "The XML of a part is not well-formed. It may have been edited or cut off.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::XmlDoctype => (
            "The XML of a part has a DOCTYPE. The portal's files have none, so it is not read.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Encoding => (
            "The text of a part is in an encoding that is not read here.",
            "Save it as UTF-8, or download the package again.",
        ),
        ErrorKind::Base64 => (
            "A certificate in a part is not valid Base64.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Hex => (
            "A thumbprint in a part is not 40 hexadecimal digits.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::OtherDocument => (
            "A part has the name of one of the package's documents, but is another document.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Certificate => ("A certificate in a part is damaged.", DOWNLOAD_AGAIN),
        ErrorKind::Pem => (
            "The lines around a certificate (BEGIN and END) do not fit each other.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::OvpnBroken => (
            "The .ovpn file contains a block that isn't closed, or a line that OpenVPN clients read differently.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ScriptComment => (
            "The PowerShell script names a root in a comment that it names nowhere else.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ProgramBroken => ("The program is cut off or damaged.", DOWNLOAD_AGAIN),
        ErrorKind::ProgramUnknown => (
            "A program lies where the VPN client's should be, but is of another kind.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::CabinetBroken => ("The cabinet can't be read.", DOWNLOAD_AGAIN),
        ErrorKind::CabinetAmbiguous => (
            "There are several cabinets, or one that is read differently by different programs.",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::CabinetMethod => (
            "The cabinet is packed by a method that is not read here.",
            DOWNLOAD_AGAIN,
        ),
    }
}
