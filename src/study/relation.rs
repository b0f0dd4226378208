//! Which things point to which: the reverse of a field, kept up to date by the study.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// For each key, the set of things that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation<K: Hash + Eq, V: Ord> {
    sets: HashMap<K, BTreeSet<V>>,
}

impl<K: Hash + Eq, V: Ord> Default for Relation<K, V> {
    fn default() -> Self {
        Self {
            sets: HashMap::new(),
        }
    }
}

impl<K: Hash + Eq, V: Ord + Copy> Relation<K, V> {
    /// What names `key`, in the order of making.
    pub fn get<'a>(&'a self, key: &K) -> impl DoubleEndedIterator<Item = V> + use<'a, K, V> {
        self.sets.get(key).into_iter().flatten().copied()
    }

    /// How many things name `key`.
    pub fn count(&self, key: &K) -> usize {
        self.sets.get(key).map_or(0, BTreeSet::len)
    }

    /// Notes that `value` names `key`.
    pub fn add(&mut self, key: K, value: V) {
        self.sets.entry(key).or_default().insert(value);
    }

    /// Notes that `value` no longer names `key`.
    pub fn remove(&mut self, key: &K, value: V) {
        if let Some(set) = self.sets.get_mut(key) {
            set.remove(&value);
            if set.is_empty() {
                self.sets.remove(key);
            }
        }
    }
}
