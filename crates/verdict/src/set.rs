//! Small sets as lists: of items there are a few hundred at most (`Limits::items`), and the page has no tree for it.

/// Adds a value that is not in the list yet.
pub(crate) fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// The values, each once.
pub(crate) fn of<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    values.for_each(|value| add(&mut list, value));
    list
}

/// Whether all of the values are in the list.
pub(crate) fn has_all<T: PartialEq>(list: &[T], values: &[T]) -> bool {
    values.iter().all(|value| list.contains(value))
}

/// Whether two lists, each value once in them, hold the same.
pub(crate) fn is_same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len() && has_all(one, other)
}
