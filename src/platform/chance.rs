//! Chance, from the browser's cryptographic source.

use super::fault::{Kind, Trouble};

/// 64 random bits.
pub fn random_u64() -> Result<u64, Trouble> {
    getrandom::u64().map_err(refused)
}

/// 128 random bits.
pub fn random_u128() -> Result<u128, Trouble> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(refused)?;
    Ok(u128::from_le_bytes(bytes))
}

fn refused(error: getrandom::Error) -> Trouble {
    Trouble::new(Kind::Missing, error.to_string())
}
