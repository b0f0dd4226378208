//! The room `embed`.
