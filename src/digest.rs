//! A number that stands for some bytes: FNV-1a, the same on every machine and in every version.

/// The digest of the bytes of all parts, one after the other.
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    let bytes = parts.into_iter().flatten();
    bytes.fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a() {
        // The published values for "" and "foobar".
        assert_eq!(digest([]), 0xcbf2_9ce4_8422_2325);
        let parts: [&[u8]; 2] = [b"foo", b"bar"];
        assert_eq!(digest(parts), 0x8594_4171_f739_67e8);
    }
}
