//! The support request, the creation date beside the answer, and the search field for codes.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, command_line, files, host, page, run};
use serde_json::Value;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

const ID: &str = "12345678-90ab-cdef-1234-567890abcdef";

#[test]
fn after_the_windows_the_request_asks_for_the_date_of_the_rotation() -> Result {
    at_date("2026-11-24T03:00:00Z", "en", async |driver| {
        assert!(driver.find(By::Id("request-window")).await.is_err());
        let text = visible(driver, "[data-section='request']").await?;
        assert!(text.contains("The windows of 2019 have passed"), "{text}");
        write(driver, "request-gateway", "vpn-gw_1").await?;
        write(driver, "request-subscription", ID).await?;
        let text = request(driver).await?;
        for part in ["root certificate migration", "vpn-gw_1", ID] {
            assert!(text.contains(part), "{part}: {text}");
        }
        Ok(())
    })
}

#[test]
fn before_the_windows_one_is_chosen_and_several_gateways_are_named() -> Result {
    at_date("2019-02-20T00:00:00Z", "ja", async |driver| {
        let options = texts(driver, "#request-window option").await?;
        assert_eq!(options.len(), 5, "{options:?}");
        driver
            .find(By::Css("#request-window option[value='2']"))
            .await?
            .click()
            .await?;
        write(driver, "request-gateway", "gw-1").await?;
        driver.find(By::Id("request-add")).await?.click().await?;
        write(driver, "request-gateway-2", "gw-2").await?;
        write(driver, "request-subscription-2", ID).await?;
        let text = request(driver).await?;
        for part in [
            "2019 年 2 月 26 日 3:00",
            "gw-1",
            "gw-2",
            ID,
            "(記入してください)",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        driver
            .find(By::Id("request-on-gateway"))
            .await?
            .click()
            .await?;
        let text = request(driver).await?;
        assert!(text.contains("対象のゲートウェイの画面から"), "{text}");
        Ok(())
    })
}

#[test]
fn invalid_values_are_reported_and_left_out() -> Result {
    at_date("2026-11-24T03:00:00Z", "en", async |driver| {
        let long = "x".repeat(10_000);
        for (id, wrong, sentence) in [
            (
                "request-subscription",
                "Production",
                "This isn't a subscription ID",
            ),
            (
                "request-subscription",
                "12345678-90ab-cdef-1234-567890abcde",
                "This isn't a subscription ID",
            ),
            (
                "request-gateway",
                "<img src=x onerror=alert(1)>",
                "can contain only letters",
            ),
            (
                "request-gateway",
                "azure gateway",
                "can contain only letters",
            ),
            (
                "request-gateway",
                long.as_str(),
                "can have up to 80 characters",
            ),
        ] {
            set_value(driver, id, wrong).await?;
            let hint = visible(driver, &format!("#{id}-hint")).await?;
            assert!(hint.contains(sentence), "{hint}");
            let text = request(driver).await?;
            assert!(
                !text.contains(wrong) && text.len() < 2_000,
                "{}",
                text.len()
            );
            set_value(driver, id, "").await?;
            assert_eq!(visible(driver, &format!("#{id}-hint")).await?, "");
        }
        assert!(driver.find(By::Css("img[src=x]")).await.is_err());
        Ok(())
    })
}

#[test]
fn nothing_of_a_request_is_stored_or_put_into_the_address() -> Result {
    at_date("2026-11-24T03:00:00Z", "en", async |driver| {
        write(driver, "request-gateway", "secret-gateway").await?;
        write(driver, "request-subscription", ID).await?;
        let kept = page::wait_for_text(driver, "return location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie").await?;
        assert!(
            !kept.contains("secret-gateway") && !kept.contains(ID),
            "{kept}"
        );
        Ok(())
    })
}

#[test]
fn a_code_is_found_in_either_notation() -> Result {
    at_date("2026-11-24T03:00:00Z", "en", async |driver| {
        for (code, found) in [
            ("0x800B0109", "2148204809"),
            ("-2146762487", "2148204809"),
            ("800b0109", "2148204809"),
            ("13801", "13801"),
        ] {
            set_value(driver, "error-code", code).await?;
            let marked = page::wait_for_text(driver, "return [...document.querySelectorAll('[data-found]')].map((e) => e.dataset.code).join()").await?;
            assert_eq!(marked, found, "{code}");
        }
        set_value(driver, "error-code", "99999").await?;
        assert!(
            visible(driver, "#error-code ~ small")
                .await?
                .contains("isn't in the list")
        );
        set_value(driver, "error-code", "<b>").await?;
        assert!(
            visible(driver, "#error-code ~ small")
                .await?
                .contains("No error in the list")
        );
        Ok(())
    })
}

#[test]
fn an_error_is_found_by_words_of_its_message_in_english_and_japanese() -> Result {
    for language in ["en", "ja"] {
        at_date("2026-11-24T03:00:00Z", language, async |driver| {
            for (words, found) in [
                ("terminated in a ROOT certificate", "error-0x800b0109"),
                ("信頼プロバイダー", "error-0x800b0109"),
                ("revocation server", "error-0x80092013"),
                ("失効サーバーがオフライン", "error-0x80092013"),
                ("key material sent", "error-key-material-sent"),
                ("リモート サーバーが応答していない", "error-809"),
                ("CERT_E_EXPIRED", "error-0x800b0101"),
            ] {
                set_value(driver, "error-code", words).await?;
                let marked = page::wait_for_text(driver, "return [...document.querySelectorAll('[data-found]')].map((e) => e.dataset.section).join() || null").await?;
                assert_eq!(marked, found, "{language}: {words}");
                let tag = page::wait_for_text(
                    driver,
                    "return document.querySelector('[data-found]').lang",
                )
                .await?;
                assert_eq!(tag, language);
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_creation_date_is_beside_the_answer_and_in_the_report() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            let address = format!("{}?lang=en&now={}", host.address, command_line::NOW);
            page::open(driver, &address).await?;
            page::check_file(driver, &files::fixtures().join("public/g1.zip")).await?;
            assert!(driver.find(By::Css(".result #created")).await.is_ok());
            let script = "const box = document.getElementById('created'); box.value = '2018-05-01'; \
                box.dispatchEvent(new Event('change', { bubbles: true })); return null";
            driver.execute(script, Vec::new()).await?;
            page::wait_for(
                driver,
                "return document.querySelector('.result')?.innerText.includes('C, according to its creation date') || null",
                "the type",
            )
            .await?;
            let report: Value =
                serde_json::from_slice(&page::save_json(driver, &downloads).await?)?;
            assert_eq!(
                report.pointer("/inputs/0/created"),
                Some(&Value::from("2018-05-01"))
            );
            assert_eq!(
                report.pointer("/inputs/0/gateway_types"),
                Some(&serde_json::json!(["C"]))
            );
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_gateway_is_shown_beside_the_request_and_in_the_diagram() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let own = files::fixtures().join("own/singular.zip");
        let steps = async |driver: &WebDriver| {
            let address = format!("{}?lang=en&now={}", host.address, command_line::NOW);
            page::open(driver, &address).await?;
            page::check_file(driver, &own).await?;
            let steps = texts(driver, ".result [data-step]").await?;
            let command = "Get-AzVirtualNetwork -Name 'invented-vnet' |";
            assert!(steps.iter().any(|step| step.contains(command)), "{steps:?}");
            let link = By::Css(".result a[href='#/maintenance/affected']");
            driver.find(link).await?.click().await?;
            let drawn = "const g = document.querySelector('article[lang=en] g[data-own][data-shown] [data-part=life]'); \
                return g && Number(g.getAttribute('width')) > 5 || null";
            page::wait_for(driver, drawn, "the line of the package").await?;
            let written = request(driver).await?;
            for part in [
                "From the VPN client package",
                "azuregateway-",
                "invented-vnet",
            ] {
                assert!(written.contains(part), "{part}: {written}");
            }
            driver
                .execute("location.hash = '#/migration'; return null", Vec::new())
                .await?;
            let presented = "[data-section='q-presents-now'][lang='en'] pre";
            let presented = visible(driver, presented).await?;
            assert!(presented.contains("-connect 'azuregateway-"), "{presented}");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Opens the request at a date in a language and runs the steps.
fn at_date(now: &str, language: &str, steps: impl AsyncFnOnce(&WebDriver) -> Result) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!(
            "{}?lang={language}&now={now}#/migration/request",
            host.address
        );
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address).await?;
            steps(driver).await
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

async fn write(driver: &WebDriver, id: &str, words: &str) -> Result {
    driver.find(By::Id(id)).await?.send_keys(words).await?;
    Ok(())
}

/// Sets the value of a field in one event, as pasting does.
async fn set_value(driver: &WebDriver, id: &str, words: &str) -> Result {
    let script = "const [id, words] = arguments; const box = document.getElementById(id); box.value = words; \
        box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    driver
        .execute(script, vec![Value::from(id), Value::from(words)])
        .await?;
    // The page updates with the next animation frame.
    let frame =
        "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true))))";
    page::wait_for(driver, frame, "a frame").await?;
    Ok(())
}

async fn request(driver: &WebDriver) -> Result<String> {
    page::wait_for_text(
        driver,
        "return document.getElementById('request-text').value",
    )
    .await
}

async fn visible(driver: &WebDriver, selector: &str) -> Result<String> {
    let script = format!(
        "return [...document.querySelectorAll(\"{selector}\")].map((e) => e.innerText).join('')"
    );
    page::wait_for_text(driver, &script).await
}

async fn texts(driver: &WebDriver, selector: &str) -> Result<Vec<String>> {
    let script =
        format!("return [...document.querySelectorAll(\"{selector}\")].map((e) => e.innerText)");
    Ok(driver.execute(&script, Vec::new()).await?.convert()?)
}
