//! The same work on many files at once, one thread for each core. Results come back in order.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// More threads than this do not read files faster.
const MOST: usize = 8;

/// Does the work on each item. An item is taken when a thread is free for it, so that one large
/// file does not keep the small ones waiting.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // How many cores there are takes some twenty calls of the system to find out.
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let useful = items.len().min(MOST);
    let threads = if useful < 2 { 1 } else { cores().min(useful) };
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match items.get(at) {
                Some(item) => done.push((at, work(item))),
                None => return done,
            }
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            match other.join() {
                Ok(part) => done.extend(part),
                // A panic in the work is a panic here, as without threads.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(
            map(&items, |n| n * 2),
            (0..2000).step_by(2).collect::<Vec<_>>()
        );
        assert_eq!(map(&[] as &[usize], |n| *n), Vec::<usize>::new());
    }
}
