#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| faircopy_soak::bytes::json(bytes));
