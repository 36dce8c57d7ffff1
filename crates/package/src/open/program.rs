//! The self-extracting VPN client: a Windows program with a cabinet in its resources, or the cabinet alone.

use super::Opener;
use crate::assemble;
use crate::bytes::ByteReader;
use crate::container::cabinet::Cabinet;
use crate::container::{pe, zip};
use crate::format::{self, connection_manager};
use crate::model::{Error, ErrorKind, Form, Limits, Package, Part, Role};
use crate::path::{self, profile};
use crate::polyglot;
use crate::signature::{self, cabinet};

/// What a program or cabinet is.
enum Program {
    /// It contains a Connection Manager profile.
    Client(Box<Part>),
    /// It contains such a profile that can't be read.
    Damaged(ErrorKind),
    /// A cabinet without such a profile.
    OtherCabinet,
    /// The program of another installer.
    Other(ErrorKind),
}

/// What a file with a program's name or signature is.
enum Content {
    Program(Program),
    /// A zip, perhaps with a program before it.
    Zip,
    /// Neither a program, a cabinet nor a zip.
    Other,
}

impl Opener<'_> {
    /// Reads a program on its own.
    pub(super) fn program_file(&mut self, name: &str, reader: &mut ByteReader<'_>) -> Package {
        let named = path::role(&path::components(name)) == Some(Role::SetupProgram);
        if !named && reader.length() > self.limits.part_bytes {
            let error = Error::whole(ErrorKind::LargeProgram);
            return Package::refused(name, Some(reader.length()), error);
        }
        let bytes = reader.all(self.limits.part_bytes);
        let program = bytes.and_then(|bytes| read_program(name, &bytes, self.limits));
        self.program_package(name, reader.length(), program)
    }

    /// Reads a cabinet on its own.
    pub(super) fn cabinet_file(&mut self, name: &str, reader: &mut ByteReader<'_>) -> Package {
        let bytes = reader.all(self.limits.part_bytes);
        let program = bytes.and_then(|bytes| read_cabinet(name, &bytes, self.limits));
        self.program_package(name, reader.length(), program)
    }

    fn program_package(
        &mut self,
        name: &str,
        size: u64,
        program: Result<Program, ErrorKind>,
    ) -> Package {
        let error = match program {
            Ok(Program::Client(part)) => {
                return Package {
                    parts: vec![*part],
                    ..Package::empty(name, Some(size), Form::Container)
                };
            }
            Ok(Program::Damaged(kind)) | Err(kind) => Error::at(kind, name),
            Ok(Program::OtherCabinet) => Error::whole(ErrorKind::OtherCabinet),
            Ok(Program::Other(kind)) => Error::whole(kind),
        };
        Package::refused(name, Some(size), error)
    }
}

/// Reads a file of a package with a program's name or signature. A zip with a program's name is a part in its role, and can be
/// a package of its own.
pub(super) fn part(role: Role, path: &str, bytes: &[u8], limits: &Limits) -> Option<Part> {
    let unreadable = |error| Some(Part::unreadable(path, Role::SetupProgram, error));
    let content = match bytes.is_empty() {
        true => Err(ErrorKind::PartEmpty),
        false => content(path, bytes, limits),
    };
    match (role, content) {
        (_, Ok(Content::Program(Program::Client(part)))) => Some(*part),
        (_, Ok(Content::Program(Program::Damaged(kind)))) => unreadable(kind),
        (Role::SetupProgram, Ok(Content::Other)) if format::has_nothing(bytes) => {
            Some(Part::new(path, Role::NotAProgram))
        }
        (Role::SetupProgram, Ok(_)) => unreadable(ErrorKind::ProgramUnknown),
        (Role::SetupProgram, Err(kind)) => unreadable(kind),
        // Anywhere else a program is a part only if it is the VPN client's. Another reader may find the profile whose names
        // are in it.
        (_, Ok(Content::Zip)) => Some(Part::new(path, role)),
        (_, Err(kind)) if connection_manager::is_named_in(bytes) => unreadable(kind),
        (_, Ok(Content::Other | Content::Program(Program::Other(_))))
            if connection_manager::is_named_in(bytes) =>
        {
            unreadable(ErrorKind::CabinetBroken)
        }
        _ => None,
    }
}

fn content(path: &str, bytes: &[u8], limits: &Limits) -> Result<Content, ErrorKind> {
    let is_zip = zip::scan_bytes(bytes, limits).is_zip();
    // Only their own signatures decide: a program can contain any other.
    let is_program = bytes.starts_with(signature::program::MAGIC);
    let is_cabinet = bytes.starts_with(cabinet::MAGIC);
    match (is_program, is_cabinet) {
        (true, _) if is_zip && cabinet::is_in(bytes, bytes.len() as u64) => {
            Err(ErrorKind::ZipAndCabinet)
        }
        (true, _) => Ok(match read_program(path, bytes, limits)? {
            Program::Other(_) if is_zip => Content::Zip,
            program => Content::Program(program),
        }),
        (_, true) if is_zip => Err(ErrorKind::ZipAndCabinet),
        (_, true) => read_cabinet(path, bytes, limits).map(Content::Program),
        _ if is_zip => Ok(Content::Zip),
        _ => Ok(Content::Other),
    }
}

fn read_program(path: &str, bytes: &[u8], limits: &Limits) -> Result<Program, ErrorKind> {
    let program = pe::read(bytes, limits)?;
    match program.cabinets.as_slice() {
        [] => Ok(Program::Other(signature::program::installer(bytes))),
        [cabinet] if !polyglot::has_other_cabinet(bytes, cabinet) => {
            match read_cabinet(path, cabinet, limits)? {
                Program::Client(part) => Ok(client(
                    *part,
                    polyglot::check_setup_program(bytes, &program),
                )),
                other => Ok(other),
            }
        }
        _ if polyglot::has_profile(bytes, limits) => {
            Ok(Program::Damaged(ErrorKind::CabinetAmbiguous))
        }
        _ => Err(ErrorKind::CabinetAmbiguous),
    }
}

fn read_cabinet(path: &str, bytes: &[u8], limits: &Limits) -> Result<Program, ErrorKind> {
    let cabinet = match Cabinet::parse(bytes, limits) {
        // Cabinets of drivers have several files with one name. One that contains no profile for any reader is just another
        // cabinet.
        Err(ErrorKind::CabinetAmbiguous) if !connection_manager::is_named_in(bytes) => {
            return Ok(Program::OtherCabinet);
        }
        cabinet => cabinet?,
    };
    if !cabinet.names().any(profile::is_profile_only) {
        return Ok(Program::OtherCabinet);
    }
    let wanted = |name: &str| profile::is_certificate(name) || profile::has_pins(name);
    let part = cabinet
        .unpack(wanted, limits)
        .and_then(|files| assemble::setup_program(path, cabinet.names(), files, limits));
    Ok(match part {
        Ok(part) => client(part, polyglot::check_cabinet(bytes)),
        Err(kind) => Program::Damaged(kind),
    })
}

fn client(part: Part, polyglot: Result<(), ErrorKind>) -> Program {
    match polyglot {
        Ok(()) => Program::Client(Box::new(part)),
        Err(kind) => Program::Damaged(kind),
    }
}
