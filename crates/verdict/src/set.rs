//! Small sets as vectors.
//!
//! An input has a few hundred items at most (`Limits::items`), so a linear search is fast enough.

/// Adds a value unless the list contains it.
pub(crate) fn insert<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// Collects values, each once, in the order of their first appearance.
pub(crate) fn collect<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    values.for_each(|value| insert(&mut list, value));
    list
}

/// Returns true if the list contains all of the values.
pub(crate) fn contains_all<T: PartialEq>(list: &[T], values: &[T]) -> bool {
    values.iter().all(|value| list.contains(value))
}

/// Returns true if two lists without duplicates contain the same values.
pub(crate) fn is_equal<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len() && contains_all(one, other)
}
