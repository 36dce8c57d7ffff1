#![no_main]

use libfuzzer_sys::fuzz_target;
use p2s_fuzzing::Target;

fuzz_target!(init: Target::prepare(), |data: &[u8]| Target::SelfExtractor.run(data));
