//! One résumé a line, so that a cluster engine can pipe through.

use std::io::{self, BufRead, BufWriter, Write};

use faircopy::{Format, Json, JsonMap};

use crate::convert::{Target, convert};

/// Which side failed.
pub enum Error {
    Read(io::Error),
    Write(io::Error),
}

/// Converts each line of `input` to a line of `output`, in order; empty lines are passed over. A line is written as soon as it is
/// done, so that a program that waits for the answer gets it.
pub fn run(mut input: impl BufRead, output: impl Write, from: Format, to: Target) -> Result<(), Error> {
    let mut output = BufWriter::new(output);
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(Error::Read)? == 0 {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        if line.trim().is_empty() {
            continue;
        }
        let mut answer = Json::Object(answer(&line, number, from, to)).to_string();
        answer.push('\n');
        output.write_all(answer.as_bytes()).and_then(|()| output.flush()).map_err(Error::Write)?;
    }
    Ok(())
}

fn answer(line: &str, number: usize, from: Format, to: Target) -> JsonMap {
    let mut answer = JsonMap::new();
    let input = match line.parse::<Json>() {
        Ok(input) => input,
        Err(error) => {
            let message = format!("line {number} is not valid JSON: {}, at column {}", error.what, error.column);
            answer.insert("error", message.into());
            return answer;
        }
    };
    if let Some(id) = input.get("id") {
        answer.insert("id", id.clone());
    }
    let Some(text) = input.get("text").and_then(Json::as_str) else {
        let message = format!("line {number} has no \"text\": expected {{\"id\": …, \"text\": \"the résumé\"}}");
        answer.insert("error", message.into());
        return answer;
    };
    let written = convert(text, from, to);
    let value = if to == Target::Json { written.parse().unwrap_or_default() } else { Json::Text(written) };
    answer.insert(to.key(), value);
    answer
}
