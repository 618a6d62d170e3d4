//! Serving the page while working on it.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use crate::{
    page,
    run::{Outcome, Workshop, run},
    tools,
};

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8180;

/// Builds and serves the page, and builds it again whenever a source file changes.
pub fn serve(workshop: &Workshop, _: &[String]) -> Outcome {
    page::prepare(workshop)?;
    tools::trunk(workshop)?;
    let address = free_address()?;
    println!("\nBuilding the page (a minute or two the first time), then serving it.");
    thread::spawn(move || announce(address));
    run(page::trunk(workshop, "serve")
        .arg("--release")
        .args(["--port", &address.port().to_string()]))
}

/// The first port that no other program listens on.
fn free_address() -> Outcome<SocketAddr> {
    (FIRST_PORT..=LAST_PORT)
        .map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .find(|address| TcpListener::bind(address).is_ok())
        .ok_or_else(|| format!("every port from {FIRST_PORT} to {LAST_PORT} is taken"))
}

/// Waits until the server answers, then says where: below the output of the build.
fn announce(address: SocketAddr) {
    while TcpStream::connect(address).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    println!("\n  Xenotime is at http://{address}/");
    println!("  Every change under src/ and www/ rebuilds it; reload to see it. Ctrl+C stops.\n");
}
