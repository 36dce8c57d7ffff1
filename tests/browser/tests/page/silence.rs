//! Nothing leaves the page or its worker, according to the browser's network log and to a proxy that receives nothing.
//! A control shows that both would detect a request; the last test, that it is the policy that blocks requests.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::network::Network;
use p2s_browser_tests::recorder::Recorder;
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use serde_json::Value;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Record of one visit.
struct Visit {
    /// Activity outside the site, and requests to the site after loading.
    outside: Vec<String>,
    /// Requests that the proxy received.
    proxy_requests: Vec<String>,
    /// Outcomes that page and worker reported for their own attempts.
    outcomes: Vec<String>,
    /// Address that they tried to reach.
    forbidden: String,
}

in_both!(nothing_leaves_the_page_or_its_worker, silent);

fn silent(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::Site, false).await?;
        assert_eq!(visit.outside, Vec::<String>::new(), "the network log");
        assert_eq!(visit.proxy_requests, Vec::<String>::new(), "the proxy");
        Ok(())
    })
}

in_both!(
    control_without_the_policy_log_and_proxy_record_requests_of_page_and_worker,
    control
);

fn control(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::None, true).await?;
        assert_eq!(visit.outcomes, ["page reached", "worker reached"]);
        for sender in ["page", "worker"] {
            let address = format!("{}{sender}", visit.forbidden);
            assert!(
                visit.outside.contains(&address),
                "the log misses {sender}: {:?}",
                visit.outside
            );
            let line = format!("GET {address} HTTP/1.1");
            assert!(
                visit.proxy_requests.contains(&line),
                "the proxy misses {sender}: {:?}",
                visit.proxy_requests
            );
        }
        Ok(())
    })
}

in_both!(
    under_the_policy_requests_of_page_and_worker_are_refused,
    refused
);

fn refused(engine: Engine) -> Result {
    run(async {
        let visit = visit(engine, Policy::Site, true).await?;
        assert_eq!(visit.outcomes, ["page refused", "worker refused"]);
        assert_eq!(visit.outside, Vec::<String>::new(), "the network log");
        assert_eq!(visit.proxy_requests, Vec::<String>::new(), "the proxy");
        Ok(())
    })
}

/// Opens the page, reads a package, an unrelated file and several files, changes the language and saves. With
/// `with_attempts`, page and worker each request another origin.
async fn visit(engine: Engine, policy: Policy, with_attempts: bool) -> Result<Visit> {
    let proxy = Recorder::start().await?;
    let other = Recorder::start().await?;
    let forbidden = format!("http://{}/", other.authority);
    let host = match with_attempts {
        false => host::start(policy).await?,
        true => {
            let worker = injected::in_workers(&injected::request_script(&forbidden, "worker"));
            host::start_with_script(policy, &format!("{}\n{worker}", injected::COLLECT_ATTEMPTS))
                .await?
        }
    };
    let browser = Browser::for_engine(engine).proxy(&proxy.authority, &[&host.authority]);
    let downloads = browser.downloads();
    let steps = async |driver: &WebDriver| {
        page::open(driver, &host.address_at_now("")).await?;
        let ready = page::wait_for(driver, "return Date.now()", "a clock").await?;
        if with_attempts {
            driver
                .execute(&injected::request_script(&forbidden, "page"), Vec::new())
                .await?;
        }
        page::check_file(driver, &files::package()).await?;
        page::save_json(driver, &downloads).await?;
        page::check_file(driver, &files::create_file("notes.txt", b"not a package")?).await?;
        page::check_file(driver, &files::twin("VpnServerRoot.cer_0")).await?;
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
        let outcomes = match with_attempts {
            true => {
                page::wait_for(
                    driver,
                    "return attempts.length > 1 ? attempts.sort() : null",
                    "both attempts",
                )
                .await?
            }
            false => Value::Array(Vec::new()),
        };
        Ok((
            ready.as_f64().ok_or("no clock")?,
            serde_json::from_value(outcomes)?,
        ))
    };
    let ((ready, outcomes), network): ((f64, Vec<String>), Network) = browser.run(steps).await?;
    assert!(
        !network.requests.is_empty(),
        "the network log lacks even the page"
    );
    Ok(Visit {
        outside: network.outside(&[&host.authority], ready),
        proxy_requests: proxy.requests(),
        outcomes,
        forbidden,
    })
}
