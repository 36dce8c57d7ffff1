//! Everything that can be wrong with an input: one flat list, and where in the input it is.
//!
//! The words for each kind, in both languages, live in the report crate. Which row of the rules a kind
//! leads to is its [`Severity`].

use std::fmt;

/// Something that keeps (a part of) an input from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    pub kind: ErrorKind,
    /// The part of the input it is about, as a path with `/`; `None`: the input as a whole.
    pub place: Option<String>,
}

impl Error {
    /// An error about the input as a whole.
    pub fn whole(kind: ErrorKind) -> Self {
        Error { kind, place: None }
    }

    /// An error about one part of the input.
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

/// How much of an input an error takes away; the order is the order of the rules, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input, or its outer container, can't be read, or a limit was reached.
    Unreadable,
    /// Two readers could see different packages in the input.
    Ambiguous,
    /// Readable, but nothing that this checker knows is in it.
    NotAPackage,
    /// A part that counts is there, but can't be read.
    PartUnreadable,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident;)*) => {
        /// What is wrong with an input. Codes are stable; new ones may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum ErrorKind { $($(#[$doc])* $name,)* }

        impl ErrorKind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [ErrorKind] = &[$(ErrorKind::$name,)*];

            /// The stable code of the report, in kebab case.
            pub fn code(self) -> &'static str {
                match self { $(ErrorKind::$name => $code,)* }
            }

            /// How much of the input it takes away.
            pub fn severity(self) -> Severity {
                match self { $(ErrorKind::$name => Severity::$severity,)* }
            }
        }
    };
}

kinds! {
    /// Reading the bytes failed (a disk error, a file changed or taken away while it was read).
    ReadFailed = "read-failed", Unreadable;
    /// A path on the command line that does not exist.
    NotFound = "not-found", Unreadable;
    /// The reader in the page stopped (a crash of the reading worker).
    ReaderStopped = "reader-stopped", Unreadable;
    /// The reader in the page took longer than it may.
    ReaderTimeout = "reader-timeout", Unreadable;
    /// The person stopped the reading.
    Cancelled = "cancelled", Unreadable;
    /// A zip whose end record is missing: the file is cut off, or was changed on the way.
    ZipTruncated = "zip-truncated", Unreadable;
    /// A zip whose directory is damaged or points outside the file.
    ZipDamaged = "zip-damaged", Unreadable;
    /// One part of a zip that was split over several files (APPNOTE 8).
    ZipSplit = "zip-split", Unreadable;
    /// More entries in a zip, or files in a cabinet, than [`Limits::zip_entries`](crate::Limits::zip_entries).
    LimitEntries = "limit-entries", Unreadable;
    /// A zip directory larger than [`Limits::zip_directory_bytes`](crate::Limits::zip_directory_bytes).
    LimitDirectory = "limit-directory", Unreadable;
    /// More in front of a zip than [`Limits::zip_before_bytes`](crate::Limits::zip_before_bytes).
    LimitBefore = "limit-before", Unreadable;
    /// A part larger than [`Limits::part_bytes`](crate::Limits::part_bytes), counted while unpacking.
    LimitPart = "limit-part", Unreadable;
    /// All parts together larger than [`Limits::unpacked_bytes`](crate::Limits::unpacked_bytes).
    LimitUnpacked = "limit-unpacked", Unreadable;
    /// More bytes read from the input than [`Limits::read_bytes`](crate::Limits::read_bytes).
    LimitReadBytes = "limit-read-bytes", Unreadable;
    /// More reads from the input than [`Limits::read_calls`](crate::Limits::read_calls).
    LimitReadCalls = "limit-read-calls", Unreadable;
    /// A cabinet of which more bytes would have to be unpacked than
    /// [`Limits::cabinet_bytes`](crate::Limits::cabinet_bytes).
    LimitCabinet = "limit-cabinet", Unreadable;
    /// A cabinet of which more blocks would have to be unpacked than
    /// [`Limits::cabinet_blocks`](crate::Limits::cabinet_blocks).
    LimitCabinetBlocks = "limit-cabinet-blocks", Unreadable;
    /// More programs and cabinets than [`Limits::programs`](crate::Limits::programs).
    LimitPrograms = "limit-programs", Unreadable;
    /// A program with more resources than [`Limits::program_resources`](crate::Limits::program_resources).
    LimitResources = "limit-resources", Unreadable;
    /// More items of evidence than [`Limits::items`](crate::Limits::items).
    LimitItems = "limit-items", Unreadable;
    /// An input that names its gateway in more ways than [`Limits::gateway_names`](crate::Limits::gateway_names).
    LimitNames = "limit-names", Unreadable;
    /// A certificate larger than [`Limits::certificate_bytes`](crate::Limits::certificate_bytes).
    LimitCertificate = "limit-certificate", Unreadable;
    /// XML nested deeper than [`Limits::xml_depth`](crate::Limits::xml_depth).
    LimitXmlDepth = "limit-xml-depth", Unreadable;
    /// XML with more elements than [`Limits::xml_elements`](crate::Limits::xml_elements).
    LimitXmlElements = "limit-xml-elements", Unreadable;
    /// An XML element with more attributes than [`Limits::xml_attributes`](crate::Limits::xml_attributes).
    LimitXmlAttributes = "limit-xml-attributes", Unreadable;
    /// A folder with more files than [`Limits::folder_files`](crate::Limits::folder_files), or nested deeper than
    /// [`Limits::folder_depth`](crate::Limits::folder_depth).
    LimitFolder = "limit-folder", Unreadable;
    /// More packages inside one zip than [`Limits::inner_packages`](crate::Limits::inner_packages).
    LimitInner = "limit-inner", Unreadable;
    /// A zip deeper in zips than [`Limits::zip_nesting`](crate::Limits::zip_nesting).
    LimitNesting = "limit-nesting", Unreadable;
    /// More documents under other than their usual names than
    /// [`Limits::renamed_documents`](crate::Limits::renamed_documents), or larger ones than
    /// [`Limits::renamed_bytes`](crate::Limits::renamed_bytes).
    LimitRenamed = "limit-renamed", Unreadable;

    /// Two entries of a zip whose names become one (same, or by case, slash, dots, Unicode form).
    ZipDuplicateName = "zip-duplicate-name", Ambiguous;
    /// An entry's local header says something else than the zip's directory (APPNOTE 4.3.7, 4.3.12).
    ZipHeadersDiffer = "zip-headers-differ", Ambiguous;
    /// An entry's data descriptor says something else than the zip's directory (APPNOTE 4.3.9).
    ZipDescriptorDiffers = "zip-descriptor-differs", Ambiguous;
    /// More than one end record could be the zip's own (APPNOTE 4.3.16).
    ZipSeveralEnds = "zip-several-ends", Ambiguous;
    /// Number of entries, size and place of the directory do not fit each other.
    ZipDirectoryMismatch = "zip-directory-mismatch", Ambiguous;
    /// The zip64 records and the classic ones disagree (APPNOTE 4.3.14, 4.3.15, 4.5.3).
    ZipZip64Mismatch = "zip-zip64-mismatch", Ambiguous;
    /// Bytes after the end of the zip.
    ZipTrailingData = "zip-trailing-data", Ambiguous;
    /// Bytes or entries that the directory does not list: before, between or after its entries.
    ZipHiddenData = "zip-hidden-data", Ambiguous;
    /// Entries that share bytes.
    ZipOverlap = "zip-overlap", Ambiguous;
    /// A name that readers resolve differently (`..`, drive, control characters, trailing dot or blank).
    ZipName = "zip-name", Ambiguous;
    /// A Unicode path extra field that says another name (APPNOTE 4.6.9).
    ZipUnicodeName = "zip-unicode-name", Ambiguous;
    /// An entry that is a file to one reader and a folder to another.
    ZipFileOrFolder = "zip-file-or-folder", Ambiguous;
    /// The encryption flag differs between headers or between entries.
    ZipEncryptionDiffers = "zip-encryption-differs", Ambiguous;
    /// A file that is a zip and a cabinet program at once.
    ZipAndCabinet = "zip-and-cabinet", Ambiguous;
    /// A file that is a document or certificate, and ends in a zip.
    ZipAndDocument = "zip-and-document", Ambiguous;

    /// An empty file.
    Empty = "empty", NotAPackage;
    /// A readable zip or folder with nothing of a client package in it.
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
    /// A program that holds no cabinet and no zip.
    OtherProgram = "other-program", NotAPackage;
    /// A program larger than any VPN client's, and not named like one.
    LargeProgram = "large-program", NotAPackage;
    /// A cabinet that holds no Connection Manager profile.
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
    /// A Git LFS pointer: the file itself was not fetched.
    LfsPointer = "lfs-pointer", NotAPackage;
    /// A certificate signing request.
    SigningRequest = "signing-request", NotAPackage;
    /// An Apple configuration profile (.mobileconfig).
    MobileConfig = "mobile-config", NotAPackage;
    /// Content of no known kind.
    UnknownContent = "unknown-content", NotAPackage;

    /// An encrypted entry of a zip.
    ZipEncrypted = "zip-encrypted", PartUnreadable;
    /// An entry packed with a method other than stored and deflate.
    ZipMethod = "zip-method", PartUnreadable;
    /// An entry whose content does not match its check sum.
    ZipCrc = "zip-crc", PartUnreadable;
    /// An entry whose content is not as long as declared, or is broken.
    ZipContent = "zip-content", PartUnreadable;
    /// An entry that is a link to another file.
    ZipLink = "zip-link", PartUnreadable;
    /// A part that is an empty file.
    PartEmpty = "part-empty", PartUnreadable;
    /// XML that is not one well-formed document.
    XmlBroken = "xml-broken", PartUnreadable;
    /// XML with a DOCTYPE; it is refused unread.
    XmlDoctype = "xml-doctype", PartUnreadable;
    /// A text in an encoding other than UTF-8 and UTF-16 with a byte order mark.
    Encoding = "encoding", PartUnreadable;
    /// A value that is not Base64.
    Base64 = "base64", PartUnreadable;
    /// A thumbprint that is not 40 hexadecimal digits.
    Hex = "hex", PartUnreadable;
    /// A part under a document's name that is another document.
    OtherDocument = "other-document", PartUnreadable;
    /// A certificate that can't be parsed to its last byte (RFC 5280).
    Certificate = "certificate", PartUnreadable;
    /// A PEM text whose labels do not fit each other (RFC 7468).
    Pem = "pem", PartUnreadable;
    /// An .ovpn file with a block that is not closed, or a line that OpenVPN clients read differently.
    OvpnBroken = "ovpn-broken", PartUnreadable;
    /// A PowerShell script with a root in what looks like a comment, and nowhere else.
    ScriptComment = "script-comment", PartUnreadable;
    /// A program that can't be taken apart: cut off, or its resources point outside it.
    ProgramBroken = "program-broken", PartUnreadable;
    /// A program at a Windows folder of a kind that is not known.
    ProgramUnknown = "program-unknown", PartUnreadable;
    /// A cabinet that can't be read.
    CabinetBroken = "cabinet-broken", PartUnreadable;
    /// A program with several cabinets, or a cabinet that two readers see differently.
    CabinetAmbiguous = "cabinet-ambiguous", PartUnreadable;
    /// A cabinet packed with a method other than stored, MSZIP and LZX.
    CabinetMethod = "cabinet-method", PartUnreadable;
}

impl Error {
    /// The error that is told when there are several: the worst, and of equals the first.
    pub fn worst(errors: &[Error]) -> Option<&Error> {
        errors.iter().min_by_key(|error| error.kind.severity())
    }
}
