//! Nothing leaves the page or its worker: by the browser's whole network log, and by a proxy that stays silent. The
//! control shows that both would tell; the last test, that the policy is what holds.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::network::Network;
use p2s_browser_tests::recorder::Recorder;
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use serde_json::Value;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// What one visit left behind.
struct Visit {
    /// What went elsewhere, or to the site after loading.
    beyond: Vec<String>,
    /// Who came to the proxy.
    proxied: Vec<String>,
    /// What page and worker said of their own attempts.
    told: Vec<String>,
    /// The address that they tried.
    forbidden: String,
}

in_both!(nothing_leaves_the_page_or_its_worker, silent);

fn silent(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::Site, false).await?;
        assert_eq!(visit.beyond, Vec::<String>::new(), "the network log");
        assert_eq!(visit.proxied, Vec::<String>::new(), "the proxy");
        Ok(())
    })
}

in_both!(
    control_without_the_policy_log_and_proxy_tell_what_page_and_worker_ask_for,
    control
);

fn control(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::None, true).await?;
        assert_eq!(visit.told, ["page reached", "worker reached"]);
        for who in ["page", "worker"] {
            let address = format!("{}{who}", visit.forbidden);
            assert!(
                visit.beyond.contains(&address),
                "the log misses {who}: {:?}",
                visit.beyond
            );
            let line = format!("GET {address} HTTP/1.1");
            assert!(
                visit.proxied.contains(&line),
                "the proxy misses {who}: {:?}",
                visit.proxied
            );
        }
        Ok(())
    })
}

in_both!(
    under_the_policy_what_page_and_worker_ask_for_is_refused,
    refused
);

fn refused(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::Site, true).await?;
        assert_eq!(visit.told, ["page refused", "worker refused"]);
        assert_eq!(visit.beyond, Vec::<String>::new(), "the network log");
        assert_eq!(visit.proxied, Vec::<String>::new(), "the proxy");
        Ok(())
    })
}

/// Opens the page, reads a package, something that is none, and several files, changes the language, saves. With
/// `asking`, page and worker each ask for another origin.
async fn visit(engine: Engine, policy: Policy, asking: bool) -> Result<Visit> {
    let proxy = Recorder::start().await?;
    let other = Recorder::start().await?;
    let forbidden = format!("http://{}/", other.authority);
    let host = match asking {
        false => host::start(policy).await?,
        true => {
            let worker = injected::into_workers(&injected::asks(&forbidden, "worker"));
            host::with_script(policy, &format!("{}\n{worker}", injected::LISTENS)).await?
        }
    };
    let browser = Browser::of(engine).proxy(&proxy.authority, &[&host.authority]);
    let downloads = browser.downloads();
    let steps = async |driver: &WebDriver| {
        page::open(driver, &host.pinned("")).await?;
        let ready = page::wait(driver, "return Date.now()", "a clock").await?;
        if asking {
            driver
                .execute(&injected::asks(&forbidden, "page"), Vec::new())
                .await?;
        }
        page::check(driver, &files::package()).await?;
        page::save_json(driver, &downloads).await?;
        page::check(driver, &files::made("notes.txt", b"no package")?).await?;
        page::check(driver, &files::twin("VpnServerRoot.cer_0")).await?;
        driver
            .find(thirtyfour::By::Id("language"))
            .await?
            .click()
            .await?;
        driver
            .find(thirtyfour::By::Id("theme"))
            .await?
            .click()
            .await?;
        let told = match asking {
            true => {
                page::wait(
                    driver,
                    "return asked.length > 1 ? asked.sort() : null",
                    "both attempts",
                )
                .await?
            }
            false => Value::Array(Vec::new()),
        };
        Ok((
            ready.as_f64().ok_or("no clock")?,
            serde_json::from_value(told)?,
        ))
    };
    let ((ready, told), network): ((f64, Vec<String>), Network) = browser.run(steps).await?;
    assert!(
        !network.requests.is_empty(),
        "the network log does not even have the page"
    );
    Ok(Visit {
        beyond: network.beyond(&[&host.authority], ready),
        proxied: proxy.heard(),
        told,
        forbidden,
    })
}
