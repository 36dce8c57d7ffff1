//! A real static server: nginx, with the example that the site ships, word for word but for port and folder.

use crate::Result;
use crate::host::Host;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running nginx; ended when dropped.
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    /// Where it answers.
    pub host: Host,
}

impl Nginx {
    /// Serves a folder with the shipped example; `index.html` may lie further down (a sub-path).
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
                "the shipped nginx.conf has another port or folder than the tests know".into(),
            );
        }
        let folder = xtask::paths::target()
            .join("browser/nginx")
            .join(format!("{}-{port}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("server.conf"), server)?;
        std::fs::write(folder.join("nginx.conf"), around(&folder))?;
        let mut command = Command::new(xtask::system::NGINX.find()?);
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

/// What belongs to the machine and not to the site: everything that nginx writes goes into the folder.
fn around(folder: &Path) -> String {
    let kept: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("    {name}_temp_path {}/{name};\n", folder.display()))
        .collect();
    // One process: killed, it leaves nobody behind. (As root its workers would be another user, who may not read here.)
    format!(
        "daemon off;\nmaster_process off;\npid {0}/pid;\nerror_log stderr warn;\nevents {{ }}\n\
         http {{\n    access_log off;\n{kept}    include {0}/server.conf;\n}}\n",
        folder.display()
    )
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}
