// What a reader that runs in Node does with its job: it reads each text once, and one of them many times.

import dns from "node:dns";
import { readFileSync, writeFileSync } from "node:fs";

/// Does the job of the file that the first word of the command line names, and writes to the second what came of it. `read` promises
/// what becomes of a file with a text. A reader reaches no other computer; that it tries is counted.
export async function work(read) {
  const [job, answer] = process.argv.slice(2);
  const { files, timed, times } = JSON.parse(readFileSync(job, "utf8"));
  let lookups = 0;
  dns.lookup = (host, options, done) => {
    lookups += 1;
    process.nextTick(done ?? options, new Error(`${host} is not looked up`));
  };
  const time = await median(() => read(timed), times);
  const readings = await Promise.all(files.map(read));
  writeFileSync(answer, JSON.stringify({ readings, ...time, lookups }));
}

/// How many milliseconds one of many readings takes, by the clock and of the processor. The first half is not counted.
async function median(once, times) {
  const clock = [];
  let before;
  for (let round = 0; round < 2 * times; round += 1) {
    if (round === times) before = process.cpuUsage();
    const start = performance.now();
    await once();
    clock.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const middle = clock.slice(times).sort((a, b) => a - b)[Math.floor(times / 2)];
  return { milliseconds: middle, computing: (user + system) / 1_000 / times };
}
