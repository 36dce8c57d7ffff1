//! Parts from files, and packages from parts. The limits on one package are enforced here.

use crate::format::{self, certificate, connection_manager};
use crate::model::{
    Error, ErrorKind, Field, GatewayNames, Item, Limit, Limits, Package, Part, Role, Timestamp,
    Value,
};
use crate::path::{self, profile};

/// Reads a document or certificate. Returns `None` for a file that isn't part of a package.
pub(crate) fn document_part(role: Role, path: &str, bytes: &[u8], limits: &Limits) -> Option<Part> {
    if role == Role::RenamedDocument {
        return renamed_part(path, bytes, limits);
    }
    match format::read(role, path, bytes, limits) {
        Ok(mut part) => {
            if matches!(role, Role::ProfileCertificate | Role::ProfileText) {
                let file = path.rsplit('/').next().unwrap_or(path);
                part.gateway.guids = connection_manager::gateway_guids([file].into_iter());
            }
            Some(part)
        }
        // A certificate file without a certificate isn't a part, unless its name is a part's.
        Err(error) => match role {
            Role::ProfileText | Role::UnplacedCertificate => None,
            Role::RadiusRoot if !error.spoils_container() => None,
            _ => Some(Part::unreadable(path, role, error)),
        },
    }
}

/// Reads a text that has no document's usual name. One that can't be read is a part in its document's role only if it names
/// an Azure gateway: a client of that gateway may read it.
fn renamed_part(path: &str, bytes: &[u8], limits: &Limits) -> Option<Part> {
    let Some((role, names_azure)) = format::document_role(bytes) else {
        let role = match path::is_server_root(path) {
            true => Role::ServerRoot,
            false => Role::UnplacedCertificate,
        };
        return format::read(role, path, bytes, limits).ok();
    };
    match format::read(role, path, bytes, limits) {
        Ok(part) => Some(part),
        Err(ErrorKind::OtherDocument) if role != Role::ProfileXml => None,
        Err(error) if names_azure || error.is_limit() => Some(Part::unreadable(path, role, error)),
        Err(error) => Some(Part::unreadable(path, Role::RenamedDocument, error)),
    }
}

/// Returns the part of a file whose bytes can't be read, or `None` if it can't be part of a package.
pub(crate) fn unread_part(role: Role, path: &str, error: ErrorKind) -> Option<Part> {
    let kept = match role {
        Role::RadiusRoot | Role::UnplacedCertificate | Role::ProfileText => {
            error.spoils_container() && !error.is_limit()
        }
        _ => true,
    };
    kept.then(|| Part::unreadable(path, role, error))
}

/// Reads the profile in a setup program: its certificates, and the pins in its texts. `names` are those of all files of the
/// cabinet, `files` the unpacked ones.
///
/// # Errors
///
/// Those of the certificates, [`ErrorKind::PartEmpty`], or [`Limit::Items`].
pub(crate) fn setup_program<'n>(
    path: &str,
    names: impl Iterator<Item = &'n str>,
    files: Vec<(String, Vec<u8>)>,
    limits: &Limits,
) -> Result<Part, ErrorKind> {
    let mut items = Vec::new();
    for (name, content) in files {
        if !profile::is_certificate(&name) {
            items.extend(connection_manager::pins(&name, &content));
            continue;
        }
        if content.is_empty() {
            return Err(ErrorKind::PartEmpty);
        }
        let found = certificate::from_file(&content, limits);
        let (field, found) = match profile::is_radius_certificate(&name) {
            true => (Field::RadiusCertificateFile, found.unwrap_or_default()),
            false => (Field::CertificateFile, found?),
        };
        items.extend(found.into_iter().map(|found| Item {
            field,
            inner: Some(name.clone()),
            value: Value::Certificate(Box::new(found)),
        }));
    }
    if items.len() > limits.items {
        return Err(ErrorKind::Limit(Limit::Items));
    }
    Ok(Part {
        gateway: GatewayNames {
            guids: connection_manager::gateway_guids(names),
            ..GatewayNames::default()
        },
        items,
        ..Part::new(path, Role::SetupProgram)
    })
}

/// The documents without their usual names in one input.
#[derive(Debug, Default)]
pub(crate) struct RenamedDocuments {
    documents: usize,
    bytes: u64,
}

impl RenamedDocuments {
    /// Counts a document.
    ///
    /// # Errors
    ///
    /// [`Limit::Renamed`].
    pub(crate) fn add(&mut self, bytes: u64, limits: &Limits) -> Result<(), Limit> {
        self.documents = self.documents.saturating_add(1);
        self.bytes = self.bytes.saturating_add(bytes);
        let is_within =
            self.documents <= limits.renamed_documents && self.bytes <= limits.renamed_bytes;
        is_within.then_some(()).ok_or(Limit::Renamed)
    }
}

/// Counts a part if it is a setup program, of which `left` more are allowed.
///
/// # Errors
///
/// [`Limit::Programs`].
pub(crate) fn count_program(left: &mut usize, part: Option<&Part>) -> Result<(), Limit> {
    if part.is_some_and(|part| part.role == Role::SetupProgram) {
        *left = left.checked_sub(1).ok_or(Limit::Programs)?;
    }
    Ok(())
}

/// A package that parts are added to.
pub(crate) struct Assembler<'l> {
    package: Package,
    limits: &'l Limits,
    items: usize,
    unplaced_items: usize,
    gateway_names: usize,
    stopped: bool,
}

impl<'l> Assembler<'l> {
    /// Begins with a package without parts.
    pub(crate) fn new(package: Package, limits: &'l Limits) -> Self {
        Assembler {
            package,
            limits,
            items: 0,
            unplaced_items: 0,
            gateway_names: 0,
            stopped: false,
        }
    }

    /// Returns true if a limit was reached, after which no part is added.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Adds an error about the package as a whole, which is a limit.
    pub(crate) fn stop(&mut self, limit: Limit) {
        self.package
            .errors
            .push(Error::whole(ErrorKind::Limit(limit)));
        self.stopped = true;
    }

    /// Adds the time stamp of a part.
    pub(crate) fn add_stamp(&mut self, stamp: Option<Timestamp>) {
        self.package.stamps.extend(stamp);
    }

    /// Adds a part.
    pub(crate) fn add(&mut self, part: Part) {
        if part.error.is_some() {
            self.stopped |= part.stops_package();
            self.package.parts.push(part);
            return;
        }
        if part.role == Role::UnplacedCertificate {
            let items = self.unplaced_items.saturating_add(part.items.len());
            if items <= self.limits.items {
                self.unplaced_items = items;
                self.package.parts.push(part);
            }
            return;
        }
        self.items = self.items.saturating_add(part.items.len());
        if self.items > self.limits.items {
            self.stop(Limit::Items);
        }
        // The hosts of an OpenVPN profile aren't compared: it can be another VPN's.
        let hosts = match part.role {
            Role::OpenVpnProfile => 0,
            _ => part.gateway.hosts.len(),
        };
        let names = part.gateway.identifiers().saturating_add(hosts);
        self.gateway_names = self.gateway_names.saturating_add(names);
        if self.gateway_names > self.limits.gateway_names {
            self.stop(Limit::Names);
        }
        self.package.parts.push(part);
    }

    /// Completes the package. Adds [`ErrorKind::NoPlace`] if there is no other error, no part that makes a package, and no
    /// unreadable file that can be one.
    pub(crate) fn finish(mut self) -> Package {
        let can_be_part = |part: &Part| match part.error {
            _ if part.role.makes_package() => true,
            Some(error) if part.role == Role::PossibleInstaller => !error.is_limit(),
            Some(error) => error.spoils_container(),
            None => false,
        };
        if self.package.errors.is_empty() && !self.package.parts.iter().any(can_be_part) {
            self.package.errors.push(Error::whole(ErrorKind::NoPlace));
        }
        self.package
    }
}
