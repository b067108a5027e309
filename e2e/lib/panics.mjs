// Takes out of WebAssembly what a panic would say, as nobody hears it: the page has no standard error. What is left of a panic is that
// the program stops, which is how the page knows.

/// The functions of the standard library and of wasm-bindgen that say what a panic has to say and then stop. They do nothing else.
const PANIC =
  /^<?(?:core|alloc|std|__rustc|wasm_bindgen)\b.*(?:\bpanicking::(?!panic_count)|_fail(?:ed)?\b|_fail_rt|handle(?:_alloc)?_error\b|::panic_\w+$|rust_panic|begin_unwind)/;

/// The functions that write values as programmers see them, and that know which characters those see. Only panics do so; lints see to that.
const DEBUG = /\bDebug>::fmt\b|\bfmt::builders\b|\bescape_debug|\bunicode_data::grapheme_extend\b|\bunicode::printable\b/;

/// Whether a function, by its name, has nothing to do but for panics.
export function isOfPanics(name) {
  return PANIC.test(name) || DEBUG.test(name);
}
