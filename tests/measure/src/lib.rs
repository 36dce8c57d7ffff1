//! What an input costs: a process with its time and memory, the classes of hostile input with their fixtures, and
//! files of any size that are made when they are needed and removed again.

mod classes;
mod large;
mod usage;

pub use classes::{CLASSES, Class, fixtures};
pub use large::{Large, SHAPES, Shape};
pub use usage::{Usage, bounded, run};
