//! Writes LZX ([MS-PATCH] 2) with a window of 2^21 for cabinets, the compression of real setup programs.

use std::collections::HashMap;

/// Bytes of a frame. The bit stream is aligned after each frame.
const FRAME: usize = 32_768;
/// Number of position slots for a window of 2^21.
const SLOTS: usize = 50;
const MAIN: usize = 256 + 8 * SLOTS;
const LENGTHS: usize = 249;

/// Block structure of a stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One uncompressed block per frame.
    Uncompressed,
    /// One uncompressed block over all frames.
    UncompressedWhole,
    /// One verbatim block per frame.
    Verbatim,
    /// One aligned block per frame.
    Aligned,
    /// Verbatim blocks of one byte with the longest possible codes: maximum work for few bytes.
    Costly,
    /// Verbatim, with calls translated (E8) for a program of the stream's length.
    Translated,
    /// One verbatim block over all frames.
    OverFrames,
    /// Uncompressed blocks with an odd number of bytes, each followed by a byte of padding.
    Odd,
}

impl Style {
    pub fn words(self) -> &'static str {
        match self {
            Style::Uncompressed => "LZX 2^21, an uncompressed block per frame",
            Style::UncompressedWhole => "LZX 2^21, one uncompressed block over all frames",
            Style::Verbatim => "LZX 2^21, a verbatim block per frame",
            Style::Aligned => "LZX 2^21, an aligned block per frame",
            Style::Costly => "LZX 2^21, a verbatim block with the longest codes for each byte",
            Style::Translated => "LZX 2^21, verbatim blocks, calls translated (E8)",
            Style::OverFrames => "LZX 2^21, one verbatim block over all frames",
            Style::Odd => "LZX 2^21, uncompressed blocks of odd length",
        }
    }
}

impl Style {
    /// Returns the bytes of a frame.
    pub fn frame(self) -> usize {
        // Compressed data must fit into the 16-bit size of a cabinet's block.
        if self == Style::Costly { 500 } else { FRAME }
    }
}

/// Returns the compressed frames.
pub fn pack(plain: &[u8], style: Style) -> Vec<Vec<u8>> {
    let mut encoder = Encoder {
        main: vec![0; MAIN],
        lengths: vec![0; LENGTHS],
        recent: [1, 1, 1],
        seen: HashMap::new(),
    };
    let translated = style == Style::Translated;
    let plain = if translated {
        translate(plain)
    } else {
        plain.to_vec()
    };
    let mut frames = Vec::new();
    let (mut over_frames, mut shared) = (Vec::new(), None);
    for start in (0..plain.len()).step_by(style.frame()) {
        let end = plain.len().min(start + style.frame());
        let mut bits = Bits::default();
        if start == 0 {
            bits.put(u32::from(translated), 1);
            if translated {
                bits.put((plain.len() as u32) >> 16, 16);
                bits.put((plain.len() as u32) & 0xFFFF, 16);
            }
        }
        match style {
            Style::Uncompressed => uncompressed(&mut bits, &plain[start..end], end - start),
            Style::UncompressedWhole if start == 0 => {
                uncompressed(&mut bits, &plain[..end], plain.len());
            }
            Style::UncompressedWhole => bits.bytes.extend(&plain[start..end]),
            // Two odd blocks end in the middle of a frame, so the rest of the frame is even.
            Style::Odd => {
                let odd = (end - start) / 6 * 2 + 1;
                let (first, rest) = plain[start..end].split_at(odd);
                let (second, rest) = rest.split_at(odd);
                for piece in [first, second, rest] {
                    uncompressed(&mut bits, piece, piece.len());
                }
            }
            Style::Verbatim | Style::Translated | Style::Aligned => {
                let tokens = encoder.tokens(&plain, start, end);
                let codes =
                    encoder.header(&mut bits, &[&tokens], end - start, style == Style::Aligned);
                codes.put(&mut bits, &tokens);
            }
            Style::Costly => {
                for byte in &plain[start..end] {
                    let tokens = [Token::Literal(*byte)];
                    let codes =
                        encoder.header_with(&mut bits, &longest(MAIN), &longest(LENGTHS), None, 1);
                    codes.put(&mut bits, &tokens);
                }
            }
            Style::OverFrames => {
                if start == 0 {
                    over_frames = encoder.frames(&plain);
                    let all: Vec<&[Token]> = over_frames.iter().map(Vec::as_slice).collect();
                    shared = Some(encoder.header(&mut bits, &all, plain.len(), false));
                }
                if let Some(codes) = &shared {
                    codes.put(&mut bits, &over_frames[start / FRAME]);
                }
            }
        }
        frames.push(bits.finish());
    }
    frames
}

/// Writes the header and the bytes of an uncompressed block. `size` is the size of the whole block.
fn uncompressed(bits: &mut Bits, piece: &[u8], size: usize) {
    bits.put(3, 3);
    bits.put(size as u32, 24);
    bits.align();
    for recent in [1_u32, 1, 1] {
        bits.bytes.extend(recent.to_le_bytes());
    }
    bits.bytes.extend(piece);
    if piece.len() == size && size % 2 == 1 {
        bits.bytes.push(0);
    }
}

/// Translates relative call targets to absolute ones ([MS-PATCH] 2.4).
fn translate(plain: &[u8]) -> Vec<u8> {
    let size = plain.len() as i32;
    let mut bytes = plain.to_vec();
    for start in (0..bytes.len()).step_by(FRAME) {
        let length = (bytes.len() - start).min(FRAME);
        let mut at = 0;
        while at + 10 < length {
            let here = start + at;
            if bytes[here] != 0xE8 {
                at += 1;
                continue;
            }
            let operand = &mut bytes[here + 1..here + 5];
            let relative = i32::from_le_bytes([operand[0], operand[1], operand[2], operand[3]]);
            let position = here as i32;
            let absolute = if relative >= -position && relative < size - position {
                relative + position
            } else if relative >= size - position && relative < size {
                relative - size
            } else {
                relative
            };
            operand.copy_from_slice(&absolute.to_le_bytes());
            at += 5;
        }
    }
    bytes
}

struct Encoder {
    /// Code lengths of the previous block. The next ones are encoded as differences.
    main: Vec<u8>,
    lengths: Vec<u8>,
    recent: [usize; 3],
    /// Last position of each sequence of three bytes.
    seen: HashMap<[u8; 3], usize>,
}

/// A literal, or a match.
enum Token {
    Literal(u8),
    Match {
        slot: usize,
        footer: u32,
        length: usize,
    },
}

impl Encoder {
    /// Writes the header of a block for these tokens. Returns the codes for writing them.
    fn header(
        &mut self,
        bits: &mut Bits,
        tokens: &[&[Token]],
        size: usize,
        aligned: bool,
    ) -> Codes {
        let mut main = vec![0_u32; MAIN];
        let mut lengths = vec![0_u32; LENGTHS];
        let mut low = vec![0_u32; 8];
        for token in tokens.iter().copied().flatten() {
            let (element, length) = token.elements();
            main[element] += 1;
            if let Some(length) = length {
                lengths[length] += 1;
            }
            if let Token::Match { slot, footer, .. } = token
                && footer_bits(*slot) >= 3
            {
                low[(footer & 7) as usize] += 1;
            }
        }
        let low = aligned.then_some(low);
        self.header_with(bits, &main, &lengths, low, size)
    }

    /// Writes the header of a block whose codes are built from these counts.
    fn header_with(
        &mut self,
        bits: &mut Bits,
        main: &[u32],
        lengths: &[u32],
        low: Option<Vec<u32>>,
        size: usize,
    ) -> Codes {
        let (main, lengths) = (code_lengths(main, 16), code_lengths(lengths, 16));
        let low = low.map(|low| code_lengths(&low, 7));
        bits.put(if low.is_some() { 2 } else { 1 }, 3);
        bits.put(size as u32, 24);
        for length in low.iter().flatten() {
            bits.put(u32::from(*length), 3);
        }
        put_lengths(bits, &self.main[..256], &main[..256]);
        put_lengths(bits, &self.main[256..], &main[256..]);
        put_lengths(bits, &self.lengths, &lengths);
        (self.main, self.lengths) = (main.clone(), lengths.clone());
        Codes {
            main: Code::of(main),
            lengths: Code::of(lengths),
            low: low.map(Code::of),
        }
    }

    /// Returns the tokens of all frames. No token crosses the end of a frame.
    fn frames(&mut self, plain: &[u8]) -> Vec<Vec<Token>> {
        (0..plain.len())
            .step_by(FRAME)
            .map(|start| self.tokens(plain, start, plain.len().min(start + FRAME)))
            .collect()
    }

    /// Finds matches greedily: the last position with the same next three bytes.
    fn tokens(&mut self, plain: &[u8], start: usize, end: usize) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = start;
        while at < end {
            let found = plain[at..end]
                .first_chunk::<3>()
                .and_then(|next| self.seen.get(next).copied());
            let length = found.map_or(0, |from| {
                let max_length = (end - at).min(257);
                (0..max_length)
                    .take_while(|i| plain[from + i] == plain[at + i])
                    .count()
            });
            let taken = match found {
                Some(from) if length >= 3 => {
                    let (slot, footer) = self.position(at - from);
                    tokens.push(Token::Match {
                        slot,
                        footer,
                        length,
                    });
                    length
                }
                _ => {
                    tokens.push(Token::Literal(plain[at]));
                    1
                }
            };
            for at in at..at + taken {
                if let Some(next) = plain[at..].first_chunk::<3>() {
                    self.seen.insert(*next, at);
                }
            }
            at += taken;
        }
        tokens
    }

    /// Returns slot and footer of a distance. Three recent distances have slots of their own.
    fn position(&mut self, distance: usize) -> (usize, u32) {
        if let Some(slot) = self.recent.iter().position(|recent| *recent == distance) {
            self.recent.swap(0, slot);
            return (slot, 0);
        }
        self.recent = [distance, self.recent[0], self.recent[1]];
        let encoded = distance as u32 + 2;
        let mut base = 0;
        for slot in 0..SLOTS {
            let next = base + (1 << footer_bits(slot));
            if encoded < next {
                return (slot, encoded - base);
            }
            base = next;
        }
        (SLOTS - 1, 0)
    }
}

/// The codes of one block.
struct Codes {
    main: Code,
    lengths: Code,
    /// Code of an aligned block for the lowest three bits of a footer.
    low: Option<Code>,
}

impl Codes {
    fn put(&self, bits: &mut Bits, tokens: &[Token]) {
        for token in tokens {
            let (element, length) = token.elements();
            self.main.put(bits, element);
            if let Some(length) = length {
                self.lengths.put(bits, length);
            }
            let Token::Match { slot, footer, .. } = token else {
                continue;
            };
            match (&self.low, footer_bits(*slot)) {
                (Some(low), count @ 3..) => {
                    bits.put(footer >> 3, count - 3);
                    low.put(bits, (footer & 7) as usize);
                }
                (_, count) => bits.put(*footer, count),
            }
        }
    }
}

/// A Huffman code: lengths and codes by symbol.
struct Code {
    lengths: Vec<u8>,
    codes: Vec<u32>,
}

impl Code {
    /// Assigns canonical codes: shorter ones first, then by symbol.
    fn of(lengths: Vec<u8>) -> Self {
        let mut codes = vec![0; lengths.len()];
        let mut next = 0;
        for length in 1..=16 {
            next <<= 1;
            let own = lengths
                .iter()
                .enumerate()
                .filter(|(_, own)| **own == length);
            for (symbol, _) in own {
                codes[symbol] = next;
                next += 1;
            }
        }
        Code { lengths, codes }
    }

    fn put(&self, bits: &mut Bits, symbol: usize) {
        bits.put(self.codes[symbol], self.lengths[symbol].into());
    }
}

impl Token {
    /// Returns the element of the main tree, and of the length tree if the token needs one.
    fn elements(&self) -> (usize, Option<usize>) {
        match self {
            Token::Literal(byte) => (usize::from(*byte), None),
            Token::Match { slot, length, .. } => {
                let header = (length - 2).min(7);
                (256 + slot * 8 + header, (header == 7).then(|| length - 9))
            }
        }
    }
}

/// Returns counts of 17 symbols that lead to codes of all lengths up to 16.
fn longest(count: usize) -> Vec<u32> {
    let mut counts = vec![0; count];
    let (mut one, mut other) = (1, 1);
    for place in counts.iter_mut().take(17) {
        *place = one;
        (one, other) = (other, one + other);
    }
    counts
}

fn footer_bits(slot: usize) -> u32 {
    match slot {
        0..4 => 0,
        4..36 => (slot as u32 - 2) / 2,
        _ => 17,
    }
}

/// Returns the lengths of a complete Huffman code of at most `max_length` bits. A non-empty code has at least two
/// symbols.
fn code_lengths(counts: &[u32], max_length: u8) -> Vec<u8> {
    let mut counts = counts.to_vec();
    let used = counts.iter().filter(|count| **count > 0).count();
    if used == 0 {
        // An unused alphabet may be empty, except the aligned one.
        if counts.len() > 8 {
            return vec![0; counts.len()];
        }
        counts.fill(1);
    } else if used == 1 {
        let free = usize::from(counts[0] != 0);
        counts[free] = 1;
    }
    loop {
        let lengths = huffman(&counts);
        if lengths.iter().all(|length| *length <= max_length) {
            return lengths;
        }
        // Flatter counts give shorter codes.
        counts
            .iter_mut()
            .filter(|count| **count > 0)
            .for_each(|count| *count = *count / 2 + 1);
    }
}

fn huffman(counts: &[u32]) -> Vec<u8> {
    let mut lengths = vec![0; counts.len()];
    let mut trees: Vec<(u32, Vec<usize>)> = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(symbol, count)| (*count, vec![symbol]))
        .collect();
    while trees.len() > 1 {
        trees.sort_by_key(|tree| std::cmp::Reverse(tree.0));
        let (Some(one), Some(other)) = (trees.pop(), trees.pop()) else {
            break;
        };
        let symbols = [one.1, other.1].concat();
        symbols.iter().for_each(|symbol| lengths[*symbol] += 1);
        trees.push((one.0 + other.0, symbols));
    }
    lengths
}

/// Writes lengths as differences to the previous ones, under a code of their own: 17 and 18 are runs of zeros, 19 runs
/// of one value.
fn put_lengths(bits: &mut Bits, before: &[u8], now: &[u8]) {
    let mut symbols: Vec<(usize, u32, u32)> = Vec::new();
    let mut at = 0;
    while at < now.len() {
        let run = now[at..]
            .iter()
            .take_while(|length| **length == now[at])
            .count();
        let difference = usize::from((17 + before[at] - now[at]) % 17);
        at += match (now[at], run) {
            (0, 20..) => {
                let run = run.min(51);
                symbols.push((18, run as u32 - 20, 5));
                run
            }
            (0, 4..) => {
                let run = run.min(19);
                symbols.push((17, run as u32 - 4, 4));
                run
            }
            (_, 4..) => {
                let run = run.min(5);
                symbols.push((19, run as u32 - 4, 1));
                symbols.push((difference, 0, 0));
                run
            }
            _ => {
                symbols.push((difference, 0, 0));
                1
            }
        };
    }
    let mut counts = vec![0; 20];
    symbols.iter().for_each(|(symbol, ..)| counts[*symbol] += 1);
    let code = Code::of(code_lengths(&counts, 15));
    code.lengths
        .iter()
        .for_each(|length| bits.put(u32::from(*length), 4));
    for (symbol, extra, count) in symbols {
        code.put(bits, symbol);
        bits.put(extra, count);
    }
}

/// Bit writer: highest bit first, in little-endian words of 16 bits.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    word: u32,
    filled: u32,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        for bit in (0..count).rev() {
            self.word = self.word << 1 | (value >> bit & 1);
            self.filled += 1;
            if self.filled == 16 {
                self.bytes.extend((self.word as u16).to_le_bytes());
                (self.word, self.filled) = (0, 0);
            }
        }
    }

    /// Aligns to the next word, by at least one bit, as before the bytes of an uncompressed block.
    fn align(&mut self) {
        self.put(0, 16 - self.filled);
    }

    fn finish(mut self) -> Vec<u8> {
        if self.filled > 0 {
            self.align();
        }
        self.bytes
    }
}
