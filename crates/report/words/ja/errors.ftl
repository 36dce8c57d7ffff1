### Errors: what happened, and what to do (.to-do). The identifiers end with the code.

-download-again = Azure portal から VPN クライアント パッケージをもう一度ダウンロードし、そのファイルを選択してください。
-use-original = ポータルからダウンロードしたパッケージを、展開や変更、再圧縮をせずにそのまま選択してください。
-choose-package = VPN クライアント パッケージ (ポータルからダウンロードした .zip または .exe、あるいはその中の VpnSettings.xml) を選択してください。
-unpack = 展開してから、中のパッケージを選択してください。

# Error: Reading the bytes failed (a disk error, or the file was changed or removed meanwhile).
error-read-failed = ファイルを読み取れませんでした。途中で変更、移動、または削除された可能性があります。
    .to-do = もう一度選択してください。
# Error: A path on the command line that doesn't exist.
error-not-found = 指定されたファイルまたはフォルダーがありません。
    .to-do = パスを確認してください。
# Error: The reader in the page stopped (a crash of the reading worker).
error-reader-stopped = ファイルを読み取る処理が、このファイルの読み取り中に停止しました。
    .to-do = ページは引き続きご利用いただけます。別のファイルを選択するか、手動で確認してください。
# Error: The reader in the page took longer than is allowed.
error-reader-timeout = 読み取りに時間がかかりすぎたため、中止しました。
    .to-do = ページは引き続きご利用いただけます。別のファイルを選択するか、手動で確認してください。
# Error: The user stopped the reading.
error-cancelled = 中止したため、このファイルは読み取っていません。
    .to-do = 確認する場合は、もう一度選択してください。
# Error: A zip whose end record is missing: the file is cut off, or was changed in transit.
error-zip-truncated = zip の終端がありません。途中で切れているか、壊れています。
    .to-do = { -download-again }
# Error: A zip whose directory is damaged or points outside the file.
error-zip-damaged = zip に含まれるファイルの一覧が壊れています。
    .to-do = { -download-again }
# Error: One part of a zip that was split over several files (APPNOTE 8).
error-zip-split = 複数のファイルに分割された zip の一部で、残りのファイルがありません。
    .to-do = 結合してから中のパッケージを選択するか、パッケージをもう一度ダウンロードしてください。
# Error: More entries in a zip, or files in a cabinet, than `Limits::zip_entries`(crate::Limits::zip_entries).
error-limit-entries = zip またはキャビネットに含まれるファイルが、読み取りの上限 (1,000 個) を超えています。
    .to-do = { -use-original }
# Error: A zip directory larger than `Limits::zip_directory_bytes`(crate::Limits::zip_directory_bytes).
error-limit-directory = zip に含まれるファイルの一覧が、読み取りの上限 (1 MiB) を超えています。
    .to-do = { -use-original }
# Error: More bytes before a zip than `Limits::zip_before_bytes`(crate::Limits::zip_before_bytes).
error-limit-before = zip の前にあるデータの量が、読み取りの上限 (4 MiB) を超えています。
    .to-do = { -use-original }
# Error: A part larger than `Limits::part_bytes`(crate::Limits::part_bytes), counted while unpacking.
error-limit-part = 展開後の大きさが上限 (4 MiB) を超えるファイルがあります。実際のパッケージには、これほど大きいファイルはありません。
    .to-do = { -use-original }
# Error: All parts together larger than `Limits::unpacked_bytes`(crate::Limits::unpacked_bytes).
error-limit-unpacked = 展開後の合計の大きさが、上限 (32 MiB) を超えています。
    .to-do = { -use-original }
# Error: More bytes read from the input than `Limits::read_bytes`(crate::Limits::read_bytes).
error-limit-read-bytes = 確認に必要な読み取りの量が、上限 (64 MiB) を超えています。
    .to-do = { -use-original }
# Error: More reads from the input than `Limits::read_calls`(crate::Limits::read_calls).
error-limit-read-calls = 確認に必要な読み取りの回数が、上限 (20,000 回) を超えています。
    .to-do = { -use-original }
# Error: A cabinet of which more bytes would have to be unpacked than `Limits::cabinet_bytes`(crate::Limits::cabinet_bytes).
error-limit-cabinet = キャビネットから展開する必要のあるデータが、上限 (128 KiB) を超えています。
    .to-do = { -download-again }
# Error: A cabinet of which more blocks would have to be unpacked than `Limits::cabinet_blocks`(crate::Limits::cabinet_blocks).
error-limit-cabinet-blocks = キャビネットから展開する必要のあるブロックの数が、上限 (6 個) を超えています。
    .to-do = { -download-again }
# Error: More programs and cabinets than `Limits::programs`(crate::Limits::programs).
error-limit-programs = VPN クライアントのプログラムとキャビネットの数が、読み取りの上限 (128 個) を超えています。
    .to-do = { -use-original }
# Error: A program with more resources than `Limits::program_resources`(crate::Limits::program_resources).
error-limit-resources = プログラムのリソースの数が、読み取りの上限 (4,096 個) を超えています。
    .to-do = { -download-again }
# Error: More items of evidence than `Limits::items`(crate::Limits::items).
error-limit-items = 証明書、拇印、名前の数が、読み取りの上限 (256 個) を超えています。
    .to-do = { -use-original }
# Error: An input that names its gateway in more ways than `Limits::gateway_names`(crate::Limits::gateway_names).
error-limit-names = ゲートウェイの名前の数が、読み取りの上限 (256 個) を超えています。
    .to-do = { -download-again }
# Error: A certificate larger than `Limits::certificate_bytes`(crate::Limits::certificate_bytes).
error-limit-certificate = 証明書の大きさが、読み取りの上限 (64 KiB) を超えています。
    .to-do = { -download-again }
# Error: XML nested deeper than `Limits::xml_depth`(crate::Limits::xml_depth).
error-limit-xml-depth = XML 文書の階層の深さが、読み取りの上限 (32 段) を超えています。
    .to-do = { -download-again }
# Error: XML with more elements than `Limits::xml_elements`(crate::Limits::xml_elements).
error-limit-xml-elements = XML 文書の要素の数が、読み取りの上限 (5,000 個) を超えています。
    .to-do = { -download-again }
# Error: An XML element with more attributes than `Limits::xml_attributes`(crate::Limits::xml_attributes).
error-limit-xml-attributes = XML 文書の 1 つの要素に付いた属性の数が、読み取りの上限 (16 個) を超えています。
    .to-do = { -download-again }
# Error: A folder with more files or folders than `Limits::folder_files`(crate::Limits::folder_files), or nested deeper than `Limits::folder_depth`(crate::Limits::folder_depth).
error-limit-folder = フォルダー内のファイルまたはフォルダーの数、あるいは階層の深さが、検索の上限 (20,000 個、32 段) を超えています。
    .to-do = パッケージそのもの、または小さいフォルダーを選択してください。
# Error: More packages inside one zip than `Limits::inner_packages`(crate::Limits::inner_packages).
error-limit-inner = zip に含まれるパッケージの数が、読み取りの上限 (64 個) を超えています。
    .to-do = { -unpack }
# Error: A zip deeper in zips than `Limits::zip_nesting`(crate::Limits::zip_nesting).
error-limit-nesting = zip の中の zip に、さらに zip が入っています。開くのは zip の中の zip まで (1 段) です。
    .to-do = 外側の zip を展開してから、中の zip を選択してください。
# Error: More documents under other than their usual names than `Limits::renamed_documents`(crate::Limits::renamed_documents), or larger ones than `Limits::renamed_bytes`(crate::Limits::renamed_bytes).
error-limit-renamed = 名前の変わった文書 (コピーなど) が多すぎます。読み取りの上限は 256 個、合計 1 MiB です。
    .to-do = コピーを除き、ポータルからダウンロードしたままのパッケージを選択してください。
# Error: Two entries of a zip whose names become one (same, or by case, slash, dots, Unicode form).
error-zip-duplicate-name = zip に同じ名前のファイルが複数あります (大文字と小文字、区切り文字、ドットだけが異なる場合を含みます)。
    .to-do = { -use-original }
# Error: An entry's local header differs from the zip's directory (APPNOTE 4.3.7, 4.3.12).
error-zip-headers-differ = zip の中の 2 か所にある同じファイルの情報が食い違っています。
    .to-do = { -download-again }
# Error: An entry's data descriptor differs from the zip's directory (APPNOTE 4.3.9).
error-zip-descriptor-differs = データの後ろに記録された大きさが、zip のファイルの一覧と食い違っています。
    .to-do = { -download-again }
# Error: More than one end record could be the zip's own (APPNOTE 4.3.16).
error-zip-several-ends = zip の終端を表す情報が複数あります。
    .to-do = { -download-again }
# Error: The number of entries, the size and the offset of the directory contradict each other.
error-zip-directory-mismatch = zip のファイルの一覧について、件数、大きさ、または位置の情報が合いません。
    .to-do = { -download-again }
# Error: The zip64 records and the classic ones disagree (APPNOTE 4.3.14, 4.3.15, 4.5.3).
error-zip-zip64-mismatch = zip の大きさについての 2 種類の情報が食い違っています。
    .to-do = { -download-again }
# Error: Bytes after the end of the zip.
error-zip-trailing-data = zip の終わりの後ろに余分なデータがあります。
    .to-do = { -use-original }
# Error: Bytes or entries that the directory doesn't list: before, between or after its entries.
error-zip-hidden-data = zip のファイルの一覧にないデータが含まれています。
    .to-do = { -use-original }
# Error: Entries that share bytes.
error-zip-overlap = zip の中の複数のファイルが同じデータを共有しています。
    .to-do = { -download-again }
# Error: A name that readers resolve differently (`..`, drive, control characters, trailing dot or blank).
error-zip-name = 展開するソフトウェアや OS によって解釈が異なる名前のファイルがあります。
    .to-do = { -use-original }
# Error: A Unicode path extra field with another name (APPNOTE 4.6.9).
error-zip-unicode-name = 1 つのファイルに 2 つの異なる名前が付いています。
    .to-do = { -use-original }
# Error: An entry that is a file to one reader and a folder to another.
error-zip-file-or-folder = 展開するソフトウェアによって、ファイルにもフォルダーにもなる項目があります。
    .to-do = { -use-original }
# Error: The encryption flag differs between headers or between entries.
error-zip-encryption-differs = 暗号化されているかどうかの情報が、zip の中で食い違っています。
    .to-do = { -use-original }
# Error: A file that is a zip and a cabinet program at once.
error-zip-and-cabinet = zip でもあり、キャビネットを含むプログラムでもあるファイルです。
    .to-do = { -download-again }
# Error: A file that is a document or certificate, and ends in a zip.
error-zip-and-document = 1 つのファイルが、文書と zip の両方になっています。
    .to-do = zip の中身または文書のどちらか一方を、ポータルからダウンロードしたままの形で選択してください。
# Error: An archive or disk image in which readers find a zip.
error-zip-and-archive = このアーカイブまたはディスク イメージには、zip が含まれています。
    .to-do = 展開してから、中の zip を選択してください。
# Error: A zip in which a streaming reader can't tell where another zip ends that is in it.
error-zip-in-zip = zip の中に別の zip があり、プログラムによって読み取り方が変わる形式です。クラウド ストレージからまとめてダウンロードした zip などが該当します。
    .to-do = 外側の zip を展開してから、中の zip を選択してください。
# Error: A file that is empty, or contains only zeros.
error-empty = ファイルが空か、内容がこのデバイスにダウンロードされていません。
    .to-do = クラウド ストレージのファイルは、デバイスにダウンロードしてから選択してください。それ以外の場合は、パッケージをもう一度ダウンロードしてください。
# Error: A readable zip or folder that contains nothing of a client package.
error-no-place = ファイルは読み取れましたが、VPN クライアント パッケージの内容が含まれていません。
    .to-do = { -choose-package }
# Error: A picture (PNG, JPEG, GIF, BMP, ICO, WebP, TIFF).
error-picture = 画像ファイルです。
    .to-do = { -choose-package }
# Error: Plain text of no known kind.
error-text = テキスト ファイルで、VPN クライアント パッケージではありません。
    .to-do = { -choose-package }
# Error: A web page: often a saved sign-in page instead of the package.
error-web-page = Web ページです。パッケージの代わりにサインイン画面が保存された可能性があります。
    .to-do = { -download-again }
# Error: An XML document of another kind.
error-other-xml = 別の種類の XML 文書です。
    .to-do = { -choose-package }
# Error: A PDF document.
error-pdf = PDF 文書です。
    .to-do = { -choose-package }
# Error: An Office document.
error-office = Office 文書です。
    .to-do = { -choose-package }
# Error: A Windows Installer database (.msi).
error-msi = Windows インストーラーのファイル (.msi) です。Azure VPN Client 本体などが該当します。
    .to-do = { -choose-package }
# Error: A 7z archive.
error-seven-zip = 7z 形式の圧縮ファイルです。
    .to-do = 7-Zip で展開してから、中のパッケージを選択してください。
# Error: A RAR archive.
error-rar = RAR 形式の圧縮ファイルです。
    .to-do = { -unpack }
# Error: Another archive or compressed file (gzip, tar, xz, bzip2, zstd).
error-other-archive = このツールでは読み取れない形式の圧縮ファイルです。
    .to-do = { -unpack }
# Error: An installer made with NSIS.
error-nsis = NSIS で作られたインストーラーです。VPN クライアントのセットアップ プログラムではありません。
    .to-do = { -choose-package }
# Error: A program that contains neither a cabinet nor a zip.
error-other-program = VPN クライアントのプロファイルを含まないプログラムです。
    .to-do = { -choose-package }
# Error: A program larger than any VPN client's, and not named like one.
error-large-program = VPN クライアントのセットアップ プログラム (300 KB 未満) としては大きすぎるプログラムです。
    .to-do = { -choose-package }
# Error: A cabinet without a Connection Manager profile.
error-other-cabinet = VPN クライアントのプロファイルを含まないキャビネット ファイルです。
    .to-do = { -choose-package }
# Error: A certificate together with its private key (PKCS #12, .pfx, .p12).
error-pkcs12 = 秘密キー付きの証明書 (.pfx) です。お客様のクライアント証明書と思われます。2019 年のメンテナンスには関係ありません。
    .to-do = { -choose-package }
# Error: A bundle of certificates (PKCS #7, .p7b).
error-pkcs7 = 複数の証明書をまとめたファイル (.p7b) です。
    .to-do = { -choose-package }
# Error: A private key.
error-private-key = 秘密キーを含むファイルです。内容は保存も表示もしていません。2019 年のメンテナンスには関係ありません。
    .to-do = { -choose-package }
# Error: A list of revoked certificates (RFC 5280 section 5).
error-revocation-list = 証明書失効リスト (.crl) で、証明書ではありません。
    .to-do = { -choose-package }
# Error: A public key without a certificate.
error-public-key = 公開キーだけのファイルで、証明書ではありません。2019 年のメンテナンスには関係ありません。
    .to-do = { -choose-package }
# Error: A Git LFS pointer: the file itself wasn't fetched.
error-lfs-pointer = ファイルの代わりに置かれた Git LFS のポインターで、ファイルの中身がありません。
    .to-do = git lfs pull でファイルを取得して選択するか、ポータルからパッケージをダウンロードしてください。
# Error: A certificate signing request.
error-signing-request = 証明書署名要求です。
    .to-do = { -choose-package }
# Error: An Apple configuration profile (.mobileconfig).
error-mobile-config = Apple の構成プロファイル (.mobileconfig) です。
    .to-do = { -choose-package }
# Error: Content of no known kind.
error-unknown-content = 種類が分からないファイルです。
    .to-do = { -choose-package }
# Error: An EAP configuration on its own, or a ProfileXML with one and no Azure VPN profile: its root can be that of a RADIUS server.
error-eap-configuration = EAP 構成、または Azure VPN のプロファイルを含まない ProfileXML です。指定されているルート証明書は RADIUS サーバー用の可能性があるため、ゲートウェイの判定には使用できません。
    .to-do = { -choose-package }
# Error: An email message (RFC 5322, or one of Outlook).
error-mail = メールのファイルです。
    .to-do = 添付ファイルを保存してから、そのファイルを選択してください。
# Error: An image of a disc or a disk (ISO, VHD, VHDX, VMDK, DMG and the like).
error-disk-image = ディスク イメージです。
    .to-do = 開いて (マウントして)、中のパッケージを選択してください。
# Error: A certificate in Base64, without the lines around it that make it PEM.
error-base64-certificate = 証明書を Base64 で表したテキストです。ポータルに登録した、お客様のルート証明書などが該当します。お客様の証明書について対応は不要です。
    .to-do = { -choose-package }
# Error: A zip, program or cabinet in Base64.
error-base64-package = zip またはプログラムを Base64 で表したテキストです。
    .to-do = デコードしたファイルを選択するか、パッケージをもう一度ダウンロードしてください。
# Error: A phone book of Windows (rasphone.pbk).
error-phone-book = Windows の電話帳 (.pbk) です。このツールでは読み取れません。
    .to-do = VPN クライアント パッケージ (.zip)、または Azure VPN Client からエクスポートしたプロファイルを選択してください。
# Error: A link to a file or a web page, or what a cloud storage service leaves in a file's place.
error-shortcut = ショートカットやリンクです。ファイルそのものではありません。
    .to-do = リンク先のファイルを選択するか、パッケージをもう一度ダウンロードしてください。
# Error: An error message that was saved instead of a package.
error-download-error = パッケージの代わりに保存されたエラー メッセージです。ダウンロード リンクの有効期限が切れた可能性があります。
    .to-do = { -download-again }
# Error: A configuration of another VPN client.
error-other-vpn = ほかの VPN 製品の設定ファイルです。
    .to-do = { -choose-package }
# Error: An app or a Java archive (.apk, .msix, .jar).
error-app = アプリ (.msix、.apk) または Java アーカイブ (.jar) です。Azure VPN Client 本体などが該当します。
    .to-do = { -choose-package }
# Error: An encrypted entry of a zip.
error-zip-encrypted = ポータルのパッケージと異なり、zip が暗号化されています。
    .to-do = パスワードで展開して中のパッケージまたは VpnSettings.xml を選択するか、パッケージをもう一度ダウンロードしてください。
# Error: An entry packed with a method other than stored and deflate.
error-zip-method = このツールでは読み取れない方式で圧縮されたファイルがあります。
    .to-do = 展開してからフォルダーを選択するか、パッケージをもう一度ダウンロードしてください。
# Error: An entry whose content doesn't match its CRC-32.
error-zip-crc = 内容がチェックサム (CRC) と一致しないファイルがあります。ファイルが壊れています。
    .to-do = { -download-again }
# Error: An entry whose content is damaged, or isn't as long as declared.
error-zip-content = 内容の長さが zip の情報と合わないか、壊れているファイルがあります。
    .to-do = { -download-again }
# Error: An entry that is a link to another file.
error-zip-link = 別のファイルへのリンクが含まれています。
    .to-do = { -use-original }
# Error: A part that is an empty file.
error-part-empty = パッケージに空のファイルがあります。
    .to-do = { -download-again }
# Error: XML that isn't one well-formed document.
error-xml-broken = XML の形式が正しくないファイルがあります。編集されたか、途中で切れている可能性があります。
    .to-do = { -download-again }
# Error: XML with a DOCTYPE, which is never read.
error-xml-doctype = XML に DOCTYPE があります。ポータルのファイルにはないものなので、読み取りません。
    .to-do = { -download-again }
# Error: A text in an encoding other than UTF-8 and UTF-16 with a byte order mark.
error-encoding = このツールでは読み取れない文字コードのファイルがあります。
    .to-do = UTF-8 で保存し直すか、パッケージをもう一度ダウンロードしてください。
# Error: A value that isn't Base64.
error-base64 = 証明書の Base64 データが正しくありません。
    .to-do = { -download-again }
# Error: A thumbprint that isn't 40 hexadecimal digits.
error-hex = 拇印が 16 進数 40 桁になっていません。
    .to-do = { -download-again }
# Error: A part under a document's name that is another document.
error-other-document = パッケージの文書の名前が付いていますが、中身が別の文書になっているファイルがあります。
    .to-do = { -download-again }
# Error: A certificate that can't be parsed to its last byte (RFC 5280).
error-certificate = 証明書が破損しています。
    .to-do = { -download-again }
# Error: A PEM text whose labels don't match (RFC 7468).
error-pem = 証明書の前後の行 (BEGIN と END) が合いません。
    .to-do = { -download-again }
# Error: An .ovpn file with a block that isn't closed, or a line that OpenVPN clients read differently.
error-ovpn-broken = OpenVPN の設定ファイル (.ovpn) に、閉じられていないブロック、またはソフトウェアによって解釈が異なる行があります。
    .to-do = { -download-again }
# Error: A PowerShell script with a root in what looks like a comment, and nowhere else.
error-script-comment = PowerShell スクリプトのコメントの中に、ほかの場所では指定されていないルート証明書があります。
    .to-do = { -download-again }
# Error: A program whose resources can't be read: it is cut off, or they point outside it.
error-program-broken = プログラムが途中で切れているか、壊れています。
    .to-do = { -download-again }
# Error: A program in a Windows folder whose kind isn't known.
error-program-unknown = VPN クライアントのプログラムがあるはずの場所に、別の種類のプログラムがあります。
    .to-do = { -download-again }
# Error: A cabinet that can't be read.
error-cabinet-broken = キャビネットを読み取れません。
    .to-do = { -download-again }
# Error: A program with several cabinets, or a cabinet that two readers see differently.
error-cabinet-ambiguous = キャビネットが複数あるか、ソフトウェアによって解釈が異なります。
    .to-do = { -download-again }
# Error: A cabinet packed with a method other than stored, MSZIP and LZX.
error-cabinet-method = キャビネットが、このツールでは読み取れない方式で圧縮されています。
    .to-do = { -download-again }
