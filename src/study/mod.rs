//! The room `study`.
