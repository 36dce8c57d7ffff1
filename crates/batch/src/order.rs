//! The order of files and inputs: by the bytes of their names, equal names as they were given.

/// Returns the positions of `names` in the order of their bytes; equal names keep their order.
///
/// Everything is sorted through this one function, so that the page's module contains one sort.
pub(crate) fn order_by_name<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut order: Vec<(&str, usize)> = names
        .enumerate()
        .map(|(position, name)| (name, position))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, position)| position).collect()
}

/// Returns `items` in the given order of their positions.
pub(crate) fn reorder<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .iter()
        .filter_map(|position| items.get_mut(*position)?.take())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ordered_by_their_bytes_and_equal_ones_keep_their_order() {
        let names = ["b", "a/x", "B", "a", "é", "a"];
        let order = order_by_name(names.into_iter());
        assert_eq!(order, [2, 3, 5, 1, 0, 4]);
        assert_eq!(
            reorder(names.to_vec(), &order),
            ["B", "a", "a", "a/x", "b", "é"]
        );
    }
}
