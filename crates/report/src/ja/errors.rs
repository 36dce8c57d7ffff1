//! Japanese texts for errors: what happened and what to do.

use p2s_package::{ErrorKind, Limit};

const DOWNLOAD_AGAIN: &str = "Azure portal から VPN クライアント パッケージをもう一度ダウンロードし、そのファイルを選択してください。";
const USE_ORIGINAL: &str = "ポータルからダウンロードしたパッケージを、展開や変更、再圧縮をせずにそのまま選択してください。";
const CHOOSE_PACKAGE: &str = "VPN クライアント パッケージ (ポータルからダウンロードした .zip または .exe、あるいはその中の VpnSettings.xml) を選択してください。";
const UNPACK: &str = "展開してから、中のパッケージを選択してください。";

/// Returns what happened and what to do about an error.
pub(crate) const fn error(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::ReadFailed => (
            "ファイルを読み取れませんでした。途中で変更、移動、または削除された可能性があります。",
            "もう一度選択してください。",
        ),
        ErrorKind::NotFound => (
            "指定されたファイルまたはフォルダーがありません。",
            "パスを確認してください。",
        ),
        ErrorKind::ReaderStopped => (
            "ファイルを読み取る処理が、このファイルの読み取り中に停止しました。",
            "ページは引き続きご利用いただけます。別のファイルを選択するか、手動で確認してください。",
        ),
        ErrorKind::ReaderTimeout => (
            "読み取りに時間がかかりすぎたため、中止しました。",
            "ページは引き続きご利用いただけます。別のファイルを選択するか、手動で確認してください。",
        ),
        ErrorKind::Cancelled => (
            "このファイルの読み取りを中止しました。",
            "確認する場合は、もう一度選択してください。",
        ),
        ErrorKind::ZipTruncated => (
            "zip の終わりの部分がありません。途中で切れているか、壊れています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipDamaged => (
            "zip に含まれるファイルの一覧が壊れています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipSplit => (
            "複数のファイルに分割された zip の一部で、残りのファイルがありません。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Entries) => (
            "zip またはキャビネットに含まれるファイルが、読み取りの上限 (1,000 個) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Directory) => (
            "zip に含まれるファイルの一覧が、読み取りの上限 (1 MiB) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Before) => (
            "zip の前にあるデータの量が、読み取りの上限 (4 MiB) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Part) => (
            "展開後の大きさが上限 (4 MiB) を超える部分があります。実際のパッケージには、これほど大きい部分はありません。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Unpacked) => (
            "展開後の合計の大きさが、上限 (32 MiB) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::ReadBytes) => (
            "確認に必要な読み取りの量が、上限 (64 MiB) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::ReadCalls) => (
            "確認に必要な読み取りの回数が、上限 (20,000 回) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Cabinet) => (
            "キャビネットから展開する必要のあるデータが、上限 (128 KiB) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::CabinetBlocks) => (
            "キャビネットから展開する必要のあるブロックの数が、上限 (6 個) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Programs) => (
            "VPN クライアントのプログラムとキャビネットの数が、読み取りの上限 (128 個) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Resources) => (
            "プログラムのリソースの数が、読み取りの上限 (4,096 個) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Items) => (
            "証明書、拇印、名前の数が、読み取りの上限 (256 個) を超えています。",
            USE_ORIGINAL,
        ),
        ErrorKind::Limit(Limit::Names) => (
            "ゲートウェイの名前の数が、読み取りの上限 (256 個) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Certificate) => (
            "証明書の大きさが、読み取りの上限 (64 KiB) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlDepth) => (
            "XML 文書の階層の深さが、読み取りの上限 (32 段) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlElements) => (
            "XML 文書の要素の数が、読み取りの上限 (5,000 個) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::XmlAttributes) => (
            "XML 文書の 1 つの要素に付いた属性の数が、読み取りの上限 (16 個) を超えています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Limit(Limit::Folder) => (
            "フォルダー内のファイルまたはフォルダーの数、あるいは階層の深さが、検索の上限 (20,000 個、32 段) を超えています。",
            "パッケージそのもの、または小さいフォルダーを選択してください。",
        ),
        ErrorKind::Limit(Limit::Inner) => (
            "zip に含まれるパッケージの数が、読み取りの上限 (64 個) を超えています。",
            UNPACK,
        ),
        ErrorKind::Limit(Limit::Nesting) => (
            "zip の中の zip に、さらに zip が入っています。開くのは zip の中の zip まで (1 段) です。",
            "外側の zip を展開してから、中の zip を選択してください。",
        ),
        ErrorKind::Limit(Limit::Renamed) => (
            "名前の変わった文書 (コピーなど) が多すぎます。読み取りの上限は 256 個、合計 1 MiB です。",
            "コピーを除き、ポータルからダウンロードしたままのパッケージを選択してください。",
        ),
        ErrorKind::ZipDuplicateName => (
            "zip に同じ名前のファイルが複数あります (大文字と小文字、区切り文字、ドットだけが異なる場合を含みます)。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipHeadersDiffer => (
            "zip の中の 2 か所にある同じファイルの情報が食い違っています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipDescriptorDiffers => (
            "データの後ろに記録された大きさが、zip のファイルの一覧と食い違っています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipSeveralEnds => ("zip の終わりを示す情報が複数あります。", DOWNLOAD_AGAIN),
        ErrorKind::ZipDirectoryMismatch => (
            "zip のファイルの一覧について、件数、大きさ、または位置の情報が合いません。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipZip64Mismatch => (
            "zip の大きさを示す 2 種類の情報が食い違っています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipTrailingData => {
            ("zip の終わりの後ろに余分なデータがあります。", USE_ORIGINAL)
        }
        ErrorKind::ZipHiddenData => (
            "zip のファイルの一覧にないデータが含まれています。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipOverlap => (
            "zip の中の複数のファイルが同じデータを共有しています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipName => (
            "展開するソフトウェアや OS によって解釈が異なる名前のファイルがあります。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipUnicodeName => (
            "1 つのファイルに 2 つの異なる名前が付いています。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipFileOrFolder => (
            "展開するソフトウェアによって、ファイルにもフォルダーにもなる項目があります。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipEncryptionDiffers => (
            "暗号化されているかどうかの情報が、zip の中で食い違っています。",
            USE_ORIGINAL,
        ),
        ErrorKind::ZipAndCabinet => (
            "zip でもあり、キャビネットを含むプログラムでもあるファイルです。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipAndDocument => (
            "1 つのファイルが、文書と zip の両方になっています。",
            "zip の中身または文書のどちらか一方を、ポータルからダウンロードしたままの形で選択してください。",
        ),
        ErrorKind::Empty => ("空のファイルです。", DOWNLOAD_AGAIN),
        ErrorKind::NoPlace => (
            "ファイルは読み取れましたが、VPN クライアント パッケージの内容が含まれていません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::Picture => ("画像ファイルです。", CHOOSE_PACKAGE),
        ErrorKind::Text => (
            "テキスト ファイルで、VPN クライアント パッケージではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::WebPage => (
            "Web ページです。パッケージの代わりにサインイン画面が保存された可能性があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::OtherXml => ("別の種類の XML 文書です。", CHOOSE_PACKAGE),
        ErrorKind::Pdf => ("PDF 文書です。", CHOOSE_PACKAGE),
        ErrorKind::Office => ("Office 文書です。", CHOOSE_PACKAGE),
        ErrorKind::Msi => (
            "Windows インストーラーのファイル (.msi) です。Azure VPN クライアント本体などが該当します。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::SevenZip => (
            "7z 形式の圧縮ファイルです。",
            "7-Zip で展開してから、中のパッケージを選択してください。",
        ),
        ErrorKind::Rar => ("RAR 形式の圧縮ファイルです。", UNPACK),
        ErrorKind::OtherArchive => ("ここでは読み取れない形式の圧縮ファイルです。", UNPACK),
        ErrorKind::Nsis => (
            "NSIS で作られたインストーラーです。VPN クライアントのセットアップ プログラムではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::OtherProgram => (
            "VPN クライアントのプロファイルを含まないプログラムです。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::LargeProgram => (
            "VPN クライアントのセットアップ プログラム (300 KB 未満) としては大きすぎるプログラムです。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::OtherCabinet => (
            "VPN クライアントのプロファイルを含まないキャビネット ファイルです。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::Pkcs12 => (
            "秘密キー付きの証明書 (.pfx) です。お客様のクライアント証明書と思われます。この確認の対象ではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::Pkcs7 => (
            "複数の証明書をまとめたファイル (.p7b) です。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::PrivateKey => (
            "秘密キーを含むファイルです。内容は保存も表示もしていません。この確認の対象ではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::RevocationList => (
            "証明書失効リスト (.crl) で、証明書ではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::PublicKey => (
            "公開キーだけのファイルで、証明書ではありません。この確認の対象ではありません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::LfsPointer => (
            "ファイルの代わりに置かれた Git LFS のポインターで、ファイルの中身がありません。",
            "git lfs pull でファイルを取得して選択するか、ポータルからパッケージをダウンロードしてください。",
        ),
        ErrorKind::SigningRequest => ("証明書署名要求です。", CHOOSE_PACKAGE),
        ErrorKind::MobileConfig => (
            "Apple の構成プロファイル (.mobileconfig) です。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::EapConfiguration => (
            "EAP 構成、または Azure VPN のプロファイルを含まない ProfileXML です。指定されているルート証明書は RADIUS サーバー用の可能性があるため、ゲートウェイの判定には使えません。",
            CHOOSE_PACKAGE,
        ),
        ErrorKind::UnknownContent => ("ここでは種類が分からないファイルです。", CHOOSE_PACKAGE),
        ErrorKind::ZipEncrypted => (
            "パッケージの一部が暗号化されています。ポータルのパッケージは暗号化されていません。",
            "パスワードで展開して VpnSettings.xml を選択するか、パッケージをもう一度ダウンロードしてください。",
        ),
        ErrorKind::ZipMethod => (
            "ここでは読み取れない方式で圧縮された部分があります。",
            "展開してからフォルダーを選択するか、パッケージをもう一度ダウンロードしてください。",
        ),
        ErrorKind::ZipCrc => (
            "内容がチェックサム (CRC) と一致しない部分があります。ファイルが壊れています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipContent => (
            "内容の長さが zip の情報と合わないか、壊れている部分があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ZipLink => (
            "別のファイルへのリンクだけが入っている部分があります。",
            USE_ORIGINAL,
        ),
        ErrorKind::PartEmpty => ("パッケージの一部が空です。", DOWNLOAD_AGAIN),
        ErrorKind::XmlBroken => (
            "XML の形式が正しくない部分があります。編集されたか、途中で切れている可能性があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::XmlDoctype => (
            "XML に DOCTYPE があります。ポータルのファイルにはないものなので、読み取りません。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Encoding => (
            "ここでは読み取れない文字コードの部分があります。",
            "UTF-8 で保存し直すか、パッケージをもう一度ダウンロードしてください。",
        ),
        ErrorKind::Base64 => ("証明書の Base64 データが正しくありません。", DOWNLOAD_AGAIN),
        ErrorKind::Hex => ("拇印が 16 進数 40 桁になっていません。", DOWNLOAD_AGAIN),
        ErrorKind::OtherDocument => (
            "パッケージの文書の名前が付いていますが、中身が別の文書になっている部分があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::Certificate => ("壊れている証明書があります。", DOWNLOAD_AGAIN),
        ErrorKind::Pem => (
            "証明書の前後の行 (BEGIN と END) が合いません。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::OvpnBroken => (
            "OpenVPN の設定ファイル (.ovpn) に、閉じられていないブロック、またはソフトウェアによって解釈が異なる行があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ScriptComment => (
            "PowerShell スクリプトのコメントの中に、ほかの場所では指定されていないルート証明書があります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ProgramBroken => (
            "プログラムが途中で切れているか、壊れています。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::ProgramUnknown => (
            "VPN クライアントのプログラムがあるはずの場所に、別の種類のプログラムがあります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::CabinetBroken => ("キャビネットを読み取れません。", DOWNLOAD_AGAIN),
        ErrorKind::CabinetAmbiguous => (
            "キャビネットが複数あるか、ソフトウェアによって解釈が異なります。",
            DOWNLOAD_AGAIN,
        ),
        ErrorKind::CabinetMethod => (
            "キャビネットが、ここでは読み取れない方式で圧縮されています。",
            DOWNLOAD_AGAIN,
        ),
    }
}
