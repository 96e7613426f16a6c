//! Samples as a WAV file: the one form that every system's player takes.

/// One channel, as all of these sounds are.
const CHANNELS: u16 = 1;
/// Bytes of a sample.
const WIDTH: u16 = 2;
/// What stands between `RIFF`'s length and the samples.
const HEADER: u32 = 36;

/// A whole WAV file, 16 bits and one channel.
pub(super) fn file(samples: &[i16], rate: u32) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend(length.saturating_add(HEADER).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // PCM.
    file.extend(1_u16.to_le_bytes());
    file.extend(CHANNELS.to_le_bytes());
    file.extend(rate.to_le_bytes());
    file.extend((rate * u32::from(CHANNELS * WIDTH)).to_le_bytes());
    file.extend((CHANNELS * WIDTH).to_le_bytes());
    file.extend((WIDTH * 8).to_le_bytes());
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(data);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(bytes: &[u8]) -> u64 {
        bytes.iter().rev().fold(0, |sum, byte| sum * 256 + u64::from(*byte))
    }

    #[test]
    fn a_file_says_what_it_holds() {
        let file = file(&[0, 1, -1, i16::MIN], 44_100);
        assert_eq!(file.len(), 44 + 8);
        assert_eq!(&file[..4], b"RIFF");
        assert_eq!(number(&file[4..8]), 36 + 8);
        assert_eq!(&file[8..16], b"WAVEfmt ");
        assert_eq!(number(&file[16..20]), 16);
        assert_eq!((number(&file[20..22]), number(&file[22..24])), (1, 1));
        assert_eq!(number(&file[24..28]), 44_100);
        assert_eq!(number(&file[28..32]), 88_200);
        assert_eq!((number(&file[32..34]), number(&file[34..36])), (2, 16));
        assert_eq!(&file[36..40], b"data");
        assert_eq!(number(&file[40..44]), 8);
        assert_eq!(file[44..], [0, 0, 1, 0, 255, 255, 0, 128]);
    }
}
