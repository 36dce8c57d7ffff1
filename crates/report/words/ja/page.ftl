### The page's text outside the checker, in index.html and embed.js. It is read before the checker starts, and without
### JavaScript. It is Markdown: **bold**, [links](by-hand.md) and `code`.

# Description for search engines.
page-description = ゲートウェイの証明書の切り替えで、VPN クライアントの接続に影響が出るかどうかを確認できます。ファイルはブラウザー内でのみ読み取られます。
# Heading.
page-heading = 証明書の切り替え後も VPN クライアントが接続できるかどうかを確認できます
# Below the heading.
page-lead = VPN クライアント パッケージを選択してください。ブラウザー内でのみ読み取られ、外部には送信されません。
# Below the heading: the two changes. The links lead to their pages.
page-changes = [2026 年](rotation.md): ポイント対サイト VPN ゲートウェイのルート証明書の移行。[2019 年](background.md): 公的証明機関への切り替え。

## Why the checker could not start

# WebAssembly is off or missing.
failed-wasm = **このブラウザーでは WebAssembly を使用できません。**セキュリティ設定や管理ポリシーで WebAssembly が無効にされているか、ブラウザーが古い可能性があります。別のブラウザーで開いてください。
# The browser is too old.
failed-browser = **このブラウザーは古いため、確認機能を開始できません。**新しいバージョンの Chrome、Edge、Firefox または Safari で開いてください。
# The policy of the site that shows the page blocks the checker.
failed-policy = **このページを表示しているサイトのポリシー (Content-Security-Policy) により、確認機能がブロックされました。**サイトの管理者に、docs/embedding.md にある設定を依頼してください。1 ファイル版 ([p2s-check.html](p2s-check.html)) を保存して開く方法もあります。
# A file of the site is missing.
failed-missing = **このページのファイルの一部が見つかりません。**サイトへの配置が完了していない可能性があります。しばらくしてから再読み込みし、解消しない場合は、dist/site のすべてのファイルが配置されているか、サイトの管理者に確認してください。
# The server sends a wrong MIME type.
failed-type = **サーバーが、このページのファイルを誤った MIME タイプで送信しています。**.js は text/javascript、.wasm は application/wasm として送信するよう、サイトの管理者に依頼してください。
# The page was saved by the browser.
failed-saved = **このページは、ブラウザーの機能で保存されたコピーです。確認機能は保存されません。**オフラインで使用するには、サイトから 1 ファイル版 ([p2s-check.html](p2s-check.html)) を保存してください。
# Another reason.
failed-start = **確認機能を開始できませんでした。**ページを再読み込みしてください。解消しない場合は、新しいバージョンの Chrome、Edge、Firefox または Safari で開いてください。
# The checker stopped while it was used.
failed-crash = **確認機能が停止しました。**表示済みの結果はそのままご利用いただけます。続けて確認するには、ページを再読み込みしてください。
# Follows each of these reasons.
failed-by-hand = 確認機能がなくても、[手動で確認する手順](by-hand.md)に従って確認できます。
# Shown while the checker loads.
loading = 確認機能を読み込んでいます…
# Shown if the checker doesn't start and doesn't say why.
stalled = **確認機能がまだ開始していません。**次の原因が考えられます: JavaScript が無効、ページのファイルの不足、ブラウザーで保存したコピー、古いブラウザー。ページを再読み込みするか、サイトから 1 ファイル版 ([p2s-check.html](p2s-check.html)) を保存してください。
# Shown without JavaScript.
without-script = ファイルの確認には JavaScript が必要です。JavaScript を使用しない場合は、[手動で確認](by-hand.md)してください。
# Shown without JavaScript instead of the navigation.
page-links = [2026 年の移行](rotation.md) [2019 年のメンテナンス](now.md) [概要](what.md)

## Footer

# Footer.
not-a-product = このツールは Microsoft の製品ではなく、Microsoft による承認や保証を受けたものでもありません。
# Footer: the version of a build from an unknown state of the sources.
version = バージョン { $version }
# Footer: the version, with the commit and its day.
version-of-commit = バージョン { $version } (コミット { $commit }、{ $day })
# Footer: heading of the next text.
verify-heading = このファイルが配布されたものと同じかどうかを確認する
# Footer: how to compare the checksum.
verify-text = SHA-256 を計算し、配布元の SHA256SUMS にある値と比較します。Windows: `Get-FileHash p2s-check.html`、Linux: `sha256sum --check --ignore-missing SHA256SUMS`、macOS: `shasum -a 256 p2s-check.html`
