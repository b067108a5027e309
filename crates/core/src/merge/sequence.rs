//! Three-way merge of lists.

use super::alike::matches;

/// What one element of the result is made of.
pub(super) struct Node<'a, T> {
    pub base: Option<&'a T>,
    pub mine: Option<&'a T>,
    pub theirs: Option<&'a T>,
}

/// Merges two changed versions of a list; `text` says what an element is recognised by, and `equal` whether two say the same.
///
/// What I removed stays removed and what I added stays; what they removed is gone unless I changed it. The order is theirs unless I
/// moved something.
pub(super) fn sequence<T>([base, mine, theirs]: [&[T]; 3], text: fn(&T) -> String, equal: fn(&T, &T) -> bool) -> Vec<Node<'_, T>> {
    let places = in_order([base, mine, theirs].map(|list| list.iter().map(text).collect()), &|b, m| equal(&base[b], &mine[m]));
    let node = |[b, m, t]: Places| Node { base: b.map(|b| &base[b]), mine: m.map(|m| &mine[m]), theirs: t.map(|t| &theirs[t]) };
    places.into_iter().map(node).collect()
}

/// Where in each of the three lists an element of the result is.
type Places = [Option<usize>; 3];

/// The same of lists that are known by what their elements are recognised by.
fn in_order([base_texts, mine_texts, their_texts]: [Vec<String>; 3], equal: &dyn Fn(usize, usize) -> bool) -> Vec<Places> {
    let (mine, theirs) = (mine_texts.len(), their_texts.len());
    let mine_of_base = matches(&base_texts, &mine_texts);
    let theirs_of_base = matches(&base_texts, &their_texts);
    let base_of_mine = inverse(&mine_of_base, mine);
    let base_of_theirs = inverse(&theirs_of_base, theirs);
    let mut mine_of_theirs: Vec<Option<usize>> = base_of_theirs.iter().map(|b| mine_of_base[(*b)?]).collect();

    // What both added or changed beyond recognition may still be the same.
    let free = |list: &[Option<usize>]| (0..list.len()).filter(|&i| list[i].is_none()).collect::<Vec<_>>();
    let free_mine: Vec<usize> = (0..mine).filter(|&m| base_of_mine[m].is_none_or(|b| theirs_of_base[b].is_none())).collect();
    let free_theirs = free(&base_of_theirs);
    let pick = |texts: &[String], at: &[usize]| at.iter().map(|&i| texts[i].clone()).collect::<Vec<_>>();
    let pairs = matches(&pick(&mine_texts, &free_mine), &pick(&their_texts, &free_theirs));
    for (at, other) in pairs.into_iter().enumerate() {
        if let Some(other) = other {
            mine_of_theirs[free_theirs[other]] = Some(free_mine[at]);
        }
    }

    let mut nodes: Vec<Places> = Vec::new();
    let mut node_of_mine = vec![None; mine];
    let mut node_of_theirs = vec![None; theirs];
    for t in 0..theirs {
        let m = mine_of_theirs[t];
        if base_of_theirs[t].is_some() && m.is_none() {
            continue;
        }
        node_of_theirs[t] = Some(nodes.len());
        if let Some(m) = m {
            node_of_mine[m] = Some(nodes.len());
        }
        nodes.push([base_of_theirs[t].or_else(|| base_of_mine[m?]), m, Some(t)]);
    }
    for m in 0..mine {
        let b = base_of_mine[m];
        if node_of_mine[m].is_none() && !b.is_some_and(|b| equal(b, m)) {
            node_of_mine[m] = Some(nodes.len());
            nodes.push([b, Some(m), None]);
        }
    }
    let moved = !base_of_mine.iter().flatten().is_sorted();
    let order = if moved { interleave(&node_of_mine, &node_of_theirs) } else { interleave(&node_of_theirs, &node_of_mine) };
    order.into_iter().map(|at| nodes[at]).collect()
}

fn inverse(map: &[Option<usize>], len: usize) -> Vec<Option<usize>> {
    let mut inverse = vec![None; len];
    for (from, to) in map.iter().enumerate() {
        if let Some(to) = to {
            inverse[*to] = Some(from);
        }
    }
    inverse
}

/// The nodes of `first` in order, and each of `second` that is not among them after the one that stands before it there.
fn interleave(first: &[Option<usize>], second: &[Option<usize>]) -> Vec<usize> {
    let count = first.iter().chain(second).flatten().max().map_or(0, |max| max + 1);
    let mut in_first = vec![false; count];
    first.iter().flatten().for_each(|&node| in_first[node] = true);
    // What follows each node, and, last, what stands before all.
    let mut following: Vec<Vec<usize>> = vec![Vec::new(); count + 1];
    let mut anchor = count;
    for &node in second.iter().flatten() {
        if in_first[node] {
            anchor = node;
        } else {
            following[anchor].push(node);
        }
    }
    let mut order = following[count].clone();
    for &node in first.iter().flatten() {
        order.push(node);
        order.extend(&following[node]);
    }
    order
}
