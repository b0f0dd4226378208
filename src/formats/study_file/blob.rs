//! Packing and unpacking the blobs of a study file.
//!
//! Invariant: unpacking never takes more memory than the file announced or than is taken at all.

use super::manifest::{Encoding, Entry};
use super::{Fault, MOST};
use flate2::Compression;
use flate2::read::{ZlibDecoder, ZlibEncoder};
use sha2::{Digest, Sha256};
use std::io::Read;

/// Packs where that makes it shorter.
pub(super) fn pack(bytes: &[u8]) -> (Encoding, Vec<u8>) {
    let mut packed = Vec::new();
    let read = ZlibEncoder::new(bytes, Compression::default()).read_to_end(&mut packed);
    match read {
        Ok(_) if packed.len() < bytes.len() => (Encoding::Deflate, packed),
        _ => (Encoding::Identity, bytes.to_vec()),
    }
}

/// Gives back what was packed.
pub(super) fn unpack(entry: &Entry, stored: &[u8]) -> Result<Vec<u8>, Fault> {
    let damaged = || Fault::damaged(entry.label());
    let bytes = match entry.encoding {
        Encoding::Identity => stored.to_vec(),
        Encoding::Deflate => {
            let most = entry.size.unwrap_or(MOST);
            let mut bytes = Vec::new();
            let mut stream = ZlibDecoder::new(stored);
            let read = stream.by_ref().take(most + 1).read_to_end(&mut bytes);
            read.map_err(|_| damaged())?;
            if bytes.len() as u64 > MOST {
                return Err(Fault::TooLarge { most: MOST });
            }
            if stream.total_in() != stored.len() as u64 {
                return Err(damaged());
            }
            bytes
        }
    };
    match entry.size {
        Some(size) if size != bytes.len() as u64 => Err(damaged()),
        _ => Ok(bytes),
    }
}

pub(super) fn hash(bytes: &[u8]) -> [u8; super::HASH] {
    Sha256::digest(bytes).into()
}

pub(super) fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
