//! What the site tells servers: the headers that go with it, for those that read `_headers` (static hosts), and as
//! examples for nginx, Caddy and IIS. One list of headers for all of them, and for `serve`.
//!
//! Framing is allowed, because wikis show the page in a frame: no X-Frame-Options, no frame-ancestors. Every file is
//! asked for again by its ETag (`no-cache`): their names stay the same from version to version, and those of one
//! version belong together.

use crate::policy;

/// Sent with every file.
pub const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", policy::SITE),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-cache"),
];

/// Kinds of files by their names' ends; also what is packed beforehand.
pub const TYPES: [(&str, &str); 4] = [
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
];

/// Everything of the site that is for its server: path under the site, and text.
pub(crate) fn files() -> [(&'static str, String); 4] {
    [
        ("_headers", static_hosts()),
        ("web.config", iis()),
        ("servers/nginx.conf", nginx()),
        ("servers/Caddyfile", caddy()),
    ]
}

fn lines(line: impl Fn(&str, &str) -> String) -> String {
    HEADERS
        .iter()
        .map(|(name, value)| line(name, value))
        .collect()
}

fn static_hosts() -> String {
    let headers = lines(|name, value| format!("  {name}: {value}\n"));
    format!("/*\n{headers}\n/*.wasm\n  Content-Type: application/wasm\n")
}

fn nginx() -> String {
    let headers = lines(|name, value| format!("add_header {name} \"{value}\" always;\n    "));
    let headers = headers.trim_end();
    let locations: String = TYPES
        .iter()
        .map(|(end, kind)| {
            // A location with an add_header of its own takes none from outside, so all of them stand in each.
            let inside = headers.replace("\n    ", "\n        ");
            format!(
                "
    location ~ \\.{end}$ {{
        types {{ }}
        default_type \"{kind}; charset=utf-8\";
        {inside}
        add_header Content-Encoding $p2s_coding always;
        add_header Vary Accept-Encoding always;
        try_files $uri$p2s_end $uri =404;
    }}
"
            )
        })
        .collect();
    let locations = locations.replace("application/wasm; charset=utf-8", "application/wasm");
    format!(
        "\
# nginx: P2S certificate check. This file goes into the http block (conf.d/ or sites-enabled/ on most systems);
# change `listen`, `server_name` and `root`. Under a path of another site, copy the maps and the locations there.
#
# The files packed beforehand (.br, .gz) are sent as they are; no module is needed.

map $http_accept_encoding $p2s_coding {{
    default \"\";
    ~*\\bbr\\b br;
    ~*\\bgzip\\b gzip;
}}
map $p2s_coding $p2s_end {{
    default \"\";
    br .br;
    gzip .gz;
}}

server {{
    listen 80;
    server_name p2s-check.example.com;
    root /srv/p2s-check/site;
    index index.html;

    location / {{
        {headers}
        try_files $uri $uri/ =404;
    }}
{locations}}}
",
        headers = headers.replace("\n    ", "\n        ")
    )
}

fn caddy() -> String {
    let headers = lines(|name, value| format!("\t\t{name} \"{value}\"\n"));
    format!(
        "\
# Caddy: P2S certificate check. Change the name and the folder. The files packed beforehand (.br, .gz) are sent as
# they are; Caddy knows every type and takes care of ETag and Vary.

p2s-check.example.com {{
\troot * /srv/p2s-check/site
\theader {{
{headers}\t}}
\tfile_server {{
\t\tprecompressed br gzip
\t\thide web.config _headers
\t}}
}}
"
    )
}

fn iis() -> String {
    let headers = lines(|name, value| match name {
        // Below, where IIS has its own place for it.
        "Cache-Control" => String::new(),
        _ => format!("        <add name=\"{name}\" value=\"{value}\" />\n"),
    });
    format!(
        "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- IIS: P2S certificate check. It lies beside index.html and is read where it lies, in an application's folder too.
     IIS compresses by itself (Static Content Compression); it does not send the files packed beforehand. -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=\".wasm\" />
      <mimeMap fileExtension=\".wasm\" mimeType=\"application/wasm\" />
      <remove fileExtension=\".js\" />
      <mimeMap fileExtension=\".js\" mimeType=\"text/javascript\" />
      <clientCache cacheControlMode=\"DisableCache\" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name=\"X-Frame-Options\" />
{headers}      </customHeaders>
    </httpProtocol>
    <defaultDocument>
      <files>
        <clear />
        <add value=\"index.html\" />
      </files>
    </defaultDocument>
  </system.webServer>
</configuration>
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_is_told_the_whole_policy_and_nothing_about_framing() {
        for (name, text) in files() {
            assert!(text.contains(policy::SITE), "{name}");
            assert!(!text.contains("frame-ancestors"), "{name}");
            let forbids = text.contains("X-Frame-Options")
                && !text.contains("<remove name=\"X-Frame-Options\"");
            assert!(!forbids, "{name}");
            assert!(
                text.contains("application/wasm") || name.ends_with("Caddyfile"),
                "{name}"
            );
        }
    }
}
