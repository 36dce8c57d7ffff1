#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use p2s_fuzzing::{Target, mutate};

fuzz_target!(init: Target::prepare(), |data: &[u8]| Target::Certificate.run(data));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate::der(data, size, max_size, seed, &mut fuzzer_mutate)
});
