//! Measures what an input costs: processes with their time and memory, the classes of hostile input with their
//! fixtures, large files that exist only while they are needed, and many packages at once.

mod classes;
mod command_line;
mod large;
mod usage;

pub use classes::{CLASSES, Class, fixtures};
pub use command_line::command_line;
pub use large::{Large, SHAPES, Shape};
pub use usage::{Usage, bounded, run, run_discarding};
