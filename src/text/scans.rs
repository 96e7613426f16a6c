//! What was made of scans, and what is learned of barcodes, in words.

use super::{Texts, count};
use crate::scan::Proposal;

impl Texts {
    /// How many examples fit what was learned, and the first `named` kinds that do not.
    #[must_use]
    pub fn learned(&self, proposal: &Proposal, named: usize) -> String {
        let values = [("fits", count(proposal.fits)), ("examples", count(proposal.examples))];
        let fits = self.fill("learned", &values);
        if proposal.others.is_empty() {
            return fits;
        }
        let others = proposal.others.iter().take(named).map(ToString::to_string);
        let others = others.collect::<Vec<_>>().join(", ");
        format!("{fits} {}", self.fill("learned-not", &[("barcodes", others.into())]))
    }
}
