//! Mutates certificates: changes one value of the ASN.1 tree and adjusts the lengths around it.

use super::{Random, write_or_fall_back};

/// A tagged value: nested values or bytes.
#[derive(Clone)]
struct Node {
    tag: u8,
    body: Body,
}

#[derive(Clone)]
enum Body {
    Inside(Vec<Node>),
    Bytes(Vec<u8>),
}

/// Mutates DER. Falls back to the fuzzer's own mutation every fifth time and for bytes that aren't DER.
pub fn der(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    fallback: &mut dyn FnMut(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Random::new(seed);
    let parsed = data.get(..size).and_then(parse);
    let Some(mut nodes) = parsed.filter(|_| !random.one_in(5)) else {
        return fallback(data, size, max_size);
    };
    let count = nodes.iter().map(Node::count).sum::<usize>();
    let mut chosen = random.below(count);
    change(&mut nodes, &mut chosen, &mut random);
    let mutated: Vec<u8> = nodes.iter().flat_map(Node::write).collect();
    write_or_fall_back(data, size, max_size, &mutated, fallback)
}

/// Parses consecutive values up to the last byte.
fn parse(bytes: &[u8]) -> Option<Vec<Node>> {
    parse_at(bytes, 0)
}

fn parse_at(bytes: &[u8], depth: usize) -> Option<Vec<Node>> {
    let mut nodes = Vec::new();
    let mut rest = bytes;
    while let [tag, length, after @ ..] = rest {
        let (length, after) = match length {
            0..=0x7F => (usize::from(*length), after),
            0x81..=0x83 => {
                let (digits, after) = after.split_at_checked(usize::from(length & 0x7F))?;
                let length = digits
                    .iter()
                    .fold(0, |all, digit| all << 8 | usize::from(*digit));
                (length, after)
            }
            _ => return None,
        };
        let (body, after) = after.split_at_checked(length)?;
        let inside = (tag & 0x20 != 0 && depth < 24)
            .then(|| parse_at(body, depth + 1))
            .flatten();
        nodes.push(Node {
            tag: *tag,
            body: inside.map_or_else(|| Body::Bytes(body.to_vec()), Body::Inside),
        });
        rest = after;
    }
    (rest.is_empty() && !nodes.is_empty()).then_some(nodes)
}

impl Node {
    fn count(&self) -> usize {
        match &self.body {
            Body::Inside(nodes) => 1 + nodes.iter().map(Node::count).sum::<usize>(),
            Body::Bytes(_) => 1,
        }
    }

    fn write(&self) -> Vec<u8> {
        let body: Vec<u8> = match &self.body {
            Body::Inside(nodes) => nodes.iter().flat_map(Node::write).collect(),
            Body::Bytes(bytes) => bytes.clone(),
        };
        let digits: Vec<u8> = body
            .len()
            .to_be_bytes()
            .into_iter()
            .skip_while(|byte| *byte == 0)
            .collect();
        let mut bytes = vec![self.tag];
        match body.len() {
            length @ 0..=127 => bytes.push(length.to_le_bytes()[0]),
            _ => {
                bytes.push(0x80 | digits.len().to_le_bytes()[0]);
                bytes.extend(digits);
            }
        }
        bytes.extend(body);
        bytes
    }
}

/// Changes the chosen node, counted in depth-first order.
fn change(nodes: &mut Vec<Node>, chosen: &mut usize, random: &mut Random) {
    for index in 0..nodes.len() {
        if *chosen == 0 {
            *chosen = usize::MAX;
            return change_node(nodes, index, random);
        }
        *chosen -= 1;
        if let Some(Node {
            body: Body::Inside(inside),
            ..
        }) = nodes.get_mut(index)
        {
            change(inside, chosen, random);
            if *chosen == usize::MAX {
                return;
            }
        }
    }
}

fn change_node(nodes: &mut Vec<Node>, index: usize, random: &mut Random) {
    const TAGS: [u8; 16] = [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0C, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1E, 0x30, 0x31,
        0xA3,
    ];
    let Some(node) = nodes.get(index).cloned() else {
        return;
    };
    match random.below(7) {
        0 => nodes.insert(index, node),
        1 => {
            nodes.remove(index);
        }
        2 => {
            let other = random.below(nodes.len());
            nodes.swap(index, other);
        }
        3 => {
            let tag = random.choose(&TAGS).copied().unwrap_or(0x30);
            nodes[index].tag = tag;
        }
        4 => {
            // Nests the value to a random depth.
            let wrapped = (0..1 + random.below(40)).fold(node, |inner, _| Node {
                tag: 0x30,
                body: Body::Inside(vec![inner]),
            });
            nodes[index] = wrapped;
        }
        _ => {
            if let Body::Bytes(bytes) = &mut nodes[index].body {
                change_bytes(bytes, random);
            }
        }
    }
}

fn change_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len());
    match random.below(5) {
        0 => bytes.insert(at.min(bytes.len()), random.byte()),
        1 if !bytes.is_empty() => {
            bytes.remove(at);
        }
        2 => bytes.resize(random.below(300), 0xFF),
        3 => *bytes = b"DigiCert Global Root G2".to_vec(),
        _ => {
            let value = random.byte();
            if let Some(byte) = bytes.get_mut(at) {
                *byte = value;
            }
        }
    }
}
