//! `cargo xtask serve`: builds a page that works like the product but is made faster, serves it on
//! this machine only, and builds it again when a source changes.

use crate::dist::{fetch_crates, trunk};
use crate::fault::{Fault, Outcome};
use crate::house;
use crate::program::run;
use crate::setup::{Scope, set_up};
use crate::wasm::Toolchain;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Serves until it is interrupted.
pub fn serve() -> Outcome {
    set_up(Scope::Serve)?;
    let toolchain = Toolchain::require()?;
    fetch_crates(toolchain)?;
    let port = free_port()?;
    announce(port);
    let mut trunk = trunk(toolchain, "serve");
    trunk
        .args([
            "--cargo-profile",
            "serve",
            "--no-autoreload",
            "--address",
            "127.0.0.1",
        ])
        .args(["--port", &port.to_string(), "--dist"])
        .arg(house::target().join("serve-dist"));
    std::fs::create_dir_all(house::target().join("serve-dist")).ok();
    run(&mut trunk, "see what Trunk said above")
}

/// Says where the page is as soon as it is there: the first build takes minutes.
fn announce(port: u16) {
    println!("building Noema; the first build takes a few minutes");
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(300));
        }
        println!("\nNoema is at http://127.0.0.1:{port}/");
        println!("Changes are built at once: reload the page to see them. Ctrl+C ends.\n");
    });
}

fn free_port() -> Outcome<u16> {
    (8080..8180)
        .find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
        .ok_or_else(|| Fault::new("the ports 8080 to 8179 are all in use; end a server"))
}
