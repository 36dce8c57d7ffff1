//! Reads OpenVPN profiles as the clients do: OpenVPN 2 and 3, and programs that import a profile.
//!
//! Each reader returns the certificate authorities that its client trusts. The readers follow the clients' own sources,
//! share no code with the package crate, and are lenient: they skip what a client only warns about, and most of what it
//! refuses.

/// A program that reads profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// OpenVPN 2 with OpenSSL (options_parse.c).
    OpenVpn2,
    /// OpenVPN 2 with Mbed TLS, which finds a PEM boundary anywhere in a line.
    OpenVpn2MbedTls,
    /// OpenVPN 2 on Windows, where the byte 0x1A ends a text file.
    OpenVpn2Windows,
    /// Tunnelblick: takes a lone CR for the end of a line and reads UTF-16, then starts OpenVPN 2.
    Tunnelblick,
    /// OpenVPN for Android (ConfigParser.java): a lone CR ends a line, end tags are exact.
    Android,
    /// OpenVPN 3 (options.hpp): OpenVPN Connect, openvpn3-linux.
    OpenVpn3,
    /// NetworkManager's importer (import-export.c).
    NetworkManager,
}

impl Client {
    /// Every client.
    pub const ALL: [Client; 7] = [
        Client::OpenVpn2,
        Client::OpenVpn2MbedTls,
        Client::OpenVpn2Windows,
        Client::Tunnelblick,
        Client::Android,
        Client::OpenVpn3,
        Client::NetworkManager,
    ];

    /// Returns what the client trusts. Returns `None` if it refuses the text, or if the text names no host to connect
    /// to.
    pub fn read(self, bytes: &[u8]) -> Option<Trust> {
        let trust = match self {
            Client::OpenVpn3 => open_vpn_3(bytes),
            _ => Settings::of(self, bytes)?.read(),
        };
        trust.filter(|trust| trust.remote)
    }
}

/// What a client trusts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// The certificate authorities in the profile itself, in DER.
    pub certificates: Vec<Vec<u8>>,
    /// The directives that name other certificate authorities, or something else to trust instead.
    pub elsewhere: Vec<String>,
    remote: bool,
}

/// Differences between a reader of OpenVPN 2's family and OpenVPN 2 itself.
struct Settings {
    client: Client,
    bytes: Vec<u8>,
}

/// A line of OpenVPN 2's family, split into its parameters.
enum Line {
    Parameters(Vec<Vec<u8>>),
    /// The client drops the line with a warning.
    Dropped,
    /// The client refuses the profile.
    Refused,
}

/// The `ca` that applies so far.
enum Authority {
    None,
    Inline(Vec<u8>),
    File(String),
}

impl Settings {
    /// Prepares the text as the client does before it looks at lines.
    fn of(client: Client, bytes: &[u8]) -> Option<Self> {
        let bytes = match client {
            Client::OpenVpn2Windows => bytes.split(|byte| *byte == 0x1A).next()?.to_vec(),
            Client::Tunnelblick => lone_cr_to_lf(&from_utf16(bytes).unwrap_or(bytes.to_vec())),
            Client::Android => lone_cr_to_lf(bytes),
            Client::NetworkManager => bytes
                .iter()
                .map(|byte| if *byte == 0 { b'\n' } else { *byte })
                .collect(),
            _ => bytes.to_vec(),
        };
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        Some(Settings {
            client,
            bytes: text.to_vec(),
        })
    }

    fn read(&self) -> Option<Trust> {
        let mut trust = Trust::default();
        let mut authority = Authority::None;
        let mut forward_compatible = false;
        let mut rest = self.bytes.as_slice();
        while !rest.is_empty() {
            let line = self.next_line(&mut rest)?;
            let parameters = match self.parameters(line) {
                Line::Parameters(parameters) => parameters,
                Line::Dropped => continue,
                Line::Refused => return None,
            };
            let Some((first, arguments)) = parameters.split_first() else {
                continue;
            };
            let first = first.strip_prefix(b"--").unwrap_or(first);
            if let Some(tag) = self.tag(first, arguments) {
                let body = self.block(&mut rest, tag)?;
                match tag {
                    b"ca" => authority = Authority::Inline(body),
                    b"connection" => self.connection(&body, &mut trust)?,
                    b"pkcs12" if self.client == Client::NetworkManager => {
                        authority = Authority::File("<pkcs12>".to_owned());
                    }
                    b"pkcs12" | b"peer-fingerprint" => instead_of_ca(tag, &mut trust),
                    _ => {}
                }
                continue;
            }
            let (word, arguments) = match (first, arguments) {
                (b"setenv", [name, word, rest @ ..]) if name == b"opt" => (word.as_slice(), rest),
                (b"setenv", [name, ..]) if name == b"FORWARD_COMPATIBLE" => {
                    forward_compatible = true;
                    continue;
                }
                _ => (first, arguments),
            };
            match word {
                b"remote" => trust.remote |= !arguments.is_empty(),
                b"ca" => authority = Authority::File(String::from_utf8_lossy(line).into_owned()),
                b"capath" | b"config" if self.client != Client::NetworkManager => {
                    trust
                        .elsewhere
                        .push(String::from_utf8_lossy(line).into_owned());
                }
                b"pkcs12" | b"peer-fingerprint" => instead_of_ca(word, &mut trust),
                _ if is_word(word) || forward_compatible => {}
                _ if self.client == Client::NetworkManager => {}
                _ => return None,
            }
        }
        match authority {
            Authority::None => {}
            // With a `ca`, these are an additional condition, or not used.
            Authority::Inline(body) => {
                trust
                    .elsewhere
                    .retain(|line| line != "pkcs12" && line != "peer-fingerprint");
                trust.certificates = self.certificates(&body);
            }
            Authority::File(line) => trust.elsewhere.push(line),
        }
        Some(trust)
    }

    /// Takes the next line. Returns `None` if it is longer than the client's buffer.
    fn next_line<'t>(&self, rest: &mut &'t [u8]) -> Option<&'t [u8]> {
        let (line, after) = split_line(rest);
        let limited = !matches!(self.client, Client::Android | Client::NetworkManager);
        let fits = line.len() < if after.is_some() { 255 } else { 256 };
        *rest = after.unwrap_or_default();
        let end = line.iter().position(|byte| *byte == 0);
        let line = line.get(..end.unwrap_or(line.len())).unwrap_or_default();
        let carriage = self.client == Client::NetworkManager;
        let cut = line.strip_suffix(b"\r").filter(|_| carriage);
        (fits || !limited).then_some(cut.unwrap_or(line))
    }

    /// Splits a line like `parse_line`: a quote opens only at the start of a parameter, and the closing quote ends the
    /// parameter.
    fn parameters(&self, line: &[u8]) -> Line {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            Blank,
            Plain,
            Quoted(u8),
        }
        let mut parameters: Vec<Vec<u8>> = Vec::new();
        let (mut state, mut backslash, mut word) = (State::Blank, false, Vec::new());
        let blank = |byte: u8| self.is_blank(byte);
        for byte in line.iter().copied().chain([0]) {
            if !backslash && byte == b'\\' && state != State::Quoted(b'\'') {
                backslash = true;
                continue;
            }
            let mut out = None;
            let mut done = false;
            match state {
                State::Blank if byte == 0 || blank(byte) => {}
                State::Blank if matches!(byte, b'#' | b';') => break,
                State::Blank if !backslash && matches!(byte, b'"' | b'\'') => {
                    state = State::Quoted(byte);
                }
                State::Blank => {
                    state = State::Plain;
                    out = Some(byte);
                }
                State::Plain if byte == 0 || !backslash && blank(byte) => done = true,
                State::Quoted(quote) if !backslash && byte == quote => done = true,
                State::Quoted(_) if byte == 0 => return Line::Refused,
                State::Plain | State::Quoted(_) => out = Some(byte),
            }
            if let Some(byte) = out {
                let escaped = matches!(byte, b'\\' | b'"') || blank(byte);
                let literal = self.client == Client::NetworkManager;
                if backslash && !escaped && !literal {
                    return Line::Dropped;
                }
                word.push(byte);
            }
            if done {
                parameters.push(std::mem::take(&mut word));
                state = State::Blank;
            }
            backslash = false;
        }
        Line::Parameters(parameters)
    }

    fn is_blank(&self, byte: u8) -> bool {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | 0x0C => true,
            0x0B => self.client != Client::NetworkManager,
            0x1C..=0x1F => self.client == Client::Android,
            _ => false,
        }
    }

    /// Returns the name of the tag that a line opens. NetworkManager ignores further words.
    fn tag<'t>(&self, first: &'t [u8], arguments: &[Vec<u8>]) -> Option<&'t [u8]> {
        let more = self.client == Client::NetworkManager;
        let inner = first.strip_prefix(b"<")?.strip_suffix(b">")?;
        (more || arguments.is_empty()).then_some(inner)
    }

    /// Takes the lines of a block. Returns `None` if the block has no end.
    ///
    /// A line that begins with the end tag ends the block; leading blanks are ignored. OpenVPN 2 reads 255 bytes at a
    /// time and looks for the tag in each piece.
    fn block(&self, rest: &mut &[u8], tag: &[u8]) -> Option<Vec<u8>> {
        let end = [b"</", tag, b">"].concat();
        let mut body = Vec::new();
        while !rest.is_empty() {
            let (line, after) = split_line(rest);
            let pieces = !matches!(self.client, Client::Android | Client::NetworkManager);
            let (line, after, is_complete) = match line.split_at_checked(255) {
                Some((piece, _)) if pieces && (line.len() > 255 || after.is_some()) => {
                    (piece, rest.get(255..)?, false)
                }
                _ => (line, after.unwrap_or_default(), true),
            };
            *rest = after;
            let start = line.iter().position(|byte| !self.is_blank(*byte));
            let trimmed = line.get(start.unwrap_or(line.len())..).unwrap_or_default();
            let closes = match self.client {
                Client::Android => trim(line) == end,
                _ => trimmed.starts_with(&end),
            };
            if closes {
                return Some(body);
            }
            let kept = match self.client {
                Client::NetworkManager => trimmed,
                _ => line,
            };
            body.extend_from_slice(kept);
            body.extend(is_complete.then_some(b'\n'));
        }
        None
    }

    /// Reads the directives of one connection. OpenVPN 2 refuses a `ca` in it.
    fn connection(&self, body: &[u8], trust: &mut Trust) -> Option<()> {
        for line in body.split(|byte| *byte == b'\n') {
            for piece in line.chunks(255) {
                match self.parameters(piece) {
                    Line::Parameters(parameters) => match parameters.first() {
                        Some(word) if word.as_slice() == b"remote" => trust.remote = true,
                        Some(word) if matches!(word.as_slice(), b"ca" | b"<ca>") => return None,
                        _ => {}
                    },
                    Line::Dropped => {}
                    Line::Refused => return None,
                }
            }
        }
        Some(())
    }

    /// Reads the PEM of a `<ca>`.
    fn certificates(&self, body: &[u8]) -> Vec<Vec<u8>> {
        match self.client {
            Client::OpenVpn2MbedTls => pem_anywhere(body),
            _ => pem_lines(body, &OPENSSL_LABELS, <[u8]>::trim_ascii_end),
        }
    }
}

/// Records that the client trusts something other than a `ca`.
fn instead_of_ca(word: &[u8], trust: &mut Trust) {
    trust
        .elsewhere
        .push(String::from_utf8_lossy(word).into_owned());
}

/// Returns true if a directive can have this name. A client refuses a profile with an unknown name.
fn is_word(word: &[u8]) -> bool {
    word.iter()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Returns the line before the next LF and the rest, or `None` for the rest if there is no LF.
fn split_line(bytes: &[u8]) -> (&[u8], Option<&[u8]>) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    (parts.next().unwrap_or_default(), parts.next())
}

/// Trims like Java's `trim`: removes every character up to and including the blank.
fn trim(line: &[u8]) -> &[u8] {
    let start = line.iter().position(|byte| *byte > b' ');
    let end = line.iter().rposition(|byte| *byte > b' ');
    match (start, end) {
        (Some(start), Some(end)) => line.get(start..=end).unwrap_or_default(),
        _ => &[],
    }
}

fn lone_cr_to_lf(bytes: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        match (byte, after.first()) {
            (b'\r', Some(b'\n')) => {}
            (b'\r', _) => lines.push(b'\n'),
            (byte, _) => lines.push(*byte),
        }
        rest = after;
    }
    lines
}

fn from_utf16(bytes: &[u8]) -> Option<Vec<u8>> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .filter_map(|pair| Some(unit(*pair.first_chunk()?)))
        .collect();
    Some(String::from_utf16_lossy(&units).into_bytes())
}

/// Labels with which a certificate begins for OpenSSL (`PEM_X509_INFO_read_bio`). OpenVPN 3 accepts only the first.
const OPENSSL_LABELS: [&[u8]; 3] = [
    b"-----BEGIN CERTIFICATE-----",
    b"-----BEGIN X509 CERTIFICATE-----",
    b"-----BEGIN TRUSTED CERTIFICATE-----",
];

/// Reads PEM whose boundaries are whole lines after each line is trimmed with `cut`.
fn pem_lines(text: &[u8], labels: &[&[u8]], cut: fn(&[u8]) -> &[u8]) -> Vec<Vec<u8>> {
    let mut certificates = Vec::new();
    let mut open: Option<Vec<u8>> = None;
    for line in text.split(|byte| *byte == b'\n').map(cut) {
        match &mut open {
            None if labels.contains(&line) => open = Some(Vec::new()),
            Some(base64) if line.starts_with(b"-----END ") => {
                certificates.push(decode(base64));
                open = None;
            }
            Some(base64) => base64.extend_from_slice(line),
            None => {}
        }
    }
    certificates
}

/// Reads PEM like Mbed TLS (`mbedtls_x509_crt_parse`): boundaries count anywhere in a line.
fn pem_anywhere(text: &[u8]) -> Vec<Vec<u8>> {
    const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
    const END: &[u8] = b"-----END CERTIFICATE-----";
    let find = |text: &[u8], what: &[u8]| text.windows(what.len()).position(|found| found == what);
    let mut certificates = Vec::new();
    let mut rest = text;
    while let Some(start) = find(rest, BEGIN) {
        rest = rest.get(start + BEGIN.len()..).unwrap_or_default();
        let Some(end) = find(rest, END) else { break };
        certificates.push(decode(rest.get(..end).unwrap_or_default()));
        rest = rest.get(end + END.len()..).unwrap_or_default();
    }
    certificates
}

/// Decodes Base64 up to the first `=` and skips characters that aren't digits.
fn decode(base64: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for byte in base64.iter().take_while(|byte| **byte != b'=') {
        let Some(digit) = DIGITS.iter().position(|digit| digit == byte) else {
            continue;
        };
        bits = bits << 6 | u32::try_from(digit).unwrap_or(0);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_le_bytes()[0]);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

/// A directive of OpenVPN 3 with its arguments. The body of a block is an argument.
type Directive = Vec<String>;

fn open_vpn_3(bytes: &[u8]) -> Option<Trust> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok()?;
    if text.contains('\0') || text.len() > 262_144 || text.lines().any(|line| line.len() > 512) {
        return None;
    }
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    let mut directives = directives(&lines)?;
    directives.extend(meta(&lines)?);
    for directive in &mut directives {
        if directive.len() >= 3 && directive[..2] == ["setenv", "opt"] {
            directive.drain(..2);
        }
    }
    let mut trust = Trust::default();
    let mut authorities = String::new();
    for directive in &directives {
        match directive.first().map(String::as_str) {
            Some("remote") => trust.remote |= directive.len() > 1,
            // Certificates among the revocation lists are also trusted.
            Some(word @ ("ca" | "crl-verify")) => {
                let body = directive.get(1).map_or("", |body| body);
                // Consecutive single-line comments form one text. Any other single line is a file name.
                let file = !body.is_empty() && !body.contains('\n') && !body.contains("-----");
                let is_comment = directive.len() == 3;
                if file && !is_comment {
                    trust.elsewhere.push(format!("{word} {body}"));
                }
                authorities.push_str(body);
                authorities.push('\n');
            }
            Some("connection") => {
                let body = directive.get(1).map_or("", |body| body);
                let mut words = body
                    .lines()
                    .filter_map(|line| split(line).into_iter().next());
                trust.remote |= words.any(|word| word == "remote");
            }
            // With a fingerprint, the certificate authorities don't matter.
            Some(word @ ("peer-fingerprint" | "capath" | "config")) => {
                trust.elsewhere.push(word.to_owned());
            }
            _ => {}
        }
    }
    trust.certificates = pem_lines(
        authorities.as_bytes(),
        &OPENSSL_LABELS[..1],
        <[u8]>::trim_ascii,
    );
    Some(trust)
}

/// Splits a text like `OptionList::parse_from_config`: a block ends only at a line that equals its end tag.
fn directives(lines: &[&str]) -> Option<Vec<Directive>> {
    let mut directives = Vec::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        let words = split(line);
        let Some(first) = words.first() else { continue };
        let tag = first
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
            .filter(|tag| !tag.is_empty() && !tag.starts_with('/'));
        let Some(tag) = tag else {
            directives.push(words);
            continue;
        };
        if words.len() > 1 {
            return None;
        }
        let end = format!("</{tag}>");
        let mut body = String::new();
        loop {
            let line = lines.next()?;
            if *line == end {
                break;
            }
            body.push_str(line);
            body.push('\n');
        }
        directives.push(vec![tag.to_owned(), body]);
    }
    Some(directives)
}

/// Reads directives in comments like `OptionList::parse_meta_from_config`, on every line of the text.
fn meta(lines: &[&str]) -> Option<Vec<Directive>> {
    const PREFIX: &str = "OVPN_ACCESS_SERVER_";
    let comment = |line: &&&str| -> Option<String> { line.strip_prefix("# ").map(str::to_owned) };
    let mut directives = Vec::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        let Some(found) = comment(&line) else {
            continue;
        };
        let Some(found) = found.strip_prefix(PREFIX) else {
            continue;
        };
        match (found.split_once('='), found.strip_suffix("_START")) {
            (Some((name, value)), _) => {
                // The third word marks the value as inline content, which is never a file name.
                directives.push(vec![name.to_owned(), value.to_owned(), String::new()]);
            }
            (None, Some(name)) => {
                let end = format!("{PREFIX}{name}_STOP");
                let mut body = String::new();
                loop {
                    match comment(&lines.next()?) {
                        Some(line) if line == end => break,
                        Some(line) => {
                            body.push_str(&line);
                            body.push('\n');
                        }
                        None => {}
                    }
                }
                directives.push(vec![name.to_owned(), body]);
            }
            (None, None) => directives.push(vec![found.to_owned()]),
        }
    }
    Some(directives)
}

/// Splits a line like `Split::by_space` with `LexComment`: quotes count inside words, and a comment begins anywhere
/// outside quotes.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let (mut quote, mut backslash) = (None, false);
    for c in line.chars() {
        let blank = matches!(c, ' ' | '\t' | '\n' | '\u{B}' | '\u{C}' | '\r');
        match c {
            c if backslash => {
                backslash = false;
                word.get_or_insert_default().push(c);
            }
            '\\' => backslash = true,
            '"' | '\'' if quote.is_none() => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            c if quote == Some(c) => quote = None,
            '#' | ';' if quote.is_none() => break,
            _ if blank && quote.is_none() => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
