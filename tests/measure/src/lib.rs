//! Measures what an input costs: processes with their time and memory, the classes of hostile input with their
//! fixtures, and large files that exist only while they are needed.

mod classes;
mod large;
mod usage;

pub use classes::{CLASSES, Class, fixtures};
pub use large::{Large, SHAPES, Shape};
pub use usage::{Usage, bounded, run};
