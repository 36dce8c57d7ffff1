//! A WebDriver that runs beside a browser: started on a port of its own choice, ended with the test.

use crate::Result;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A running driver.
pub(crate) struct Driver {
    process: Child,
    /// `http://127.0.0.1:41231`
    pub(crate) address: String,
}

impl Driver {
    /// Starts it and waits for the line of its output that names its port, right behind these words.
    pub(crate) fn start(mut command: Command, words: &str) -> Result<Self> {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
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
        // Made first, so that it is ended even if it named no port.
        let mut driver = Driver {
            process,
            address: String::new(),
        };
        let port = port.ok_or("the driver did not say its port")?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
