//! The barcodes of some files, each different one once.

use std::hash::BuildHasher as _;
use std::num::NonZeroU32;

use hashbrown::DefaultHashBuilder;

use crate::barcode::Barcode;

/// One of the barcodes of a [`super::Ledger`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BarcodeId(NonZeroU32);

impl BarcodeId {
    /// Its place among the ledger's barcodes, for tables with a row for each.
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Each different barcode once, with its id.
///
/// Looking barcodes up is what reading a ledger waits for: with a million of them, every look at
/// the table is one at memory that is not in the processor's cache. So this is a table of its own,
/// which needs one such look where a general one needs two, and takes many of them together.
#[derive(Debug, Default)]
pub(super) struct Barcodes {
    all: Vec<Barcode>,
    /// An open table with linear probing: a barcode stands in the slot of its hash, or in the next
    /// one that was free. At most half of the slots are in use, and their number is a power of two.
    slots: Vec<Slot>,
    hasher: DefaultHashBuilder,
}

/// A place in the table: half of a hash, so that no other barcode needs to be looked at to see that
/// it is another one, and whose it is.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    id: Option<BarcodeId>,
}

impl Barcodes {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (BarcodeId, &Barcode)> {
        let ids = (1..).filter_map(|number| NonZeroU32::new(number).map(BarcodeId));
        ids.zip(&self.all)
    }

    /// The barcode with this id.
    #[expect(clippy::indexing_slicing, reason = "ids are given for barcodes that are there")]
    pub(super) fn barcode(&self, id: BarcodeId) -> &Barcode {
        &self.all[id.index()]
    }

    /// The id of a barcode, if it is there.
    pub(super) fn find(&self, barcode: &Barcode) -> Option<BarcodeId> {
        let hash = self.hash(barcode);
        let slots = self.slots_from(hash).map_while(|place| self.slots.get(place));
        let same = |id: &BarcodeId| self.barcode(*id) == barcode;
        slots
            .map_while(|slot| slot.id.map(|id| (slot.hash, id)))
            .find_map(|(known, id)| (known == hash && same(&id)).then_some(id))
    }

    /// The ids of barcodes, new ones for those that are not there yet.
    pub(super) fn ids(&mut self, barcodes: Vec<Barcode>) -> Vec<BarcodeId> {
        self.make_room(barcodes.len());
        // One by one, each would wait for memory; together they wait at the same time.
        let hashes: Vec<u32> = barcodes.iter().map(|barcode| self.hash(barcode)).collect();
        let first = |hash: &u32| self.slots.get(self.place(*hash)).copied().unwrap_or_default();
        let slots: Vec<Slot> = hashes.iter().map(first).collect();
        barcodes
            .into_iter()
            .zip(hashes.into_iter().zip(slots))
            .map(|(barcode, (hash, slot))| match slot.id {
                Some(id) if slot.hash == hash && *self.barcode(id) == barcode => id,
                _ => self.id(barcode, hash),
            })
            .collect()
    }

    /// The id of a barcode with this hash, a new one for one that is not there yet. There is room.
    fn id(&mut self, barcode: Barcode, hash: u32) -> BarcodeId {
        let number = u32::try_from(self.all.len() + 1).unwrap_or(u32::MAX);
        let new = BarcodeId(NonZeroU32::new(number).unwrap_or(NonZeroU32::MAX));
        for place in self.slots_from(hash) {
            let Some(slot) = self.slots.get_mut(place) else { break };
            match slot.id {
                Some(id) if slot.hash == hash && self.all.get(id.index()) == Some(&barcode) => {
                    return id;
                }
                Some(_) => {}
                None => {
                    *slot = Slot { hash, id: Some(new) };
                    break;
                }
            }
        }
        self.all.push(barcode);
        new
    }

    /// Sees that the table stays half empty when so many barcodes more are put in.
    fn make_room(&mut self, more: usize) {
        let wanted = (self.all.len() + more) * 2;
        if wanted <= self.slots.len() {
            return;
        }
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![Slot::default(); wanted.next_power_of_two()];
        for slot in old.into_iter().filter(|slot| slot.id.is_some()) {
            let free = |place: &usize| self.slots.get(*place).is_some_and(|slot| slot.id.is_none());
            let place = self.slots_from(slot.hash).find(free);
            if let Some(place) = place.and_then(|place| self.slots.get_mut(place)) {
                *place = slot;
            }
        }
    }

    /// The place in the table where a hash belongs.
    fn place(&self, hash: u32) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    /// The places where a barcode with this hash can stand, each once.
    fn slots_from(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let (start, count) = (self.place(hash), self.slots.len());
        (0..count).map(move |step| (start + step) & (count - 1))
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half of a hash is a hash")]
    fn hash(&self, barcode: &Barcode) -> u32 {
        self.hasher.hash_one(barcode.as_str().as_bytes()) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_barcode_has_one_id_however_many_there_are() {
        let barcodes = |numbers: std::ops::Range<u32>| -> Vec<Barcode> {
            numbers.map(|number| Barcode::parse(&number.to_string()).unwrap()).collect()
        };
        let mut table = Barcodes::default();
        assert_eq!(table.find(&barcodes(0..1)[0]), None);
        let first = table.ids(barcodes(0..1000));
        // New ones and known ones, also within one call.
        let again = table.ids([barcodes(500..5000), barcodes(0..5000)].concat());
        assert_eq!(table.len(), 5000);
        assert_eq!(again[4500..5500], first);
        assert_eq!(again[..500], first[500..]);
        for (barcode, id) in barcodes(0..5000).iter().zip(&again[4500..]) {
            assert_eq!((table.find(barcode), table.barcode(*id)), (Some(*id), barcode));
        }
        assert_eq!(table.find(&barcodes(5000..5001)[0]), None);
    }
}
