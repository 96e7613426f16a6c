//! Check digits: the last character of a barcode, computed from those before it.

/// How the last character of a barcode is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CheckDigit {
    /// There is none.
    #[default]
    None,
    /// Modulo 10, "Luhn": digits alone, as in the 14-digit barcodes of libraries (ISO/IEC 7812-1,
    /// annex B).
    ///
    /// It sees every single wrong digit, and every swap of two neighbours but 09 and 90: of the 90
    /// pairs of different neighbours it misses those 2.
    Luhn,
    /// Modulo 43 of Code 39 (ISO/IEC 16388, annex A): the place of each character in the set,
    /// summed up.
    ///
    /// It sees every single wrong character; a sum knows no order, so it sees no swap.
    Mod43,
}

/// The characters of Code 39, in the order that gives each its value.
pub(super) const CODE_39: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

impl CheckDigit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::None, Self::Luhn, Self::Mod43];

    /// Its name in settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Luhn => "luhn",
            Self::Mod43 => "mod43",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.id() == id)
    }

    /// Whether the last character fits those before it. Always so when there is none to check;
    /// never for a single character, which has nothing before it.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::None => true,
            Self::Luhn => text.len() > 1 && luhn(text) == Some(0),
            Self::Mod43 => mod43(text),
        }
    }
}

/// Which check digits fit a text, looked at once: modulo 10, modulo 43.
#[must_use]
pub(super) fn fitting(text: &str) -> (bool, bool) {
    let (mut luhn, mut digits) = (0_u32, true);
    let (mut sum, mut code_39) = (0_u32, true);
    for (byte, place) in text.bytes().rev().zip(0_u32..) {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        digits &= digit < 10;
        let weighted = if place % 2 == 0 { digit } else { digit * 2 };
        luhn = luhn.wrapping_add(weighted / 10 + weighted % 10);
        let value = VALUES.get(usize::from(byte)).copied().unwrap_or(NONE);
        code_39 &= value != NONE;
        sum += u32::from(value);
    }
    let last = text.bytes().next_back().and_then(|byte| VALUES.get(usize::from(byte)).copied());
    let last = u32::from(last.unwrap_or(NONE));
    let has_both = text.len() > 1;
    (has_both && digits && luhn % 10 == 0, has_both && code_39 && (sum - last) % 43 == last)
}

/// No character of Code 39.
const NONE: u8 = u8::MAX;
/// The value of each byte in Code 39.
const VALUES: [u8; 128] = values();

const fn values() -> [u8; 128] {
    let mut values = [NONE; 128];
    let characters = CODE_39.as_bytes();
    let mut value = 0;
    while value < characters.len() {
        // The set has 43 characters, all of them below 128.
        #[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "see above")]
        {
            values[characters[value] as usize] = value as u8;
        }
        value += 1;
    }
    values
}

/// The weighted sum of all digits modulo 10, which is 0 when the last one fits.
fn luhn(text: &str) -> Option<u32> {
    let mut sum = 0;
    for (place, c) in text.chars().rev().enumerate() {
        let digit = c.to_digit(10)?;
        let weighted = if place % 2 == 0 { digit } else { digit * 2 };
        sum += weighted / 10 + weighted % 10;
    }
    Some(sum % 10)
}

fn mod43(text: &str) -> bool {
    let values: Option<Vec<usize>> = text.chars().map(|c| CODE_39.find(c)).collect();
    match values.as_deref().map(|values| values.split_last()) {
        Some(Some((last, before))) => {
            !before.is_empty() && before.iter().sum::<usize>() % 43 == *last
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is looked at once says the same as each check digit for itself.
    #[test]
    fn both_are_told_at_once() {
        let mut texts: Vec<String> = (0..3000).map(|n| format!("{}", n * 7919)).collect();
        let letters = ('A'..='Z').cycle().zip(0..3000);
        texts.extend(letters.map(|(letter, n)| format!("A-{n}.{letter}")));
        texts.extend(["", "1", "a", "AB c", "é1", "CODE 39+"].map(str::to_owned));
        for text in texts {
            let each = (CheckDigit::Luhn.fits(&text), CheckDigit::Mod43.fits(&text));
            assert_eq!(fitting(&text), each, "{text}");
        }
    }

    #[test]
    fn knows_published_examples() {
        // The example of ISO/IEC 7812-1, and of a widely printed description of Code 39.
        assert!(CheckDigit::Luhn.fits("79927398713"));
        assert!(!CheckDigit::Luhn.fits("79927398710"));
        assert!(CheckDigit::Mod43.fits("CODE39W"));
        assert!(!CheckDigit::Mod43.fits("CODE39X"));
        for check in [CheckDigit::Luhn, CheckDigit::Mod43] {
            for text in ["", "0", "3000a", "é"] {
                assert!(!check.fits(text), "{check:?} {text}");
            }
        }
    }

    /// 10,000 barcodes of 14 digits, in no order.
    fn barcodes() -> impl Iterator<Item = String> {
        let mut state: u64 = 20_261_123;
        (0..10_000).map(move |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let body = format!("3{:012}", (state >> 20) % 1_000_000_000_000);
            let fits = |digit: &u32| CheckDigit::Luhn.fits(&format!("{body}{digit}"));
            let digit = (0..10).find(fits).unwrap();
            format!("{body}{digit}")
        })
    }

    #[test]
    fn luhn_sees_every_wrong_digit_and_every_swap_but_nine_and_zero() {
        let (mut wrong, mut swaps, mut unseen) = (0, 0, 0);
        for barcode in barcodes() {
            let digits = barcode.as_bytes();
            for place in 0..digits.len() {
                for digit in (b'0'..=b'9').filter(|digit| *digit != digits[place]) {
                    let mut other = digits.to_vec();
                    other[place] = digit;
                    assert!(!CheckDigit::Luhn.fits(std::str::from_utf8(&other).unwrap()));
                    wrong += 1;
                }
            }
            for place in 1..digits.len() {
                let mut other = digits.to_vec();
                other.swap(place - 1, place);
                if other == digits {
                    continue;
                }
                swaps += 1;
                let fits = CheckDigit::Luhn.fits(std::str::from_utf8(&other).unwrap());
                let nine_and_zero = matches!(&digits[place - 1..=place], b"09" | b"90");
                assert_eq!(fits, nine_and_zero, "{barcode} at {place}");
                unseen += usize::from(fits);
            }
        }
        assert_eq!(wrong, 10_000 * 14 * 9);
        // What README says: 2 of 90 pairs, about one swap in fifty.
        assert!(unseen * 60 > swaps && unseen * 35 < swaps, "{unseen} of {swaps}");
    }
}
