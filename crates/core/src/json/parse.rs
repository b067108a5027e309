//! Reading JSON: strict, and with the place of what is wrong.

use std::fmt;
use std::str::FromStr;

use super::{Json, JsonMap};

/// One more list or object in each other is refused: a person does not write that, and it would take the program's stack.
const MOST_DEPTH: usize = 127;

const VALUE: &str = "expected a value";
const NUMBER: &str = "a number lacks a digit";
const HALF: &str = "an escape is one half of a character, and the other is missing";

/// Why a text is not JSON, in words that go on after "This is not JSON:".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub what: &'static str,
    /// The line, from 1. Lines end at line feeds.
    pub line: usize,
    /// The character in the line, from 1; the last one if the text ends too early.
    pub column: usize,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, at line {}, column {}", self.what, self.line, self.column)
    }
}

impl std::error::Error for JsonError {}

impl FromStr for Json {
    type Err = JsonError;

    fn from_str(text: &str) -> Result<Self, JsonError> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        parser.document().map_err(|what| parser.error(what))
    }
}

struct Parser<'t> {
    text: &'t str,
    /// The next byte; where it fails, the one that is wrong.
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
}

type Part<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn document(&mut self) -> Part<Json> {
        let json = self.value()?;
        self.space();
        if self.at == self.text.len() { Ok(json) } else { Err("more follows after its end") }
    }

    fn error(&self, what: &'static str) -> JsonError {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.rfind('\n').map_or(0, |feed| feed + 1);
        let column = before[line..].chars().count();
        let (what, column) = if before.len() == self.text.len() { ("it ends too early", column) } else { (what, column + 1) };
        JsonError { what, line: before.matches('\n').count() + 1, column }
    }

    fn value(&mut self) -> Part<Json> {
        self.space();
        match self.peek() {
            Some(b'{') => {
                let mut pairs = Vec::new();
                self.parts(b'}', "expected a comma or a closing brace", &mut |parser| {
                    if parser.peek() != Some(b'"') {
                        return Err("expected a key in quotation marks");
                    }
                    let key = parser.string()?;
                    parser.space();
                    if !parser.eat(b':') {
                        return Err("expected a colon");
                    }
                    pairs.push((key, parser.value()?));
                    Ok(())
                })?;
                Ok(Json::Object(JsonMap::of(pairs)))
            }
            Some(b'[') => {
                let mut list = Vec::new();
                self.parts(b']', "expected a comma or a closing bracket", &mut |parser| {
                    list.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Json::List(list))
            }
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => Ok(Json::Number(self.number()?.into())),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(VALUE),
        }
    }

    /// What stands between brackets, divided by commas.
    fn parts(&mut self, close: u8, expected: &'static str, part: &mut dyn FnMut(&mut Self) -> Part<()>) -> Part<()> {
        if self.depth == MOST_DEPTH {
            return Err("its lists and objects are nested too deeply");
        }
        self.depth += 1;
        self.at += 1;
        self.space();
        let mut done = self.eat(close);
        while !done {
            part(self)?;
            self.space();
            done = self.eat(close);
            if !done {
                if !self.eat(b',') {
                    return Err(expected);
                }
                self.space();
                if self.peek() == Some(close) {
                    return Err("nothing follows after a comma");
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn word(&mut self, word: &str, json: Json) -> Part<Json> {
        if word.bytes().all(|byte| self.eat(byte)) { Ok(json) } else { Err(VALUE) }
    }

    fn number(&mut self) -> Part<&str> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _signed = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(&self.text[start..self.at])
    }

    fn digits(&mut self) -> Part<()> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_digit());
        if self.at > start { Ok(()) } else { Err(NUMBER) }
    }

    fn string(&mut self) -> Part<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            self.skip(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            text.push_str(&self.text[start..self.at]);
            if self.eat(b'"') {
                return Ok(text);
            }
            if !self.eat(b'\\') {
                return Err(
                    "a text holds a line break or another control character, which must be written as an escape such as \\n",
                );
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Part<char> {
        let c = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.code();
            }
            _ => return Err("there is no such escape"),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character that one or two escapes of four digits give.
    fn code(&mut self) -> Part<char> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) && self.eat(b'\\') {
            if !self.eat(b'u') {
                return Err(HALF);
            }
            let second = self.hex()?;
            if !(0xdc00..0xe000).contains(&second) {
                return Err(HALF);
            }
            code = 0x10000 + ((code - 0xd800) << 10 | (second - 0xdc00));
        }
        char::from_u32(code).ok_or(HALF)
    }

    fn hex(&mut self) -> Part<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code << 4 | digit.ok_or("an escape \\u needs four digits from 0 to f")?;
            self.at += 1;
        }
        Ok(code)
    }

    fn space(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn skip(&mut self, what: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&what) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
