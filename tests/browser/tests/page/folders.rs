//! Folders: the page groups and answers them as the command line does, byte for byte.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, command_line, files, host, injected, page, run};
use std::path::{Path, PathBuf};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// Creates a folder with unpacked packages, a package, single parts, an installed profile and unrelated files.
fn folder() -> Result<PathBuf> {
    let fixture = |path: &str| std::fs::read(files::fixtures().join(path));
    let settings = fixture("own/plural.xml")?;
    let root = fixture("certificates/own.cer")?;
    let contents: [(&str, Vec<u8>); 9] = [
        ("Generic/VpnSettings.xml", settings.clone()),
        ("Generic/VpnServerRoot.cer_0", root.clone()),
        ("Generic/readme.txt", b"nothing of a package".to_vec()),
        (
            "東京/Generic/VpnSettings.xml",
            fixture("public/baltimore.xml")?,
        ),
        (
            "東京/OpenVPN/vpnconfig.ovpn",
            fixture("documents/ovpn-g2.ovpn")?,
        ),
        ("more/vpn.zip", fixture("public/g2.zip")?),
        ("more/VpnSettings.xml", Vec::new()),
        ("Cm/g.cer", root),
        ("Cm/g.pbk", b"[VPN]\r\n".to_vec()),
    ];
    let mut root = None;
    for (path, bytes) in contents {
        root = Some(files::create_file_in("several", path, &bytes)?);
    }
    root.ok_or_else(|| "nothing was made".into())
}

#[test]
fn a_folder_is_answered_as_by_the_command_line() -> Result {
    compare(&folder()?)
}

#[test]
fn a_vendor_folder_chosen_alone_is_answered_as_by_the_command_line() -> Result {
    compare(&folder()?.join("Generic"))
}

#[test]
fn a_folder_deeper_than_the_limit_is_refused_as_by_the_command_line() -> Result {
    let package = std::fs::read(files::package())?;
    let deep = files::create_file_in("deep", &format!("{}vpn.zip", "d/".repeat(33)), &package)?;
    let report: serde_json::Value =
        serde_json::from_slice(&command_line::json_report(&[&deep], command_line::NOW)?)?;
    assert_eq!(report["inputs"][0]["error"]["code"], "limit-folder");
    compare(&deep)
}

#[test]
fn a_folder_without_anything_to_check_says_so() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let empty = files::create_file_in("nothing", "notes.txt", b"nothing of a package")?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            choose_folder(driver, &empty).await?;
            let script = "return document.querySelector('[role=status]').textContent || null";
            let text = page::wait_for(driver, script, "something to be said").await?;
            assert_eq!(text, "Nothing was found to check.");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Injected into the workers: after a message, reading the first file takes two seconds, and so does opening it later.
const SLOW_FIRST: &str = "{ const read = Blob.prototype.slice; const reads = new BroadcastChannel('reads'); \
    Blob.prototype.slice = function (...range) { if (this.name === '1-slow.zip') { \
    reads.postMessage(''); for (const end = Date.now() + 2000; Date.now() < end;); } \
    return read.apply(this, range); } }";

/// Injected into the page: one worker, and how often the file was read.
const COUNT_READS: &str = "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 1 }); \
    globalThis.reads = 0; new BroadcastChannel('reads').onmessage = () => globalThis.reads++;";

#[test]
fn a_folder_that_changes_while_it_is_read_has_a_row_for_each_of_its_files() -> Result {
    run(async {
        let script = format!("{COUNT_READS} {}", injected::in_workers(SLOW_FIRST));
        let host = host::start_with_script(Policy::Site, &script).await?;
        let package = std::fs::read(files::package())?;
        let names = [
            "1-slow.zip",
            "2-deleted-early.zip",
            "3-deleted-late.zip",
            "4-changed.zip",
            "5-same.zip",
        ];
        let mut folder = PathBuf::new();
        for name in names {
            folder = files::create_file_in("changing", name, &package)?;
        }
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            choose_folder(driver, &folder).await?;
            let begun = |times| format!("return globalThis.reads >= {times} || null");
            page::wait_for(driver, &begun(1), "reading what files begin with").await?;
            std::fs::remove_file(folder.join("2-deleted-early.zip"))?;
            page::wait_for(driver, &begun(2), "opening the first").await?;
            std::fs::remove_file(folder.join("3-deleted-late.zip"))?;
            std::fs::write(folder.join("4-changed.zip"), b"half of a packa")?;
            let results = page::wait_for_results(driver, &names).await?;
            let errors: Vec<_> = results.iter().map(|one| one.error.as_deref()).collect();
            let failed = Some("read-failed");
            assert_eq!(errors, [None, failed, failed, failed, None]);
            Ok(())
        };
        Browser::new().run(steps).await?;
        // Only this test uses the folder, and the next run needs all of it.
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    })
}

fn compare(folder: &Path) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let report = command_line::json_report(&[folder], command_line::NOW)?;
        let expected = command_line::expected_results(&report)?;
        let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            let address = format!("{}?now={}", host.address, command_line::NOW);
            page::open(driver, &address).await?;
            choose_folder(driver, folder).await?;
            assert_eq!(page::wait_for_results(driver, &names).await?, expected);
            let saved = page::save_json(driver, &downloads).await?;
            assert_eq!(
                String::from_utf8_lossy(&saved),
                String::from_utf8_lossy(&report)
            );
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

async fn choose_folder(driver: &WebDriver, folder: &Path) -> Result {
    let control = driver.find(By::Id("intake-folder")).await?;
    Ok(control.send_keys(folder.display().to_string()).await?)
}
