//! Server configuration that the site ships: `_headers` for static hosts, and examples for nginx, Caddy and IIS. They
//! share one list of headers with `serve`.
//!
//! No header restricts framing, because wikis show the page in a frame. Browsers revalidate every file by its ETag
//! (`no-cache`): file names don't change between versions, and the files of one version must not be mixed with others.

use crate::policy;

/// Headers for every file.
pub const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", policy::SITE),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-cache"),
];

/// File extensions and media types of the files that are also shipped compressed.
pub const COMPRESSED_TYPES: [(&str, &str); 4] = [
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
];

/// Returns the configuration files: path below the site, and text.
pub(crate) fn files() -> [(&'static str, String); 4] {
    [
        ("_headers", static_hosts()),
        ("web.config", iis()),
        ("servers/nginx.conf", nginx()),
        ("servers/Caddyfile", caddy()),
    ]
}

fn for_each_header(line: impl Fn(&str, &str) -> String) -> String {
    HEADERS
        .iter()
        .map(|(name, value)| line(name, value))
        .collect()
}

fn static_hosts() -> String {
    let headers = for_each_header(|name, value| format!("  {name}: {value}\n"));
    format!("/*\n{headers}\n/*.wasm\n  Content-Type: application/wasm\n")
}

fn nginx() -> String {
    let headers =
        for_each_header(|name, value| format!("add_header {name} \"{value}\" always;\n    "));
    let headers = headers.trim_end();
    let locations: String = COMPRESSED_TYPES
        .iter()
        .map(|(extension, media_type)| {
            // An nginx location with its own add_header inherits none, so each location repeats all headers.
            let inside = headers.replace("\n    ", "\n        ");
            format!(
                "
    location ~ \\.{extension}$ {{
        types {{ }}
        default_type \"{media_type}; charset=utf-8\";
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
# nginx: P2S certificate check. Include this file in the http block (conf.d/ or sites-enabled/ on most systems);
# change `listen`, `server_name` and `root`. Under a path of another site, copy the maps and the locations there.
#
# The precompressed files (.br, .gz) are sent as they are; no module is needed.

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
    let headers = for_each_header(|name, value| format!("\t\t{name} \"{value}\"\n"));
    format!(
        "\
# Caddy: P2S certificate check. Change the name and the folder. The precompressed files (.br, .gz) are sent as
# they are; Caddy knows every media type and sets ETag and Vary.

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
    let headers = for_each_header(|name, value| match name {
        // IIS sets it through clientCache below.
        "Cache-Control" => String::new(),
        _ => format!("        <add name=\"{name}\" value=\"{value}\" />\n"),
    });
    format!(
        "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- IIS: P2S certificate check. This file belongs beside index.html, also in the folder of an application.
     IIS compresses automatically (Static Content Compression); it does not send the precompressed files. -->
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
    fn every_configuration_has_the_policy_and_none_restricts_framing() {
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
