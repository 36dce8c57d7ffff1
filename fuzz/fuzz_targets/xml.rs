#![no_main]

use libfuzzer_sys::fuzz_target;
use p2s_fuzzing::Target;

fuzz_target!(|data: &[u8]| Target::Xml.run(data));
