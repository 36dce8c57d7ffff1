//! The maintenance of 2019: its windows, the support request, and what to do about an affected gateway (in Japanese).

use crate::prose::{Block, Generated, Section, WindowWords};
use p2s_verdict::notices::Stage;

pub(super) const SECTION: Section = Section {
    heading: "メンテナンスの日程",
    blocks: &[
        Block::Paragraph(
            "お知らせによると、メンテナンスは {automatic-jst} (日本時間、UTC+9) に自動的に開始します。UTC では {automatic-utc} です。作成からの年数にかかわらず、タイプ B のすべてのゲートウェイの証明書が、公的証明機関によるものに置き換えられます。開始後、個々のゲートウェイの順番がいつになるかは、事前には分からず、指定することもできません。",
        ),
        Block::Paragraph(
            "それより前に、時期を決めて切り替える場合は、4 つの日程のいずれかを[サポート リクエスト](#request)で申し込むことができます。各日程の時刻からゲートウェイを順番に処理し、数時間で完了する予定です。",
        ),
        Block::Generated(Generated::Windows),
        Block::Points(&[
            "開始: Azure 側で自動的に行われます。お客様の操作は必要ありません。",
            "所要時間: 1 つの日程のすべてのゲートウェイについて、数時間の予定です。Azure のページの後の版では、1 つのゲートウェイにつき最大 {gateway-hours} 時間とされています。上の表の「状態」では、「数時間」を開始から {hours} 時間と解釈しています (このページの解釈です)。自動のメンテナンスは{completed}に完了しました。",
            "選択できないこと: ゲートウェイの順番、個々のゲートウェイの切り替え時刻、切り替えの見送り。「[メンテナンスの時間帯をさらに細かく指定できますか](#q-narrower-time)」もご覧ください。",
            "Azure のページには同じ日時が UTC で記載されており、日程の {ahead-hours} 時間前までに申し込みを済ませるよう求められていました。",
        ]),
        Block::Generated(Generated::Weeks),
    ],
};

pub(super) const WORDS: WindowWords = WindowWords {
    caption: "5 つの日程",
    head: [
        "日程",
        "日本時間 (JST)",
        "UTC",
        "お使いの場所の時刻",
        "状態",
        "予定表",
    ],
    automatic: "自動",
    on_request: "日程 {} (申し込み)",
    from: "{} ~",
    states: ["開始前", "実施中", "終了"],
    save: ".ics",
    save_all: "5 つの日程をまとめた予定表ファイル (.ics)",
    event: "Azure P2S VPN ゲートウェイの証明書の切り替え ({})",
    description: "{} 日本時間 (JST、UTC+9) から、タイプ B のゲートウェイの証明書が公的証明機関によるものに順番に置き換えられます。その後は、VPN クライアント パッケージをもう一度ダウンロードして再インストールするまで、P2S クライアントから接続できません。終了時刻は「数時間」を {hours} 時間と解釈したものです (自動のメンテナンスは{completed}に完了)。マイクロソフトの製品ではありません。",
};

pub(super) const REQUEST: Section = Section {
    heading: "サポート リクエスト",
    blocks: &[
        Block::Paragraph(
            "サポート リクエストは、対象のゲートウェイの画面から作成するか、ゲートウェイの名前とサブスクリプション ID を記載する必要があります。ゲートウェイの画面から作成する場合は、どちらの記載も不要です (ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ヘルプ] > [新しいサポート リクエスト])。",
        ),
        Block::Paragraph(
            "パッケージに含まれているのはゲートウェイのアドレスと仮想ネットワークの名前で、ゲートウェイの名前とサブスクリプション ID は含まれていません。どちらもポータルで確認できます。ゲートウェイの名前は [仮想ネットワーク ゲートウェイ] の一覧に、サブスクリプション ID はゲートウェイの [概要] に表示されます。パッケージの仮想ネットワークに対応するゲートウェイは、一覧の [仮想ネットワーク] 列、またはゲートウェイの [概要] で確認してください。",
        ),
        Block::AtStage(
            Stage::Past,
            &[Block::Paragraph(
                "日程はすべて終了しており、申し込むことはできません。現在は、{rotation-year} 年のルート証明書の切り替えについて、お使いのゲートウェイの日程が決まっているかどうかを問い合わせることができます。",
            )],
        ),
        Block::AtStage(
            Stage::UnderWay,
            &[Block::Paragraph(
                "すでに始まった日程は申し込めません。申し込みのないゲートウェイは、{automatic-jst} (日本時間) 以降に順次切り替えられます。",
            )],
        ),
        Block::AtStage(
            Stage::Upcoming,
            &[Block::Paragraph(
                "Azure のページによると、申し込みは日程の {ahead-hours} 時間前までに済ませる必要があります。",
            )],
        ),
        Block::Generated(Generated::Mount("request")),
    ],
};

pub(super) const AFFECTED: Section = Section {
    heading: "影響のあるゲートウェイ (タイプ B) で必要な作業",
    blocks: &[
        Block::Heading("切り替え前"),
        Block::Steps(&[
            "[4 つの日程のいずれかを申し込む](#request)か、自動のメンテナンスを待つかを決めます。",
            "接続できなくなる時期と、パッケージの再インストールが必要になることを、利用者に知らせます。",
            "[クライアントの一覧](#checklist)を準備します。めったに使わないものも含めて、すべてのクライアントで再設定が必要です。",
        ]),
        Block::Heading("切り替え後"),
        Block::Steps(&[
            "P2S クライアントから接続できなくなります。これは想定された動作です。サイト間 VPN とゲートウェイのアドレスは変わりません。",
            "ポータルまたは PowerShell で、[VPN クライアント パッケージをもう一度ダウンロード](#get-package)します。古いパッケージを修正して使うことはできません。",
            "新しいパッケージをこのページで確認します。公的証明機関を示していれば、{notice-year} 年の変更については問題ありません。",
            "[すべてのクライアントに再インストール](#reinstall)します。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。",
        ]),
        Block::Paragraph(
            "{completed}までに、すべてのゲートウェイの切り替えが完了しています。現在見つかった「影響あり」のパッケージは古いものですので、「切り替え後」の手順を行ってください。",
        ),
    ],
};
