//! Runs a WebDriver for a browser on its own port. It stops with the test.

use crate::Result;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A running program that is killed when it is dropped.
pub(crate) struct Process(Child);

impl Process {
    /// Starts the program.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Ok(Process(command.spawn()?))
    }

    /// Takes the program's standard output, if it is piped. Returns it once.
    pub(crate) fn output(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running driver.
pub(crate) struct Driver {
    _process: Process,
    /// Display of the browser, if it needs one. Dropped after the driver.
    _display: Option<Process>,
    /// Address in the form `http://127.0.0.1:41231`.
    pub(crate) address: String,
}

impl Driver {
    /// Starts the driver and waits for the output line in which its port follows `prefix`.
    pub(crate) fn start(mut command: Command, prefix: &str) -> Result<Self> {
        let mut process = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = process.output().ok_or("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .by_ref()
            .map_while(std::io::Result::ok)
            .find_map(|line| {
                let rest = line.split_once(prefix)?.1;
                let digits = rest.chars().take_while(char::is_ascii_digit);
                Some(digits.collect::<String>())
            });
        // Someone must read the remaining output, or the driver would block on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.ok_or("the driver printed no port")?;
        Ok(Driver {
            _process: process,
            _display: None,
            address: format!("http://127.0.0.1:{port}"),
        })
    }

    /// Starts a driver that prints nothing, on a free port, and waits until it listens there.
    pub(crate) fn start_on_free_port(mut command: Command, display: Process) -> Result<Self> {
        const TIMEOUT: Duration = Duration::from_secs(20);
        let authority = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        command.arg(format!("--port={}", authority.port()));
        let process = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        let start = Instant::now();
        while TcpStream::connect(authority).is_err() {
            if start.elapsed() > TIMEOUT {
                return Err("the driver does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Driver {
            _process: process,
            _display: Some(display),
            address: format!("http://{authority}"),
        })
    }
}
