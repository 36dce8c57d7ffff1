### Errors: what happened, and what to do (.to-do). The identifiers end with the code.

-download-again = Download the VPN client package again from the Azure portal and choose that file.
-use-original = Choose the package exactly as downloaded from the portal. Don't unzip, change or rezip it.
-choose-package = Choose the VPN client package: the .zip or .exe from the portal, or VpnSettings.xml from it.

# Error: Reading the bytes failed (a disk error, or the file was changed or removed meanwhile).
error-read-failed = The file couldn't be read. It may have been changed, moved or deleted in the meantime.
    .to-do = Choose it again.
# Error: A path on the command line that doesn't exist.
error-not-found = This file or folder doesn't exist.
    .to-do = Check the path.
# Error: The reader in the page stopped (a crash of the reading worker).
error-reader-stopped = The file reader stopped while reading this file.
    .to-do = The page still works. Choose another file, or check by hand.
# Error: The reader in the page took longer than is allowed.
error-reader-timeout = Reading this file took too long and was stopped.
    .to-do = The page still works. Choose another file, or check by hand.
# Error: The user stopped the reading.
error-cancelled = You cancelled before this file was read.
    .to-do = To check it, choose it again.
# Error: A zip whose end record is missing: the file is cut off, or was changed in transit.
error-zip-truncated = The zip file is incomplete or damaged.
    .to-do = { -download-again }
# Error: A zip whose directory is damaged or points outside the file.
error-zip-damaged = The central directory (the list of files) of the zip file is damaged.
    .to-do = { -download-again }
# Error: One part of a zip that was split over several files (APPNOTE 8).
error-zip-split = This is one part of a zip file that was split. The other parts are missing.
    .to-do = Join the parts and choose the package in them, or download the package again.
# Error: More entries in a zip, or files in a cabinet, than `Limits::zip_entries`(crate::Limits::zip_entries).
error-limit-entries = The zip or cabinet file contains more than 1,000 files (the limit).
    .to-do = { -use-original }
# Error: A zip directory larger than `Limits::zip_directory_bytes`(crate::Limits::zip_directory_bytes).
error-limit-directory = The central directory of the zip file is larger than 1 MiB (the limit).
    .to-do = { -use-original }
# Error: More bytes before a zip than `Limits::zip_before_bytes`(crate::Limits::zip_before_bytes).
error-limit-before = More than 4 MiB of data precedes the zip file (the limit).
    .to-do = { -use-original }
# Error: A part larger than `Limits::part_bytes`(crate::Limits::part_bytes), counted while unpacking.
error-limit-part = A file in the package is larger than 4 MiB unpacked (the limit). Files in real packages are smaller.
    .to-do = { -use-original }
# Error: All parts together larger than `Limits::unpacked_bytes`(crate::Limits::unpacked_bytes).
error-limit-unpacked = The files in the package are together larger than 32 MiB unpacked (the limit).
    .to-do = { -use-original }
# Error: More bytes read from the input than `Limits::read_bytes`(crate::Limits::read_bytes).
error-limit-read-bytes = Checking this file would require reading more than 64 MiB of it (the limit).
    .to-do = { -use-original }
# Error: More reads from the input than `Limits::read_calls`(crate::Limits::read_calls).
error-limit-read-calls = Checking this file would require more than 20,000 reads (the limit).
    .to-do = { -use-original }
# Error: A cabinet of which more bytes would have to be unpacked than `Limits::cabinet_bytes`(crate::Limits::cabinet_bytes).
error-limit-cabinet = Checking this file would require unpacking more than 128 KiB of a cabinet file (the limit).
    .to-do = { -download-again }
# Error: A cabinet of which more blocks would have to be unpacked than `Limits::cabinet_blocks`(crate::Limits::cabinet_blocks).
error-limit-cabinet-blocks = Checking this file would require unpacking more than 6 blocks of a cabinet file (the limit).
    .to-do = { -download-again }
# Error: More programs and cabinets than `Limits::programs`(crate::Limits::programs).
error-limit-programs = There are more than 128 programs and cabinet files of the VPN client (the limit).
    .to-do = { -use-original }
# Error: A program with more resources than `Limits::program_resources`(crate::Limits::program_resources).
error-limit-resources = A program has more than 4,096 resources (the limit).
    .to-do = { -download-again }
# Error: More items of evidence than `Limits::items`(crate::Limits::items).
error-limit-items = The package contains more than 256 certificates, thumbprints and names (the limit).
    .to-do = { -use-original }
# Error: An input that names its gateway in more ways than `Limits::gateway_names`(crate::Limits::gateway_names).
error-limit-names = The package names its gateway more than 256 times (the limit).
    .to-do = { -download-again }
# Error: A certificate larger than `Limits::certificate_bytes`(crate::Limits::certificate_bytes).
error-limit-certificate = A certificate is larger than 64 KiB (the limit).
    .to-do = { -download-again }
# Error: XML nested deeper than `Limits::xml_depth`(crate::Limits::xml_depth).
error-limit-xml-depth = An XML document is nested more than 32 levels deep (the limit).
    .to-do = { -download-again }
# Error: XML with more elements than `Limits::xml_elements`(crate::Limits::xml_elements).
error-limit-xml-elements = An XML document has more than 5,000 elements (the limit).
    .to-do = { -download-again }
# Error: An XML element with more attributes than `Limits::xml_attributes`(crate::Limits::xml_attributes).
error-limit-xml-attributes = An XML element has more than 16 attributes (the limit).
    .to-do = { -download-again }
# Error: A folder with more files or folders than `Limits::folder_files`(crate::Limits::folder_files), or nested deeper than `Limits::folder_depth`(crate::Limits::folder_depth).
error-limit-folder = The folder contains more than 20,000 files or folders, or is more than 32 levels deep (the limits).
    .to-do = Choose the package itself, or a smaller folder.
# Error: More packages inside one zip than `Limits::inner_packages`(crate::Limits::inner_packages).
error-limit-inner = The zip file contains more than 64 packages (the limit).
    .to-do = Unzip it and choose the packages.
# Error: A zip deeper in zips than `Limits::zip_nesting`(crate::Limits::zip_nesting).
error-limit-nesting = This zip file is inside a zip file that is inside another zip file. Only 1 level is opened.
    .to-do = Unzip the outer zip file and choose the ones in it.
# Error: More documents under other than their usual names than `Limits::renamed_documents`(crate::Limits::renamed_documents), or larger ones than `Limits::renamed_bytes`(crate::Limits::renamed_bytes).
error-limit-renamed = The package contains more than 256 renamed documents, or more than 1 MiB of them (the limits).
    .to-do = Choose the package exactly as downloaded from the portal, without the copies.
# Error: Two entries of a zip whose names become one (same, or by case, slash, dots, Unicode form).
error-zip-duplicate-name = Two entries of the zip file have the same name, or names that differ only in case, slashes or dots.
    .to-do = { -use-original }
# Error: An entry's local header differs from the zip's directory (APPNOTE 4.3.7, 4.3.12).
error-zip-headers-differ = The zip file describes an entry in two places, and the descriptions don't match.
    .to-do = { -download-again }
# Error: An entry's data descriptor differs from the zip's directory (APPNOTE 4.3.9).
error-zip-descriptor-differs = The sizes recorded after an entry don't match the central directory of the zip file.
    .to-do = { -download-again }
# Error: More than one end record could be the zip's own (APPNOTE 4.3.16).
error-zip-several-ends = The zip file has more than one end record.
    .to-do = { -download-again }
# Error: The number of entries, the size and the offset of the directory contradict each other.
error-zip-directory-mismatch = The central directory of the zip file doesn't match its recorded size, count or position.
    .to-do = { -download-again }
# Error: The zip64 records and the classic ones disagree (APPNOTE 4.3.14, 4.3.15, 4.5.3).
error-zip-zip64-mismatch = The large (zip64) and small size fields of the zip file don't match.
    .to-do = { -download-again }
# Error: Bytes after the end of the zip.
error-zip-trailing-data = There is data after the end of the zip file.
    .to-do = { -use-original }
# Error: Bytes or entries that the directory doesn't list: before, between or after its entries.
error-zip-hidden-data = The zip file contains data that isn't listed in its central directory.
    .to-do = { -use-original }
# Error: Entries that share bytes.
error-zip-overlap = Entries of the zip file share the same bytes.
    .to-do = { -download-again }
# Error: A name that readers resolve differently (`..`, drive, control characters, trailing dot or blank).
error-zip-name = Different programs or systems can interpret the name of an entry differently.
    .to-do = { -use-original }
# Error: A Unicode path extra field with another name (APPNOTE 4.6.9).
error-zip-unicode-name = An entry has two different names.
    .to-do = { -use-original }
# Error: An entry that is a file to one reader and a folder to another.
error-zip-file-or-folder = Some programs read an entry as a file, others as a folder.
    .to-do = { -use-original }
# Error: The encryption flag differs between headers or between entries.
error-zip-encryption-differs = The zip file is inconsistent about whether it's encrypted.
    .to-do = { -use-original }
# Error: A file that is a zip and a cabinet program at once.
error-zip-and-cabinet = The file is both a zip file and a cabinet program.
    .to-do = { -download-again }
# Error: A file that is a document or certificate, and ends in a zip.
error-zip-and-document = The file is both a document and a zip file.
    .to-do = Choose either the package or the document, exactly as downloaded from the portal.
# Error: An archive or disk image in which readers find a zip.
error-zip-and-archive = This archive or disk image contains a zip file.
    .to-do = Extract it and choose the zip file in it.
# Error: A zip in which a streaming reader can't tell where another zip ends that is in it.
error-zip-in-zip = This zip file contains another zip file in a way that some programs misread, as cloud storage services can create it.
    .to-do = Unzip the outer zip file and choose the one in it.
# Error: A file that is empty, or contains only zeros.
error-empty = The file is empty, or its content isn't on this device.
    .to-do = If it's in cloud storage, make it available offline first. Otherwise, download the package again.
# Error: A readable zip or folder that contains nothing of a client package.
error-no-place = The file can be read, but it contains no part of a VPN client package.
    .to-do = { -choose-package }
# Error: A picture (PNG, JPEG, GIF, BMP, ICO, WebP, TIFF).
error-picture = This is an image.
    .to-do = { -choose-package }
# Error: Plain text of no known kind.
error-text = This is a text file, not a VPN client package.
    .to-do = { -choose-package }
# Error: A web page: often a saved sign-in page instead of the package.
error-web-page = This is a web page, possibly a sign-in page that was saved instead of the package.
    .to-do = { -download-again }
# Error: An XML document of another kind.
error-other-xml = This XML document isn't from a VPN client package.
    .to-do = { -choose-package }
# Error: A PDF document.
error-pdf = This is a PDF document.
    .to-do = { -choose-package }
# Error: An Office document.
error-office = This is an Office document.
    .to-do = { -choose-package }
# Error: A Windows Installer database (.msi).
error-msi = This is a Windows Installer file (.msi), such as the Azure VPN Client itself.
    .to-do = { -choose-package }
# Error: A 7z archive.
error-seven-zip = This is a 7z archive.
    .to-do = Extract it with 7-Zip and choose the package in it.
# Error: A RAR archive.
error-rar = This is a RAR archive.
    .to-do = Extract it and choose the package in it.
# Error: Another archive or compressed file (gzip, tar, xz, bzip2, zstd).
error-other-archive = This is an archive in a format that this tool can't read.
    .to-do = Extract it and choose the package in it.
# Error: An installer made with NSIS.
error-nsis = This is an installer made with NSIS, not the VPN client's setup program.
    .to-do = { -choose-package }
# Error: A program that contains neither a cabinet nor a zip.
error-other-program = This program contains no VPN client profile.
    .to-do = { -choose-package }
# Error: A program larger than any VPN client's, and not named like one.
error-large-program = This program is too large to be the VPN client's setup program, which is smaller than 300 KB.
    .to-do = { -choose-package }
# Error: A cabinet without a Connection Manager profile.
error-other-cabinet = This cabinet file contains no VPN client profile.
    .to-do = { -choose-package }
# Error: A certificate together with its private key (PKCS #12, .pfx, .p12).
error-pkcs12 = This is a certificate with its private key (.pfx), most likely one of your own client certificates. It isn't affected by the 2019 maintenance.
    .to-do = { -choose-package }
# Error: A bundle of certificates (PKCS #7, .p7b).
error-pkcs7 = This is a bundle of certificates (.p7b).
    .to-do = { -choose-package }
# Error: A private key.
error-private-key = This file contains a private key, which was neither kept nor shown. It isn't affected by the 2019 maintenance.
    .to-do = { -choose-package }
# Error: A list of revoked certificates (RFC 5280 section 5).
error-revocation-list = This is a certificate revocation list (.crl), not a certificate.
    .to-do = { -choose-package }
# Error: A public key without a certificate.
error-public-key = This is a public key, not a certificate. It isn't affected by the 2019 maintenance.
    .to-do = { -choose-package }
# Error: A Git LFS pointer: the file itself wasn't fetched.
error-lfs-pointer = This is a Git LFS pointer, not the file itself.
    .to-do = Fetch the file (git lfs pull) and choose it, or download the package from the portal.
# Error: A certificate signing request.
error-signing-request = This is a certificate signing request.
    .to-do = { -choose-package }
# Error: An Apple configuration profile (.mobileconfig).
error-mobile-config = This is an Apple configuration profile (.mobileconfig).
    .to-do = { -choose-package }
# Error: Content of no known kind.
error-unknown-content = This file type isn't recognized.
    .to-do = { -choose-package }
# Error: An EAP configuration on its own, or a ProfileXML with one and no Azure VPN profile: its root can be that of a RADIUS server.
error-eap-configuration = This is an EAP configuration, or a ProfileXML that contains one but no Azure VPN profile. The root that it names may be your RADIUS server's, not the gateway's.
    .to-do = { -choose-package }
# Error: An email message (RFC 5322, or one of Outlook).
error-mail = This is an email message.
    .to-do = Save its attachment and choose that file.
# Error: An image of a disc or a disk (ISO, VHD, VHDX, VMDK, DMG and the like).
error-disk-image = This is a disk image.
    .to-do = Open it and choose the package in it.
# Error: A certificate in Base64, without the lines around it that make it PEM.
error-base64-certificate = This is a certificate as Base64 text, for example your own root certificate as entered in the portal. Your own certificates aren't affected.
    .to-do = { -choose-package }
# Error: A zip, program or cabinet in Base64.
error-base64-package = This is a zip file or program as Base64 text.
    .to-do = Decode it and choose the decoded file, or download the package again.
# Error: A phone book of Windows (rasphone.pbk).
error-phone-book = This is a Windows phone book (.pbk), which this tool can't read.
    .to-do = Choose the VPN client package (.zip), or the profile that you export from the Azure VPN Client.
# Error: A link to a file or a web page, or what a cloud storage service leaves in a file's place.
error-shortcut = This is a link or a placeholder, not the file itself.
    .to-do = Open it and choose the file that it leads to, or download the package again.
# Error: An error message that was saved instead of a package.
error-download-error = This is an error message, saved instead of the package. The download link may have expired.
    .to-do = { -download-again }
# Error: A configuration of another VPN client.
error-other-vpn = This is a configuration file of another VPN product.
    .to-do = { -choose-package }
# Error: An app or a Java archive (.apk, .msix, .jar).
error-app = This is an app (.msix, .apk) or a Java archive (.jar), such as the Azure VPN Client itself.
    .to-do = { -choose-package }
# Error: An encrypted entry of a zip.
error-zip-encrypted = The zip file is encrypted, unlike packages from the portal.
    .to-do = Unzip it with the password and choose the package or VpnSettings.xml in it, or download the package again.
# Error: An entry packed with a method other than stored and deflate.
error-zip-method = A file in the zip file is compressed with a method that this tool can't read.
    .to-do = Unzip it and choose the unzipped folder, or download the package again.
# Error: An entry whose content doesn't match its CRC-32.
error-zip-crc = The content of a file in the package doesn't match its checksum, so the package is damaged.
    .to-do = { -download-again }
# Error: An entry whose content is damaged, or isn't as long as declared.
error-zip-content = The content of a file in the package is damaged, or doesn't have the recorded length.
    .to-do = { -download-again }
# Error: An entry that is a link to another file.
error-zip-link = A file in the package is only a link to another file.
    .to-do = { -use-original }
# Error: A part that is an empty file.
error-part-empty = A file in the package is empty.
    .to-do = { -download-again }
# Error: XML that isn't one well-formed document.
error-xml-broken = The XML isn't well-formed. The file may have been edited or cut off.
    .to-do = { -download-again }
# Error: XML with a DOCTYPE, which is never read.
error-xml-doctype = The XML contains a DOCTYPE, so it isn't read. Files from the portal have none.
    .to-do = { -download-again }
# Error: A text in an encoding other than UTF-8 and UTF-16 with a byte order mark.
error-encoding = The text is in an encoding that this tool can't read.
    .to-do = Save it as UTF-8, or download the package again.
# Error: A value that isn't Base64.
error-base64 = A certificate in the file isn't valid Base64.
    .to-do = { -download-again }
# Error: A thumbprint that isn't 40 hexadecimal digits.
error-hex = A thumbprint in the file isn't 40 hexadecimal digits.
    .to-do = { -download-again }
# Error: A part under a document's name that is another document.
error-other-document = This file has the name of one of the package's documents, but is a different document.
    .to-do = { -download-again }
# Error: A certificate that can't be parsed to its last byte (RFC 5280).
error-certificate = A certificate is damaged.
    .to-do = { -download-again }
# Error: A PEM text whose labels don't match (RFC 7468).
error-pem = The lines around a certificate (BEGIN and END) don't match.
    .to-do = { -download-again }
# Error: An .ovpn file with a block that isn't closed, or a line that OpenVPN clients read differently.
error-ovpn-broken = The .ovpn file contains a block that isn't closed, or a line that OpenVPN clients read differently.
    .to-do = { -download-again }
# Error: A PowerShell script with a root in what looks like a comment, and nowhere else.
error-script-comment = The PowerShell script names a root certificate only in a comment.
    .to-do = { -download-again }
# Error: A program whose resources can't be read: it is cut off, or they point outside it.
error-program-broken = The program is cut off or damaged.
    .to-do = { -download-again }
# Error: A program in a Windows folder whose kind isn't known.
error-program-unknown = A different kind of program is in the VPN client's place.
    .to-do = { -download-again }
# Error: A cabinet that can't be read.
error-cabinet-broken = The cabinet file can't be read.
    .to-do = { -download-again }
# Error: A program with several cabinets, or a cabinet that two readers see differently.
error-cabinet-ambiguous = There are several cabinet files, or one that different programs can interpret differently.
    .to-do = { -download-again }
# Error: A cabinet packed with a method other than stored, MSZIP and LZX.
error-cabinet-method = The cabinet file is compressed with a method that this tool can't read.
    .to-do = { -download-again }
