//! The page. One wasm module has two roles: in a window it is the page ([`app`]), in a worker it reads files ([`worker`]).
//! web/boot.js starts both; the global object shows which one it is.
//!
//! Nothing is decided here: verdicts come from p2s-verdict, the grouping of files from p2s-batch, every sentence from
//! p2s-report.

mod app;
mod blob_reader;
mod document;
mod example;
mod folders;
mod hashes;
mod history;
mod host;
mod incoming;
mod intake;
mod page;
mod pool;
mod protocol;
mod request;
mod save;
mod table_state;
mod view;
mod worker;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => worker::serve(scope),
        Err(_) => app::start(),
    }
}
