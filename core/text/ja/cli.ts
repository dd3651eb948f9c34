import type { CliTexts } from "../en/cli.ts";
import { untrusted } from "../untrusted.ts";

const usage = `Keyferry は、インターネットに接続できないシステムのライセンスを、USB メモリを使ってアクティベートします。

  drives                                      ドライブの一覧を表示します
  request --drive P --url TEXT|-              ステップ 1(コンピュータ B): リンクを USB メモリに書き込みます
          [--asset-id ID] [--note T] [--operator NAME] [--minimal] [--again]
  scan    --drive P                           USB メモリの内容を表示します
  reach                                       ALAS に接続できるか確認します(アクティベーション回数は消費しません)
  fetch   --drive P [--ticket ID …]           ステップ 2(コンピュータ A): キーを取得します
          [--by-hand FILE] [--again]
  deliver --drive P --to DIR [--ticket ID …]  ステップ 3(コンピュータ B): アップロード用にキーをコピーします
          [--asset-id ID] [--by-hand FILE]
  status  --text TEXT|-                       コンソールのライセンス ステータスを読み取ります
  explain CODE                                ALAS のコードを説明します

共通: --json は JSON を 1 つだけ出力し、--lang ja|en は言語を選び、--policy FILE はサイト ポリシーを加えます。
fetch と deliver でも --operator NAME を指定できます。「-」は標準入力を読みます。
終了コード: 0 完了、2 入力、3 USB メモリ、4 ネットワーク、5 ALAS のエラー、6 完全性、7 結果が異なる
`;

export const cli = {
  usage,
  noDrives: "ドライブが見つかりません。",
  free: (size) => `空き ${size}`,
  readOnly: "読み取り専用",
  unusable: (reason) => `使用できません: ${reason}`,
  requests: (count) => `依頼 ${count} 件`,
  written: (folder) => `書き込み、内容を読み取って照合しました: ${folder}`,
  trimmed: (what) => `取り除いたもの: ${what}`,
  assetId: (id) => (id === null ? "アセット ID: 不明" : `アセット ID: ${id}`),
  emptyStick: "この USB メモリに依頼はありません。",
  byHand: (file) => `手作業で保存されたファイル: ${file}`,
  foreign: (file) => `想定外のファイル: ${file}`,
  nothingToFetch: "取得するものはありません。",
  fetched: (file, size) => `キーを取得し、書き込み、内容を読み取って照合しました: ${file}(${size})`,
  kept: (path) => `保存したファイル: ${path}`,
  keptAnswer: (path) => `サーバの応答をこのコンピュータに保存しました: ${path}`,
  progress: (done, total) => `${total} 件中 ${done} 件完了`,
  scanProgress: (done, total) => `依頼 ${total} 件中 ${done} 件を読み取りました`,
  host: (host) => `サーバ: ${untrusted(host)}`,
  notFetched: (reason, options) =>
    `取得していません。${reason}それでも取得する場合は、次のように指定してください: ${options}`,
  delivered: (path) => `コピーし、照合しました: ${path}`,
  uploadNow:
    "コンソールの [ライセンスのチェックとアクティベーション] を開き、ステップ 2 の [参照] でこのファイルを選択して、[アップロード] をクリックしてください。",
  licence: {
    activated: "ライセンスはアクティベート済みです。",
    expired: "ライセンスの有効期限が切れています。",
    "not-activated": "ライセンスはアクティベートされていません。",
    unknown: "ライセンスの状態を判別できませんでした。",
  },
  expiresIn: (days, hours) => `有効期限まで: ${days} 日 ${hours} 時間`,
  expiresAt: (moment) => `有効期限: ${moment}`,
  licenceType: (type) => `タイプ: ${type}`,
  lastCheck: (moment) => `前回のチェック: ${moment}`,
  retry: {
    no: "再取得: しないでください",
    later: "再取得: 時間をおいて",
    "after-15-minutes": "再取得: 15 分後に一度だけ",
    "after-fix": "再取得: リンクをコピーし直してから",
  },
  remedies: {
    "wait-not-over": "待ち時間が終わってから取得してください。すぐに取得する場合は、--again を付けてください。",
    "unknown-ticket": "scan で依頼の一覧を確認し、その中の番号を指定してください。",
    "already-requested":
      "その依頼を使ってください。同じ URL で 2 回取得すると、アクティベーション回数を余分に消費することがあります。それでも書き込む場合は、--again を付けてください。",
    "activations-used-up":
      "Stratus 認定サービス業者に連絡し、上限を引き上げてもらってから、--ticket と --again を付けて、もう一度だけ取得してください。",
    "by-hand-unusable": "scan の結果の byHand を確認し、そこに書かれているとおりにファイルを指定してください。",
    "proxy-sign-in":
      "KEYFERRY_PROXY、KEYFERRY_PROXY_USER、KEYFERRY_PROXY_PASSWORD にこのプロキシの情報を設定してください。わからない場合はネットワーク管理者に問い合わせてください。ブラウザでもキーを取得できます。URL は USB メモリの activation-url.txt にあります。",
    "note-required": "コンピュータ B で依頼を作成するときに、--note で作業番号などを指定してください。",
    "operator-required": "--operator で名前を指定してください。--minimal で省略することはできません。",
  },
} satisfies CliTexts;
