//! The order of files and inputs: by the bytes of their names, equal names as they were given.
//!
//! Everything is sorted by one function on names and moved by swaps, so that the page's module contains one sort and no
//! copy of it for each type.

/// Returns the positions of `names` in the order of their bytes; equal names keep their order.
pub(crate) fn order_by_name<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut order: Vec<(&str, usize)> = names
        .enumerate()
        .map(|(position, name)| (name, position))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, position)| position).collect()
}

/// The swaps, one after the other, that bring items into an order.
pub(crate) struct Swaps(Vec<(usize, usize)>);

impl Swaps {
    /// Makes the swaps to an order: `order` has the position of each item.
    pub(crate) fn to(order: &[usize]) -> Self {
        // Which item is at a position now, and where an item is now.
        let mut items: Vec<usize> = (0..order.len()).collect();
        let mut positions = items.clone();
        let mut swaps = Vec::new();
        for (target, wanted) in order.iter().enumerate() {
            let (Some(&source), Some(&moved)) = (positions.get(*wanted), items.get(target)) else {
                continue;
            };
            swaps.push((target, source));
            if let (Some(position), Some(item)) = (positions.get_mut(moved), items.get_mut(source))
            {
                *position = source;
                *item = moved;
            }
        }
        Swaps(swaps)
    }

    /// Brings `items` into the order. There must be as many as in the order.
    pub(crate) fn apply<T>(&self, items: &mut [T]) {
        for (one, other) in &self.0 {
            items.swap(*one, *other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ordered_by_their_bytes_and_equal_ones_keep_their_order() {
        let mut names = ["b", "a/x", "B", "a", "é", "a"];
        let order = order_by_name(names.into_iter());
        assert_eq!(order, [2, 3, 5, 1, 0, 4]);
        Swaps::to(&order).apply(&mut names);
        assert_eq!(names, ["B", "a", "a", "a/x", "b", "é"]);
    }

    #[test]
    fn swaps_reach_every_order() {
        for number in 0..3_125 {
            let digit = |power| (number / 5_usize.pow(power)) % 5;
            let names: Vec<String> = (0..5).map(|power| digit(power).to_string()).collect();
            let order = order_by_name(names.iter().map(String::as_str));
            let mut swapped: Vec<usize> = (0..5).collect();
            Swaps::to(&order).apply(&mut swapped);
            assert_eq!(swapped, order, "{names:?}");
        }
    }
}
