//! VpnSettings.xml with every kind of document error.

use crate::Case;
use crate::parts::*;

pub fn cases() -> Vec<Case> {
    let good = good_settings();
    let fine = |path: &str, condition: &str, text: String| {
        Case::new(path, condition, "all-public", "current").text(text)
    };
    let broken = |path: &str, condition: &str, text: String| {
        Case::error(path, condition, "part-unreadable", "xml-broken").text(text)
    };
    let utf16 = |text: &str| -> Vec<u8> {
        [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect()
    };
    let declared = |encoding: &str| {
        good.replace(
            "version=\"1.0\"",
            &format!("version=\"1.0\" encoding=\"{encoding}\""),
        )
    };
    let attributes: String = (0..5_000)
        .map(|number| format!(" a{number}=\"\""))
        .collect();
    let namespaces: String = (0..5_000)
        .map(|number| format!(" xmlns:n{number}=\"urn:{number}\""))
        .collect();
    vec![
        fine("xml/lf.xml", "newlines as git leaves them", good.replace("\r\n", "\n")),
        fine("xml/bom.xml", "UTF-8 with a byte order mark", format!("\u{FEFF}{good}")),
        fine("xml/cdata.xml", "names in CDATA and by reference", good
            .replacen("DigiCert Global Root G2", "<![CDATA[DigiCert Global]]> Root &#71;2", 1)
            .replacen("DigiCert Global Root G2", " DigiCert<!-- not in the text --> Global Root G2\r\n", 1)),
        fine("xml/base64-white-space.xml", "white space inside Base64", good.replacen("MIID", " M\r\n I\tID", 1)),
        Case::new("xml/utf-16.xml", "UTF-16 with a byte order mark, whatever is declared", "all-public", "current")
            .binary(utf16(&declared("utf-8")), "the plural VpnSettings.xml under G2 in UTF-16, declared utf-8\n"),
        Case::error("xml/utf-16-without-mark.xml", "UTF-16 without a byte order mark", "part-unreadable", "xml-broken")
            .binary(utf16(&good)[2..].to_vec(), "the plural VpnSettings.xml under G2 in UTF-16 without a mark\n"),
        Case::error("xml/shift-jis.xml", "bytes of Shift_JIS", "part-unreadable", "encoding").binary(
            good.replacen("invented-vnet", "\u{1}", 1).bytes().flat_map(|byte| if byte == 1 { vec![0x8A, 0x4A] } else { vec![byte] }).collect(),
            "the plural VpnSettings.xml under G2 with two bytes of Shift_JIS as the network's name\n"),
        Case::error("xml/declared-shift-jis.xml", "declares an encoding that it is not read in", "part-unreadable", "encoding")
            .text(declared("Shift_JIS")),
        Case::error("xml/doctype.xml", "a DOCTYPE", "part-unreadable", "xml-doctype")
            .text(good.replace("<VpnProfile ", "<!DOCTYPE VpnProfile>\r\n<VpnProfile ")),
        Case::error("xml/entities.xml", "entities that grow", "part-unreadable", "xml-doctype").text(good.replace(
            "<VpnProfile ",
            "<!DOCTYPE VpnProfile [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\r\n<VpnProfile ")),
        Case::error("xml/external-entity.xml", "an external entity", "part-unreadable", "xml-doctype").text(good.replace(
            "<VpnProfile ", "<!DOCTYPE VpnProfile SYSTEM \"file:///invented\">\r\n<VpnProfile ")),
        broken("xml/truncated.xml", "cut off", good[..good.len() / 2].to_owned()),
        broken("xml/open-element.xml", "an element left open", good.replace("</VpnProfile>", "")),
        broken("xml/second-root.xml", "a second root", format!("{good}<VpnProfile />")),
        broken("xml/text-behind.xml", "text behind the root", format!("{good}text")),
        broken("xml/unknown-entity.xml", "a reference to an entity that is not declared", good.replace("invented-vnet", "&nbsp;")),
        broken("xml/nul.xml", "a reference to a character that may not be", good.replace("invented-vnet", "&#1;")),
        broken("xml/unbound-prefix.xml", "a prefix without namespace", good.replace("<Routes>", "<q:Routes>").replace("</Routes>", "</q:Routes>")),
        broken("xml/double-attribute.xml", "an attribute twice", good.replace("<Routes>", "<Routes a=\"1\" a=\"2\">")),
        broken("xml/late-declaration.xml", "a declaration that is not first", format!(" {good}")),
        broken("xml/element-in-a-value.xml", "an element inside a certificate", good.replacen("<string>M", "<string>M<x/>", 1)),
        broken("xml/double-hyphen.xml", "two hyphens in a comment", good.replace("<Routes>", "<!-- a -- b --><Routes>")),
        broken("xml/attributes-without-a-blank.xml", "two attributes without a blank between them", good.replace("<Routes>", "<Routes a=\"1\"b=\"2\">")),
        broken("xml/attribute-refers-to-a-control.xml", "an attribute with a reference to a character that may not be", good.replace("<Routes>", "<Routes a=\"&#1;\">")),
        broken("xml/double-attribute-in-a-namespace.xml", "an attribute twice, under two prefixes of one namespace",
            good.replace("<Routes>", "<Routes xmlns:p=\"urn:x\" xmlns:q=\"urn:x\" p:a=\"1\" q:a=\"2\">")),
        broken("xml/prefix-undone.xml", "a prefix bound to nothing", good.replace("<Routes>", "<Routes xmlns:p=\"\">")),
        broken("xml/reserved-prefix.xml", "an element with the prefix xmlns", good.replace("<CustomDnsServers />", "<xmlns:x />")),
        broken("xml/no-name.xml", "an element with a sign that is no letter as its name", good.replace("<CustomDnsServers />", "<\u{D7} />")),
        broken("xml/declaration-stands-perhaps-alone.xml", "a declaration with a value that is none", good.replace("version=\"1.0\"", "version=\"1.0\" standalone=\"maybe\"")),
        broken("xml/declaration-says-more.xml", "a declaration with something else in it", good.replace("version=\"1.0\"", "version=\"1.0\" other=\"x\"")),
        fine("xml/declaration-in-full.xml", "a declaration with all that may be in it", good.replace("version=\"1.0\"", "version = '1.0' encoding=\"UTF-8\" standalone='yes' ")),
        Case::error("xml/deep.xml", "200 elements in one another", "unreadable", "limit-xml-depth")
            .text(good.replace("<CustomDnsServers />", &("<x>".repeat(200) + &"</x>".repeat(200)))),
        Case::error("xml/many-elements.xml", "20,000 elements", "unreadable", "limit-xml-elements")
            .text(good.replace("<CustomDnsServers />", &"<x/>".repeat(20_000))),
        Case::error("xml/attribute-flood.xml", "5,000 attributes", "unreadable", "limit-xml-attributes")
            .text(good.replace("<CustomDnsServers />", &format!("<x{attributes}/>"))),
        broken("xml/namespace-flood.xml", "5,000 namespaces", good.replace("<CustomDnsServers />", &format!("<x{namespaces}/>"))),
        Case::error("xml/bad-base64.xml", "a certificate that is no Base64", "part-unreadable", "base64")
            .text(good.replacen("MIID", "MI*D", 1)),
        Case::error("xml/base64-without-padding.xml", "Base64 without its padding", "part-unreadable", "base64")
            .text(Settings::new(Schema::Plural, &[&[0x30, 0x03, 0x02, 0x01]], G2_NAME).xml().replace("==</string>", "</string>")),
        Case::error("xml/bad-certificate.xml", "Base64 of something that is no certificate", "part-unreadable", "certificate")
            .text(Settings::new(Schema::Plural, &[b"no certificate"], G2_NAME).xml()),
        Case::error("xml/half-certificate.xml", "Base64 of half a certificate", "part-unreadable", "certificate")
            .text(Settings::new(Schema::Plural, &[&G2[..400]], G2_NAME).xml()),
    ]
}
