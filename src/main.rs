//! The page's module. It mounts nothing: wasm-bindgen runs `main` at every start, in the page and
//! on a host's page alike, and the boot script decides where to mount.

fn main() {}
