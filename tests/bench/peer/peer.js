// The page that `cargo xtask bench` compares with: the same job in JavaScript, with fflate, the browser's DOMParser and
// @peculiar/x509, each used as its authors recommend.
//
// It does less than the checker: no self-extracting programs, no hostile input, one language, one sentence an answer.
import "@abraham/reflection";
import { X509Certificate } from "@peculiar/x509";
import { unzipSync } from "fflate";

// SHA-256 and SHA-1 of the listed roots and of an intermediate CA below one of them, with their names.
const PUBLIC = [
  ["16af57a9f676b0ab126095aa5ebadef22ab31119d644ac95cd4b93dbf3f26aeb", "d4de20d05e66fc53fe1a50882c78db2852cae474", "Baltimore CyberTrust Root"],
  ["4348a0e9444c78cb265e058d5e8944b4d84f9662bd26db257f8934a443c70161", "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", "DigiCert Global Root CA"],
  ["cb3ccbb76031e5e0138f8dd39a23f9de47ffc35e43c1144cea27d46a5ab1cb5f", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", "DigiCert Global Root G2"],
  ["31ad6648f8104138c738f39ea4320133393e3a18cc02296ef97c2ac9ef6731d0", "7e04de896a3e666d00e687d33ffad93be83d349e", "DigiCert Global Root G3"],
  ["c1ad7778796d20bca65c889a2655021156528bb62ff5fa43e1b8e5a83e3d2eaa", "626d44e704d1ceabe3bf0d53397464ac8080142c", "DigiCert SHA2 Secure Server CA"],
  ["018e13f0772532cf809bd1b17281867283fc48c6e13be9c69812854a490c1b05", "17f3de5e9f0f19e98ef61f32266e20c407ae30ee", "DigiCert TLS ECC P384 Root G5"],
  ["371a00dc0533b3721a7eeb40e8419e70799d2b0a0f2c1d80693165f7cec4ad75", "a78849dc5d7c758c8cde399856b3aad0b2a57135", "DigiCert TLS RSA4096 Root G5"],
  ["358df39d764af9e1b766e9c972df352ee15cfac227af6ad1d70e8e4a6edcba02", "999a64c37ff47d9fab95f14769891460eec4c3c5", "Microsoft ECC Root Certificate Authority 2017"],
  ["c741f70f4b2a8d88bf2e71c14122ef53ef10eba0cfa5e64cfa20f418853073e0", "73a5e64a3bff8316ff0edccc618a906e4eae4d74", "Microsoft RSA Root Certificate Authority 2017"],
  ["6a170583db584151e1c454eeca2a64cc5d8e484a5bd1156e720b4458654ee9e5", "21734d95a2473be25cbfd12a84c6fbc5bc8e2414", "Microsoft TLS RSA Root G2"],
];
const FINGERPRINTS = new Map(PUBLIC.flatMap(([sha256, sha1, name]) => [[sha256, name], [sha1, name]]));
const NAMES = new Set(PUBLIC.map(([, , name]) => name));
const WORDS = { affected: "affected", "not-affected": "not affected", undetermined: "cannot tell" };

const utf8 = new TextDecoder();
const isPart = (name) => /\.(xml|cer(_\d+)?|crt|pem|ovpn)$/i.test(name);
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const certificate = async (place, data) => {
  const parsed = new X509Certificate(data);
  const sha256 = hex(await parsed.getThumbprint("SHA-256"));
  const { subject, issuer } = parsed;
  const kind = FINGERPRINTS.has(sha256) ? "public" : subject === issuer ? "self-signed" : "unknown";
  return { place, kind, text: `Subject: ${subject}. Issuer: ${issuer}. SHA-256: ${sha256}` };
};

const thumbprint = (place, text) => {
  const digits = text.trim().toLowerCase();
  const name = FINGERPRINTS.get(digits);
  return { place, kind: name ? "public" : "unknown", text: `Thumbprint: ${digits}${name ? ` (${name})` : ""}` };
};

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

// Returns the evidence in one part of a package.
const evidenceOf = async (place, bytes) => {
  if (bytes[0] === 0x30) return [await certificate(place, bytes)];
  const text = utf8.decode(bytes);
  if (!text.includes("<VpnProfile") && !text.includes("<AzVpnProfile")) {
    return Promise.all(Array.from(text.matchAll(PEM), ([pem]) => certificate(place, pem)));
  }
  const xml = new DOMParser().parseFromString(text, "application/xml");
  if (xml.querySelector("parsererror")) throw new Error(`${place} isn't valid XML`);
  const texts = (selector) => Array.from(xml.querySelectorAll(selector), (element) => element.textContent.trim()).filter(Boolean);
  const certificates = texts("CaCert, CaCerts > string").map((base64) => certificate(place, base64));
  const thumbprints = texts("servervalidation hash").map((hash) => thumbprint(place, hash));
  const names = texts("ServerCertRootCn, ServerCertsRootCn > string");
  return [
    ...(await Promise.all(certificates)),
    ...thumbprints,
    ...names.map((name) => ({ place, kind: "name", text: `Root: ${name}${NAMES.has(name) ? "" : " (not listed)"}` })),
  ];
};

const check = async (file) => {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (!isZip && !isPart(file.name)) throw new Error("not a package or a part of one");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = isZip ? unzipSync(bytes, { filter: ({ name }) => isPart(name) }) : { [file.name]: bytes };
  const evidence = await Promise.all(Object.entries(parts).map(([place, part]) => evidenceOf(place, part)));
  return evidence.flat();
};

const verdictOf = (evidence) => {
  const counted = evidence.filter(({ kind }) => kind !== "name");
  if (counted.some(({ kind }) => kind === "self-signed")) return "affected";
  return counted.length > 0 && counted.every(({ kind }) => kind === "public") ? "not-affected" : "undetermined";
};

const cell = (...content) => {
  const element = document.createElement("td");
  element.append(...content);
  return element;
};

const row = (name, verdict, lines) => {
  const element = document.createElement("tr");
  const list = document.createElement("ul");
  for (const line of lines) list.append(Object.assign(document.createElement("li"), { textContent: line }));
  element.append(cell(name), cell(WORDS[verdict]), cell(list));
  element.dataset.inputName = name;
  element.dataset.verdict = verdict;
  return element;
};

const answer = async (file) => {
  try {
    const evidence = await check(file);
    return row(file.name, verdictOf(evidence), evidence.map(({ place, text }) => `${place}: ${text}`));
  } catch (error) {
    const refused = row(file.name, "undetermined", [error.message]);
    refused.dataset.error = error.name;
    return refused;
  }
};

const intake = document.getElementById("intake");
const answers = document.getElementById("answers");

intake.addEventListener("change", async () => {
  const files = Array.from(intake.files);
  intake.value = "";
  answers.replaceChildren();
  for (const file of files) answers.append(await answer(file));
});

document.documentElement.dataset.ready = "";
performance.mark("ready");
