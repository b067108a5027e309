//! One résumé a line, so that a cluster engine can pipe through; several are read at once.

use std::io::{self, BufRead, BufWriter, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use faircopy::{Format, Json, JsonMap};

use crate::convert::{Target, value};
use crate::progress::Progress;

/// Which side failed.
pub enum Error {
    Read(io::Error),
    Write(io::Error),
}

/// What to do with each line.
#[derive(Clone, Copy)]
pub struct Work {
    pub from: Format,
    pub to: Target,
    /// How many lines are converted at once.
    pub jobs: usize,
}

/// A line to convert, and who waits for its answer.
struct Job {
    number: usize,
    line: String,
    asked: Sender<Answer>,
}

/// What becomes of a line.
struct Answer {
    line: String,
    /// Whether it is an error.
    failed: bool,
    /// How long the line was that it answers, in bytes.
    read: usize,
}

/// Lines whose answers are awaited, in order.
type Awaited = io::Result<Receiver<Answer>>;

/// As many lines a job are read before the answer to the first of them is written: enough that no job waits where lines are of
/// different lengths, and so few that memory does not grow with the input.
const AHEAD: usize = 16;

/// Converts each line of `input` to a line of `output`, in order; empty lines are passed over. What is done is written before
/// anything is waited for, so that a program that waits for an answer gets it.
pub fn run(
    input: impl BufRead + Send + 'static,
    output: impl Write,
    work: Work,
    mut progress: Option<Progress>,
) -> Result<(), Error> {
    let (jobs, taken) = channel();
    let (awaited, next) = sync_channel(work.jobs * AHEAD);
    // Nobody waits for these threads: one of them may be waiting for a line that never comes when the output is closed.
    thread::spawn(move || read(input, &jobs, &awaited));
    let taken = Arc::new(Mutex::new(taken));
    for _ in 0..work.jobs {
        let taken = Arc::clone(&taken);
        thread::spawn(move || while do_one(&taken, work) {});
    }
    let mut output = BufWriter::new(output);
    while let Some(answer) = receive(&next, &mut output)? {
        let answer = receive(&answer.map_err(Error::Read)?, &mut output)?;
        let answer = answer.ok_or_else(|| Error::Read(io::Error::other("a thread stopped")))?;
        output.write_all(answer.line.as_bytes()).map_err(Error::Write)?;
        if let Some(progress) = &mut progress {
            progress.add(answer.read, answer.failed);
        }
    }
    if let Some(progress) = progress {
        progress.end();
    }
    output.flush().map_err(Error::Write)
}

/// Reads the lines and hands them out, until there are no more or nobody waits for them.
fn read(mut input: impl BufRead, jobs: &Sender<Job>, awaited: &SyncSender<Awaited>) {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(_) => {
                let line = String::from_utf8_lossy(&bytes);
                if line.trim().is_empty() {
                    continue;
                }
                let (asked, answer) = channel();
                // Waits while too many are awaited.
                if awaited.send(Ok(answer)).is_err() || jobs.send(Job { number, line: line.into_owned(), asked }).is_err() {
                    return;
                }
            }
            Err(error) => {
                // Where nobody waits for more, nobody misses it.
                let _ = awaited.send(Err(error));
                return;
            }
        }
    }
}

/// Does the next job; whether there was one.
fn do_one(jobs: &Mutex<Receiver<Job>>, work: Work) -> bool {
    let Some(Job { number, line, asked }) = jobs.lock().ok().and_then(|jobs| jobs.recv().ok()) else { return false };
    let map = answer(&line, number, work);
    let failed = map.get("error").is_some();
    let answer = Answer { line: format!("{}\n", Json::Object(map)), failed, read: line.len() };
    asked.send(answer).is_ok()
}

/// What is sent next, if anything. Before it is waited for, all that was written is sent off.
fn receive<T>(from: &Receiver<T>, output: &mut impl Write) -> Result<Option<T>, Error> {
    match from.try_recv() {
        Ok(sent) => Ok(Some(sent)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush().map_err(Error::Write)?;
            Ok(from.recv().ok())
        }
    }
}

fn answer(line: &str, number: usize, work: Work) -> JsonMap {
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
    answer.insert(work.to.key(), value(text, work.from, work.to));
    answer
}
