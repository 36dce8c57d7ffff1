//! Runs nginx, a real static server, with the example configuration that the site ships. Only port and folder are
//! changed.

use crate::Result;
use crate::host::Host;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running nginx that is killed when it is dropped.
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    /// Address of the server.
    pub host: Host,
}

impl Nginx {
    /// Serves a folder with the shipped configuration. `index.html` may be in a subfolder.
    pub async fn serve(root: &Path) -> Result<Self> {
        let port = free_port()?;
        let authority = format!("127.0.0.1:{port}");
        let example = xtask::paths::site().join("servers/nginx.conf");
        let server = std::fs::read_to_string(&example)?
            .replace("listen 80;", &format!("listen {authority};"))
            .replace(
                "root /srv/p2s-check/site;",
                &format!("root {};", root.display()),
            );
        if !server.contains(&authority) || !server.contains(&root.display().to_string()) {
            return Err(
                "the port or folder of the shipped nginx.conf is unknown to the tests".into(),
            );
        }
        let folder = xtask::paths::target()
            .join("browser/nginx")
            .join(format!("{}-{port}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("server.conf"), server)?;
        std::fs::write(folder.join("nginx.conf"), main_configuration(&folder))?;
        let mut command = Command::new(xtask::system_packages::NGINX.find()?);
        command
            .arg("-p")
            .arg(&folder)
            .args(["-e", "stderr", "-c"])
            .arg(folder.join("nginx.conf"));
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let address = format!("http://{authority}/");
        let mut nginx = Nginx {
            process,
            folder,
            host: Host { address, authority },
        };
        nginx.wait().await?;
        Ok(nginx)
    }

    async fn wait(&mut self) -> Result {
        let start = Instant::now();
        while tokio::net::TcpStream::connect(&self.host.authority)
            .await
            .is_err()
        {
            if let Some(status) = self.process.try_wait()? {
                return Err(format!("nginx ended ({status})").into());
            }
            if start.elapsed() > Duration::from_secs(10) {
                return Err("nginx does not answer".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Returns the main configuration, which directs everything that nginx writes into the folder.
fn main_configuration(folder: &Path) -> String {
    let temporary_paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("    {name}_temp_path {}/{name};\n", folder.display()))
        .collect();
    // A single process leaves no workers behind when it is killed. As root, workers would also run as another user
    // without read access to the folder.
    format!(
        "daemon off;\nmaster_process off;\npid {0}/pid;\nerror_log stderr warn;\nevents {{ }}\n\
         http {{\n    access_log off;\n{temporary_paths}    include {0}/server.conf;\n}}\n",
        folder.display()
    )
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}
