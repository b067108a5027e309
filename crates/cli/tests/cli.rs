//! The program as a person or a script meets it.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs the program with `input` on standard input.
fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_faircopy"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that ends before it has read everything closes the pipe, which is no fault of the test.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join();
    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[track_caller]
fn check_failure(output: &Output, words: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(output.stdout.is_empty());
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with("faircopy: ") && error.contains(words), "{error}");
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    folder.join(format!("{}-{name}", std::process::id()))
}

const ADA: &str = "# Ada Example\nEngineer\n\n[ada@example.org](mailto:ada@example.org)\n";

#[test]
fn converts_between_formats() {
    let json = run(&[], ADA.as_bytes());
    assert_eq!(json.status.code(), Some(0));
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(value["basics"], serde_json::json!({"name": "Ada Example", "label": "Engineer", "email": "ada@example.org"}));
    assert_eq!(stdout(&run(&["--to=markdown", "-fjson", "-"], &json.stdout)), ADA);
    assert!(stdout(&run(&["-t", "text"], ADA.as_bytes())).starts_with("Ada Example\nEngineer\n"));
    assert!(stdout(&run(&["-t", "html"], ADA.as_bytes())).starts_with("<!doctype html>"));
    assert!(stdout(&run(&["-t", "explain"], ADA.as_bytes())).contains("Ada Example"));
}

#[test]
fn reads_and_writes_files() {
    let (input, output) = (scratch("in.md"), scratch("out.json"));
    std::fs::write(&input, ADA).unwrap();
    let done = run(&[input.to_str().unwrap(), "-o", output.to_str().unwrap()], b"");
    assert_eq!((done.status.code(), done.stdout.len()), (Some(0), 0));
    assert!(std::fs::read_to_string(&output).unwrap().contains("Ada Example"));
}

#[test]
fn says_how_it_is_used() {
    assert!(stdout(&run(&["--help"], b"")).contains("Usage: faircopy"));
    assert_eq!(stdout(&run(&["-V"], b"")).trim(), concat!("faircopy ", env!("CARGO_PKG_VERSION")));
    check_failure(&run(&["--bogus"], b""), "--bogus");
    check_failure(&run(&["-t", "pdf"], b""), "markdown");
    check_failure(&run(&["a", "b"], b""), "one FILE");
    check_failure(&run(&["-f"], b""), "--help");
    check_failure(&run(&["/no/such/file"], b""), "/no/such/file");
    check_failure(&run(&["-o", "/no/such/folder/out"], b"Ada"), "/no/such/folder/out");
}

#[test]
fn any_bytes_give_a_resume() {
    for input in [&b""[..], b"\xff\x00\xfe\x80 Ada", b"{\"basics\": ", b"[1]", &[0; 1000], "\u{feff}{}".as_bytes()] {
        let output = run(&[], input);
        assert_eq!(output.status.code(), Some(0), "{input:?}");
        assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap().is_object());
    }
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(ADA.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(stdout(&run(&[], &utf16)).contains("\"Ada Example\""));
}

#[test]
fn says_what_it_expected_of_a_file_that_is_not_text() {
    for (start, what) in
        [(&b"%PDF-1.7"[..], "PDF"), (b"PK\x03\x04\x14", "DOCX"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"{\\rtf1", "RTF")]
    {
        let output = run(&[], start);
        check_failure(&output, what);
        check_failure(&output, "copy the text");
    }
}

#[test]
fn converts_a_line_at_a_time() {
    let input = "{\"id\": 1, \"text\": \"# Ada\\n\"}\n\nnot json\n{\"id\": \"x\"}\n{\"text\": \"# Bob\\n\", \"id\": null}";
    let output = run(&["--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["id"], &lines[0]["resume"]["basics"]["name"]), (&1.into(), &"Ada".into()));
    assert!(lines[1]["error"].as_str().unwrap().contains("line 3"));
    assert_eq!(lines[2]["id"], "x");
    assert!(lines[2]["error"].as_str().unwrap().contains("text"));
    assert_eq!(lines[3]["resume"]["basics"]["name"], "Bob");
    assert!(stdout(&run(&["--jsonl", "-t", "markdown"], input.as_bytes())).contains(r##""markdown":"# Ada\n""##));
}

#[test]
fn converts_many_lines_at_once_and_keeps_their_order() {
    // Of lengths that differ much, so that later lines are done before earlier ones.
    let text = |number: usize| "Text and more text.\\n".repeat(if number.is_multiple_of(7) { 300 } else { 1 });
    let lines = (0..200).map(|number| match number % 10 {
        3 => "not json\n".to_owned(),
        _ => format!("{{\"id\": {number}, \"text\": \"# Ada {number}\\n{}\"}}\n", text(number)),
    });
    let input: String = lines.collect();
    let one = run(&["--jsonl", "-j1"], input.as_bytes());
    for jobs in ["-j2", "-j7"] {
        assert!(run(&["--jsonl", jobs], input.as_bytes()).stdout == one.stdout, "{jobs}");
    }
    let text = stdout(&one);
    assert_eq!(text.lines().count(), 200);
    for (number, line) in text.lines().enumerate() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        if number % 10 == 3 {
            assert!(line["error"].as_str().unwrap().contains(&format!("line {}", number + 1)));
        } else {
            assert_eq!((&line["id"], &line["resume"]["basics"]["name"]), (&number.into(), &format!("Ada {number}").into()));
        }
    }
    check_failure(&run(&["--jsonl", "-j0"], b""), "0");
    check_failure(&run(&["-j2"], b""), "--jsonl");
}

#[test]
fn answers_each_line_before_the_next_is_asked() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_faircopy"))
        .args(["--jsonl", "-j3"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..20 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"# Ada\"}}").unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(answers.next().is_none() && child.wait().unwrap().success());
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_success() {
    let program = env!("CARGO_BIN_EXE_faircopy");
    let script = format!("yes '{{\"text\": \"# Ada\"}}' | head -50000 | {{ '{program}' --jsonl; echo $? >&2; }} | head -1");
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr).trim(), "0");
}
