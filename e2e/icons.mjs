// Draws the icons of the installed app from icon.svg: `node icons.mjs`. The maskable one has its picture within the part that no mask cuts off.

import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { chromium } from "playwright-core";
import { FLAGS } from "./lib/browser.mjs";
import * as places from "./lib/places.mjs";

const ICONS = [
  { name: "icon-192.png", size: 192, part: 1, ground: "transparent" },
  { name: "icon-512.png", size: 512, part: 1, ground: "transparent" },
  { name: "icon-maskable-512.png", size: 512, part: 0.7, ground: "#efe9dc" },
];
/// Shades along edges are told apart in steps of this; what fills more pixels than these is as it was drawn.
const STEP = 16;
const FEW = 400;

const folder = new URL("../public/", import.meta.url);
const picture = readFileSync(new URL("icon.svg", folder), "utf8");
const browser = await chromium.launch({ executablePath: places.chromium, args: FLAGS });
const page = await browser.newPage();
for (const icon of ICONS) {
  const pixels = await page.evaluate(async ({ picture, size, part, ground }) => {
    const image = new Image(size, size);
    image.src = `data:image/svg+xml,${encodeURIComponent(picture.replace("<svg ", `<svg width="${size}" height="${size}" `))}`;
    await image.decode();
    const pen = new OffscreenCanvas(size, size).getContext("2d");
    pen.fillStyle = ground;
    pen.fillRect(0, 0, size, size);
    const margin = (size * (1 - part)) / 2;
    pen.drawImage(image, margin, margin, size * part, size * part);
    return [...pen.getImageData(0, 0, size, size).data];
  }, { picture, ...icon });
  writeFileSync(new URL(icon.name, folder), png(Uint8Array.from(pixels), icon.size));
}
await browser.close();

/// A picture by its palette, which is a third of what browsers write.
function png(pixels, size) {
  const near = (value) => Math.min(255, Math.round(value / STEP) * STEP);
  const drawn = Array.from({ length: size * size }, (_, at) => [...pixels.subarray(at * 4, at * 4 + 4)]);
  const count = new Map();
  for (const colour of drawn) count.set(String(colour), (count.get(String(colour)) ?? 0) + 1);
  const colours = new Map();
  const rows = Buffer.alloc(size * (size + 1));
  for (let at = 0; at < size * size; at += 1) {
    const colour = count.get(String(drawn[at])) > FEW ? drawn[at] : drawn[at].map(near);
    const key = (colour[3] === 0 ? [0, 0, 0, 0] : colour).join();
    if (!colours.has(key)) colours.set(key, colours.size);
    rows[Math.floor(at / size) * (size + 1) + 1 + (at % size)] = colours.get(key);
  }
  if (colours.size > 256) throw new Error(`${colours.size} shades are more than a palette has: take larger steps.`);
  const palette = [...colours.keys()].map((key) => key.split(",").map(Number));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const parts = [["IHDR", head], ["PLTE", Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))], ["tRNS", Buffer.from(palette.map((colour) => colour[3]))],
    ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts.map(([name, body]) => chunk(name, body))]);
}

function chunk(name, body) {
  const told = Buffer.concat([Buffer.from(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(told));
  return Buffer.concat([length, told, sum]);
}
