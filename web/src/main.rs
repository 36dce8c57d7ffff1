//! The page. One wasm module in two roles: in a window it is the page ([`app`]), in a worker it reads files
//! ([`worker`]). Which one it is, the global object tells; `web/boot.js` starts both.
//!
//! Nothing is decided here: the verdict comes from `p2s_verdict`, every sentence from `p2s_report`.

mod app;
mod document;
mod folders;
mod host;
mod intake;
mod page;
mod reader;
mod request;
mod run;
mod save;
mod slices;
mod view;
mod worker;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => worker::serve(scope),
        Err(_) => app::show(),
    }
}
