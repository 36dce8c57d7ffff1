//! The released page in each environment and engine: the complete flow, with no request after loading according to the
//! browser's log and to a proxy that receives nothing.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::flow::{self, Saving};
use p2s_browser_tests::nginx::Nginx;
use p2s_browser_tests::recorder::Recorder;
use p2s_browser_tests::{Result, command_line, files, host, in_all, page, run};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_all!(on_a_real_server_with_the_shipped_headers, on_a_server);
in_all!(under_a_sub_path_of_a_real_server, under_a_sub_path);
in_all!(from_the_disk, from_the_disk_in);
in_all!(in_a_sandboxed_frame, sandboxed);
in_all!(in_a_frame_under_a_strict_policy, plain_frame);
in_all!(as_an_element_under_a_strict_policy, element);
in_all!(in_a_frame_without_an_address, srcdoc);

fn on_a_server(engine: Engine) -> Result {
    run(async {
        let nginx = Nginx::serve(&xtask::paths::site()).await?;
        served(engine, &nginx, &nginx.host.address).await
    })
}

fn under_a_sub_path(engine: Engine) -> Result {
    run(async {
        let site = host::copy_site_to("tools/p2s")?;
        let nginx = Nginx::serve(&site).await?;
        served(engine, &nginx, &format!("{}tools/p2s/", nginx.host.address)).await
    })
}

async fn served(engine: Engine, nginx: &Nginx, site: &str) -> Result {
    let address = format!("{site}?lang=en&now={}", command_line::NOW);
    let steps = async |driver: &WebDriver, saving: Saving<'_>| {
        driver.goto(&address).await?;
        let ready = flow::run(driver, saving).await?;
        // The browser received the compressed files.
        let packed = "const all = [...performance.getEntriesByType('resource')]; \
            return all.length > 3 && all.every((one) => one.encodedBodySize < one.decodedBodySize)";
        assert_eq!(driver.execute(packed, Vec::new()).await?.json(), true);
        Ok(ready)
    };
    with_recording_proxy(engine, &[&nginx.host.authority], Environment::Own, steps).await
}

fn from_the_disk_in(engine: Engine) -> Result {
    run(async {
        let address = format!(
            "file://{}?lang=en&now={}",
            xtask::paths::one_file().display(),
            command_line::NOW
        );
        let steps = async |driver: &WebDriver, saving: Saving<'_>| {
            driver.goto(&address).await?;
            flow::run(driver, saving).await
        };
        with_recording_proxy(engine, &[], Environment::Own, steps).await
    })
}

fn sandboxed(engine: Engine) -> Result {
    run(async {
        let site = host::start(Policy::None).await?;
        let frame = format!(
            "<iframe sandbox=\"allow-scripts\" width=\"1000\" height=\"700\" src=\"{}p2s-check.html?embed&amp;lang=en&amp;now={}\"></iframe>",
            site.address,
            command_line::NOW
        );
        let wiki = host::serve_page(&frame).await?;
        let steps = async |driver: &WebDriver, saving: Saving<'_>| {
            driver.goto(&wiki.address).await?;
            driver.find(By::Css("iframe")).await?.enter_frame().await?;
            flow::run(driver, saving).await
        };
        with_recording_proxy(
            engine,
            &[&site.authority, &wiki.authority],
            Environment::Sandbox,
            steps,
        )
        .await
    })
}

fn plain_frame(engine: Engine) -> Result {
    in_demonstration(engine, async |driver: &WebDriver| {
        wait_until_settled(driver).await?;
        driver.find(By::Id("plain")).await?.enter_frame().await?;
        Ok(())
    })
}

fn element(engine: Engine) -> Result {
    in_demonstration(engine, async |driver: &WebDriver| {
        page::enter_element(driver).await?;
        page::wait_until_ready(driver).await?;
        let attributes =
            "return [document.documentElement.lang, document.documentElement.dataset.theme]";
        assert_eq!(
            *driver.execute(attributes, Vec::new()).await?.json(),
            serde_json::json!(["ja", "dark"])
        );
        // The flow starts in English.
        driver.find(By::Id("language")).await?.click().await?;
        Ok(())
    })
}

/// Runs the flow in the frame of the demonstration page that `enter` enters.
fn in_demonstration(engine: Engine, enter: impl AsyncFn(&WebDriver) -> Result) -> Result {
    run(async {
        let nginx = Nginx::serve(&xtask::paths::site()).await?;
        let wiki = host::serve_demonstration(&nginx.host.address).await?;
        let steps = async |driver: &WebDriver, saving: Saving<'_>| {
            driver.goto(&wiki.address).await?;
            enter(driver).await?;
            flow::run(driver, saving).await
        };
        let servers = [nginx.host.authority.as_str(), wiki.authority.as_str()];
        with_recording_proxy(engine, &servers, Environment::Frame, steps).await
    })
}

fn srcdoc(engine: Engine) -> Result {
    run(async {
        let text = std::fs::read_to_string(xtask::paths::one_file())?;
        let text = text.replace('&', "&amp;").replace('"', "&quot;");
        let frame = format!(
            "<iframe sandbox=\"allow-scripts\" width=\"1000\" height=\"700\" srcdoc=\"{text}\"></iframe>"
        );
        let wiki = host::serve_page(&frame).await?;
        let steps = async |driver: &WebDriver, _: Saving<'_>| {
            driver.goto(&wiki.address).await?;
            driver.find(By::Css("iframe")).await?.enter_frame().await?;
            page::wait_until_ready(driver).await?;
            let ready = page::wait_for(driver, "return Date.now()", "a clock").await?;
            let sample = files::twin("VpnServerRoot.cer_0");
            let displayed = page::check_file(driver, &sample).await?;
            assert_eq!(displayed.verdict, "not-affected");
            ready.as_f64().ok_or_else(|| "no clock".into())
        };
        with_recording_proxy(engine, &[&wiki.authority], Environment::Sandbox, steps).await
    })
}

/// Waits until the frame above the plain one has its final height, because it moves everything below it.
async fn wait_until_settled(driver: &WebDriver) -> Result {
    let height = "const frame = document.querySelector('p2s-check').shadowRoot?.querySelector('iframe'); \
        const height = frame?.offsetHeight ?? 0, [last, since] = window.settling ?? [0, 0]; \
        if (height !== last) window.settling = [height, performance.now()]; \
        return height > 200 && height === last && performance.now() - since > 500 || null";
    page::wait_for(driver, height, "the frame above").await?;
    Ok(())
}

/// Environment of the page with respect to saving.
enum Environment {
    Own,
    Frame,
    Sandbox,
}

/// Runs the steps in a browser that reaches everything except these servers through a recording proxy.
async fn with_recording_proxy(
    engine: Engine,
    servers: &[&str],
    environment: Environment,
    steps: impl AsyncFnOnce(&WebDriver, Saving<'_>) -> Result<f64>,
) -> Result {
    let proxy = Recorder::start().await?;
    let browser = Browser::for_engine(engine).proxy(&proxy.authority, servers);
    let downloads = browser.downloads();
    let steps = async |driver: &WebDriver| {
        let saving = match environment {
            Environment::Own => Saving::File(&downloads),
            Environment::Frame => Saving::Both,
            Environment::Sandbox => Saving::Text(&downloads),
        };
        steps(driver, saving).await
    };
    let (ready, network) = browser.run(steps).await?;
    assert_eq!(
        network.outside(servers, ready),
        Vec::<String>::new(),
        "the browser's log"
    );
    assert_eq!(proxy.requests(), Vec::<String>::new(), "the proxy");
    assert_eq!(
        network.requests.is_empty(),
        servers.is_empty() || !engine.logs_network(),
        "the log misses the page itself"
    );
    Ok(())
}
