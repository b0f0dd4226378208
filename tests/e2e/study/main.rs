//! Study files for tests in browsers: says what is in one and whether it is whole, and makes large
//! ones to measure with. It runs on the machine and not in a browser, so what it says does not rest
//! on what the screen shows.
//!
//! ```text
//! study check FILE              what is in it, as one line of JSON
//! study marked TEXT MARKS FILE  one transcript of that text, with marks as JSON gives them
//! study large FILE              300 transcripts with 100,000 codings
//! study million FILE            one transcript of 1,000,000 words
//! ```

mod check;
mod large;
mod maker;
mod marked;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["check", file] => check::check(file),
        ["marked", text, marks, file] => marked::make(text, marks, file),
        ["large", file] => large::make(file),
        ["million", file] => large::million(file),
        _ => {
            Err("study check FILE | marked TEXT MARKS FILE | large FILE | million FILE".to_owned())
        }
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}
