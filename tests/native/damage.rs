//! Bytes that are not as they were written: no panic, and what can be read is read.

use crate::desk::Desk;
use crate::generate::steps;
use noema::ledger::{Fault, Loss, compact};
use noema::study::edit::Home;
use proptest::prelude::*;

/// The stored parts of a study's document: a chunk for each step that wrote to it.
fn parts(desk: &mut Desk, life: &[crate::generate::Step]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    for step in life {
        desk.work(std::slice::from_ref(step));
        let saved = desk.ledger.unsaved().into_iter();
        parts.extend(
            saved
                .filter(|saved| saved.home == Home::Study)
                .map(|saved| saved.bytes),
        );
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
        let mut desk = Desk::new(0);
        let loss = desk.ledger.load(Home::Study, std::slice::from_ref(&bytes)).unwrap();
        prop_assert_eq!(loss.fault(), Some(Fault::Damaged));
        prop_assert_eq!(desk.ledger.receive(Home::Study, &bytes), Err(Fault::Damaged));
        prop_assert_eq!(compact(&[bytes]), Err(Fault::Damaged));
    }

    #[test]
    fn a_changed_or_cut_chunk_is_found(
        life in steps(60), at in any::<prop::sample::Index>(), byte in any::<prop::sample::Index>(),
        mask in 0u8..=255,
    ) {
        let mut parts = parts(&mut Desk::new(0), &life);
        prop_assume!(!parts.is_empty());
        let place = at.index(parts.len());
        let byte = byte.index(parts[place].len());
        // A mask of nothing stands for a cut.
        match mask {
            0 => parts[place].truncate(byte.max(1)),
            _ => parts[place][byte] ^= mask,
        }
        let mut whole = Desk::new(1);
        let loss = whole.ledger.load(Home::Study, &parts).unwrap();
        prop_assert_eq!(&loss.damaged, &vec![place]);
        prop_assert!(compact(&parts).is_err());
        // What came before the damage is there, as if there had been nothing else.
        let mut before = Desk::new(2);
        before.ledger.load(Home::Study, &parts[..place]).unwrap();
        prop_assert_eq!(whole.ledger.study(), before.ledger.study());
        prop_assert_eq!(before.ledger.receive(Home::Study, &parts[place]), Err(Fault::Damaged));
        prop_assert_eq!(whole.ledger.study(), before.ledger.study());
        whole.work(&life);
    }

    #[test]
    fn a_missing_chunk_is_missed_and_waited_for(life in steps(60), at in any::<prop::sample::Index>()) {
        let mut whole = Desk::new(0);
        let mut parts = parts(&mut whole, &life);
        prop_assume!(parts.len() > 1);
        let missing = parts.remove(at.index(parts.len() - 1));
        let mut desk = Desk::new(1);
        let loss = desk.ledger.load(Home::Study, &parts).unwrap();
        prop_assert_eq!(loss, Loss { damaged: vec![], missing: 1 });
        prop_assert_eq!(compact(&parts), Err(Fault::Incomplete));
        // What waits is kept when the document is written as a whole.
        let mut again = Desk::new(2);
        again.ledger.load(Home::Study, &[desk.ledger.save(Home::Study)]).unwrap();
        again.ledger.receive(Home::Study, &missing).unwrap();
        desk.ledger.receive(Home::Study, &missing).unwrap();
        let mut anew = Desk::new(3);
        anew.ledger.load(Home::Study, &[whole.ledger.save(Home::Study)]).unwrap();
        prop_assert_eq!(desk.ledger.study(), anew.ledger.study());
        prop_assert_eq!(again.ledger.study(), anew.ledger.study());
    }
}
