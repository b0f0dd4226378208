//! The second module: readers of foreign files and the search by regular expression, run in a
//! worker. What is asked and done stands in `formats::errand`.
//!
//! Invariant: it exports nothing. `main` listens for messages, and the boot script says when that
//! has happened.

fn main() {
    #[cfg(target_arch = "wasm32")]
    desk::open();
}

#[cfg(target_arch = "wasm32")]
mod desk {
    use noema::formats::errand::{Answer, Clerk, Errand, Fault};
    use noema::platform::reader::Reply;
    use noema::platform::reader::host::{Progress, serve};

    /// How far the work has to have gone on before the page is told again, per mille.
    const STEP: u32 = 10;

    /// Does every errand from now on.
    pub fn open() {
        let mut clerk = Clerk::default();
        let answer = move |errand: Errand, body: Vec<u8>, tell: Progress<'_>| {
            let mut told = 0;
            let reply: Reply<Answer, Fault> = clerk.run(errand, &body, &mut |done| {
                if done >= told + STEP {
                    told = done;
                    tell(done);
                }
            });
            reply
        };
        // Outside of a worker there is nobody to serve, and the page's own wait tells so.
        let _ = serve(answer);
    }
}
