//! One résumé a line, so that a cluster engine can pipe through; several are read at once.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use faircopy::{Format, Json, JsonMap};

use crate::convert::{Target, value};
use crate::progress::{Done, Progress};

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
    /// How many threads convert lines.
    pub jobs: usize,
}

/// Lines to convert, and who waits for their answers.
struct Job {
    /// Of the first of them.
    number: usize,
    lines: Vec<u8>,
    asked: Sender<Answer>,
}

/// What becomes of the lines of a job.
struct Answer {
    lines: String,
    done: Done,
}

/// What is awaited, in order.
type Awaited = io::Result<Receiver<Answer>>;

/// As many jobs a thread are handed out before the answer to the first of them is written: enough that no thread waits where lines are of
/// different lengths, and so few that memory does not grow with the input.
const AHEAD: usize = 8;

/// Converts each line of `input` to a line of `output`, in order; empty lines are passed over. What is done is written before
/// anything is waited for, so that a program that waits for an answer gets it.
pub fn run(
    input: BufReader<impl Read + Send + 'static>,
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
        output.write_all(answer.lines.as_bytes()).map_err(Error::Write)?;
        if let Some(progress) = &mut progress {
            progress.add(&answer.done);
        }
    }
    if let Some(progress) = progress {
        progress.end();
    }
    output.flush().map_err(Error::Write)
}

/// Reads the lines and hands them out, until there are no more or nobody waits for them. A job is a line and those after it that have come
/// with it, so that few are handed out where there are many, and none waits for the next.
fn read(mut input: BufReader<impl Read>, jobs: &Sender<Job>, awaited: &SyncSender<Awaited>) {
    let mut number = 1;
    loop {
        let mut lines = Vec::new();
        match input.read_until(b'\n', &mut lines) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => {
                // Where nobody waits for more, nobody misses it.
                let _ = awaited.send(Err(error));
                return;
            }
        }
        let whole = input.buffer().iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        lines.extend_from_slice(&input.buffer()[..whole]);
        input.consume(whole);
        let count = lines.split_inclusive(|&byte| byte == b'\n').count();
        let (asked, answer) = channel();
        // Waits while too many are awaited.
        if awaited.send(Ok(answer)).is_err() || jobs.send(Job { number, lines, asked }).is_err() {
            return;
        }
        number += count;
    }
}

/// Does the next job; whether there was one.
fn do_one(jobs: &Mutex<Receiver<Job>>, work: Work) -> bool {
    let Some(Job { number, lines, asked }) = jobs.lock().ok().and_then(|jobs| jobs.recv().ok()) else { return false };
    let mut answers = String::new();
    let mut done = Done { bytes: lines.len() as u64, ..Done::default() };
    for (number, line) in (number..).zip(lines.split_inclusive(|&byte| byte == b'\n')) {
        let line = String::from_utf8_lossy(line);
        if !line.trim().is_empty() {
            let map = answer(&line, number, work);
            done.lines += 1;
            done.failed += u64::from(map.get("error").is_some());
            let _ = writeln!(answers, "{}", Json::Object(map));
        }
    }
    asked.send(Answer { lines: answers, done }).is_ok()
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
