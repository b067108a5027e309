//! Values of the page's one thread by number, as a number may go where only what may change threads is let.
//!
//! Leptos has this too, and asks which thread it is on: the standard library tells that by an object for each thread, and brings an
//! allocator for these alone.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// A value that is kept until this is dropped.
pub struct Kept {
    number: usize,
}

#[derive(Default)]
struct Values {
    all: Vec<Option<Rc<dyn Any>>>,
    /// The numbers of those that are gone.
    free: Vec<usize>,
}

thread_local! {
    static VALUES: RefCell<Values> = RefCell::default();
}

impl Kept {
    /// Keeps a value.
    pub fn new(value: Rc<dyn Any>) -> Self {
        VALUES.with_borrow_mut(|values| {
            let number = values.free.pop().unwrap_or(values.all.len());
            if number == values.all.len() {
                values.all.push(None);
            }
            values.all[number] = Some(value);
            Self { number }
        })
    }

    /// The value.
    pub fn value(&self) -> Rc<dyn Any> {
        VALUES.with_borrow(|values| values.all[self.number].clone()).expect("a value is there as long as what keeps it")
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // It may keep others, so it goes when the values are no longer borrowed.
        let _value = VALUES.with_borrow_mut(|values| {
            values.free.push(self.number);
            values.all[self.number].take()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_each_value_until_it_is_dropped() {
        let (one, two) = (Kept::new(Rc::new(1)), Kept::new(Rc::new(2)));
        let number = one.number;
        drop(one);
        let three = Kept::new(Rc::new(Kept::new(Rc::new(3))));
        assert_eq!((two.value().downcast_ref(), three.number), (Some(&2), number + 2), "the value within is made first");
        let within = Rc::downgrade(&three.value());
        drop(three);
        assert!(within.upgrade().is_none());
    }
}
