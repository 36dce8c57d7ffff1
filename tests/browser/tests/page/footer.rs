//! The footer of every page: the version, the notices it knows and their age.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, in_both, page, run};
use thirtyfour::{By, WebDriver};

in_both!(
    the_footer_has_version_commit_and_the_dates_of_the_notices,
    footer
);
in_both!(a_copy_whose_facts_are_a_year_old_says_so, outdated);

fn one_file(query: &str) -> String {
    format!("file://{}?{query}", xtask::paths::one_file().display())
}

fn footer(engine: Engine) -> Result {
    run(async {
        let steps = async |driver: &WebDriver| {
            for (language, words) in [
                (
                    "en",
                    [
                        "Version 0.1.0",
                        "Notice of 14 February 2019",
                        "last checked on 24 November 2026",
                        "file is the released one",
                    ],
                ),
                (
                    "ja",
                    [
                        "バージョン 0.1.0",
                        "2019 年 2 月 14 日のお知らせ",
                        "内容の確認日: 2026 年 11 月 24 日",
                        "配布されたものと同じか",
                    ],
                ),
            ] {
                page::open(
                    driver,
                    &one_file(&format!("lang={language}&now={}", command_line::NOW)),
                )
                .await?;
                let text = driver.find(By::Id("foot")).await?.text().await?;
                for words in words {
                    assert!(text.contains(words), "{words} is missing: {text}");
                }
                // Only a build from an archive without commit information lacks the commit.
                let commit = "const text = document.querySelector(`#foot [data-version][lang=${document.documentElement.lang}]`).innerText; \
                    return /^(Version|バージョン) 0\\.1\\.0( \\((commit|コミット) [0-9a-f]{12}\\+?[,、] ?\\d{4}-\\d\\d-\\d\\d\\))?$/.test(text) ? true : text";
                let commit = driver.execute(commit, Vec::new()).await?;
                assert_eq!(*commit.json(), serde_json::json!(true));
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

fn outdated(engine: Engine) -> Result {
    run(async {
        let steps = async |driver: &WebDriver| {
            for (now, old) in [
                ("2027-11-24T00:00:00Z", false),
                ("2027-11-25T00:00:00Z", true),
            ] {
                for (language, words) in [
                    ("en", "Check whether a newer version is available"),
                    ("ja", "新しい情報が公表されている可能性"),
                ] {
                    page::open(driver, &one_file(&format!("lang={language}&now={now}"))).await?;
                    let text = driver.find(By::Id("banner")).await?.text().await?;
                    assert_eq!(text.contains(words), old, "{now}: {text}");
                }
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}
