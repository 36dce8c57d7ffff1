//! A WebDriver that runs beside a browser: started on a port of its own, ended with the test.

use crate::Result;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A running program; ended with the test.
pub(crate) struct Process(Child);

impl Process {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        Ok(Process(command.spawn()?))
    }

    /// What it says, once, where that is piped.
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
    /// The screen of its browser, where it needs one: ended after the driver.
    _screen: Option<Process>,
    /// `http://127.0.0.1:41231`
    pub(crate) address: String,
}

impl Driver {
    /// Starts it and waits for the line of its output that names its port, right behind these words.
    pub(crate) fn start(mut command: Command, words: &str) -> Result<Self> {
        let mut process = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = process.output().ok_or("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .by_ref()
            .map_while(std::io::Result::ok)
            .find_map(|line| {
                let behind = line.split_once(words)?.1;
                let digits = behind.chars().take_while(char::is_ascii_digit);
                Some(digits.collect::<String>())
            });
        // What else it says has to go somewhere, or it would wait.
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.ok_or("the driver did not say its port")?;
        Ok(Driver {
            _process: process,
            _screen: None,
            address: format!("http://127.0.0.1:{port}"),
        })
    }

    /// Starts one that says nothing, on a port that was free a moment ago, and waits until it listens there.
    pub(crate) fn start_silent(mut command: Command, screen: Process) -> Result<Self> {
        const PATIENCE: Duration = Duration::from_secs(20);
        let authority = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        command.arg(format!("--port={}", authority.port()));
        let process = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        let start = Instant::now();
        while TcpStream::connect(authority).is_err() {
            if start.elapsed() > PATIENCE {
                return Err("the driver does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Driver {
            _process: process,
            _screen: Some(screen),
            address: format!("http://{authority}"),
        })
    }
}
