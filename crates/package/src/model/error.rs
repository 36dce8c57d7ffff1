//! Everything that can be wrong with an input: one flat list, and the part of the input it is about.
//!
//! The words for each kind are in the report crate. Which rule an error leads to is decided in the verdict crate.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An error, and the part of the input it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Path of the part, with `/`; `None` for the input as a whole.
    pub place: Option<String>,
}

impl Error {
    /// Creates an error about the input as a whole.
    pub fn whole(kind: ErrorKind) -> Self {
        Error { kind, place: None }
    }

    /// Creates an error about one part of the input.
    pub fn at(kind: ErrorKind, place: impl Into<String>) -> Self {
        Error {
            kind,
            place: Some(place.into()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())?;
        match &self.place {
            Some(place) => write!(f, " ({place})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

/// What an error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// The input, or its outer container, can't be read, or a limit was reached.
    Unreadable,
    /// Two readers can see different packages in the input.
    Ambiguous,
    /// The input is readable and isn't a client package.
    NotAPackage,
    /// One part of a package can't be read.
    Part,
}

macro_rules! kinds {
    (
        $($(#[$doc:meta])* $name:ident = $code:literal, $class:ident;)*
        @limits { $($(#[$limit_doc:meta])* $limit:ident = $limit_code:literal;)* }
        $($(#[$doc2:meta])* $name2:ident = $code2:literal, $class2:ident;)*
    ) => {
        /// What is wrong with an input. Codes are stable; new ones may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ErrorKind {
            $($(#[$doc])* $name,)*
            /// The input needs more than a limit allows.
            Limit(Limit),
            $($(#[$doc2])* $name2,)*
        }

        /// A limit that an input can exceed. Several bounds of [`Limits`](crate::Limits) can share one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Limit { $($(#[$limit_doc])* $limit,)* }

        impl ErrorKind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [ErrorKind] = &[
                $(ErrorKind::$name,)*
                $(ErrorKind::Limit(Limit::$limit),)*
                $(ErrorKind::$name2,)*
            ];

            /// Returns the stable code of the report, in kebab case.
            pub const fn code(self) -> &'static str {
                match self {
                    $(ErrorKind::$name => $code,)*
                    $(ErrorKind::Limit(Limit::$limit) => $limit_code,)*
                    $(ErrorKind::$name2 => $code2,)*
                }
            }

            /// Returns what the error is about.
            pub fn class(self) -> ErrorClass {
                match self {
                    $(ErrorKind::$name => ErrorClass::$class,)*
                    ErrorKind::Limit(_) => ErrorClass::Unreadable,
                    $(ErrorKind::$name2 => ErrorClass::$class2,)*
                }
            }
        }
    };
}

impl ErrorKind {
    /// Returns true if a file with only this error clearly isn't part of a package. A damaged program counts too: folders of
    /// downloads contain many.
    pub fn excludes_package(self) -> bool {
        self.class() == ErrorClass::NotAPackage || self == ErrorKind::ProgramBroken
    }

    /// Returns true if nothing in the same container can be relied on: after a limit or a disk error, or if readers see
    /// different contents.
    pub fn spoils_container(self) -> bool {
        match self.class() {
            ErrorClass::Unreadable | ErrorClass::Ambiguous => true,
            ErrorClass::NotAPackage | ErrorClass::Part => false,
        }
    }

    /// Returns true if the input needs more than a limit allows.
    pub(crate) fn is_limit(self) -> bool {
        matches!(self, ErrorKind::Limit(_))
    }
}

impl Serialize for ErrorKind {
    /// Writes the code.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for ErrorKind {
    /// Reads a code.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = <&str>::deserialize(deserializer)?;
        let known = ErrorKind::ALL.iter().find(|kind| kind.code() == code);
        known
            .copied()
            .ok_or_else(|| serde::de::Error::custom("unknown error code"))
    }
}

kinds! {
    /// Reading the bytes failed (a disk error, or the file was changed or removed meanwhile).
    ReadFailed = "read-failed", Unreadable;
    /// A path on the command line that doesn't exist.
    NotFound = "not-found", Unreadable;
    /// The reader in the page stopped (a crash of the reading worker).
    ReaderStopped = "reader-stopped", Unreadable;
    /// The reader in the page took longer than is allowed.
    ReaderTimeout = "reader-timeout", Unreadable;
    /// The user stopped the reading.
    Cancelled = "cancelled", Unreadable;
    /// A zip whose end record is missing: the file is cut off, or was changed in transit.
    ZipTruncated = "zip-truncated", Unreadable;
    /// A zip whose directory is damaged or points outside the file.
    ZipDamaged = "zip-damaged", Unreadable;
    /// One part of a zip that was split over several files (APPNOTE 8).
    ZipSplit = "zip-split", Unreadable;
    @limits {
        /// More entries in a zip, or files in a cabinet, than [`Limits::zip_entries`](crate::Limits::zip_entries).
        Entries = "limit-entries";
        /// A zip directory larger than [`Limits::zip_directory_bytes`](crate::Limits::zip_directory_bytes).
        Directory = "limit-directory";
        /// More bytes before a zip than [`Limits::zip_before_bytes`](crate::Limits::zip_before_bytes).
        Before = "limit-before";
        /// A part larger than [`Limits::part_bytes`](crate::Limits::part_bytes), counted while unpacking.
        Part = "limit-part";
        /// All parts together larger than [`Limits::unpacked_bytes`](crate::Limits::unpacked_bytes).
        Unpacked = "limit-unpacked";
        /// More bytes read from the input than [`Limits::read_bytes`](crate::Limits::read_bytes).
        ReadBytes = "limit-read-bytes";
        /// More reads from the input than [`Limits::read_calls`](crate::Limits::read_calls).
        ReadCalls = "limit-read-calls";
        /// A cabinet of which more bytes would have to be unpacked than
        /// [`Limits::cabinet_bytes`](crate::Limits::cabinet_bytes).
        Cabinet = "limit-cabinet";
        /// A cabinet of which more blocks would have to be unpacked than
        /// [`Limits::cabinet_blocks`](crate::Limits::cabinet_blocks).
        CabinetBlocks = "limit-cabinet-blocks";
        /// More programs and cabinets than [`Limits::programs`](crate::Limits::programs).
        Programs = "limit-programs";
        /// A program with more resources than [`Limits::program_resources`](crate::Limits::program_resources).
        Resources = "limit-resources";
        /// More items of evidence than [`Limits::items`](crate::Limits::items).
        Items = "limit-items";
        /// An input that names its gateway in more ways than [`Limits::gateway_names`](crate::Limits::gateway_names).
        Names = "limit-names";
        /// A certificate larger than [`Limits::certificate_bytes`](crate::Limits::certificate_bytes).
        Certificate = "limit-certificate";
        /// XML nested deeper than [`Limits::xml_depth`](crate::Limits::xml_depth).
        XmlDepth = "limit-xml-depth";
        /// XML with more elements than [`Limits::xml_elements`](crate::Limits::xml_elements).
        XmlElements = "limit-xml-elements";
        /// An XML element with more attributes than [`Limits::xml_attributes`](crate::Limits::xml_attributes).
        XmlAttributes = "limit-xml-attributes";
        /// A folder with more files or folders than [`Limits::folder_files`](crate::Limits::folder_files), or nested deeper than
        /// [`Limits::folder_depth`](crate::Limits::folder_depth).
        Folder = "limit-folder";
        /// More packages inside one zip than [`Limits::inner_packages`](crate::Limits::inner_packages).
        Inner = "limit-inner";
        /// A zip deeper in zips than [`Limits::zip_nesting`](crate::Limits::zip_nesting).
        Nesting = "limit-nesting";
        /// More documents under other than their usual names than
        /// [`Limits::renamed_documents`](crate::Limits::renamed_documents), or larger ones than
        /// [`Limits::renamed_bytes`](crate::Limits::renamed_bytes).
        Renamed = "limit-renamed";
    }

    /// Two entries of a zip whose names become one (same, or by case, slash, dots, Unicode form).
    ZipDuplicateName = "zip-duplicate-name", Ambiguous;
    /// An entry's local header differs from the zip's directory (APPNOTE 4.3.7, 4.3.12).
    ZipHeadersDiffer = "zip-headers-differ", Ambiguous;
    /// An entry's data descriptor differs from the zip's directory (APPNOTE 4.3.9).
    ZipDescriptorDiffers = "zip-descriptor-differs", Ambiguous;
    /// More than one end record could be the zip's own (APPNOTE 4.3.16).
    ZipSeveralEnds = "zip-several-ends", Ambiguous;
    /// The number of entries, the size and the offset of the directory contradict each other.
    ZipDirectoryMismatch = "zip-directory-mismatch", Ambiguous;
    /// The zip64 records and the classic ones disagree (APPNOTE 4.3.14, 4.3.15, 4.5.3).
    ZipZip64Mismatch = "zip-zip64-mismatch", Ambiguous;
    /// Bytes after the end of the zip.
    ZipTrailingData = "zip-trailing-data", Ambiguous;
    /// Bytes or entries that the directory doesn't list: before, between or after its entries.
    ZipHiddenData = "zip-hidden-data", Ambiguous;
    /// Entries that share bytes.
    ZipOverlap = "zip-overlap", Ambiguous;
    /// A name that readers resolve differently (`..`, drive, control characters, trailing dot or blank).
    ZipName = "zip-name", Ambiguous;
    /// A Unicode path extra field with another name (APPNOTE 4.6.9).
    ZipUnicodeName = "zip-unicode-name", Ambiguous;
    /// An entry that is a file to one reader and a folder to another.
    ZipFileOrFolder = "zip-file-or-folder", Ambiguous;
    /// The encryption flag differs between headers or between entries.
    ZipEncryptionDiffers = "zip-encryption-differs", Ambiguous;
    /// A file that is a zip and a cabinet program at once.
    ZipAndCabinet = "zip-and-cabinet", Ambiguous;
    /// A file that is a document or certificate, and ends in a zip.
    ZipAndDocument = "zip-and-document", Ambiguous;
    /// An archive or disk image in which readers find a zip.
    ZipAndArchive = "zip-and-archive", Ambiguous;
    /// A zip in which a streaming reader can't tell where another zip ends that is in it.
    ZipInZip = "zip-in-zip", Ambiguous;

    /// A file that is empty, or contains only zeros.
    Empty = "empty", NotAPackage;
    /// A readable zip or folder that contains nothing of a client package.
    NoPlace = "no-place", NotAPackage;
    /// A picture (PNG, JPEG, GIF, BMP, ICO, WebP, TIFF).
    Picture = "picture", NotAPackage;
    /// Plain text of no known kind.
    Text = "text", NotAPackage;
    /// A web page: often a saved sign-in page instead of the package.
    WebPage = "web-page", NotAPackage;
    /// An XML document of another kind.
    OtherXml = "other-xml", NotAPackage;
    /// A PDF document.
    Pdf = "pdf", NotAPackage;
    /// An Office document.
    Office = "office", NotAPackage;
    /// A Windows Installer database (.msi).
    Msi = "msi", NotAPackage;
    /// A 7z archive.
    SevenZip = "seven-zip", NotAPackage;
    /// A RAR archive.
    Rar = "rar", NotAPackage;
    /// An installer made with NSIS.
    Nsis = "nsis", NotAPackage;
    /// Another archive or compressed file (gzip, tar, xz, bzip2, zstd).
    OtherArchive = "other-archive", NotAPackage;
    /// A program that contains neither a cabinet nor a zip.
    OtherProgram = "other-program", NotAPackage;
    /// A program larger than any VPN client's, and not named like one.
    LargeProgram = "large-program", NotAPackage;
    /// A cabinet without a Connection Manager profile.
    OtherCabinet = "other-cabinet", NotAPackage;
    /// A certificate together with its private key (PKCS #12, .pfx, .p12).
    Pkcs12 = "pkcs12", NotAPackage;
    /// A bundle of certificates (PKCS #7, .p7b).
    Pkcs7 = "pkcs7", NotAPackage;
    /// A private key.
    PrivateKey = "private-key", NotAPackage;
    /// A list of revoked certificates (RFC 5280 section 5).
    RevocationList = "revocation-list", NotAPackage;
    /// A public key without a certificate.
    PublicKey = "public-key", NotAPackage;
    /// A Git LFS pointer: the file itself wasn't fetched.
    LfsPointer = "lfs-pointer", NotAPackage;
    /// A certificate signing request.
    SigningRequest = "signing-request", NotAPackage;
    /// An Apple configuration profile (.mobileconfig).
    MobileConfig = "mobile-config", NotAPackage;
    /// An EAP configuration on its own, or a ProfileXML with one and no Azure VPN profile: its root can be that of a RADIUS
    /// server.
    EapConfiguration = "eap-configuration", NotAPackage;
    /// An email message (RFC 5322, or one of Outlook).
    Mail = "mail", NotAPackage;
    /// An image of a disc or a disk (ISO, VHD, VHDX, VMDK, DMG and the like).
    DiskImage = "disk-image", NotAPackage;
    /// A certificate in Base64, without the lines around it that make it PEM.
    Base64Certificate = "base64-certificate", NotAPackage;
    /// A zip, program or cabinet in Base64.
    Base64Package = "base64-package", NotAPackage;
    /// A phone book of Windows (rasphone.pbk).
    PhoneBook = "phone-book", NotAPackage;
    /// A link to a file or a web page, or what a cloud storage service leaves in a file's place.
    Shortcut = "shortcut", NotAPackage;
    /// An error message that was saved instead of a package.
    DownloadError = "download-error", NotAPackage;
    /// A configuration of another VPN client.
    OtherVpn = "other-vpn", NotAPackage;
    /// An app or a Java archive (.apk, .msix, .jar).
    App = "app", NotAPackage;
    /// Content of no known kind.
    UnknownContent = "unknown-content", NotAPackage;

    /// An encrypted entry of a zip.
    ZipEncrypted = "zip-encrypted", Part;
    /// An entry packed with a method other than stored and deflate.
    ZipMethod = "zip-method", Part;
    /// An entry whose content doesn't match its CRC-32.
    ZipCrc = "zip-crc", Part;
    /// An entry whose content is damaged, or isn't as long as declared.
    ZipContent = "zip-content", Part;
    /// An entry that is a link to another file.
    ZipLink = "zip-link", Part;
    /// A part that is an empty file.
    PartEmpty = "part-empty", Part;
    /// XML that isn't one well-formed document.
    XmlBroken = "xml-broken", Part;
    /// XML with a DOCTYPE, which is never read.
    XmlDoctype = "xml-doctype", Part;
    /// A text in an encoding other than UTF-8 and UTF-16 with a byte order mark.
    Encoding = "encoding", Part;
    /// A value that isn't Base64.
    Base64 = "base64", Part;
    /// A thumbprint that isn't 40 hexadecimal digits.
    Hex = "hex", Part;
    /// A part under a document's name that is another document.
    OtherDocument = "other-document", Part;
    /// A certificate that can't be parsed to its last byte (RFC 5280).
    Certificate = "certificate", Part;
    /// A PEM text whose labels don't match (RFC 7468).
    Pem = "pem", Part;
    /// An .ovpn file with a block that isn't closed, or a line that OpenVPN clients read differently.
    OvpnBroken = "ovpn-broken", Part;
    /// A PowerShell script with a root in what looks like a comment, and nowhere else.
    ScriptComment = "script-comment", Part;
    /// A program whose resources can't be read: it is cut off, or they point outside it.
    ProgramBroken = "program-broken", Part;
    /// A program in a Windows folder whose kind isn't known.
    ProgramUnknown = "program-unknown", Part;
    /// A cabinet that can't be read.
    CabinetBroken = "cabinet-broken", Part;
    /// A program with several cabinets, or a cabinet that two readers see differently.
    CabinetAmbiguous = "cabinet-ambiguous", Part;
    /// A cabinet packed with a method other than stored, MSZIP and LZX.
    CabinetMethod = "cabinet-method", Part;
}
