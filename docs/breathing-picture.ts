import { writeFileSync } from 'node:fs';
import { readCommandLine } from '../src/command-line.js';
import { encodeGif } from './gif.js';

/** `npm run breathing-picture` draws assets/breathing.gif: a circle that grows for four seconds and shrinks for six. */

readCommandLine({ usage: 'npm run breathing-picture', about: 'Draws assets/breathing.gif.' });

const side = 240;
const frameMs = 100;
const inMs = 4_000;
const outMs = 6_000;
const smallest = 36;
const largest = 100;
/** How far the soft light reaches beyond the circle. */
const glow = 12;

type Colour = readonly [number, number, number];
const night: Colour = [24, 38, 48];
const light: Colour = [158, 205, 196];
const shades = 32;
const ring = shades;

const frames = Array.from({ length: (inMs + outMs) / frameMs }, (_, index) => draw(radiusAt(index * frameMs)));
const palette = [
  ...Array.from({ length: shades }, (_, shade) => mix(night, light, shade / (shades - 1))),
  mix(night, light, 0.28),
];
const file = new URL('../assets/breathing.gif', import.meta.url);
const gif = encodeGif({ width: side, height: side, palette, frames, frameMs });
writeFileSync(file, gif);
process.stdout.write(
  `${file.pathname}: ${String(frames.length)} frames, ${String(Math.round(gif.length / 1024))} kB\n`,
);

/** Slow at both ends, as a breath turns. */
function radiusAt(atMs: number): number {
  const part = atMs < inMs ? atMs / inMs : 1 - (atMs - inMs) / outMs;
  return smallest + (largest - smallest) * ((1 - Math.cos(Math.PI * part)) / 2);
}

function draw(radius: number): Uint8Array {
  const pixels = new Uint8Array(side * side);
  const middle = (side - 1) / 2;
  for (let index = 0; index < pixels.length; index += 1) {
    const distance = Math.hypot((index % side) - middle, Math.floor(index / side) - middle);
    const isOnRing = Math.abs(distance - (largest + glow)) < 0.8;
    pixels[index] = isOnRing ? ring : Math.round(brightness(radius - distance) * (shades - 1));
  }
  return pixels;
}

/** Full within the circle, fading over the glow around it; `depth` is how far inside the edge a point lies. */
function brightness(depth: number): number {
  if (depth >= 0) return 1;
  return Math.max(0, 1 + depth / glow) ** 2 * 0.75;
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const between = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * part);
  return [between(0), between(1), between(2)];
}
