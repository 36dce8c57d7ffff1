### The notices. The identifiers end with the identifier of the notice.

## Roots that are being retired: retirement-<notice>
##
## $roots: the roots that the notice retires, as a list. $since: the day since which they are being retired. $notice: the
## day of the notice. $deadline: the month of the deadline. $deadline-state: ahead or over.
## $state: ready if the package already has several roots.

# Why the roots are being retired. Keep what is our inference in a sentence of its own.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2026-root-rotation = Azure のページ ({ $notice }付) によると、対象のゲートウェイには Microsoft から通知が届きます。{ $state ->
        [ready] {""}
       *[retiring] 通知に記載された期限までに、すべてのクライアントで新しいパッケージが必要です。
    }{ $deadline-state ->
        [ahead] 期限が { $deadline }末と記載された版もあります。
       *[over] 期限が { $deadline }末と記載された版もありました。移行が済んだゲートウェイには、このルート証明書しかないクライアントからは接続できません。
    }推測: 移行の対象は { $roots } です。Azure のページに名前の記載はありませんが、{ $since }に Chrome と Firefox が、Web サイトのルート証明書としては信頼しなくなったものです。
    .wait = { $roots } しか含まれていない場合は、{ $deadline-state ->
        [ahead] Microsoft からの通知を待ちます。通知が届いたら (届かない場合も、{ $deadline }末までに余裕を持って)、もう一度ダウンロードして確認します。
       *[over] お使いのゲートウェイの日程を Azure サポートに問い合わせ、その後もう一度ダウンロードして確認します。
    }
# Why the roots are being retired: a schedule that says nothing about Azure's gateways.
#
# .wait: the step about a new package that still has only the old root. $roots: the roots of the package.
retirement-2029-web-trust = Mozilla が公開した予定によると、{ $roots } は { $since }に Web サイトのルート証明書として信頼されなくなります。このゲートウェイについてのお知らせは、このツールでは確認できていません。Microsoft から通知が届いた場合は、通知に従ってください。
    .wait = { $roots } しか含まれていない場合は、Microsoft からの通知を待ちます。通知が届いたら、もう一度ダウンロードして確認します。

## The footer and the banner

# A notice in the footer. $date, $checked: days. $id: the identifier of the notice.
notice-of = { $date }のお知らせ ({ $id })、内容の確認日: { $checked }
# A banner if all facts were checked more than a year ago. $checked: a day.
facts-outdated = このツールの情報が最後に確認されたのは { $checked }で、1 年以上前です。その後に新しい情報が公表されている可能性があります。新しいバージョンを入手してください。
